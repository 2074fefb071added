/** Every rule and every fault of the format, held against its own page. */
import { readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { fixer } from "../src/file/fix.js";
import { applyEdits } from "../src/file/patch.js";
import { parts } from "../src/file/problem.js";
import { acrossFiles } from "../src/lint/across-files.js";
import { catalogue } from "../src/lint/catalogue.js";
import { checkSource } from "../src/lint/check.js";
import type { LintOptions } from "../src/lint/lint.js";
import { rules } from "../src/lint/rules/index.js";
import { beforeOf, codeOwnersFor, completed, demonstrate, lookedUpFor, unmark } from "./examples.js";

const folder = new URL("../src/lint/rules/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.includes("/") && path.endsWith(".ts"));
const kebab = /^[a-z]+(?:-[a-z]+)*$/;

test("the list holds every rule in the folder, in the order of the parts and their ids", () => {
  const paths = files.map((path) => ({ part: dirname(path), id: basename(path, ".ts") }));
  paths.sort((a, b) => order(a.part) - order(b.part) || (a.id < b.id ? -1 : 1));
  expect(rules.map(({ part, id }) => ({ part, id }))).toEqual(paths);
});

test("an id is used once", () => {
  const ids = catalogue.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

function order(part: string): number {
  return (parts as readonly string[]).indexOf(part);
}

describe.each(catalogue.map((fault) => [fault.id, fault] as const))("%s", (id, fault) => {
  test("has words that teach", () => {
    expect(id).toMatch(kebab);
    expect(fault.summary).toMatch(/^[A-Z`].*[^.?!]$/);
    expect(fault.why).toMatch(/^[A-Z`"][\s\S]+[.?!)]$/);
    if (fault.question !== null) expect(fault.question).toMatch(/^[A-Z].*\?$/);
    if (fault.chapter !== null) expect([1, 2, 3, 4, 5, 6, 7]).toContain(fault.chapter);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  // Beside the bad example, for the rules that look at several files.
  const known = { sources: lookedUpFor(rule), codeOwners: codeOwnersFor(rule), ...beforeOf(rule) };
  const other = { path: "other/northstar.yaml", ...lintWhole(unmark(rule.bad), known) };
  const problemsIn = (text: string) =>
    acrossFiles([{ path: "northstar.yaml", ...lintWhole(text, known) }, other])[0]?.problems ?? [];

  test("finds what its bad example marks, and nothing in its good one", () => {
    demonstrate(rule, problemsIn);
  });

  test("has examples that can be read", () => {
    for (const example of [rule.good, rule.bad])
      expect(lintWhole(unmark(example)).star, JSON.stringify(problemsIn(unmark(example)))).toBeDefined();
  });

  test("offers only fixes that can be made, in words that start small", () => {
    const text = completed(unmark(rule.bad));
    const editsOf = fixer(text);
    for (const { fix } of checkSource(text, { rules, today: "2026-11-22", ...known }).problems) {
      expect(fix?.title ?? "fine").toMatch(/^[a-z`].*[^.!]$/s);
      if (fix) expect(applyEdits(text, editsOf(fix) ?? [])).not.toBe(text);
    }
  });

  test("says it in words that start small and end without a full stop", () => {
    for (const { message, related } of problemsIn(unmark(rule.bad)).filter((each) => each.rule === id))
      for (const words of [message, ...related.map((each) => each.message)])
        expect(words).toMatch(/^(?:[a-z`"0-9]|Inputs?\b).*[^.!]$/s);
  });
});

/** What lint says of an example, on a day on which every review of the good ones is still to come. */
function lintWhole(part: string, known: Pick<LintOptions, "sources" | "codeOwners" | "before"> = {}) {
  return checkSource(completed(part), { rules, today: "2026-11-22", ...known });
}
