/** What is shown beside the pointer: something at every key and value of the examples, nothing twice, and of the place itself. */
import { expect, test } from "vitest";
import { exampleTexts } from "../../scripts/published.js";
import { configTable } from "../../src/config/fields.computed.js";
import { type Document, readDocument } from "../../src/file/document.js";
import { formatTable } from "../../src/file/fields.computed.js";
import { formatFields } from "../../src/file/format-fields.js";
import type { Node } from "../../src/file/node.js";
import type { Path } from "../../src/file/problem.js";
import { keyName } from "../../src/file/value.js";
import type { FileKind } from "../../src/language/file-kind.js";
import { hoverAt } from "../../src/language/hover.js";
import { keyEntries } from "../../src/language/outline.js";

function shown(marked: string, kind: FileKind = "star"): readonly string[] {
  const document = readDocument(marked.replace("^", "")) as Document;
  return hoverAt(document, marked.indexOf("^"), kind, undefined)?.blocks ?? [];
}

test("in the examples each key and each text says what it is, and no paragraph twice", () => {
  let count = 0;
  for (const text of exampleTexts) {
    const document = readDocument(text) as Document;
    visit(document.root, []);

    function visit(node: Node, path: Path): void {
      if (node.kind === "list")
        for (const [index, { value }] of node.items.entries()) visit(value, [...path, index]);
      if (node.kind === "scalar") look(node.from, path);
      if (node.kind !== "map") return;
      for (const { key, value } of node.pairs) {
        const place = [...path, keyName(key)];
        look(key.from, place);
        visit(value, place);
      }
    }

    function look(offset: number, path: Path): void {
      const blocks = hoverAt(document, offset, "star", undefined)?.blocks ?? [];
      const field = formatFields.fieldAt(typeof path.at(-1) === "number" ? path.slice(0, -1) : path);
      expect(blocks.join("\n\n"), path.join(".")).toContain(field?.description || "The team's own key");
      expect(new Set(blocks).size).toBe(blocks.length);
      expect(blocks.join("\n\n")).not.toMatch(/&gt;|&#8203;/);
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(1000);
});

test("what stands below a text of several lines speaks for itself", () => {
  const text = "definition: >-\n  Number of\n  things\ngame: attention\n";
  expect(shown(text.replace("game", "^game"))).toEqual(shown(text.replace("game", "ga^me")));
  expect(shown(text.replace("things", "thi^ngs"))[0]).toContain("how the metric is counted");
});

test("a rule in the configuration says everything once", () => {
  const [head = "", page = "", ...more] = shown("rules:\n  no-re^sults: off\n", "config");
  expect(more).toEqual(["Playbook, chapter 1"]);
  expect(page).not.toContain("northstar explain");
  expect(head).toBe("**no-results** · note · Nothing says what the metric leads to");
  expect(page).not.toContain("Nothing says what the metric leads to");
});

test("an example can be typed as it is shown", () => {
  const tables = [formatTable, configTable].flatMap((table) => Object.entries(table));
  const examples = tables.flatMap(([place, { example }]) =>
    example === undefined ? [] : [[place, example]],
  );
  expect(examples.length).toBeGreaterThan(80);
  for (const [place, example] of examples) {
    const read = readDocument(`key: ${example}\n`) as Document;
    expect(read.value, place).toEqual({ key: expect.anything() });
    expect(read.comments, place).toEqual([]);
  }
  expect(shown("theme: { colors: { ac^cent: x } }\n", "config").join()).toContain('For example: "#2b51c9"');
  expect(shown("bets: [{ readout: [{ l^ow: 1 }] }]\n").join()).toContain("For example: `0.4`");
});

test("an entry of the outline ends where its last sign stands", () => {
  const text = "inputs:\n  - name: A\n\n# why\nbets: []\n\n";
  const entries = keyEntries(readDocument(text) as Document);
  expect(entries.map(({ span }) => text.slice(span.from, span.to))).toEqual([
    "inputs:\n  - name: A",
    "bets: []",
  ]);
});
