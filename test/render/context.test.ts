/** The part of AGENTS.md: few words of any file, in which nothing of a file gets out of its place. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Bet } from "../../src/file/northstar.js";
import { context } from "../../src/render/context.js";
import { partMarks } from "../../src/render/generated-marker.js";
import type { RenderData } from "../../src/render/view-model.js";
import { hostile, hostileTexts } from "./hostile.js";
import { escapesIn, headingsOf } from "./markdown.js";
import { published, starNames, told } from "./stars.js";

/** As a person counts them who counts what stands between spaces. */
const countOf = (text: string) => text.split(/\s+/).filter(Boolean).length;

const stars = [...starNames.map((name) => [name, told(name)] as const), ...published];

test.each(stars)("of %s it has under 600 words, each Input among them", (_, star) => {
  const text = context(star);
  expect(countOf(text)).toBeLessThan(600);
  for (const { name } of star.star.inputs.slice(0, 8)) expect(text).toContain(`**${name}**`);
});

describe.each(Object.entries(hostileTexts))("of a file that says %s everywhere", (_, text) => {
  const made = context(hostile(text));

  test("it has under 600 words", () => {
    expect(countOf(made)).toBeLessThan(600);
    expect(made.length).toBeLessThan(30_000);
  });

  test("no text gets out of its place", () => {
    const ours = /^inlineCode: (?:[abc]|northstar [a-z]+)$/;
    expect(escapesIn(made).filter((each) => !ours.test(each))).toEqual([]);
    expect(headingsOf(made).slice(1)).toEqual([
      "Inputs: what work here has to move",
      "Bets under way",
      "Limits",
      "What is out",
      "How to ask",
    ]);
    expect(made.split(partMarks.begin)).toHaveLength(2);
    expect(made.split(partMarks.end)).toHaveLength(2);
  });
});

test("whatever a file says, an agent is not led to another file", () => {
  fc.assert(
    fc.property(fc.constantFrom("@/etc/passwd", "@~/.ssh/id", "@../x.md", "a @./b", "@@@/c"), (text) => {
      expect(context(hostile(text))).not.toMatch(/@(?!&#8203;)/);
    }),
  );
});

test("a file with very much in it says what has room, and how much more there is", () => {
  const { star, ...rest } = told("amplitude");
  const bets = Array.from({ length: 200 }, (_, index): Bet => {
    const change = `${"people would see what others found ".repeat(20)}${index}`;
    return {
      level: 2,
      for: "broadcasts",
      if: change,
      ["then" as const]: "more would follow",
      stage: "active",
    };
  });
  const text = context({ ...rest, star: { ...star, bets } });
  expect(countOf(text)).toBeLessThan(600);
  expect(text).toMatch(/- \d+ more, which the North Star file says/);
});

/** The amplitude star with these bets. */
function withBets(...bets: Partial<Bet>[]): RenderData {
  const { star, ...rest } = told("amplitude");
  const all = bets.map(
    (bet): Bet => ({ level: 2, for: "broadcasts", if: "x", ["then" as const]: "y", ...bet }),
  );
  return { ...rest, star: { ...star, bets: all } };
}

test("bets under way are told with what would disprove them, and without any those that are open", () => {
  const active = context(
    withBets(
      { if: "active one", stage: "active", disproof: "nobody comes. ", owner: "Pod" },
      { if: "looked at", stage: "review" },
      { if: "not begun", stage: "next" },
    ),
  );
  expect(active).toContain(
    "- If active one, then y (opportunity, for Broadcasted Learnings, Pod). Lost if nobody comes.\n",
  );
  expect(active).toContain(
    "- If looked at, then y (opportunity, for Broadcasted Learnings). What would disprove it is not said.\n",
  );
  expect(active).not.toContain("not begun");
  const open = context(withBets({ if: "not begun", stage: "next" }, { if: "over", stage: "closed" }));
  expect(open).toContain("No bet is marked as under way. These are open:\n\n- If not begun");
  expect(open).not.toContain("over");
  expect(context(withBets())).toContain("No bet is under way.\n\n### Limits");
});
