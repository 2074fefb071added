/** Where somebody is typing is known from lines alone, and agrees with what YAML says of them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleTexts } from "../../scripts/published.js";
import { type Document, readDocument } from "../../src/file/document.js";
import { isMerge, type Node } from "../../src/file/node.js";
import type { Path } from "../../src/file/problem.js";
import { keyName } from "../../src/file/value.js";
import { cursorAt } from "../../src/language/cursor.js";
import { broken, scraps } from "../support/yaml.js";

function at(marked: string) {
  const offset = marked.indexOf("^");
  const cursor = cursorAt(marked.replace("^", ""), offset);
  if (!cursor) return undefined;
  const { part } = cursor;
  if (part === "key") return `key of ${cursor.map.join(".") || "file"}`;
  return part === "value" ? `value of ${cursor.path.join(".")}` : part;
}

const cases: [marked: string, where: string | undefined][] = [
  ["^", "key of file"],
  ["na^", "key of file"],
  ["name: A\n^\ngame: x\n", "key of file"],
  ["game: ^", "value of game"],
  ["game: prod^uctivity", "value of game"],
  ["game: 'prod^", "value of game"],
  ["inputs:\n  - ^", "key of inputs.0"],
  ["inputs:\n  - name: A\n  - na^", "key of inputs.1"],
  ["inputs:\n  - name: A\n    ^", "key of inputs.0"],
  ["inputs:\n- name: A\n- name: B\n  ^", "key of inputs.1"],
  ["inputs:\n- name: A\n^", "key of file"],
  ["inputs:\n  ^", "key of inputs"],
  ["inputs:\n  -^", "key of inputs.0"],
  ["inputs:\n  -^ name: A", undefined],
  ["inputs:\n ^ - name: A", undefined],
  ["inputs:\n  - name: A\n^    owner: B", undefined],
  ["limits: { ac^ }", "key of limits"],
  ["limits: { ^, active: 3 }", "key of limits"],
  ["na^ # so far", "key of file"],
  ["bets:\n  - level: 1\n    expect:\n      ^", "key of bets.0.expect"],
  ["bets:\n  - level: 1\n    expect: { ^", "key of bets.0.expect"],
  ["bets:\n  - level: 1\n    expect: { direction: up, ^", "key of bets.0.expect"],
  ["bets:\n  - level: 1\n    expect: { direction: u^", "value of bets.0.expect.direction"],
  ["bets:\n  - { level: ^", "value of bets.0.level"],
  ["bets:\n  # northstar-ignore ^\n  - level: 1", "rule"],
  ["bets:\n  # northstar-ignore no-results, va^\n", "rule"],
  ["# nor^", "directive"],
  ["# what it is ^", undefined],
  ["# northstar-ignore no-results: it ^", undefined],
  ["name: A # nor^", "directive"],
  ["name: A\n  ^", undefined],
  ["definition: >\n  Number of ^", undefined],
  ["definition: |\n  a\n\n  ^\ngame: x", undefined],
  ["definition: |\n  a\ngame: ^", "value of game"],
  ["inputs:\n  - name: A\n\n    # why\n    definition: ^", "value of inputs.0.definition"],
  ["history:\n  - inputs:\n      - name: A\n      - ^", "key of history.0.inputs.1"],
  ["beliefs: [a, ^", undefined],
  ["x: &a\n  ^", "key of x"],
  ["inputs:\r\n  - name: A\r\n    ^", "key of inputs.0"],
];

test.each(cases)("%j is a place for %s", (marked, where) => {
  expect(at(marked)).toBe(where);
});

test("the keys around a place are known, above it and below", () => {
  const text = "bets:\n  - level: 2 # an opportunity\n    \n    if: a\n  - level: 3\n    then: b\n";
  const cursor = cursorAt(text, text.indexOf("    \n") + 4);
  expect(cursor).toMatchObject({
    part: "key",
    others: new Map([
      ["level", "2"],
      ["if", "a"],
    ]),
  });
  const flow = "expect: { direction: up, after: 3 weeks, ";
  expect(cursorAt(flow, flow.length)).toMatchObject({
    others: new Map([
      ["direction", "up"],
      ["after", "3 weeks"],
    ]),
  });
});

test("in the examples every key and every text on one line is found where YAML has it", () => {
  let count = 0;
  for (const text of exampleTexts) {
    const document = readDocument(text) as Document;
    visit(document.root, [], false);

    function visit(node: Node, path: Path, flow: boolean): void {
      if (node.kind === "list")
        for (const [index, { value }] of node.items.entries())
          visit(value, [...path, index], flow || node.flow);
      if (node.kind !== "map") return;
      for (const { key, value } of node.pairs) {
        if (isMerge(key)) continue;
        const inside = flow || node.flow || !/^[\w-]+$/.test(text.slice(key.from, key.to));
        const place = [...path, keyName(key)];
        if (!inside) {
          count += 1;
          expect(cursorAt(text, key.to)).toMatchObject({
            part: "key",
            map: path,
            hasColon: true,
            from: key.from,
          });
          expect(cursorAt(text, key.from)).toMatchObject({
            part: "key",
            map: path,
            hasColon: true,
            to: key.to,
          });
          if (value.kind === "scalar" && value.style === "plain")
            expect(cursorAt(text, value.from), text.slice(value.from)).toMatchObject({
              part: "value",
              path: place,
            });
        }
        visit(value, place, inside);
      }
    }
  }
  expect(count).toBeGreaterThan(500);
});

test("any text has a place or none, and the word that is typed lies in it", () => {
  fc.assert(
    fc.property(fc.oneof(broken, scraps), fc.nat(2000), (text, offset) => {
      const cursor = cursorAt(text, Math.min(offset, text.length));
      if (!cursor) return;
      expect(cursor.from).toBeLessThanOrEqual(Math.min(offset, text.length));
      expect(cursor.from).toBeGreaterThanOrEqual(0);
      expect(cursor.to).toBeLessThanOrEqual(text.length);
      expect(text.slice(cursor.from, cursor.to)).not.toMatch(/\n/);
    }),
    { numRuns: 500 },
  );
});
