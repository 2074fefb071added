/** Readings look only for what the words of a text may say; a text is read the same where they look for everything. */
import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import type * as WordForms from "../../src/reading/word-form.js";

interface Statement {
  name: string;
  definition?: string;
}

const all: readonly Statement[] = JSON.parse(
  readFileSync(new URL("../judgement/statements.json", import.meta.url), "utf8"),
);

async function readAll(): Promise<string[]> {
  const { read } = await import("../../src/reading/reading.js");
  return all
    .filter((_, index) => index % 10 === 0)
    .map(({ name, definition = "" }) => JSON.stringify({ ...read(name, definition), says: 0, named: 0 }));
}

test("no trait hides what a text says", async () => {
  const found = await readAll();
  vi.resetModules();
  vi.doMock("../../src/reading/word-form.js", async (original) => {
    const actual = await original<typeof WordForms>();
    const isToken = (word: object) => "start" in word;
    const hasTrait: typeof actual.hasTrait = (word, trait) => !isToken(word) || actual.hasTrait(word, trait);
    return { ...actual, hasTrait };
  });
  const withEverything = await readAll();
  expect(withEverything).toEqual(found);
});
