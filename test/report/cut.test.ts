/** Where a Markdown report is too long for its reader, it is cut between two problems. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Problem, problem } from "../../src/file/problem.js";
import { catalogue } from "../../src/lint/catalogue.js";
import { markdownReport, markdownWithin } from "../../src/report/markdown.js";
import type { Report } from "../../src/report/report.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";
import { faultsFor, styleFaults } from "./readers.js";

/** So many files, with so many problems each. */
function reportWith(files: number, count: number): Report {
  const problems: Problem[] = Array.from({ length: count }, (_, index) => {
    const at = { line: index + 1, column: 1 };
    const [fault] = catalogue.slice(index % catalogue.length);
    if (!fault) throw new Error("there is no fault");
    return problem(fault, { path: [], range: { start: at, end: at }, related: [] }, `problem ${index} é`);
  });
  return {
    files: Array.from({ length: files }, (_, index) => ({
      path: `${index}.yaml`,
      text: "",
      points: [],
      problems: index % 3 === 2 ? [] : problems,
    })),
    failing: new Set(),
    version: "1.2.3",
    folder: "",
    browse: null,
  };
}

const count = (text: string, what: RegExp) => [...text.matchAll(what)].length;
const measures = { characters: (text: string) => text.length, bytes: Buffer.byteLength };
const reason = "it is short; look elsewhere";

test.each(Object.entries(measures))("at every limit in %s nothing is left open", (_, sizeOf) => {
  for (const [files, each] of [
    [1, 1],
    [1, 4],
    [3, 2],
    [9, 0],
  ] as const) {
    const report = reportWith(files, each);
    const whole = markdownReport(report);
    const told = /^- \*\*[a-z-]+\*\*, line \d+/gm;
    const total = count(whole, told);
    for (let most = 0; most <= sizeOf(whole) + 1; most += 1) {
      const text = markdownWithin(report, { most, sizeOf, reason });
      expect(sizeOf(text)).toBeLessThanOrEqual(most);
      expect(count(text, /<details>/g)).toBe(count(text, /<\/details>/g));
      if (most >= sizeOf(whole)) expect(text).toBe(whole);
      else if (text !== "") {
        const last = text.trimEnd().split("\n").at(-1);
        const left = total - count(text, told);
        const what = left === 0 ? "The end of this report" : `${left} of ${total} problem`;
        expect(last).toMatch(
          new RegExp(`^\\*\\*Left out here: ${what}s?, since it is short; look elsewhere\\.\\*\\*$`),
        );
      }
    }
  }
});

test("what is cut is Markdown still, and as long as it may be", async () => {
  const report = reportWith(60, 30);
  const text = markdownReport(report);
  expect(text.length).toBeLessThanOrEqual(65_536);
  expect(text.length).toBeGreaterThan(64_000);
  expect(text).toMatch(
    /\n\n\*\*Left out here: \d+ of 1200 problems, .*`northstar lint` shows everything\.\*\*\n$/,
  );
  expect(await faultsFor.markdown(text)).toEqual([]);
  expect(styleFaults(text)).toEqual([]);
});

test("the summary of a job with hundreds of North Stars", async () => {
  const text = readFileSync("examples/amplitude/northstar.yaml", "utf8").replace(
    /^name: .*/m,
    "name: Revenue",
  );
  const cwd = folderWith(
    Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`p${index}.northstar.yaml`, text])),
  );
  const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: join(cwd, "summary.md") };
  await northstar(["lint", "--no-cache"], { cwd, env });
  const summary = readFileSync(env.GITHUB_STEP_SUMMARY, "utf8");
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024);
  expect(count(summary, /<details>/g)).toBe(count(summary, /<\/details>/g));
  expect(summary).toMatch(/\n\n\*\*Left out here: \d+ of \d+ problems, since .*\*\*\n\n$/);
});
