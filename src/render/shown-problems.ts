/** Problems for those who look at a document: each with the words beside which it is to be shown. */
import { capitalized } from "../file/message-text.js";
import type { Path, Problem, Severity } from "../file/problem.js";
import { questionOf } from "../lint/catalogue.js";
import { plain } from "../report/escape.js";
import type { Judged } from "../report/report.js";
import { englishWords, type Wording } from "./words/words.js";

/** Plain data. */
export interface ShownProblem {
  rule: string;
  severity: Severity;
  message: string;
  question: string | null;
  /** In the file, from 1. */
  line: number;
  column: number;
  /** Texts as documents have them, the most exact first: it belongs to the first of them that a document shows. */
  about: readonly string[];
}

/** What was found in a North Star, in the order of the file. */
export function shownProblems(
  { star, problems }: Pick<Judged, "star" | "problems">,
  words: Wording = englishWords,
): ShownProblem[] {
  return problems.map((problem) => ({
    rule: problem.rule,
    severity: problem.severity,
    message: plain(problem.message),
    question: questionOf(problem.rule),
    line: problem.range.start.line,
    column: problem.range.start.column,
    about: star ? aboutOf(problem, star, words) : [],
  }));
}

function aboutOf({ path, point }: Problem, star: NonNullable<Judged["star"]>, words: Wording): string[] {
  const [key = ""] = path;
  const texts = [...valuesAt(path, star)].reverse().flatMap(wordsOf);
  const title = point && texts.length === 0 ? [words.points[point]] : headingsOf(String(key), words);
  return [...new Set([...texts, ...title, plain(star.name)])].filter(Boolean);
}

/** What stands above what is said under a key: "Inputs", and so in trees. */
function headingsOf(key: string, { columns, kickers, page, tag }: Wording): string[] {
  const own = { ...kickers, ...page, inputs: columns.input, results: columns.result };
  const heading = Object.hasOwn(own, key) ? own[key as keyof typeof own] : capitalized(key);
  return [heading, heading.toLocaleUpperCase(tag)];
}

/** The values on the way to a place. */
function* valuesAt(path: Path, star: object): Generator<unknown> {
  let value: unknown = star;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return;
    value = Reflect.get(value, step);
    yield value;
  }
}

/** What documents show of a value: a text itself, of a thing its name or what it says. */
function wordsOf(value: unknown): string[] {
  if (typeof value === "string") return [plain(value)];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const { name, if: condition, question } = value as Record<string, unknown>;
  return [name, condition, question].flatMap((each) => (typeof each === "string" ? [plain(each)] : []));
}
