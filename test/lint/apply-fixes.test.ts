import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { applyEdits } from "../../src/file/patch.js";
import type { Suggestion } from "../../src/file/problem.js";
import { applyFixes, type Fixes } from "../../src/lint/apply-fixes.js";
import { catalogue } from "../../src/lint/catalogue.js";
import { checkSource } from "../../src/lint/check.js";
import { regressions } from "../../src/lint/regression.js";
import type { Rule } from "../../src/lint/rule.js";
import { rules } from "../../src/lint/rules/index.js";
import { completed, unmark } from "../examples.js";
import { northstar } from "../support/northstar.js";

const options = { rules, today: "2026-11-02" };

function holdsFor(text: string, which: Fixes): void {
  const mended = applyFixes(text, options, which);
  expect(applyEdits(text, mended.edits)).toBe(mended.text);
  expect(mended).toMatchObject(checkSource(mended.text, options));
  const harm = regressions({ text, ...checkSource(text, options) }, mended);
  expect(harm.filter(({ rule }) => which === "safe" || rule !== "unfilled-blank")).toEqual([]);
  expect(mended.text === text).toBe(mended.mended.length === 0);
  const again = applyFixes(mended.text, options, which);
  expect([again.text, again.mended]).toEqual([mended.text, []]);
}

const examples = catalogue.flatMap(({ bad }) => (bad ? [unmark(bad), completed(unmark(bad))] : []));
const stars = northstar.map((star) => stringify(star).replace(/^(?=\w)/gm, "# said in May\n"));

test.each<Fixes>(["safe", "all"])(
  "to mend twice is to mend once, and never does harm: %s",
  { tags: "slow", timeout: 60_000 },
  (which) => {
    for (const example of examples) holdsFor(example, which);
    fc.assert(
      fc.property(stars, (text) => holdsFor(text, which)),
      { numRuns: 25 },
    );
  },
);

test("a result in the metric's place moves, and leaves the blanks that the fix speaks of", () => {
  const text = completed("name: Monthly Recurring Revenue # since May\ndefinition: Revenue in the month.\n");
  expect(applyFixes(text, options, "safe").text).toBe(text);
  const { text: now, harmful, problems } = applyFixes(text, options, "all");
  expect(harmful).toEqual([]);
  expect(now).toContain("name: ____ # since May\ndefinition: ____\n");
  expect(parse(now).results.at(-1)).toEqual({
    name: "Monthly Recurring Revenue",
    definition: "Revenue in the month.",
    kind: "business",
  });
  const errors = problems.filter(({ severity }) => severity === "error");
  expect(errors.map(({ rule, path }) => [rule, path])).toEqual([
    ["unfilled-blank", ["name"]],
    ["unfilled-blank", ["definition"]],
  ]);
});

/** A rule that complains of every Input whose name starts with a word, and has a fix for it. */
function complains(word: string, fixOf: (index: number) => Partial<Suggestion>): Rule {
  return {
    ...(rules[0] as Rule),
    id: `not-${word}`,
    severity: "warning",
    *check({ star }) {
      for (const [index, { name }] of star.inputs.entries())
        if (name.startsWith(word))
          yield {
            path: ["inputs", index, "name"],
            message: `Input ${index} says ${word}`,
            fix: { title: "say it otherwise", safe: true, changes: [], ...fixOf(index) },
          };
    },
  };
}

const rename = (to: string) => (index: number) => ({
  changes: [{ set: ["inputs", index, "name"], to: `${to} ${index}` }],
});
const names = (text: string) => [...text.matchAll(/ name: (.*)/g)].map(([, name]) => name);
const three = completed(
  `inputs:\n${["old", "old", "fine"].map((name) => `  - name: ${name} thing\n    definition: Share of orders.\n`).join("")}`,
);

test("fixes that follow from one another are made in rounds", () => {
  const chain = [complains("old", rename("middle")), complains("middle", rename("new"))];
  const { text, mended } = applyFixes(three, { ...options, rules: chain }, "safe");
  expect(names(text)).toEqual(["new 0", "new 1", "fine thing"]);
  expect(mended.map(({ rule }) => rule)).toEqual(["not-old", "not-old", "not-middle", "not-middle"]);
});

test("rules that contradict one another come to an end", () => {
  const circle = [complains("old", () => rename("new")(0)), complains("new", () => rename("old")(0))];
  expect(names(applyFixes(three, { ...options, rules: circle }, "safe").text)).toHaveLength(3);
});

test("fixes at one place are made one after the other", () => {
  const append = complains("old", (index) => ({
    changes: [{ append: ["beliefs"], value: `belief ${index}` }],
  }));
  const once: Rule = {
    ...append,
    *check(subject) {
      for (const finding of append.check(subject))
        if (!subject.star.beliefs?.includes(`belief ${String(finding.path[1])}`)) yield finding;
    },
  };
  const { text } = applyFixes(three, { ...options, rules: [once] }, "safe");
  expect(text).toContain("beliefs:\n  - belief 0\n  - belief 1");
});

test("a fix that is not safe is made only when all are wanted", () => {
  const unsafe = [complains("old", (index) => ({ ...rename("new")(index), safe: false }))];
  expect(applyFixes(three, { ...options, rules: unsafe }, "safe").mended).toEqual([]);
  expect(applyFixes(three, { ...options, rules: unsafe }, "all").mended).toHaveLength(2);
});

test("a fix that brings an error, or a file that cannot be read, is left out; the others are made", () => {
  const bad = complains("bad", () => ({ changes: [] }));
  const some = [
    complains("old", (index) => (index === 0 ? rename("bad")(index) : rename("new")(index))),
    complains("fine", () => ({ changes: [{ remove: ["game"] }] })),
    { ...bad, severity: "error" as const },
  ];
  const { text, mended, harmful } = applyFixes(three, { ...options, rules: some }, "safe");
  expect(names(text)).toEqual(["old thing", "new 1", "fine thing"]);
  expect(mended.map(({ message }) => message)).toEqual(["Input 1 says old"]);
  expect(harmful.map(({ problem, brings }) => [problem.message, brings.rule])).toEqual([
    ["Input 0 says old", "not-bad"],
    ["Input 2 says fine", "missing-field"],
  ]);
});
