/** The texts of a North Star. */
import type { Northstar } from "../file/northstar.js";
import type { Path } from "../file/problem.js";

/** A text and where it stands. */
export interface Text {
  path: Path;
  text: string;
}

/** Every text, but for those under a team's own keys. */
export function textsIn(star: Northstar): Text[] {
  const found: Text[] = [];
  collect(star, []);
  return found;

  function collect(value: unknown, path: Path): void {
    if (typeof value === "string") found.push({ path, text: value });
    else if (Array.isArray(value))
      for (const [index, item] of value.entries()) collect(item, [...path, index]);
    else if (typeof value === "object" && value)
      for (const [key, item] of Object.entries(value))
        if (!key.startsWith("x-")) collect(item, [...path, key]);
  }
}
