/** What was expected of bets before: by the lock, and by the history of the files in git. */
import { basename, dirname, resolve } from "node:path";
import { type Claim, claimsOf } from "../../../evidence/claims.js";
import type { BetPast, StarEvidence } from "../../../evidence/star-evidence.js";
import { backticked } from "../../../file/message-text.js";
import type { Northstar } from "../../../file/northstar.js";
import { decode } from "../../../file/text.js";
import { readVersions } from "../../../file/versions.js";
import { pluralize } from "../../../report/report.js";
import type { LockedBet } from "../../../series/lock-file.js";
import { Failure } from "../../host/exit.js";
import { callerIn, type GitCaller, git, objectsOf } from "../../host/git.js";
import type { KeptSeries } from "../../host/series-files.js";
import { changeLock, lockOf, lockPathOf } from "../../host/star-lock.js";
import { printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import type { OpenStar } from "../shared/open-star.js";

/** How many versions of a file are looked at. */
const mostVersions = 100;

/** A commit's time in seconds since 1970, and its day. */
interface When {
  time: number;
  day: string;
}

/** What is known of each bet that says what to expect, by its key. */
export function pastsOf(
  world: World,
  { file, star }: OpenStar,
  kept: readonly KeptSeries[],
): Map<string, BetPast> {
  const { bets } = lockOf(world, file);
  const claims = claimsOf(star).filter(({ bet }) => bet.expect?.after !== undefined);
  if (claims.length === 0 || kept.length === 0) return new Map();
  const added = addedIn(world, kept);
  const versions = added.size > 0 ? versionsOf(world, file) : [];
  return new Map(
    claims.map((claim) => {
      const there = Math.max(
        ...[claim.cause, claim.effect].map((thing) => added.get(thing?.id ?? "")?.time ?? Infinity),
      );
      const late = Number.isFinite(there) ? lateIn(claim, versions, there) : [];
      return [claim.key, { looked: ownOf(bets, claim.key), late }];
    }),
  );
}

function ownOf<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** What a version of the file expects of each bet: its direction and time. */
interface Version extends When {
  expects: ReadonlyMap<string, string>;
}

/** Why a time counts as picked: it was set, or changed, when the numbers of both had been there already. */
function lateIn(claim: Claim, versions: readonly Version[], there: number): string[] {
  const own = expectedOf(claim);
  const [newest] = versions;
  if (!newest) return [];
  const count = versions.findIndex(({ expects }) => expects.get(claim.key) !== own);
  const since = versions[(count < 0 ? versions.length : count) - 1];
  const before = versions[count]?.expects.get(claim.key);
  if (since && since.time <= there) return [];
  // The oldest version that is looked at says the same: since when is not known.
  if (count < 0) return [];
  const day = since ? `on ${since.day}` : "since the last commit";
  return [
    before === undefined
      ? `its time was set ${day}, when the numbers were there already`
      : `it said ${before} before it was changed ${day}, when the numbers were there already`,
  ];
}

/** What a bet expects, as a text that can be compared and shown. */
function expectedOf({ bet: { expect } }: Claim): string | undefined {
  return expect?.after === undefined ? undefined : `${expect.direction} after ${backticked(expect.after)}`;
}

/** The versions of a file that can be read, the newest first. */
function versionsOf(world: World, file: string): Version[] {
  const path = resolve(world.cwd, file);
  const asker = callerIn(world, dirname(path));
  const commits = changesOf(asker, [basename(path)], ["-n", String(mostVersions)]);
  const contents = objectsOf(
    asker,
    commits.flatMap(({ id }) => (/[^0]/.test(id) ? [id] : [])),
  );
  const texts = commits.map(({ id }) => {
    const bytes = contents.get(id);
    return bytes && decode(bytes);
  });
  const stars = readVersions(texts.map((text) => (typeof text === "string" ? text : "")));
  return commits.flatMap(({ time, day }, at) => {
    const star = typeof texts[at] === "string" ? stars[at] : undefined;
    return star === undefined || Array.isArray(star) ? [] : [{ time, day, expects: expectsIn(star) }];
  });
}

function expectsIn(star: Northstar): Map<string, string> {
  return new Map(
    claimsOf(star).flatMap((claim) => {
      const expected = expectedOf(claim);
      return expected === undefined ? [] : [[claim.key, expected] as const];
    }),
  );
}

/** When each series came into the repository, by the id of its thing: git is asked once for each folder of series. */
function addedIn(world: World, kept: readonly KeptSeries[]): Map<string, When> {
  const placed = kept.map(({ thing, path }) => ({ thing, place: resolve(world.cwd, path) }));
  const added = new Map<string, When>();
  for (const folder of new Set(placed.map(({ place }) => dirname(place)))) {
    const here = placed.filter(({ place }) => dirname(place) === folder);
    const names = here.map(({ place }) => basename(place));
    const commits = changesOf(callerIn(world, folder), names, ["--diff-filter=A"]);
    for (const { thing, place } of here) {
      const first = commits.findLast(({ name }) => name === basename(place));
      if (first) added.set(thing.id, { time: first.time, day: first.day });
    }
  }
  return added;
}

/** A change of a file: when, and the id of what it held then; zeros where it is gone. */
interface FileChange extends When {
  name: string;
  id: string;
}

/** The changes that some files of a folder had, the newest first; none without git. */
function changesOf(asker: GitCaller, names: readonly string[], options: readonly string[]): FileChange[] {
  const answer = git(asker, [
    "--literal-pathspecs",
    "log",
    "--no-color",
    "--no-show-signature",
    "--no-renames",
    "--relative",
    "--raw",
    "--no-abbrev",
    "-z",
    "--format=commit %at %as",
    ...options,
    "--",
    ...names,
  ]);
  if ("reason" in answer) return [];
  const commits = answer.value.toString("utf8").split(/(?:^|\0)commit (?=\d+ )/);
  return commits.flatMap((commit) => {
    const [, time, day = ""] = /^(\d+) ([\d-]+)/.exec(commit) ?? [];
    const changes = [...commit.matchAll(/\0\n?:\d+ \d+ \w+ (\w+) \w\0([^\0]+)/g)];
    return changes.map(([, id = "", name = ""]) => ({ time: Number(time), day, id, name }));
  });
}

/** Notes what each bet expected when its evidence was looked at for the first time. */
export function lookedAt(world: World, file: string, { bets }: StarEvidence, today: string): void {
  const seen = bets.flatMap(({ claim, result }) => {
    const { direction, by, after } = claim.bet.expect ?? {};
    if ("reason" in result || !direction) return [];
    const looked: LockedBet = {
      direction,
      ...(by !== undefined && { by: String(by) }),
      ...(after !== undefined && { after }),
      looked: today,
    };
    return [[claim.key, looked] as const];
  });
  const known = lockOf(world, file).bets;
  const fresh = seen.filter(([key]) => ownOf(known, key) === undefined);
  if (fresh.length === 0) return;
  try {
    changeLock(world, lockPathOf(file), "bets", (bets) => ({ ...Object.fromEntries(fresh), ...bets }));
    printMessage(
      world,
      `noted in ${lockPathOf(file)} what ${pluralize(fresh.length, "bet")} expected now that the numbers were looked at; commit it with them`,
    );
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    printMessage(world, `what bets expected could not be noted: ${error.message}`);
  }
}
