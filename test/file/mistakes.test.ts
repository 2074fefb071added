/** The mistakes that people make in YAML, each with what they are told, below the line where it was made. */
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/file/document.js";
import { applyEdits } from "../../src/file/patch.js";
import { marked, unmark } from "../examples.js";

const mistakes: Record<string, string> = {
  "no colon in the middle": `
name: A
definition The count
#^^^^^^^^^ \`definition\` needs a colon and a space behind it
game: x`,
  "no colon at the end": `
name: A
game
#^^^ \`game\` needs a colon and a space behind it`,
  "the key of a list's first item too far in": `
inputs:
 - name: x
    definition: y
#   ^^^^^^^^^^^^^ this key has 4 spaces before it, which fits nothing above; with 3 spaces it stands beside \`name\``,
  "no colon above a list": `
inputs
#^^^^^ \`inputs\` needs a colon and a space behind it
  - name: x`,
  "an equals sign": `
definition: b
name = Weekly
#^^^^^ a key is followed by a colon and a space, not by \`=\`
game: x`,
  "no space behind a colon": `
definition: b
name:Weekly
#^^^^ \`name:\` needs a space behind the colon
game: x`,
  "no space behind a colon in braces": `
a: {bc:d}
#   ^^^ a colon needs a space behind it`,
  "no space behind a dash": `
inputs:
  -name: x
# ^^^^^^^^ a list's dash needs a space behind it
   definition: y`,
  "no dashes before the items of a list": `
inputs:
  name: x
# ^^^^ \`inputs\` is a list: put a dash and a space before each \`name:\` that starts an item, and two spaces before the lines below it
  definition: y
  name: z
  definition: w`,
  "dots in place of dashes": `
inputs:
  • name: x
# ^ a list's item starts with a dash and a space, not with a dot or a long dash
    definition: y
  • name: z
    definition: w`,
  "asterisks in place of dashes": `
inputs:
  * id: a
# ^ a list's item starts with a dash and a space, not with another sign such as \`*\`
    name: x
  * id: b
    name: y`,
  "one asterisk among dashes": `
inputs:
  - id: a
    name: x
  * id: b
# ^ a list's item starts with a dash and a space, not with another sign such as \`*\`
    name: y`,
  "plus signs in place of dashes": `
inputs:
  + name: x
# ^ a list's item starts with a dash and a space, not with another sign such as \`+\`
    definition: y`,
  "numbers in place of dashes": `
inputs:
  1. name: x
# ^^ a list's item starts with a dash and a space, not with a number such as \`1.\`
     definition: y
  2. name: z
     definition: w`,
  "bold names in a list": `
inputs:
  - **Fast answers**: Share of answers in a day.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ asterisks that make a text bold in Markdown refer to another place in YAML; write \`name: Fast answers\`, and what stands behind the colon as \`definition:\` on the line below
  - **Slots:** Number of slots.`,
  "bold keys": `
**Name**: Weekly
#^^^^^^^^^^^^^^^ asterisks that make a text bold in Markdown refer to another place in YAML; take the asterisks out
game: x`,
  "a forgotten dash": `
inputs:
  - name: x
    definition: y
    name: z
#   ^^^^ \`name:\` starts another item here, and its dash is missing: write \`- name:\` two places further left
    definition: w`,
  "a forgotten dash before a key in the column of the dashes": `
inputs:
  - name: x
    definition: y
  name: z
# ^^^^ \`name:\` starts an item here, and its dash is missing: write \`- name:\`, and two spaces before the lines of the item below it
  definition: w
bets: []`,
  "no space behind a later dash": `
inputs:
  - name: x
    definition: y
  -id: slots
# ^^^^^^^^^^ a list's dash needs a space behind it
    name: z`,
  "a wide colon": `
definition: y
name：x
#   ^ this colon is as wide as a Chinese character; type a plain one with a space behind it
owner：z`,
  "two keys on one line": `
bets:
  - if: x and y, then: z
#                ^^^^ one line holds one key; put \`then:\` on a line of its own, below \`if:\`
    level: 1`,
  "the fence of a page that it was copied from": `
\`\`\`yaml
#^^^^^^ three backticks belong to the page that this was copied from; delete this line and the last
name: x
\`\`\``,
  "a hash in a text of several lines": `
name: x
definition: Riders who
  rank #1 in their
#      ^^^^^^^^^^^ \`#1 in their\` is a comment, and ends the text; put the whole text in quotes
  league per week.
game: z`,
  "a colon in a text": `
definition: b
name: Weekly: learning users # so far
#     ^^^^^^^^^^^^^^^^^^^^^^ a text with a colon and a space in it needs quotes around it
game: x`,
  "a colon in the text of an item": `
beliefs:
  - one: two: three
#        ^^^^^^^^^^ a text with a colon and a space in it needs quotes around it`,
  "a colon at the end of a text": `
name: Weekly users:
#     ^^^^^^^^^^^^^ a text with a colon and a space in it needs quotes around it
definition: b`,
  "a colon in a text in braces": `
a: {b: c: d}
#      ^^^^ a text with a colon and a space in it needs quotes around it`,
  "a double quote that stays open": `
name: "Weekly
#     ^^^^^^^ the text that opens with \`"\` is never closed; put a \`"\` at its end
definition: b`,
  "a single quote that stays open": `
name: 'Weekly
#     ^^^^^^^ the text that opens with \`'\` is never closed; put a \`'\` at its end
definition: b`,
  "a quote that the next one closes": `
name: "Weekly
#     ^^^^^^^ the text that opens with \`"\` is never closed; put a \`"\` at its end
definition: "Users who share"
game: x`,
  "text behind a quote": `
name: "Weekly" users
#     ^^^^^^^^^^^^^^ there is text behind the closing quote; put the whole text in quotes, with a \`\\\` before each quote inside
definition: b`,
  "an apostrophe in single quotes": `
name: 'it's good'
#     ^^^^^^^^^^^ an apostrophe ends a text in single quotes; put the text in double quotes instead
definition: b`,
  "text behind a quote in braces": `
a: {b: "c" d, e: f}
#      ^^^^^ there is text behind the closing quote; put the whole text in quotes, with a \`\\\` before each quote inside`,
  "an at sign": `
owner: @sam
#      ^^^^ a text cannot start with \`@\`; put it in quotes`,
  "a backtick": `
owner: \`sam\`
#      ^^^^^ a text cannot start with a backtick; put it in quotes`,
  "a percent sign": `
by: %10
#   ^^^ a text cannot start with \`%\`; put it in quotes`,
  "an asterisk": `
owner: *sam
#      ^^^^ a text that starts with \`*\` refers to another place in YAML; to write an asterisk, put the text in quotes`,
  "bold text": `
owner: **sam**
#      ^^^^^^^ a text that starts with \`*\` refers to another place in YAML; to write an asterisk, put the text in quotes`,
  "an asterisk and a space": `
name: * x
#     ^^^ a text cannot start with \`*\`; put it in quotes`,
  "an ampersand": `
owner: & sam
#      ^^^^^ a text cannot start with \`&\`; put it in quotes`,
  "an exclamation mark": `
owner: !important fact
#      ^^^^^^^^^^^^^^^ a text cannot start with \`!\`; put it in quotes`,
  "a tag that needs a library": `
a: !!binary aGk=
#  ^^^^^^^^^^^^^ a text cannot start with \`!\`; put it in quotes`,
  "a question mark": `
owner: ? x
#      ^^^ a text cannot start with \`?\` and a space; put it in quotes`,
  "a pipe": `
owner: | x
#      ^^^ a text cannot start with \`|\`; put it in quotes
name: x`,
  "a greater-than sign": `
owner: > 5 users
#      ^^^^^^^^^ a text cannot start with \`>\`; put it in quotes
name: x`,
  "text beside >-": `
definition: >- The count
#           ^^^^^^^^^^^^ the text starts on the line below \`>-\`, not beside it
  of users`,
  "double braces": `
name: {{name}}
#     ^^^^^^^^ braces open a map in YAML; to write them as text, put the text in quotes`,
  "brackets at the start": `
name: [Draft] Weekly Users
#     ^^^^^^^^^^^^^^^^^^^^ a text cannot start with \`[\`; put the whole text in quotes
game: x`,
  "a dash behind a key": `
owner: - sam
#      ^^^^^ a list starts on the line below its key; a text that starts with a dash needs quotes
name: x`,
  "a bracket that stays open": `
links: [a, b
#      ^^^^^ \`[\` opens here and is never closed; put a \`]\` behind what belongs to it
game: x`,
  "a brace that stays open": `
expect: { a: b
#       ^^^^^^ \`{\` opens here and is never closed; put a \`}\` behind what belongs to it
game: x`,
  "a comment that hides the bracket": `
a: [b, #c]
#  ^^^^^^^ \`[\` opens here and is never closed; put a \`]\` behind what belongs to it
d: e`,
  "one bracket too many": `
links: [a]]
#         ^ this \`]\` closes nothing; delete it
game: x`,
  "two commas": `
links: [a,, b]
#         ^ nothing stands before this comma; delete it`,
  "no comma between texts in brackets": `
links: ["a" "b"]
#           ^ a comma is missing before this`,
  "brackets that are not indented": `
expect: {
a: b
#^^^ what stands in brackets must be indented further than the key before them
}`,
  "a lone word in braces": `
expect: {up}
#        ^^ in \`{ }\` every key needs a colon and a value; a list stands in \`[ ]\``,
  "two commas in a text in braces": `
a: {b: c, d, e, f: g}
#      ^^^^^^^ a comma in \`{ }\` ends a text; put the whole text in quotes`,
  "too far in": `
name: x
  definition: y
# ^^^^^^^^^^^^^ this key has 2 spaces before it, which fits nothing above; with no spaces it stands beside \`name\``,
  "one space short": `
inputs:
  - name: x
   definition: y
#  ^^^^^^^^^^^^^ this key has 3 spaces before it, which fits nothing above; with 4 spaces it stands beside \`name\``,
  "back to a column of its own": `
limits:
    active: 3
  foo: 4
# ^^^^^^ this key has 2 spaces before it, which fits nothing above; with 4 spaces it stands beside \`active\``,
  "a dash too far in": `
inputs:
  - name: x
    - name: y
#   ^^^^^^^^^ this dash has 4 spaces before it, which fits nothing above; with 2 spaces it stands beside the dash above`,
  "a list in the middle of keys": `
name: x
- y
#^^ this dash has no spaces before it, which fits nothing above; a list stands below a key with a colon`,
  "a key behind a list": `
- y
name: x
#^^^^^^ this key has no spaces before it, which fits nothing above; a key cannot follow the items of a list`,
  "a text that goes on in column 1": `
definition: The count of users
who do
#^^^^^ this line has no key; if it continues the text above, indent it by 2 spaces
name: x`,
  "a folded text in column 1": `
definition: >-
The count of
#^^^^^^^^^^^ this line has no key; if it continues the text above, indent it by 2 spaces
users`,
  "a folded text that moves left": `
definition: >-
    The count
  of users
# ^^^^^^^^ this line has no key; if it continues the text above, indent it by 4 spaces
name: x`,
  "a Windows path": `
name: "C:\\path"
#        ^^ \`\\p\` means nothing in double quotes; use single quotes, or write two backslashes`,
  "a second document without dashes": `
name: x
...
more: y
#^^ a second document starts here; keep one North Star per file, and take this line out if there is only one`,
  "front matter": `
---
name: x
---
#^^ a second document starts here; keep one North Star per file, and take this line out if there is only one
# Heading
**bold: text`,
  "an instruction to YAML": `
%YAML 1.2
#^^^^^^^^ a line that starts with \`%\` is an instruction to YAML, which no North Star needs; delete it
name: x`,
  "a conflict in the middle": `
name: x
<<<<<<< HEAD
#^^^^^^^^^^^ git left a conflict here; keep one of the two versions and delete the lines with \`<<<\`, \`===\` and \`>>>\`
game: x
=======
game: y
>>>>>>> b`,
  "an alias above its anchor": `
a: *pod
#  ^^^^ \`*pod\` is used before \`&pod\`, which stands further down; move that up
b: &pod x`,
  "two keys of the same name, one in quotes": `
name: x
"name": y
#^^^^^ \`name\` stands here a second time; keep one of the two`,
  "the same key three times": `
name: x
name: y
#^^^ \`name\` stands here a second time; keep one of the two
name: z
#^^^ \`name\` stands here a second time; keep one of the two`,
  "several mistakes of the same kind": `
owner: *one
#      ^^^^ a text that starts with \`*\` refers to another place in YAML; to write an asterisk, put the text in quotes
a: {b: c, d}
#      ^^^^ a comma in \`{ }\` ends a text; put the whole text in quotes`,
};

describe("a mistake is told where it was made", () => {
  test.each(Object.entries(mistakes))("%s", (_, expected) => {
    const text = unmark(expected);
    const problems = readDocument(text);
    expect(Array.isArray(problems) && marked(text, problems)).toBe(expected.trim());
  });
});

test.each(Object.entries(mistakes))("a fix for %s leaves no trace of it", (_, expected) => {
  const text = unmark(expected);
  const problems = readDocument(text);
  for (const { fix, rule, range } of Array.isArray(problems) ? problems : []) {
    if (!fix || !("edits" in fix)) continue;
    const after = readDocument(applyEdits(text, fix.edits));
    const left = Array.isArray(after) ? after.map((each) => [each.rule, each.range.start]) : [];
    expect(left).not.toContainEqual([rule, range.start]);
  }
});

test.each([
  ["name: Weekly: users # so far\n", 'name: "Weekly: users" # so far\n'],
  ["name: 'it's good'\n", 'name: "it\'s good"\n'],
  ['name: "Weekly" users\n', 'name: "\\"Weekly\\" users"\n'],
  ["owner: @sam\n", 'owner: "@sam"\n'],
  ["owner: *sam smith\n", 'owner: "*sam smith"\n'],
  ["owner: > 5 users\nname: x\n", 'owner: "> 5 users"\nname: x\n'],
  ["name: {{name}}\n", 'name: "{{name}}"\n'],
  ["a: {b: c, d, e: f}\n", 'a: {b: "c, d", e: f}\n'],
  ["a: {b: @c, e: f}\n", 'a: {b: "@c", e: f}\n'],
  ["a: {b:c}\n", "a: {b: c}\n"],
  ["a: b\nname：x\nowner： z\n", "a: b\nname: x\nowner: z\n"],
  ["inputs:\n  • name: x\n    a: y\n  • name: z\n", "inputs:\n  - name: x\n    a: y\n  - name: z\n"],
  ["inputs:\n  name: x\n  a: y\n  name: z\n", "inputs:\n  - name: x\n    a: y\n  - name: z\n"],
  ["bets:\n  - if: x, then: y\n", "bets:\n  - if: x\n    then: y\n"],
  ["a: x\nname:Weekly\n", "a: x\nname: Weekly\n"],
  ["inputs:\n  -name: x\n   definition: y\n", "inputs:\n  - name: x\n   definition: y\n"],
  ["limits:\n\tactive: 3\n", "limits:\n  active: 3\n"],
  ["a:\n  - b: x\n\towner: y\n", "a:\n  - b: x\n    owner: y\n"],
  ["a:\n\t- b: x\n\t  c: y\n\t- b: z\n", "a:\n  - b: x\n    c: y\n  - b: z\n"],
  ["inputs:\n* id: a\n  name: x\n", "inputs:\n- id: a\n  name: x\n"],
  ["inputs:\n  - id: a\n  * id: b\n", "inputs:\n  - id: a\n  - id: b\n"],
  ["inputs:\n  1. name: x\n     a: y\n  2. name: z\n", "inputs:\n   - name: x\n     a: y\n   - name: z\n"],
  [
    "inputs:\n  - **A b**: c d\n  - **E:** f\n",
    "inputs:\n  - name: A b\n    definition: c d\n  - name: E\n    definition: f\n",
  ],
  ["**Name**: x\n**Game:** y\n", "name: x\ngame: y\n"],
  ["inputs:\n  - name: x\n    a: y\n    name: z\n", "inputs:\n  - name: x\n    a: y\n  - name: z\n"],
  [
    "inputs:\n  - name: x\n    a: y\n  name: z\n  a: w\nbets: []\n",
    "inputs:\n  - name: x\n    a: y\n  - name: z\n    a: w\nbets: []\n",
  ],
  ["a: b\nname = Weekly\n", "a: b\nname: Weekly\n"],
  ["a: b\nname=\n", "a: b\nname: \n"],
  ["a: b\ngame\n", "a: b\ngame:\n"],
  ["name Weekly users\ngame: x\n", "name: Weekly users\ngame: x\n"],
  ['name: "Weekly\ngame: x\n', 'name: "Weekly"\ngame: x\n'],
  ["name: 'Weekly \r\ngame: x\r\n", "name: 'Weekly' \r\ngame: x\r\n"],
  ['limits: { a: "x, b: 1 }\ngame: x\n', false],
  ["limits: { active: 3 # so far\ngame: x\n", "limits: { active: 3 } # so far\ngame: x\n"],
  ["sources: [a, b\ngame: x\n", "sources: [a, b]\ngame: x\n"],
  ["sources: [\n  a, b\ngame: x\n", false],
  ['{"a": "x"\n "b": "y"}', '{"a": "x",\n "b": "y"}'],
  ["sources: [a, , b]\n", "sources: [a, b]\n"],
  ["%x\nname: x\n", "name: x\n"],
  ["name: > Weekly\n  users\n", "name: >\n  Weekly\n  users\n"],
  ["inputs:\n - name: x\n    a: y\n", "inputs:\n - name: x\n   a: y\n"],
  ["inputs:\n  - name: x\n     a: y\n  - name: z\n", "inputs:\n  - name: x\n    a: y\n  - name: z\n"],
  ["inputs:\n  - name: x\n   a: y\n", "inputs:\n  - name: x\n    a: y\n"],
  [
    "inputs:\n  - name: x\n    a: y\n    - name: z\n      a: w\n\n      b: v\nbets: []\n",
    "inputs:\n  - name: x\n    a: y\n  - name: z\n    a: w\n\n    b: v\nbets: []\n",
  ],
  [
    "inputs:\n  - name: x\n - name: z\n   a: w\n  - name: u\n",
    "inputs:\n  - name: x\n  - name: z\n    a: w\n  - name: u\n",
  ],
  [
    "inputs:\n  - name: x\n - name: z\n    a: w\n - name: u\n",
    "inputs:\n  - name: x\n  - name: z\n    a: w\n - name: u\n",
  ],
  ["name: x\n game: y\n owner: z\n", "name: x\ngame: y\nowner: z\n"],
  ["name: a\u200Bb\n", "name: ab\n"],
  ['name: "a\\u202Eb"\n', 'name: "ab"\n'],
  ["name:\u00A0Weekly\n", "name: Weekly\n"],
  ["a: &pod x\nb: *pot\n", "a: &pod x\nb: *pod\n"],
])("the fix of %j writes %j", (text, expected) => {
  const problems = readDocument(text);
  const fix = (Array.isArray(problems) && problems[0]?.fix) || undefined;
  expect(fix !== undefined && "edits" in fix && applyEdits(text, fix.edits)).toBe(expected);
});

/** Places that no comment can stand under: rule, line, columns, message. */
const unmarkable: [name: string, text: string, rule: string, place: string, message: RegExp][] = [
  ["a tab", "inputs:\n\t- name: x\n", "tab-indentation", "2:1-2:2", /type 2 spaces/],
  ["tabs", "limits:\n\t\tactive: 3\n", "tab-indentation", "2:1-2:3", /type 2 spaces/],
  ["a tab before spaces", "a:\n  - b: x\n\t  c: y\n", "tab-indentation", "3:1-3:2", /type 4 spaces/],
  [
    "a tab below a key of an item",
    "a:\n  - b: x\n    c: y\n\td: z\n",
    "tab-indentation",
    "4:1-4:2",
    /type 4 spaces/,
  ],
  ["no key before a colon", "a: b\n: y\n", "bad-key", "2:1-2:2", /a key is missing before this colon/],
  [
    "one space in",
    "inputs:\n  - a: x\n b: y\n",
    "bad-indentation",
    "3:2-3:6",
    /with no spaces it stands beside `inputs`/,
  ],
  ["a question mark", "? a\n- b\n", "bad-key", "1:1-1:2", /no colon ends it/],
  ["JSON without a comma", '{"a": "x"\n "b": "y"}', "bad-brackets", "2:2-2:3", /a comma is missing/],
  ["nothing", "", "empty-file", "1:1-1:1", /northstar init/],
  ["spaces", "  \n\n ", "empty-file", "1:1-1:1", /northstar init/],
  ["comments", "# name: x\n\n# more", "empty-file", "1:1-1:1", /northstar init/],
  ["three dashes", "---\n", "empty-file", "1:1-1:1", /northstar init/],
  ["a byte order mark", "\uFEFF", "empty-file", "1:1-1:1", /northstar init/],
  ["a bell", "name: a\x07b", "hidden-character", "1:8-1:9", /a bell \(U\+0007\)/],
  [
    "a turn of direction",
    "name: a\u202Eb",
    "hidden-character",
    "1:8-1:9",
    /direction of reading \(U\+202E\)/,
  ],
  ["a zero-width space", "name: 🎉\u200Bb", "hidden-character", "1:9-1:10", /zero-width space \(U\+200B\)/],
  [
    "a hidden letter",
    "name: a\u{E0041}",
    "hidden-character",
    "1:8-1:10",
    /an invisible character \(U\+E0041\)/,
  ],
  ["a line separator", "name: a\u2028b", "hidden-character", "1:8-1:9", /a line separator/],
  ["half a character", "name: a\uD83D", "hidden-character", "1:8-1:9", /half a character/],
  ["old line ends", "name: a\rgame: b", "hidden-character", "1:8-1:9", /carriage return/],
  ["a bell as a code", 'name: "a\\ab"', "hidden-character", "1:9-1:11", /a bell/],
  ["a turn as a code", 'na: "x \\u202e y"', "hidden-character", "1:8-1:14", /direction of reading/],
  ["a code in a key", '"a\\0": x', "hidden-character", "1:3-1:5", /U\+0000/],
  [
    "a no-break space before a key",
    "a:\n\u00A0\u00A0b: c",
    "hidden-character",
    "2:1-2:3",
    /a no-break space .* type a normal space/,
  ],
  [
    "a no-break space behind a key",
    "name:\u00A0Weekly",
    "hidden-character",
    "1:6-1:7",
    /type a normal space/,
  ],
  ["a NUL", "PNG\0\0\0", "not-text", "1:4-1:5", /is it the right file/],
  ["a long key", `${"k".repeat(1100)}: x`, "not-yaml", "1:1-1:1101", /cannot be read as YAML/],
];

test.each(unmarkable)("%s is told where it stands", (_, text, rule, place, message) => {
  const problems = readDocument(text);
  if (!Array.isArray(problems)) throw new Error("it was read");
  const [problem] = problems;
  const { start, end } = problem?.range ?? { start: undefined, end: undefined };
  expect(`${start?.line}:${start?.column}-${end?.line}:${end?.column}`).toBe(place);
  expect(problem?.rule).toBe(rule);
  expect(problem?.message).toMatch(message);
  expect(problem?.message).toMatch(/^[a-z`].*[^.!]$/s);
});

/** What looks odd and is fine. */
const fine: [name: string, text: string, value: unknown][] = [
  ["a byte order mark and Windows line ends", "\uFEFFname: x\r\ngame: y\r\n", { name: "x", game: "y" }],
  ["days and times stay text", "a: 2026-01-01\nb: 10:30\n", { a: "2026-01-01", b: "10:30" }],
  [
    "yes, no, on and off stay text",
    "a: no\nb: [on, off, yes, y]\n",
    { a: "no", b: ["on", "off", "yes", "y"] },
  ],
  ["even in YAML 1.1", "%YAML 1.1\n---\na: no\nb: 2026-01-01\nc: 0o7\n", { a: "no", b: "2026-01-01", c: 7 }],
  ["JSON", '{"name": "x", "list": [1, true, null]}', { name: "x", list: [1, true, null] }],
  ["a document between its marks", "---\nname: x\n...\n", { name: "x" }],
  ["flags and families", "a: 👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇺🇦", { a: "👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇺🇦" }],
  ["codes for what can be seen", 'a: "\\u00e9\\x41\\U0001F389\\n\\t\\""', { a: 'éA🎉\n\t"' }],
  ["tags of YAML itself", "a: !!str 2026\nb: !!int 3\n", { a: "2026", b: 3 }],
  ["keys that are numbers", "1: a\ntrue: b\n", { 1: "a", true: "b" }],
  ["a team's own names", "constructor: 1\ntoString: 2\n", { constructor: 1, toString: 2 }],
  ["aliases", "a: &x [1, {b: 2}]\nc: *x\n", { a: [1, { b: 2 }], c: [1, { b: 2 }] }],
  ["an anchor that is given again", "a: &x 1\nb: *x\nc: &x 2\nd: *x\n", { a: 1, b: 1, c: 2, d: 2 }],
  [
    "merge keys",
    "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  z: 3\n",
    { a: { x: 1, y: 1 }, b: { y: 2, z: 2 }, c: { x: 1, y: 1, z: 3 } },
  ],
];

test.each(fine)("%s", (_, text, value) => {
  expect(readDocument(text)).toHaveProperty("value", value);
});

test("what is written once and used twice is two values", () => {
  const document = readDocument("a: &x {b: 1}\nc: *x\n");
  const { a, c } = (document as { value: { a: object; c: object } }).value;
  expect(a).toEqual(c);
  expect(a).not.toBe(c);
});
