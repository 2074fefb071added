/** `northstar diff`: which versions are compared, its formats, and what stands in its way. */
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { rulesOfPoints } from "../../src/cli/commands/diff/compare-sides.js";
import { starChanges } from "../../src/diff/star-changes.js";
import type { Northstar } from "../../src/file/northstar.js";
import { checkSource } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";
import { starDiffMarkdown } from "../../src/report/star-diff.js";
import { completed, unmark } from "../examples.js";
import { hostile, hostileTexts } from "../render/hostile.js";
import { nodesOf } from "../render/markdown.js";
import { folderWith } from "../support/folder.js";
import { commit, git } from "../support/git.js";
import { northstar } from "../support/world.js";

const isValid = new Ajv({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync("schemas/diff.schema.json", "utf8")),
);

const star = (name: string, more = "") => `name: ${name}
definition: Number of ${name} that customers place in a week.
game: transaction
inputs:
  - id: a
    name: Baskets
    definition: Number of baskets that customers fill in a week.
${more}`;

const env = { PATH: process.env.PATH };
const diff = (cwd: string, ...args: string[]) => northstar(["diff", ...args], { cwd, env });

interface Told {
  from: string;
  to: string;
  files: {
    path: string;
    was: string | null;
    status: string;
    unread: { side: string; line: number } | null;
    before: { name: string; reads: string | null } | null;
    changes: { kind: string; before: unknown; after: unknown }[];
  }[];
}

async function told(cwd: string, ...args: string[]): Promise<Told> {
  const { stdout, stderr } = await diff(cwd, "-f", "json", ...args);
  expect(stderr).toBe("");
  const value = JSON.parse(stdout);
  expect(isValid(value), JSON.stringify(isValid.errors)).toBe(true);
  return value;
}

/** Each file in short. */
const short = ({ files }: Told) =>
  files.map(({ path, was, status, changes }) =>
    [path, was, status, ...changes.map(({ kind }) => kind)].filter((each) => each !== null).join(" "),
  );

/** Three commits: orders; orders and returns; the first of them renamed and moved, and in another week. */
function repository(): string {
  const cwd = folderWith({
    "northstar.yaml": star("orders"),
    "x/other.northstar.yaml": star("visits", "owner: A\n"),
  });
  commit(cwd);
  git(cwd, ["tag", "one"]);
  writeFileSync(join(cwd, "returns.northstar.yaml"), star("returns"));
  commit(cwd);
  git(cwd, ["tag", "two"]);
  mkdirSync(join(cwd, "team"));
  renameSync(join(cwd, "northstar.yaml"), join(cwd, "team/northstar.yaml"));
  writeFileSync(join(cwd, "team/northstar.yaml"), star("orders", "window: 7 days\n"));
  commit(cwd);
  return cwd;
}

describe("which versions", () => {
  const calls: [args: string[], expected: string[]][] = [
    [[], ["returns.northstar.yaml changed owner", "team/northstar.yaml same", "x/other.northstar.yaml same"]],
    [["HEAD", "returns.northstar.yaml"], ["returns.northstar.yaml changed owner"]],
    [["returns.northstar.yaml"], ["returns.northstar.yaml changed owner"]],
    [
      ["one"],
      [
        "returns.northstar.yaml new",
        "team/northstar.yaml northstar.yaml changed window",
        "x/other.northstar.yaml same",
      ],
    ],
    [
      ["one", "two"],
      ["northstar.yaml same", "returns.northstar.yaml new", "x/other.northstar.yaml same"],
    ],
    [["two..HEAD", "team/northstar.yaml"], ["team/northstar.yaml northstar.yaml changed window"]],
    [["two", "HEAD", "team/northstar.yaml"], ["team/northstar.yaml northstar.yaml changed window"]],
    [
      ["HEAD..two"],
      [
        "northstar.yaml team/northstar.yaml changed window",
        "returns.northstar.yaml same",
        "x/other.northstar.yaml same",
      ],
    ],
    [["HEAD", "one", "returns.northstar.yaml"], ["returns.northstar.yaml gone"]],
    [
      ["x/other.northstar.yaml", "team/northstar.yaml"],
      ["team/northstar.yaml x/other.northstar.yaml changed metric-renamed definition window owner"],
    ],
    [
      ["one:northstar.yaml", "team/northstar.yaml"],
      ["team/northstar.yaml one:northstar.yaml changed window"],
    ],
  ];

  test("are revisions, files and what is here", async () => {
    const cwd = repository();
    writeFileSync(join(cwd, "returns.northstar.yaml"), star("returns", "owner: B\n"));
    for (const [args, expected] of calls)
      expect([args, short(await told(cwd, ...args))]).toEqual([args, expected]);
    // From a folder below, paths are seen from there.
    expect(short(await told(join(cwd, "team"), "one"))).toEqual([
      "northstar.yaml ../northstar.yaml changed window",
    ]);
    expect(short(await told(join(cwd, "x"), "one..HEAD"))).toEqual(["other.northstar.yaml same"]);
  });

  test("a North Star that is here no more is told, and what a sparse checkout leaves out is not gone", async () => {
    const cwd = repository();
    rmSync(join(cwd, "returns.northstar.yaml"));
    const gone = "returns.northstar.yaml gone";
    expect(short(await told(cwd))).toEqual([gone, "team/northstar.yaml same", "x/other.northstar.yaml same"]);
    expect(short(await told(cwd, "HEAD", "returns.northstar.yaml"))).toEqual([gone]);
    expect((await diff(cwd, "one", "returns.northstar.yaml")).stderr).toContain("returns.northstar.yaml");
    git(cwd, ["rm", "-q", "-r", "team", "x"]);
    expect(short(await told(cwd))).toEqual([gone, "team/northstar.yaml gone", "x/other.northstar.yaml gone"]);
    git(cwd, ["reset", "-q", "--hard"]);
    git(cwd, ["sparse-checkout", "set", "team"]);
    rmSync(join(cwd, "team/northstar.yaml"));
    expect(short(await told(cwd))).toEqual(["returns.northstar.yaml same", "team/northstar.yaml gone"]);
  });

  test("what others have merged since the fork is no change of the branch", async () => {
    const cwd = repository();
    git(cwd, ["checkout", "-q", "-b", "topic", "two"]);
    writeFileSync(join(cwd, "northstar.yaml"), star("orders", "unit: an order\n"));
    commit(cwd);
    git(cwd, ["checkout", "-q", "main"]);
    git(cwd, ["merge", "-q", "--no-edit", "-X", "theirs", "topic"]);
    git(cwd, ["checkout", "-q", "topic"]);
    expect(short(await told(cwd, "two...topic", "northstar.yaml"))).toEqual(["northstar.yaml changed unit"]);
    git(cwd, ["checkout", "-q", "main"]);
    expect(short(await told(cwd, "topic", "team/northstar.yaml"))).toEqual([
      "team/northstar.yaml northstar.yaml same",
    ]);
  });
});

describe("what stands in the way", () => {
  const calls: [what: string, args: string[], message: RegExp][] = [
    ["a revision that nobody knows", ["tow"], /git knows no revision 'tow', did you mean two\?/],
    ["a file that is not there", ["HEAD", "none.northstar.yaml"], /cannot read none\.northstar\.yaml/],
    ["one that neither revision has", ["one", "two", "none.yaml"], /neither one nor two has none\.yaml/],
    [
      "a file that a revision has not",
      ["one:none.yaml", "northstar.yaml"],
      /cannot read one:none\.yaml: git has no such file/,
    ],
    ["a word that is neither", ["nothing/of/this"], /git knows no revision 'nothing\/of\/this'/],
    [
      "three files",
      ["northstar.yaml", "northstar.yaml", "northstar.yaml"],
      /northstar diff compares two files, or a revision and files/,
    ],
    [
      "a file before a revision",
      ["returns.northstar.yaml", "one"],
      /northstar diff one returns\.northstar\.yaml/,
    ],
  ];

  test("words that name nothing", async () => {
    const cwd = repository();
    writeFileSync(join(cwd, "northstar.yaml"), star("orders"));
    for (const [what, args, message] of calls) {
      const { code, stderr } = await diff(cwd, ...args);
      expect(stderr, what).toMatch(message);
      expect(code, what).toBe(2);
    }
  });

  test("no repository, and none with a commit", async () => {
    const cwd = folderWith({ "northstar.yaml": star("orders") });
    expect((await diff(cwd)).stderr).toMatch(/northstar diff needs a git repository/);
    git(cwd, ["init", "-q"]);
    expect((await diff(cwd)).stderr).toMatch(/git has no commit yet .* commit first, or name two files/);
  });

  test("a repository of somebody else is left alone, with the command that trusts it", async () => {
    const cwd = folderWith({ "northstar.yaml": star("orders") });
    commit(cwd);
    const other = { ...env, HOME: folderWith(), GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" };
    const { code, stderr } = await northstar(["diff"], { cwd, env: other });
    expect(code).toBe(2);
    expect(stderr).toMatch(/dubious ownership.*; git config --global --add safe\.directory .* trusts it/);
  });

  test("a shallow clone names the command that brings the rest", async () => {
    const origin = repository();
    const root = folderWith();
    git(root, ["clone", "-q", "--depth=1", `file://${origin}`, "copy"]);
    for (const asked of ["two", "two...", "two..HEAD"])
      expect((await diff(join(root, "copy"), asked)).stderr).toMatch(
        /git knows no revision 'two': this clone is shallow; git fetch --unshallow brings the rest/,
      );
    expect((await diff(join(root, "copy"))).code).toBe(0);
  });

  test("an earlier version that is no North Star is told, and no obstacle", async () => {
    const cwd = folderWith({ "northstar.yaml": "name: [\n" });
    commit(cwd);
    writeFileSync(join(cwd, "northstar.yaml"), star("orders"));
    const { code, stdout } = await diff(cwd);
    expect(code).toBe(0);
    expect(stdout).toMatch(/The earlier version is no North Star \(line 1\)/);
    expect((await told(cwd)).files[0]).toMatchObject({
      status: "unread",
      unread: { side: "before" },
      before: null,
    });
  });

  test("a version of now that is none is told, too, with exit code 1", async () => {
    const cwd = folderWith({ "northstar.yaml": star("orders") });
    commit(cwd);
    writeFileSync(join(cwd, "northstar.yaml"), Buffer.from([0xff, 0xfe, 0x00]));
    const { code, stdout } = await diff(cwd, "-f", "markdown");
    expect(code).toBe(1);
    expect(stdout).toContain("This is no North Star");
  });

  test("two versions that are none are told by the name of the file", async () => {
    const cwd = folderWith({ "a.yaml": "name: [\n", "b.yaml": "name: {\n" });
    expect((await diff(cwd, "a.yaml", "b.yaml")).stdout).toContain("\n\nb.yaml (was a.yaml)\nThis is no");
    const { stdout } = await diff(cwd, "-f", "markdown", "a.yaml", "b.yaml");
    expect(stdout).toMatch(/^# What changed: b.yaml\n.*\n> `\{` opens here/s);
  });

  test("a link in the repository leads to its file, then as now", async () => {
    const cwd = folderWith({ "stars/orders.yaml": star("orders") });
    symlinkSync("stars/orders.yaml", join(cwd, "northstar.yaml"));
    commit(cwd);
    writeFileSync(join(cwd, "stars/orders.yaml"), star("orders", "owner: A\n"));
    expect(short(await told(cwd, "HEAD", "northstar.yaml"))).toEqual(["northstar.yaml changed owner"]);
  });

  test("a submodule, and another working tree, are looked into", async () => {
    const inner = folderWith({ "northstar.yaml": star("orders") });
    commit(inner);
    const cwd = folderWith({ "a.txt": "a" });
    commit(cwd);
    git(cwd, ["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "sub"]);
    commit(cwd);
    writeFileSync(join(cwd, "sub/northstar.yaml"), star("orders", "owner: A\n"));
    expect(short(await told(cwd, "HEAD", "sub/northstar.yaml"))).toEqual([
      "sub/northstar.yaml changed owner",
    ]);
    git(inner, ["worktree", "add", "-q", join(cwd, "tree"), "-b", "tree"]);
    writeFileSync(join(cwd, "tree/northstar.yaml"), star("orders", "unit: an order\n"));
    expect(short(await told(join(cwd, "tree")))).toEqual(["northstar.yaml changed unit"]);
  });

  test("a copy is compared with what it is a copy of only where that is gone", async () => {
    const cwd = folderWith({ "northstar.yaml": star("orders") });
    commit(cwd);
    writeFileSync(join(cwd, "copy.northstar.yaml"), star("orders"));
    expect(short(await told(cwd))).toEqual(["copy.northstar.yaml new", "northstar.yaml same"]);
    rmSync(join(cwd, "northstar.yaml"));
    expect(short(await told(cwd))).toEqual(["copy.northstar.yaml northstar.yaml same"]);
  });
});

describe("for people", () => {
  test("what a bet stands under is called by its name, and by its id where nothing has that", async () => {
    const things = `  - {id: c, name: Checkouts, definition: Number of baskets that are paid in a week.}
results: [{id: r, name: Renewals}]
bets:
`;
    const bets = (idea: string, detail: string) => `${things}  - {level: 2, id: idea, ${idea}, if: b, then: c}
  - {${detail}, if: d, then: e}
`;
    const cwd = folderWith({
      "before.yaml": star("orders", bets("for: a", "level: 2, for: a")),
      "after.yaml": star(
        "orders",
        `${bets("for: c", "level: 3, for: idea")}  - {level: 0, for: r, if: f, then: g}
  - {level: 1, for: c, if: h, then: i}
  - {level: 2, for: nowhere, if: j, then: k}
  - {level: 3, for: idea, if: l, then: m}
`,
      ),
    });
    const { stdout } = await diff(cwd, "before.yaml", "after.yaml");
    expect(stdout).toContain(`Bets
  bet moved: If b, then c
      under: [-Baskets-]{+Checkouts+}
  bet moved: If d, then e
      level: [-opportunity-]{+intervention+}
      under: [-Baskets-]{+“b”+}
  new North Star bet under Renewals: If f, then g
  new Input bet under Checkouts: If h, then i
  new opportunity under nowhere: If j, then k
  new intervention under “b”: If l, then m
`);
    const { files } = await told(cwd, "before.yaml", "after.yaml");
    expect(JSON.stringify(files)).toContain('{"key":"for","before":"a","after":"c"}');
  });

  test("keys are called as people call them, and what is one word is told whole", async () => {
    const more = (by: number, day: string) => `limits: {active: ${by}}
review: {last: ${day}}
excludes: [our own ${by}]
bets:
  - {level: 2, for: a, if: b, then: c, expect: {direction: up, by: ${by} %}, links: ["https://a.example/${by}"]}
`;
    const cwd = folderWith({
      "before.yaml": star("orders", more(2, "2026-09-01")),
      "after.yaml": star("orders", more(3, "2026-11-24")),
    });
    const { stdout } = await diff(cwd, "before.yaml", "after.yaml");
    for (const line of [
      "left out: {+our own 3+}",
      "expected change: [-2-]{+3+} %",
      "link: [-https://a.example/2-]",
      "most active bets: [-2-]{+3+}",
      "last review: [-2026-09-01-]{+2026-11-24+}",
    ])
      expect(stdout).toContain(line);
  });

  test("nothing changed, among several", async () => {
    const { stdout } = await diff(repository());
    expect(stdout).toBe("From HEAD to what is here\n\n3 North Stars in which nothing changed\n");
  });

  test("at 80 columns no line is longer", async () => {
    const cwd = folderWith({ "northstar.yaml": star("orders") });
    commit(cwd);
    writeFileSync(
      join(cwd, "northstar.yaml"),
      star("visits and orders and what not", `owner: ${"A".repeat(90)}\n`),
    );
    const { stdout } = await northstar(["diff"], { cwd, env, columns: 80 });
    expect(
      Math.max(
        ...stripVTControlCharacters(stdout)
          .split("\n")
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
    expect(stdout).toContain("\u001B[32m{+visits and +}\u001B[39morders");
  });
});

test("the rules that diff leaves out change no point", () => {
  const leftOut = rules.filter((rule) => !rulesOfPoints.includes(rule));
  expect(leftOut.length).toBeGreaterThan(20);
  for (const { bad } of leftOut) {
    const text = completed(unmark(bad));
    const states = (some: typeof rules) => checkSource(text, { rules: some, today: "2026-11-22" }).points;
    expect(states(rulesOfPoints)).toEqual(states(rules));
  }
});

describe("Markdown", () => {
  const side = (star: Northstar) => ({
    path: "a.yaml",
    text: "",
    star,
    points: [],
    problems: [],
    reading: null,
  });
  const between = (before: Northstar, after: Northstar) =>
    starDiffMarkdown({
      from: "main",
      to: "what is here",
      files: [
        { path: "a.yaml", before: side(before), after: side(after), changes: starChanges(before, after) },
      ],
    });

  const marking = Object.entries(hostileTexts).filter(([, text]) => text.length < 1000);
  test.each(marking)("with hostile texts (%s) marks nothing but what changed", (_, text) => {
    const pages = [
      between(hostile("orders").star, hostile(text).star),
      between(hostile(text).star, hostile(`${text} more`).star),
    ];
    for (const page of pages) {
      expect(page).not.toMatch(/(?<![\w&;])@\w|(?<!&)#\d/);
      const nodes = nodesOf(page);
      const html = new Set(nodes.filter(({ type }) => type === "html").map(({ value }) => value));
      expect([...html].filter((tag = "") => !/^<\/?(?:del|ins)>$/.test(tag))).toEqual([]);
      const marks = nodes.filter(({ type }) =>
        /^(?:image|emphasis|delete|inlineCode|code|thematicBreak|footnote)/.test(type),
      );
      expect(marks).toEqual([]);
      for (const { url = "" } of nodes.filter(({ type }) => type === "link"))
        expect(url).toMatch(/^(?:https?|mailto):/);
    }
  });

  test("is cut at what a comment takes, and says how much is left out", () => {
    const input = (at: number) => ({ name: `Input ${at}`, definition: `Number of ${"x".repeat(300)} ${at}` });
    const before = { ...hostile("orders").star, inputs: [] };
    const page = between(before, { ...before, inputs: Array.from({ length: 400 }, (_, at) => input(at)) });
    expect(page.length).toBeLessThanOrEqual(65_536);
    expect(page.length).toBeGreaterThan(64_000);
    const [, left] =
      /\*\*Left out here: (\d+) of 400 changes, since a comment takes 65,536 characters/.exec(page) ?? [];
    expect(page.match(/\*\*new Input\*\*/g)).toHaveLength(400 - Number(left));
    expect(page.trimEnd().split("\n").at(-1)).toContain("Left out here");
  });

  test("a change that is longer than a comment is left out, and those beside it are not", () => {
    const before = hostile("orders").star;
    const page = between(before, { ...before, definition: "y ".repeat(70_000), owner: "Ana" });
    expect(page).toContain("<ins>Ana</ins>");
    expect(page).toContain("Left out here: 1 of 2 changes");
  });
});
