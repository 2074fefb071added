/** What a rule teaches, in Markdown: for viewers that show it beside a problem. */
import type { RuleDoc } from "../file/problem.js";
import { unwrapped } from "./markdown-blocks.js";

/** Why a rule looks for its fault, what it asks and its examples; without a heading. */
export function ruleMarkdown({ why, question, good, bad }: RuleDoc): string {
  return [
    unwrapped(why),
    ...(question === null ? [] : [`> ${question}`]),
    ...(bad ? ["**Not like this:**", fenced(bad)] : []),
    ...(good ? ["**But like this:**", fenced(good)] : []),
  ].join("\n\n");
}

/** An example of a rule as a block of code. */
export function fenced(text: string): string {
  return `\`\`\`yaml\n${text.trim()}\n\`\`\``;
}
