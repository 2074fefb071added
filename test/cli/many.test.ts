/** Many files: found before, in threads or one by one, the report is the same. */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { exampleTexts } from "../../scripts/published.js";
import { progressOf } from "../../src/cli/host/progress.js";
import { acrossFiles } from "../../src/lint/across-files.js";
import { checkSource } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";
import { foundIn } from "../../src/report/file-report.js";
import { formats, type ReportFormat, reportFormatNames } from "../../src/report/formats.js";
import type { FileReport } from "../../src/report/report.js";
import { folderWith } from "../support/folder.js";
import { northstar as anyNorthstar } from "../support/northstar.js";
import { northstar, today } from "../support/world.js";

const program = new URL("../../bin/northstar.js", import.meta.url).pathname;
const fiveKeys = readFileSync("test/render/stars/five-keys.northstar.yaml", "utf8");

beforeAll(() => {
  if (!existsSync("dist/northstar.cjs")) throw new Error("There is no dist; run `npm run build` first");
});

/** A folder with so many files, no two alike, some of which cannot be read as a North Star. */
function folderWithMany(count: number): string {
  const files = Array.from({ length: count }, (_, index): [string, string] => [
    `${index % 7}/${index}.northstar.yaml`,
    index % 11 === 5 ? `name: [${index}` : `# ${index}\n${exampleTexts[index % exampleTexts.length]}`,
  ]);
  return folderWith({ ...Object.fromEntries(files), ".git/HEAD": "" });
}

/** The built program, with a home of its own. */
function built(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, "--today", today], {
    cwd,
    encoding: "utf8",
    env: { XDG_CACHE_HOME: join(cwd, "home") },
    maxBuffer: 1e8,
    timeout: 20_000,
  });
  return { status, stdout, stderr };
}

const cacheIn = (cwd: string) =>
  readdirSync(join(cwd, "home/northstar"))
    .filter((name) => name.endsWith(".lint"))
    .map((name) => join(cwd, "home/northstar", name));

test("threads, the cache and neither of them report the same in the same order", {
  timeout: 90_000,
}, async () => {
  const cwd = folderWithMany(48);
  for (const format of ["json", "sarif", "pretty"]) {
    const alone = await northstar(["lint", "--no-cache", "-f", format, "--today", today], { cwd });
    const expected = { status: alone.code, stdout: alone.stdout, stderr: alone.stderr };
    expect(alone.stdout).toContain("47.northstar.yaml");
    expect(built(cwd, "lint", "--no-cache", "-f", format)).toEqual(expected);
    expect(built(cwd, "lint", "-f", format)).toEqual(expected);
    expect(built(cwd, "lint", "-f", format)).toEqual(expected);
  }
  expect(cacheIn(cwd)).toHaveLength(1);
});

test("what is known of many files says as much in every format as the files themselves", async () => {
  const look = { color: false, width: 80 };
  const formatters = await Promise.all(
    reportFormatNames.map(async (name: ReportFormat) => [name, await formats[name].load()] as const),
  );
  const same = (text: string) => {
    const checked = checkSource(text, { rules, today });
    const whole: FileReport[] = [
      { path: "a.yaml", text, ...checked },
      { path: "b.yaml", text, ...checked },
    ];
    const json = JSON.stringify(foundIn(checked));
    const known = ["a.yaml", "b.yaml"].map((path) => ({ ...JSON.parse(json), path, text }));
    for (const [name, formatter] of formatters) {
      const said = (files: FileReport[]) =>
        formatter(
          { files: acrossFiles(files), failing: new Set(), version: "1.0.0", folder: "", browse: null },
          look,
        );
      expect(said(known), name).toBe(said(whole));
    }
  };
  const ignoring = `${exampleTexts[0]}# northstar-ignore future-date: they know\nreview: { last: 2999-01-01 }\n`;
  for (const text of [...exampleTexts, ignoring, "name: [", "name: x\n", ""]) same(text);
  fc.assert(
    fc.property(anyNorthstar, (star) => same(JSON.stringify(star))),
    { numRuns: 15 },
  );
});

test("a file is judged again when its text, the configuration or the day has changed, and not before", async () => {
  const cwd = folderWithMany(12);
  const lint = async (...args: string[]) => {
    const { stdout } = await northstar(["lint", "--cache-file", "kept", "-f", "json", ...args], { cwd });
    return JSON.parse(stdout).files.map((file: { problems: unknown[] }) => file.problems.length);
  };
  const before = await lint();

  // What is kept is believed, so a rule can be taken out of it.
  const path = join(cwd, "kept");
  const lines = readFileSync(path, "utf8").split("\n").slice(0, -2);
  const forged = `${lines.join("\n").replaceAll(/"problems":\[.*?\],"ignored"/g, '"problems":[],"ignored"')}\n`;
  writeFileSync(path, `${forged}${createHash("sha256").update(forged).digest("hex")}\n`);
  const nothing = before.map(() => 0);
  expect(await lint()).toEqual(nothing);
  expect(await lint("--no-cache")).toEqual(before);
  expect(await lint("--no-ignores")).toEqual(before);
  expect(await lint(), "what is kept of other settings stays").toEqual(nothing);
  renameSync(join(cwd, "3"), join(cwd, "moved"));
  expect(await lint(), "a file that moves is known by its text").toEqual(nothing);
  rmSync(path);

  writeFileSync(join(cwd, "1/1.northstar.yaml"), "name: [\n");
  writeFileSync(
    join(cwd, "2/2.northstar.yaml"),
    `${fiveKeys}review: { last: 2026-09-01, every: 3 months }\n`,
  );
  const changed = await lint("--no-cache");
  expect(await lint("--today", "2026-11-02")).toEqual(changed);
  expect(await lint("--today", "2027-11-02")).not.toEqual(changed);

  writeFileSync(join(cwd, "northstar.config.yaml"), "rules: { input-without-owner: off }\n");
  const configured = await lint("--no-cache");
  expect(configured).not.toEqual(changed);
  expect(await lint()).toEqual(configured);
  expect(await lint("--no-config")).toEqual(changed);
});

test("a damaged cache is built anew, and says nothing", async () => {
  const cwd = folderWithMany(20);
  const expected = built(cwd, "lint");
  const [path = ""] = cacheIn(cwd);
  const whole = readFileSync(path);
  const flipped = Buffer.from(whole);
  flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 1;
  for (const damaged of ["", "garbage", whole.subarray(0, whole.length >> 1), flipped]) {
    writeFileSync(path, damaged);
    expect(built(cwd, "lint")).toEqual(expected);
    expect(readFileSync(path).length).toBe(whole.length);
  }
  writeFileSync(path, `${whole}`.replaceAll("Weekly Learning Users", "Weekly Earning Users"));
  expect(built(cwd, "lint")).toEqual(expected);
});

test.skipIf(process.platform === "win32")("what is kept is for nobody else to read", async () => {
  const cwd = folderWithMany(12);
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
  mkdirSync(join(cwd, "home/northstar"), { recursive: true });
  expect((await northstar(["lint"], { cwd, env: { XDG_CACHE_HOME: join(cwd, "home") } })).code).toBeLessThan(
    2,
  );
  const [path = ""] = cacheIn(cwd);
  expect([modeOf(path), modeOf(join(path, ".."))]).toEqual(["600", "700"]);
  await northstar(["lint", "--cache-file", "new/kept"], { cwd });
  expect([modeOf(join(cwd, "new/kept")), modeOf(join(cwd, "new"))]).toEqual(["600", "700"]);
});

test("a file that is no cache is never written over", async () => {
  const cwd = folderWithMany(12);
  writeFileSync(join(cwd, "main.ts"), "let x;\n");
  expect(await northstar(["lint", "--cache-file", "main.ts"], { cwd })).toMatchObject({
    code: 2,
    stderr:
      "northstar: main.ts exists already and is no cache of northstar: name another file, or delete it first\n",
  });
  expect(readFileSync(join(cwd, "main.ts"), "utf8")).toBe("let x;\n");
});

test("runs at the same time leave a whole cache behind", async () => {
  const cwd = folderWithMany(45);
  const env = { XDG_CACHE_HOME: join(cwd, "home") };
  const run = (folder: string) =>
    new Promise((done) =>
      spawn(process.execPath, [program, "lint", folder, "--today", today], { cwd, env, stdio: "ignore" }).on(
        "close",
        done,
      ),
    );
  await Promise.all(["0", "1", ".", "."].map(run));
  const [path = "", ...others] = cacheIn(cwd);
  expect(others).toEqual([]);
  const alone = await northstar(["lint", "--no-cache", "--today", today], { cwd });
  expect(built(cwd, "lint")).toEqual({ status: alone.code, stdout: alone.stdout, stderr: alone.stderr });
  expect(readFileSync(path, "utf8")).toMatch(/^northstar cache 1\n[\s\S]*\n[0-9a-f]{64}\n$/);
});

test("NORTHSTAR_CACHE=off keeps nothing, unless a file is named", () => {
  const cwd = folderWithMany(12);
  const env = { PATH: process.env.PATH, XDG_CACHE_HOME: join(cwd, "home"), NORTHSTAR_CACHE: "off" };
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [program, "lint", "--today", today, ...args], { cwd, env, encoding: "utf8" });
  mkdirSync(join(cwd, "home"));
  const { status } = run();
  expect(readdirSync(join(cwd, "home"))).toEqual([]);
  expect(run("--cache-file", "kept.lint").status).toBe(status);
  expect(existsSync(join(cwd, "kept.lint"))).toBe(true);
});

test("a cache that cannot be written is a failure only where it was asked for", async () => {
  const cwd = folderWithMany(12);
  mkdirSync(join(cwd, "kept"));
  writeFileSync(join(cwd, "home"), "");
  expect(await northstar(["lint", "--cache-file", "kept"], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^northstar: kept is a folder; name a file in it\n$/),
  });
  expect(built(cwd, "lint")).toMatchObject({ stderr: "" });
  expect(await northstar(["lint", "--cache-file", "northstar.yaml"], { cwd })).toMatchObject({
    code: 2,
    stdout: "",
  });
});

test("a missing file among many is told, and the others are judged", async () => {
  const cwd = folderWithMany(12);
  const { code, stdout, stderr } = await northstar(
    ["lint", "0", "nowhere.yaml", "1", "2", "3", "4", "5", "6", "-f", "json"],
    { cwd },
  );
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: "northstar: cannot read nowhere.yaml: there is no such file or folder\n",
  });
  expect(JSON.parse(stdout).files).toHaveLength(12);
});

test("a configuration that cannot be used ends a run whose threads are at work", () => {
  const cwd = folderWithMany(120);
  mkdirSync(join(cwd, "last"));
  writeFileSync(join(cwd, "last/northstar.yaml"), fiveKeys);
  writeFileSync(join(cwd, "last/northstar.config.yaml"), "rules: { nope: off }\n");
  const { status, stderr } = built(cwd, "lint", "--no-cache", "[0-6]/*.yaml", "last/northstar.yaml");
  expect(status).toBe(2);
  expect(stderr).toContain("last/northstar.config.yaml cannot be used");
});

test("a terminal shows how far it has come after a second, and then nothing of it", () => {
  let time = 0;
  let shown = "";
  const stderr = Object.assign(Object.create(null), {
    isTTY: true,
    write: (text: string) => (shown += text),
  });
  const progress = progressOf({ stderr, env: {} }, 40, () => time);
  for (let step = 0; step < 20; step += 1) {
    time += 50;
    progress.step();
  }
  expect(shown).toBe("\r\u001b[2Kjudged 20 of 40 files");
  time += 50;
  progress.step();
  expect(shown).toBe("\r\u001b[2Kjudged 20 of 40 files");
  time += 50;
  progress.step();
  expect(shown).toBe("\r\u001b[2Kjudged 20 of 40 files\r\u001b[2Kjudged 22 of 40 files");
  progress.end();
  expect(shown.endsWith("22 of 40 files\r\u001b[2K")).toBe(true);

  shown = "";
  for (const setting of [
    { stderr: { ...stderr, isTTY: false }, env: {} },
    { stderr, env: { TERM: "dumb" } },
  ]) {
    const silent = progressOf(setting, 40, () => (time += 2000));
    silent.step();
    silent.end();
  }
  expect(shown).toBe("");
});

test("files with the same text have the same problems, each in its own place", async () => {
  const text = "name: x\n";
  const cwd = folderWith(
    Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.northstar.yaml`, text])),
  );
  const { stdout } = await northstar(["lint", "--no-cache", "-f", "gitlab"], { cwd });
  const places = JSON.parse(stdout).map((issue: { location: { path: string } }) => issue.location.path);
  expect(new Set(places).size).toBe(12);
});
