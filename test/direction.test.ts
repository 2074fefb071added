/** Who may import whom, and who may touch what. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { verbs } from "../src/cli/program.js";
import { rooms } from "./support/rooms.js";

/** What comes from outside, and the files or folders that may know it. */
const mayKnow: Record<string, string[]> = {
  yaml: ["file/"],
  ajv: ["file/schema-errors.ts", "modules.d.ts"],
  "fastest-levenshtein": ["file/nearest.ts"],
  chalk: ["report/terminal-theme.ts"],
  "culori/": ["render/oklch.ts"],
  diff: ["diff/words.ts"],
  "fast-string-width": ["report/terminal-text.ts"],
  "get-east-asian-width": ["render/markdown.ts"],
  commander: ["cli/program.ts", "cli/commands/"],
  picomatch: ["config/glob.ts"],
  ignore: ["cli/host/gitignore.ts"],
  "vscode-jsonrpc": ["cli/commands/lsp/"],
  "vscode-jsonrpc/": ["cli/commands/lsp/"],
  "vscode-languageserver-protocol": ["cli/commands/lsp/"],
  "csv-parse": ["cli/commands/links/table-rows.ts"],
  inquirer: ["cli/prompt/inquirer.ts"],
  "@inquirer/": ["cli/prompt/inquirer.ts"],
  "@duckdb/node-api": ["cli/commands/measure/duckdb.ts"],
  pg: ["cli/commands/measure/postgres.ts"],
  "@clickhouse/client": ["cli/commands/measure/clickhouse.ts"],
  "@resvg/resvg-js": ["cli/host/draw-picture.ts"],
  // Types alone.
  "@slack/types": ["digest/slack.ts"],
  "@modelcontextprotocol/": ["cli/commands/mcp/"],
  zod: ["cli/commands/mcp/"],
  "node:zlib": ["render/deck/zip.ts", "cli/host/draw-picture.ts"],
  // playground/node-crypto.ts stands in for it in a browser.
  "node:crypto": ["metrics/definition.ts", "lint/fingerprint.ts", "render/page.ts", "cli/"],
  "node:": ["cli/"],
};

/** Who opens files: all else goes through them. */
const openers: Record<string, string> = {
  "cli/host/read-file.ts": "reads",
  "cli/host/write-file.ts": "writes",
  "cli/host/lock.ts": "writes",
  "cli/host/replace-file.ts": "writes",
  "cli/host/version.ts": "reads the package itself",
  "cli/host/templates.ts": "reads the package itself",
  "cli/commands/schema.ts": "reads the package itself",
  "cli/commands/lint/github-actions.ts": "appends to the summary that the runner names",
  "cli/host/chromium.ts": "works in a folder that it makes",
};

/** What would make a verdict depend on more than the file. */
const worldly =
  /\b(?:process|globalThis|console|fetch|setTimeout|toLocaleString|localeCompare|Date\.now|Math\.random)\b|new Date\(\)/;

const root = new URL("../src/", import.meta.url).pathname;
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));

const sources = new Map(files.map((path) => [path, readFileSync(join(root, path), "utf8")]));

function importsOf(path: string): string[] {
  const statement = /^(?:import|export)\b(?:[^;"]*\bfrom)? "([^"]+)"|\bimport\("([^"]+)"\)/gm;
  return [...(sources.get(path) ?? "").matchAll(statement)].map(([, name, lazy]) => name ?? lazy ?? "");
}

function roomOf(path: string): string {
  return rooms.find((room) => path.startsWith(`${room}/`)) ?? dirname(path).replace(/^\.$/, "");
}

/** The file in src that a relative import means. */
function meant(from: string, name: string): string {
  return relative(root, join(root, dirname(from), name))
    .replaceAll("\\", "/")
    .replace(/\.js$/, ".ts");
}

test("every folder of src has its place in the order", () => {
  const found = new Set(files.map(roomOf).filter(Boolean));
  expect([...found].filter((room) => !rooms.includes(room))).toEqual([]);
});

describe.each(files)("%s", (path) => {
  const room = rooms.indexOf(roomOf(path));
  const imports = importsOf(path);

  test("imports only what stands above it", () => {
    if (roomOf(path) === "") return;
    const inside = imports.filter((name) => name.startsWith(".") && !name.includes(".schema.json"));
    const wrong = inside.filter((name) => {
      const target = meant(path, name);
      return !target.includes("/") || rooms.indexOf(roomOf(target)) > room;
    });
    expect(wrong).toEqual([]);
  });

  test("touches only what it may know", () => {
    const outside = imports.filter((name) => !name.startsWith("."));
    const wrong = outside.filter((name) => {
      const key = Object.keys(mayKnow).find(
        (each) => name === each || (/[:/]$/.test(each) && name.startsWith(each)),
      );
      return (
        !key ||
        !mayKnow[key]?.some((place) => path === place || (place.endsWith("/") && path.startsWith(place)))
      );
    });
    expect(wrong).toEqual([]);
  });

  test("opens files only where all do", () => {
    if (path in openers) return;
    const opens =
      /\b(?:read|write|append|copy)FileSync\b|\b(?:open|rename|mkdir)Sync\b|\bcreate(?:Read|Write)Stream\b/;
    expect(sources.get(path)).not.toMatch(opens);
  });

  test("asks the world only from cli", () => {
    if (roomOf(path).startsWith("cli")) return;
    const code = (sources.get(path) ?? "").replace(
      /\/\*[\s\S]*?\*\/|\/\/.*|`(?:\\.|[^`])*`|"(?:\\.|[^"\n])*"/g,
      "",
    );
    expect(code).not.toMatch(worldly);
  });
});

test("no file imports itself by a detour, neither late nor for a type", () => {
  const circles: string[][] = [];
  const done = new Set<string>();
  for (const path of files) visit(path, []);
  expect(circles).toEqual([]);

  function visit(path: string, way: string[]): void {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path]);
    if (way.includes(path) || done.has(path)) return;
    for (const name of importsOf(path))
      if (name.startsWith(".") && !name.includes(".schema.json")) visit(meant(path, name), [...way, path]);
    done.add(path);
  }
});

/** What all files of a folder export by the same name, because whoever loads one takes any of them. */
const families: Record<string, string> = {
  define: "cli/commands/",
  run: "cli/commands/",
  operands: "cli/commands/",
};

test("no two files export the same name", () => {
  const homes = new Map<string, string[]>();
  const declaration =
    /^export (?:declare )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
  const unpacked = /^export const \{ ([^}]+) \}/gm;
  for (const [path, source] of sources) {
    const names = [...source.matchAll(declaration)].map(([, name = ""]) => name);
    const more = [...source.matchAll(unpacked)].flatMap(([, list = ""]) => list.split(/,\s*/));
    for (const name of new Set([...names, ...more]))
      if (!path.startsWith(families[name] ?? "nowhere")) homes.set(name, [...(homes.get(name) ?? []), path]);
  }
  expect(homes.get("Problem")).toEqual(["file/problem.ts"]);
  expect([...homes].filter(([, paths]) => paths.length > 1)).toEqual([]);
});

test("commands are one file each, and what is in a folder beside one is its own", () => {
  const commands = files.filter((path) => /^cli\/commands\/[^/]+$/.test(path));
  expect(commands.map((path) => path.slice(13, -3)).sort()).toEqual(Object.keys(verbs).sort());
  const strange = files.flatMap((path) =>
    importsOf(path)
      .filter((name) => name.startsWith("."))
      .map((name) => meant(path, name))
      .filter((target) => {
        const [, owner = "shared"] = /^cli\/commands\/(\w+)\//.exec(target) ?? [];
        return owner !== "shared" && !path.startsWith(`cli/commands/${owner}`);
      })
      .map((target) => `${path} imports ${target}`),
  );
  expect(strange).toEqual([]);
});

test("the playground takes the clock alone of what asks the world, and nothing of src knows it", () => {
  const folder = new URL("../playground/", import.meta.url);
  const own = readdirSync(folder).filter((path) => path.endsWith(".ts"));
  const imported = own.flatMap((path) =>
    [
      ...readFileSync(new URL(path, folder), "utf8").matchAll(/from "\.\.\/src\/(cli\/[^"]+|index\.js)"/g),
    ].map(([, name]) => name),
  );
  expect([...new Set(imported)]).toEqual(["cli/host/clock.js"]);
  expect([...sources].filter(([, source]) => /from "[^"]*playground\//.test(source))).toEqual([]);
});

test("bin and scripts import the built program, and no file of src", () => {
  for (const script of ["bin/northstar.js", "scripts/start.js"])
    expect(readFileSync(new URL(`../${script}`, import.meta.url), "utf8")).not.toMatch(/["'][^"']*src\//);
});
