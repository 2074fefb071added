/** What is kept of the compiled program from one run to the next: in the user's own folder, and never trusted blindly. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { folderWith } from "./support/folder.js";

const root = new URL("..", import.meta.url).pathname;
const example = join(root, "examples/amplitude/northstar.yaml");
const lagging = readFileSync(example, "utf8").replace(/^name: .*/m, "name: Monthly Recurring Revenue");

/** Node from 22 on keeps compiled code itself, in files of its own kind. */
const isNode20 = process.version.startsWith("v20.");
const isRoot = process.getuid?.() === 0;

beforeAll(() => {
  if (!existsSync(join(root, "dist/northstar.cjs"))) throw new Error("Run `npm run build` first");
});

interface Place {
  program: string;
  env: Record<string, string>;
  compiled: string;
}

/** A copy of the program, and a home of its own. */
function place(): Place {
  const folder = folderWith({ "home/.keep": "" });
  execFileSync("cp", ["-r", ...["bin", "dist", "package.json"].map((name) => join(root, name)), folder]);
  const home = join(folder, "home");
  return {
    program: join(folder, "bin/northstar.js"),
    env: { HOME: home },
    compiled: join(home, ".cache/northstar/compiled"),
  };
}

function run({ program, env }: Place, args: readonly string[] = ["lint", example]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    env,
    timeout: 20_000,
  });
  return { status, stdout, stderr };
}

const entriesOf = ({ compiled }: Place) =>
  existsSync(compiled) ? readdirSync(compiled).map((name) => join(compiled, name)) : [];

/** The one entry that a run left. */
function entryOf(where: Place): string {
  const [entry = "", ...others] = entriesOf(where);
  expect(others).toEqual([]);
  return entry;
}

test("the first run keeps what it compiled where only its user can read and write", () => {
  const where = place();
  const first = run(where);
  expect(first).toMatchObject({ status: 0, stderr: "" });
  expect(entriesOf(where)).toHaveLength(1);
  expect(statSync(where.compiled).mode & 0o777).toBe(0o700);
  if (isNode20) expect(statSync(entryOf(where)).mode & 0o777).toBe(0o600);
  expect(run(where)).toEqual(first);
});

/** How many calls the entry for `lint` was made by, with each of some bytes damaged in turn; null where it is not taken. */
function taken({ program, env, compiled }: Place, damaged: readonly number[] = []): (number | null)[] {
  const folder = join(program, "../..");
  const script = `
    const { readFileSync, readdirSync, writeFileSync } = require("node:fs");
    const { programIn, read } = require("./bin/code-cache.js");
    const program = require("node:path").join(process.cwd(), "dist/northstar.cjs");
    const [compiled, damaged] = ${JSON.stringify([compiled, damaged])};
    const entry = compiled + "/" + readdirSync(compiled)[0];
    const whole = readFileSync(entry);
    const seen = [undefined, ...damaged].map((at) => {
      const bytes = Buffer.from(whole);
      if (at !== undefined) bytes[at] ^= 1 << at % 8;
      writeFileSync(entry, bytes);
      const { code, calls } = read(compiled, programIn(program), ["lint"]);
      return code ? calls.length : null;
    });
    writeFileSync(entry, whole);
    console.log(JSON.stringify(seen));`;
  writeFileSync(join(folder, "taken.cjs"), script);
  return JSON.parse(execFileSync(process.execPath, ["taken.cjs"], { cwd: folder, env, encoding: "utf8" }));
}

/** Bytes with one bit turned over. */
function flipped(bytes: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8));
  return copy;
}

test.runIf(isNode20)("a later run takes it, and adds to it what another kind of call compiled", () => {
  const where = place();
  const report = run(where);
  const entry = entryOf(where);
  const first = readFileSync(entry);
  expect(taken(where)).toEqual([1]);
  expect(run(where)).toEqual(report);
  expect(readFileSync(entry).equals(first)).toBe(true);
  expect(run(where, ["lint", "--format", "json", example]).status).toBe(0);
  const second = readFileSync(entryOf(where));
  expect(second.length).toBeGreaterThan(first.length + 1000);
  expect(taken(where)).toEqual([2]);
  expect(run(where)).toEqual(report);
});

test.runIf(isNode20)(
  "one flipped bit, wherever it is, changes nothing that anybody sees",
  () => {
    const where = place();
    const file = join(where.env.HOME ?? "", "northstar.yaml");
    writeFileSync(file, lagging);
    const expected = run(where, ["lint", file]);
    expect(expected.status).toBe(1);
    const entry = entryOf(where);
    const whole = readFileSync(entry);
    const head = Array.from({ length: 72 }, (_, at) => at);
    const spread = (count: number) =>
      Array.from({ length: count }, (_, index) => Math.floor((whole.length * (index + 0.5)) / count));
    const seen = taken(where, [...head, ...spread(128)]);
    expect(seen).toEqual([1, ...Array(200).fill(null)]);

    for (const at of [0, 4, 9, 72, 80, ...spread(8)]) {
      writeFileSync(entry, flipped(whole, at));
      expect(run(where, ["lint", file]), `byte ${at}`).toEqual(expected);
      expect(readFileSync(entry).equals(flipped(whole, at)), "it is written anew").toBe(false);
    }
  },
  60_000,
);

test("the program's text is what runs, also when another text of the same length takes its place", () => {
  const where = place();
  const program = join(where.program, "../../dist/northstar.cjs");
  const text = readFileSync(program, "utf8");
  expect(text).toContain("points met");
  run(where);
  run(where);
  writeFileSync(program, text.replaceAll("points met", "points MET"));
  expect(run(where).stdout).toContain("7 of 7 points MET");
  expect(run(where).stdout).toContain("7 of 7 points MET");
});

test.runIf(isNode20)(
  "what was kept by another install of the same text is taken, and summed only once",
  () => {
    const where = place();
    run(where);
    const entry = entryOf(where);
    const program = join(where.program, "../../dist/northstar.cjs");
    const later = new Date(2026, 0, 2);
    utimesSync(program, later, later);
    const kept = readFileSync(entry);
    expect(taken(where)).toEqual([1]);
    run(where);
    expect(readFileSync(entryOf(where)).equals(kept)).toBe(true);
    expect(statSync(entry).mtimeMs).toBe(later.getTime());
    // Now that the times agree nothing is summed: the sum itself may be wrong.
    writeFileSync(entry, flipped(kept, 0));
    utimesSync(entry, later, later);
    run(where);
    expect(readFileSync(entry).equals(flipped(kept, 0))).toBe(true);
  },
);

test.runIf(isNode20)(
  "what is damaged, no file, or may be somebody else's is as good as nothing",
  () => {
    const where = place();
    const expected = run(where);
    const entry = entryOf(where);
    const whole = readFileSync(entry);
    const elsewhere = join(where.env.HOME ?? "", "elsewhere");
    const states: Record<string, () => void> = {
      empty: () => writeFileSync(entry, ""),
      text: () => writeFileSync(entry, "made by another program\n"),
      cut: () => writeFileSync(entry, whole.subarray(0, whole.length / 2)),
      "a folder": () => mkdirSync(entry),
      "a link": () => {
        writeFileSync(elsewhere, whole);
        symlinkSync(elsewhere, entry);
      },
      "a pipe": () => execFileSync("mkfifo", [entry]),
      "open to others": () => {
        writeFileSync(entry, whole);
        chmodSync(entry, 0o666);
      },
    };
    if (isRoot)
      states["somebody else's"] = () => {
        writeFileSync(entry, whole);
        lchownSync(entry, 12_345, 12_345);
      };
    for (const [name, change] of Object.entries(states)) {
      rmSync(entry, { recursive: true, force: true });
      change();
      expect(run(where), name).toEqual(expected);
      if (name === "a folder") continue;
      const now = statSync(entry);
      expect({ name, isFile: now.isFile(), mode: now.mode & 0o777, uid: now.uid }).toEqual({
        name,
        isFile: true,
        mode: 0o600,
        uid: process.getuid?.(),
      });
    }
    if (existsSync(elsewhere)) expect(readFileSync(elsewhere).equals(whole)).toBe(true);
  },
  60_000,
);

test("a folder that is a link, somebody else's or open to others is left alone", () => {
  const states: Record<string, (compiled: string) => void> = {
    "a link": (compiled) => {
      mkdirSync(join(compiled, "../elsewhere"));
      symlinkSync("elsewhere", compiled);
    },
    "open to others": (compiled) => {
      mkdirSync(compiled);
      chmodSync(compiled, 0o777);
    },
    "a file": (compiled) => writeFileSync(compiled, ""),
  };
  if (isRoot)
    states["somebody else's"] = (compiled) => {
      mkdirSync(compiled);
      lchownSync(compiled, 12_345, 12_345);
    };
  for (const [name, make] of Object.entries(states)) {
    const where = place();
    mkdirSync(join(where.compiled, ".."), { recursive: true });
    make(where.compiled);
    expect(run(where), name).toMatchObject({ status: 0, stderr: "" });
    if (name !== "a file") expect(readdirSync(where.compiled), name).toEqual([]);
  }
});

test("where nothing can be kept, nothing is said", () => {
  const where = place();
  const places: Record<string, Record<string, string>> = {
    "no home": {},
    "a home that is no folder": { HOME: "/dev/null" },
    "a relative home": { HOME: "home" },
    "a folder that cannot be made": { XDG_CACHE_HOME: "/proc/nowhere/at/all" },
    "turned off": { ...where.env, NORTHSTAR_CACHE: "off" },
  };
  for (const [name, env] of Object.entries(places)) {
    expect(run({ ...where, env }), name).toMatchObject({ status: 0, stderr: "" });
    expect(entriesOf(where), name).toEqual([]);
  }
});

test.runIf(isNode20)("what could not be done keeps nothing, and what was written long ago goes", async () => {
  const where = place();
  expect(run(where, ["lint", "missing.yaml"]).status).toBe(2);
  expect(entriesOf(where)).toEqual([]);
  run(where);
  const entry = entryOf(where);
  const older: string[] = [];
  for (let count = 0; count < 45; count += 1) {
    const file = join(where.compiled, `lint-x64-10.2.154.26-node.22-${count}`);
    writeFileSync(file, "");
    older.push(file);
    // A file system tells times that differ by some milliseconds.
    await setTimeout(8);
  }
  writeFileSync(entry, "");
  run(where);
  expect(entriesOf(where).sort()).toEqual([entry, ...older.slice(-39)].sort());
});

test("many that start at once do not disturb one another", async () => {
  const where = place();
  const start = () =>
    new Promise<string>((done) => {
      const child = spawn(process.execPath, [where.program, "lint", example], { env: where.env });
      let all = "";
      child.stdout.on("data", (text) => {
        all += text;
      });
      child.stderr.on("data", (text) => {
        all += text;
      });
      child.on("close", (code) => done(`${code} ${all}`));
    });
  const ran = await Promise.all(Array.from({ length: 6 }, start));
  expect(new Set(ran).size).toBe(1);
  expect(ran[0]).toMatch(/^0 .*7 of 7 points met\n$/s);
  expect(entriesOf(where)).toHaveLength(1);
  if (isNode20) expect(taken(where)).toEqual([1]);
});

test("a server that its editor ends by a signal has kept what it compiled, and ends by that signal", async () => {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    const where = place();
    const server = spawn(process.execPath, [where.program, "lsp"], { env: where.env });
    const ended = new Promise((done) => server.once("exit", (code, by) => done([code, by])));
    const hello = JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: { capabilities: {} },
    });
    server.stdin.write(`Content-Length: ${hello.length}\r\n\r\n${hello}`);
    // What comes out of Node itself lies in folders.
    const kept = () =>
      entriesOf(where)
        .filter((entry) => !entry.endsWith(".tmp"))
        .flatMap((entry) => (statSync(entry).isDirectory() ? readdirSync(entry) : [entry]));
    for (let tries = 0; tries < 200 && kept().length < 2; tries += 1) await setTimeout(50);
    server.kill(signal);
    expect(await ended).toEqual([null, signal]);
    expect(kept().length, signal).toBeGreaterThanOrEqual(2);
  }
}, 60_000);
