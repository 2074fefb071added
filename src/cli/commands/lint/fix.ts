/** `lint --fix`: files after their fixes, written or shown. */
import type { Problem } from "../../../file/problem.js";
import { encode } from "../../../file/text.js";
import { type AfterFixes, applyFixes, type Fixes } from "../../../lint/apply-fixes.js";
import { starIn } from "../../../lint/check.js";
import { unifiedDiff } from "../../../report/diff.js";
import { fileReport } from "../../../report/file-report.js";
import { type FileReport, pluralize } from "../../../report/report.js";
import { type Failure, failureAt } from "../../host/exit.js";
import type { Settings } from "../../host/load-config.js";
import { colorOf, printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import { replaceIfUnchanged } from "../../host/write-file.js";
import { judgeText, lintOptions, withSources } from "../shared/judge-file.js";
import type { CommonOptions } from "../shared/options.js";
import type { KnownKeys } from "./baseline.js";
import type { LintedFile, Linter } from "./lint-files.js";

/** Fixes files one by one before it judges them, and says at the end what was done. */
export interface FixingLinter extends Linter {
  /** The file as it is afterwards. */
  lint(file: LintedFile, settings: Settings): Promise<FileReport>;
  /** Why files could not be written: they are reported as they are. */
  refusals: readonly Failure[];
  /** `others` are problems that only --fix=all would mend. */
  tell(others: number): void;
}

interface Options extends CommonOptions {
  fix?: Fixes;
  fixDryRun?: true;
  today?: string;
  ignores: boolean;
}

/** Makes the safe fixes, or all, but of what is known; with `fixDryRun` they are only shown, as a diff on standard output. */
export function fixingLinter(
  world: World,
  { fix: which = "safe", fixDryRun, color, today, ignores }: Options,
  known: KnownKeys = new Map(),
): FixingLinter {
  const lines: string[] = [];
  const refusals: Failure[] = [];
  const look = { color: colorOf(world, world.stdout, color), isTerminal: world.stdout.isTTY === true };
  return {
    refusals,
    async lint({ name, bytes, text, before }, settings) {
      const past = before === undefined ? {} : { before: starIn(before) };
      const judging = await withSources(world, name, text, { today, ignores, ...settings.judging, ...past });
      const mended = applyFixes(text, lintOptions(world, judging), which, known.get(name));
      if (fixDryRun) world.stdout.write(unifiedDiff(name, text, mended.edits, look));
      else if (mended.edits.length > 0) {
        const written = replaceIfUnchanged(world, name, bytes, encode(mended.text, bytes));
        if (typeof written === "object") {
          refusals.push(failureAt(name, written.refused));
          return fileReport(judgeText(world, name, text, judging));
        }
      }
      lines.push(...wordsFor(name, mended, fixDryRun));
      return fileReport({ path: name, ...mended });
    },
    tell(others) {
      for (const line of lines) printMessage(world, line);
      if (!fixDryRun) return;
      const more = others === 1 ? "another fix, which changes" : `${others} other fixes, which change`;
      if (others > 0) printMessage(world, `--fix=all --fix-dry-run shows ${more} what is said`);
      else if (lines.length === 0) printMessage(world, "there is nothing to fix");
    },
  };
}

function wordsFor(name: string, { mended, harmful }: AfterFixes, dry = false): string[] {
  const done =
    mended.length > 0
      ? [`${dry ? "would fix" : "fixed"} ${pluralize(mended.length, "problem")} in ${name}`]
      : [];
  const left = harmful.map(
    ({ problem, brings }) =>
      `${placeOf(name, problem)}: not fixed (${problem.fix?.title}), since this would come of it: ${brings.message}`,
  );
  return [...done, ...left];
}

function placeOf(name: string, { range: { start } }: Problem): string {
  return `${name}:${start.line}:${start.column}`;
}
