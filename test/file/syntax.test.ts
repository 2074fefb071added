/** What `yaml` says today, where its words tell one mistake from another. */
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { type Phrase, phrases } from "../../src/file/parser-messages.js";

/** The smallest texts that make it say each of them. A phrase without a text is an error of types. */
const texts: Record<Phrase, readonly string[]> = {
  unclosedQuote: ["'", '"'],
  afterValue: ["'a' b", "[] b", "- a\nb"],
  strayBracket: ["]", "a: ]"],
  strayBrace: ["}", "a: }"],
  openBracket: ["[", "a: ["],
  openBrace: ["{", "a: {"],
  noCommaOrColon: ["['a' 'b']", "{'a' 'b'}"],
  noComma: ["{: ?"],
  strayComma: ["[,]", "{a,,b}"],
  notToken: ["a: > b"],
  blockHeader: ["a: >b"],
  directivesEnd: ["%a\nb"],
  listOnKeyLine: ["a: - b"],
  keyWithoutValue: ["a: b\nc"],
};

const cases = Object.entries(texts).flatMap(([phrase, each]) =>
  each.map((text) => [phrase as Phrase, text] as const),
);

test.each(cases)("yaml says %s of %j, and no other phrase is meant", (phrase, text) => {
  const [complaint] = parseDocument(text, { prettyErrors: false }).errors;
  expect(complaint?.message).toMatch(phrases[phrase]);
  const meant = Object.entries(phrases).filter(([, words]) => words.test(complaint?.message ?? ""));
  expect(meant.map(([name]) => name)).toEqual([phrase]);
});

test("every phrase has a text", () => {
  expect(Object.keys(texts).sort()).toEqual(Object.keys(phrases).sort());
});
