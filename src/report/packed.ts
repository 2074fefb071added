/** What reports tell of a judged file as plain data, to be stored or sent to another thread. */
import { type Path, type Problem, points as pointNames, severities } from "../file/problem.js";
import type { Checked } from "../lint/check.js";
import type { Heard } from "../lint/hear.js";
import { knownFaults } from "../lint/known.js";
import type { Told } from "./report.js";
import { anyMapOf, either, isCount, isFlag, isText, listOf, mapOf, oneOf, perhaps } from "./shape.js";

/** JSON holds it. What a rule says of all its problems is left out. */
export type Packed = Pick<Told, "star" | "points" | "reading" | "skipped"> &
  PackedProblems & { claims?: PackedProblems };

interface PackedProblems {
  problems: readonly PackedProblem[];
  ignored: readonly PackedProblem[];
}

type PackedProblem = Omit<Problem, "why" | "question" | "chapter" | "help">;

export function pack({ star, points, problems, ignored = [], claims, reading, skipped }: Checked): Packed {
  return {
    ...(star && { star: excerptOf(star, allOf({ problems, ignored, claims })) }),
    points,
    ...packProblems({ problems, ignored }),
    ...(claims && { claims: packProblems(claims) }),
    ...(reading !== undefined && { reading: reading && understoodOf(reading) }),
    ...(skipped && { skipped }),
  };
}

/** Reads what was packed and kept where anybody may have written; undefined where it is not that, or of another version. */
export function readPacked(json: string): Packed | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isPacked(value) ? (value as Packed) : undefined;
  } catch {
    return undefined;
  }
}

const isPlace = mapOf({ line: isCount, column: isCount });
const isRange = mapOf({ start: isPlace, end: isPlace });
const isPath = listOf(either(isText, isCount));
const isPart = mapOf({ text: isText, start: isCount, end: isCount });
const isLabelled = mapOf({ text: isText, start: isCount, end: isCount, label: isText });

const isFix = either(
  mapOf({
    title: isText,
    safe: isFlag,
    edits: listOf(mapOf({ start: isCount, end: isCount, text: isText })),
  }),
  mapOf({ title: isText, safe: isFlag, edits: oneOf(undefined), changes: listOf(mapOf({ path: isPath })) }),
);

const isProblem = mapOf({
  rule: (value) => faults.has(String(value)),
  point: oneOf(null, ...pointNames),
  severity: oneOf(...severities),
  message: isText,
  path: isPath,
  range: isRange,
  related: listOf(mapOf({ message: isText, path: isPath, range: isRange })),
  fix: perhaps(isFix),
  answer: perhaps(isText),
  claim: perhaps(isText),
});

const problemFields = { problems: listOf(isProblem), ignored: listOf(isProblem) };

const isPacked = mapOf({
  ...problemFields,
  claims: perhaps(mapOf(problemFields)),
  star: perhaps(
    mapOf({
      name: isText,
      game: isText,
      language: perhaps(isText),
      checklist: perhaps(anyMapOf(isText)),
    }),
  ),
  points: listOf(
    mapOf({
      id: oneOf(...pointNames),
      number: isCount,
      state: oneOf("met", "open", "doubtful", "broken"),
    }),
  ),
  reading: perhaps(
    either(
      oneOf(null),
      mapOf({
        definition: isText,
        aggregation: oneOf(null, "count", "share", "ratio", "sum", "average", "time"),
        counted: either(oneOf(null), isPart),
        acts: listOf(isPart),
        thresholds: listOf(isLabelled),
        qualifiers: listOf(isPart),
        window: either(oneOf(null), isLabelled),
        per: either(oneOf(null), isPart),
      }),
    ),
  ),
  skipped: perhaps(listOf(isText)),
});

/** What was packed, of a file that is called so. The text is that of the file, where there is something to show in it. */
export function unpack({ claims, ...packed }: Packed, path: string, text: string): Told {
  return {
    ...packed,
    path,
    text: allOf({ ...packed, claims }).length > 0 ? text : "",
    ...unpackProblems(packed),
    ...(claims && { claims: unpackProblems(claims) }),
  };
}

/** All that may be told of a file, also of what its comments answer. */
function allOf<T>({ problems, ignored, claims }: Found<T> & { claims?: Found<T> | undefined }): T[] {
  return [...problems, ...ignored, ...(claims?.problems ?? []), ...(claims?.ignored ?? [])];
}

type Found<T> = Readonly<Record<keyof Heard, readonly T[]>>;

function packProblems({ problems, ignored }: Found<Problem>): PackedProblems {
  return { problems: problems.map(packProblem), ignored: ignored.map(packProblem) };
}

function unpackProblems({ problems, ignored }: PackedProblems): Heard {
  return { problems: problems.map(unpackProblem), ignored: ignored.map(unpackProblem) };
}

function packProblem({ why, question, chapter, help, ...own }: Problem): PackedProblem {
  return own;
}

function unpackProblem(own: PackedProblem): Problem {
  const fault = faults.get(own.rule);
  if (!fault) throw new Error(`there is no rule ${own.rule}`);
  const { why, question, chapter } = fault;
  return { ...own, why, question, chapter, help: `northstar explain ${own.rule}` };
}

const faults = new Map(knownFaults.map((fault) => [fault.id, fault]));

function understoodOf(reading: NonNullable<Checked["reading"]>): NonNullable<Told["reading"]> {
  const { definition, aggregation, counted, acts, thresholds, qualifiers, window, per } = reading;
  return { definition, aggregation, counted, acts, thresholds, qualifiers, window, per };
}

/** What reports tell of a North Star, and the values that problems are about. */
function excerptOf(
  star: NonNullable<Checked["star"]>,
  problems: readonly Problem[],
): NonNullable<Told["star"]> {
  const { name, game, language, checklist } = star;
  const excerpt = { name, game, ...(language && { language }), ...(checklist && { checklist }) };
  for (const { path } of problems) copyAlong(path, star, excerpt);
  return excerpt;
}

/** Copies the value at the end of a path, and of what it stands in the names: an item goes by its own. */
function copyAlong(path: Path, from: object, to: object): void {
  const [step, ...rest] = path;
  if (step === undefined) return;
  const value: unknown = Reflect.get(from, step);
  if (typeof value !== "object" || value === null) {
    Reflect.set(to, step, value);
    return;
  }
  const before: unknown = Reflect.get(to, step);
  const copy = typeof before === "object" && before !== null ? before : namesOf(value);
  Reflect.set(to, step, copy);
  copyAlong(rest, value, copy);
}

function namesOf(value: object): object {
  if (Array.isArray(value)) return [];
  const { id, name, if: condition } = value as { id?: unknown; name?: unknown; if?: unknown };
  return { id, name, if: condition };
}
