/** Known problems that are put off, so that only new ones are reported. */
import { groupBy } from "../file/group-by.js";
import { points } from "../file/problem.js";
import { digest, type Fingerprint } from "./fingerprint.js";

/** A known problem, by what it is about; lines may move. */
export interface Known extends Fingerprint {
  /** As seen from the baseline's folder, with forward slashes. */
  file: string;
}

const head = '{\n  "northstar": "baseline",\n  "version": 1,\n';

/** A baseline as text: one line for each problem, in an order of its own, so that changes stay small. */
export function baselineText(known: readonly Known[]): string {
  const lines = known
    .map(({ file, rule, place, value }) => JSON.stringify({ file, rule, place, value }))
    .sort();
  const list = lines.length === 0 ? "[]" : `[\n    ${lines.join(",\n    ")}\n  ]`;
  return `${head}  "problems": ${list}\n}\n`;
}

/** Whether a text was a baseline once, even if git left a conflict in it. */
export function isBaseline(text: string): boolean {
  return text.startsWith(head);
}

/** The problems in a baseline, or what is wrong with its text. */
export function readBaseline(text: string): Known[] | { reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
  const { northstar, version, problems } = recordOf(value);
  if (northstar !== "baseline" || !Array.isArray(problems)) return { reason: "it holds something else" };
  if (version !== 1) return { reason: `it has version ${JSON.stringify(version)}, and this program reads 1` };
  const known = problems.map(knownOf);
  const wrong = known.indexOf(null);
  return wrong < 0 ? known.flatMap((each) => each ?? []) : { reason: `problem ${wrong + 1} lacks something` };
}

/** Version 0.1.0 placed an open point of a file without a checklist nowhere. */
function knownOf(value: unknown): Known | null {
  const { file, rule, place, value: hash } = recordOf(value);
  return typeof file === "string" &&
    typeof rule === "string" &&
    typeof place === "string" &&
    typeof hash === "string"
    ? { file, rule, place: rule === "unanswered-point" && place === "" ? "checklist" : place, value: hash }
    : null;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** A fingerprint as text, by which a problem of a file is known again when its lines move. */
export function fingerprintKey({ rule, place, value }: Fingerprint): string {
  return JSON.stringify([rule, place, value]);
}

/** A file of a baseline that is called otherwise now. */
export interface Move {
  from: string;
  to: string;
}

/** A file of a baseline that may be one of several now. */
export interface Unclear {
  from: string;
  to: readonly string[];
}

/**
 * The files of a baseline that are gone, each with the one file that the baseline does not know and that has most
 * of its problems: at least half of them, and one that is about words of the team's own, if there is such a one.
 */
export function movesIn(
  known: readonly Known[],
  found: readonly Known[],
  isThere: (file: string) => boolean,
): { moves: Move[]; unclear: Unclear[] } {
  const before = groupBy(known, ({ file }) => file);
  const now = groupBy(found, ({ file }) => file);
  const gone = [...before.keys()].filter((file) => !isThere(file));
  const fresh = [...now.keys()].filter((file) => !before.has(file));
  const moves: Move[] = [];
  const unclear: Unclear[] = [];
  const taken = new Set<string>();
  const likely = gone
    .map((from) => ({ from, ...bestOf(before.get(from) ?? [], fresh) }))
    .sort((a, b) => b.common - a.common);
  for (const { from, to, common } of likely) {
    const rivals = likely.filter(
      (each) => each.common === common && each.to.some((file) => to.includes(file)),
    );
    const [only] = to;
    if (only === undefined || taken.has(only)) continue;
    if (to.length > 1 || rivals.length > 1) unclear.push({ from, to });
    else {
      moves.push({ from, to: only });
      taken.add(only);
    }
  }
  return { moves, unclear };

  function bestOf(problems: readonly Known[], files: readonly string[]): { to: string[]; common: number } {
    const own = problems.filter(isOwn);
    const alike = files.map((file) => {
      const keys = new Set((now.get(file) ?? []).map(fingerprintKey));
      const isCommon = (each: Known) => keys.has(fingerprintKey(each));
      const common = problems.filter(isCommon).length;
      const isLikely =
        own.length > 0 ? own.some(isCommon) && 2 * common >= problems.length : common === problems.length;
      return { file, common: isLikely ? common : 0 };
    });
    const common = Math.max(0, ...alike.map((each) => each.common));
    return {
      to: common === 0 ? [] : alike.filter((each) => each.common === common).map(({ file }) => file),
      common,
    };
  }
}

/** Whether a problem is about a text; lists and points without an answer are alike in all files. */
function isOwn({ value }: Known): boolean {
  return !anyones.has(value.replace(/-\d+$/, ""));
}

const anyones = new Set(["", ...points].map((point) => digest(point, "")));
