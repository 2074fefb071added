/** A `#` that ends a text: told where it was likely meant as text, and mended as it was likely meant. */
import { describe, expect, test } from "vitest";
import { fixer } from "../../src/file/fix.js";
import { applyEdits } from "../../src/file/patch.js";
import { checkSource } from "../../src/lint/check.js";

const star = `name: Weekly Learning Users
definition: Users who share a learning in the previous seven days.
game: productivity
inputs:
  - name: Learnings
    definition: Learnings that are shared in seven days.
`;

function cuts(text: string) {
  const { problems } = checkSource(text, { rules: [], today: "2026-11-22" });
  return problems.filter(({ rule }) => rule === "cut-text");
}

describe("is told", () => {
  test.each([
    ["owner: Team #1", 'owner: "Team #1"'],
    ["owner: Team #1\r", 'owner: "Team #1"\r'],
    ["owner: Team  #one of two", 'owner: "Team  #one of two"'],
    ["owner: Pod #é", 'owner: "Pod #é"'],
    ['vision: Be "the best" #1', 'vision: "Be \\"the best\\" #1"'],
    ["beliefs:\n  - We are #1", 'beliefs:\n  - "We are #1"'],
    ["owner: &desks team", 'owner: "&desks team"'],
    ["beliefs:\n  - &co is what counts", 'beliefs:\n  - "&co is what counts"'],
    ["vision: Be the\n  world's #1", 'vision: "Be the world\'s #1"'],
  ])("%j", (line, mended) => {
    const text = `${star}${line}\n`;
    const [cut, ...others] = cuts(text);
    expect(others).toEqual([]);
    const edits = cut?.fix ? fixer(text)(cut.fix) : undefined;
    expect(applyEdits(text, edits ?? [])).toBe(`${star}${mended}\n`);
    expect(cut?.severity).toBe("warning");
    expect(cut?.fix?.safe).toBe(false);
  });
});

describe("is left alone", () => {
  test.each([
    "owner: Sharing pod # until spring",
    "owner: Sharing pod # 2 people",
    "owner: Sharing pod #",
    "owner: Sharing pod ## see the wiki",
    "owner: Sharing pod #!",
    'owner: "Team #1" #1',
    "owner: Team#1",
    "owner: &pod Sharing pod\nx-other: *pod",
    'owner: &pod "Sharing pod"',
    "owner: R&D team",
    "owner: >-\n  Team #1",
    "status: adopted #old",
    "limits:\n  active: 3 #three",
    "review: {last: 2026-09-01} #1",
    "owner: Sharing pod\n#1 is what we want to be",
    "owner: Sharing pod #northstar-ignore lagging-metric: no",
    "x-note: Team #1",
    "links: [https://example.com/#1]",
  ])("%j", (line) => {
    expect(cuts(`${star}${line}\n`)).toEqual([]);
  });
});
