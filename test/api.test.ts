/** What programs are given: as docs/api.md shows it, and as schemas/api.schema.json says. */
import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleNames } from "../scripts/published.js";
import { check, edit, explain, render } from "../src/index.js";
import { catalogue } from "../src/lint/catalogue.js";
import { formatNames, rendererNames } from "../src/render/renderers.js";
import { starNames } from "./render/stars.js";
import { folderWith } from "./support/folder.js";

const page = "docs/api.md";
const today = "2026-12-01";
const schema = JSON.parse(readFileSync("schemas/api.schema.json", "utf8"));
const ajv = new Ajv.default({ allErrors: true, strict: false });
const validate = ajv.compile(schema);

/** What a value is not, by the schema; a value as another program reads it. */
function faultsOf(value: Record<string, unknown>): string[] {
  validate(JSON.parse(JSON.stringify(value)));
  return (validate.errors ?? []).map((each) => `${each.instancePath} ${each.message}`);
}

const texts = [
  ...exampleNames.map((name) => `examples/${name}/northstar.yaml`),
  ...starNames.map((name) => `test/render/stars/${name}.northstar.yaml`),
].map((path) => [path, readFileSync(path, "utf8")] as const);
const broken = ["", "name: [", "nane: x\n", "x".repeat(1_000_001), "a: &a [*a]\n", "name: \u202E\n", "- 1\n"];

test("the examples of the page print what it shows", () => {
  const written = readFileSync(page, "utf8");
  const blocks = [...written.matchAll(/```js\n(.*?)```\n(?:\n```text\n(.*?)```)?/gs)];
  const program = blocks.map(([, code = ""]) => `${code}console.log("\\0");\n`).join("");
  const cwd = folderWith({ "program.mjs": program, "node_modules/.keep": "" });
  symlinkSync(process.cwd(), join(cwd, "node_modules/northstar"));
  const { stdout, stderr } = spawnSync(process.execPath, ["program.mjs"], { cwd, encoding: "utf8" });
  expect(stderr).toBe("");
  const shown = stdout.split("\0\n");
  let index = -1;
  const now = written.replace(
    /(```js\n.*?```\n)(\n```text\n)?(?:(?<=```text\n).*?```)?/gs,
    (_, code, head) => {
      index += 1;
      return head ? `${code}${head}${shown[index]}\`\`\`` : code;
    },
  );
  if (process.env.UPDATE) writeFileSync(page, now);
  else expect(now).toBe(written);
  expect(blocks.length).toBeGreaterThan(7);
});

describe("the schema says what is given", () => {
  test.each(texts)("of %s", (_, text) => {
    const checked = check(text, { today });
    expect(faultsOf({ check: checked })).toEqual([]);
    expect(faultsOf({ check: check(text, { today, ignores: false }) })).toEqual([]);
    for (const { fix } of checked.problems) if (fix) expect(faultsOf({ edit: edit(text, fix) })).toEqual([]);
  });

  test.each(broken.map((text) => [text.slice(0, 20), text]))("of %j", (_, text) => {
    const checked = check(text, { today });
    expect(faultsOf({ check: checked })).toEqual([]);
    expect(checked.problems.length).toBeGreaterThan(0);
    const edited = edit(text, []);
    expect(faultsOf({ edit: edited })).toEqual([]);
    expect(edited.text === undefined).toBe(edited.problems.length > 0);
  });

  test("of every rule", () => {
    for (const { id } of catalogue) expect(faultsOf({ explain: explain(id) ?? {} })).toEqual([]);
  });

  test("of the options of render", () => {
    const { to, format } = schema.definitions.render.properties;
    expect(to.enum).toEqual(rendererNames);
    expect(format.enum).toEqual(formatNames);
  });

  test("and not what it does not say", () => {
    expect(faultsOf({ check: { ...check("name: x\n"), more: 1 } })).not.toEqual([]);
    expect(faultsOf({ edit: { edits: [{ start: -1, end: 0, text: "" }], problems: [] } })).not.toEqual([]);
    expect(faultsOf({ changes: [{ set: ["name"] }] })).not.toEqual([]);
  });
});

test("what was checked is drawn the same after it was JSON", async () => {
  for (const [, text] of texts) {
    const { star, points } = check(text, { today });
    if (!star) throw new Error("it cannot be read");
    expect(await render(JSON.parse(JSON.stringify({ star, points })))).toBe(await render({ star, points }));
  }
});

describe("an edit", () => {
  test("keeps every other byte, and says which it changed", () => {
    for (const [, text] of texts) {
      const { text: after = "", edits } = edit(text, [{ set: ["name"], to: "Another Name" }]);
      expect(check(after).star?.name).toBe("Another Name");
      let back = after;
      let shift = 0;
      for (const { start, end, text: put } of edits) {
        back = back.slice(0, start + shift) + text.slice(start, end) + back.slice(start + shift + put.length);
        shift += 0;
      }
      expect(back).toBe(text);
    }
  });

  test.each([
    [{}, "change 1 needs one of set, append, rename, remove, unfold"],
    [{ set: ["a"], remove: ["a"] }, "change 1 needs one of"],
    [{ set: "name", to: 1 }, "change 1 has no path in set"],
    [{ set: ["inputs", -1], to: 1 }, "change 1 has no path in set"],
    [{ set: ["name"] }, "change 1 needs to beside set"],
    [{ set: ["name"], to: undefined }, "change 1 has in to what is no JSON"],
    [{ set: ["name"], to: Number.NaN }, "change 1 has in to what is no JSON"],
    [{ set: ["name"], to: new Date(0) }, "change 1 has in to what is no JSON"],
    [{ append: ["name"], value: 1 }, "is not a list"],
    [{ set: ["inputs", 9, "name"], to: "x" }, "leads beyond the end of a list"],
    [{ rename: ["nothing"], to: "x" }, "is no key"],
    [{ set: ["name"], to: "\u202E" }, "The change cannot be written"],
    [null, "change 1 is no map"],
  ])("with the change %j is refused", (change, message) => {
    const text = "name: x\ninputs: []\n";
    expect(() => edit(text, [change as never])).toThrow(RangeError);
    expect(() => edit(text, [change as never])).toThrow(message);
  });

  test("of anything by anything gives a text, problems or a RangeError", () => {
    const path = fc.array(fc.oneof(fc.constantFrom("name", "inputs", "__proto__", "bets"), fc.nat(3)), {
      maxLength: 3,
    });
    const change = fc.oneof(
      fc.record({ set: path, to: fc.jsonValue({ maxDepth: 2 }) }),
      fc.record({ append: path, value: fc.jsonValue({ maxDepth: 1 }) }),
      fc.record({ remove: path }),
      fc.record({ rename: path, to: fc.constantFrom("name", "x", "__proto__") }),
      fc.record({ unfold: path }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...broken.slice(0, 3), "name: x\ninputs: [{ name: y }] # z\n"),
        fc.array(change, { maxLength: 3 }),
        (text, changes) => {
          try {
            expect(faultsOf({ edit: edit(text, changes) })).toEqual([]);
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(({} as { name?: unknown }).name).toBe(undefined);
  });
});
