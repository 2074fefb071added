/** Which kinds of problems have a fix, as their own bad examples show. */

import { catalogue } from "../src/lint/catalogue.js";
import { checkSource } from "../src/lint/check.js";
import { rules } from "../src/lint/rules/index.js";
import { beforeOf, codeOwnersFor, completed, lookedUpFor, unmark } from "../test/examples.js";

/** The table as a module. */
export function fixesText(): string {
  const entries = catalogue.flatMap(({ id, bad }) => {
    const rule = rules.find((each) => each.id === id) ?? {};
    const known = { sources: lookedUpFor(rule), codeOwners: codeOwnersFor(rule), ...beforeOf(rule) };
    const problems = [completed(unmark(bad)), unmark(bad)].flatMap(
      (text) => checkSource(text, { rules, today: "2026-11-22", ...known }).problems,
    );
    const fixes = problems.flatMap(({ rule, fix }) => (rule === id && fix ? [fix] : []));
    if (fixes.length === 0) return [];
    return `  "${id}": "${fixes.some(({ safe }) => safe) ? "safe" : "all"}",\n`;
  });
  return `/** Made by scripts/fixes.ts from the rules' bad examples: which have a fix, and whether it keeps what is said. */
export const fixes: Readonly<Record<string, "safe" | "all">> = {
${entries.join("")}};
`;
}
