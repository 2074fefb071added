/** What the generated pages cannot say of themselves. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { generated } from "../scripts/generate.js";
import { matcherOf } from "../src/config/glob.js";
import { reportFormatNames } from "../src/report/formats.js";
import { rooms } from "./support/rooms.js";
import { northstar } from "./support/world.js";

const pages = ["docs", "examples", "."].flatMap((folder) =>
  readdirSync(folder, { recursive: folder !== ".", encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join(folder, path)),
);

test("docs/ holds no page that nothing makes any more", () => {
  const stale = pages
    .map((path) => path.replaceAll("\\", "/"))
    .filter(
      (path) => path.startsWith("docs/") && !path.startsWith("docs/decisions/") && !(path in generated),
    );
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

test("both tables of docs/reports.md have every format; pretty leaves what cannot be judged to standard error", () => {
  const tables = readFileSync("docs/reports.md", "utf8")
    .split(/^\| format \|/m)
    .slice(1);
  const formats = tables.map((table) => [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name));
  expect(formats).toEqual([reportFormatNames, reportFormatNames.filter((name) => name !== "pretty")]);
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

const decisions = pages.filter((path) => /^docs.decisions/.test(path));
const guides = ["CONTRIBUTING.md", "ARCHITECTURE.md", ".github/PULL_REQUEST_TEMPLATE.md", ...decisions];

describe.each(guides)("%s", (guide) => {
  const page = readFileSync(guide, "utf8");
  const prose = page.replace(/^```.*?^```$/gms, "");

  test("names only paths that exist", () => {
    const words = [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = ""]) => code.split(" "));
    expect(words.filter(isPath).filter((path) => !isThere(path))).toEqual([]);
  });

  test("names only what is exported where it says", () => {
    const wrong = [...prose.matchAll(exported)].flatMap(([, list = "", path = ""]) => {
      const names = [...list.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);
      return names.filter((name) => !isExported(name, path)).map((name) => `${name} in ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  test("names only scripts that package.json has", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    const names = [...page.matchAll(/\bnpm (?:run )?((?<=run )[\w:]+|test|start)/g)].map(([, name]) => name);
    expect(names.filter((name = "") => !(name in scripts))).toEqual([]);
  });
});

test("CONTRIBUTING.md lists folders that there are, and ARCHITECTURE.md those of src in the order that imports keep", () => {
  const [, list = ""] = /^```text\n(bin\/.*?)^```$/ms.exec(readFileSync("CONTRIBUTING.md", "utf8")) ?? [];
  const folders = [...list.matchAll(/^(\w+\/) /gm)].map(([, folder = ""]) => folder);
  expect(folders).toContain("src/");
  expect(folders.filter((folder) => !existsSync(folder))).toEqual([]);
  const rows = [...readFileSync("ARCHITECTURE.md", "utf8").matchAll(/^\| `(src\/[\w/]+\/)` \|/gm)];
  expect(rows.map(([, path]) => path)).toEqual(rooms.map((room) => `src/${room}/`));
});

test("ARCHITECTURE.md answers at least twenty questions, each with a name and a file, and leads to every decision", () => {
  const page = readFileSync("ARCHITECTURE.md", "utf8");
  const [, answers = ""] = /^## Where is .*?\| --- \| --- \|\n(.*?)\n\n/ms.exec(page) ?? [];
  const rows = answers.split("\n");
  expect(rows.length).toBeGreaterThanOrEqual(20);
  expect(rows.filter((row) => row.search(exported) < 0)).toEqual([]);
  expect(decisions.filter((path) => !page.includes(`(${path.replaceAll("\\", "/")})`))).toEqual([]);
});

/** Names, and the file that is said to export them: "`a` and `b` in `src/c.ts`". */
const exported = /((?:`\w+`(?:, | and ))*`\w+`) in `([^`]+\.[cm]?[jt]s)`/g;

function isExported(name: string, path: string): boolean {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const lists = [...text.matchAll(/^(?:export (?:type )?|module\.exports = )\{([^}]*)\}/gm)];
  const isDeclared = new RegExp(
    `^export (?:async )?(?:const|function\\*?|class|interface|type) ${name}\\b`,
    "m",
  );
  return isDeclared.test(text) || lists.some(([, names = ""]) => new RegExp(`\\b${name}\\b`).test(names));
}

/** Files that teams have, and this repository need not. */
const theirs = ["northstar.yaml", "northstar.config.yaml"];

/** Whether a word in code is a path of the repository: it has a slash, or ends as a file does. */
function isPath(word: string): boolean {
  const isOutside = /^(?:[@~/]|https?:)/.test(word) || theirs.includes(word);
  return !isOutside && (word.includes("/") || /\.(?:[cm]?[jt]s|md|json|ya?ml)$/.test(word));
}

/** Whether a path is there; of one with `*` or `<name>` in it, whether a file is called like that. */
function isThere(path: string): boolean {
  if (existsSync(path)) return true;
  const glob = path.replace(/<\w+>/g, "*");
  return /[*]/.test(glob) && files().some(matcherOf(glob));
}

let listed: string[] | undefined;
function files(): string[] {
  listed ??= readdirSync(".", { withFileTypes: true })
    .filter((entry) => !["node_modules", ".git"].includes(entry.name) && entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(name, { recursive: true, encoding: "utf8" }).map((path) => `${name}/${path}`),
    )
    .map((path) => path.replaceAll("\\", "/"));
  return listed;
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
