import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Document, readDocument } from "../../src/file/document.js";
import type { Northstar } from "../../src/file/northstar.js";
import type { Problem } from "../../src/file/problem.js";
import { rereader } from "../../src/file/reread.js";
import { brokenTexts, corpus } from "../support/broken-texts.js";

/** All that can be compared. */
function plain(read: Document | Problem[]): unknown {
  if (Array.isArray(read)) return read;
  const { text, root, value, comments } = read;
  return { text, root, value, comments };
}

test("one text after the other is read as each by itself", () => {
  const read = rereader();
  for (const text of [...corpus, ...corpus.map((text) => text.replace(/\n$/, ""))])
    expect(plain(read(text))).toEqual(plain(readDocument(text)));
});

test("so is a text while somebody breaks and mends it", () => {
  const read = rereader();
  for (const text of brokenTexts(150)) expect(plain(read(text))).toEqual(plain(readDocument(text)));
});

test("so is a text that is typed sign by sign, with the line breaks of Windows too", () => {
  const whole = readFileSync("examples/amplitude/northstar.yaml", "utf8");
  const step = Math.ceil(whole.length / 200);
  for (const text of [whole, whole.replaceAll("\n", "\r\n")]) {
    const read = rereader();
    for (let end = 0; end < text.length + step; end += step) {
      const typed = text.slice(0, end);
      expect(plain(read(typed))).toEqual(plain(readDocument(typed)));
    }
  }
});

test("what did not change is not read again, and what moved stands in its new place", () => {
  const read = rereader();
  const text = readFileSync("examples/amplitude/northstar.yaml", "utf8");
  const [, before, after] = [text, text, text.replace("\ninputs:", "\n# More to come\ninputs:")].map(read);
  const [was, now] = [before, after].map((each) => (each as Document).value as Northstar);
  expect(now).toEqual(was);
  expect(now?.bets?.length).toBeGreaterThan(1);
  for (const [index, bet] of (now?.bets ?? []).entries()) expect(bet).toBe(was?.bets?.[index]);
});

test("a text of more words and signs than a file may have is refused", () => {
  const list = `bets:\n${"  - [,,,,,,,,,,,,]\n".repeat(9000)}`;
  const read = rereader();
  read("name: A\n");
  expect(plain(read(list))).toEqual(plain(readDocument(list)));
  const many = `a:\n${"  - [x, y, z, x, y, z, x, y, z]\n".repeat(4500)}`;
  expect(plain(read(many))).toEqual(plain(readDocument(many)));
});
