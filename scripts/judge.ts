/**
 * Scores the judgement on labelled statements that the model was not trained on: `npm run judge`, which takes about two
 * minutes. `npm run judge -- --curve` trains on parts of them, too. `UPDATE=1` writes the figures into
 * docs/judgement.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { readDocument } from "../src/file/document.js";
import type { Bet, Northstar } from "../src/file/northstar.js";
import { type Path, type Problem, points } from "../src/file/problem.js";
import { lint, subjectOf } from "../src/lint/lint.js";
import type { Opinions } from "../src/lint/opinions.js";
import { rules } from "../src/lint/rules/index.js";
import { objections, type StatementKind } from "../src/model/linear.js";
import { type Opinion, opinionBy } from "../src/model/model.js";
import { featuresIn, type SetName, type Statement, statements, weightsFrom } from "./train.js";

/** A statement, and what rules and model say of it. */
interface Judgement {
  statement: Statement;
  percent: number;
  problems: readonly Problem[];
}

/** The frozen fifth by the model that is shipped, everything else by models that were not trained on it. */
function judgements(folds = 5): { frozen: Judgement[]; others: Judgement[] } {
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

const kinds = Object.keys(objections) as StatementKind[];

function judgedBy(training: readonly Statement[], asked: readonly Statement[]): Judgement[] {
  const weights = Object.fromEntries(
    kinds
      .filter((kind) => asked.some((each) => each.kind === kind))
      .map((kind) => [kind, weightsFrom(training, kind)]),
  );
  return asked.map((statement) => {
    const outputs = weights[statement.kind];
    if (!outputs) throw new Error(`no model of a ${statement.kind}`);
    const opinion = opinionBy(outputs, () => featuresIn(statement));
    return { statement, percent: opinion.percent, problems: problemsOf(statement, opinion) };
  });
}

const placeholders = [
  { name: "Second", definition: "Second factor that moves the metric, counted per week." },
  { name: "Third", definition: "Third factor that moves the metric, counted per week." },
];

/** A North Star that is sound but for the statement, and where the statement stands in it. */
function starWith({ kind, name, definition, beside, point }: Statement): { star: Northstar; path: Path } {
  const [metric = "", ...rest] = (
    beside ?? "Jobs done: number of customers who get their job done per week"
  ).split(": ");
  const star = {
    name: metric,
    definition: rest.join(": ") || metric,
    game: "productivity" as const,
    inputs: placeholders,
  };
  if (kind === "metric") return { star: { ...star, name, definition }, path: [] };
  if (kind === "input")
    return {
      star: { ...star, inputs: [{ name: name || "Some factor", definition }, ...placeholders] },
      path: ["inputs", 0],
    };
  if (point) return { star: { ...star, checklist: { [point]: definition } }, path: ["checklist", point] };
  const level = kind === "opportunity" ? 2 : 3;
  const bet: unknown = JSON.parse(
    `{"level":${level},"for":"second","if":"","then":"more customers would come back"}`,
  );
  return { star: { ...star, bets: [{ ...(bet as Bet), if: definition }] }, path: ["bets", 0, "if"] };
}

/** What stands on a statement: errors and warnings, and of bets also notes, which nothing else about them is. */
function problemsOf(statement: Statement, opinion: Opinion<string>): Problem[] {
  const { star, path } = starWith(statement);
  const document = readDocument(JSON.stringify(star));
  if (Array.isArray(document)) throw new Error(`${statement.name} cannot be read`);
  const real = subjectOf(star, today);
  const opinions = opinionsWith(statement, opinion, real.opinions);
  const subject = Object.create(real, { opinions: { value: opinions } });
  const { problems } = lint(subject, document, { rules, today });
  return problems.filter((problem) => {
    if (statement.kind === "opportunity" || statement.kind === "intervention")
      return String(problem.path) === String(path) && problem.rule !== "bet-repeats-itself";
    if (problem.severity === "note") return false;
    if (statement.kind === "answer") return String(problem.path) === String(path);
    if (statement.kind === "input")
      return String(problem.path.slice(0, 2)) === String(path) && !problem.rule.startsWith("input-without");
    const isOfMetric = problem.path[0] === "name" || problem.path[0] === "definition";
    return problem.point !== null && problem.rule !== "unanswered-point" && isOfMetric;
  });
}

/** Nothing but the opinion of the statement, where the program asks for one. */
function opinionsWith(
  { kind, point = "value" }: Statement,
  opinion: Opinion<string>,
  real: Opinions,
): Opinions {
  const own = (of: StatementKind[], asked: unknown) => (asked && of.includes(kind) ? opinion : null) as never;
  return {
    metric: own(["metric"], real.metric),
    inputs: [own(["input"], real.inputs[0]), null, null],
    bets: [own(["opportunity", "intervention"], real.bets[0])],
    answers: { ...noAnswers, [point]: own(["answer"], real.answers[point]) },
  };
}

const noAnswers = Object.fromEntries(points.map((each) => [each, null])) as Opinions["answers"];

const today = "2026-11-22";

interface Score {
  bad: number;
  good: number;
  caught: number;
  accused: number;
  byError: number;
  onPoint: number;
}

/** How many of the bad are caught, of the good accused, and of the caught on a point that a coach names. */
function scoreOfAll(all: readonly Judgement[]): Score {
  const bad = all.filter(({ statement }) => statement.bad);
  const good = all.filter(({ statement }) => !statement.bad);
  const isFlagged = ({ problems }: Judgement) => problems.length > 0;
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

const plurals = {
  metric: "metrics",
  input: "Inputs",
  opportunity: "opportunities",
  intervention: "interventions",
  answer: "answers",
} satisfies Record<StatementKind, string>;

/** The figures as a Markdown table, for statements whose verdict turns on the text alone. */
function figures({ frozen, others }: ReturnType<typeof judgements>): string {
  const sets: [string, readonly Judgement[]][] = [
    ["frozen fifth", frozen],
    ...(["metrics", "statements", "development", "wild", "real"] satisfies SetName[]).map(
      (set): [string, Judgement[]] => [set, others.filter(({ statement }) => statement.set === set)],
    ),
  ];
  const rows = sets.flatMap(([name, judged]) =>
    kinds.flatMap((kind) => {
      const own = judged.filter(({ statement }) => statement.kind === kind && statement.sure);
      if (own.length === 0) return [];
      const { bad, good, caught, accused, byError, onPoint } = scoreOfAll(own);
      const point = kind === "metric" ? share(onPoint, caught) : "";
      return [
        `| ${name} | ${plurals[kind]} | ${bad} / ${good} | ${share(caught, bad)} | ${share(accused, good)} | ${share(byError, good)} | ${point} |`,
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
function calibrationTable({ others }: ReturnType<typeof judgements>): string {
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

/** How well the model alone tells good from bad when it is taught by a part of the statements. */
function learningCurve(): string {
  const known = statements().filter(({ frozen }) => !frozen);
  const rows = [10, 25, 50, 75, 100].map((percent) => {
    const judged = Array.from({ length: 5 }).flatMap((_, fold) => {
      const isOut = (index: number) => index % 5 === fold;
      const part = known.filter((_, index) => !isOut(index) && (index * 37) % 100 < percent);
      return judgedBy(
        part,
        known.filter((_, index) => isOut(index)),
      );
    });
    const columns = [
      ...kinds.map((kind) => judged.filter(({ statement }) => statement.kind === kind)),
      judged.filter(({ statement: { kind, set } }) => kind === "metric" && isPublished(set)),
    ];
    return `| ${percent} | ${columns.map(areaUnder).join(" | ")} |`;
  });
  const heads = [...kinds.map((kind) => plurals[kind]), "published metrics"];
  return [`| taught by, % | ${heads.join(" | ")} |`, `| --: |${" --: |".repeat(heads.length)}`, ...rows].join(
    "\n",
  );
}

function isPublished(set: SetName): boolean {
  return set === "wild" || set === "real" || set === "development";
}

/** How often a bad statement gets more percent than a good one, of those that are sure. */
function areaUnder(judged: readonly Judgement[]): string {
  const sure = judged.filter(({ statement }) => statement.sure);
  const percentsOf = (bad: boolean) =>
    sure.filter(({ statement }) => statement.bad === bad).map(({ percent }) => percent);
  const [bad, good] = [percentsOf(true), percentsOf(false)];
  const wins = bad.map(
    (one) => good.filter((other) => one > other).length + good.filter((other) => one === other).length / 2,
  );
  return (wins.reduce((sum, each) => sum + each, 0) / (bad.length * good.length)).toFixed(3);
}

const page = "docs/judgement.md";
const judged = judgements();
const parts = {
  figures: figures(judged),
  calibration: calibrationTable(judged),
  ...(process.argv.includes("--curve") && { curve: learningCurve() }),
};
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
