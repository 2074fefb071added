/** What the editor is told is what `lint` says, in the same places. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { exampleNames } from "../../scripts/published.js";
import { placesIn } from "../../src/cli/commands/lsp/places.js";
import { linesOf } from "../../src/file/lines.js";
import { editor } from "../support/editor.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";
import { broken, scraps } from "../support/yaml.js";

const severities = { error: 1, warning: 2, note: 3 } as const;

interface JsonProblem {
  rule: string;
  severity: keyof typeof severities;
  confidence: string;
  message: string;
  range: { start: { line: number; column: number }; end: { line: number; column: number } };
  related: { message: string; range: JsonProblem["range"] }[];
}

/** What `lint --format json` says of a text in a file, as an editor would show it. */
async function linted(path: string, text: string) {
  writeFileSync(path, text);
  const { stdout } = await northstar(["lint", "--format", "json", path]);
  const [file] = JSON.parse(stdout).files as { problems: JsonProblem[] }[];
  return file?.problems.map(({ rule, severity, confidence, message, range, related }) => ({
    code: rule,
    severity: severities[severity],
    confidence,
    message,
    range: placed(text, range),
    related: related.map((each) => ({ message: each.message, range: placed(text, each.range) })),
  }));
}

function placed(text: string, { start, end }: JsonProblem["range"]) {
  const lines = linesOf(text);
  const places = placesIn(text, "utf-16");
  // Where all lines end alike for YAML and for editors, a place is the same number less one.
  if (!/\r(?!\n)|^\uFEFF/.test(text))
    expect(places.positionOf(lines.offset(start))).toEqual({
      line: start.line - 1,
      character: start.column - 1,
    });
  return places.rangeOf(lines.offset(start), lines.offset(end));
}

function shown(diagnostics: readonly Diagnostic[]) {
  return diagnostics.map(({ code, severity, message, range, relatedInformation = [], data }) => ({
    code,
    severity,
    confidence: data.confidence,
    message,
    range,
    related: relatedInformation.map((each) => ({ message: each.message, range: each.location.range })),
  }));
}

const examples = exampleNames.map((name) => `examples/${name}/northstar.yaml`);

test("of each example the editor is told what lint says", { timeout: 120_000 }, async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  for (const example of examples) {
    const text = readFileSync(example, "utf8");
    expect(shown(await client.open(path, text)), example).toEqual(await linted(path, text));
  }
  expect(examples.length).toBeGreaterThan(5);
  expect(await client.close()).toMatchObject({ code: 0, stderr: "" });
});

const someExample = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.nat(3000),
    fc.nat(60),
    fc.oneof(scraps, fc.string({ unit: "grapheme" })),
  )
  .map(([example, from, length, scrap]) => {
    const text = readFileSync(example, "utf8");
    // What is cut in the middle of a character no file can hold.
    return Buffer.from(text.slice(0, from) + scrap.slice(0, 20) + text.slice(from + length)).toString();
  });

test("of any text the editor is told what lint says", { tags: ["slow"], timeout: 240_000 }, async () => {
  const path = join(folderWith({ "northstar.yaml": "" }), "northstar.yaml");
  const client = await editor();
  await client.open(path, "");
  await fc.assert(
    fc.asyncProperty(fc.oneof(broken, someExample, scraps), async (text) => {
      expect(shown(await client.replace(path, text))).toEqual(await linted(path, text));
    }),
    { numRuns: 500 },
  );
  expect(await client.close()).toMatchObject({ code: 0, stderr: "" });
});
