/** What npm packs works on a machine that has nothing but Node. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, expect, test } from "vitest";
import { folderWith } from "./support/folder.js";

const root = new URL("..", import.meta.url).pathname;

beforeAll(() => {
  for (const file of ["dist/northstar.cjs", "dist/types/index.d.ts"])
    if (!existsSync(join(root, file))) throw new Error(`There is no ${file}; run \`npm run build\` first`);
});

test("the tarball is installed, and writes, judges and shows a North Star in an empty folder", () => {
  const folder = folderWith({
    "work/answers.yaml": readFileSync(join(root, "examples/amplitude/northstar.yaml"), "utf8"),
  });
  const npm = (...args: string[]) =>
    execFileSync("npm", [...args, "--offline", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: root,
      encoding: "utf8",
    });
  const [packed] = JSON.parse(npm("pack", "--json", "--pack-destination", folder));
  const prefix = join(folder, "prefix");
  mkdirSync(prefix);
  npm("install", "--global", "--prefix", prefix, join(folder, packed.filename));

  expect(readdirSync(join(prefix, "lib/node_modules"))).toEqual(["northstar"]);
  expect(existsSync(join(prefix, "lib/node_modules/northstar/node_modules"))).toBe(false);

  const cwd = join(folder, "work");
  const run = (...args: string[]) =>
    spawnSync(join(prefix, "bin/northstar"), args, {
      cwd,
      encoding: "utf8",
      env: { PATH: process.env.PATH },
    });
  expect(run("init", "--from", "answers.yaml")).toMatchObject({ status: 0 });
  expect(run("lint", "northstar.yaml")).toMatchObject({
    status: 0,
    stderr: "",
    stdout: expect.stringContaining("7 of 7 points met"),
  });
  expect(run("render")).toMatchObject({ status: 0, stderr: "", stdout: expect.stringContaining("# ") });
  expect(run("explain", "lagging-metric")).toMatchObject({ status: 0, stderr: "" });
  expect(run("lint", "missing.yaml")).toMatchObject({ status: 2, stdout: "" });
});

interface Packed {
  size: number;
  unpackedSize: number;
  files: { path: string }[];
}

/** What npm packs, without packing it. */
let known: Packed | undefined;
function packed(): Packed {
  const pack = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  known ??= JSON.parse(execFileSync("npm", pack, { cwd: root, encoding: "utf8" }))[0] as Packed;
  return known;
}

test("the tarball holds what a person needs and nothing of ours", () => {
  const paths = packed().files.map(({ path }) => path);
  const folders = new Set(paths.map((path) => path.replace(/\/.*/, "/")));
  expect([...folders].sort()).toEqual(
    expect.arrayContaining(["LICENSE", "bin/", "dist/", "package.json", "schemas/", "templates/"]),
  );
  expect(
    [...folders].filter((each) =>
      ["src/", "test/", "scripts/", "playground/", "node_modules/", ".ci/"].includes(each),
    ),
  ).toEqual([]);
  expect(paths).toEqual(expect.arrayContaining(["dist/THIRD-PARTY-LICENSES.txt", "dist/northstar.cdx.json"]));
  expect(licences()).not.toMatch(/codemirror/i);
});

test("it is small, and holds no machine code", () => {
  const { size, unpackedSize, files } = packed();
  expect(size).toBeLessThanOrEqual(960_000);
  expect(unpackedSize).toBeLessThanOrEqual(3_050_000);
  const text = /\.(?:c?js|ts|json|md|ya?ml|txt|svg)$|^LICENSE$/;
  for (const { path } of files) {
    expect(path).toMatch(text);
    expect(readFileSync(join(root, path)).includes(0), path).toBe(false);
  }
});

test("every link of the README and of the pages that it leads to is in the package", () => {
  const paths = packed().files.map(({ path }) => path);
  // Left out is what the program says itself (its help, explain, schema), and what only those read who change it.
  const isLeftOut = (path: string) =>
    /^docs\/(?!ci\/)|^(?:ARCHITECTURE|CHANGELOG|CONTRIBUTING)\.md$/.test(path);
  const isThere = (path: string) =>
    isLeftOut(path) || paths.includes(path) || paths.some((each) => each.startsWith(`${path}/`));
  const pages = paths.filter((path) => path.endsWith(".md"));
  expect(pages).toContain("docs/ci/pre-commit.md");
  const broken = pages.flatMap((page) =>
    [
      ...readFileSync(join(root, page), "utf8")
        .replace(/^(`{3,}).*?^\1$/gms, "")
        .matchAll(/\]\(([^)#\s]+)[^)]*\)/g),
    ]
      .map(([, link = ""]) => link)
      .filter((link) => !/^[a-z]+:/.test(link) && !isThere(join(dirname(page), link).replace(/\/$/, "")))
      .map((link) => `${page}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test("package.json leads to what is there", async () => {
  const { messages, pkg } = await publint({ pkgDir: root, level: "warning", strict: true, pack: false });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("a program can check a text", async () => {
  const { check, ...others } = await import(new URL("../dist/index.js", import.meta.url).href);
  expect(["check", ...Object.keys(others)].sort()).toEqual(
    Object.keys(await import("../src/index.js")).sort(),
  );
  const { points, problems } = check("name: [\n", { today: "2026-11-22" });
  expect(points).toEqual([]);
  expect(problems[0]).toMatchObject({ severity: "error", range: { start: { line: 1 } } });
});

test("a program's types are all in the package", () => {
  const program = `
    import { check, type Northstar, type Problem, render, type Theme, themeOf } from "northstar";
    const { star, points, problems } = check("x");
    const texts: (string | undefined)[] = [(star as Northstar | undefined)?.name, (problems as Problem[])[0]?.message];
    const theme: Theme | string[] = themeOf({});
    if (star) await render({ star, points }, { to: "deck" });
    // @ts-expect-error no such document
    if (star) await render({ star, points }, { to: "nothing" });
    export default [texts, theme];`;
  const cwd = folderWith({ "program.mts": program, "node_modules/.keep": "" });
  symlinkSync(root, join(cwd, "node_modules/northstar"));
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "program.mts"];
  const tsc = spawnSync(join(root, "node_modules/.bin/tsc"), options, { cwd, encoding: "utf8" });
  expect({ status: tsc.status, said: tsc.stdout }).toEqual({ status: 0, said: "" });
});

test("a command that was not built says what to do, and a closed pipe is no fault", () => {
  const folder = folderWith({ "package.json": '{"type":"module"}' });
  execFileSync("cp", ["-r", join(root, "bin"), folder]);
  expect(spawnSync(process.execPath, [join(folder, "bin/northstar.js")], { encoding: "utf8" })).toMatchObject(
    {
      status: 2,
      stdout: "",
      stderr: "northstar: not built yet; run npm run build\n",
    },
  );
  const piped = spawnSync(
    "bash",
    ["-c", `set -o pipefail; ${process.execPath} bin/northstar.js explain | head -1`],
    { cwd: root, encoding: "utf8" },
  );
  expect(piped).toMatchObject({ status: 0, stderr: "" });
});

const packages = Object.entries(
  JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages as Record<
    string,
    { version: string; dependencies?: Record<string, string> }
  >,
);

/** Packages that the sources import, and what those depend on: all that can be bundled. */
function reachable(): Map<string, string> {
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(join(root, "src", path), "utf8"));
  const imported = sources.flatMap((text) =>
    [
      ...text.matchAll(
        /^(?:import|export)(?! type\b)[^;]*? from "((?:@[^/"]+\/)?[^./"][^/":]*)[^":]*";|import\("((?:@[^/"]+\/)?[^./"][^/":]*)"\)/gm,
      ),
    ].map(([, name, lazy]) => name ?? lazy ?? ""),
  );
  const found = new Map<string, string>();
  const visit = (name: string) => {
    for (const [path, { version, dependencies = {} }] of packages) {
      if (!path.endsWith(`node_modules/${name}`) || found.has(`${name} ${version}`)) continue;
      found.set(`${name} ${version}`, path);
      for (const each of Object.keys(dependencies)) visit(each);
    }
  };
  for (const name of new Set(imported)) visit(name);
  return found;
}

const licences = () => readFileSync(join(root, "dist/THIRD-PARTY-LICENSES.txt"), "utf8");
const bill = () => JSON.parse(readFileSync(join(root, "dist/northstar.cdx.json"), "utf8"));

test("each package that is bundled has its licence in the package, with its copyright", () => {
  const bundled = [
    ...licences().matchAll(/^-{80}\n((?:\S+ \S+ \(\S+\)\n)+)-{80}\n\n(.*?)\n(?=\n-{80}|$(?![\s\S]))/gms),
  ].flatMap(([, names = "", text = ""]) =>
    names
      .trim()
      .split("\n")
      .map((line) => ({ name: line.replace(/ \(\S+\)$/, ""), text })),
  );
  const names = bundled.map(({ name }) => name);
  for (const name of [
    "yaml",
    "chalk",
    "commander",
    "picomatch",
    "ignore",
    "@inquirer/core",
    "fastest-levenshtein",
  ])
    expect(names).toContainEqual(expect.stringMatching(new RegExp(`^${name} `)));
  const known = reachable();
  for (const { name, text } of bundled) {
    const folder = join(root, known.get(name) ?? "not reachable", "/");
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each)) ?? "";
    expect(text, name).toBe(readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
    expect(text, name).toMatch(/copyright/i);
  }
  const listed = bill().components.map(
    ({ group, name, version }: Record<string, string>) => `${group ? `${group}/` : ""}${name} ${version}`,
  );
  expect(listed.sort()).toEqual(names.sort());
});

test("a bundled package without a licence breaks the build", async () => {
  const { bundledIn } = await import(new URL("../scripts/third-party.js", import.meta.url).href);
  const home = folderWith({
    "node_modules/@a/b/package.json": '{"name":"@a/b","version":"1.0.0","license":"MIT"}',
  });
  const output = {
    inputs: {
      "node_modules/@a/b/index.js": { bytesInOutput: 1 },
      "node_modules/c/c.js": { bytesInOutput: 0 },
    },
  };
  expect(() => bundledIn({ outputs: { "dist/x.cjs": output } }, home)).toThrow(
    "node_modules/@a/b is bundled and has no licence file",
  );
  writeFileSync(join(home, "node_modules/@a/b/LICENCE.md"), "Copyright\r\n");
  expect(bundledIn({ outputs: { "dist/x.cjs": output } }, home)).toMatchObject([
    { name: "@a/b", text: "Copyright" },
  ]);
});

test("the bill of materials is CycloneDX 1.6, and says neither when nor where it was made", () => {
  const schemas = join(root, "node_modules/@cyclonedx/cyclonedx-library/res/schema");
  const schema = (name: string) =>
    JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), "utf8"));
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of ["spdx", "jsf-0.82"])
    ajv.addSchema({ ...schema(name), $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json` });
  const validate = ajv.compile(schema("bom-1.6"));
  validate(bill());
  expect(validate.errors ?? []).toEqual([]);
  expect(validate({ ...bill(), components: [{ type: "library" }] })).toBe(false);
  const text = readFileSync(join(root, "dist/northstar.cdx.json"), "utf8");
  expect(text).not.toMatch(/timestamp|serialNumber|resolved|\.tgz|localhost/);
  expect(text.match(/https?:[^"]*/g)).toEqual(["http://cyclonedx.org/schema/bom-1.6.schema.json"]);
});

test("the package says where it lives only where that is true", () => {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(Object.keys(manifest).filter((key) => ["repository", "bugs", "homepage"].includes(key))).toEqual([]);
});
