/** Proposes a bet as a diff that a person applies. */
import { type AttributeValues, addEntity, missingAttributes } from "../../../editing/add-entity.js";
import { isRefusal } from "../../../editing/plan.js";
import { edit } from "../../../file/edit.js";
import { joinWords } from "../../../file/message-text.js";
import { encode } from "../../../file/text.js";
import { newProblems, regressions } from "../../../lint/regression.js";
import { unifiedDiff } from "../../../report/diff.js";
import { scoreOf } from "../../../report/report.js";
import { Failure } from "../../host/exit.js";
import { replaceIfUnchanged } from "../../host/write-file.js";
import { openFile } from "../shared/edit-file.js";
import { judgeDocument, withSources } from "../shared/judge-file.js";
import { type Asked, askedFile } from "./asked-star.js";
import { problemLines, problemTold } from "./check-text.js";

/** A longer diff, in characters, is nothing to read. */
const longestDiff = 100_000;

export type Proposal = Awaited<ReturnType<typeof proposeBet>>;

/**
 * Adds a bet to what the file says and tells the change as a diff, with what would be found in it that is not found
 * now. It is written only where the server may write and that is asked for, and never where it makes the file worse.
 */
export async function proposeBet(asked: Asked, said: AttributeValues, write: boolean) {
  const { world } = asked;
  const { file } = await askedFile(asked);
  const { bytes, document, judging } = await openFile(world, { ...asked, file });
  const missing = missingAttributes("bet", said).map(({ name }) => name);
  if (missing.length > 0) throw new Failure(`a bet needs ${joinWords(missing, "and")}, too`);
  const planned = addEntity(document.value, "bet", said);
  if (isRefusal(planned)) throw new Failure(planned.reason.replace(/^--/, ""));
  const after = edit(document, planned.changes);
  const known = await withSources(world, file, document.text, judging);
  const before = await judgeDocument(world, file, document, known);
  const now = await judgeDocument(world, file, after, known);
  const harm = regressions(before, now);
  const found = (["error", "warning", "note"] as const).flatMap((each) => newProblems(before, now, each));
  const diff = unifiedDiff(file, document.text, after.edits, { color: false, isTerminal: false });
  if (diff.length > longestDiff)
    throw new Failure(`the lines around the new bet are too long to be shown; use northstar add bet`);
  const written = write && harm.length === 0;
  if (written) {
    const result = replaceIfUnchanged(world, file, bytes, encode(after.text, bytes));
    if (typeof result === "object") throw new Failure(result.refused);
  }
  return {
    file,
    diff,
    aside: planned.aside,
    problems: found.slice(0, 20).map(problemTold),
    harmful: harm.length > 0,
    score: now.star && scoreOf(now.points),
    written,
  };
}

/** The same in lines. */
export function proposalLines({ file, diff, aside, problems, harmful, written }: Proposal): string {
  const end = written
    ? `It is written into ${file}.`
    : harmful
      ? "It would make the file worse, so mend the bet before a person applies it."
      : "Nothing is written: a person decides, and applies it with git apply.";
  return [
    diff,
    ...(aside ? [`Mind that ${aside}.`] : []),
    ...(problems.length > 0 ? ["With it northstar would find:", ...problemLines(problems), ""] : []),
    end,
  ].join("\n");
}
