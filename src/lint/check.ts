/** The whole pipeline: from a text to the North Star in it, the state of each point, and problems. */
import { type Document, readDocument } from "../file/document.js";
import type { Northstar } from "../file/northstar.js";
import { passwordsIn } from "../file/passwords.js";
import { compareProblems, type Point, type Problem, points } from "../file/problem.js";
import { validate } from "../file/validate.js";
import { hasBlank } from "../reading/blank.js";
import type { Reading } from "../reading/reading.js";
import { answerTo } from "./answer.js";
import type { AfterIgnores } from "./apply-ignores.js";
import { isEnglish, type LintOptions, lint, subjectOf } from "./lint.js";

/** met: answered, nothing speaks against it; open: not answered; doubtful: a warning stands; broken: an error. */
export type State = "met" | "open" | "doubtful" | "broken";

export interface PointState {
  id: Point;
  /** From 1 to 7, the playbook's order. */
  number: number;
  state: State;
}

/** What a check gives: without `star`, the text could not be read as a North Star and `points` is empty. */
export interface Checked {
  star?: Northstar;
  points: PointState[];
  problems: Problem[];
  /** What was found and is answered by a comment. */
  ignored?: readonly Problem[];
  /** What rules over several files would find here; see `acrossFiles`. */
  pending?: AfterIgnores;
  /** How name and definition were understood; null where they are not in English, or have blanks. */
  reading?: Reading | null;
  /** Rules that read English and were left out since the file's `language` is another. */
  skipped?: readonly string[];
}

/** Judges the text of a northstar.yaml. */
export function checkSource(text: string, options: LintOptions): Checked {
  const document = readDocument(text);
  return Array.isArray(document) ? { points: [], problems: document } : checkDocument(document, options);
}

/** The same for a text that has been read already. */
export function checkDocument(document: Document, options: LintOptions): Checked {
  const star = validate(document);
  if (Array.isArray(star)) {
    const problems = [...star, ...passwordsIn(document.text, document.lines)];
    return { points: [], problems: problems.sort(compareProblems) };
  }
  const subject = subjectOf(
    star,
    options.today,
    options.lexicon,
    options.horizons,
    options.sources,
    options.before,
    options.codeOwners,
  );
  const { problems, ignored, pending } = lint(subject, document, options);
  const english = isEnglish(star);
  return {
    star,
    points: statesOf(star, problems),
    problems,
    ignored,
    pending,
    reading: english && !hasBlank(star.definition) ? subject.metric : null,
    skipped: english ? [] : skippedBy(options),
  };
}

/** The North Star in a text, without a judgement; undefined where it is none. */
export function starIn(text: string): Northstar | undefined {
  const document = readDocument(text);
  const star = Array.isArray(document) ? document : validate(document);
  return Array.isArray(star) ? undefined : star;
}

function skippedBy({ rules, severities = {} }: LintOptions): string[] {
  return rules.filter((rule) => rule.english && severities[rule.id] !== "off").map(({ id }) => id);
}

/** The state of each of the seven points. */
function statesOf(star: Northstar, problems: readonly Problem[]): PointState[] {
  return points.map((id, index) => ({ id, number: index + 1, state: stateOf(id) }));

  function stateOf(point: Point): State {
    const against = problems.filter((each) => each.point === point && each.rule !== "unanswered-point");
    if (against.some((each) => each.severity === "error")) return "broken";
    if (against.some((each) => each.severity === "warning")) return "doubtful";
    return answerTo(star, point)?.empty === null ? "met" : "open";
  }
}
