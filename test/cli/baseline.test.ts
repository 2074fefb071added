/** What --baseline and --since leave out, and what they never do. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
    writeFileSync(join(cwd, "other.northstar.yaml"), revenue);
    expect(await found(cwd, "--since", "main")).toEqual({
      "northstar.yaml": [],
      "other.northstar.yaml": ["lagging-metric"],
    });
    git(cwd, ["add", "."]);
    expect((await found(cwd, "--since", "main"))["other.northstar.yaml"]).toEqual(["lagging-metric"]);
    commit(cwd);
    expect((await found(cwd, "--since", "HEAD"))["other.northstar.yaml"]).toEqual([]);
    expect((await found(cwd, "--since", "HEAD~1"))["other.northstar.yaml"]).toEqual(["lagging-metric"]);
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
    ["mian", "git knows no revision 'mian', did you mean main?"],
    ["frobnicate", "git knows no revision 'frobnicate', fetch it first, or name a commit, a branch or a tag"],
    ["--output=x", "git knows no revision '--output=x', fetch it first, or name a commit, a branch or a tag"],
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
