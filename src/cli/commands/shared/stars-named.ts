/** Which North Stars a person means who names files, or none. */
import { Failure } from "../../host/exit.js";
import { findFiles } from "../../host/find-files.js";
import { renameStep } from "../../host/paths.js";
import type { World } from "../../host/world.js";

/** The North Stars that the person means, at least one: that of this folder where none is named. */
export async function starsNamed(world: World, operands: readonly string[]): Promise<[string, ...string[]]> {
  const { files, missing } = await findFiles(world, operands.length > 0 ? operands : ["northstar.yaml"]);
  const [file, ...others] = files;
  if (missing.length === 0 && file) return [file, ...others];
  throw new Failure(
    operands.length > 0
      ? missing.map(({ message }) => message).join("; ")
      : `found no northstar.yaml in this folder; ${renameStep(world.cwd) ?? "name a file, or write one with northstar init"}`,
  );
}

/** The only North Star that the person means; of several they have to name one, since `what` ("a post is about") is one. */
export async function starNamed(world: World, operands: readonly string[], what: string): Promise<string> {
  const [file, ...others] = await starsNamed(world, operands);
  if (others.length === 0) return file;
  throw new Failure(`${what} one North Star, and here are ${others.length + 1} files; name one`);
}
