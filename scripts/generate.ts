import { readFileSync } from "node:fs";
import { compile, type JSONSchema } from "json-schema-to-typescript";
import type { Field } from "../src/file/field.js";
import { pages } from "./docs.js";
import { examplePages } from "./examples.js";

/**
 * How to make each generated file, by its path. test/generated.test.ts compares; `UPDATE=1 npm test` writes.
 */
export const generated: Readonly<Record<string, () => string | Promise<string>>> = {
  "src/file/format.generated.ts": () =>
    compile(schemaForTypes("schemas/northstar.schema.json"), "Northstar", {
      bannerComment: "/** Generated from schemas/northstar.schema.json by `UPDATE=1 npm test`. */",
      additionalProperties: false,
    }),
  "src/file/fields.generated.ts": () =>
    `/** Generated from schemas/northstar.schema.json by \`UPDATE=1 npm test\`. */
import type { Field } from "./field.js";

export const fields: Readonly<Record<string, Field>> = ${JSON.stringify(fieldsIn("schemas/northstar.schema.json"), null, 2)};
`,
  ...pages,
  ...examplePages,
};

/** Keys that the program ignores have no type; a list of texts is a string[]. */
function schemaForTypes(path: string): JSONSchema {
  return JSON.parse(readFileSync(path, "utf8"), (key, value) => {
    if (key === "patternProperties") return undefined;
    if (value?.$ref === "#/definitions/text") return { description: value.description, type: "string" };
    if (value?.$ref === "#/definitions/texts")
      return { description: value.description, type: "array", items: { type: "string" } };
    return value;
  });
}

type Shape = JSONSchema & { properties?: Record<string, Shape>; items?: Shape; examples?: unknown[] };

/** Every place of the format by its path, with `*` for the items of a list, in the schema's order. */
function fieldsIn(path: string): Record<string, Field> {
  const schema = JSON.parse(readFileSync(path, "utf8"));
  const fields: Record<string, Field> = {};
  for (const [key, part] of Object.entries<Shape>(schema.properties))
    describe(part, key, schema.required.includes(key));
  return fields;

  function describe(part: Shape, path: string, required: boolean): void {
    const shape: Shape = { ...schema.definitions[part.$ref?.split("/").pop() ?? ""], ...part };
    const example = shape.examples?.[0];
    fields[path] = {
      kind: kindOf(shape),
      ...(required && { required }),
      ...(shape.enum && { choices: shape.enum.map(String) }),
      description: shape.description ?? "",
      ...(example !== undefined && typeof example !== "object" && { example: String(example) }),
    };
    if (shape.items) describe(shape.items, `${path}.*`, false);
    for (const [key, value] of Object.entries(shape.properties ?? {}))
      describe(value, `${path}.${key}`, Array.isArray(shape.required) && shape.required.includes(key));
  }
}

function kindOf(shape: Shape): Field["kind"] {
  if (shape.items) return "list";
  if (shape.properties) return "map";
  if (shape.type === "integer" || "const" in shape) return "number";
  if (shape.enum) return "choice";
  return shape.pattern && shape.pattern !== "\\S" ? "form" : "text";
}
