/** Steps of workflows and composite actions of GitHub, run as a runner does. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";

interface Step {
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string>;
  env?: Record<string, string>;
  "working-directory"?: string;
}

interface Action {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { steps: Step[] };
}

type Values = Record<string, string>;

export interface Job {
  /** The folder that was checked out. */
  workspace: string;
  /** The runner's own folder. */
  temp: string;
  /** The folder of our action. */
  action: string;
  env?: Values;
  /** The commit that is looked at. */
  sha?: string;
  /** Where `actions/cache` keeps folders by their keys. */
  cache?: string;
}

export interface Outcome {
  success: boolean;
  log: string;
  /** What each step that has an id put out. */
  outputs: Record<string, Values>;
  /** Actions of others, which are not run, with what they were given. */
  others: { uses: string; with: Values }[];
}

export function actionIn(folder: string): Action {
  return parse(readFileSync(join(folder, "action.yml"), "utf8"));
}

/** The steps of the jobs of a workflow. */
export function stepsOf(workflow: string): Step[] {
  const { jobs }: { jobs: Record<string, { steps: Step[] }> } = parse(workflow);
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

/** Runs steps one after another; `OWNER/northstar` is our action. Those after a failure run only with `if: always()`. */
export function runSteps(steps: readonly Step[], job: Job, inputs: Values = {}): Outcome {
  const outcome: Outcome = { success: true, log: "", outputs: {}, others: [] };
  const saves: (() => unknown)[] = [];
  for (const step of steps) {
    if (!(step.if === "always()" || (outcome.success && holds(step.if)))) continue;
    const filled: Step = fill(step, job, inputs, outcome.outputs);
    if (filled.uses?.startsWith("OWNER/northstar@")) useOurs(filled);
    else if (filled.uses) useOther(filled.uses, filled.with ?? {}, filled.id);
    else run(filled);
  }
  if (outcome.success) for (const save of saves) save();
  return outcome;

  /** Whether a condition holds: a name that is, or is not, a text. */
  function holds(condition: string | undefined): boolean {
    if (condition === undefined) return true;
    const [, name, sign, text] = /^([\w.-]+) (==|!=) '([^']*)'$/.exec(condition) ?? [];
    if (name === undefined) throw new Error(`a condition that no runner here understands: ${condition}`);
    const value = fill([`\${{ ${name} }}`], job, inputs, outcome.outputs)[0];
    return (value === text) === (sign === "==");
  }

  function useOther(uses: string, given: Values, id = ""): void {
    outcome.others.push({ uses, with: given });
    const { path = "", key = "", "restore-keys": start } = given;
    if (!uses.startsWith("actions/cache@") || !job.cache) return;
    const keep = join(job.cache, key);
    const others = start ? readdirSync(job.cache).filter((name) => name.startsWith(start)) : [];
    const [found] = existsSync(keep) ? [keep] : others.map((name) => join(job.cache ?? "", name));
    // Both ways it is a tarball, which keeps when files were changed.
    const whole = { recursive: true, preserveTimestamps: true };
    if (found) cpSync(found, path, whole);
    if (id) outcome.outputs[id] = { "cache-hit": String(found === keep) };
    if (found !== keep) saves.push(() => existsSync(path) && cpSync(path, keep, whole));
  }

  function useOurs({ id = "", with: given = {} }: Step): void {
    const action = actionIn(job.action);
    const unknown = Object.keys(given).filter((name) => !(name in action.inputs));
    if (unknown.length > 0) throw new Error(`the action has no input ${unknown}`);
    const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default]);
    const ran = runSteps(action.runs.steps, job, { ...Object.fromEntries(defaults), ...given });
    const values = Object.entries(action.outputs).map(([name, { value }]) => [name, value]);
    outcome.log += ran.log;
    outcome.success &&= ran.success;
    outcome.others.push(...ran.others);
    if (id) outcome.outputs[id] = fill(Object.fromEntries(values), job, {}, ran.outputs);
  }

  function run({ id = "", run = "", env = {}, "working-directory": folder = "." }: Step): void {
    const output = join(job.temp, "output");
    const script = join(job.temp, "step.sh");
    writeFileSync(output, "");
    writeFileSync(script, run);
    const { status, stdout, stderr } = spawnSync(
      "bash",
      ["--noprofile", "--norc", "-eo", "pipefail", script],
      {
        cwd: resolve(job.workspace, folder),
        encoding: "utf8",
        env: {
          PATH: process.env.PATH,
          HOME: job.temp,
          GITHUB_ACTIONS: "true",
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: join(job.temp, "summary.md"),
          RUNNER_TEMP: job.temp,
          ...job.env,
          ...env,
        },
      },
    );
    outcome.log += stdout + stderr;
    outcome.success &&= status === 0;
    const lines = readFileSync(output, "utf8").split("\n").filter(Boolean);
    if (id) outcome.outputs[id] = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
  }
}

/** A value with what its expressions mean: names with dots between them, and nothing else. */
function fill<T>(value: T, job: Job, inputs: Values, outputs: Record<string, Values>): T {
  const known = new Map([
    ["github.action_path", job.action],
    ["github.token", "a token"],
    ["github.event.number", "7"],
    ["github.sha", job.sha ?? "0".repeat(40)],
    ["runner.temp", job.temp],
    ["runner.os", "Linux"],
    ...Object.entries(inputs).map(([name, text]) => [`inputs.${name}`, text] as const),
    ...Object.entries(outputs).flatMap(([id, values]) =>
      Object.entries(values).map(([name, text]) => [`steps.${id}.outputs.${name}`, text] as const),
    ),
  ]);
  const text = JSON.stringify(value).replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => {
    const meant = known.get(name) ?? (name.startsWith("steps.") ? "" : undefined);
    if (meant === undefined) throw new Error(`nobody knows what ${name} is`);
    return JSON.stringify(meant).slice(1, -1);
  });
  if (text.includes("${{")) throw new Error(`an expression that no runner here understands: ${text}`);
  return JSON.parse(text);
}
