/** What is known before anything is asked. */
import type { Document } from "../file/document.js";

export interface InitialAnswers {
  /** The file that says it, if one does: it keeps every byte that nothing is said against. */
  file?: Document;
  /** All that is known: what the file says, and what was said besides. */
  value: unknown;
}

export const noInitialAnswers: InitialAnswers = { value: {} };
