import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange, type Change, placeOf } from "../../src/file/change.js";
import { readDocument } from "../../src/file/document.js";
import { edit } from "../../src/file/edit.js";
import { applyEdits } from "../../src/file/patch.js";
import { documentIn } from "../support/document.js";
import { broken, pathsOf, scraps, value, written } from "../support/yaml.js";

function edited(text: string, ...changes: Change[]): string {
  const after = edit(documentIn(text), changes);
  expect(applyEdits(text, after.edits)).toBe(after.text);
  return after.text;
}

const star = `# Our North Star, agreed in May
name: Weekly Learning Users   # pithy
definition: >-   # precise
  The count of active users
  who share a learning.

game: 'productivity'

# what drives it
inputs:
  # the first
  - name: Broadcasted Learnings
    definition: Charts consumed by two.   # or more

  - name: "Activated Organizations"
    owner: &pod Onboarding pod # since June
    definition: Three people ran a query.

bets:
  - { level: 1, for: broadcasted-learnings, if: a, then: b } # to do
guardrails:
limits: {active: 3}
sources: [https://example.com/a]
x-team: *pod
`;

/** The lines that a change takes out (-) and puts in (+). */
function difference(before: string, after: string): string[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const start = old.findIndex((line, index) => line !== now[index]);
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  return [
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...now.slice(start, now.length - end).map((line) => `+${line}`),
  ];
}

const bet = { level: 1, for: "x", if: "a: b" };
const cases: [name: string, change: Change, lines: string[]][] = [
  [
    "a text, with the comment beside it",
    { set: ["name"], to: "Weekly Sharers" },
    ["-name: Weekly Learning Users   # pithy", "+name: Weekly Sharers   # pithy"],
  ],
  [
    "a text that needs quotes",
    { set: ["name"], to: "Learning: weekly" },
    ["-name: Weekly Learning Users   # pithy", '+name: "Learning: weekly"   # pithy'],
  ],
  ["a text in quotes keeps them", { set: ["game"], to: "it's" }, ["-game: 'productivity'", "+game: 'it''s'"]],
  [
    "a folded text",
    { set: ["definition"], to: `${"Users who share a learning ".repeat(5)}weekly.` },
    [
      "-  The count of active users",
      "-  who share a learning.",
      "+  Users who share a learning Users who share a learning Users who share a learning Users who",
      "+  share a learning Users who share a learning weekly.",
    ],
  ],
  [
    "a folded text that becomes short",
    { set: ["definition"], to: "Users." },
    [
      "-definition: >-   # precise",
      "-  The count of active users",
      "-  who share a learning.",
      "+definition: Users.   # precise",
    ],
  ],
  [
    "a short text that becomes long, above its comment's line",
    { set: ["name"], to: "word ".repeat(30).trim() },
    [
      "-name: Weekly Learning Users   # pithy",
      "+name: >-   # pithy",
      `+  ${"word ".repeat(19).trim()}`,
      `+  ${"word ".repeat(11).trim()}`,
    ],
  ],
  [
    "a key of an Input, in the usual order",
    { set: ["inputs", 0, "factor"], to: "depth" },
    ["+    factor: depth"],
  ],
  [
    "the first key of an Input",
    { set: ["inputs", 0, "id"], to: "broadcasts" },
    ["-  - name: Broadcasted Learnings", "+  - id: broadcasts", "+    name: Broadcasted Learnings"],
  ],
  [
    "a key of the file, in the usual order and parted like the others",
    { set: ["owner"], to: "Ann" },
    ["+owner: Ann", "+"],
  ],
  [
    "a key and all that it needs",
    { set: ["review", "every"], to: "6 months" },
    ["+review:", "+  every: 6 months"],
  ],
  [
    "a key without a value",
    { set: ["guardrails"], to: [{ name: "Never Delivered" }] },
    ["+  - name: Never Delivered"],
  ],
  [
    "an item below the others",
    { append: ["inputs"], value: { name: "A", definition: "b" } },
    ["+  - name: A", "+    definition: b", "+"],
  ],
  [
    "an item of a list that is not there",
    { append: ["results"], value: { name: "Renewals", kind: "business" } },
    ["+results:", "+  - name: Renewals", "+    kind: business"],
  ],
  [
    "an item in brackets",
    { append: ["sources"], value: "a, b" },
    ["-sources: [https://example.com/a]", '+sources: [https://example.com/a, "a, b"]'],
  ],
  [
    "an item behind one in braces",
    { append: ["bets"], value: bet },
    ["+  - level: 1", "+    for: x", '+    if: "a: b"'],
  ],
  [
    "a key in braces",
    { set: ["bets", 0, "expect"], to: { direction: "up", by: "10 %" } },
    [
      "-  - { level: 1, for: broadcasted-learnings, if: a, then: b } # to do",
      "+  - { level: 1, for: broadcasted-learnings, if: a, then: b, expect: { direction: up, by: 10 % } } # to do",
    ],
  ],
  [
    "a value in braces",
    { set: ["limits", "active"], to: 5 },
    ["-limits: {active: 3}", "+limits: {active: 5}"],
  ],
  [
    "a map in braces in block style",
    { set: ["bets", 0], to: bet },
    [
      "-  - { level: 1, for: broadcasted-learnings, if: a, then: b } # to do",
      "+  - level: 1 # to do",
      "+    for: x",
      '+    if: "a: b"',
    ],
  ],
  [
    "what stands in braces, on lines of its own",
    { unfold: ["bets", 0] },
    [
      "-  - { level: 1, for: broadcasted-learnings, if: a, then: b } # to do",
      "+  - level: 1 # to do",
      "+    for: broadcasted-learnings",
      "+    if: a",
      "+    then: b",
    ],
  ],
  [
    "brackets, on lines of their own",
    { unfold: ["sources"] },
    ["-sources: [https://example.com/a]", "+sources:", "+  - https://example.com/a"],
  ],
  ["a removed line", { remove: ["guardrails"] }, ["-guardrails:"]],
  [
    "a removed text of several lines",
    { remove: ["definition"] },
    ["-definition: >-   # precise", "-  The count of active users", "-  who share a learning."],
  ],
  [
    "a removed first key of an item",
    { remove: ["inputs", 0, "name"] },
    [
      "-  - name: Broadcasted Learnings",
      "-    definition: Charts consumed by two.   # or more",
      "+  - definition: Charts consumed by two.   # or more",
    ],
  ],
  [
    "a removed key in braces",
    { remove: ["bets", 0, "for"] },
    [
      "-  - { level: 1, for: broadcasted-learnings, if: a, then: b } # to do",
      "+  - { level: 1, if: a, then: b } # to do",
    ],
  ],
  [
    "the only key in braces, removed",
    { remove: ["limits", "active"] },
    ["-limits: {active: 3}", "+limits: {}"],
  ],
  [
    "another name for a key",
    { rename: ["sources"], to: "x-links" },
    ["-sources: [https://example.com/a]", "+x-links: [https://example.com/a]"],
  ],
];

test.each(cases)("%s", (_, change, lines) => {
  expect(difference(star, edited(star, change))).toEqual(lines);
  const windows = star.replaceAll("\n", "\r\n");
  expect(edited(windows, change)).toBe(edited(star, change).replaceAll("\n", "\r\n"));
});

test("what is added and removed again leaves no trace", () => {
  const parted = `${star}\nbeliefs:\n  - a\n\n  - b\n`;
  const places: Change[] = [
    { set: ["owner"], to: "Ann" },
    { set: ["review"], to: { every: "6 months" } },
    { set: ["history"], to: [{ name: "a" }] },
    { append: ["beliefs"], value: "c" },
  ];
  for (const change of places) {
    const remove = "append" in change ? ["beliefs", 2] : placeOf(change);
    for (const text of [parted, parted.replaceAll("\n", "\r\n")]) {
      const added = edited(text, change);
      expect(added).not.toBe(text);
      expect(edited(added, { remove })).toBe(text);
    }
  }
});

test("the lines of a text that keeps its empty lines stay when what follows is removed", () => {
  expect(edited("a: |+\n  x\n\nb: 1\n", { remove: ["b"] })).toBe("a: |+\n  x\n\n");
  expect(edited("a: |+\n  x\n\nb: |\n  y\n\nc: 1\n", { remove: ["b"] })).toBe("a: |+\n  x\n\nc: 1\n");
});

test("a tab behind a dash gives way to what cannot stand behind it", () => {
  expect(edited("-\ta\n-\tb\n", { set: [0], to: ["c"] })).toBe("- - c\n-\tb\n");
});

test("what is added to a list of a change before goes into it", () => {
  const changes: Change[] = [
    { set: ["limits"], to: ["a"] },
    { append: ["limits"], value: "b" },
  ];
  expect(difference(star, edited(star, ...changes))).toEqual([
    "-limits: {active: 3}",
    "+limits:",
    "+  - a",
    "+  - b",
  ]);
});

const name = fc.constantFrom("name", "id", "bets", "x", "a: b", "no", "é");

test("what an alias repeats is written out before the value changes", () => {
  const after = edited(star, { set: ["inputs", 1, "owner"], to: "Growth pod" });
  expect(after).toContain("    owner: Growth pod # since June\n");
  expect(after).toContain("\nx-team: Onboarding pod\n");
  expect(edited("a: &a { b: 1 }\nc: *a\n", { set: ["c", "b"], to: 2 })).toBe("a: &a { b: 1 }\nc:\n  b: 2\n");
  expect(edited("a: &a { b: 1 }\nc: *a\n", { remove: ["a"] })).toBe("c:\n  b: 1\n");
  expect(edited("a: &a { b: 1, c: 2 }\nd:\n  <<: *a # both\n  e: 3\n", { set: ["a", "b"], to: 2 })).toBe(
    "a: &a { b: 2, c: 2 }\nd:\n  b: 1 # both\n  c: 2\n  e: 3\n",
  );
  expect(edited("a: &a { b: 1 }\nc:\n  <<: *a\n  d: 2\n", { set: ["c", "b"], to: 3 })).toBe(
    "a: &a { b: 1 }\nc:\n  <<: *a\n  d: 2\n  b: 3\n",
  );
  expect(edited("a: &a { b: 1 }\nc:\n  <<: *a\n  d: 2\n", { remove: ["c", "b"] })).toBe(
    "a: &a { b: 1 }\nc:\n  d: 2\n",
  );
});

test("a change that says what is there already changes nothing", () => {
  const after = edit(documentIn(star), [
    { set: ["name"], to: "Weekly Learning Users" },
    { remove: ["owner"] },
  ]);
  expect(after).toMatchObject({ text: star, edits: [] });
});

test("a change that does not fit throws", () => {
  const changes: Change[] = [
    { set: ["name", "x"], to: 1 },
    { set: ["inputs", 5], to: 1 },
    { set: ["inputs", "x"], to: 1 },
    { append: ["name"], value: 1 },
    { rename: ["nome"], to: "name" },
    { rename: ["game"], to: "name" },
    { set: ["name"], to: "hidden \u202E" },
  ];
  for (const change of changes)
    expect(() => edit(documentIn(star), [change]), JSON.stringify(change)).toThrow();
});

test("edits that overlap throw", () => {
  const edit = { start: 1, end: 3, text: "" };
  expect(() => applyEdits("abcd", [edit, { ...edit, start: 2 }])).toThrow("overlap");
});

/** A change that fits a value, by numbers that choose among its places. */
const choice = fc.record({ at: fc.nat(), how: fc.nat(4), to: value, name });
function changeFor(
  root: unknown,
  { at, how, to, name }: { at: number; how: number; to: unknown; name: string },
): Change {
  const places = pathsOf(root);
  const path = places[at % places.length] ?? [];
  const here = path.reduce<unknown>((each, step) => (each as Record<string, unknown>)[step], root);
  const isMap = typeof here === "object" && here !== null && !Array.isArray(here);
  if (how === 0 && path.length > 0) return { remove: path };
  if (how === 1 && Array.isArray(here)) return { append: path, value: to };
  if (how === 2 && isMap) return { set: [...path, name], to };
  if (how === 3 && isMap) {
    const key = Object.keys(here).find(() => !Object.hasOwn(here, name));
    if (key !== undefined) return { rename: [...path, key], to: name };
  }
  if (path.length > 0) return { set: path, to };
  return isMap ? { set: [name], to } : { append: [], value: to };
}

test.each([
  ["values as they are written", written.map(({ yaml }) => yaml)],
  ["scraps", scraps],
  ["a file with a change", broken],
])("the new text says what the change says: %s", { tags: "slow" }, (_, texts: fc.Arbitrary<string>) => {
  fc.assert(
    fc.property(texts, fc.array(choice, { minLength: 1, maxLength: 3 }), (text, choices) => {
      const document = readDocument(text);
      fc.pre(!Array.isArray(document) && typeof document.value === "object" && document.value !== null);
      if (Array.isArray(document)) return;
      const changes: Change[] = [];
      let goal: unknown = document.value;
      for (const each of choices) {
        const change = changeFor(goal, each);
        changes.push(change);
        goal = applyChange(goal, change);
      }
      expect(documentIn(edited(text, ...changes)).value).toEqual(goal);
    }),
    { numRuns: 150 },
  );
});
