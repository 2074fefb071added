/** What is made from the JSON Schemas, and the parts of them that are made from the source. */
import { readFileSync } from "node:fs";
import { compile, type JSONSchema } from "json-schema-to-typescript";
import { judgements } from "../src/lint/catalogue.js";
import { documentNames } from "../src/render/renderers.js";

export type Shape = JSONSchema & {
  $ref?: string;
  const?: unknown;
  properties?: Record<string, Shape>;
  /** Of two forms, the one that is a map, and the short one. */
  then?: Shape;
  else?: Shape;
  items?: Shape;
  $comment?: string;
};

export interface Schema extends Shape {
  definitions: Record<string, Shape>;
  properties: Record<string, Shape>;
}

/** The schema in a file. */
export function schemaIn(path: string): Schema {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** The schema of northstar.config.yaml with the rules and documents that there are. */
export function configSchema(): Schema {
  const schema = schemaIn("schemas/config.schema.json");
  const { rules } = schema.properties;
  const to = schema.definitions.rendering?.properties?.to;
  if (!rules || !to) throw new Error("schemas/config.schema.json has no place for rules or documents");
  rules.properties = Object.fromEntries(
    judgements.map(({ id, summary, severity }) => [
      id,
      {
        description: `${summary}.`,
        $ref: "#/definitions/setting",
        default: severity,
        $comment: "Example: off",
      },
    ]),
  );
  to.enum = [...documentNames];
  return schema;
}

/** The schema of northstar.config.yaml for its type: rules by any id, and one type for both sets of colours. */
export function configTypeSchema(): Schema {
  const schema = configSchema();
  const { rules, words, theme, fail } = schema.properties;
  const look = schema.definitions.theme;
  const { paths } = schema.definitions;
  if (!rules || !words || !theme || !fail || !look?.properties || !paths?.then || !paths.else)
    throw new Error("schemas/config.schema.json lacks a map");
  rules.properties = {};
  rules.additionalProperties = { $ref: "#/definitions/setting" };
  delete schema.definitions.theme;
  schema.definitions.themeConfig = look;
  look.properties.colors = look.properties.dark = { $ref: "#/definitions/colors" };
  schema.definitions.paths = { anyOf: [paths.else, paths.then] };
  const { description, then, else: short } = fail;
  Object.assign(schema.properties, {
    words: { $ref: words.$ref },
    theme: { $ref: "#/definitions/themeConfig" },
    fail: { description, anyOf: [short, then] },
  });
  return schema;
}

/** A schema as text: lists of words on one line where they fit, as the formatter has them. */
export function schemaText(schema: Schema): string {
  return `${textOf(schema, "", 0)}\n`;
}

function textOf(value: unknown, indent: string, column: number): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const line = inline(value);
  if (line && column + line.length <= 110) return line;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = Object.entries(value).map(([key, part]) => {
    const start = `${deeper}${Array.isArray(value) ? "" : `${JSON.stringify(key)}: `}`;
    return `${start}${textOf(part, deeper, start.length + 1)}`;
  });
  return `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}

/** A list of words and numbers, or of such lists, on one line. */
function inline(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (!Array.isArray(value)) return undefined;
  const items = value.map(inline);
  return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
}

/** The types of a schema's values, as TypeScript, the whole by its name. Keys that the program ignores have none. */
export function typesOf(schema: Schema, name: string, path: string): Promise<string> {
  const typed: JSONSchema = JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key === "patternProperties" || (key === "$id" && typeof value === "string")) return undefined;
    if (value?.$ref === "#/definitions/text") return { description: value.description, type: "string" };
    if (value?.$ref === "#/definitions/texts")
      return { description: value.description, type: "array", items: { type: "string" } };
    return value;
  });
  const bannerComment = `/** Generated from ${path} by \`UPDATE=1 npm test\`. */`;
  return compile(typed, name, { bannerComment, additionalProperties: false });
}
