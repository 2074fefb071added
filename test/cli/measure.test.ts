/** `northstar measure` where files are not as they should be. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

const star = `
name: Planned Dinners Cooked
definition: The number of dinners per week that households cook from their plan.
game: productivity
series: data/dinners.csv
inputs:
  - { id: planning, name: Planning households, definition: Households that plan three dinners., series: data/planning.csv }
  - { id: planing, name: Complete shopping, definition: Share of lists on which every item is ticked off. }
guardrails:
  - { name: Complete shopping, definition: Share of lists on which every item is ticked off. }
  - { name: complete shopping }
`;
const points = "t,value\n2026-10-12,1\n2026-10-19,2\n";

const taking = (text: string | Buffer) => ({ stdin: new PassThrough().end(text) });

test("a star without series is told how one is begun, and nothing is found", async () => {
  const cwd = folderWith({ "northstar.yaml": star.replace(/series: data\/\w+.csv,? ?/g, "") });
  for (const args of [["measure"], ["measure", "--check"]]) {
    const ran = await northstar(args, { cwd });
    expect([ran.code, ran.stdout]).toEqual([0, ""]);
    expect(ran.stderr).toContain(
      "northstar.yaml names no series; write for example `series: data/weekly.csv`",
    );
  }
});

test("what is taken in is written whole, with its folder, and once", async () => {
  const cwd = folderWith({ "teams/a/shop.northstar.yaml": star });
  const ran = await northstar(["measure", "--import", "planning", "-", "teams/a/shop.northstar.yaml"], {
    cwd,
    ...taking(points),
  });
  expect([ran.code, ran.stderr]).toEqual([0, ""]);
  expect(ran.stdout).toBe("teams/a/data/planning.csv: 2 weeks, the last from 2026-10-19 with 2; 2 are new\n");
  expect(readFileSync(join(cwd, "teams/a/data/planning.csv"), "utf8")).toBe(points);
  expect(readdirSync(join(cwd, "teams/a/data"))).toEqual(["planning.csv"]);
  const again = await northstar(["measure", "--import", "planning", "-", "teams/a/shop.northstar.yaml"], {
    cwd,
    ...taking(points),
  });
  expect(again.stdout).toMatch(/nothing is\snew/);
});

test("several that take in at the same time leave all that each of them brought", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  const days = ["2026-08-03", "2026-08-10", "2026-08-17", "2026-08-24", "2026-08-31", "2026-09-07"];
  const runs = days.map((day, index) =>
    northstar(["measure", "--import", "metric"], { cwd, ...taking(`t,value\n${day},${index}\n`) }),
  );
  expect((await Promise.all(runs)).map(({ code }) => code)).toEqual(days.map(() => 0));
  const lines = days.map((day, index) => `${day},${index}`);
  expect(readFileSync(join(cwd, "data/dinners.csv"), "utf8")).toBe(["t,value", ...lines, ""].join("\n"));
});

const refusals: [name: string, args: string[], message: string][] = [
  [
    "an unknown id",
    ["measure", "--import", "plannings", "-"],
    "northstar.yaml has nothing with the id `plannings`; did you mean planning?",
  ],
  [
    "an id of two things",
    ["measure", "--import", "complete-shopping", "-"],
    "northstar.yaml has a guardrail and a guardrail with the id `complete-shopping`; give one of them another id",
  ],
  [
    "a thing without a file",
    ["measure", "--import", "planing", "-"],
    "`planing` of northstar.yaml has no series; say in which file it is kept: northstar set inputs.1.series data/planing.csv",
  ],
  [
    "standard input for nobody",
    ["measure", "-"],
    "standard input is one series; say whose: northstar measure --import metric -",
  ],
  [
    "two things at once",
    ["measure", "--check", "--import", "metric"],
    "--check and --import do not go together; call northstar measure for each",
  ],
];

test.each(refusals)("%s is refused with the next step", async (_, args, message) => {
  const cwd = folderWith({ "northstar.yaml": star });
  const ran = await northstar(args, { cwd, ...taking(points) });
  expect(ran).toMatchObject({ code: 2, stdout: "", stderr: `northstar: ${message}\n` });
});

test("the step for a thing without a file works", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  expect((await northstar(["set", "inputs.1.series", "data/planing.csv"], { cwd })).code).toBe(0);
  expect((await northstar(["measure", "--import", "planing", "-"], { cwd, ...taking(points) })).code).toBe(0);
});

test("on a terminal nobody waits for what is not sent", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const ran = await northstar(["measure", "--import", "metric", "-"], { cwd, stdin });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain("psql --csv -f query.sql | northstar measure --import metric -");
});

test("files of hundreds of megabytes are refused by their size, in bounded memory", async () => {
  const cwd = folderWith({ "northstar.yaml": star, "data/dinners.csv": points });
  truncateSync(join(cwd, "data/dinners.csv"), 203e6);
  const before = process.memoryUsage().rss;
  const shown = await northstar(["measure"], { cwd });
  expect(shown).toMatchObject({
    code: 2,
    stderr:
      "northstar: cannot read data/dinners.csv: it has 203 MB, and a series of ten years has less than 1 MB; is it the right file?\n",
  });
  let sent = 0;
  const stdin = new PassThrough();
  const chunk = Buffer.from("2026-10-12,1\n".repeat(5000));
  const more = () => {
    while (sent < 203e6 && stdin.write(chunk)) sent += chunk.length;
    if (sent >= 203e6) stdin.end();
  };
  stdin.on("drain", more);
  more();
  const taken = await northstar(["measure", "--import", "planning"], { cwd, stdin });
  expect(taken).toMatchObject({
    code: 2,
    stderr:
      "northstar: standard input has more than 1,000 kB, and a series of ten years has less; ask for one line for each period\n",
  });
  expect(sent).toBeLessThan(10e6);
  expect(process.memoryUsage().rss - before).toBeLessThan(60e6);
});

test("a link that leads out of the folder is not read, and none is written through", async () => {
  const outside = folderWith({ "secret.csv": "t,value\n2026-10-12,42\n" });
  const cwd = folderWith({ "northstar.yaml": star, "data/x": "" });
  symlinkSync(join(outside, "secret.csv"), join(cwd, "data/dinners.csv"));
  const shown = await northstar(["measure"], { cwd });
  expect(shown).toMatchObject({ code: 2, stdout: "" });
  expect(shown.stderr).toContain("a symbolic link leads from there out of the folder of northstar.yaml");
  const taken = await northstar(["measure", "--import", "metric"], { cwd, ...taking(points) });
  expect(taken.code).toBe(2);
  expect(readFileSync(join(outside, "secret.csv"), "utf8")).toBe("t,value\n2026-10-12,42\n");
});

test("what is wrong in a file is shown, and not written over", async () => {
  const wrong = "t,value\n2026-10-12,1,300\n";
  const cwd = folderWith({ "northstar.yaml": star, "data/dinners.csv": wrong, "data/planning.csv": points });
  const shown = await northstar(["measure"], { cwd });
  expect(shown.code).toBe(1);
  expect(shown.stdout).toContain("data/dinners.csv:2:12");
  expect((await northstar(["measure", "--check"], { cwd })).code).toBe(1);
  const taken = await northstar(["measure", "--import", "metric"], { cwd, ...taking(points) });
  expect(taken.code).toBe(2);
  expect(taken.stderr).toContain("data/dinners.csv:2:12 cannot be read, so nothing was written");
  expect(readFileSync(join(cwd, "data/dinners.csv"), "utf8")).toBe(wrong);
});

test("what is not UTF-8, or nothing that is over, is refused", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  const bytes = await northstar(["measure", "--import", "metric"], {
    cwd,
    ...taking(Buffer.from([0x74, 0xff, 0xfe, 0x0a])),
  });
  expect([bytes.code, /UTF-8/.test(bytes.stdout)]).toEqual([1, true]);
  const empty = await northstar(["measure", "--import", "metric"], {
    cwd,
    ...taking("t,value\n2026-11-02,1\n"),
  });
  expect(empty).toMatchObject({ code: 2, stdout: "" });
  expect(empty.stderr).toContain("standard input has no period that is over");
});

test("a password in an address is found anywhere in the file, and shown nowhere", async () => {
  const text = `# postgres://ada:lovelace1@db.example.org/shop
${star.trim()}
sources: ["https://bob:secret2@example.org/x"]
x-note: clickhouse://eve:s3cr3t%21@db.example.org
`;
  const cwd = folderWith({ "northstar.yaml": text });
  for (const format of ["pretty", "json", "sarif", "github", "gitlab", "junit", "markdown"]) {
    const ran = await northstar(["lint", "-f", format], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.screen).not.toMatch(/lovelace1|secret2|s3cr3t/);
    if (format === "json") {
      const { problems } = JSON.parse(ran.stdout).files[0];
      const found = problems.filter(({ rule }: { rule: string }) => rule === "password-in-file");
      expect(found.map(({ range }: { range: { start: unknown } }) => range.start)).toEqual([
        { line: 1, column: 18 },
        { line: 12, column: 24 },
        { line: 13, column: 26 },
      ]);
    }
  }
});

test.skipIf(process.platform === "win32")("where no more can be written, the file stays as it was", () => {
  const cwd = folderWith({ "northstar.yaml": star, "data/dinners.csv": points });
  const program = new URL("../../bin/northstar.js", import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(
    "sh",
    ["-c", `ulimit -f 0; exec "$0" "$1" measure --import metric -`, process.execPath, program],
    { cwd, encoding: "utf8", input: "t,value\n2026-10-12,5\n", env: { PATH: process.env.PATH, HOME: cwd } },
  );
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^northstar: could not write data\/dinners\.csv: .*\n$/);
  expect(readFileSync(join(cwd, "data/dinners.csv"), "utf8")).toBe(points);
  expect(readdirSync(join(cwd, "data"))).toEqual(["dinners.csv"]);
});
