import { existsSync } from "node:fs";
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

test("a folder stands for the one North Star in it", async () => {
  const star = `name: A\ndefinition: B\ngame: attention\ninputs: []\n`;
  const cwd = folderWith({
    "one/northstar.yaml": star,
    "two/a.northstar.yaml": star,
    "two/b.northstar.yaml": star,
  });
  expect(await northstar(["render", "one"], { cwd })).toMatchObject({ code: 0 });
  expect(await northstar(["render", "two"], { cwd })).toMatchObject({
    code: 2,
    stderr: "northstar: found 2 North Stars in two; name one of them, or ask for --to portfolio\n",
  });
  expect(await northstar(["render"], { cwd })).toMatchObject({
    code: 2,
    stderr:
      "northstar: found no northstar.yaml in this folder; name a file, or write one with northstar init\n",
  });
});
