/** Every format, read by what reads it: clean runs, files that cannot be read, and texts that mean harm. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Problem, points, problem } from "../../src/file/problem.js";
import { catalogue } from "../../src/lint/catalogue.js";
import { formats, type ReportFormat, reportFormatNames } from "../../src/report/formats.js";
import { github } from "../../src/report/github.js";
import {
  type Formatter,
  grouped,
  type Judged,
  type Report,
  repositoryPath,
  uriOf,
} from "../../src/report/report.js";
import { sarif } from "../../src/report/sarif.js";
import { visible } from "../../src/report/terminal-text.js";
import { hostileTexts } from "../render/hostile.js";
import { folderWith } from "../support/folder.js";
import { commandsIn } from "../support/runner.js";
import { northstar } from "../support/world.js";
import { faultsFor, styleFaults } from "./readers.js";

const whole = readFileSync("examples/amplitude/northstar.yaml", "utf8");
const look = { color: false, width: 80 };

const files: Record<string, string | Uint8Array> = {
  "nothing to say": whole
    .replace(/^bets:.*/ms, "bets: []\n")
    .replace(/^( {4})definition: (Charts|Org|People)/gm, "$1owner: Pod\n$1definition: $2"),
  "warnings and notes": "name: A\ndefinition: B\ngame: attention\ninputs: []\n",
  "related places": `${whole.replace(/^bets:.*/ms, "")}bets:\n  - {level: 3, for: broadcasts, if: we ship it, then: it works}\n`,
  "not YAML": "name: [\n",
  "an empty file": "",
  "an unknown key": "nmae: A\n",
  "not a text": new Uint8Array([0, 1, 2, 255]),
  "an ignore with a reason, and one without": `# northstar-ignore lagging-metric: revenue of the shops
name: Monthly Shop Revenue
definition: Revenue in the month.
game: transaction
inputs: [] # northstar-ignore too-few-inputs
`,
  "hidden signs": "name: \u202Eabc\n",
  "a byte order mark and CRLF": `\uFEFF${whole.replaceAll("\n", "\r\n").replace("Weekly Learning Users", "Revenue")}`,
};

const all = reportFormatNames.flatMap((format) => ["-f", `${format}=out/${format}`]);
const reportIn = (cwd: string, format: ReportFormat) => readFileSync(join(cwd, "out", format), "utf8");

test.each(Object.keys(files))("%s is a document in every format, with one exit code", async (title) => {
  const cwd = folderWith({ "northstar.yaml": files[title] ?? "" });
  const { code, stdout } = await northstar(["lint", ...all], { cwd });
  expect(stdout).toBe("");
  const { problems } = JSON.parse(reportIn(cwd, "json")).files[0];
  for (const format of reportFormatNames) {
    const text = reportIn(cwd, format);
    expect(await faultsFor[format](text), format).toEqual([]);
    if (format === "markdown") expect(styleFaults(text)).toEqual([]);
    for (const { rule } of problems) expect(text, format).toContain(rule);
    const alone = await northstar(["lint", "-f", format], { cwd });
    expect(alone.code, format).toBe(code);
    expect(alone.stdout, format).toBe(text);
  }
});

/** Microsoft's own validator of SARIF; its package is too large and for too few systems to be a dependency. */
const multitool = process.env.NORTHSTAR_MULTITOOL ?? "";

test.skipIf(!multitool)(
  "SARIF's own validator finds nothing in any of them",
  { timeout: 120_000 },
  async () => {
    const cwd = folderWith(
      Object.fromEntries(Object.values(files).map((text, each) => [`${each}/northstar.yaml`, text])),
    );
    for (const each of Object.values(files).keys())
      await northstar(["lint", `${each}`, "-f", `sarif=${each}.sarif`], { cwd });
    await northstar(["lint", "-f", "sarif=all.sarif", "--show-ignored"], { cwd });
    expect(readFileSync(join(cwd, "all.sarif"), "utf8")).toContain('"suppressions"');
    await northstar(["lint", "missing.yaml", "--config", "0/none.yaml", "-f", "sarif=failed.sarif"], { cwd });
    expect(readFileSync(join(cwd, "failed.sarif"), "utf8")).toContain("toolExecutionNotifications");
    const { status, stdout } = spawnSync(
      "npx",
      ["-y", "-p", multitool, "-c", "sarif-multitool validate *.sarif"],
      {
        cwd,
        encoding: "utf8",
        env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
      },
    );
    // There is no page about this tool that it could name.
    const faults = stdout.split("\n").filter((line) => /: (?:error|warning) (?!SARIF2005)/.test(line));
    expect(faults).toEqual([]);
    expect(stdout).toContain(`${Object.keys(files).length + 2} files scanned`);
    expect(status).toBe(0);
  },
);

test.each(Object.entries(hostileTexts))(
  "a file that says %s cannot break out of a report",
  async (_, text) => {
    const said = JSON.stringify(text);
    const lines = ["name", "definition", "owner", "vision"].map((key) => `${key}: ${said}\n`).join("");
    const inputs = `inputs:\n  - {name: ${said}, definition: ${said}}\n`;
    const bets = `bets:\n  - {level: 2, for: ${said}, if: ${said}, then: ${said}}\n`;
    const answers = `checklist: {${points.map((point) => `${point}: ${said}`)}}\n`;
    const cwd = folderWith({ "northstar.yaml": `${lines}game: attention\n${inputs}${bets}${answers}` });
    await northstar(["lint", ...all], { cwd });
    for (const format of reportFormatNames)
      expect(await faultsFor[format](reportIn(cwd, format)), format).toEqual([]);
  },
);

const nasty = [
  ...Object.values(hostileTexts),
  "%0A::error::x",
  "::add-mask::the",
  "::stop-commands::x",
  "##[add-mask]the",
  "a\n::set-output name=x::y",
  "a\r##[error]b",
  "file=x,line=1::y",
  "]]>&lt;!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;",
  "[[ATTACHMENT|/etc/passwd]]",
  "[a](1) [b](javascript:alert(1)) `` ` ``` | x",
  "</details><h1>x</h1><!--",
  "\uFFFE\uFFFF\uD800\u0000\u000B\u001B[31m\u2028\u0085",
  "`",
  "a`b `c` ``d``",
  "/../../../x",
];
const text = fc
  .oneof(fc.constantFrom(...nasty), fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }))
  .filter((each) => /\S/.test(each));
const position = fc.record({ line: fc.integer({ min: 1, max: 5 }), column: fc.integer({ min: 1, max: 9 }) });
const place = fc.record({ path: fc.array(text, { maxLength: 2 }), start: position, end: position });

const problems: fc.Arbitrary<Problem> = fc
  .record({ fault: fc.constantFrom(...catalogue), place, other: place, message: text, more: text })
  .map(({ fault, place, other, message, more }) =>
    problem(
      fault,
      {
        path: place.path,
        range: ordered(place),
        related: [{ message: more, path: [], range: ordered(other) }],
      },
      message,
      {
        fix: {
          title: more,
          safe: true,
          edits: [
            { start: 0, end: 3, text: message },
            { start: 5, end: 5, text: "" },
          ],
        },
      },
    ),
  );

function ordered({ start, end }: { start: Problem["range"]["start"]; end: Problem["range"]["end"] }) {
  const backwards = end.line < start.line || (end.line === start.line && end.column < start.column);
  return backwards ? { start: end, end: start } : { start, end };
}

const reports: fc.Arbitrary<Report> = fc
  .record({
    files: fc.array(
      fc.record({ path: text, text, problems: fc.array(problems, { maxLength: 4 }), said: fc.option(text) }),
      { minLength: 1, maxLength: 12 },
    ),
    folder: fc.constantFrom("", "a/b/"),
    browse: fc.constantFrom(null, "https://example.com/a/b/blob/c/"),
  })
  .map(({ files, folder, browse }) => ({
    files: files.map(({ path, text, problems, said }, index) =>
      judged(`${index}${path}`, text, problems, said),
    ),
    failing: new Set(files.flatMap(({ problems }) => problems.filter((_, index) => index % 2 === 0))),
    version: "1.2.3",
    folder,
    browse,
  }));

function judged(path: string, text: string, problems: Problem[], said: string | null): Judged {
  if (said === null) return { path, text, problems, points: [] };
  return {
    path,
    text,
    problems,
    star: { name: said, definition: said, game: "attention", inputs: [], checklist: { value: said } },
    points: points.map((id, index) => ({ id, number: index + 1, state: index === 0 ? "met" : "open" })),
  };
}

test.each(reportFormatNames)(
  "whatever stands in a report, %s is a document",
  { timeout: 120_000 },
  async (name) => {
    const format: Formatter = await formats[name].load();
    await fc.assert(
      fc.asyncProperty(reports, async (report) => {
        expect(await faultsFor[name](format(report, look))).toEqual([]);
      }),
      { numRuns: name === "junit" ? 8 : name === "markdown" ? 20 : 50 },
    );
  },
);

test.each(reportFormatNames)("a run in which nothing is left to judge is a document of %s", async (name) => {
  const format: Formatter = await formats[name].load();
  const report: Report = { files: [], failing: new Set(), version: "1.2.3", folder: "", browse: null };
  const text = format(report, look);
  expect(await faultsFor[name](text)).toEqual([]);
  if (name === "markdown") expect(styleFaults(text)).toEqual([]);
});

test("the runner reads annotations as they are meant", () => {
  fc.assert(
    fc.property(reports, (report) => {
      const expected = report.files.flatMap(({ path, problems }) =>
        grouped(problems).map(([{ rule, message }, ...others]) => ({
          file: visible(repositoryPath(report, path)),
          rule,
          message: others.length > 0 ? expect.any(String) : visible(message),
        })),
      );
      const read = commandsIn(github(report)).map(({ properties: { file, title }, data }) => ({
        file,
        rule: title,
        message: data.split("\n")[0],
      }));
      expect(read).toEqual(expected);
    }),
  );
});

test("a path is seen from the root of the repository", () => {
  expect(repositoryPath({ folder: "" }, "a/./b")).toBe("a/b");
  expect(repositoryPath({ folder: "a/b/" }, "../c d.yaml")).toBe("a/c d.yaml");
  expect(repositoryPath({ folder: "a/" }, "../../c")).toBe("../c");
  expect(uriOf("a b/ü#?:%.yaml")).toBe("a%20b/%C3%BC%23%3F%3A%25.yaml");
});

test("in a folder of a repository every format but pretty and json names files by the root", async () => {
  const cwd = folderWith({ ".git/HEAD": "", "a/b/northstar.yaml": "name: [\n", "a/c d.yaml": "name: [\n" });
  const run = (format: string) =>
    northstar(["lint", "-f", format, "northstar.yaml", "../c d.yaml"], { cwd: join(cwd, "a/b") });
  const log = JSON.parse((await run("sarif")).stdout).runs[0];
  expect(log.artifacts.map((each: { location: object }) => each.location)).toEqual([
    { uri: "a/b/northstar.yaml", uriBaseId: "%SRCROOT%", index: 0 },
    { uri: "a/c%20d.yaml", uriBaseId: "%SRCROOT%", index: 1 },
  ]);
  expect(JSON.stringify(log)).not.toContain(cwd);
  for (const format of ["github", "gitlab", "junit", "markdown"]) {
    const { stdout } = await run(format);
    expect(stdout).toContain("a/b/northstar.yaml");
    expect(stdout).toContain("a/c d.yaml");
    expect(stdout).not.toContain("../");
  }
});

test("a file that lies outside of the repository is not put below its root", async () => {
  const cwd = folderWith({ "in/.git/HEAD": "", "out.yaml": "name: [\n" });
  const { stdout } = await northstar(["lint", "-f", "sarif", "../out.yaml"], { cwd: join(cwd, "in") });
  expect(JSON.parse(stdout).runs[0].artifacts[0].location).toEqual({ uri: "../out.yaml", index: 0 });
  expect(faultsFor.sarif(stdout)).toEqual([]);
});

/** Each open point of a file as code scanning knows it again. */
async function hashesOf(text: string): Promise<Map<string, string>> {
  const { stdout } = await northstar(["lint", "-f", "sarif"], {
    cwd: folderWith({ "northstar.yaml": text }),
  });
  expect(faultsFor.sarif(stdout)).toEqual([]);
  const { results }: SarifRun = JSON.parse(stdout).runs[0];
  const open = results.filter(({ ruleId }) => ruleId === "unanswered-point");
  return new Map(
    open.map(({ properties, partialFingerprints }) => [
      properties.point ?? "",
      partialFingerprints.primaryLocationLineHash ?? "",
    ]),
  );
}

interface SarifRun {
  results: {
    ruleId: string;
    ruleIndex: number;
    properties: { point?: string };
    partialFingerprints: Record<string, string>;
    suppressions?: object[];
    locations: { physicalLocation: { region: object; contextRegion?: object } }[];
  }[];
  tool: { driver: { rules: { id: string }[] } };
}

test("seven open points are seven alerts, which stay when lines move and close one by one", async () => {
  const bare = whole.replace(/^checklist:\n(?: .*\n)+/m, "");
  const before = await hashesOf(bare);
  expect([...before.keys()]).toEqual(points);
  expect(new Set(before.values()).size).toBe(7);
  expect(await hashesOf(`# a comment\n\n${bare.replace(/^game:/m, "# another\ngame:")}`)).toEqual(before);
  const answers = points.map((point) => `  ${point}: A learning counts only when colleagues read it.\n`);
  for (const [index, point] of points.entries()) {
    const text = `${bare}checklist:\n${answers[index]}`;
    expect(await hashesOf(text), point).toEqual(new Map([...before].filter(([each]) => each !== point)));
  }
});

test("a result shows its text and the lines around it", async () => {
  const cwd = folderWith({ "northstar.yaml": `${whole.replace(/^name: .*$/m, "name: Monthly Revenue")}` });
  const { stdout } = await northstar(["lint", "-f", "sarif"], { cwd });
  const { results }: SarifRun = JSON.parse(stdout).runs[0];
  const [{ region, contextRegion } = { region: {} }] = results
    .filter(({ ruleId }) => ruleId === "lagging-metric")
    .map(({ locations: [location] }) => location?.physicalLocation ?? { region: {} });
  expect(region).toMatchObject({ snippet: { text: "Monthly Revenue" } });
  expect(contextRegion).toMatchObject({
    snippet: { text: expect.stringContaining("\nname: Monthly Revenue\n") },
  });
});

test("a text of any length makes no report longer than what it is about", async () => {
  const long = `${"a".repeat(100_000)} users`;
  const cwd = folderWith({
    "northstar.yaml": `name: ${long}\ndefinition: ${long}\ngame: attention\ninputs: []\n`,
  });
  const { stdout } = await northstar(["lint", "-f", "sarif"], { cwd });
  expect(faultsFor.sarif(stdout)).toEqual([]);
  expect(stdout).not.toContain('aaaaaaaaaa users"\n');
});

test("what a comment ignores is in no report, unless it is asked for and marked", async () => {
  const cwd = folderWith({
    "northstar.yaml": `# northstar-ignore lagging-metric: revenue of the shops, not ours
name: Monthly Shop Revenue
definition: Revenue in the month.
game: transaction
inputs: [] # northstar-ignore too-few-inputs
`,
  });
  const ignored = ["lagging-metric", "too-few-inputs"];
  const plain = await northstar(["lint", "-f", "sarif"], { cwd });
  expect(plain.stdout).not.toContain("suppressions");
  for (const rule of ignored) expect(plain.stdout).not.toContain(`"ruleId": "${rule}"`);
  const shown = await northstar(["lint", "-f", "sarif", "--show-ignored"], { cwd });
  expect(faultsFor.sarif(shown.stdout)).toEqual([]);
  const { results, tool }: SarifRun = JSON.parse(shown.stdout).runs[0];
  expect(
    results.flatMap(({ ruleId, suppressions }) => (suppressions ? [[ruleId, suppressions]] : [])),
  ).toEqual([
    [
      "lagging-metric",
      [{ kind: "inSource", status: "accepted", justification: "revenue of the shops, not ours" }],
    ],
    ["too-few-inputs", [{ kind: "inSource", status: "accepted" }]],
  ]);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  // The ignore without a reason fails the run; what is ignored does not.
  expect([plain.code, shown.code]).toEqual([1, 1]);
  const [before, after] = await Promise.all(
    [[], ["--show-ignored"]].map(async (more) => {
      const { stdout } = await northstar(["lint", "-f", "json", ...more], { cwd });
      expect(await faultsFor.json(stdout)).toEqual([]);
      return JSON.parse(stdout);
    }),
  );
  const { ignored: marked, ...file } = after.files[0];
  expect(before).toEqual({ ...after, files: [file] });
  expect(marked.map(({ rule, reason }: { rule: string; reason: string }) => [rule, reason])).toEqual([
    ["lagging-metric", "revenue of the shops, not ours"],
    ["too-few-inputs", ""],
  ]);
});

test("the same text in two files is two findings for GitLab", async () => {
  const cwd = folderWith({ "a.yaml": "name: [\n", "b.yaml": "name: [\n" });
  const { stdout } = await northstar(["lint", "-f", "gitlab", "a.yaml", "b.yaml"], { cwd });
  expect(faultsFor.gitlab(stdout)).toEqual([]);
  expect(JSON.parse(stdout)).toHaveLength(2);
});

test("a fix is a replacement in the lines and columns that people see", () => {
  const [fault] = catalogue;
  if (!fault) throw new Error("there is no fault");
  const text = "\uFEFFname: A\r\ngame: b\r\n";
  const at = text.indexOf("b");
  const edits = [
    { start: at, end: at + 1, text: "attention" },
    { start: text.length, end: text.length, text: "inputs: []\r\n" },
  ];
  const range = { start: { line: 2, column: 7 }, end: { line: 2, column: 8 } };
  const found = problem(fault, { path: [], range, related: [] }, "no game", {
    fix: { title: "name the game", safe: false, edits },
  });
  const report: Report = {
    files: [{ path: "northstar.yaml", text, points: [], problems: [found] }],
    failing: new Set([found]),
    version: "1.2.3",
    folder: "",
    browse: null,
  };
  const [fix] = JSON.parse(sarif(report)).runs[0].results[0].fixes;
  expect(fix).toMatchObject({
    description: { text: "name the game" },
    artifactChanges: [
      {
        artifactLocation: { uri: "northstar.yaml", uriBaseId: "%SRCROOT%" },
        replacements: [
          {
            deletedRegion: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 8 },
            insertedContent: { text: "attention" },
          },
          {
            deletedRegion: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 1 },
            insertedContent: { text: "inputs: []\r\n" },
          },
        ],
      },
    ],
  });
});

test("JUnit fails where the run does, and has the same tests every time", async () => {
  const cwd = folderWith({ "northstar.yaml": whole.replace(/^ {2}vanity:.*\n/m, "") });
  const namesIn = (xml: string) => [...xml.matchAll(/<testcase .*? name="(.*?)"/g)].map(([, name]) => name);
  const passing = await northstar(["lint", "-f", "junit"], { cwd });
  const failing = await northstar(["lint", "-f", "junit", "--fail-on", "warning"], { cwd });
  const counted = await northstar(["lint", "-f", "junit", "--max-warnings", "0"], { cwd });
  expect([passing.code, failing.code, counted.code]).toEqual([0, 1, 1]);
  expect(passing.stdout).toContain('<skipped message="not answered: ');
  expect(passing.stdout).not.toContain("<failure");
  for (const { stdout } of [failing, counted]) {
    expect(stdout).toMatch(
      /name="7 Not a vanity metric" file="northstar.yaml" line="\d+" time="0">\n {6}<failure /,
    );
    expect(namesIn(stdout)).toEqual(namesIn(passing.stdout));
  }
  writeFileSync(join(cwd, "northstar.yaml"), "name: [\n");
  const broken = await northstar(["lint", "-f", "junit"], { cwd });
  expect(broken.stdout).toContain('failures="0" errors="1"');
  expect(namesIn(broken.stdout)).toEqual(namesIn(passing.stdout));
});

test("a report goes into a folder that is made for it, and replaces the one of an earlier run", async () => {
  const cwd = folderWith({ "northstar.yaml": "name: [\n" });
  const run = () => northstar(["lint", "-f", "pretty", "-f", "sarif=out/of/way/report.sarif"], { cwd });
  const first = await run();
  expect(first).toMatchObject({ code: 1, stderr: "northstar: wrote out/of/way/report.sarif\n" });
  expect(first.stdout).toContain("bad-brackets");
  writeFileSync(join(cwd, "northstar.yaml"), whole);
  expect(await run()).toMatchObject({ code: 0 });
  expect(readFileSync(join(cwd, "out/of/way/report.sarif"), "utf8")).not.toContain("bad-brackets");
});

test("a report that cannot be written is exit code 2, and the others are written all the same", async () => {
  const cwd = folderWith({ "in/northstar.yaml": whole, "in/folder/x": "", "outside/x": "" });
  const inside = join(cwd, "in");
  symlinkSync(join(cwd, "outside"), join(inside, "link"));
  const names = ["folder", "link/new/report.json", "northstar.yaml/report.json"];
  const run = await northstar(
    [
      "lint",
      "northstar.yaml",
      "-f",
      "pretty",
      ...names.flatMap((name) => ["-f", `json=${name}`]),
      "-f",
      "junit=ok.xml",
    ],
    { cwd: inside },
  );
  expect(run.code).toBe(2);
  expect(run.stdout).toContain("points met");
  expect(run.stderr.split("\n")).toEqual([
    "northstar: folder is a folder; name a file in it",
    "northstar: link/new/report.json leads out of this folder through a symbolic link; name the real folder",
    "northstar: could not write northstar.yaml/report.json: northstar.yaml is not a folder",
    "northstar: wrote ok.xml",
    "",
  ]);
  expect(existsSync(join(cwd, "outside/new"))).toBe(false);
});

test.each([
  [
    ["-f", "json", "-f", "sarif"],
    "standard output takes one report: give the other a file, as in -f json -f sarif=FILE",
  ],
  [["-f", "json=a", "-f", "sarif=a"], "two reports cannot share the file a: give each its own"],
  [["-f", "json="], "-f json= names no file: give it one, or leave out the ="],
  [["-f", "sarfi=a"], "unknown format 'sarfi', did you mean sarif?"],
])("%j cannot be done", async (args, message) => {
  const cwd = folderWith({ "northstar.yaml": whole });
  const run = await northstar(["lint", ...args], { cwd });
  expect(run).toMatchObject({ code: 2, stdout: "", stderr: `northstar: ${message}\n` });
  expect(existsSync(join(cwd, "a"))).toBe(false);
});

test("a file that is missing among others is exit code 2 in every format", async () => {
  const cwd = folderWith({ "northstar.yaml": whole });
  mkdirSync(join(cwd, "out"));
  for (const format of reportFormatNames)
    for (const wanted of [format, `${format}=out/${format}`]) {
      const run = await northstar(["lint", "northstar.yaml", "missing.yaml", "-f", wanted], { cwd });
      expect(run.code, wanted).toBe(2);
      expect(await faultsFor[format](wanted === format ? run.stdout : reportIn(cwd, format))).toEqual([]);
    }
});
