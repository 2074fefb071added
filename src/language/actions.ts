/** What an editor offers to do about a problem, as edits of the text. */
import { mistakesInConfig, readConfig } from "../config/config.js";
import { type Document, readDocument } from "../file/document.js";
import { edit } from "../file/edit.js";
import { fixer } from "../file/fix.js";
import { compareProblems, type Edit, type Problem } from "../file/problem.js";
import { judgements } from "../lint/catalogue.js";
import { rules } from "../lint/rules/index.js";

export interface Action {
  title: string;
  edits: readonly Edit[];
  /** Whether it only changes how something is said, so that an editor may suggest it first. */
  safe: boolean;
}

/** The fix of each problem that has one, as edits of the text it was found in. */
export function fixActions(text: string, problems: readonly Problem[]): Map<Problem, Action> {
  const editsOf = fixer(text);
  const found = new Map<Problem, Action>();
  for (const problem of problems) {
    const edits = problem.fix && editsOf(problem.fix);
    if (problem.fix && edits && edits.length > 0)
      found.set(problem, { title: problem.fix.title, edits, safe: problem.fix.safe });
  }
  return found;
}

/** Problems of a configuration with the fixes that they have. */
export function withFixes(text: string, problems: readonly Problem[]): Problem[] {
  const mistakes = mistakesInConfig(text).filter(({ fix }) => fix);
  return problems.map((problem) => mistakes.find((each) => compareProblems(each, problem) === 0) ?? problem);
}

/** What stands in a new ignore where the team's reason goes. */
export const reasonWanted = "why it is fine here";

/** The comment that ignores a problem, without the reason at its end; undefined where no comment can. */
export function ignoreEdit({ text, lines, locate }: Document, { rule, path }: Problem): Edit | undefined {
  if (!rules.some(({ id }) => id === rule)) return undefined;
  const start = lines.lineStart(lines.offset(locate(path, { at: "key" }).range.start));
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  return { start, end: start, text: `${indent}# northstar-ignore ${rule}: ${reasonWanted}${end}` };
}

/** Whether a configuration can say how grave the problems of a rule are. */
export function canBeSet(rule: string): boolean {
  return judgements.some(({ id }) => id === rule);
}

/** The edits that turn a rule off in the text of a configuration; undefined for one that has to be mended first. */
export function offEdits(text: string, rule: string): readonly Edit[] | undefined {
  const read = readConfig(text);
  if (Array.isArray(read)) return undefined;
  const document = readDocument(text);
  if (Array.isArray(document)) {
    const start = text.length;
    const gap = text === "" || text.endsWith("\n") ? "" : "\n";
    return [{ start, end: start, text: `${gap}rules:\n  ${rule}: off\n` }];
  }
  const { edits } = edit(document, [{ set: ["rules", rule], to: "off" }]);
  // Other readers of YAML may take it for a boolean, but this file has one reader.
  return edits.map((each) => ({ ...each, text: each.text.replace('"off"', "off") }));
}
