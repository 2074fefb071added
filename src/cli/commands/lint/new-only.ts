/** Leaving out problems that a baseline holds or an earlier revision had; loaded only where one is asked for. */
import { decode } from "../../../file/text.js";
import { acrossFiles } from "../../../lint/across-files.js";
import { fingerprintKey } from "../../../lint/baseline.js";
import { fingerprintsOf } from "../../../lint/fingerprint.js";
import { type FileReport, pluralize } from "../../../report/report.js";
import { Failure } from "../../host/exit.js";
import { attempt, readNamed, unreadable } from "../../host/read-file.js";
import { textsAt } from "../../host/revision.js";
import { printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import { type Judging, judgeText, withSources } from "../shared/judge-file.js";
import { baselineOf, type KnownKeys, type Printed } from "./baseline.js";

export interface KnownOptions {
  baseline?: string;
  updateBaseline?: true;
  since?: string;
}

/**
 * Files with only those of their problems that are in no baseline and were not there before; how many are left out
 * is shown on standard error; `stale` is how many of the baseline no longer occur. `judgingOf` says what a file was judged with.
 */
export async function onlyNew<T extends FileReport>(
  world: World,
  files: readonly T[],
  { baseline, updateBaseline }: KnownOptions,
  judgingOf: (file: string) => Promise<Judging>,
  then?: TextsBefore,
): Promise<{ fresh: T[]; stale: number }> {
  if (updateBaseline && baseline === undefined)
    throw new Failure("--update-baseline writes the file that --baseline names: add --baseline FILE");
  const printed = printedOf(files);
  const before = then && (await earlier(world, printed, then, judgingOf));
  const written =
    baseline === undefined ? undefined : baselineOf(world, baseline, printed, updateBaseline === true);
  for (const message of written?.messages ?? []) printMessage(world, message);
  const known = [before, written?.known].filter((each) => each !== undefined);
  let count = 0;
  const fresh = printed.map(({ file, path, prints }) => {
    const keys = prints.map(fingerprintKey);
    const isKnown = keys.map((key) => known.some((each) => each.get(path)?.has(key)));
    const problems = file.problems.filter((_, index) => !isKnown[index]);
    const left = file.problems.filter((_, index) => isKnown[index]);
    count += left.length;
    return { ...file, problems, known: left };
  });
  if (count > 0 && !updateBaseline) printMessage(world, `${pluralize(count, "known problem")} not shown`);
  return { fresh, stale: written?.stale ?? 0 };
}

/** The problems that {@link onlyNew} would leave out, by their fingerprints: nothing is said of them, and nothing written. */
export async function knownIn(
  world: World,
  files: readonly FileReport[],
  { baseline, updateBaseline }: KnownOptions,
  judgingOf: (file: string) => Promise<Judging>,
  then?: TextsBefore,
): Promise<KnownKeys> {
  const printed = printedOf(files);
  const before = then && (await earlier(world, printed, then, judgingOf));
  const isWritten = baseline === undefined || updateBaseline;
  const kept = isWritten ? undefined : baselineOf(world, baseline, printed, false).known;
  return new Map(
    files.map(({ path }) => [path, new Set([...(before?.get(path) ?? []), ...(kept?.get(path) ?? [])])]),
  );
}

function printedOf<T extends FileReport>(files: readonly T[]) {
  return files.map((file) => ({ file, path: file.path, prints: fingerprintsOf(file) }));
}

/** What files held at a revision, as far as they were there. */
export interface TextsBefore {
  bytesOf(file: string): Buffer | undefined;
  /** Nothing for what was no text either. */
  textOf(file: string): string | undefined;
}

/** Reads what some files held at a revision; `input` is standard input, by the name of its file. */
export function textsBefore(
  world: World,
  files: readonly string[],
  since: string,
  input: { name: string; bytes: Buffer } | undefined,
): TextsBefore {
  const now = files.flatMap((path) => {
    const bytes = attempt(() => (path === input?.name ? input.bytes : readNamed(world, path)));
    if ("reason" in bytes) return [];
    const text = decode(bytes.value);
    return [{ path, text: typeof text === "string" ? text : "" }];
  });
  const texts = textsAt(world, since, now);
  return {
    bytesOf: (file) => texts.get(file),
    textOf(file) {
      const bytes = texts.get(file);
      const text = bytes && decode(bytes);
      return typeof text === "string" ? text : undefined;
    },
  };
}

/** What the same rules found in each file at a revision. */
async function earlier(
  world: World,
  files: readonly (Printed & { file: FileReport })[],
  then: TextsBefore,
  judgingOf: (file: string) => Promise<Judging>,
): Promise<KnownKeys> {
  const before: FileReport[] = [];
  for (const { file, path } of files) {
    const bytes = then.bytesOf(path);
    if (!bytes) continue;
    const text = decode(bytes);
    before.push(text === file.text ? file : await judged(path, bytes, text));
  }
  const printed = new Map(files.map(({ file, prints }) => [file, prints]));
  return new Map(
    acrossFiles(before).map((file) => {
      const prints = printed.get(file) ?? fingerprintsOf(file);
      return [file.path, new Set(prints.map(fingerprintKey))];
    }),
  );

  async function judged(path: string, bytes: Buffer, text: ReturnType<typeof decode>): Promise<FileReport> {
    return typeof text === "string"
      ? judgeText(world, path, text, await withSources(world, path, text, await judgingOf(path)))
      : unreadable(path, bytes, text);
  }
}
