/** The published North Stars in examples/: judged by every rule, and complete enough to be copied. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exampleNames as names } from "../scripts/published.js";
import { checkSource } from "../src/lint/check.js";
import { rules } from "../src/lint/rules/index.js";

describe.each(names)("examples/%s", (name) => {
  const text = readFileSync(`examples/${name}/northstar.yaml`, "utf8");
  const { star, points, problems } = checkSource(text, { rules, today: "2026-11-22" });

  test("meets all seven points, without an error or a warning", () => {
    expect(problems.filter(({ severity }) => severity !== "note")).toEqual([]);
    expect(points.map(({ state }) => state)).toEqual(Array(7).fill("met"));
  });

  test("says what it rests on, and what is derived", () => {
    expect(star?.sources?.every((source) => URL.canParse(source))).toBe(true);
    expect(text).toMatch(/^# .*North Star/);
    expect(text).toContain("not a document of the company");
    expect(text).toMatch(/^ *# Derived/m);
  });
});

test("there are ten or more, and bets at all four levels somewhere", () => {
  expect(names.length).toBeGreaterThanOrEqual(10);
  expect(readFileSync("examples/burger-king/northstar.yaml", "utf8").match(/level: \d/g)).toEqual(
    expect.arrayContaining(["level: 0", "level: 1", "level: 2", "level: 3"]),
  );
});
