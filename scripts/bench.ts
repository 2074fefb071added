/**
 * How fast northstar is, as ratios to a bare `node -e 0` that is started in turn with it. `npm run bench` prints the
 * first table of docs/speed.md, and `UPDATE=1 npm run bench` writes it there. Arguments name the rows to measure.
 * `--against PATH` measures another build in turn with this one, `--peers` other tools, `--editors` language servers, and `--runs N` is the most
 * that anything is run.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { editorTable } from "./editors.js";
import { longPast } from "./past.js";
import { type Peer, peersIn } from "./peers.js";
import { exampleTexts } from "./published.js";
import {
  bareIn,
  type Command,
  folder,
  inTurn,
  median,
  peakOf,
  ratioOf,
  rounded,
  start,
  timed,
} from "./timing.js";
import { chanceFrom } from "./unlinked-series.js";

interface Row {
  what: string;
  args: readonly string[];
  /** Makes the folder that it is run in. */
  cwd?: () => string;
  runs: number;
  /** What it may take at most, as a ratio. */
  aim?: number;
  /** The exit codes that say it was done; 0 when left out. */
  statuses?: readonly number[];
}

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: "string" },
    peers: { type: "boolean" },
    editors: { type: "boolean" },
    runs: { type: "string" },
  },
});
const program = resolve("bin/northstar.js");
const mostRuns = Number(options.runs ?? Infinity);
const examples = exampleTexts.map((text) => text.replace(/^product:.*\n/m, ""));
const example = resolve("examples/amplitude/northstar.yaml");

/** A repository with so many North Stars, ten to a folder. */
function repository(name: string, count: number, textOf: (index: number) => string): string {
  const root = join(folder, name);
  if (existsSync(root)) return root;
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

const stars = () => repository("different", 1000, different);
const alike = () => repository("alike", 1000, () => examples[1] ?? "");
const tenfold = () => repository("tenfold", 10_000, different);
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

/** Makes a folder a repository of git with one commit. */
function committed(root: string): void {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], { cwd: root });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "-m", "x");
}

/** A repository of git whose North Star counts something else than at its last commit. */
function changed(): string {
  const root = join(folder, "changed");
  if (existsSync(root)) return root;
  mkdirSync(root);
  const text = readFileSync(example, "utf8");
  writeFileSync(join(root, "northstar.yaml"), text);
  committed(root);
  writeFileSync(join(root, "northstar.yaml"), text.replaceAll("at least two other", "at least three other"));
  return root;
}

/** A repository of git with the numbers of 156 weeks for a metric, two results and five Inputs, and a bet on each. */
function numbers(): string {
  const root = join(folder, "numbers");
  if (existsSync(root)) return root;
  mkdirSync(root);
  const chance = chanceFrom(20_261_128);
  const results = ["subscriptions", "renewals"];
  const inputs = ["planning", "suggestions", "shopping", "sharing", "reminders"];
  for (const id of ["metric", ...results, ...inputs]) {
    let value = 10_000;
    const lines = Array.from({ length: 156 }, (_, week) => {
      value += 100 * chance.normal();
      return `${new Date(Date.UTC(2023, 10, 20 + 7 * week)).toISOString().slice(0, 10)},${Math.round(value)}`;
    });
    writeFileSync(join(root, `${id}.csv`), ["t,value", ...lines, ""].join("\n"));
  }
  const thing = (id: string) =>
    `  - { id: ${id}, name: ${id}, definition: Number of ${id} in the week., series: ${id}.csv }\n`;
  const bet = (level: number) => (id: string) =>
    `  - { level: ${level}, for: ${id}, if: there is more, then: more follows, expect: { direction: up, after: 3 weeks } }\n`;
  writeFileSync(
    join(root, "northstar.yaml"),
    `name: Dinners\ndefinition: The number of dinners per week that households cook.\ngame: productivity\nseries: metric.csv\nresults:\n${results.map(thing).join("")}inputs:\n${inputs.map(thing).join("")}bets:\n${results.map(bet(0)).join("")}${inputs.map(bet(1)).join("")}`,
  );
  committed(root);
  return root;
}

/** A North Star whose bets have work, and what `gh issue list` exports of so many issues. */
function tracked(issues: number): string {
  const root = join(folder, "tracked");
  if (existsSync(root)) return root;
  mkdirSync(root);
  const address = (index: number) => `https://github.com/potluck/web/issues/${index}`;
  const text = readFileSync(example, "utf8").replace(
    /^( +)if: /gm,
    (line, blanks, at: number) => `${blanks}links: [${address(at)}]\n${line}`,
  );
  writeFileSync(join(root, "northstar.yaml"), text);
  const exported = Array.from({ length: issues }, (_, index) => ({
    number: index + 1,
    title: `Show which ${index} charts colleagues come back to`,
    state: index % 3 === 0 ? "OPEN" : "CLOSED",
    url: address(index + 1),
    labels: [{ name: `area ${index % 17}` }],
  }));
  writeFileSync(join(root, "issues.json"), JSON.stringify(exported));
  return root;
}

const rows: readonly Row[] = [
  { what: "`--version`", args: ["--version"], runs: 41, aim: 1.6 },
  { what: "`lint`, one file", args: ["lint", example], runs: 41, aim: 2.2 },
  {
    what: "`lint --since`, one file that has changed",
    args: ["lint", "--since", "HEAD"],
    cwd: changed,
    runs: 41,
    aim: 4.4,
  },
  { what: "`diff`, one file that has changed", args: ["diff"], cwd: changed, runs: 41, aim: 3 },
  { what: "`lint`, one file of 5,000 lines", args: ["lint", long], runs: 7 },
  { what: "`lint`, 1,000 files, cold", args: ["lint", "--no-cache"], cwd: stars, runs: 7, aim: 20 },
  { what: "`lint`, 1,000 files, cached", args: ["lint"], cwd: stars, runs: 15, aim: 4 },
  { what: "`lint`, 1,000 files alike, cold", args: ["lint", "--no-cache"], cwd: alike, runs: 15 },
  { what: "`lint`, 1,000 files alike, cached", args: ["lint"], cwd: alike, runs: 15 },
  { what: "`lint`, 10,000 files, cold", args: ["lint", "--no-cache"], cwd: tenfold, runs: 3 },
  { what: "`lint`, 10,000 files, cached", args: ["lint"], cwd: tenfold, runs: 5 },
  { what: "`render`, the one-pager", args: ["render", example], runs: 21, aim: 4 },
  {
    what: "`render`, the deck as a web page",
    args: ["render", example, "--to", "deck", "--force", "-o", join(folder, "deck.html")],
    runs: 21,
    aim: 4,
  },
  {
    what: "`render`, the deck for PowerPoint",
    args: ["render", example, "--to", "deck", "--force", "-o", join(folder, "deck.pptx")],
    runs: 21,
    aim: 4,
  },
  {
    what: "`render`, all documents of a file",
    args: ["render"],
    cwd: () => documents,
    runs: 15,
    aim: 12,
  },
  { what: "`measure`, eight series of 156 weeks", args: ["measure"], cwd: numbers, runs: 15 },
  {
    what: "`evidence`, seven bets on them",
    args: ["evidence", "--no-lock"],
    cwd: numbers,
    runs: 15,
  },
  {
    what: "`log`, 1,000 revisions in 10,000 commits",
    args: ["log"],
    cwd: () => longPast(join(folder, "past"), readFileSync(example, "utf8"), 10_000),
    runs: 9,
    aim: 12,
  },
  {
    what: "`links --check`, an export of 10,000 issues",
    args: ["links", "--check", "issues.json"],
    cwd: () => tracked(10_000),
    runs: 9,
    statuses: [0, 1],
  },
];

function own(bin: string, { args, cwd = () => ".", statuses = [0] }: Omit<Row, "what" | "runs">): Command {
  const cache = join(folder, bin === program ? "cache" : "cache-of-other");
  return { command: [process.execPath, bin, ...args], cwd: cwd(), cache, statuses };
}

/** A row of this build alone. */
function measure(row: Row): string {
  const { what, runs, aim } = row;
  const command = own(program, row);
  const [{ bare, times } = { bare: [], times: [] }] = inTurn([command], Math.min(runs, mostRuns));
  return `| ${what} | ${rounded(ratioOf(times, bare))} | ${aim ?? ""} | ${median(times).toFixed(0)} | ${peakOf(command).toFixed(0)} |`;
}

/** A row of this build and of another. */
function compare(row: Row, other: string): string {
  const { what, runs } = row;
  const commands = [program, other].map((bin) => own(bin, row));
  const [ours, theirs] = inTurn(commands, Math.min(runs, mostRuns));
  if (!ours || !theirs) throw new Error(`${what} was not measured`);
  const [here, there] = [ours, theirs].map(({ times, bare }) => rounded(ratioOf(times, bare)));
  return `| ${what} | ${there} | ${here} | ${ratioOf(ours.times, theirs.times).toFixed(2)} |`;
}

/** The program of another build, in a folder or a checkout that has been built. */
function programIn(path: string): string {
  const bin = resolve(path, "bin/northstar.js");
  if (!existsSync(bin)) throw new Error(`there is no ${bin}`);
  const { status, stderr } = start(own(bin, { args: ["--version"] }));
  if (status !== 0) throw new Error(`${bin} does not run; is it built? ${stderr}`);
  return bin;
}

/** The tools and northstar in the same turns: one file, and a thousand. */
function besidePeers(): string[] {
  const files = stars();
  const itself: Peer = {
    name: "northstar",
    does: "whether it is YAML and fits the schema, and what the North Star says, each finding with its reason; `--no-cache`",
    command: [process.execPath, program, "lint", "--no-cache"],
    all: ".",
    files,
    ending: "yaml",
  };
  const peers = [itself, ...peersIn(folder, files)];
  for (const { name, command, files, ending } of peers) {
    const file = join(files, `broken.northstar.${ending}`);
    writeFileSync(file, '{ "name": "never closed\n');
    const { status } = start(commandOf(command, file, files));
    rmSync(file);
    if (!status) throw new Error(`${name} finds nothing in a file that is broken`);
  }
  const one = inTurn(
    peers.map(({ command, files, ending }) => commandOf(command, `team-0/1.northstar.${ending}`, files)),
    Math.min(15, mostRuns),
  );
  const many = inTurn(
    peers.map(({ command, all, files }) => commandOf(command, all, files)),
    Math.min(5, mostRuns),
  );
  return peers.map(({ name, does }, index) => {
    const [few, lots] = [one[index], many[index]].map((taken) =>
      taken ? rounded(ratioOf(taken.times, taken.bare)) : "",
    );
    return `| ${name} | ${few} | ${lots} | ${does} |`;
  });
}

/** Of another tool, findings are no failure. */
function commandOf(command: readonly string[], what: string, cwd: string): Command {
  return { command: [...command, what], cwd, cache: join(folder, "cache"), statuses: [0, 1] };
}

function linesOf(rows: readonly Row[], line: (row: Row) => string): string[] {
  return rows.map((row) => {
    const text = line(row);
    console.error(text);
    return text;
  });
}

async function tableOf(): Promise<string[]> {
  const chosen = rows.filter(({ what }) => wanted.length === 0 || wanted.some((word) => what.includes(word)));
  if (options.peers)
    return [
      "| tool | one file | 1,000 files | what it does |",
      "| --- | --: | --: | --- |",
      ...besidePeers(),
    ];
  if (options.against !== undefined) {
    const other = programIn(options.against);
    return [
      "| what | the other, × bare node | this, × bare node | this ÷ the other |",
      "| --- | --: | --: | --: |",
      ...linesOf(chosen, (row) => compare(row, other)),
    ];
  }
  if (options.editors)
    return editorTable(readFileSync(example, "utf8"), readFileSync(long, "utf8"), mostRuns);
  return [
    "| what | × bare node | aim | ms | peak MiB |",
    "| --- | --: | --: | --: | --: |",
    ...linesOf(chosen, measure),
  ];
}

const table = [
  ...(await tableOf()),
  "",
  `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} processors; bare node: ${median(Array.from({ length: 15 }, () => timed(bareIn(".")))).toFixed(0)} ms, ${peakOf(bareIn(".")).toFixed(0)} MiB.`,
].join("\n");

const page = "docs/speed.md";
const place = options.editors
  ? /(?<=<!-- editors -->\n)[\s\S]*(?=<!-- \/editors -->)/
  : options.peers
    ? /(?<=<!-- peers -->\n)[\s\S]*(?=<!-- \/peers -->)/
    : /\| what \|[\s\S]*? MiB\.\n/;
if (process.env.UPDATE && wanted.length === 0 && options.against === undefined)
  writeFileSync(
    page,
    readFileSync(page, "utf8").replace(place, () =>
      options.peers || options.editors ? `\n${table}\n\n` : `${table}\n`,
    ),
  );
else console.log(table);
