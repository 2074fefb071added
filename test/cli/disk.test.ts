/** What is read and written, and what is not. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isReport, reportFormatNames } from "../../src/report/formats.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

const star = readFileSync("examples/amplitude/northstar.yaml", "utf8");
const isPosix = process.platform !== "win32";

test.each([
  [["lint"]],
  [["lint", "northstar.yaml"]],
  [["set", "status", "candidate"]],
  [["render"]],
  [["ignores"]],
])("%s refuses a link out of the repository, and takes the copy that it asks for", async (args) => {
  const root = folderWith({ "secret.yaml": star, "in/.git/HEAD": "" });
  const cwd = join(root, "in");
  const path = join(cwd, "northstar.yaml");
  symlinkSync("../secret.yaml", path);
  const refused = await northstar(args, { cwd });
  expect(refused).toMatchObject({
    code: 2,
    stderr:
      "northstar: cannot read northstar.yaml: a symbolic link leads from there out of the repository; put a copy of the file in its place\n",
  });
  expect(refused.stdout).not.toContain("Weekly");
  rmSync(path);
  copyFileSync(join(root, "secret.yaml"), path);
  expect((await northstar(args, { cwd })).code).toBe(0);
});

test("a link to another repository inside of this one leads out as well", async () => {
  const root = folderWith({ "other/northstar.yaml": star, "other/.git/HEAD": "", "in/.git/HEAD": "" });
  symlinkSync("../other", join(root, "in/link"));
  const { code, stderr } = await northstar(["lint", "link"], { cwd: join(root, "in") });
  expect({ code, stderr }).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("out of the repository"),
  });
});

test("a link inside the repository is found, read, and each file judged once", async () => {
  const cwd = folderWith({ "docs/team.yaml": star, "a.northstar.yaml": `# a\n${star}`, ".git/HEAD": "" });
  symlinkSync("docs/team.yaml", join(cwd, "northstar.yaml"));
  symlinkSync("a.northstar.yaml", join(cwd, "b.northstar.yaml"));
  const { stdout } = await northstar(["lint", "-f", "json"], { cwd });
  expect(JSON.parse(stdout).files.map(({ path }: { path: string }) => path)).toEqual([
    "a.northstar.yaml",
    "northstar.yaml",
  ]);
  const edit = await northstar(["set", "status", "candidate"], { cwd });
  expect(edit.stderr).toBe(
    "northstar: northstar.yaml is a symbolic link; name the file that it points to, docs/team.yaml\n",
  );
  expect((await northstar(["set", "status", "candidate", "--file", "docs/team.yaml"], { cwd })).code).toBe(0);
});

test("a logo that is a link out, or lies outside, is not drawn", async () => {
  const root = folderWith({ "logo.png": "x", "in/.git/HEAD": "", "in/northstar.yaml": star });
  symlinkSync("../logo.png", join(root, "in/linked.png"));
  for (const [name, reason] of [
    [
      "linked.png",
      "a symbolic link leads from there out of the repository; put a copy of the file in its place",
    ],
    ["../logo.png", "it lies outside of the repository; copy it into the repository"],
  ]) {
    writeFileSync(join(root, "in/northstar.config.yaml"), `theme: { logo: ${name} }\n`);
    expect(await northstar(["render", "-f", "html"], { cwd: join(root, "in") })).toMatchObject({
      code: 2,
      stderr: `northstar: northstar.config.yaml: theme.logo ${name} cannot be read: ${reason}\n`,
    });
  }
});

test.each(reportFormatNames)("%s quotes nothing of a file that is no text", async (format) => {
  for (const bytes of [
    Buffer.from("name: x\0\nkept: secret-word\n"),
    Buffer.from("\u0001secret-word\u00FF", "latin1"),
  ]) {
    const cwd = folderWith({ "northstar.yaml": bytes });
    const { code, screen } = await northstar(["lint", "-f", format], { cwd });
    expect(code).toBe(1);
    expect(screen).not.toContain("secret-word");
  }
});

test.skipIf(!isPosix)("a pipe is read where the command line names it", async () => {
  const cwd = folderWith({ "kept.yaml": star });
  execFileSync("mkfifo", ["pipe.yaml", "northstar.yaml"], { cwd });
  const writer = spawn("sh", ["-c", "cat kept.yaml > pipe.yaml"], { cwd });
  expect((await northstar(["lint", "pipe.yaml"], { cwd })).code).toBe(0);
  writer.kill();
  expect(await northstar(["lint"], { cwd })).toMatchObject({
    code: 2,
    stderr: "northstar: cannot read northstar.yaml: it is a pipe, and no file; put a file in its place\n",
  });
  expect(await northstar(["lint", "pipe.yaml"], { cwd })).toMatchObject({
    code: 2,
    stderr: "northstar: cannot read pipe.yaml: it is a pipe that nobody writes to\n",
  });
});

test.skipIf(spawnSync("bash", ["-c", "true"]).status !== 0)(
  "what a shell makes of <(command) is read",
  () => {
    const cwd = folderWith({ "kept.yaml": star });
    const program = new URL("../../bin/northstar.js", import.meta.url).pathname;
    const { stdout, status } = spawnSync(
      "bash",
      ["-c", `"$0" "$1" lint <(cat kept.yaml)`, process.execPath, program],
      {
        cwd,
        encoding: "utf8",
      },
    );
    expect({ status, last: stdout.trim().split("\n").at(-1) }).toEqual({
      status: 0,
      last: "7 of 7 points met",
    });
  },
);

test.each(reportFormatNames)(
  "a report in %s takes the place of an earlier one, and of no other file",
  async (format) => {
    const texts = {
      "northstar.yaml": star,
      "broken.northstar.yaml": "name: [",
      "main.ts": "export const x = 1;\n",
    };
    const cwd = folderWith(texts);
    for (const paths of [
      ["northstar.yaml"],
      ["."],
      ["broken.northstar.yaml"],
      ["nowhere.yaml"],
      ["northstar.yaml"],
    ]) {
      const { stderr } = await northstar(["lint", ...paths, "-f", `${format}=out/report`], { cwd });
      expect(stderr).toContain("northstar: wrote out/report\n");
    }
    const { code, stderr } = await northstar(["lint", "-f", `${format}=main.ts`], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "northstar: main.ts exists already and is no report: name another file, or delete it first\n",
    });
    expect(readFileSync(join(cwd, "main.ts"), "utf8")).toBe(texts["main.ts"]);
  },
);

test("no file of this project is taken for a report", () => {
  const files = [
    "package.json",
    "package-lock.json",
    "README.md",
    "CHANGELOG.md",
    "tsconfig.json",
    "action.yml",
  ];
  const folders = ["schemas", "templates", "docs", "src/cli", "examples/amplitude"].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(folder, entry.name)] : [],
    ),
  );
  const texts = [...files, ...folders].map((path) => [path, readFileSync(path, "utf8")] as const);
  expect(texts.filter(([, text]) => isReport(text)).map(([path]) => path)).toEqual([]);
});

test("paths stay what they are in formats for programs, with nothing hidden in them", async () => {
  const folder = "a\u202Eb\u009Fc##[add-mask]d";
  const cwd = folderWith({ ".git/HEAD": "", [`${folder}/northstar.yaml`]: "name: [" });
  for (const env of [{}, { GITHUB_ACTIONS: "true" }]) {
    const json = (await northstar(["lint", "-f", "json"], { cwd, env })).stdout;
    const gitlab = (await northstar(["lint", "-f", "gitlab"], { cwd, env })).stdout;
    const sarif = (await northstar(["lint", "-f", "sarif"], { cwd, env })).stdout;
    expect(json + gitlab + sarif).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]|##\[/u);
    expect(JSON.parse(json).files[0].path).toBe(`${folder}/northstar.yaml`);
    expect(JSON.parse(gitlab)[0].location.path).toBe(`${folder}/northstar.yaml`);
    const [{ artifacts }] = JSON.parse(sarif).runs;
    expect(decodeURIComponent(artifacts[0].location.uri)).toBe(`${folder}/northstar.yaml`);
  }
});

test.skipIf(process.platform !== "linux")("a full disk is said, and is no crash", () => {
  const cwd = folderWith({ "northstar.yaml": star });
  const program = new URL("../../bin/northstar.js", import.meta.url).pathname;
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", `"$0" "$1" lint > /dev/full`, process.execPath, program],
    {
      cwd,
      encoding: "utf8",
    },
  );
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "northstar: could not write what it prints: the disk is full\n",
  });
});

test("nothing is kept in /dev/null, and that is no error", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  mkdirSync(join(cwd, "x"));
  const { code, stderr } = await northstar(["lint", "--cache-file", "/dev/null", "-f", "json=/dev/null"], {
    cwd,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "northstar: wrote /dev/null\n" });
});
