/** What is configured in the end, as a configuration in which every value says where it is from. */
import { type Layer, layerOf, merged, valueIn } from "../config/layers.js";
import type { Path } from "../file/problem.js";
import { writeScalar } from "../file/scalar.js";

/** YAML that can be used as a configuration; a comment behind each value names its file and line, preset or flag. */
export function printedConfig(layers: readonly Layer[]): string {
  const lines = [...linesOf(merged(layers), [])];
  const width = Math.max(0, ...lines.map(({ text, origin }) => (origin ? text.length : 0)));
  return lines
    .map(({ text, origin }) => `${origin ? `${text.padEnd(width)}  # ${origin}` : text}\n`)
    .join("");

  function* linesOf(map: object, path: Path): Iterable<{ text: string; origin?: string }> {
    const indent = "  ".repeat(path.length);
    for (const [key, value] of Object.entries(map)) {
      const place = [...path, key];
      if (Array.isArray(value)) yield* itemsOf(key, value, place);
      else if (typeof value !== "object")
        yield { text: `${indent}${key}: ${writeScalar(value, indent.length)}`, origin: originOf(place) };
      else if (Object.keys(value).length > 0) {
        yield { text: `${indent}${key}:` };
        yield* linesOf(value, place);
      }
    }
  }

  function* itemsOf(
    key: string,
    items: readonly unknown[],
    path: Path,
  ): Iterable<{ text: string; origin?: string }> {
    const indent = "  ".repeat(path.length - 1);
    if (items.length === 0) return;
    yield { text: `${indent}${key}:` };
    for (const item of items) {
      yield { text: `${indent}  - ${written(item)}`, origin: originOfItem(path, item) };
    }
  }

  function originOf(path: Path): string {
    return layerOf(layers, path)?.originOf(path) ?? "default";
  }

  /** Lists of words are joined from several layers, so an item is looked for in each. */
  function originOfItem(path: Path, item: unknown): string {
    for (const layer of [...layers].reverse()) {
      const items = valueIn(layer, path);
      const index = Array.isArray(items) ? items.map(written).indexOf(written(item)) : -1;
      if (index >= 0) return layer.originOf([...path, index]);
    }
    return originOf(path);
  }
}

/** An item on one line; YAML reads JSON as it is. */
function written(item: unknown): string {
  return typeof item === "string" ? writeScalar(item, 0) : JSON.stringify(item);
}
