/** The edits that a fix makes in a text. */
import { type Document, readDocument } from "./document.js";
import { edit } from "./edit.js";
import type { Edit, Fix, Problem } from "./problem.js";

/** How many characters are read again to work out the fixes of one text: each change reads all of it. */
const mostCharacters = 5_000_000;

/**
 * Works out the edits of a text's fixes, each for itself and when it is asked for. A fix has none (undefined) where
 * the text is written so oddly that the change cannot be, and where so many fixes of a long text would take seconds.
 */
export function fixer(text: string): (fix: Fix) => readonly Edit[] | undefined {
  let left = mostCharacters;
  let document: Document | Problem[] | undefined;
  return (fix) => {
    if ("edits" in fix) return fix.edits;
    left -= text.length * fix.changes.length;
    document ??= readDocument(text);
    if (left < 0 || Array.isArray(document)) return undefined;
    try {
      return edit(document, fix.changes).edits;
    } catch {
      // No report should fail because one of its fixes cannot be written.
      return undefined;
    }
  };
}
