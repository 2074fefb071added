/** Which North Stars a person means who names files, or none. */
import { shellWord } from "../../../file/message-text.js";
import { pluralize } from "../../../report/report.js";
import { isStarName } from "../../host/config.js";
import { Failure } from "../../host/exit.js";
import { findFiles } from "../../host/find-files.js";
import { renameStep, shownPath } from "../../host/paths.js";
import type { World } from "../../host/world.js";

/** The North Stars that the person means, at least one: that of this folder where none is named. */
export async function starsNamed(world: World, operands: readonly string[]): Promise<[string, ...string[]]> {
  const { files, missing } = await findFiles(world, operands.length > 0 ? operands : ["northstar.yaml"]);
  const [file, ...others] = files;
  if (missing.length === 0 && file) return [file, ...others];
  throw new Failure(
    operands.length > 0
      ? missing.map(({ message }) => message).join("; ")
      : await nothingHere(world, "name a file"),
  );
}

/** That this folder has no northstar.yaml, and what to do: `naming` is how one that is elsewhere is named. */
export async function nothingHere({ cwd }: World, naming: string): Promise<string> {
  const nothing = "found no northstar.yaml in this folder";
  const step = renameStep(cwd);
  if (step !== undefined) return `${nothing}; ${step}`;
  const { possibleFilesBelow } = await import("../../host/search-folders.js");
  const below = possibleFilesBelow(cwd).files.find(({ path, by }) => by === undefined && isOwn(path));
  return below
    ? `${nothing}; ${naming}, such as ${shellWord(shownPath(below.path, cwd))}`
    : `${nothing}; ${naming}, or write one with northstar init`;
}

/** Whether it is a North Star by its name, and not one of a package. */
function isOwn(path: string): boolean {
  return isStarName(path) && !/[\\/]node_modules[\\/]/.test(path);
}

/** The one North Star that the person means; of several, the {@link Failure} starts with what is about one. */
export async function starNamed(world: World, operands: readonly string[], start: string): Promise<string> {
  const [file, ...others] = await starsNamed(world, operands);
  if (others.length === 0) return file;
  throw new Failure(
    `${start}, and here are ${pluralize(others.length + 1, "file")}; name one, such as ${shellWord(file)}`,
  );
}
