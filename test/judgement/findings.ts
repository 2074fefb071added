/** What the rules that read English say of a labelled statement, whatever the model thinks of it. */
import type { Statement } from "../../scripts/train.js";
import type { Northstar } from "../../src/file/northstar.js";
import { subjectOf } from "../../src/lint/lint.js";
import { starRules } from "../../src/lint/rules/index.js";

const reading = starRules.filter(({ id, english }) => english && !id.startsWith("doubtful-"));
const byGame = reading.filter(({ id }) => id === "time-in-product");

/** Where in a North Star a statement stands; a metric is all of it. */
const parts = {
  metric: null,
  input: "inputs",
  opportunity: "bets",
  intervention: "bets",
  answer: "checklist",
} as const;

/** What the rules say, as a text to compare. */
export function findingsOf(statement: Pick<Statement, "kind" | "name" | "definition" | "beside">): string {
  return findingsIn(starWith(statement), parts[statement.kind]);
}

/** What they say of a part of a North Star, or of all of it. */
export function findingsIn(star: Northstar, part: string | null = null): string {
  const found = said(star, reading, part);
  if (part === null) found.push(...said({ ...star, game: "attention" }, byGame, part));
  return JSON.stringify(found);
}

function said(star: Northstar, rules: typeof reading, part: string | null): unknown[] {
  const opinions = {
    metric: null,
    inputs: star.inputs.map(() => null),
    bets: (star.bets ?? []).map(() => null),
    answers: {},
  };
  const subject = Object.create(subjectOf(star, "2026-11-22"), { opinions: { value: opinions } });
  return rules.flatMap((rule) =>
    [...rule.check(subject)]
      .filter(({ path }) => part === null || path[0] === part)
      .map((finding) => [rule.id, finding]),
  );
}

function starWith({ kind, name, definition, beside = "" }: Parameters<typeof findingsOf>[0]): Northstar {
  const [metric = "", ...rest] = beside.split(": ");
  const star = {
    name: metric,
    definition: rest.join(": ") || metric,
    game: "productivity" as const,
    inputs: [],
  };
  if (kind === "metric") return { ...star, name, definition };
  if (kind === "input") return { ...star, inputs: [{ name, definition }] };
  const level = kind === "opportunity" ? 2 : 3;
  const bet = JSON.parse(`{"level":${level},"for":"second","if":"","then":"more customers would come back"}`);
  return { ...star, bets: [{ ...bet, if: definition }] };
}
