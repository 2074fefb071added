/** What fixes make of a text. */
import { edits } from "./edit.js";
import type { Edit, Fix } from "./problem.js";
import { readSource } from "./source.js";

/** How many characters are read again to work out the fixes of one text: each change reads all of it. */
const most = 5_000_000;

/**
 * Works out the edits of a text's fixes, each for itself. Nothing is worked out before it is asked for, and
 * nothing (undefined) for the last of so many fixes of a long text that it would take seconds.
 */
export function fixer(text: string): (fix: Fix) => readonly Edit[] | undefined {
  let left = most;
  let source: ReturnType<typeof readSource> | undefined;
  return (fix) => {
    if ("edits" in fix) return fix.edits;
    left -= text.length * fix.changes.length;
    source ??= readSource(text);
    return left < 0 || Array.isArray(source) ? undefined : edits(source, fix.changes);
  };
}
