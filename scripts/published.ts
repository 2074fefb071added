/** The published North Stars of examples/, by the names of their folders. */
import { readdirSync, readFileSync } from "node:fs";

export const exampleNames: readonly string[] = readdirSync("examples", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

export const exampleTexts: readonly string[] = exampleNames.map((name) =>
  readFileSync(`examples/${name}/northstar.yaml`, "utf8"),
);
