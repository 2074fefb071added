/** Finds and reads the CODEOWNERS of the repository that a file lies in; loaded only where an owner may be one of it. */
import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { listSome } from "../../file/message-text.js";
import { type CodeOwners, codeOwnersIn, codeOwnersPlaces } from "../../work/code-owners.js";
import { attempt, readBytes } from "./read-file.js";
import { rootOf } from "./repository.js";
import type { World } from "./world.js";

/** GitHub reads no larger one, in bytes. */
const most = 3 * 1024 * 1024;

/** What was read before in this process, as long as no file has changed. */
const known = new Map<string, { stamp: string; found: CodeOwners | undefined }>();

/** Who is named in the repository of a file; undefined where there is no CODEOWNERS. */
export function findCodeOwners({ cwd }: Pick<World, "cwd">, name: string): CodeOwners | undefined {
  const folder = dirname(resolve(cwd, name));
  const root = rootOf(folder) ?? folder;
  const stamps = codeOwnersPlaces.map((place) => {
    const stats = attempt(() => statSync(join(root, place)));
    return "value" in stats ? `${stats.value.size} ${stats.value.mtimeMs} ${stats.value.ino}` : "";
  });
  const stamp = stamps.join("|");
  const before = known.get(root);
  if (before?.stamp === stamp) return before.found;
  const found = readAll(root);
  known.set(root, { stamp, found });
  return found;
}

/** Which of several counts is for the forge to say, and nobody in any of them is a mistake. */
function readAll(root: string): CodeOwners | undefined {
  const read = codeOwnersPlaces.flatMap((place) => {
    const bytes = attempt(() => readBytes(join(root, place), { within: root, most }));
    return "value" in bytes ? [{ place, owners: codeOwnersIn(bytes.value.toString("utf8")) }] : [];
  });
  if (read.length === 0) return undefined;
  const owners = new Map(
    read.flatMap(({ owners }) => owners.map((each) => [each.toLowerCase(), each] as const)),
  );
  return { file: listSome(read.map(({ place }) => place)), owners: [...owners.values()] };
}
