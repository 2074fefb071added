/** Judges both versions of each file with the rules of today, and says what changed between them. */
import { starChanges } from "../../../diff/star-changes.js";
import { decode } from "../../../file/text.js";
import { rules } from "../../../lint/rules/index.js";
import { fileReport } from "../../../report/file-report.js";
import type { Judged } from "../../../report/report.js";
import type { DiffOfFile, DiffSide } from "../../../report/star-diff.js";
import { type ConfigOptions, configsOf } from "../../host/config.js";
import { unreadable } from "../../host/read-file.js";
import type { World } from "../../host/world.js";
import { type Judging, judgeText, withSources } from "../shared/judge-file.js";
import type { Side, SidePair } from "./sides.js";

/** The rules that can speak against a point of the checklist, or explain what does; the others would cost a third more. */
export const rulesOfPoints = rules.filter(({ part }) => !["inputs", "bets", "review"].includes(part));

/** What changed in each file. A version that is no North Star is told, and its file compared with nothing. */
export async function compareSides(
  world: World,
  pairs: readonly SidePair[],
  options: ConfigOptions & { today?: string },
): Promise<DiffOfFile[]> {
  const configs = configsOf(world, options);
  const files: DiffOfFile[] = [];
  for (const { before, after } of pairs) {
    const path = (after ?? before)?.path ?? "";
    const { judging } = await configs.settingsFor(path);
    const judge = (side: Side | undefined) =>
      side && judged(world, side, { today: options.today, rules: rulesOfPoints, ...judging });
    const now = await judge(after);
    const isSame = before && after && before.bytes.equals(after.bytes);
    files.push(diffOf(before, isSame ? now : await judge(before), after, now));
  }
  return files;
}

function diffOf(
  before: Side | undefined,
  was: Judged | undefined,
  after: Side | undefined,
  now: Judged | undefined,
): DiffOfFile {
  const unread = unreadOf(now, "after") ?? unreadOf(was, "before");
  const isRenamed = before && after && before.path !== after.path;
  return {
    path: (after ?? before)?.path ?? "",
    ...(isRenamed && { formerPath: before.path }),
    ...sideOf("before", was),
    ...sideOf("after", now),
    ...(unread && { unread }),
    changes: was?.star && now?.star ? starChanges(was.star, now.star) : [],
  };
}

function sideOf(
  name: "before" | "after",
  judged: Judged | undefined,
): { before?: DiffSide; after?: DiffSide } {
  if (!judged?.star) return {};
  return { [name]: { ...fileReport(judged), star: judged.star } };
}

function unreadOf(judged: Judged | undefined, side: "before" | "after"): DiffOfFile["unread"] {
  if (!judged || judged.star) return undefined;
  const [first] = judged.problems;
  return { side, message: first?.message ?? "", line: first?.range.start.line ?? 1 };
}

async function judged(world: World, { path, bytes }: Side, judging: Judging): Promise<Judged> {
  const text = decode(bytes);
  if (typeof text !== "string") return unreadable(path, bytes, text);
  return judgeText(world, path, text, await withSources(world, path, text, judging));
}
