/** Computes the table of a format's fields from its JSON Schema (draft-07). */
import type { Field } from "./field-table.js";

/** What is read of a schema and of each part of it. */
interface Part {
  $ref?: string;
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly (string | number)[];
  pattern?: string;
  description?: string;
  /** An example, as it is written in a file: editors offer what stands in `examples` as if it were a choice. */
  $comment?: string;
  required?: readonly string[];
  maxProperties?: number;
  properties?: Readonly<Record<string, Part>>;
  items?: Part;
  /** Of two forms, the one that is a map, and the short one. */
  then?: Part;
  else?: Part;
}

export interface FormatSchema extends Part {
  definitions: Readonly<Record<string, Part>>;
  properties: Readonly<Record<string, Part>>;
}

/** Every place of a format by its path, with `*` for the items of a list, in the schema's order. */
export function fieldsIn(schema: FormatSchema): Record<string, Field> {
  const fields: Record<string, Field> = {};
  for (const [key, part] of Object.entries(schema.properties)) describe(part, key, requires(schema, key));
  return fields;

  function describe(part: Part, path: string, required: boolean): void {
    const shape: Part = { ...definitionOf(part), ...part, ...part.else };
    const map = part.then ? definitionOf(part.then) : shape;
    const choices = ("const" in shape ? [shape.const] : shape.enum)?.map(String);
    const [, example] = /^Example: (?![[{])(.+)$/.exec(shape.$comment ?? "") ?? [];
    fields[path] = {
      kind: kindOf(shape),
      ...(required && { required }),
      ...(choices && { choices: choices.filter((choice) => choice !== blank) }),
      ...(shape.maxProperties === 1 && { single: true as const }),
      ...(choices?.includes(blank) && { blank: true }),
      description: shape.description ?? "",
      ...(example !== undefined && { example }),
    };
    if (shape.items) describe(shape.items, `${path}.*`, false);
    for (const [key, value] of Object.entries(map.properties ?? {}))
      describe(value, `${path}.${key}`, requires(map, key));
  }

  function definitionOf({ $ref }: Part): Part {
    return schema.definitions[$ref?.split("/").pop() ?? ""] ?? {};
  }
}

/** A choice that is not made yet. */
const blank = "____";

function requires({ required }: Part, key: string): boolean {
  return required?.includes(key) ?? false;
}

function kindOf(shape: Part): Field["kind"] {
  if (shape.items) return "list";
  if (shape.properties) return "map";
  if (shape.type === "integer" || "const" in shape) return "number";
  if (shape.enum) return "choice";
  return shape.pattern && shape.pattern !== "\\S" ? "form" : "text";
}
