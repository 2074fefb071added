import { expect, test } from "vitest";
import { nearest } from "../src/file/nearest.js";

test.each([
  ["naem", ["game", "name", "unit"], "name"],
  ["defintion", ["definition", "disproof"], "definition"],
  ["Broadcasts", ["broadcasts"], "broadcasts"],
  ["fro", ["if", "for", "then"], "for"],
  ["ofr", ["for"], "for"],
  ["fxo", ["for"], null],
  ["x", ["name", "game"], null],
  ["revenue", ["broadcasts", "renewals"], null],
  ["anything", [], null],
])("nearest to %s of %j is %s", (text, candidates, expected) => {
  expect(nearest(text, candidates)).toBe(expected);
});

test("a very long text is near nothing, at once", () => {
  expect(nearest("a".repeat(1_000_000), ["a".repeat(100), "name"])).toBeNull();
});
