/** What does not have the shape of the format, with what people are told below the line. */
import { expect, test } from "vitest";
import { readDocument } from "../../src/file/document.js";
import { applyEdits } from "../../src/file/patch.js";
import { validate } from "../../src/file/validate.js";
import { completed, marked, unmark } from "../examples.js";

const mistakes: Record<string, string> = {
  "capital letters": `
Owner: x
#^^^^ \`Owner\` is not a key of the format; did you mean \`owner\`?`,
  "a plural": `
owners: x
#^^^^^ \`owners\` is not a key of the format; did you mean \`owner\`?`,
  "another word": `
results:
  - title: x
#   ^^^^^ \`title\` is not a key of a result; did you mean \`name\`?`,
  "a key that may be meant is there already": `
status: adopted
state: adopted
#^^^^ \`state\` is not a key of the format; did you mean \`status\`, which is there already?`,
  "a key of elsewhere": `
factor: depth
#^^^^^ \`factor\` is not a key of the format; it belongs to an Input or a candidate for an Input`,
  "a key of several places": `
limits:
  name: x
# ^^^^ \`name\` is not a key of \`limits\`; it belongs to the file itself, without indentation, an Input, a candidate for an Input, a result, a guardrail, an item of \`history\`, \`next\` or an item of \`considered\``,
  "a key of nowhere": `
Our Team's Mood!: x
#^^^^^^^^^^^^^^^ \`Our Team's Mood!\` is not a key of the format; a key of your own starts with \`x-\`, such as \`x-our-team-s-mood\``,
  "words for the parts of a bet": `
bets:
  - level: 1
    parent: broadcasts
#   ^^^^^^ \`parent\` is not a key of a bet; did you mean \`for\`?
    hypothesis: more learnings are consumed
#   ^^^^^^^^^^ \`hypothesis\` is not a key of a bet; did you mean \`if\`?
    impact: weekly learning users rise
#   ^^^^^^ \`impact\` is not a key of a bet; did you mean \`then\`?`,
  "a bet with nothing in it": `
bets:
  - level: 1
#   ^^^^^^^^ this bet has no \`for\`; write for example \`for: broadcasts\`
#   ^^^^^^^^ this bet has no \`if\`; write for example \`if: new users did not face an empty page\`
#   ^^^^^^^^ this bet has no \`then\`; write for example \`then: they would broadcast their first learning in week one\``,
  "a map with something missing is called by its key": `
bets:
  - level: 1
    for: broadcasts
    if: more learnings are consumed
    then: weekly learning users rise
    expect: { by: 5 }
#   ^^^^^^ \`expect\` has no \`direction\`; write for example \`direction: up\``,
  "no value": `
vision:
#^^^^^ \`vision\` is empty; write for example \`vision: Help companies build better products.\``,
  "an empty text": `
vision: "  "
#       ^^^^ \`vision\` is empty; write for example \`vision: Help companies build better products.\``,
  null: `
vision: null
#       ^^^^ \`vision\` is empty; write for example \`vision: Help companies build better products.\``,
  "a number sign at the start": `
owner: #1 team
#^^^^ \`owner\` is empty, because a text cannot start with \`#\`; put it in quotes`,
  "an ampersand at the start": `
owner: &sam
#^^^^ \`owner\` is empty, because a text cannot start with \`&\`; put it in quotes`,
  "an empty list": `
bets:
#^^^ \`bets\` is empty; write its items below it, each on a line that starts with a dash`,
  "an empty map": `
review:
#^^^^^ \`review\` is empty; write \`last:\` and \`every:\` below it`,
  "an empty item": `
beliefs:
  -
# ^ this item of \`beliefs\` is empty; write a text or take the line out
  - x`,
  "a number": `
product: 2026
#        ^^^^ \`product\` is a text, and this reads as a number; put it in quotes: "2026"`,
  "a number as it is written": `
product: 0x1F
#        ^^^^ \`product\` is a text, and this reads as a number; put it in quotes: "0x1F"`,
  "a truth value": `
owner: true
#      ^^^^ \`owner\` is a text, and this reads as true; put it in quotes: "true"`,
  "a text in place of a list": `
excludes: employees
#         ^^^^^^^^^ \`excludes\` is a list, and this is a text; start each item on a line of its own with a dash`,
  "dashes without a space": `
excludes:
  -employees
# ^^^^^^^^^^ \`excludes\` is a list, and this is a text; a dash needs a space behind it`,
  "a map in place of a list": `
results:
#^^^^^^ \`results\` is a list: put a dash and a space before \`name:\`, and two spaces before the lines below it
  name: Renewals`,
  "ids in place of a list": `
results:
#^^^^^^ \`results\` is a list: write \`- id: more-renewals\` in place of \`More renewals:\`, and so for each item
  More renewals: { name: Renewals }
  Churn: { name: Churn }`,
  "names in place of a list": `
guardrails:
#^^^^^^^^^ \`guardrails\` is a list: write \`- name: Complaints\` in place of \`Complaints:\`, below it \`definition:\` with what stands behind it, and so for each item
  Complaints: Complaints per order.
  Waste: Food thrown away.`,
  "a level by its name": `
bets:
  - level: opportunity
#          ^^^^^^^^^^^ \`level\` is a whole number, and this is a text; write 2
    for: broadcasts
    if: a
    then: b
  - level: L3
#          ^^ \`level\` is a whole number, and this is a text; write 3
    for: broadcasts
    if: a
    then: b`,
  "a person with a name of their own": `
owner:
#^^^^ \`owner\` is a text, and this is a map of keys; write one text
  name: Ada`,
  "a space that nobody sees behind a choice": `
status: adopted\u00A0
#       ^^^^^^^^ an unusual space stands beside \`adopted\`; delete it`,
  "a file below one key": `
northstar:
#^^^^^^^^ the keys of the file stand below \`northstar:\`; take that line out, and the spaces before the lines below it
  name: Weekly Learning Users
  game: productivity`,
  "a list in place of a text": `
game: [attention, productivity]
#^^^ \`game\` is a text, and this is a list; choose one of attention, transaction or productivity`,
  "a colon in an item's text": `
beliefs:
  - one: two
#   ^^^^^^^^ this item of \`beliefs\` is a text, and a colon with a space behind it makes this a key; put the whole text in quotes`,
  "a text in place of an Input": `
inputs:
  - Broadcasted Learnings
#   ^^^^^^^^^^^^^^^^^^^^^ this Input has keys of its own, and this is a text; write \`name:\` before it, and \`definition:\` below`,
  "a list in place of a map": `
limits:
#^^^^^ \`limits\` has keys of its own, and this is a list; take the dash away
  - active: 3`,
  "a number in quotes": `
limits: { active: "3" }
#                 ^^^ \`active\` is a whole number, and this is a text; write 3 without quotes`,
  "a word in place of a number": `
limits: { active: three }
#                 ^^^^^ \`active\` is a whole number, and this is a text; write for example 3`,
  "half a bet": `
limits: { active: 2.5 }
#                 ^^^ \`active\` is a whole number, and this is a number; write for example 3`,
  "a level that is none": `
bets:
  - level: 4
#          ^ \`level\` is 0, 1, 2 or 3, not \`4\`
    for: x
    if: y
    then: z`,
  "a misspelt value": `
status: canditate
#       ^^^^^^^^^ \`status\` is candidate, adopted or retired; did you mean \`candidate\`?`,
  "a value in capital letters": `
status: Adopted
#       ^^^^^^^ \`status\` is candidate, adopted or retired; did you mean \`adopted\`?`,
  "another word for a value": `
game: e-commerce
#     ^^^^^^^^^^ \`game\` is attention, transaction or productivity; did you mean \`transaction\`?`,
  "a value of nowhere": `
game: chess
#     ^^^^^ \`game\` is attention, transaction or productivity, not \`chess\``,
  "another format": `
northstar: 2
#          ^ this is format 2, and this program reads format 1: write 1`,
  "a limit of none": `
limits: { active: 0 }
#                 ^ \`active\` is at least 1, not 0`,
  "a day in German order": `
review: { last: 1.9.2026 }
#               ^^^^^^^^ \`1.9.2026\` is not a day as year, month and day; write 2026-09-01`,
  "a day in an order that could be either": `
review: { last: 12/11/2026 }
#               ^^^^^^^^^^ \`12/11/2026\` is not a day as year, month and day; write it like 2026-12-15`,
  "a day without zeros": `
review: { last: 2026-9-1 }
#               ^^^^^^^^ \`2026-9-1\` is not a day as year, month and day; write 2026-09-01`,
  "a day as a number": `
review: { last: 20260901 }
#               ^^^^^^^^ \`last\` is a text, and this reads as a number; put it in quotes: "20260901"`,
  "a rhythm in a word": `
review: { every: quarterly }
#                ^^^^^^^^^ \`quarterly\` is not a number and a unit; write 1 quarter`,
  "a duration without a space": `
review: { every: 6months }
#                ^^^^^^^ \`6months\` is not a number and a unit; write 6 months`,
  "an id of several words": `
results:
  - id: Net retention (%)
#       ^^^^^^^^^^^^^^^^^ \`Net retention (%)\` cannot be an id, which has letters, digits and hyphens; write \`net-retention\`
    name: Net retention`,
  "a language in full": `
language: Deutsch (Schweiz)
#         ^^^^^^^^^^^^^^^^^ \`Deutsch (Schweiz)\` is not the short name of a language; write for example en, de or pt-BR`,
  "a vision among the points": `
checklist: { vision: ok }
#            ^^^^^^ \`vision\` is not a key of \`checklist\`; did you mean \`strategy\`?`,
  "a file that is a list": `
- name: x
#^^^^^^^^ the file is a list; it should start with a key, such as \`name:\``,
  "a file that is a text": `
Some text here
#^^^^^^^^^^^^^ no key stands here; the file should start with one, such as \`name:\``,
  "a file that is a key without a space": `
name:Weekly
#^^^^^^^^^^ \`name:\` needs a space behind the colon`,
  "a file with equals signs": `
name = Weekly
#^^^^^^^^^^^^ a key is followed by a colon and a space, not by \`=\``,
};

test.each(Object.entries(mistakes))("%s is told where it stands", (name, expected) => {
  const part = unmark(expected);
  const document = readDocument(name.startsWith("a file") ? part : completed(part));
  const problems = Array.isArray(document) ? document : validate(document);
  if (!Array.isArray(problems)) throw new Error("it is valid");
  expect(marked(part, problems)).toBe(expected.trim());
  for (const { message } of problems) expect(message).toMatch(/^[a-z`].*[^.!]$/);
});

test("what is missing from an aliased map is told where the map is written, and where it is used", () => {
  const text = completed("x-a: &a { by: 5 }\nbets:\n  - { level: 1, for: a, if: b, then: c, expect: *a }\n");
  const document = readDocument(text);
  const problems = Array.isArray(document) ? document : validate(document);
  expect(problems).toMatchObject([
    {
      rule: "missing-field",
      path: ["bets", 0, "expect"],
      range: { start: { line: 1, column: 1 }, end: { line: 1, column: 4 } },
      related: [{ message: "used here", range: { start: { line: 3 } } }],
    },
  ]);
});

test("a hundred problems are enough", () => {
  const document = readDocument(
    completed(Array.from({ length: 500 }, (_, index) => `key${index}: x`).join("\n")),
  );
  expect(Array.isArray(document) ? document : validate(document)).toHaveLength(100);
});

test.each([
  ["Owner: x", "owner: x", true],
  ["onwer: x", "owner: x", false],
  ["results:\n  - title: x", "results:\n  - name: x", false],
  ["product: 0x1F", 'product: "0x1F"', true],
  ["status: Adopted", "status: adopted", true],
  ["game: e-commerce", "game: transaction", false],
  ["review: { last: 1.9.2026, every: quarterly }", "review: { last: 2026-09-01, every: 1 quarter }", true],
  ['limits: { active: "3" }', "limits: { active: 3 }", true],
  ["review: { last: 12/31/2026 }", "review: { last: 2026-12-31 }", true],
  ["review: { last: 31/12/2026 }", "review: { last: 2026-12-31 }", true],
  ['review: { last: "December 31st, 2026" }', "review: { last: 2026-12-31 }", true],
  ["review: { last: 1 Sep 2026 }", "review: { last: 2026-09-01 }", true],
  ["status: adopted\u00A0", "status: adopted", true],
  [
    "bets: [{ level: Input bet, for: a, if: b, then: c }]",
    "bets: [{ level: 1, for: a, if: b, then: c }]",
    false,
  ],
])("the fixes of %j write %j", (part, expected, safe) => {
  const document = readDocument(completed(part));
  const problems = Array.isArray(document) ? document : validate(document);
  const fixes = Array.isArray(problems) ? problems.flatMap(({ fix }) => fix ?? []) : [];
  const edits = fixes.flatMap((fix) => ("edits" in fix ? fix.edits : []));
  expect(applyEdits(completed(part), edits)).toBe(completed(part).replace(part, expected));
  expect(fixes.map((fix) => fix.safe)).toContain(safe);
});

test("a file below one key is taken out from under it, comments and long texts too", () => {
  const text =
    "# ours\nnorth_star:\n    # the name\n    name: A\n\n    definition: >-\n      One\n      two.\n    game: x\n# end\n";
  const document = readDocument(text);
  const problems = Array.isArray(document) ? document : validate(document);
  if (!Array.isArray(problems)) throw new Error("it is valid");
  const [fix] = problems.flatMap((each) => each.fix ?? []);
  expect(problems).toHaveLength(1);
  expect(applyEdits(text, fix && "edits" in fix ? fix.edits : [])).toBe(
    "# ours\n# the name\nname: A\n\ndefinition: >-\n  One\n  two.\ngame: x\n# end\n",
  );
});

test.each(["status: adopted\nstate: adopted", "x: &a 1\nproduct: *a", "review: { last: 12/11/2026 }"])(
  "%j has no fix that is clear",
  (part) => {
    const document = readDocument(completed(part));
    const problems = Array.isArray(document) ? document : validate(document);
    expect(Array.isArray(problems) && problems.find(({ fix }) => fix)).toBeFalsy();
  },
);
