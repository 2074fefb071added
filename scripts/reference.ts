/** The keys of a format as tables in Markdown, made from its schema. */
import { stringify } from "yaml";
import { exampleOf } from "../test/support/schema-example.js";
import type { Schema, Shape } from "./schemas.js";

/** The keys of the whole file. */
export function keysOfFile(schema: Schema): string {
  return keysIn(schema, schema);
}

/** A section for each kind of map in the file. */
export function mapsOfFile(schema: Schema): string[] {
  return Object.entries(schema.definitions)
    .filter(([, shape]) => shape.properties)
    .flatMap(([id, shape]) => [`## ${titleOf(id)}`, shape.description ?? "", keysIn(shape, schema)]);
}

function keysIn(map: Shape, schema: Schema): string {
  const rows = Object.entries(map.properties ?? {}).map(([key, shape]) => {
    const needed = Array.isArray(map.required) && map.required.includes(key) ? "needed" : "";
    return `| \`${key}\` | ${needed} | ${kindOf(shape, schema)} | ${shape.description} | ${exampleIn(shape)} |`;
  });
  const head = ["| key | | holds | what it says | for example |", "| --- | --- | --- | --- | --- |"];
  return [...head, ...rows].join("\n");
}

function kindOf(shape: Shape, schema: Schema): string {
  if (shape.then && shape.else) return `${kindOf(shape.else, schema)}, or ${kindOf(shape.then, schema)}`;
  const id = shape.$ref?.split("/").pop() ?? "";
  const target = schema.definitions[id];
  if (target?.properties)
    return `[${titleOf(id).toLowerCase()}](#${titleOf(id).toLowerCase().replace(" ", "-")})`;
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

function titleOf(id: string): string {
  const words = id.replace(/[A-Z]/g, (start) => ` ${start.toLowerCase()}`);
  return `${words[0]?.toUpperCase()}${words.slice(1)}`;
}

function exampleIn(shape: Shape): string {
  const text = stringify(exampleOf(shape), { collectionStyle: "flow", lineWidth: 0 }).trim();
  return `\`${text.replaceAll("|", "\\|")}\``;
}
