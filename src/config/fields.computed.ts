/** The table of fields of northstar.config.yaml. The build computes it: commands need no schema. */
import schema from "../../schemas/config.schema.json" with { type: "json" };
import type { Field } from "../file/field-table.js";
import { fieldsIn } from "../file/schema-fields.js";

export const configTable: Readonly<Record<string, Field>> = fieldsIn(schema);
