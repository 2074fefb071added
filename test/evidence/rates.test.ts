/** The rule against drawn series, a small part of `npm run evidence:rates`: the same every time. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Cell, cells, ratesOf } from "../../scripts/rates.js";
import type { Word } from "../../src/evidence/verdict.js";

const cellsOf = (group: Cell["group"], weeks: number, row?: number) =>
  cells.filter(
    (cell) => cell.group === group && cell.weeks === weeks && (row === undefined || row === cell.row),
  );

/** How often each word is said, over all of some cells. */
function sharesOf(found: readonly Cell[], pairs: number): Record<Word, number> {
  const rates = found.map((cell) => ratesOf(cell, pairs).shares);
  const share = (word: Word) => rates.reduce((sum, each) => sum + each[word], 0) / rates.length;
  return {
    supported: share("supported"),
    inconclusive: share("inconclusive"),
    contradicted: share("contradicted"),
    "too short": share("too short"),
  };
}

test("series without a link are seldom called anything but inconclusive", () => {
  const found = cellsOf("unlinked", 104);
  expect(found.length).toBeGreaterThan(10);
  const shares = sharesOf(found, 25);
  expect(shares.supported).toBeLessThan(0.05);
  expect(shares.contradicted).toBeLessThan(0.05);
});

test("half a year is too short for everything", () => {
  const found = [...cellsOf("unlinked", 26), ...cellsOf("linked", 26)];
  expect(sharesOf(found, 2)["too short"]).toBeCloseTo(1, 12);
});

test("a lead of 3 weeks that explains a tenth of the weekly change is seen", () => {
  expect(sharesOf(cellsOf("linked", 104, 0), 100).supported).toBeGreaterThan(0.8);
  expect(sharesOf(cellsOf("linked", 156, 0), 60).supported).toBeGreaterThan(0.9);
});

test("what moves both series is taken for a lead, as the page says", () => {
  expect(sharesOf(cellsOf("out-of-reach", 156, 3), 20).supported).toBeGreaterThan(0.5);
});

const page = readFileSync("docs/evidence.md", "utf8");

/** The cells of a table of the page, row by row: supported and contradicted in percent, or "too short". */
function tableOf(name: string): { what: string; cells: (readonly [number, number] | "too short")[] }[] {
  const [, text = ""] = new RegExp(`<!-- ${name} -->([\\s\\S]*)<!-- /${name} -->`).exec(page) ?? [];
  return text
    .trim()
    .split("\n")
    .slice(2)
    .map((line) => {
      const [what = "", ...cells] = line.slice(2, -2).split(" | ");
      return {
        what,
        cells: cells.map((cell) => {
          const [, supported, contradicted] = /^(\d+\.\d) % \((\d+\.\d) %\)$/.exec(cell) ?? [];
          if (supported === undefined) expect(cell).toBe("too short");
          return supported === undefined ? "too short" : [Number(supported), Number(contradicted)];
        }),
      };
    });
}

test("the page keeps the limits that the rule was made for", () => {
  const alarms = tableOf("false-alarms");
  expect(alarms).toHaveLength(
    cells.filter(({ group, weeks }) => /un|star/.test(group) && weeks === 26).length,
  );
  for (const { what, cells } of alarms)
    for (const cell of cells)
      if (cell !== "too short") {
        expect(cell[0], what).toBeLessThanOrEqual(5);
        expect(cell[1], what).toBeLessThanOrEqual(5);
      }
  const [tenth] = tableOf("power");
  expect(tenth?.what).toContain("10 %");
  expect(tenth?.cells[2]?.[0]).toBeGreaterThanOrEqual(85);
  expect(tenth?.cells[3]?.[0]).toBeGreaterThanOrEqual(95);
});

test("the page says what the rule says now", { tags: "slow", timeout: 120_000 }, () => {
  const [cell] = cellsOf("unlinked", 52, 0);
  if (!cell) throw new Error("the first row is gone");
  const { shares } = ratesOf(cell, 1000);
  expect(tableOf("false-alarms")[0]?.cells[1]).toEqual([
    Number((shares.supported * 100).toFixed(1)),
    Number((shares.contradicted * 100).toFixed(1)),
  ]);
});
