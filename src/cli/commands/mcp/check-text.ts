/** Judges a text, or the file as it is, for an agent. */
import type { Problem } from "../../../file/problem.js";
import { helpOf, ruleDocOf } from "../../../lint/catalogue.js";
import { sentence } from "../../../reading/sentence.js";
import { plain } from "../../../report/escape.js";
import { bySeverity, type Judged, pluralize, scoreOf } from "../../../report/report.js";
import { judgeFile, judgeText, withSources } from "../shared/judge-file.js";
import { type Asked, askedFile } from "./asked-star.js";

/** So many problems are told, the gravest first. */
const mostProblems = 50;

/** What a check says; plain data. */
export type CheckAnswer = ReturnType<typeof answerOf>;

/** Judges a text as if it stood in the file, or the file. */
export async function checkFor(asked: Asked, text: string | undefined): Promise<CheckAnswer> {
  const { world } = asked;
  const { file, settings } = await askedFile(asked).catch((error: unknown) => {
    // A text can be judged where there is no file yet.
    if (text === undefined) throw error;
    return { file: "northstar.yaml", settings: null };
  });
  const judging = settings?.judging;
  return answerOf(
    text === undefined
      ? await judgeFile(world, file, judging)
      : judgeText(world, file, text, await withSources(world, file, text, judging)),
  );
}

function answerOf({ path, star, points, problems, reading }: Judged) {
  const sorted = [...problems].sort(bySeverity);
  return {
    file: path,
    name: star && plain(star.name),
    score: star && scoreOf(points),
    reading: (reading && sentence(reading)) ?? undefined,
    points: points.map(({ id, number, state }) => ({ id, number, state })),
    problems: sorted.slice(0, mostProblems).map(problemTold),
    more: Math.max(0, sorted.length - mostProblems),
  };
}

/** A problem as agents read it. */
export function problemTold({ rule, point, severity, confidence, message, range }: Problem) {
  const { question, chapter } = ruleDocOf(rule);
  const told = {
    rule,
    point: point ?? undefined,
    severity,
    confidence: confidence ?? "high",
    message: plain(message),
  };
  return {
    ...told,
    question: question ?? undefined,
    chapter: chapter ?? undefined,
    range,
    help: helpOf(rule),
  };
}

/** The same in lines. */
export function checkInLines({ file, score, reading, problems, more }: CheckAnswer): string {
  return [
    score ?? `${file} cannot be read as a North Star.`,
    ...(reading ? [`Reads as: ${reading}`] : []),
    ...problemLines(problems),
    ...(more > 0 ? [`and ${pluralize(more, "more problem")}`] : []),
  ].join("\n");
}

/** Each problem in a line; the first of a rule with the question that it asks. */
export function problemLines(problems: readonly ReturnType<typeof problemTold>[]): string[] {
  return problems.map(({ range, severity, rule, message, question }, index) => {
    const { line, column } = range.start;
    const asks = question && problems.findIndex((each) => each.rule === rule) === index;
    return `${line}:${column} ${severity} ${rule}: ${message}${asks ? ` (ask: ${question})` : ""}`;
  });
}
