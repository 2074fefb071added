/** Which configuration counts, what it is built upon, and where each value is from. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readConfig } from "../../src/config/config.js";
import { judgements } from "../../src/lint/catalogue.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

/** Names revenue: an error of lagging-metric, and nothing that is graver. */
const star = `name: Monthly Recurring Revenue
definition: Revenue of the month.
game: transaction
inputs: []
`;
const saying = (setting: string) => `rules: { lagging-metric: ${setting} }\n`;

async function severity(cwd: string, file: string, ...flags: string[]): Promise<string> {
  const { stdout, stderr } = await northstar(["lint", "-f", "json", file, ...flags], { cwd });
  const { files, error } = JSON.parse(stdout);
  if (error) return stderr;
  const [{ problems }] = files;
  return problems.find(({ rule }: { rule: string }) => rule === "lagging-metric")?.severity ?? "off";
}

describe("the nearest configuration counts, and no other", () => {
  const files = {
    "northstar.config.yaml": saying("note"),
    "northstar.yaml": star,
    "a/northstar.yaml": star,
    "a/b/northstar.config.yaml": saying("warning"),
    "a/b/c/northstar.yaml": star,
    "repository/.git/HEAD": "",
    "repository/northstar.yaml": star,
    "empty/northstar.config.yaml": "# nothing yet\n",
    "empty/northstar.yaml": star,
  };

  test.each([
    ["northstar.yaml", "note"],
    ["a/northstar.yaml", "note"],
    ["a/b/c/northstar.yaml", "warning"],
    ["repository/northstar.yaml", "error"],
    ["empty/northstar.yaml", "error"],
  ])("%s", async (file, expected) => {
    const cwd = folderWith(files);
    expect(await severity(cwd, file)).toBe(expected);
    expect(await severity(join(cwd, "a"), `../${file}`)).toBe(expected);
  });

  test("unless one is named, or none is wanted", async () => {
    const cwd = folderWith(files);
    expect(await severity(cwd, "a/northstar.yaml", "--config", "a/b/northstar.config.yaml")).toBe("warning");
    expect(await severity(cwd, "a/b/c/northstar.yaml", "--config", "northstar.config.yaml")).toBe("note");
    expect(await severity(cwd, "a/b/c/northstar.yaml", "--no-config")).toBe("error");
    expect(await severity(cwd, "northstar.yaml", "--config", "missing.yaml")).toBe(
      "northstar: cannot read missing.yaml: there is no such file or folder\n",
    );
  });

  test("files of one run have their own each", async () => {
    const cwd = folderWith(files);
    const { stdout } = await northstar(["lint", "-f", "json"], { cwd });
    const found = JSON.parse(stdout).files.flatMap((file: { path: string; problems: { rule: string }[] }) =>
      file.problems
        .filter(({ rule }) => rule === "lagging-metric")
        .map((each) => ({ ...each, file: file.path })),
    );
    expect(
      Object.fromEntries(found.map(({ file, severity }: Record<string, string>) => [file, severity])),
    ).toEqual({
      "a/b/c/northstar.yaml": "warning",
      "a/northstar.yaml": "note",
      "empty/northstar.yaml": "error",
      "northstar.yaml": "note",
      "repository/northstar.yaml": "error",
    });
  });
});

describe("what fails", () => {
  const clean = { "northstar.yaml": star, "northstar.config.yaml": `${saying("note")}fail: note\n` };

  test("is what the configuration says, unless the command line does", async () => {
    const cwd = folderWith(clean);
    expect((await northstar(["lint"], { cwd })).code).toBe(1);
    expect((await northstar(["lint", "--fail-on", "never"], { cwd })).code).toBe(0);
  });

  test("may differ from file to file", async () => {
    const cwd = folderWith({
      "a/northstar.yaml": star,
      "a/northstar.config.yaml": "fail: never\n",
      "b/northstar.yaml": star,
      "b/northstar.config.yaml": "rules: { lagging-metric: off, too-few-inputs: off }\n",
    });
    expect((await northstar(["lint", "a"], { cwd })).code).toBe(0);
    const { stdout } = await northstar(["lint", "-f", "json", "b"], { cwd });
    expect((await northstar(["lint", "a", "b"], { cwd })).code).toBe(
      JSON.parse(stdout).summary.errors > 0 ? 1 : 0,
    );
  });
});

describe("extends", () => {
  const refusal = "bad-extends";

  test("builds on a preset or on another file, and says more", async () => {
    const cwd = folderWith({
      ".git/HEAD": "",
      "northstar.config.yaml": "extends: strict\nrules: { lagging-metric: off, overdue-review: note }\n",
      "team/northstar.config.yaml": "extends: ../northstar.config.yaml\nrules: { lagging-metric: note }\n",
      "team/northstar.yaml": star,
    });
    expect(await severity(cwd, "team/northstar.yaml")).toBe("note");
    const { stdout } = await northstar(["lint", "--print-config", "team/northstar.yaml"], { cwd });
    expect(originOf(stdout, "lagging-metric")).toBe("note # team/northstar.config.yaml:2");
    expect(originOf(stdout, "overdue-review")).toBe("note # northstar.config.yaml:2");
    expect(originOf(stdout, "input-without-owner")).toBe("warning # preset strict");
    expect(originOf(stdout, "mere-presence")).toBe("error # default");
    expect(originOf(stdout, "fail")).toBe("warning # preset strict");
  });

  test.each([
    ["itself", "./northstar.config.yaml", "leads back to where it started"],
    ["a file that is missing", "./base.yaml", "cannot be read: there is no such file or folder"],
    ["a file outside of the repository", "../outside.yaml", "lies outside of the repository"],
    ["a link to the outside", "./link.yaml", "lies outside of the repository"],
    ["a file that is no configuration", "./secret", "is no configuration"],
    ["a whole path", "/etc/hosts.yaml", "cannot be read"],
  ])("%s is refused", async (_, base, reason) => {
    const root = folderWith({
      "outside.yaml": "rules: {}\n",
      "in/.git/HEAD": "",
      "in/secret": "a secret\n",
      "in/northstar.yaml": star,
      "in/northstar.config.yaml": `extends: ${base}\n`,
    });
    symlinkSync("../outside.yaml", join(root, "in/link.yaml"));
    const { code, stdout, stderr } = await northstar(["lint"], { cwd: join(root, "in") });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(refusal);
    expect(stderr.replace(/\s+/g, " ")).toContain(reason);
    expect(stderr).not.toContain("a secret");
  });

  test("a configuration that is a link to the outside is not read", async () => {
    const root = folderWith({ "secret.yaml": "a secret\n", "in/.git/HEAD": "", "in/northstar.yaml": star });
    symlinkSync("../secret.yaml", join(root, "in/northstar.config.yaml"));
    const { code, stderr } = await northstar(["lint"], { cwd: join(root, "in") });
    expect(code).toBe(2);
    expect(stderr).toBe(
      "northstar: cannot read northstar.config.yaml: a symbolic link leads from there out of the repository; put a copy of the file in its place\n",
    );
  });

  test("a mistake below is shown where it stands", async () => {
    const cwd = folderWith({
      "northstar.config.yaml": "extends: shared/base.yaml\n",
      "shared/base.yaml": "rules:\n  laging-metric: off\n",
      "northstar.yaml": star,
    });
    const { code, stdout, stderr } = await northstar(["lint"], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("shared/base.yaml:2:3");
  });
});

test.each([
  ["not YAML", "rules: [\n", "bad-brackets"],
  ["not a text", "\0", "not-text"],
  ["a list", "- a\n", "no-keys"],
])("a configuration that is %s is exit code 2, with a frame", async (_, text, rule) => {
  const cwd = folderWith({ "northstar.yaml": star, "northstar.config.yaml": text });
  for (const args of [["lint"], ["lint", "--no-ci"], ["lint", "--print-config"]]) {
    const { code, stdout, stderr } = await northstar(args, { cwd });
    expect({ code, stdout }, args.join(" ")).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(rule);
  }
});

test("a configuration that is a folder is said to be one", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  mkdirSync(join(cwd, "northstar.config.yaml"));
  expect(await northstar(["lint"], { cwd })).toMatchObject({
    code: 2,
    stderr: "northstar: cannot read northstar.config.yaml: it is a folder\n",
  });
});

describe("files", () => {
  const files = {
    "northstar.yaml": star,
    "plan.northstar.yaml": star,
    "stars/one.yaml": star,
    "stars/old/two.yaml": star,
    "deep/northstar.config.yaml": "files: ['*.star']\n",
    "deep/x.star": star,
    "deep/northstar.yaml": star,
  };
  const found = async (cwd: string, ...operands: string[]) => {
    const { stdout } = await northstar(["lint", "-f", "json", ...operands], { cwd });
    return JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
  };

  test("say what a folder's North Stars are called; each folder's nearest configuration speaks for it", async () => {
    const cwd = folderWith({
      ...files,
      "northstar.config.yaml": "files: [stars/**/*.yaml, '!stars/old/']\n",
    });
    expect(await found(cwd)).toEqual(["deep/x.star", "stars/one.yaml"]);
    expect(await found(cwd, "stars")).toEqual(["stars/one.yaml"]);
    expect(await found(join(cwd, "stars"))).toEqual(["one.yaml"]);
    expect(await found(cwd, "--no-config")).toEqual([
      "deep/northstar.yaml",
      "northstar.yaml",
      "plan.northstar.yaml",
    ]);
  });

  test("leave out without naming anything", async () => {
    const cwd = folderWith({ ...files, "northstar.config.yaml": "files: ['!./plan.*']\n" });
    expect(await found(cwd)).toEqual(["deep/x.star", "northstar.yaml"]);
  });

  test("what keeps a folder from having any is said", async () => {
    const cwd = folderWith({
      "northstar.config.yaml": "files: [metrics/*.yaml]\n",
      "a/northstar.yaml": star,
    });
    const told = async (...operands: string[]) => (await northstar(["lint", ...operands], { cwd })).stderr;
    expect(await told("a")).toBe(
      "northstar: found no North Star in a or below: a/northstar.yaml is there, and `files` in northstar.config.yaml:1 leaves it out\n",
    );
    expect(await told()).toMatch(/in this folder or below: a\/northstar\.yaml is there/);
  });

  test("a file that is named is judged, unless it is left out", async () => {
    const cwd = folderWith({ ...files, "northstar.config.yaml": "files: [stars/**, '!stars/old']\n" });
    expect(await found(cwd, "plan.northstar.yaml", "stars/old/two.yaml")).toEqual(["plan.northstar.yaml"]);
    expect(await northstar(["lint", "stars/old/two.yaml"], { cwd })).toMatchObject({
      code: 0,
      stdout: "",
      stderr:
        "northstar: not judged, since `files` in northstar.config.yaml:1 leaves out: stars/old/two.yaml\n",
    });
  });

  test("a glob means the same on the command line", async () => {
    const cwd = folderWith(files);
    const paths = Object.keys(files).filter((path) => !path.endsWith("config.yaml"));
    for (const glob of [
      "stars/[a-t]*.yaml",
      "{stars,other}/*.yaml",
      "**/[!x]*.yaml",
      "stars/**/t?o.yaml",
      "**/plan.*",
    ]) {
      writeFileSync(join(cwd, "northstar.config.yaml"), `files: [${JSON.stringify(glob)}]\n`);
      const told = await northstar(["lint", "-f", "json"], { cwd });
      const named = await northstar(
        ["lint", "-f", "json", "--no-config", glob, "!northstar.config.yaml", "!deep"],
        { cwd },
      );
      const listed = ({ stdout }: { stdout: string }) =>
        (stdout ? JSON.parse(stdout).files.map(({ path }: { path: string }) => path) : []).filter(
          (path: string) => !path.startsWith("deep/"),
        );
      expect(listed(told), `${glob} among ${paths}`).toEqual(listed(named));
      expect(listed(told).length, glob).toBeGreaterThan(0);
    }
  });

  test("a glob that matches nothing is told with its line, where all that it may match was looked at", async () => {
    const cwd = folderWith({
      ...files,
      "northstar.config.yaml": "files:\n  - stars/*.yaml\n  - metrics/*.yml\n  - '!gone'\n",
    });
    const told =
      "northstar: no file that git does not ignore matches `metrics/*.yml` (northstar.config.yaml:3)\n";
    expect((await northstar(["lint", "-f", "gitlab"], { cwd })).stderr).toBe(told);
    expect((await northstar(["lint", "-f", "gitlab", "stars"], { cwd })).stderr).toBe("");
  });
});

test("a document shows the states that lint finds", async () => {
  const cwd = folderWith({ "northstar.yaml": star, "northstar.config.yaml": saying("off") });
  const leading = async (...flags: string[]) => {
    const { stdout } = await northstar(["render", ...flags], { cwd });
    return /Leading indicator[^\n]*?(met|open|doubtful|broken)/.exec(stdout)?.[1];
  };
  expect(await leading()).toBe("open");
  expect(await leading("--no-config")).toBe("broken");
});

describe("--print-config", () => {
  test("prints a configuration that says the same", async () => {
    const cwd = folderWith({
      "northstar.config.yaml": `extends: ./base.yaml
fail: note
files: ["*.star", "!old"]
words: { value: [browse, "yes"] }
render: [{ to: tree, out: "docs/#1.svg" }]
theme: { colors: { ink: "#000000" }, font: Inter }
`,
      "base.yaml": "words:\n  value: [forage]\n  vanity: [browse]\n",
      "northstar.yaml": star,
    });
    const { code, stdout, stderr } = await northstar(["lint", "--print-config"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(readConfig(stdout)).toMatchObject({ config: parse(stdout) });
    expect(parse(stdout)).toEqual({
      fail: "note",
      files: ["*.star", "!old"],
      rules: Object.fromEntries(judgements.map(({ id, severity }) => [id, severity])),
      words: { value: ["forage", "browse", "yes"] },
      render: [{ to: "tree", out: "docs/#1.svg" }],
      theme: { colors: { ink: "#000000" }, font: "Inter" },
    });
    expect(originOf(stdout, "- forage")).toBe("# base.yaml:2");
    expect(originOf(stdout, "- browse")).toBe("# northstar.config.yaml:4");
    expect(originOf(stdout, "ink")).toBe('"#000000" # northstar.config.yaml:6');
  });

  test("shows what counts without a configuration, and what the command line adds", async () => {
    const { stdout } = await northstar(["lint", "--print-config", "--fail-on", "note"], {
      cwd: folderWith(),
    });
    expect(originOf(stdout, "fail")).toBe("note # --fail-on");
    expect(originOf(stdout, "lagging-metric")).toBe("error # default");
  });
});

/** What is printed behind a key, with single spaces. */
function originOf(printed: string, key: string): string | undefined {
  const line = printed.split("\n").find((each) => each.trim().replace(":", " ").startsWith(`${key} `));
  return line?.trim().slice(key.length).replace(/^:/, "").replace(/\s+/g, " ").trim();
}
