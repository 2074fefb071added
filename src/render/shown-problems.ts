/** Problems for those who look at a document: each with the words beside which it is to be shown. */
import type { Path, Problem, Severity } from "../file/problem.js";
import { questionOf } from "../lint/catalogue.js";
import { checklist } from "../lint/playbook.js";
import { plain } from "../report/escape.js";
import type { Judged } from "../report/report.js";

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
export function shownProblems({ star, problems }: Pick<Judged, "star" | "problems">): ShownProblem[] {
  return problems.map((problem) => ({
    rule: problem.rule,
    severity: problem.severity,
    message: plain(problem.message),
    question: questionOf(problem.rule),
    line: problem.range.start.line,
    column: problem.range.start.column,
    about: star ? aboutOf(problem, star) : [],
  }));
}

function aboutOf({ path, point }: Problem, star: NonNullable<Judged["star"]>): string[] {
  const [key = ""] = path;
  const texts = [...valuesAt(path, star)].reverse().flatMap(wordsOf);
  const title = point && texts.length === 0 ? [checklist[point].name] : headingsOf(String(key));
  return [...new Set([...texts, ...title, plain(star.name)])].filter(Boolean);
}

/** What stands above what is said under a key: "Inputs", and so in trees. */
function headingsOf(key: string): string[] {
  const heading = key.charAt(0).toUpperCase() + key.slice(1);
  return [heading, heading.toUpperCase()];
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
