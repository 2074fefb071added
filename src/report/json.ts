import { fixer } from "../file/fix.js";
import { linesOf } from "../file/lines.js";
import type { Fix, Problem } from "../file/problem.js";
import { helpOf, ruleDocOf } from "../lint/catalogue.js";
import { readingOf } from "./reading-report.js";
import { type Report, summaryOf } from "./report.js";
import { jsonText } from "./terminal-text.js";

/** The report for programs, version 1: schemas/report.schema.json. */
export function json(report: Report): string {
  const files = report.files.map(
    ({ path, text, star, points, problems, ignored, known, reading, skipped = [] }) => ({
      path,
      name: star?.name ?? null,
      points,
      problems: problemsOf(text, problems),
      ...(known && { known: known.length }),
      ...(report.showIgnored && { ignored: problemsOf(text, ignored ?? []) }),
      reading: reading ? readingOf(reading) : null,
      skipped,
    }),
  );
  const error = errorOf(report);
  const whole = { version: 1, files, summary: summaryOf(report), ...(error && { error }) };
  return jsonText(whole);
}

/** The first error of a run, and what else could not be judged. */
function errorOf({ errors = [] }: Report) {
  const [first, ...others] = errors.map(({ message, path = null, range = null }) => ({
    message,
    path,
    range,
  }));
  return first && { ...first, others };
}

/** The fields of version 1, in the order in which people read them. */
function problemsOf(text: string, problems: readonly Problem[]) {
  const editsOf = fixer(text);
  const lines = linesOf(text);
  return problems.map((problem) => {
    const { rule, point, severity, message, path, range, related } = problem;
    const { why, question, chapter } = ruleDocOf(rule);
    return {
      rule,
      point,
      severity,
      confidence: problem.confidence ?? "high",
      message,
      why,
      question,
      chapter,
      path,
      range,
      related: related.map(({ message, path, range }) => ({ message, path, range })),
      help: helpOf(rule),
      fix: problem.fix ? fixOf(problem.fix) : null,
      ...(problem.answer !== undefined && { reason: problem.answer }),
    };
  });

  function fixOf(fix: Fix) {
    const { title, safe } = fix;
    const edits = editsOf(fix);
    if (!edits) return null;
    return {
      title,
      safe,
      edits: edits.map(({ start, end, text }) => ({ range: lines.range(start, end), text })),
    };
  }
}
