/** The life of a North Star, from git and from the file itself. */
import { type Life, lifeOf, type Version } from "../../../diff/life.js";
import type { Northstar } from "../../../file/northstar.js";
import type { Problem } from "../../../file/problem.js";
import { decode } from "../../../file/text.js";
import { readVersions } from "../../../file/versions.js";
import { pluralize } from "../../../report/report.js";
import { type Past, pastOf, type Revision } from "../../host/past.js";
import type { World } from "../../host/world.js";

/** A life, and what a person should know of what is missing in it. */
export interface LifeOfFile {
  life: Life;
  asides: string[];
}

/** A North Star and the file that it stands in. */
interface Read {
  path: string;
  star: Northstar;
}

/** Asks git for the versions of a file; where it has none, the file alone tells its life. */
export function lifeOfFile(world: World, { path: file, star }: Read): LifeOfFile {
  const past = pastOf(world, file);
  if ("reason" in past)
    return {
      life: lifeOf([], star),
      asides: [`git says nothing of the past of ${file}, so the file alone tells it: ${past.reason}`],
    };
  const versions = versionsIn(past.revisions);
  const latest = past.revisions.at(-1);
  const now: Version = {
    commit: null,
    day: null,
    author: null,
    subject: null,
    parents: latest ? [latest.commit] : [],
    star,
  };
  return {
    life: lifeOf(latest ? [...versions, now] : [], star),
    asides: asidesOf(file, past),
  };
}

function versionsIn(revisions: readonly Revision[]): Version[] {
  const decoded = revisions.map(({ bytes }) => (bytes ? decode(bytes) : undefined));
  const stars = readVersions(decoded.map((text) => (typeof text === "string" ? text : "")));
  return revisions.map(({ bytes, isLacking: _, ...revision }, index): Version => {
    const text = decoded[index];
    const read = typeof text === "string" ? stars[index] : text;
    if (read === undefined) return { ...revision, fault: "" };
    return Array.isArray(read) ? { ...revision, fault: faultOf(read) } : { ...revision, star: read };
  });
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
          `this clone lacks ${pluralize(lacking, "version")} of ${file}, which nothing is fetched for; git fetch --refetch --no-filter brings them`,
        ]
      : []),
  ];
}
