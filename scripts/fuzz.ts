/**
 * Mutates the examples and sends them through lint, render, edits and reports, and ends writers at random moments.
 * `npm run fuzz -- --seconds 120 --seed 1`; without a seed each run is another. It prints what it did, and exits with 1 and the
 * input where something is not as it should be.
 */
import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { World } from "../src/cli/host/world.js";
import { reportFormatNames } from "../src/report/formats.js";
import { exampleTexts } from "./published.js";
import { chanceFrom } from "./unlinked-series.js";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "120" }, seed: { type: "string" } },
});
const seconds = Number(values.seconds);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));

const home = new URL(`${pathToFileURL(resolve("."))}/`);
const program = resolve("dist/northstar.cjs");
const { main } = createRequire(import.meta.url)(program) as { main(world: World): Promise<number> };
const folder = mkdtempSync(join(realpathSync(tmpdir()), "northstar-fuzz-"));
const file = join(folder, "northstar.yaml");

const random = chanceFrom(seed).even;
const below = (limit: number) => Math.floor(random() * limit);
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T;

/** What people paste and what attackers write. */
const pieces = [
  ..."- :#&*!|>'\"%@`{}[],?~\t\r\0".split(""),
  "\u202E",
  "\u200B",
  "\uFEFF",
  "\u001B[31m",
  "\uD83C",
  "☃️",
  "____",
  "null",
  "1e999",
  "2026-02-30",
  "&a [*a, *a]",
  "<<: *a",
  "__proto__: x",
  "name: name",
  "# northstar-ignore lagging-metric: why",
  "</script><b>",
  "](javascript:x)",
  "::error::x",
  "---",
  "...",
  "more than 100 % of revenue per day",
];

/** An example after some changes of signs, lines and whole parts. */
function mutated(): string {
  let text = oneOf(exampleTexts);
  for (let count = 1 + below(3); count > 0; count -= 1) {
    const lines = text.split("\n");
    const [line, at] = [below(lines.length), below(text.length + 1)];
    switch (below(7)) {
      case 0:
        lines.splice(line, 1 + below(4));
        break;
      case 1:
        lines.splice(line, 0, oneOf(oneOf(exampleTexts).split("\n")));
        break;
      case 2:
        lines[line] = `${" ".repeat(below(5))}${(lines[line] ?? "").trimStart()}`;
        break;
      case 3:
        lines.splice(line, 0, ...lines.slice(line, line + 1 + below(8)));
        break;
      case 4:
        lines[line] = `${(lines[line] ?? "").split(":")[0]}: ${oneOf(pieces)}`;
        break;
      case 5:
        lines.length = line;
        break;
      default:
        text = text.slice(0, at) + oneOf(pieces) + text.slice(at + below(3));
        continue;
    }
    text = lines.join("\n");
  }
  return text;
}

const documents = [
  "one-pager md",
  "one-pager html",
  "board md",
  "board html",
  "deck md",
  "deck html",
  "deck pptx",
  "tree md",
  "tree mmd",
  "tree svg",
  "tree html",
  "badge svg",
];
const edits = [
  ["set", "status", "candidate"],
  ["set", "inputs.0.owner", "A team"],
  ["set", "limits.active", "7"],
  ["set", "window", "--remove"],
  ["add", "belief", "--text", "People come back."],
  ["close", "1", "--verdict", "lost", "--learned", "It did not work."],
  ["review", "all"],
  ["lint", "--fix=all"],
];

interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

async function run(args: readonly string[], cwd = folder): Promise<Ran> {
  const ran = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") =>
    ({
      write: (text: string) => {
        ran[name] += text;
        return true;
      },
    }) as unknown as World["stdout"];
  const code = await main({
    args,
    cwd,
    env: {},
    today: () => "2026-11-02",
    home,
    stdin: Readable.from([]),
    stdout: output("stdout"),
    stderr: output("stderr"),
  });
  return { code, ...ran };
}

/** No call may take longer than this, in milliseconds, however busy the machine is. */
const slowest = 20_000;
let worst = 0;

/** Ends the run: what was done to which text, and what came of it. */
function fail(what: string, text: string): never {
  const kept = join(tmpdir(), `northstar-fuzz-${seed}.yaml`);
  writeFileSync(kept, text);
  console.error(`${what}\nseed ${seed}; the input is in ${kept}`);
  process.exit(1);
}

async function tried(args: readonly string[], text: string): Promise<Ran> {
  const start = performance.now();
  const ran = await run(args);
  const took = performance.now() - start;
  worst = Math.max(worst, took);
  const call = `northstar ${args.join(" ")}`;
  if (![0, 1, 2].includes(ran.code) || ran.stderr.includes("crashed")) fail(`${call}: ${ran.stderr}`, text);
  if (took > slowest) fail(`${call} took ${Math.round(took)} ms`, text);
  return ran;
}

const counts = { inputs: 0, documents: 0, reports: 0, edits: 0, changed: 0 };

/** Sends one text through all that can be done with it. */
async function tryText(text: string): Promise<void> {
  counts.inputs += 1;
  writeFileSync(file, text);
  const report = await tried(["lint", "-f", "json"], text);
  const [judged] = JSON.parse(report.stdout).files;
  const lines = text.split("\n").length;
  for (const { range, rule } of judged.problems)
    if (range.start.line < 1 || range.end.line > lines || range.end.line < range.start.line)
      fail(`${rule} is placed outside of the text`, text);
  await tried(["lint", "-f", oneOf(reportFormatNames)], text);
  counts.reports += 2;
  const [to = "", format = ""] = oneOf(documents).split(" ");
  const drawn = await tried(["render", "--to", to, "-f", format], text);
  if (drawn.code === 0) counts.documents += 1;
  await tryEdit(text, judged.name !== null);
}

async function tryEdit(text: string, wasRead: boolean): Promise<void> {
  const before = readFileSync(file);
  const edit = oneOf(edits);
  const { code } = await tried(edit, text);
  const after = readFileSync(file);
  counts.edits += 1;
  if (after.equals(before)) return;
  counts.changed += 1;
  if (code === 2) fail(`${edit.join(" ")} failed and changed the file`, text);
  if (edit[0] === "lint") return;
  const comments = (bytes: Buffer) => bytes.toString("utf8").match(/^\s*#.*$/gm) ?? [];
  const left = comments(after).map((each) => each.trim());
  const lost = comments(before).find((each) => !left.includes(each.trim()));
  if (lost !== undefined) fail(`${edit.join(" ")} loses ${lost}`, text);
  const again = await tried(["lint", "-f", "json"], text);
  const isRead = ({ stdout }: Ran) => JSON.parse(stdout).files[0].name !== null;
  if (wasRead && !isRead(again)) fail(`${edit.join(" ")} leaves a file that cannot be read`, text);
}

/** Writes to one file again and again, in turn the one and the other. */
const writer = `
const { main } = require(${JSON.stringify(program)});
const [calls, cwd] = [JSON.parse(process.argv[1]), process.argv[2]];
const nowhere = { write: () => true };
(async () => {
  for (let time = 0; ; time += 1) {
    if (time > 0) process.stdout.write(".");
    await main({ args: calls[time % calls.length], cwd, env: {}, today: () => "2026-11-02",
      home: new URL(${JSON.stringify(home)}), stdin: process.stdin, stdout: nowhere, stderr: nowhere });
  }
})();
`;

interface Victim {
  /** What writers of this kind do, in turn. */
  calls: string[][];
  /** The file that they write. */
  written: string;
  /** Another name of it. */
  link?: string;
}

const victims: Victim[] = [
  {
    calls: [
      ["set", "status", "candidate"],
      ["set", "status", "adopted"],
    ],
    written: "northstar.yaml",
  },
  {
    calls: [
      ["set", "status", "candidate"],
      ["set", "status", "adopted"],
    ],
    written: "northstar.yaml",
    link: "other.yaml",
  },
  {
    calls: [
      ["render", "--to", "tree", "-o", "tree.svg"],
      ["render", "--to", "badge", "-o", "tree.svg"],
    ],
    written: "tree.svg",
  },
  {
    calls: [
      ["lint", "-f", "json=report.json"],
      ["lint", "-f", "sarif=report.json"],
    ],
    written: "report.json",
  },
];

const kills = { killed: 0, amid: 0, whole: 0, restored: 0, torn: 0 };

/** Waits until a writer has written so often, since the first times are slow; gives how long the last one took. */
function afterWrites(output: NodeJS.ReadableStream, times: number): Promise<number> {
  let left = times;
  let last = performance.now();
  return new Promise((done) => {
    output.on("data", (bytes: Buffer) => {
      const took = performance.now() - last;
      last += took;
      left -= bytes.length;
      if (left <= 0) done(took);
    });
  });
}

/** Ends a writer at a random moment, looks at what it leaves, and lets another go on. */
async function tryKill({ calls, written, link }: Victim): Promise<void> {
  const place = mkdtempSync(join(folder, "kill-"));
  const at = (name: string) => join(place, name);
  const text = oneOf(exampleTexts);
  writeFileSync(at("northstar.yaml"), text);
  if (link) linkSync(at(written), at(link));
  const states: Buffer[] = [];
  for (const args of calls) {
    await run(args, place);
    states.push(readFileSync(at(written)));
  }
  const isWhole = (name: string) => states.some((state) => state.equals(readFileSync(at(name))));
  const child = spawn(process.execPath, ["-e", writer, JSON.stringify(calls), place], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = new Promise((done) => child.once("exit", done));
  const took = await afterWrites(child.stdout, 3 + below(6));
  await setTimeout(random() * took * 1.5);
  child.kill("SIGKILL");
  await ended;
  kills.killed += 1;
  if (readdirSync(place).some((name) => name.startsWith("."))) kills.amid += 1;
  const copy = `.${written}.bak`;
  if (isWhole(written)) kills.whole += 1;
  else if (existsSync(at(copy)) && isWhole(copy)) kills.restored += 1;
  else {
    kills.torn += 1;
    fail(`${written} is torn after ${calls[0]?.join(" ")}`, text);
  }
  if (existsSync(at(copy))) {
    // A call that finds its work done writes nothing, and so has nothing to say.
    const now = readFileSync(at(written));
    const other = calls.find((_, index) => states[index]?.equals(now) === false);
    const refused = await run(other ?? [], place);
    if (refused.code !== 2 || !refused.stderr.includes(copy))
      fail(`nothing is said of ${copy}: ${refused.stderr}`, text);
    if (!isWhole(written)) copyFileSync(at(copy), at(written));
    rmSync(at(copy));
  }
  for (const args of calls) {
    const { code, stderr } = await run(args, place);
    if (code > 1) fail(`${args.join(" ")} does not go on: ${stderr}`, text);
  }
  const left = readdirSync(place).filter((name) => name.startsWith("."));
  if (left.length > 0) fail(`left behind: ${left.join(", ")}`, text);
  rmSync(place, { recursive: true });
}

const start = performance.now();
const isTime = (share: number) => performance.now() - start < seconds * 1000 * share;
while (isTime(0.5)) await tryText(mutated());
for (let time = 0; isTime(1); time += 1) await tryKill(victims[time % victims.length] as Victim);
rmSync(folder, { recursive: true, force: true });

const number = (count: number) => count.toLocaleString("en-US");
console.log(
  [
    `${number(counts.inputs)} mutated files: ${number(counts.reports)} reports, ${number(counts.documents)} documents, ${number(counts.edits)} edits (${number(counts.changed)} of which changed the file) without a fault; the slowest call took ${number(Math.ceil(worst))} ms.`,
    `${number(kills.killed)} writers ended at a random moment, ${number(kills.amid)} of them amid a write: ${number(kills.whole)} files whole, ${number(kills.restored)} written in place with a whole copy beside them, ${number(kills.torn)} torn.`,
    `Seed ${seed}, ${seconds} seconds, Node ${process.versions.node}, ${process.platform} ${process.arch}.`,
  ].join("\n"),
);
