/** How long whole processes take, and how much memory: run in turn, each beside a bare node. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A program with its arguments, and where it is run. */
export interface Command {
  command: readonly string[];
  cwd: string;
  /** Its own, so that what one build keeps is not read by another. */
  cache: string;
  /** With which it may exit. */
  statuses: readonly (number | null)[];
}

/** A folder for everything that a measurement needs, until the program ends. */
export const folder = mkdtempSync(join(tmpdir(), "northstar-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Nothing of the person's own counts; certificates of one's own alone double the start-up of Node 20. */
const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, GITHUB_ACTIONS, FORCE_COLOR, ...plain } = process.env;
export const env = plain;

/** A bare node, which everything is held against. */
export function bareIn(cwd: string): Command {
  return { command: [process.execPath, "-e", "0"], cwd, cache: join(folder, "cache"), statuses: [0] };
}

/** Runs it, and gives how it ended. */
export function start(
  { command: [file = "", ...args], cwd, cache }: Command,
  before: readonly string[] = [],
) {
  return spawnSync(file, [...before, ...args], {
    cwd,
    env: { ...env, XDG_CACHE_HOME: cache },
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** Wall time of a whole process, in milliseconds. */
export function timed(command: Command): number {
  const begin = performance.now();
  const { status, error, stderr } = start(command);
  const took = performance.now() - begin;
  if (error) throw error;
  if (!command.statuses.includes(status))
    throw new Error(`${command.command.join(" ")} exits with ${status}: ${stderr}`);
  return took;
}

/** The most memory that a process had, in MiB. */
export function peakOf(command: Command): number {
  const tell = `process.on("exit", () => require("node:fs").writeSync(2, "\\npeak " + process.resourceUsage().maxRSS))`;
  const hook = join(folder, "peak.cjs");
  writeFileSync(hook, `if (require("node:worker_threads").isMainThread) ${tell};\n`);
  const { stderr } = start(command, ["--require", hook]);
  return Number(/\npeak (\d+)$/.exec(stderr)?.[1]) / 1024;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** The median of what one takes for each that the other takes, turn by turn. */
export function ratioOf(values: readonly number[], others: readonly number[]): number {
  return median(values.map((value, index) => value / (others[index] ?? Number.NaN)));
}

export function rounded(ratio: number): string {
  return ratio.toFixed(ratio < 10 ? 2 : 0);
}

/**
 * Runs commands in turn, each right after a bare node and the order turned round from one turn to the next, and gives
 * the times of each by turn. What is run first fills caches and does not count.
 */
export function inTurn(commands: readonly Command[], turns: number): { bare: number[]; times: number[] }[] {
  for (const command of commands) timed(command);
  const results = commands.map((command) => ({ command, bare: [] as number[], times: [] as number[] }));
  const order = [...results];
  for (let turn = 0; turn < turns; turn += 1) {
    for (const { command, bare, times } of order) {
      bare.push(timed(bareIn(command.cwd)));
      times.push(timed(command));
    }
    order.reverse();
  }
  return results;
}
