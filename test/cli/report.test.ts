import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

const schema = JSON.parse(readFileSync("schemas/report.schema.json", "utf8"));
const isReport = new Ajv.default({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

const whole = readFileSync("examples/amplitude/northstar.yaml", "utf8");

const files: Record<string, string | Uint8Array> = {
  "nothing to say": whole,
  "warnings and notes": "name: A\ndefinition: B\ngame: attention\ninputs: []\n",
  "related places": `${whole.replace(/^bets:.*/ms, "")}bets:\n  - {level: 3, for: broadcasts, if: we ship it, then: it works}\n`,
  "not YAML": "name: [\n",
  "two documents": "name: A\n---\nname: B\n",
  "an empty file": "",
  "a list": "- 1\n",
  "an unknown key": "nmae: A\n",
  "not a text": new Uint8Array([0, 1, 2, 255]),
  "not UTF-8": new Uint8Array([0x6e, 0x3a, 0x20, 0xff, 0xfe]),
  "hidden signs": "name: \u202Eabc\n",
  "an alias bomb": `a: &a [x, x]\n${"bcdefghijklmnop".replace(/./g, (c, i: number) => `${c}: &${c} [*${"abcdefghijklmnop"[i]}, *${"abcdefghijklmnop"[i]}]\n`)}`,
};

test.each(Object.keys(files))("%s is a report by the schema", async (title) => {
  const cwd = folderWith({ "northstar.yaml": files[title] ?? "" });
  const { stdout, stderr, code } = await northstar(["lint", "-f", "json"], { cwd });
  const report = JSON.parse(stdout);
  expect(isReport(report), JSON.stringify(isReport.errors, null, 2)).toBe(true);
  expect(stderr).toBe("");
  expect(report.files.map((file: { path: string }) => file.path)).toEqual(["northstar.yaml"]);
  expect(code).toBe(report.summary.errors > 0 ? 1 : 0);
});

test("the schema refuses what is not in the contract", async () => {
  const cwd = folderWith({ "northstar.yaml": "name: [\n" });
  const report = JSON.parse((await northstar(["lint", "-f", "json"], { cwd })).stdout);
  expect(isReport({ ...report, extra: 1 })).toBe(false);
  expect(isReport({ ...report, files: [{ ...report.files[0], points: [{ id: "fun" }] }] })).toBe(false);
});

test("nothing is written over a North Star that is judged", async () => {
  const cwd = folderWith({ "northstar.yaml": whole });
  symlinkSync("northstar.yaml", join(cwd, "link.json"));
  for (const words of [
    ["-f", "json=northstar.yaml"],
    ["-f", "pretty", "-f", "sarif=./link.json"],
    ["--cache-file", "northstar.yaml"],
  ])
    expect(await northstar(["lint", ...words], { cwd })).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/ is a North Star that is judged; name another file to write to\n$/),
    });
  expect(readFileSync(join(cwd, "northstar.yaml"), "utf8")).toBe(whole);
});
