/** What --baseline and --since leave out, and what they never do. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { commit, git } from "../support/git.js";
import { northstar } from "../support/world.js";

const revenue = `name: Monthly Recurring Revenue
definition: Revenue of the month.
game: transaction
inputs: []
checklist: { value: Fed, strategy: Plans, leading: Renewals, actionable: Recipes, understandable: Dinners, measurable: Events, vanity: Eaten }
`;
const clean = revenue
  .replace("Monthly Recurring Revenue", "Weekly Shopping Guests")
  .replace("Revenue of the month.", "The number of guests who buy twice in a week.");

const misspelt = (inputs: string) => `name: Weekly Shopping Guests
definition: The number of guests who buy twice in a week.
game: transction
inputs:
  - name: New shops
    definition: Shops with a first order in the month.
    ${inputs}
`;

describe("--fix leaves alone what is known", () => {
  const before = misspelt("factor: breadth");
  const now = misspelt("factor: bredth");
  const mended = misspelt("factor: breadth");
  const textOf = (cwd: string, name = "northstar.yaml") => readFileSync(join(cwd, name), "utf8");

  test.each<[string, (cwd: string) => Promise<string[]> | string[]]>([
    [
      "since a revision",
      (cwd) => {
        commit(cwd);
        return ["--since", "HEAD"];
      },
    ],
    [
      "in a baseline",
      async (cwd) => {
        await northstar(["lint", "--baseline", "known.json", "--update-baseline"], { cwd });
        return ["--baseline", "known.json"];
      },
    ],
  ])("%s, and says how to mend the rest", async (_, known) => {
    const cwd = folderWith({ "northstar.yaml": before, "b/northstar.yaml": revenue });
    const narrowed = await known(cwd);
    writeFileSync(join(cwd, "northstar.yaml"), now);
    const { stdout } = await northstar(["lint", ...narrowed], { cwd });
    const command = `northstar lint --fix=all ${narrowed.join(" ")}`;
    expect(stdout).toContain(`(${command})`);
    expect(stdout).toContain(`\n1 can be mended by ${command}\n`);
    expect((await northstar([...command.split(" ").slice(1), "--fix-dry-run"], { cwd })).stdout).toMatch(
      /^- {4}factor: bredth\n\+ {4}factor: breadth$/m,
    );
    expect(textOf(cwd)).toBe(now);

    const { stderr } = await northstar(command.split(" ").slice(1), { cwd });
    expect(stderr).toContain("fixed 1 problem in northstar.yaml");
    expect(stderr.match(/known problems? not shown/g)).toHaveLength(1);
    expect(textOf(cwd)).toBe(mended);
    expect(textOf(cwd, "b/northstar.yaml")).toBe(revenue);
    await northstar(["lint", "--fix=all"], { cwd });
    expect(textOf(cwd)).toContain("game: transaction");
  });

  test.each<[string, string[], string, string?]>([
    ["a file", ["b/northstar.yaml"], "--fix=all b/northstar.yaml"],
    ["a folder", ["b"], "--fix=all b", "--fix=all b/northstar.yaml"],
    ["a glob", ["b/*.yaml"], "--fix=all 'b/*.yaml'", "--fix=all b/northstar.yaml"],
    ["standard input", ["-"], "--fix=all --fix-dry-run -"],
    ["a text for a file", ["-", "--stdin-name", "b/northstar.yaml"], "--fix=all b/northstar.yaml"],
    [
      "a configuration",
      ["--no-config", "--no-ignores", "b"],
      "--fix=all --no-config --no-ignores b",
      "--fix=all --no-config --no-ignores b/northstar.yaml",
    ],
    ["a day", ["--today", "2026-11-02"], "--fix=all --today 2026-11-02"],
  ])("the command repeats what a call says of %s", async (_, words, all, one = all) => {
    const cwd = folderWith({ "a.northstar.yaml": revenue, "b/northstar.yaml": now });
    const { stdout } = await northstar(["lint", ...words], {
      cwd,
      columns: 200,
      stdin: new PassThrough().end(now),
    });
    expect(stdout).toContain(`can be mended by northstar lint ${all}\n`);
    expect(stdout).toContain(`(northstar lint ${one})\n`);
  });

  test("a call that is too long to be repeated is named", async () => {
    const names = Array.from({ length: 9 }, (_, index) => `folder-${index}/northstar.yaml`);
    const cwd = folderWith(Object.fromEntries(names.map((name) => [name, now])));
    const { stdout } = await northstar(["lint", ...names], { cwd });
    expect(stdout).toContain("\n18 can be mended by the same call with --fix=all\n");
    expect(stdout).toContain("(northstar lint --fix=all folder-8/northstar.yaml)");
  });

  test("other commands name the file that they could not read", async () => {
    const cwd = folderWith({
      "b/northstar.yaml": now.replace("name: Weekly", "name: Weekly: "),
      "a.northstar.yaml": now,
    });
    const { stdout } = await northstar(["owners", "b/northstar.yaml"], { cwd });
    expect(stdout).toContain("(northstar lint --fix b/northstar.yaml)");
  });

  test("a baseline that is written anew has nothing that is known yet", async () => {
    const cwd = folderWith({ "northstar.yaml": now });
    await northstar(["lint", "--baseline", "known.json", "--update-baseline"], { cwd });
    await northstar(["lint", "--fix=all", "--baseline", "known.json", "--update-baseline"], { cwd });
    expect(textOf(cwd)).toContain("game: transaction");
    expect(textOf(cwd, "known.json")).not.toContain("unknown-value");
  });
});

test("--fix reports a file that cannot be written as it is, beside the others", async () => {
  const star = misspelt("factor: bredth");
  const cwd = folderWith({ ".git/northstar.yaml": star, "a.northstar.yaml": star });
  const { code, stdout } = await northstar(
    ["lint", "--fix=all", "-f", "json", ".git/northstar.yaml", "a.northstar.yaml"],
    { cwd },
  );
  expect(code).toBe(2);
  const { files, error } = JSON.parse(stdout);
  expect(error).toMatchObject({ path: ".git/northstar.yaml", message: expect.stringContaining(".git") });
  const rules = files.map((file: { problems: { rule: string }[] }) => file.problems.map(({ rule }) => rule));
  expect(rules[0]).toContain("unknown-value");
  expect(rules[1]).not.toContain("unknown-value");
  expect(readFileSync(join(cwd, ".git/northstar.yaml"), "utf8")).toBe(star);
});

/** The rules of the problems that are reported, by file. */
async function found(cwd: string, ...args: string[]): Promise<Record<string, string[]>> {
  const { stdout, stderr } = await northstar(["lint", "-f", "json", ...args], { cwd });
  if (!stdout) throw new Error(stderr);
  const files: { path: string; problems: { rule: string }[] }[] = JSON.parse(stdout).files;
  return Object.fromEntries(files.map(({ path, problems }) => [path, problems.map(({ rule }) => rule)]));
}

describe("--baseline", () => {
  const write = (cwd: string, ...args: string[]) =>
    northstar(["lint", "--baseline", "known.json", "--update-baseline", ...args], { cwd });

  test("known problems pass in every format, and in the exit code", async () => {
    const cwd = folderWith({ "northstar.yaml": revenue });
    expect((await northstar(["lint"], { cwd })).code).toBe(1);
    expect((await write(cwd)).code).toBe(0);
    for (const format of ["pretty", "json", "sarif", "junit", "gitlab", "markdown", "github"]) {
      const { code } = await northstar(["lint", "-f", format, "--baseline", "known.json"], { cwd });
      expect(code, format).toBe(0);
    }
    expect((await northstar(["lint"], { cwd })).code).toBe(1);
  });

  test("a value that is rewritten is judged anew", async () => {
    const cwd = folderWith({ "northstar.yaml": revenue });
    await write(cwd);
    writeFileSync(join(cwd, "northstar.yaml"), revenue.replace("Monthly Recurring", "Annual Recurring"));
    expect(await found(cwd, "--baseline", "known.json")).toEqual({ "northstar.yaml": ["lagging-metric"] });
  });

  test("of several alike, as many as are known pass", async () => {
    const twice = `${revenue}results:\n  - { id: a, name: A }\n  - { id: a, name: A }\n`;
    const cwd = folderWith({ "northstar.yaml": twice });
    await write(cwd);
    expect(await found(cwd, "--baseline", "known.json")).toEqual({ "northstar.yaml": [] });
    writeFileSync(join(cwd, "northstar.yaml"), `${twice}  - { id: a, name: A }\n`);
    expect(await found(cwd, "--baseline", "known.json")).toEqual({ "northstar.yaml": ["duplicate-id"] });
  });

  test("is read from its own folder, wherever the command runs", async () => {
    const cwd = folderWith({ "app/northstar.yaml": revenue, "northstar.yaml": revenue });
    await write(cwd);
    expect(await found(join(cwd, "app"), "--baseline", "../known.json", "northstar.yaml")).toEqual({
      "northstar.yaml": [],
    });
    mkdirSync(join(cwd, "lists"));
    renameSync(join(cwd, "known.json"), join(cwd, "lists/known.json"));
    expect((await found(cwd, "--baseline", "lists/known.json"))["northstar.yaml"]).toContain(
      "lagging-metric",
    );
  });

  test("an update of some files keeps what is known of others, as long as they are there", async () => {
    const cwd = folderWith({ "a.yaml": revenue, "b.yaml": revenue, "c.yaml": revenue });
    await write(cwd, "a.yaml", "b.yaml", "c.yaml");
    writeFileSync(join(cwd, "a.yaml"), clean);
    rmSync(join(cwd, "c.yaml"));
    await write(cwd, "a.yaml");
    const { problems } = JSON.parse(readFileSync(join(cwd, "known.json"), "utf8"));
    expect([...new Set(problems.map(({ file }: { file: string }) => file))]).toEqual(["a.yaml", "b.yaml"]);
    expect(await found(cwd, "--baseline", "known.json", "a.yaml", "b.yaml")).toEqual({
      "a.yaml": [],
      "b.yaml": [],
    });
  });

  test("what no longer occurs is told, of files that are judged or gone", async () => {
    const cwd = folderWith({ "a.yaml": revenue, "b.yaml": revenue, "c.yaml": revenue });
    await write(cwd, "a.yaml", "b.yaml", "c.yaml");
    rmSync(join(cwd, "c.yaml"));
    writeFileSync(join(cwd, "a.yaml"), clean);
    const { code, stderr } = await northstar(["lint", "a.yaml", "--baseline", "known.json"], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain("known.json: lagging-metric no longer occurs in a.yaml at name\n");
    expect(stderr).toContain("known.json: lagging-metric no longer occurs in c.yaml at name\n");
    expect(stderr).not.toContain("b.yaml");
    expect(stderr).toMatch(/known\.json: .*--update-baseline takes them out\n/);
  });

  test.each([
    ["git mv", (cwd: string) => git(cwd, ["mv", "northstar.yaml", "product/northstar.yaml"])],
    ["mv", (cwd: string) => renameSync(join(cwd, "northstar.yaml"), join(cwd, "product/northstar.yaml"))],
  ])("a file that has moved by %s keeps its known problems", async (_, move) => {
    const cwd = folderWith({ "northstar.yaml": revenue });
    await write(cwd);
    commit(cwd);
    mkdirSync(join(cwd, "product"));
    move(cwd);
    const { code, stderr } = await northstar(["lint", "--baseline", "known.json"], { cwd });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        "northstar: known.json: northstar.yaml is gone, and product/northstar.yaml has its problems; --update-baseline writes it so\n" +
        "northstar: 2 known problems not shown\n",
    });
    await write(cwd);
    expect(await northstar(["lint", "--baseline", "known.json"], { cwd })).toMatchObject({
      code: 0,
      stderr: "northstar: 2 known problems not shown\n",
    });
  });

  test("of what has moved, what is mended is told, and what is new as well", async () => {
    const cwd = folderWith({ "a.yaml": `product: X\n${revenue}results:\n  - { id: b, name: B }\n` });
    await write(cwd, "a.yaml");
    rmSync(join(cwd, "a.yaml"));
    writeFileSync(
      join(cwd, "b.yaml"),
      `product: X\n${revenue.replace("inputs: []", "inputs: [{ name: Build the new page, definition: It is built., owner: A }]")}`,
    );
    expect((await found(cwd, "b.yaml", "--baseline", "known.json"))["b.yaml"]).toContain("input-as-task");
    expect((await found(cwd, "b.yaml", "--baseline", "known.json"))["b.yaml"]).not.toContain(
      "lagging-metric",
    );
  });

  test("a new file takes over nothing from one that is gone, because both leave points open", async () => {
    const open = (name: string) => `name: ${name}\ngame: transaction\ndefinition: ${name}.\ninputs: []\n`;
    const cwd = folderWith({ "a.yaml": open("Monthly Recurring Revenue") });
    await write(cwd, "a.yaml");
    rmSync(join(cwd, "a.yaml"));
    writeFileSync(join(cwd, "b.yaml"), open("Page Views"));
    const { stderr, code } = await northstar(["lint", "b.yaml", "--baseline", "known.json"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("lagging-metric no longer occurs in a.yaml");
    expect(stderr).not.toContain("not shown");
  });

  test("where one of several files may be what is gone, that is said, and the baseline can be told", async () => {
    const cwd = folderWith({ "a.yaml": revenue });
    await write(cwd, "a.yaml");
    renameSync(join(cwd, "a.yaml"), join(cwd, "b.yaml"));
    writeFileSync(join(cwd, "c.yaml"), revenue);
    const args = ["lint", "b.yaml", "c.yaml", "--baseline", "known.json"];
    const { code, stderr } = await northstar(args, { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain(
      "known.json: a.yaml is gone, and b.yaml or c.yaml may be what it was; change its name in known.json to one of them\n",
    );
    const known = readFileSync(join(cwd, "known.json"), "utf8");
    writeFileSync(join(cwd, "known.json"), known.replaceAll("a.yaml", "c.yaml"));
    expect(await found(cwd, "b.yaml", "c.yaml", "--baseline", "known.json")).toMatchObject({ "c.yaml": [] });
  });

  test("several files that have moved are each found again", async () => {
    const other = revenue.replace("Monthly Recurring", "Annual Recurring");
    const cwd = folderWith({ "a.yaml": revenue, "b.yaml": other });
    await write(cwd, "a.yaml", "b.yaml");
    renameSync(join(cwd, "a.yaml"), join(cwd, "y.yaml"));
    renameSync(join(cwd, "b.yaml"), join(cwd, "x.yaml"));
    expect(await found(cwd, "x.yaml", "y.yaml", "--baseline", "known.json")).toEqual({
      "x.yaml": [],
      "y.yaml": [],
    });
  });

  test("the order in which files are named makes no difference to the file", async () => {
    const cwd = folderWith({ "a.yaml": revenue, "b.yaml": revenue });
    await write(cwd, "a.yaml", "b.yaml");
    const before = readFileSync(join(cwd, "known.json"), "utf8");
    const { stderr } = await write(cwd, "b.yaml", "a.yaml");
    expect(readFileSync(join(cwd, "known.json"), "utf8")).toBe(before);
    expect(stderr).toContain("nothing new in known.json");
  });

  test.each([
    [
      "a conflict of git",
      '{\n  "northstar": "baseline",\n  "version": 1,\n<<<<<<< a\n',
      "--update-baseline writes it anew",
    ],
    ["another file", '{ "mine": true }\n', "name another file"],
    [
      "a later version",
      '{\n  "northstar": "baseline",\n  "version": 2,\n  "problems": []\n}\n',
      "name another file",
    ],
    [
      "half a problem",
      '{\n  "northstar": "baseline",\n  "version": 1,\n  "problems": [{}]\n}\n',
      "writes it anew",
    ],
  ])("%s in its place is exit code 2, and only a baseline is replaced", async (_, text, step) => {
    const cwd = folderWith({ "northstar.yaml": revenue, "known.json": text });
    const read = await northstar(["lint", "--baseline", "known.json"], { cwd });
    expect(read).toMatchObject({ code: 2, stdout: "" });
    expect(read.stderr).toMatch(/^northstar: known\.json cannot be read as a baseline \(.+\); /);
    expect(read.stderr).toContain(step);
    const { code } = await write(cwd);
    expect(code).toBe(step === "name another file" ? 2 : 0);
    expect(readFileSync(join(cwd, "known.json"), "utf8") === text).toBe(code === 2);
  });
});

describe("--since", () => {
  function repository(files: Record<string, string>): string {
    const cwd = folderWith(files);
    commit(cwd);
    return cwd;
  }

  test("tells only what was not there, also of what is staged or not", async () => {
    const cwd = repository({ "northstar.yaml": revenue, "other.northstar.yaml": clean });
    expect(await found(cwd, "--since", "main")).toEqual({ "northstar.yaml": [], "other.northstar.yaml": [] });
    const both = ["lagging-metric", "changed-without-history"];
    writeFileSync(join(cwd, "other.northstar.yaml"), revenue);
    expect(await found(cwd, "--since", "main")).toEqual({
      "northstar.yaml": [],
      "other.northstar.yaml": both,
    });
    git(cwd, ["add", "."]);
    expect((await found(cwd, "--since", "main"))["other.northstar.yaml"]).toEqual(both);
    commit(cwd);
    expect((await found(cwd, "--since", "HEAD"))["other.northstar.yaml"]).toEqual([]);
    expect((await found(cwd, "--since", "HEAD~1"))["other.northstar.yaml"]).toEqual(both);
  });

  test("everything in a file that git does not know is new", async () => {
    const cwd = repository({ "northstar.yaml": clean });
    writeFileSync(join(cwd, "new.northstar.yaml"), revenue);
    expect((await found(cwd, "--since", "main"))["new.northstar.yaml"]).toContain("lagging-metric");
  });

  test("a file that has been renamed is followed", async () => {
    const cwd = repository({ "old/northstar.yaml": revenue });
    mkdirSync(join(cwd, "new"));
    git(cwd, ["mv", "old/northstar.yaml", "new/a star ü.northstar.yaml"]);
    writeFileSync(join(cwd, "new/a star ü.northstar.yaml"), `# moved\n${revenue}`);
    expect(await found(cwd, "--since", "main")).toEqual({ "new/a star ü.northstar.yaml": [] });
    expect(await found(join(cwd, "new"), "--since", "main")).toEqual({ "a star ü.northstar.yaml": [] });
  });

  test("files are named as seen from the current folder", async () => {
    const cwd = repository({ "a/northstar.yaml": revenue, "b/northstar.yaml": revenue });
    expect(await found(join(cwd, "a"), "--since", "main", ".", "../b")).toEqual({
      "northstar.yaml": [],
      "../b/northstar.yaml": [],
    });
  });

  test("a file that could not be read before, or cannot be now", async () => {
    const cwd = repository({ "northstar.yaml": "name: [\n" });
    expect(await found(cwd, "--since", "main")).toEqual({ "northstar.yaml": [] });
    writeFileSync(join(cwd, "northstar.yaml"), revenue);
    expect((await found(cwd, "--since", "main"))["northstar.yaml"]).toContain("lagging-metric");
    commit(cwd);
    writeFileSync(join(cwd, "northstar.yaml"), "name: {\n");
    expect(await found(cwd, "--since", "main")).toEqual({ "northstar.yaml": ["bad-brackets"] });
  });

  test("what two files claim is new where the claim is new", async () => {
    const claiming = `product: The Daily\n${clean}`;
    const cwd = repository({ "northstar.yaml": claiming, "other.northstar.yaml": clean });
    writeFileSync(join(cwd, "other.northstar.yaml"), claiming);
    const files = ["northstar.yaml", "other.northstar.yaml"];
    const everywhere = Object.fromEntries(files.map((file) => [file, ["duplicate-product"]]));
    expect(await found(cwd, "--since", "main")).toEqual(everywhere);
    commit(cwd);
    writeFileSync(join(cwd, "other.northstar.yaml"), `# again\n${claiming}`);
    expect(await found(cwd, "--since", "HEAD")).toEqual({ "northstar.yaml": [], "other.northstar.yaml": [] });
  });

  test("both texts are judged by the rules of today", async () => {
    const cwd = repository({ "northstar.yaml": revenue });
    writeFileSync(join(cwd, "northstar.config.yaml"), "rules: { lagging-metric: warning }\n");
    expect(await found(cwd, "--since", "main")).toEqual({ "northstar.yaml": [] });
  });

  test("goes together with a baseline", async () => {
    const cwd = repository({ "northstar.yaml": revenue });
    writeFileSync(join(cwd, "new.northstar.yaml"), revenue);
    await northstar(["lint", "new.northstar.yaml", "--baseline", "known.json", "--update-baseline"], { cwd });
    expect(await found(cwd, "--since", "main", "--baseline", "known.json")).toEqual({
      "northstar.yaml": [],
      "new.northstar.yaml": [],
    });
  });

  test.each([
    ["staged", true],
    ["not staged", false],
  ])("a file that has been moved and changed a little, %s, is followed", async (_, staged) => {
    const cwd = repository({ "old/northstar.yaml": revenue, "other.northstar.yaml": clean });
    mkdirSync(join(cwd, "new"));
    rmSync(join(cwd, "old/northstar.yaml"));
    writeFileSync(
      join(cwd, "new/northstar.yaml"),
      revenue.replaceAll("\n", "\r\n").replace("Fed", "Well fed"),
    );
    if (staged) git(cwd, ["add", "."]);
    expect(await found(cwd, "--since", "main")).toEqual({
      "new/northstar.yaml": [],
      "other.northstar.yaml": [],
    });
  });

  test("a file that is new is not compared with one that was quite different, nor with one that is there", async () => {
    const cwd = repository({ "a.northstar.yaml": "name: A\n", "b.northstar.yaml": revenue });
    rmSync(join(cwd, "a.northstar.yaml"));
    writeFileSync(join(cwd, "c.northstar.yaml"), revenue);
    expect(await found(cwd, "--since", "main")).toEqual({
      "b.northstar.yaml": [],
      "c.northstar.yaml": expect.arrayContaining(["lagging-metric"]),
    });
  });

  test.each(["a\nb", 'a"b', "a\tb", "ä☂", " a ", "-a", ":(top)a", "a*b", "a\\b"])(
    "a folder called %j",
    async (name) => {
      const cwd = repository({ [`${name}/northstar.yaml`]: revenue });
      expect(Object.values(await found(cwd, "--since", "main"))).toEqual([[]]);
      expect(Object.values(await found(join(cwd, name), "--since", "main"))).toEqual([[]]);
      renameSync(join(cwd, name), join(cwd, "other"));
      expect(await found(cwd, "--since", "main")).toEqual({ "other/northstar.yaml": [] });
    },
  );

  describe("submodules", () => {
    const submodule = (cwd: string, from: string, to: string) => {
      git(cwd, ["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", from, to]);
      git(cwd, ["commit", "-qm", "x"]);
    };
    function superproject(): string {
      const innermost = repository({ "northstar.yaml": revenue });
      const inner = repository({ "northstar.yaml": revenue });
      submodule(inner, innermost, "deep");
      const cwd = repository({ "northstar.yaml": revenue });
      submodule(cwd, inner, "mod");
      git(cwd, [
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "update",
        "--init",
        "--recursive",
      ]);
      return cwd;
    }
    const none = { "mod/deep/northstar.yaml": [], "mod/northstar.yaml": [], "northstar.yaml": [] };

    test("a file of one, and of one in it, is judged against the commit that the revision names", async () => {
      const cwd = superproject();
      expect(await found(cwd, "--since", "HEAD")).toEqual(none);
      writeFileSync(
        join(cwd, "mod/northstar.yaml"),
        `results: [{ id: a, name: A }, { id: a, name: A }]\n${revenue}`,
      );
      expect(await found(cwd, "--since", "HEAD")).toEqual({
        ...none,
        "mod/northstar.yaml": ["duplicate-id"],
      });
      git(join(cwd, "mod"), ["commit", "-qam", "y"]);
      expect(await found(cwd, "--since", "HEAD")).toEqual({
        ...none,
        "mod/northstar.yaml": ["duplicate-id"],
      });
      git(cwd, ["commit", "-qam", "y"]);
      expect(await found(cwd, "--since", "HEAD")).toEqual(none);
      expect(await found(cwd, "--since", "HEAD~1")).toMatchObject({ "mod/northstar.yaml": ["duplicate-id"] });
    });

    test("a file that moves inside of one is followed, also where a hook names the outer repository", async () => {
      const cwd = superproject();
      mkdirSync(join(cwd, "mod/new"));
      renameSync(join(cwd, "mod/northstar.yaml"), join(cwd, "mod/new/northstar.yaml"));
      const expected = { "mod/deep/northstar.yaml": [], "mod/new/northstar.yaml": [], "northstar.yaml": [] };
      expect(await found(cwd, "--since", "HEAD")).toEqual(expected);
      const env = {
        PATH: process.env.PATH,
        GIT_DIR: ".git",
        GIT_INDEX_FILE: ".git/index",
        GIT_WORK_TREE: ".",
      };
      const { code } = await northstar(["lint", "--since", "HEAD"], { cwd, env });
      expect(code).toBe(0);
    });

    test("everything is new in one that the revision does not know, and a commit that is not here is told", async () => {
      const cwd = superproject();
      expect((await found(cwd, "--since", "HEAD~1"))["mod/northstar.yaml"]).toContain("lagging-metric");
      git(cwd, ["update-index", "--cacheinfo", `160000,${"1".repeat(40)},mod`]);
      git(cwd, ["commit", "-qm", "z"]);
      expect(await northstar(["lint", "--since", "HEAD"], { cwd })).toMatchObject({
        code: 2,
        stderr:
          "northstar: the submodule mod was at 111111111111 then, which is not here; git -C mod fetch brings it\n",
      });
    });
  });

  test("in another worktree, and where GIT_DIR names the repository", async () => {
    const cwd = repository({ "northstar.yaml": revenue });
    const tree = join(folderWith(), "tree");
    git(cwd, ["worktree", "add", "-q", tree, "-b", "other"]);
    expect(await found(tree, "--since", "main")).toEqual({ "northstar.yaml": [] });
    const bare = join(folderWith(), "bare.git");
    renameSync(join(cwd, ".git"), bare);
    const env = { PATH: process.env.PATH, GIT_DIR: bare, GIT_WORK_TREE: cwd };
    expect(await northstar(["lint", "--since", "main"], { cwd, env })).toMatchObject({ code: 0 });
    expect(
      await northstar(["lint", "--since", "main", cwd], { cwd: bare, env: { PATH: process.env.PATH } }),
    ).toMatchObject({
      code: 2,
      stderr:
        "northstar: --since needs the files of a git repository: this operation must be run in a work tree\n",
    });
  });

  test("since a merge", async () => {
    const cwd = repository({ "northstar.yaml": clean });
    git(cwd, ["switch", "-qc", "other"]);
    writeFileSync(join(cwd, "northstar.yaml"), revenue);
    git(cwd, ["commit", "-qam", "y"]);
    git(cwd, ["switch", "-q", "main"]);
    git(cwd, ["merge", "-q", "--no-ff", "other", "-m", "z"]);
    expect(await found(cwd, "--since", "HEAD")).toEqual({ "northstar.yaml": [] });
    expect(await found(cwd, "--since", "HEAD^1")).toEqual({
      "northstar.yaml": ["lagging-metric", "changed-without-history"],
    });
    expect(await found(cwd, "--since", "HEAD^2")).toEqual({ "northstar.yaml": [] });
  });

  describe("a shallow clone", () => {
    const cloned = (cwd: string) => {
      const clone = join(folderWith(), "clone");
      git(cwd, ["clone", "-q", "--depth=1", "-b", "other", `file://${cwd}`, clone]);
      return clone;
    };
    function shallow(): string {
      const cwd = repository({ "northstar.yaml": revenue });
      git(cwd, ["switch", "-qc", "other"]);
      writeFileSync(join(cwd, "northstar.yaml"), `# more\n${revenue}`);
      git(cwd, ["commit", "-qam", "y"]);
      return cloned(cwd);
    }

    test.each([
      ["HEAD~1", "git fetch --unshallow"],
      ["origin/main", "git fetch --unshallow origin main:refs/remotes/origin/main"],
    ])("%s is told with the command that brings it", async (revision, command) => {
      const cwd = shallow();
      expect(await northstar(["lint", "--since", revision], { cwd })).toMatchObject({
        code: 2,
        stderr: `northstar: git knows no revision '${revision}': this clone is shallow; ${command} brings the rest, and so does fetch-depth: 0 in GitHub Actions or GIT_DEPTH: 0 in GitLab\n`,
      });
      git(cwd, command.split(" ").slice(1));
      expect(await found(cwd, "--since", revision)).toEqual({ "northstar.yaml": [] });
    });
  });

  test("a repository of somebody else is refused with the command that trusts it", async () => {
    const cwd = repository({ "northstar.yaml": revenue });
    const home = folderWith();
    const env = { PATH: process.env.PATH, HOME: home, GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" };
    const { code, stderr } = await northstar(["lint", "--since", "main"], { cwd, env });
    expect(code).toBe(2);
    const [, command = ""] =
      /; (git config --global --add safe\.directory \S+) trusts it\n$/.exec(stderr) ?? [];
    execFileSync("sh", ["-c", command], { env: { PATH: process.env.PATH, HOME: home }, cwd });
    expect((await northstar(["lint", "--since", "main"], { cwd, env })).code).toBe(0);
  });

  test.each([
    ["HEAD:", "'HEAD:' is a tree of git, and --since needs a commit: name a branch, a tag or a commit"],
    [
      "HEAD:northstar.yaml",
      "'HEAD:northstar.yaml' is a blob of git, and --since needs a commit: name a branch, a tag or a commit",
    ],
    [
      "main..HEAD",
      "--since takes one revision and compares it with the files that are here: try --since main",
    ],
    ["-x", "git knows no revision '-x': fetch it first, or name a commit, a branch or a tag"],
    ["", "the revision for --since is empty: name a commit, a branch or a tag, or leave out --since"],
  ])("a revision %j that is no commit is told as what it is", async (revision, message) => {
    const cwd = repository({ "northstar.yaml": revenue });
    expect((await northstar(["lint", `--since=${revision}`], { cwd })).stderr).toBe(
      `northstar: ${message}\n`,
    );
  });

  test("a repository without a commit has nothing to compare with", async () => {
    const cwd = folderWith({ "northstar.yaml": revenue });
    git(cwd, ["init", "-q", "-b", "main"]);
    expect(await northstar(["lint", "--since", "HEAD"], { cwd })).toMatchObject({
      code: 2,
      stderr:
        "northstar: git has no commit yet that --since could compare with; commit first, or leave out --since\n",
    });
  });

  test.each([
    ["mian", "git knows no revision 'mian', did you mean main?"],
    ["frobnicate", "git knows no revision 'frobnicate': fetch it first, or name a commit, a branch or a tag"],
    ["--output=x", "git knows no revision '--output=x': fetch it first, or name a commit, a branch or a tag"],
  ])("a revision %s that there is not is exit code 2", async (ref, message) => {
    const cwd = repository({ "northstar.yaml": revenue });
    expect(await northstar(["lint", `--since=${ref}`], { cwd })).toMatchObject({
      code: 2,
      stdout: "",
      stderr: `northstar: ${message}\n`,
    });
  });

  test("without a repository, or without git, it is exit code 2", async () => {
    const cwd = folderWith({ "northstar.yaml": revenue });
    expect(
      (await northstar(["lint", "--since", "main"], { cwd, env: { PATH: process.env.PATH } })).stderr,
    ).toMatch(/^northstar: --since needs a git repository: not a git repository/);
    expect(await northstar(["lint", "--since", "main"], { cwd, env: { PATH: "/nowhere" } })).toMatchObject({
      code: 2,
      stderr: "northstar: --since needs a git repository: git is not installed\n",
    });
  });
});

test("what is known stands in the states of a file, and no tick beside it", async () => {
  const cwd = folderWith({
    "northstar.yaml": revenue,
    "a.northstar.yaml": clean.replace("inputs: []", "inputs: 3"),
  });
  const args = ["lint", "--baseline", "known.json"];
  await northstar([...args, "--update-baseline"], { cwd });
  const pretty = await northstar(args, { cwd });
  expect(pretty.stdout).not.toContain("✔");
  expect(pretty.stdout).toContain("✖ a.northstar.yaml · cannot be read yet (1 known problem not shown)\n");
  expect(pretty.stdout).toMatch(/✖ northstar.yaml .* 1 broken \(\d known problems not shown\)\n/);
  const junit = await northstar([...args, "-f", "junit"], { cwd });
  const broken = junit.stdout
    .split("<testcase")
    .filter((each) => each.includes('name="3 Leading indicator"'));
  expect(broken).toHaveLength(2);
  expect(broken.every((each) => each.includes("<skipped "))).toBe(true);
  expect(junit.stdout).toContain('<skipped message="known, and not shown: ');
  const json = JSON.parse((await northstar([...args, "-f", "json"], { cwd })).stdout);
  expect(
    json.files.map(({ known, problems }: { known: number; problems: [] }) => [known > 0, problems]),
  ).toEqual([
    [true, []],
    [true, []],
  ]);
});

test("--fail-on-stale-baseline fails as long as the baseline has what no longer occurs", async () => {
  const cwd = folderWith({ "northstar.yaml": revenue });
  const args = ["lint", "--baseline", "known.json"];
  const strict = async (...more: string[]) =>
    (await northstar([...args, "--fail-on-stale-baseline", ...more], { cwd })).code;
  await northstar([...args, "--update-baseline"], { cwd });
  expect(await strict()).toBe(0);
  writeFileSync(join(cwd, "northstar.yaml"), clean);
  expect((await northstar(args, { cwd })).code).toBe(0);
  expect(await strict()).toBe(1);
  expect(await strict("--fail-on", "never")).toBe(1);
  expect(await strict("--update-baseline")).toBe(0);
  expect(await strict()).toBe(0);
});
