import { expect, test } from "vitest";
import { checkSource } from "../../src/lint/check.js";
import { newProblems, regressions } from "../../src/lint/regression.js";
import { rules } from "../../src/lint/rules/index.js";
import { completed } from "../examples.js";

const examine = (text: string) => ({ text, ...checkSource(text, { rules, today: "2026-11-02" }) });
const brought = (before: string, now: string) =>
  regressions(examine(before), examine(now)).map(({ rule }) => rule);

const noYaml = "name: [\n";
const noStar = "name: a\nnme: b\n";
const revenue = completed("name: Monthly Revenue\n");
const fine = completed("");

test("a file is worse when less of it can be read, however many errors that makes", () => {
  expect(brought(fine, noYaml)).toHaveLength(1);
  expect(brought(revenue, noYaml)).toHaveLength(1);
  expect(brought(noStar, noYaml)).toHaveLength(1);
  expect(brought(revenue, noStar)).toContain("unknown-key");
});

test("a file is no worse when more of it can be read, however many errors that shows", () => {
  expect(examine(noStar).problems.length).toBeGreaterThan(examine(noYaml).problems.length);
  expect(brought(noYaml, noStar)).toEqual([]);
  expect(brought(noYaml, revenue)).toEqual([]);
  expect(brought(noStar, completed("name: Monthly Revenue\ninputs: []\n"))).toEqual([]);
});

test("a file that can be read as before is worse when it has more errors, and its new ones are named", () => {
  expect(brought(fine, revenue)).toEqual(["lagging-metric"]);
  expect(brought(revenue, completed("name: Monthly Revenue\ninputs: []\n"))).toEqual(["too-few-inputs"]);
  expect(brought(revenue, fine)).toEqual([]);
  expect(brought(revenue, completed("inputs: []\n"))).toEqual([]);
});

test("what was there before is not new, though it has moved", () => {
  const moved = `\n\n${revenue}`;
  expect(newProblems(examine(revenue), examine(moved), "warning")).toEqual([]);
  expect(newProblems(examine(revenue), examine(moved), "error")).toEqual([]);
});
