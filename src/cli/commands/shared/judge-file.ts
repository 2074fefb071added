/** Judges single files. */
import type { Document } from "../../../file/document.js";
import { checkDocument, checkSource } from "../../../lint/check.js";
import type { LintOptions } from "../../../lint/lint.js";
import { rules } from "../../../lint/rules/index.js";
import type { Judged } from "../../../report/report.js";
import { openText } from "../../host/read-file.js";
import type { World } from "../../host/world.js";

/** What a file is judged with: the day, if not today, what is configured, and some of the rules if not all. */
export type Judging = Pick<LintOptions, "severities" | "lexicon" | "horizons" | "ignores"> &
  Partial<Pick<LintOptions, "rules">> & { today?: string | undefined };

/** Reads a file (seen from `world.cwd`) and judges it. One that cannot be read is a {@link Failure}. */
export function judge(world: World, name: string, judging?: Judging, bytes?: Buffer): Judged {
  const opened = openText(world, name, bytes);
  return "problems" in opened ? opened : judgeText(world, name, opened.text, judging);
}

/** Judges a text that is, or will be, in a file of this name. */
export function judgeText(world: World, name: string, text: string, judging: Judging = {}): Judged {
  return { path: name, text, ...checkSource(text, lintOptions(world, judging)) };
}

/** The same for a text that has been read already. */
export function judgeDocument(world: World, name: string, document: Document, judging: Judging = {}): Judged {
  return { path: name, text: document.text, ...checkDocument(document, lintOptions(world, judging)) };
}

/** What a check needs to know: the rules, the day, and what is configured. */
export function lintOptions(world: World, { today = world.today(), ...judging }: Judging): LintOptions {
  return { rules, today, ...judging };
}
