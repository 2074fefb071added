/** Every text of a North Star with its place, but for those under a team's own keys. */
import type { Path } from "../file/problem.js";

export function* textsIn(value: unknown, path: Path = []): Iterable<{ path: Path; text: string }> {
  if (typeof value === "string") yield { path, text: value };
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* textsIn(item, [...path, index]);
  else if (typeof value === "object" && value)
    for (const [key, item] of Object.entries(value))
      if (!key.startsWith("x-")) yield* textsIn(item, [...path, key]);
}
