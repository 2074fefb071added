/** The life of a North Star, from git and from the file itself. */
import { type Life, lifeOf, type Version } from "../../../diff/life.js";
import type { Northstar } from "../../../file/northstar.js";
import type { Problem } from "../../../file/problem.js";
import { decode } from "../../../file/text.js";
import { readVersions } from "../../../file/versions.js";
import { type Judged, pluralize } from "../../../report/report.js";
import { unfiltered } from "../../host/git.js";
import { type Past, pastOf } from "../../host/past.js";
import type { World } from "../../host/world.js";

/** A life, and what a person should know of what is missing in it. */
export interface LifeOfFile {
  life: Life;
  asides: string[];
}

/** Asks git for the versions of a file; where it has none, the file alone tells its life. */
export function lifeOfFile(world: World, { path, star }: { path: string; star: Northstar }): LifeOfFile {
  const { past, versions } = read(world, path, []);
  return lifeOfPast(path, past, versions, star);
}

/** The same of a file that nobody has read yet: what it says now is read as one more of its versions. */
export function lifeOfText(
  world: World,
  { path, text }: { path: string; text: string },
): LifeOfFile | Judged {
  const { past, versions, now = [] } = read(world, path, [text]);
  return Array.isArray(now)
    ? { path, text, points: [], problems: now }
    : lifeOfPast(path, past, versions, now);
}

/** The versions of a file that git knows, and what texts that are not committed say. */
function read(world: World, file: string, more: readonly string[]) {
  const past = pastOf(world, file);
  const revisions = "reason" in past ? [] : past.revisions;
  const texts = revisions.map(({ bytes }) => (bytes ? decode(bytes) : undefined));
  const stars = readVersions([...texts.map((text) => (typeof text === "string" ? text : "")), ...more]);
  const versions = revisions.map(({ bytes: _, isLacking: __, ...revision }, index): Version => {
    const text = texts[index];
    const star = typeof text === "string" ? stars[index] : text;
    if (star === undefined) return { ...revision, fault: "" };
    return Array.isArray(star) ? { ...revision, fault: faultOf(star) } : { ...revision, star };
  });
  return { past, versions, now: stars[texts.length] };
}

function lifeOfPast(
  file: string,
  past: Past | { reason: string },
  versions: readonly Version[],
  star: Northstar,
): LifeOfFile {
  if ("reason" in past)
    return {
      life: lifeOf([], star),
      asides: [`git says nothing of the past of ${file}, so the file alone tells it: ${past.reason}`],
    };
  const latest = versions.at(-1)?.commit;
  const now: Version = {
    commit: null,
    day: null,
    author: null,
    subject: null,
    parents: latest ? [latest] : [],
    star,
  };
  return { life: lifeOf(latest ? [...versions, now] : [], star), asides: asidesOf(file, past) };
}

function faultOf([first]: readonly Problem[]): string {
  return first ? `line ${first.range.start.line}: ${first.message}` : "";
}

function asidesOf(file: string, { revisions, isCut, copyOf }: Past): string[] {
  const lacking = revisions.filter(({ isLacking }) => isLacking).length;
  return [
    ...(revisions.length === 0
      ? [`git has no version of ${file} yet, so the file alone tells its past: commit it`]
      : []),
    ...(isCut
      ? [
          `this clone is shallow, so the past of ${file} ends on ${revisions[0]?.day}; git fetch --unshallow brings the rest, and so does fetch-depth: 0 in GitHub Actions or GIT_DEPTH: 0 in GitLab`,
        ]
      : []),
    ...(copyOf === undefined ? [] : [`${file} began as a copy of ${copyOf}, whose past is its own`]),
    ...(lacking > 0
      ? [
          `this clone lacks ${pluralize(lacking, "version")} of ${file}, which nothing is fetched for; ${unfiltered} brings them`,
        ]
      : []),
  ];
}
