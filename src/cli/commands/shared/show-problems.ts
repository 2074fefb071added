import { formats } from "../../../report/formats.js";
import type { Judged } from "../../../report/report.js";
import { exit } from "../../host/exit.js";
import { lookOf } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import type { CommonOptions } from "./options.js";

/** Shows what is wrong with files that a command cannot go on with, and returns its exit code. */
export async function showProblems(
  world: World,
  files: readonly Judged[],
  { color }: CommonOptions,
): Promise<number> {
  const pretty = await formats.pretty.load();
  world.stdout.write(
    pretty({ files, call: { options: [], paths: files.map(({ path }) => path) } }, lookOf(world, color)),
  );
  return exit.problems;
}
