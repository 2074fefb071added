/**
 * Scores the judgement on labelled statements that the model was not trained on: `npm run judge`, which takes about a
 * minute. `UPDATE=1` writes the figures into docs/judgement.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { readDocument } from "../src/file/document.js";
import type { Point, Problem } from "../src/file/problem.js";
import { lint, subjectOf } from "../src/lint/lint.js";
import { rules } from "../src/lint/rules/index.js";
import type { InputObjection } from "../src/model/linear.js";
import { type Opinion, opinionBy } from "../src/model/model.js";
import { featuresIn, type SetName, type Statement, statements, weightsFrom } from "./train.js";

/** A statement, and what rules and model say of it. */
interface Judged {
  statement: Statement;
  percent: number;
  problems: readonly Problem[];
}

/** The frozen fifth by the model that is shipped, everything else by models that were not trained on it. */
function judgedStatements(folds = 5): { frozen: Judged[]; others: Judged[] } {
  const all = statements();
  const known = all.filter(({ frozen, set }) => !frozen && set !== "examples");
  const published = all.filter(({ set }) => set === "examples");
  const frozen = all.filter((each) => each.frozen);
  const others = Array.from({ length: folds }).flatMap((_, fold) => {
    const isOut = (index: number) => index % folds === fold;
    const rest = [...known.filter((_, index) => !isOut(index)), ...published];
    return judgedBy(
      rest,
      known.filter((_, index) => isOut(index)),
    );
  });
  return { frozen: judgedBy([...known, ...published], frozen), others };
}

function judgedBy(training: readonly Statement[], asked: readonly Statement[]): Judged[] {
  const weights = { metric: weightsFrom(training, "metric"), input: weightsFrom(training, "input") };
  return asked.map((statement) => {
    const opinion = opinionBy(weights[statement.kind], featuresIn(statement));
    return { statement, percent: opinion.percent, problems: problemsOf(statement, opinion) };
  });
}

/** The errors and warnings that stand on a statement. */
function problemsOf({ kind, name, definition, beside }: Statement, opinion: Opinion<string>): Problem[] {
  const [metric = "", ...rest] = (
    beside ?? "Jobs done: number of customers who get their job done per week"
  ).split(": ");
  const placeholder = {
    name: "Second",
    definition: "Second factor that moves the metric, counted per week.",
  };
  const star = {
    ...(kind === "metric" ? { name, definition } : { name: metric, definition: rest.join(": ") || metric }),
    game: "productivity" as const,
    inputs: kind === "input" ? [{ name, definition }, placeholder] : [placeholder, placeholder],
    bets: [],
  };
  const document = readDocument(JSON.stringify(star));
  if (Array.isArray(document)) throw new Error(`${name} cannot be read`);
  const subject = subjectOf(star, "2026-11-22");
  const told = Object.create(subject, {
    opinion: { value: kind === "metric" ? (opinion as Opinion<Point>) : null },
    inputOpinions: { value: kind === "input" ? [opinion as Opinion<InputObjection>, null] : [null, null] },
  });
  const { problems } = lint(told, document, { rules, today: "2026-11-22" });
  return problems.filter(({ severity, path, point, rule }) => {
    if (severity === "note") return false;
    if (kind === "input") return path[0] === "inputs" && path[1] === 0 && !rule.startsWith("input-without");
    return point !== null && rule !== "unanswered-point" && (path[0] === "name" || path[0] === "definition");
  });
}

interface Score {
  bad: number;
  good: number;
  caught: number;
  accused: number;
  byError: number;
  onPoint: number;
}

/** How many of the bad are caught, of the good accused, and of the caught on a point that a coach names. */
function scoreOfAll(all: readonly Judged[]): Score {
  const bad = all.filter(({ statement }) => statement.bad);
  const good = all.filter(({ statement }) => !statement.bad);
  const isFlagged = ({ problems }: Judged) => problems.length > 0;
  const caught = bad.filter(isFlagged);
  return {
    bad: bad.length,
    good: good.length,
    caught: caught.length,
    accused: good.filter(isFlagged).length,
    byError: good.filter(({ problems }) => problems.some(({ severity }) => severity === "error")).length,
    onPoint: caught.filter(({ statement, problems }) =>
      problems.some(({ point }) => point !== null && statement.objections.includes(point)),
    ).length,
  };
}

/** A share in percent with its interval of 95 % (Wilson). */
function share(count: number, of: number): string {
  if (of === 0) return "";
  const z = 1.96;
  const p = count / of;
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const percent = (value: number) => Math.round(value * 100);
  return `${percent(p)} (${percent(Math.max(0, middle - half))}–${percent(Math.min(1, middle + half))})`;
}

/** The figures as a Markdown table, for statements whose verdict turns on the text alone. */
function figures({ frozen, others }: ReturnType<typeof judgedStatements>): string {
  const sets: [string, readonly Judged[]][] = [
    ["frozen fifth", frozen],
    ...(["metrics", "statements", "development", "wild"] satisfies SetName[]).map(
      (set): [string, Judged[]] => [set, others.filter(({ statement }) => statement.set === set)],
    ),
  ];
  const rows = sets.flatMap(([name, judged]) =>
    (["metric", "input"] as const).flatMap((kind) => {
      const own = judged.filter(({ statement }) => statement.kind === kind && statement.sure);
      if (own.length === 0) return [];
      const { bad, good, caught, accused, byError, onPoint } = scoreOfAll(own);
      const point = kind === "metric" ? share(onPoint, caught) : "";
      return [
        `| ${name} | ${kind}s | ${bad} / ${good} | ${share(caught, bad)} | ${share(accused, good)} | ${share(byError, good)} | ${point} |`,
      ];
    }),
  );
  return [
    "| set | of | bad / good | caught, % | good accused, % | by an error, % | right point, % |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

/** How often a coach objects, by how sure the model says it is. */
function calibrationTable({ others }: ReturnType<typeof judgedStatements>): string {
  const edges = [0, 10, 30, 50, 70, 90, 100];
  const rows = edges.slice(0, -1).flatMap((from, index) => {
    const to = edges[index + 1] ?? 100;
    const own = others.filter(
      ({ statement, percent }) => statement.sure && percent >= from && (percent < to || to === 100),
    );
    const bad = own.filter(({ statement }) => statement.bad).length;
    return own.length === 0 ? [] : [`| ${from}–${to} | ${own.length} | ${share(bad, own.length)} |`];
  });
  return ["| says, % | statements | a coach objects to, % |", "| --- | --- | --- |", ...rows].join("\n");
}

const page = "docs/judgement.md";
const judged = judgedStatements();
const parts = { figures: figures(judged), calibration: calibrationTable(judged) };
if (process.env.UPDATE) {
  const text = Object.entries(parts).reduce(
    (all, [name, table]) =>
      all.replace(
        new RegExp(`(<!-- ${name} -->\\n\\n).*?(\\n\\n<!-- end of ${name} -->)`, "s"),
        (_, before, after) => `${before}${table}${after}`,
      ),
    readFileSync(page, "utf8"),
  );
  writeFileSync(page, text);
}
console.log(Object.values(parts).join("\n\n"));
