/** What a northstar.config.yaml may say, and what people are told when it says something else. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/config/config.js";
import * as faults from "../../src/config/faults.js";
import { joinWords } from "../../src/file/message-text.js";
import type { Problem } from "../../src/file/problem.js";
import { documentNames } from "../../src/render/renderers.js";
import { demonstrate, marked, unmark } from "../examples.js";
import { exampleOf } from "../support/schema-example.js";

function problemsIn(text: string): Problem[] {
  const read = readConfig(text);
  return Array.isArray(read) ? read : [];
}

describe.each(Object.values(faults).map((fault) => [fault.id, fault] as const))("%s", (_, fault) => {
  test("finds what its bad example marks, and nothing in its good one", () => {
    demonstrate(fault, problemsIn);
  });
});

const mistakes: Record<string, string> = {
  "a misspelt rule": `
rules:
  laging-metric: off
# ^^^^^^^^^^^^^ there is no rule \`laging-metric\`; did you mean \`lagging-metric\`?`,
  "a rule of nowhere": `
rules:
  frobnicate: off
# ^^^^^^^^^^ there is no rule \`frobnicate\`; \`northstar explain\` lists the rules`,
  "a fault of the format": `
rules:
  bad-date: off
# ^^^^^^^^ \`bad-date\` keeps a file from being read, so no severity can be given to it`,
  "a misspelt severity": `
rules:
  lagging-metric: wraning
#                 ^^^^^^^ \`lagging-metric\` is off, note, warning or error; did you mean \`warning\`?`,
  "words of other linters": `
rules:
  lagging-metric: warn
#                 ^^^^ \`lagging-metric\` is off, note, warning or error; did you mean \`warning\`?
  generic-metric: false
#                 ^^^^^ \`generic-metric\` is off, note, warning or error; did you mean \`off\`?
  mere-presence: 2
#                ^ \`mere-presence\` is off, note, warning or error, not \`2\``,
  "no rule at all": `
rules:
#^^^^ \`rules\` is empty; write a key such as \`bare-audience:\` below it`,
  "a misspelt key": `
ruels: { lagging-metric: off }
#^^^^ \`ruels\` is not a key of the configuration; did you mean \`rules\`?`,
  "a key of elsewhere": `
vanity: [sparkle]
#^^^^^ \`vanity\` is not a key of the configuration; it belongs to \`words\``,
  "a rule without rules": `
lagging-metric: off
#^^^^^^^^^^^^^ \`lagging-metric\` is not a key of the configuration; it belongs to \`rules\``,
  "another word for a key": `
threshold: warning
#^^^^^^^^ \`threshold\` is not a key of the configuration; did you mean \`fail\`?`,
  "a key of a map that takes no others": `
words:
  adjectives: [nice]
# ^^^^^^^^^^ \`adjectives\` is not a key here; there is value, presence, vanity, results, audience, neutral and abbreviations`,
  "a document that there is not": `
render:
  - to: one-pgaer
#       ^^^^^^^^^ \`to\` is ${joinWords(documentNames, "or")}; did you mean \`one-pager\`?
    out: a.md`,
  "a document without a file": `
render:
  - to: one-pager
#   ^^^^^^^^^^^^^ this document has no \`out\`; write for example \`out: docs/north-star.md\``,
  "a horizon in one text": `
horizons:
  interventions: 2 weeks
#                ^^^^^^^ \`interventions\` has keys of its own, and this is a text; write \`least:\``,
  "a horizon without a beginning": `
horizons:
  interventions: { most: 2 weeks }
# ^^^^^^^^^^^^^ \`interventions\` has no \`least\`; write for example \`least: 2 weeks\``,
  "another word for the end of a horizon": `
horizons:
  interventions: { least: 1 week, max: 2 weeks }
#                                 ^^^ \`max\` is not a key here; did you mean \`most\`?`,
  "a level in the singular": `
horizons:
  intervention: { least: 1 week }
# ^^^^^^^^^^^^ \`intervention\` is not a key of \`horizons\`; did you mean \`interventions\`?`,
  "a time in another form": `
horizons:
  interventions: { least: 1w }
#                         ^^ \`1w\` is not a number and a unit; write 1 week`,
  "another size of paper": `
paper: a3
#      ^^ \`paper\` is a4 or letter; did you mean \`a4\`?`,
  "more pages than a one-pager has": `
render:
  - { to: one-pager, out: a.html, pages: 3 }
#                                        ^ \`pages\` is 1 or 2, not \`3\``,
  "pages of another document": `
render:
  - { to: deck, out: a.html, sheets: 2 }
#                            ^^^^^^ \`sheets\` is not a key of a document; did you mean \`pages\`?`,
  "paper for a deck": `
render:
  - { to: deck, out: a.html, paper: letter }
#                                   ^^^^^^ only a one-pager as html or pdf is fitted to paper; leave \`paper\` out, or write \`to: one-pager\``,
  "a colour without quotes": `
theme:
  colors:
    accent: #2b51c9
#   ^^^^^^ \`accent\` is empty, because a text cannot start with \`#\`; put it in quotes`,
  "a list": `
- lagging-metric
#^^^^^^^^^^^^^^^ the file is a list; it should start with a key, such as \`rules:\``,
};

test.each(Object.entries(mistakes))("%s", (_, example) => {
  const text = unmark(example);
  expect(marked(text, problemsIn(text))).toBe(example.trim());
});

test("a file without anything in it says nothing", () => {
  for (const text of ["", "# nothing yet\n", "{}\n"]) expect(readConfig(text)).toMatchObject({ config: {} });
});

test("a team's own keys are kept out of the way", () => {
  expect(problemsIn("x-owner: Sharing pod\n")).toEqual([]);
});

interface Shape {
  description?: string;
  $comment?: string;
  required?: string[];
  $ref?: string;
  properties?: Record<string, Shape>;
}

test("every key of the schema has a description, and examples that conform", () => {
  const schema = JSON.parse(readFileSync("schemas/config.schema.json", "utf8"));
  look(schema, []);

  function look(shape: Shape, path: readonly string[]): void {
    const needed = (shape.required ?? []).map((key) => [key, exampleOf(shape.properties?.[key] ?? {})]);
    for (const [key, part] of Object.entries(shape.properties ?? {})) {
      expect(part.description, key).toMatch(/^[A-Z].*\.$/s);
      const example = exampleOf(part);
      const own: object = { ...Object.fromEntries(needed), [key]: example };
      const value = path.reduceRight((inner, each) => ({ [each]: inner }), own);
      expect(problemsIn(JSON.stringify(value)), `${key}: ${JSON.stringify(example)}`).toEqual([]);
      const target: Shape = schema.definitions[part.$ref?.split("/").pop() ?? ""] ?? part;
      look(target, [...path, key]);
    }
  }
});
