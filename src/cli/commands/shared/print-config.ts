/** The merged configuration as YAML or JSON, with the origin of every value. */
import { type Layer, layerOf, mergeLayers, originIn, valueIn } from "../../../config/layers.js";
import type { Path } from "../../../file/problem.js";
import { writeScalar } from "../../../file/scalar.js";
import { jsonText } from "../../../report/terminal-text.js";

/** YAML that can be used as a configuration; a comment behind each value names its file and line, preset or flag. */
export function configAsYaml(layers: readonly Layer[]): string {
  const lines = [...linesOf(configOf(layers), [])];
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
        yield {
          text: `${indent}${key}: ${writeScalar(value, indent.length)}`,
          origin: originOf(layers, place),
        };
      else {
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
    yield { text: `${indent}${key}:` };
    for (const item of items) {
      yield { text: `${indent}  - ${written(item)}`, origin: originOfItem(layers, path, item) };
    }
  }
}

/** What counts, without lists and maps that hold nothing. */
function configOf(layers: readonly Layer[]): object {
  return Object.fromEntries(filled(mergeLayers(layers)));
}

function filled(map: object): [string, unknown][] {
  return Object.entries(map).flatMap(([key, value]): [string, unknown][] => {
    if (typeof value !== "object") return [[key, value]];
    const inside = Array.isArray(value) ? value : Object.fromEntries(filled(value));
    return Object.keys(inside).length > 0 ? [[key, inside]] : [];
  });
}

/** JSON that can be used as a configuration, too; its own key `x-origins` says of each value where it is from. */
export function configAsJson(layers: readonly Layer[]): string {
  const config = configOf(layers);
  const origins = Object.fromEntries(originsIn(layers, config, []));
  return jsonText({ ...config, "x-origins": origins });
}

function* originsIn(layers: readonly Layer[], map: object, path: Path): Iterable<[string, string]> {
  for (const [key, value] of Object.entries(map)) {
    const place = [...path, key];
    if (Array.isArray(value))
      for (const [index, item] of value.entries())
        yield [[...place, index].join("."), originOfItem(layers, place, item)];
    else if (typeof value === "object") yield* originsIn(layers, value, place);
    else yield [place.join("."), originOf(layers, place)];
  }
}

function originOf(layers: readonly Layer[], path: Path): string {
  const layer = layerOf(layers, path);
  return layer ? originIn(layer, path) : "default";
}

/** Lists of words are joined from several layers, so an item is looked for in each. */
function originOfItem(layers: readonly Layer[], path: Path, item: unknown): string {
  for (const layer of [...layers].reverse()) {
    const items = valueIn(layer, path);
    const index = Array.isArray(items) ? items.map(written).indexOf(written(item)) : -1;
    if (index >= 0) return layer.originOf([...path, index]);
  }
  return originOf(layers, path);
}

/** An item on one line; YAML reads JSON as it is. */
function written(item: unknown): string {
  return typeof item === "string" ? writeScalar(item, 0) : JSON.stringify(item);
}
