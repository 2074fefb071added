/** What fixes make of a text. */
import type { Change } from "./change.js";
import { edits } from "./edit.js";
import type { Edit, Fix } from "./problem.js";
import { readSource, type Source } from "./source.js";

/** How many characters are read again to work out the fixes of one text: each change reads all of it. */
const most = 5_000_000;

/**
 * Works out the edits of a text's fixes, each for itself and when it is asked for. A fix has none (undefined) where
 * the text is written so oddly that the change cannot be, and where so many fixes of a long text would take seconds.
 */
export function fixer(text: string): (fix: Fix) => readonly Edit[] | undefined {
  let left = most;
  let source: ReturnType<typeof readSource> | undefined;
  return (fix) => {
    if ("edits" in fix) return fix.edits;
    left -= text.length * fix.changes.length;
    source ??= readSource(text);
    return left < 0 || Array.isArray(source) ? undefined : attempt(source, fix.changes);
  };
}

/** No report should fail because one of its fixes cannot be written. */
function attempt(source: Source, changes: readonly Change[]): Edit[] | undefined {
  try {
    return edits(source, changes);
  } catch {
    return undefined;
  }
}
