/** Asking git, which may be missing. */
import { spawnSync } from "node:child_process";
import type { World } from "./world.js";

/** What git prints, or why it does not, in words for the person. */
export type Answer = { value: Buffer } | { reason: string };

/** Runs git in the current folder, without the monitor that a repository may name. */
export function git({ cwd, env }: Pick<World, "cwd" | "env">, args: readonly string[], input = ""): Answer {
  const { status, stdout, stderr, error } = spawnSync("git", ["-c", "core.fsmonitor=false", ...args], {
    cwd,
    env: { ...env, LC_ALL: "C" },
    input,
    maxBuffer: 1024 ** 3,
  });
  if (error)
    return { reason: "code" in error && error.code === "ENOENT" ? "git is not installed" : error.message };
  if (status === 0) return { value: stdout };
  const [line = ""] = stderr.toString("utf8").split("\n");
  return { reason: line.replace(/^(?:fatal|error): /, "") || `git ended with ${status}` };
}

/** The day on which each line was last changed, as YYYY-MM-DD; lines that git does not know have none. */
export function daysOf(
  world: Pick<World, "cwd" | "env">,
  file: string,
  lines: readonly number[],
): Map<number, string> {
  const ranges = lines.flatMap((line) => ["-L", `${line},${line}`]);
  const answer = git(world, ["blame", "--porcelain", ...ranges, "--", file]);
  const days = new Map<number, string>();
  if ("reason" in answer) return days;
  const facts = new Map<string, { time?: number; zone?: string }>();
  const commits = new Map<number, string>();
  let commit = "";
  for (const line of answer.value.toString("utf8").split("\n")) {
    const [, id, number] = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(line) ?? [];
    const [, key, value = ""] = /^author-(time|tz) (.*)$/.exec(line) ?? [];
    if (id) {
      commit = id;
      commits.set(Number(number), id);
    }
    if (key === "time") facts.set(commit, { ...facts.get(commit), time: Number(value) });
    if (key === "tz") facts.set(commit, { ...facts.get(commit), zone: value });
  }
  for (const [line, id] of commits) {
    const { time, zone = "+0000" } = facts.get(id) ?? {};
    if (time !== undefined && !/^0+$/.test(id)) days.set(line, dayOf(time, zone));
  }
  return days;
}

/** The day of a moment (in seconds since 1970) where its author was. */
function dayOf(time: number, zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 * (sign === "-" ? -1 : 1);
  return new Date((time + offset) * 1000).toISOString().slice(0, 10);
}
