/** Looks fields of northstar.yaml up by path, without its JSON Schema. */
import { fieldsOf } from "./field-table.js";
import { formatTable } from "./fields.computed.js";
import type { Path } from "./problem.js";

/** The places of northstar.yaml. */
export const formatFields = fieldsOf(formatTable);
export const { fieldAt, keysAt } = formatFields;

/** Whether northstar.yaml can be read with a blank at a path. */
export function canBeBlank(path: Path): boolean {
  const { kind, blank } = fieldAt(path) ?? {};
  return kind === "text" || blank === true;
}
