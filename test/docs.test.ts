/** What the generated pages cannot say of themselves. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { generated } from "../scripts/generate.js";
import { northstar } from "./support/world.js";

const pages = ["docs", "examples", "."].flatMap((folder) =>
  readdirSync(folder, { recursive: folder !== ".", encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join(folder, path)),
);

test("docs/ holds no page that nothing makes any more", () => {
  const stale = pages.filter((path) => path.startsWith("docs") && !(path.replaceAll("\\", "/") in generated));
  expect(stale).toEqual([]);
});

test.each(pages)("every link of %s leads to a file and a heading that exist", (path) => {
  for (const [, target = ""] of readFileSync(path, "utf8").matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
    const [file = "", heading] = target.split("#");
    const linked = file ? join(dirname(path), file) : path;
    expect(existsSync(linked), `${path} links to ${target}`).toBe(true);
    if (heading) expect(headingsOf(linked), `${path} links to ${target}`).toContain(heading);
  }
});

test("the README's program runs against the built package", () => {
  const [, program = ""] = /```js\n(.*?)\n```/s.exec(readFileSync("README.md", "utf8")) ?? [];
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module"], {
    input: program.replace('"northstar.yaml"', '"examples/amplitude/northstar.yaml"'),
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^Weekly Learning Users: 7 of 7 points met\n/);
});

test("docs/commands.md has every command, and every option of each", async () => {
  const page = readFileSync("docs/commands.md", "utf8");
  const sections = new Map(
    page.split(/^## northstar /m).map((text) => [text.split("\n")[0] ?? "", text] as const),
  );
  for (const [command, flags] of await optionsByCommand())
    for (const flag of flags) expect(sections.get(command), `${flag} of ${command}`).toContain(flag);
});

/** The options that the help of each command names. */
async function optionsByCommand(): Promise<[command: string, flags: string[]][]> {
  const { stdout } = await northstar(["--help"]);
  const list = /^Commands:\n(.*?)\n\n/ms.exec(stdout)?.[1] ?? "";
  const commands = [...list.matchAll(/^ {2}([a-z]+)/gm)].flatMap(([, name = ""]) =>
    name === "help" ? [] : name,
  );
  expect(commands.length).toBeGreaterThan(5);
  return Promise.all(
    commands.map(async (command) => {
      const { stdout: help } = await northstar([command, "--help"]);
      return [command, [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag = ""]) => flag)];
    }),
  );
}

/** The anchors that GitHub gives to the headings of a page. */
function headingsOf(path: string): string[] {
  const headings = [...readFileSync(path, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, text = ""]) => text);
  return headings.map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
