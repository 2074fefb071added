/** Each worked example of the playbook, written as a file: northstar's verdict is the playbook's. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Problem } from "../src/file/problem.js";
import { checkSource } from "../src/lint/check.js";
import { rules } from "../src/lint/rules/index.js";
import { completed } from "./examples.js";

type Part = Record<string, unknown>;
type Metric = Record<"name" | "definition" | "game", string>;

const worked: {
  "good metrics": Metric[];
  "bad metrics": (Metric & { points: string[] })[];
  "good Inputs": { of: string; inputs: Part[] }[];
  "bad Inputs": Record<"name" | "definition" | "rule", string>[];
  "Burger King": { inputs: Part[]; bets: Part[] };
  features: string[];
  taken: Part[];
} = parse(readFileSync("test/fixtures/worked-examples.yaml", "utf8"));

/** A part of a North Star that is whole otherwise, judged. */
function judged(part: object) {
  const keys = Object.entries(part).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const result = checkSource(completed(keys.join("\n")), { rules, today: "2026-11-22" });
  expect(result.star, JSON.stringify(result.problems)).toBeDefined();
  return result;
}

/** What stands against something under these keys; notes ask, and leave the verdict to the team. */
function verdicts(problems: readonly Problem[], ...keys: string[]): string[] {
  return problems
    .filter(({ path, severity }) => severity !== "note" && keys.includes(String(path[0])))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

test.each(worked["good metrics"])("$name is a good metric: $definition", ({ name, definition, game }) => {
  const { points, problems } = judged({ name, definition, game });
  expect(verdicts(problems, "name", "definition", "game")).toEqual([]);
  expect(points.filter(({ state }) => state === "broken" || state === "doubtful")).toEqual([]);
});

test.each(worked["bad metrics"])(
  "$name is a bad metric: $definition",
  ({ name, definition, game, points: named }) => {
    const { points, problems } = judged({ name, definition, game });
    expect(verdicts(problems, "name", "definition", "game")).not.toEqual([]);
    const against = points.filter(({ state }) => state === "broken" || state === "doubtful");
    expect(against.map(({ id }) => id).filter((id) => named.includes(id))).not.toEqual([]);
  },
);

test.each(worked["good Inputs"])("the Inputs of $of are good", ({ inputs }) => {
  const metric = { name: "Items Received on Time", definition: "Total monthly items received on time." };
  expect(verdicts(judged({ ...metric, inputs }).problems, "inputs")).toEqual([]);
});

test.each(worked["bad Inputs"])("$name is asked about: $rule", ({ name, definition, rule }) => {
  const others = worked["Burger King"].inputs;
  const { problems } = judged({ inputs: [{ name, definition }, ...others] });
  const found = problems.filter(({ path }) => path[0] === "inputs" && path[1] === 0);
  expect(found.map((each) => each.rule)).toContain(rule);
});

test("the bets of Burger King are good at all four levels", () => {
  expect(verdicts(judged(worked["Burger King"]).problems, "bets")).toEqual([]);
});

test.each(worked.features)("straight under an Input this is no opportunity: %s", (feature) => {
  const star = worked["Burger King"];
  const straight = { ...star.bets[2], id: "feature", if: feature };
  const { problems } = judged({ ...star, bets: [...star.bets, straight] });
  const found = problems.filter(({ path }) => path[0] === "bets" && path[1] === star.bets.length);
  expect(found.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^(?:solution-as-opportunity|doubtful-bet)$/)]),
  );
});

test.each(worked.taken)("nothing stands against what the playbook takes as it is: %j", (part: object) => {
  const { problems } = judged(part);
  expect(problems.filter(({ path }) => Object.keys(part).includes(String(path[0])))).toEqual([]);
});

test("what nobody measures yet is no reason against a metric", () => {
  const definition = "Projects in a month that finish what was promised, as their customers see it.";
  const { points } = judged({ name: "Project Health", definition, game: "productivity" });
  expect(points.find(({ id }) => id === "measurable")?.state).toBe("open");
});

test("season passes are sold before anybody gets what they came for", () => {
  const season = { name: "Season Passes", definition: "The number of season passes purchased in a month." };
  const exchanges = ["A fan watches a whole game.", "A fan watches the highlights."];
  const { problems } = judged({ ...season, game: "transaction", exchanges });
  expect(problems.map(({ rule }) => rule)).toContain("counted-before-exchange");
});
