/** Problems that are known and put off: what a team starts from, so that only new ones are told. */
import type { Fingerprint } from "./fingerprint.js";

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

/** By what a problem of a file is known again. */
export function keyOf({ rule, place, value }: Fingerprint): string {
  return JSON.stringify([rule, place, value]);
}
