/**
 * How fast northstar is, as ratios to a bare `node -e 0` that is started in turn with it. `npm run bench` prints the
 * table of docs/speed.md, and `UPDATE=1 npm run bench` writes it there. Arguments name the rows to measure.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";

interface Row {
  what: string;
  args: readonly string[];
  cwd?: string;
  runs: number;
  /** What it may take at most, as a ratio. */
  aim?: number;
}

const program = resolve("bin/northstar.js");
const folder = mkdtempSync(join(tmpdir(), "northstar-bench-"));
const examples = readdirSync("examples", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => readFileSync(`examples/${name}/northstar.yaml`, "utf8").replace(/^product:.*\n/m, ""));
const example = resolve("examples/amplitude/northstar.yaml");

/** Nothing of the person's own counts; certificates of one's own alone double the start-up of Node 20. */
const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, GITHUB_ACTIONS, FORCE_COLOR, ...rest } = process.env;
const env = { ...rest, XDG_CACHE_HOME: join(folder, "cache") };

/** A repository with so many North Stars, ten to a folder. */
function repository(name: string, count: number, textOf: (index: number) => string): string {
  const root = join(folder, name);
  mkdirSync(join(root, ".git"), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const team = join(root, `team-${Math.floor(index / 10)}`);
    mkdirSync(team, { recursive: true });
    writeFileSync(join(team, `${index}.northstar.yaml`), textOf(index));
  }
  return root;
}

/** The published examples in turn, no two files alike. */
const different = (index: number) => `# File ${index}\n${examples[index % examples.length]}`;

/** A North Star with bets until it has so many lines. */
function longFile(lines: number): string {
  const head = (examples[1] ?? "").split("\nbets:")[0] ?? "";
  const input = /id: (\S+)/.exec(head.slice(head.indexOf("\ninputs:")))?.[1];
  const bets = ["bets:"];
  for (let bet = 0; head.split("\n").length + bets.length < lines; bet += 1)
    bets.push(
      "  - level: 2",
      `    id: bet-${bet}`,
      `    for: ${input}`,
      `    if: team ${bet} could see which charts their colleagues come back to`,
      `    then: they would share more of them, and ${bet + 2} colleagues would find one a week`,
      `    owner: Team ${bet}`,
      "    stage: next",
    );
  return `${head}\n${bets.join("\n")}\n`;
}

const stars = repository("different", 1000, different);
const alike = repository("alike", 1000, () => examples[1] ?? "");
const tenfold = repository("tenfold", 10_000, different);
const long = join(folder, "long.northstar.yaml");
writeFileSync(long, longFile(5000));
const documents = repository("documents", 0, different);
writeFileSync(join(documents, "northstar.yaml"), readFileSync(example));
const kept = [
  ["one-pager", "md"],
  ["one-pager", "html"],
  ["tree", "md"],
  ["tree", "svg"],
  ["board", "md"],
  ["board", "html"],
  ["deck", "md"],
  ["deck", "html"],
  ["deck", "pptx"],
  ["badge", "svg"],
].map(([to, ending]) => `  - { to: ${to}, out: ${to}.${ending} }`);
writeFileSync(join(documents, "northstar.config.yaml"), `render:\n${kept.join("\n")}\n`);

const rows: readonly Row[] = [
  { what: "`--version`", args: ["--version"], runs: 41, aim: 1.6 },
  { what: "`lint`, one file", args: ["lint", example], runs: 41, aim: 2.2 },
  { what: "`lint`, one file of 5,000 lines", args: ["lint", long], runs: 7 },
  { what: "`lint`, 1,000 files, cold", args: ["lint", "--no-cache"], cwd: stars, runs: 7, aim: 20 },
  { what: "`lint`, 1,000 files, cached", args: ["lint"], cwd: stars, runs: 15, aim: 4 },
  { what: "`lint`, 1,000 files alike, cold", args: ["lint", "--no-cache"], cwd: alike, runs: 15 },
  { what: "`lint`, 1,000 files alike, cached", args: ["lint"], cwd: alike, runs: 15 },
  { what: "`lint`, 10,000 files, cold", args: ["lint", "--no-cache"], cwd: tenfold, runs: 3 },
  { what: "`lint`, 10,000 files, cached", args: ["lint"], cwd: tenfold, runs: 5 },
  { what: "`render`, the one-pager", args: ["render", example], runs: 21, aim: 4 },
  {
    what: "`render`, the deck for PowerPoint",
    args: ["render", example, "--to", "deck", "--force", "-o", join(folder, "deck.pptx")],
    runs: 21,
    aim: 4,
  },
  { what: "`render`, all ten documents of a file", args: ["render"], cwd: documents, runs: 15, aim: 12 },
];

/** Wall time of a whole process, in milliseconds. */
function timed(args: readonly string[], cwd: string): number {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const took = performance.now() - start;
  if (error) throw error;
  if (status !== 0) throw new Error(`${args.join(" ")} exits with ${status}: ${stderr}`);
  return took;
}

/** The most memory that a process had, in MiB. */
function peakOf(args: readonly string[], cwd: string): number {
  const tell = `process.on("exit", () => require("node:fs").writeSync(2, "\\npeak " + process.resourceUsage().maxRSS))`;
  const hook = join(folder, "peak.cjs");
  writeFileSync(hook, `if (require("node:worker_threads").isMainThread) ${tell};\n`);
  const { stderr } = spawnSync(process.execPath, ["--require", hook, ...args], {
    cwd,
    env,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  return Number(/\npeak (\d+)$/.exec(stderr)?.[1]) / 1024;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function measure({ what, args, cwd = ".", runs, aim }: Row): string {
  const command = [program, ...args];
  timed(command, cwd);
  const pairs = Array.from({ length: runs }, () => ({
    bare: timed(["-e", "0"], cwd),
    own: timed(command, cwd),
  }));
  const ratio = median(pairs.map(({ own, bare }) => own / bare));
  const time = median(pairs.map(({ own }) => own));
  return `| ${what} | ${ratio.toFixed(ratio < 10 ? 2 : 0)} | ${aim ?? ""} | ${time.toFixed(0)} | ${peakOf(command, cwd).toFixed(0)} |`;
}

const wanted = process.argv.slice(2);
const chosen = rows.filter(({ what }) => wanted.length === 0 || wanted.some((word) => what.includes(word)));
const table = [
  "| what | × bare node | aim | ms | peak MiB |",
  "| --- | --: | --: | --: | --: |",
  ...chosen.map((row) => {
    const line = measure(row);
    console.error(line);
    return line;
  }),
  "",
  `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} processors; bare node: ${median(Array.from({ length: 15 }, () => timed(["-e", "0"], "."))).toFixed(0)} ms, ${peakOf(["-e", "0"], ".").toFixed(0)} MiB.`,
].join("\n");
rmSync(folder, { recursive: true });

const page = "docs/speed.md";
if (process.env.UPDATE && wanted.length === 0)
  writeFileSync(
    page,
    readFileSync(page, "utf8").replace(/\| what \|[\s\S]*? MiB\.\n/, () => `${table}\n`),
  );
else console.log(table);
