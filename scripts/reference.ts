/** The keys of a format as tables in Markdown, made from its schema. */
import { stringify } from "yaml";
import type { Schema, Shape } from "./schemas.js";

/** The keys of the whole file. */
export function keysOfFile(schema: Schema): string {
  return keysIn(schema, schema);
}

/** A section for each kind of map in the file. */
export function mapsOfFile(schema: Schema): string[] {
  return Object.entries(schema.definitions)
    .filter(([, shape]) => shape.properties)
    .flatMap(([id, shape]) => [`## ${titleOf(id, shape)}`, shape.description ?? "", keysIn(shape, schema)]);
}

function keysIn(map: Shape, schema: Schema): string {
  const rows = Object.entries(map.properties ?? {}).map(([key, shape]) => {
    const needed = Array.isArray(map.required) && map.required.includes(key) ? "needed" : "";
    return `| \`${key}\` | ${needed} | ${kindOf(shape, schema)} | ${shape.description} | ${exampleOf(shape)} |`;
  });
  const head = ["| key | | holds | what it says | for example |", "| --- | --- | --- | --- | --- |"];
  return [...head, ...rows].join("\n");
}

function kindOf(shape: Shape, schema: Schema): string {
  if (shape.then && shape.else) return `${kindOf(shape.else, schema)}, or ${kindOf(shape.then, schema)}`;
  const id = shape.$ref?.split("/").pop() ?? "";
  const target = schema.definitions[id];
  if (target?.properties)
    return `[${titleOf(id, target).toLowerCase()}](#${titleOf(id, target).toLowerCase().replace(" ", "-")})`;
  if (shape.items) return `list of ${kindOf(shape.items, schema)}`;
  if (id === "texts") return "list of texts";
  if (id) return { date: "day" }[id] ?? id;
  if (shape.enum) return shape.enum.map((value) => `\`${value}\``).join(", ");
  if (shape.const !== undefined) return `\`${shape.const}\``;
  return [shape.type ?? []]
    .flat()
    .map((type) => ({ string: "text", integer: "number", object: "map" })[type as string] ?? type)
    .join(" or ");
}

function titleOf(id: string, shape: Shape): string {
  return (shape.title ?? id).replace(/(\w)([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`);
}

function exampleOf({ examples = [] }: Shape): string {
  return examples
    .map((example) => stringify(example, { collectionStyle: "flow", lineWidth: 0 }).trim())
    .map((text) => `\`${text.replaceAll("|", "\\|")}\``)
    .join(", ");
}
