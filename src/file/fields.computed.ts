/** The table of fields of northstar.yaml. The build computes it: commands need no schema. */
import schema from "../../schemas/northstar.schema.json" with { type: "json" };
import type { Field } from "./field-table.js";
import { fieldsIn } from "./schema-fields.js";

export const formatTable: Readonly<Record<string, Field>> = fieldsIn(schema);
