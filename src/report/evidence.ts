/** What speaks for and against each statement of a North Star, for a terminal. */
import type { Problem } from "../file/problem.js";
import type { Evidence } from "../lint/evidence.js";
import { sayingOf } from "../lint/verdicts.js";
import { wrap } from "./terminal-text.js";
import { type Look, labelledLines, signs, terminalTheme } from "./terminal-theme.js";

/** Each statement with how likely a coach objects, the words that speak most, and what rules say of it. */
export function evidencePage(all: readonly Evidence[], problems: readonly Problem[], look: Look): string {
  const theme = terminalTheme(look.color);
  const lines = all.flatMap(({ what, title, path, percent, speaksFor, speaksAgainst }) => [
    ...wrap(`${what}: ${title}`, look.width).map((line) => theme.bold(line)),
    ...labelled("says", `a coach would object to ${percent} of 100 that read like this`),
    ...(speaksFor.length > 0 ? labelled("for", speaksFor.join(" · ")) : []),
    ...(speaksAgainst.length > 0 ? labelled("not", speaksAgainst.join(" · ")) : []),
    ...problems
      .filter((problem) => isAbout(problem, path))
      .flatMap(({ severity, rule, confidence = "high", verdict }) => [
        ...labelled("rule", `${signs[severity]} ${rule}, ${confidence} confidence`),
        ...(verdict === undefined ? [] : labelled("since", sayingOf(verdict) ?? verdict)),
      ]),
    "",
  ]);
  return `${[...lines, ...wrap(explanation, look.width)].join("\n")}\n`;

  function labelled(label: string, text: string): string[] {
    return labelledLines(label, text, theme.plain, look.width, theme);
  }
}

const explanation =
  'A model that was taught by labelled statements says how likely a coach objects. Behind "for" and "not" stand the words without which it would say more, or less. Rules say why; how grave a problem is hangs on both.';

/** Whether a problem stands on the statement at a path; the metric's are on its name and definition. */
function isAbout({ path }: Problem, statement: Evidence["path"]): boolean {
  if (statement.length === 0) return path[0] === "name" || path[0] === "definition";
  return statement.every((key, index) => path[index] === key);
}
