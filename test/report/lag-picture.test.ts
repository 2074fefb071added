/** The links at all lags in one row, and what stands under them. */
import { expect, test } from "vitest";
import type { TestedBet } from "../../src/evidence/star-evidence.js";
import { lagPicture } from "../../src/report/lag-picture.js";

function pictureOf(links: Record<number, number>, more: { lag?: number; sign?: 1 | -1; word?: string }) {
  const lags = Array.from({ length: 17 }, (_, at) => ({ lag: at - 8, r: links[at - 8] ?? 0.1 }));
  const { lag = 2, sign = 1, word = "supported" } = more;
  const pairing = { grain: "week", stride: 1 };
  return lagPicture({ lead: { lags, band: 0.25 }, sign, lag, pairing, verdict: { word } } as TestedBet);
}

test.each<[name: string, links: Record<number, number>, more: object, row: string, under: string]>([
  ["a lead", { 2: 0.6, 3: 0.3, 5: -0.4 }, {}, "··········█▄·▾···", "−8      0 ↑    +8 weeks"],
  ["the other way", { [-3]: 0.5 }, { lag: 1 }, "·····█···········", "−8      0↑     +8 weeks"],
  ["an opposite way", { 2: -0.6, 4: 0.3 }, { sign: -1 }, "··········█·▾····", "−8      0 ↑    +8 weeks"],
  ["chance alone", { 2: 0.25 }, { lag: 7 }, "·················", "−8      0      ↑  weeks"],
  ["the last lag", { 8: 0.26 }, { lag: 8 }, "················█", "−8      0       ↑ weeks"],
  ["a long wait", {}, { lag: 26 }, "·················", "−8      0      +8 weeks; the bet says 26"],
])("%s", (_, links, more, row, under) => {
  expect(pictureOf(links, more)).toEqual([row, under]);
});

test("too few numbers have no picture", () => {
  expect(pictureOf({ 2: 0.9 }, { word: "too short" })).toBeNull();
});
