import { expect, test } from "vitest";
import { slug } from "../../src/file/northstar.js";
import { points } from "../../src/file/problem.js";
import { rules } from "../../src/lint/rules/index.js";
import { terms } from "../../src/lint/terms.js";
import { northstar } from "../support/world.js";

test("every rule, point and term that the list names has its page", async () => {
  const { stdout: list } = await northstar(["explain"]);
  for (const id of [...rules.map((rule) => rule.id), ...points, ...terms.map((term) => term.name)]) {
    expect(list).toContain(id);
    expect(await northstar(["explain", id]), id).toMatchObject({ code: 0, stderr: "" });
    expect((await northstar(["explain", id])).stdout.split("\n")[0], id).toMatch(/──/);
  }
});

test("a rule's page has its words and both examples", async () => {
  for (const { id, summary, question } of rules) {
    const { stdout } = await northstar(["explain", id]);
    const words = stdout.replace(/\s+/g, " ");
    for (const text of [summary, question ?? "", "Not like this", "But like this"])
      expect(words).toContain(text);
    expect(stdout).toContain("^");
  }
});

test("no term hides another, or a point or a rule", () => {
  const ids = [
    ...rules.map(({ id }) => id),
    ...points,
    ...terms.flatMap(({ name, also }) => [name, ...also].map(slug)),
  ];
  expect(ids).toEqual([...new Set(ids)]);
});

test("terms are found by their words, in any case and number", async () => {
  for (const words of [["North", "Star", "Metric"], ["north-star-metric"], ["NSM"]])
    expect((await northstar(["explain", ...words])).stdout).toMatch(/^North Star Metric ─/);
  expect((await northstar(["explain", "7"])).stdout).toMatch(/^Not a vanity metric ─/);
});

test("several pages follow one another, and words of other things lead to a page", async () => {
  const { stdout } = await northstar(["explain", "no-window", "mere-presence", "7"]);
  for (const id of ["no-window", "mere-presence"])
    expect(stdout).toContain((await northstar(["explain", id])).stdout);
  expect(stdout).toMatch(/^Not a vanity metric ─/m);
  const told = async (...words: string[]) => (await northstar(["explain", ...words])).stderr;
  expect(await told("8")).toBe("northstar: there is no point 8: the checklist has points 1 to 7\n");
  expect(await told("revenue")).toMatch(/see lagging-metric, .*results/);
  expect(await told("no-window", "frob")).toMatch(/nothing is called 'frob'/);
});
