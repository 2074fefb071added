/** The two kinds of files that an editor asks about. */
import { configFields } from "../config/config.js";
import type { Fields } from "../file/field-table.js";
import { formatFields } from "../file/format-fields.js";

export type FileKind = "star" | "config";

/** The places of each. */
export const fieldsByFile: Readonly<Record<FileKind, Fields>> = { star: formatFields, config: configFields };
