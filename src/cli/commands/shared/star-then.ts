/** A North Star as it was on a day or at a revision of git. */
import { dirname, relative, resolve } from "node:path";
import type { Northstar } from "../../../file/northstar.js";
import { decode } from "../../../file/text.js";
import { checkSource } from "../../../lint/check.js";
import { Failure } from "../../host/exit.js";
import { callerIn, git, isShallow, lineOf } from "../../host/git.js";
import { textsAt } from "../../host/revision.js";
import type { World } from "../../host/world.js";

/** A file as it is now: its path as seen from the current folder, and its text. */
interface Now {
  path: string;
  text: string;
}

/** What it was, and the commit that has it; or why nothing of that is known. */
export type StarThen = { star: Northstar; commit: string } | { reason: string };

/** The North Star of the last commit before a day (as YYYY-MM-DD). */
export function starOn(world: World, file: Now, day: string): StarThen {
  const there = besideFile(world, file);
  const answer = git(there, ["rev-list", "-1", `--before=${day}T00:00:00`, "HEAD"]);
  if ("value" in answer) {
    const commit = lineOf(answer.value);
    if (commit) return starIn(there, world, file, commit);
    return {
      reason: isShallow(there)
        ? `this clone is shallow and has nothing from before ${day}; git fetch --unshallow brings the rest, and so does fetch-depth: 0 in GitHub Actions or GIT_DEPTH: 0 in GitLab`
        : `git has no version of ${file.path} from before ${day}`,
    };
  }
  const isUnborn = "value" in git(there, ["rev-parse", "--git-dir"]);
  return { reason: isUnborn ? `git has no version of ${file.path} yet` : answer.reason };
}

/** The North Star of a revision and its day, which is that of the commit. A revision that there is not is a Failure. */
export function starAt(world: World, file: Now, revision: string): { day: string; was: StarThen } {
  const there = besideFile(world, file);
  const answer = git(there, ["log", "-1", "--format=%H %cs", "--end-of-options", revision, "--"]);
  const [commit = "", day = ""] = "value" in answer ? lineOf(answer.value).split(" ") : [];
  // Whoever asks for texts is told why there is no such revision; of a file git shows nothing.
  if (commit === "") textsAt(there, revision, []);
  return { day, was: starIn(there, world, file, commit) };
}

/** Whether git knows a revision by these words, in the repository of a file. */
export function isRevision(world: World, file: Pick<Now, "path">, words: string): boolean {
  const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${words}^{commit}`];
  return "value" in git(besideFile(world, file), asked);
}

/** The file may be in another repository than the current folder. */
function besideFile(world: World, { path }: Pick<Now, "path">): World {
  return { ...world, ...callerIn(world, dirname(resolve(world.cwd, path))) };
}

function starIn(there: World, { cwd }: World, { path, text }: Now, commit: string): StarThen {
  const name = relative(there.cwd, resolve(cwd, path));
  const bytes = bytesAt(there, commit, { path: name, text });
  if ("reason" in bytes) return bytes;
  const version = `the version of ${path} in ${commit.slice(0, 10)}`;
  if (!bytes.value) return { reason: `${path} was not there in ${commit.slice(0, 10)}` };
  const then = decode(bytes.value);
  if (typeof then !== "string") return { reason: `${version} is no text` };
  const { star, problems } = checkSource(then, { rules: [], today: "0000-01-01" });
  if (star) return { star, commit };
  const [first] = problems;
  return {
    reason: `${version} is no valid North Star${first ? ` (line ${first.range.start.line}: ${first.message})` : ""}`,
  };
}

function bytesAt(
  there: World,
  commit: string,
  file: Now,
): { value: Buffer | undefined } | { reason: string } {
  try {
    return { value: textsAt(there, commit, [file]).get(file.path) };
  } catch (error) {
    if (error instanceof Failure) return { reason: error.message };
    throw error;
  }
}
