/** The rule against drawn series, a small part of `npm run evidence:rates`: the same every time. */
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
