import { readFileSync } from "node:fs";
import type { World } from "./world.js";

/** northstar's own version, as package.json has it. */
export function versionOf({ home }: Pick<World, "home">): string {
  return JSON.parse(readFileSync(new URL("package.json", home), "utf8")).version;
}
