/** What the commands that edit a file have in common: open, change, judge, write, report. */

import { resolve } from "node:path";
import type { Change } from "../../../file/change.js";
import type { Document } from "../../../file/document.js";
import { edit } from "../../../file/edit.js";
import { fileOperand, shellWord } from "../../../file/message-text.js";
import type { Problem } from "../../../file/problem.js";
import { encode } from "../../../file/text.js";
import { newProblems, regressions } from "../../../lint/regression.js";
import { unansweredPoint } from "../../../lint/rules/format/unanswered-point.js";
import { scoreOf } from "../../../report/report.js";
import { type ConfigOptions, configFlags, configsOf } from "../../host/config.js";
import { exit, Failure } from "../../host/exit.js";
import { isThere, openDocument } from "../../host/read-file.js";
import { colorOf, printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import { replaceIfUnchanged } from "../../host/write-file.js";
import { type Judging, judgeDocument } from "./judge-file.js";
import type { CommonOptions } from "./options.js";
import { nothingHere } from "./stars-named.js";

/** The options of every command that edits. */
export interface EditOptions extends CommonOptions, ConfigOptions {
  file: string;
  dryRun?: true;
  force?: true;
}

/** How a command defines them; some have a value when they are left out. */
export const editFlags: readonly (readonly [flags: string, description: string, value?: string])[] = [
  ["--file <file>", "the file to change", "northstar.yaml"],
  ["--dry-run", "show what would change as a diff, and write nothing"],
  ["--force", "write also what lint would call an error"],
  ...configFlags,
];

/** A file that is open for changes, as it was read. */
export interface Opened {
  name: string;
  bytes: Buffer;
  document: Document;
  judging: Judging;
}

/** Opens the file to change. One that is not there, or is no YAML, is a {@link Failure} that says what to do first. */
export async function openFile(world: World, options: EditOptions): Promise<Opened> {
  const { file: name } = options;
  if (!isThere(resolve(world.cwd, name)))
    throw new Failure(
      name === "northstar.yaml"
        ? await nothingHere(world, "name a file with --file")
        : `cannot read ${name}: there is no such file or folder`,
    );
  const opened = openDocument(world, name);
  if ("problems" in opened) throw new Failure(unfit(name, opened.problems));
  const { bytes, document } = opened;
  if (typeof document.value !== "object" || document.value === null || Array.isArray(document.value))
    throw new Failure(
      `cannot change ${name}: it has no keys, such as \`name:\`; northstar lint${fileOperand(name)} says more`,
    );
  const { judging } = await configsOf(world, options).settingsFor(name);
  return { name, bytes, document, judging };
}

function unfit(name: string, [problem]: readonly Problem[]): string {
  return `cannot change ${name} before this is mended: line ${problem?.range.start.line}, ${problem?.message}`;
}

/** What was done, in words up to the file's name: `added a bet to`; and more that the person may want to know. */
export interface EditSummary {
  done: string;
  /** Behind the first line, in the same sentence. */
  aside?: string | undefined;
  /** What is said instead when the file says all of it already. */
  already?: string | undefined;
  /** What the person may want to know, in a line of its own. */
  hint?: string | undefined;
  /** Rules whose errors the person knows of and wants to write all the same. */
  expects?: readonly string[] | undefined;
  /** On standard output, before the score. */
  more?: string;
}

/**
 * Makes changes, judges what comes of them and writes it: never where the file would be worse, unless forced, and
 * never over what somebody else has written meanwhile. Then says what was done and how the seven points stand.
 */
export async function carryOut(
  world: World,
  { name, bytes, document, judging }: Opened,
  changes: readonly Change[],
  { done, aside, already, hint, expects = [], more = "" }: EditSummary,
  { dryRun, force, color }: EditOptions,
): Promise<number> {
  const after = edit(document, changes);
  const judged = (each: Document) => judgeDocument(world, name, each, judging);
  const now = await judged(after);
  // What was wrong before matters only where something is wrong now.
  const isFine = now.star && now.problems.every((each) => each.severity === "note" || isInScore(each));
  const before = isFine ? now : await judged(document);
  const harm = regressions(before, now);
  const unexpected = harm.filter(({ rule }) => !expects.includes(rule));
  if (unexpected.length > 0 && !force) throw new Failure(refusal(name, unexpected));
  const minded = remarks([...harm, ...newProblems(before, now, "warning")]);
  if (dryRun) return await show();
  if (after.edits.length === 0) printMessage(world, already ?? `${name} says so already`);
  else {
    const written = replaceIfUnchanged(world, name, bytes, encode(after.text, bytes), {
      force: force === true,
    });
    if (typeof written === "object") throw new Failure(written.refused);
    printMessage(world, `${done} ${name}${aside ? `; ${aside}` : ""}`);
  }
  for (const line of minded) printMessage(world, line);
  if (hint) printMessage(world, hint);
  world.stdout.write(more);
  if (now.star) world.stdout.write(`${scoreOf(now.points)}\n`);
  else
    printMessage(
      world,
      `${name} cannot be read as a North Star yet; northstar lint ${shellWord(name)} says why`,
    );
  return exit.done;

  async function show(): Promise<number> {
    const { unifiedDiff } = await import("../../../report/diff.js");
    const look = { color: colorOf(world, world.stdout, color), isTerminal: world.stdout.isTTY === true };
    world.stdout.write(unifiedDiff(name, document.text, after.edits, look));
    for (const line of minded) printMessage(world, line);
    printMessage(
      world,
      `nothing was written (--dry-run)${now.star ? `; it would be ${scoreOf(now.points)}` : ""}`,
    );
    return exit.done;
  }
}

function refusal(name: string, [first, ...others]: readonly Problem[]): string {
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  return `${name} stays as it was, since this would come of it: ${first?.message} (${first?.rule})${more}; --force writes it all the same`;
}

/** Whether it is that a point has no answer, rather than one that says nothing. */
function isInScore({ rule, path, point }: Problem): boolean {
  return rule === unansweredPoint.id && path.at(-1) !== point;
}

/** What is new and should not be, each rule once; how many points are open is in the score. */
function remarks(problems: readonly Problem[]): string[] {
  const rules = new Set<string>();
  const unsaid = problems.filter((each) => !isInScore(each) && !rules.has(each.rule) && rules.add(each.rule));
  return unsaid.slice(0, 3).map(({ message, rule }) => `mind that ${message} (${rule})`);
}
