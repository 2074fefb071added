import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDocument } from "../../src/file/document.js";
import type { Northstar } from "../../src/file/northstar.js";
import { validate } from "../../src/file/validate.js";
import { readVersions } from "../../src/file/versions.js";
import { brokenTexts, corpus } from "../support/broken-texts.js";

function whole(text: string): unknown {
  const document = readDocument(text);
  return Array.isArray(document) ? document : validate(document);
}

test("versions say what reading each as a whole says", () => {
  expect(readVersions(corpus)).toEqual(corpus.map(whole));
});

test("so do versions with lines that somebody broke", () => {
  const texts = brokenTexts(150);
  const expected = texts.map(whole);
  expect(readVersions(texts)).toEqual(expected);
  // A good part can still be read, so that this is about values, too.
  expect(expected.filter((each) => !Array.isArray(each)).length).toBeGreaterThan(20);
});

test("what versions have in common is the same value", () => {
  const text = readFileSync("examples/amplitude/northstar.yaml", "utf8");
  const [first, commented, second, third] = readVersions([
    text,
    `# Another comment\n${text.replace("inputs:", "# Three\ninputs:")}`,
    text.replace("offer templates", "offer examples"),
    `${text.replace("offer templates", "offer examples")}# A last word\n`,
  ]) as Northstar[];
  expect(commented).toBe(first);
  expect(second?.bets?.at(-1)?.if).toContain("offer examples");
  expect(second?.bets?.[0]).toBe(first?.bets?.[0]);
  expect(second?.inputs).toBe(first?.inputs);
  expect(second?.game).toBe("productivity");
  expect(third).toBe(second);
});

test("an item that stands in another list is looked at again there", () => {
  const text = readFileSync("examples/amplitude/northstar.yaml", "utf8");
  const [input = ""] = /^ {2}- id: [\s\S]*?(?=^ {2}- )/m.exec(text.slice(text.indexOf("\ninputs:"))) ?? [];
  const misplaced = `${text}guardrails:\n${input}`;
  const [, read] = readVersions([text, misplaced]);
  expect(read).toEqual(whole(misplaced));
  expect(Array.isArray(read)).toBe(true);
});

test("the schema asks nothing of a list but its items, so that each item is looked at once", () => {
  expect(readFileSync("schemas/northstar.schema.json", "utf8")).not.toMatch(
    /"(?:m(?:in|ax)Items|uniqueItems|(?:min|max)?[cC]ontains|prefixItems|dependent\w+|if|allOf|anyOf|oneOf|not)": *[^{\s"]/,
  );
});
