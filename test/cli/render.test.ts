import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

test.each(["name: [", "name: Only A Name\n", ""])(
  "what is no North Star is reported, not drawn: %j",
  async (text) => {
    const cwd = folderWith({ "northstar.yaml": text });
    const { code, stdout } = await northstar(["render", "--out", "a.md"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("✖ error");
    expect(existsSync(join(cwd, "a.md"))).toBe(false);
  },
);

test("a document never takes the place of its own North Star", async () => {
  const star = "name: A\ndefinition: B\ngame: attention\ninputs: []\n";
  const cwd = folderWith({ "northstar.yaml": star });
  symlinkSync("northstar.yaml", join(cwd, "link.yaml"));
  for (const words of [
    ["northstar.yaml", "--out", "./northstar.yaml"],
    ["link.yaml", "--out", "northstar.yaml"],
    ["--out", "northstar.yaml", "--to", "portfolio"],
  ])
    expect(await northstar(["render", "--force", "--format", "md", ...words], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/northstar\.yaml is the North Star that is drawn; name another file/),
    });
  expect(readFileSync(join(cwd, "northstar.yaml"), "utf8")).toBe(star);
});

test("a folder stands for the one North Star in it", async () => {
  const star = `name: A\ndefinition: B\ngame: attention\ninputs: []\n`;
  const cwd = folderWith({
    "one/northstar.yaml": star,
    "two/a.northstar.yaml": star,
    "two/b.northstar.yaml": star,
  });
  expect(await northstar(["render", "one"], { cwd })).toMatchObject({ code: 0 });
  expect(await northstar(["render", "two", "--to", "one-pager"], { cwd })).toMatchObject({
    code: 2,
    stderr: "northstar: found 2 North Stars in two; name one of them, or ask for --to portfolio\n",
  });
  expect(await northstar(["render"], { cwd })).toMatchObject({
    code: 2,
    stderr:
      "northstar: found no northstar.yaml in this folder; name a file, or write one with northstar init\n",
  });
});

test("several North Stars are drawn as their portfolio when nothing else is asked for", async () => {
  const star = `name: A\ndefinition: B\ngame: attention\ninputs: []\n`;
  const cwd = folderWith({ "one/northstar.yaml": star, "two/northstar.yaml": star });
  const asked = await northstar(["render", ".", "--to", "portfolio"], { cwd });
  expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining("# North Stars") });
  for (const words of [["."], ["one", "two"], ["*/northstar.yaml"]])
    expect(await northstar(["render", ...words], { cwd })).toEqual(asked);
  expect(await northstar(["render", "one", "two", "--out", "index.html"], { cwd })).toMatchObject({
    code: 0,
  });
  expect(readFileSync(join(cwd, "index.html"), "utf8")).toMatch(/<h1>.* North Stars<.h1>/);
});
