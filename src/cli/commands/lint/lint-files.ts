/** Judging the files of a run: one by one, in a batch, or with fixes. */
import { fileReport } from "../../../report/file-report.js";
import type { FileReport } from "../../../report/report.js";
import { catchFailure, Failure } from "../../host/exit.js";
import type { Settings } from "../../host/load-config.js";
import { openText } from "../../host/read-file.js";
import type { FileFindings } from "../../host/threshold.js";
import type { World } from "../../host/world.js";

/** A way to judge a file. */
export interface Linter {
  /** What is found in it: at once, or later from a thread. `left` files may need as much work, this one included. */
  lint(file: LintedFile, settings: Settings, left: number): FileReport | Promise<FileReport>;
  /** Ends it, whatever went wrong before; says what could not be kept. */
  end?(): Failure | undefined;
}

export interface LintedFile {
  name: string;
  bytes: Buffer;
  text: string;
  /** What it said at the revision of --since, where that was another text. */
  before?: string;
}

interface Linted {
  /** The report of each file, in their order. */
  judged: (FileReport & FileFindings)[];
  /** The files whose configuration cannot be used. */
  unjudged: string[];
  /** Why some could not be judged. */
  failures: Failure[];
}

/** Judges files, each with what counts for it; `input` is standard input, by the name of its file. */
export async function lintFiles(
  world: World,
  files: readonly string[],
  settingsFor: (file: string) => Promise<Settings>,
  input: { name: string; bytes: Buffer } | undefined,
  linter: Linter,
  textBefore: (file: string) => string | undefined = () => undefined,
): Promise<Linted> {
  const reports = new Array<(FileReport & FileFindings) | undefined>(files.length);
  const unjudged: string[] = [];
  const unusable = new Set<Failure>();
  const failures: Failure[] = [];
  let unkept: Failure | undefined;
  try {
    await lintAll();
  } finally {
    unkept = linter.end?.();
  }
  if (unkept) failures.push(unkept);
  return {
    judged: reports.filter((each) => each !== undefined),
    unjudged,
    failures: [...unusable, ...failures],
  };

  async function lintAll(): Promise<void> {
    const waiting: Promise<void>[] = [];
    for (const [index, file] of files.entries()) {
      const settings = await catchFailure(settingsFor(file));
      if (settings instanceof Failure) {
        unjudged.push(file);
        unusable.add(settings);
        continue;
      }
      const { failOn, failOrigin, limit } = settings;
      const found = openAndLint(file, settings, files.length - index);
      const keep = (found: FileReport | Failure) => {
        if (found instanceof Failure) failures.push(found);
        else reports[index] = { ...found, failOn, failOrigin, limit };
      };
      if (found instanceof Promise) waiting.push(catchFailure(found).then(keep));
      else keep(found);
      // Messages of threads arrive when this one pauses.
      if (waiting.length > 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(waiting);
  }

  function withBefore(name: string, opened: { bytes: Buffer; text: string }): LintedFile {
    const before = textBefore(name);
    return { name, ...opened, ...(before !== undefined && before !== opened.text && { before }) };
  }

  function openAndLint(
    file: string,
    settings: Settings,
    left: number,
  ): FileReport | Promise<FileReport> | Failure {
    try {
      const opened = openText(world, file, file === input?.name ? input.bytes : undefined);
      return "problems" in opened
        ? fileReport(opened)
        : linter.lint(withBefore(file, opened), settings, left);
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  }
}
