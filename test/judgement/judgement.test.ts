/** The judgement of the text rules, held against labelled metrics and what it is known to get wrong. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Northstar } from "../../src/file/northstar.js";
import { type Point, points } from "../../src/file/problem.js";
import { subjectOf } from "../../src/lint/lint.js";
import { starRules as rules } from "../../src/lint/rules/index.js";

interface Labelled {
  id: string;
  name: string;
  definition: string;
  game: Northstar["game"];
  verdict: "good" | "bad";
  /** The points that a coach would say it fails. */
  fails: Point[];
  /** Whether name and definition alone are enough to decide. */
  fair: boolean;
  why: string;
}

const metrics: Labelled[] = JSON.parse(readFileSync(new URL("metrics.json", import.meta.url), "utf8"));
const judging = rules.filter(
  ({ part, severity }) => points.some((point) => point === part) && severity !== "note",
);

/** The rules that speak against a metric. */
function against({ name, definition, game }: Labelled) {
  const subject = subjectOf({ name, definition, game, inputs: [] }, "2026-11-22");
  return judging.filter((rule) =>
    [...rule.check(subject)].some(({ path }) => path[0] === "name" || path[0] === "definition"),
  );
}

const judged = metrics.filter(({ fair }) => fair).map((metric) => ({ metric, rules: against(metric) }));
const bad = judged.filter(({ metric }) => metric.verdict === "bad");
const good = judged.filter(({ metric }) => metric.verdict === "good");
const caught = bad.filter(({ rules }) => rules.length > 0);

test("six of seven bad metrics are caught, at most two in a hundred good ones accused", () => {
  expect(caught.length / bad.length).toBeGreaterThanOrEqual(0.857);
  expect(good.filter(({ rules }) => rules.length > 0).length / good.length).toBeLessThanOrEqual(0.02);
});

test("those caught are caught on a point that a coach would name", () => {
  const right = caught.filter(({ metric, rules }) =>
    rules.some(({ part }) => metric.fails.some((point) => point === part)),
  );
  expect(right.length / caught.length).toBeGreaterThanOrEqual(0.9);
});

test("what is judged wrongly is known", () => {
  const wrong = judged.flatMap(({ metric, rules }) => {
    const said = rules.map(({ id }) => id).join(", ");
    if (metric.verdict === "good" && said)
      return [`- accused by ${said}: ${metric.name}: ${metric.definition}`];
    if (metric.verdict === "bad" && !said)
      return [`- missed (${metric.fails.join(", ")}): ${metric.name}: ${metric.definition}`];
    return [];
  });
  const page = new URL("wrong.md", import.meta.url);
  const text = `# Judged wrongly\n\nLabelled metrics on which the text rules and a coach differ; \`UPDATE=1 npm test\` rewrites this page.\n\n${wrong.join("\n")}\n`;
  if (process.env.UPDATE) writeFileSync(page, text);
  expect(readFileSync(page, "utf8")).toBe(text);
});
