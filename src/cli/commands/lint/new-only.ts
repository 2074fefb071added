/** Leaving out problems that a baseline holds or an earlier revision had; loaded only where one is asked for. */
import { decode } from "../../../file/text.js";
import { acrossFiles } from "../../../lint/across-files.js";
import { fingerprintKey } from "../../../lint/baseline.js";
import { fingerprintsOf } from "../../../lint/fingerprint.js";
import { type FileReport, pluralize } from "../../../report/report.js";
import { Failure } from "../../host/exit.js";
import { unreadable } from "../../host/read-file.js";
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
  { baseline, updateBaseline, since }: KnownOptions,
  judgingOf: (file: string) => Promise<Judging>,
): Promise<{ fresh: T[]; stale: number }> {
  if (updateBaseline && baseline === undefined)
    throw new Failure("--update-baseline writes the file that --baseline names: add --baseline FILE");
  const printed = files.map((file) => ({ file, path: file.path, prints: fingerprintsOf(file) }));
  const before = since === undefined ? undefined : await earlier(world, printed, since, judgingOf);
  const written =
    baseline === undefined ? undefined : baselineOf(world, baseline, printed, updateBaseline === true);
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

/** What the same rules found in each file at a revision. */
async function earlier(
  world: World,
  files: readonly (Printed & { file: FileReport })[],
  since: string,
  judgingOf: (file: string) => Promise<Judging>,
): Promise<KnownKeys> {
  const texts = textsAt(
    world,
    since,
    files.map(({ file }) => file),
  );
  const before: FileReport[] = [];
  for (const { file, path } of files) {
    const bytes = texts.get(path);
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
