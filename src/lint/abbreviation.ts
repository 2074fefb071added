/** Abbreviations that the file itself explains. */
import type { Northstar } from "../file/northstar.js";

/**
 * Whether the file says what an abbreviation stands for: as the metric's or an Input's `abbreviation`, in
 * parentheses after words ("service level agreement (SLA)") or with the words in parentheses after it.
 */
export function explains(star: Northstar, abbreviation: string): boolean {
  const letters = singular(abbreviation);
  const declared = [star.abbreviation, ...star.inputs.map((input) => input.abbreviation)];
  if (declared.some((each) => each !== undefined && singular(each) === letters)) return true;
  return [star.name, star.definition, ...star.inputs.flatMap((input) => [input.name, input.definition])].some(
    (text) => inParentheses(text, letters),
  );
}

function singular(abbreviation: string): string {
  return abbreviation.replace(/s$/, "").toUpperCase();
}

function inParentheses(text: string, letters: string): boolean {
  for (const [whole, inside = ""] of text.matchAll(/\(([^()]{1,80})\)/g)) {
    if (singular(inside.trim()) === letters) return true;
    const start = text.indexOf(whole);
    if (
      singular(text.slice(0, start).trimEnd().split(/\s+/).at(-1) ?? "") === letters &&
      /\s/.test(inside.trim())
    )
      return true;
  }
  return false;
}
