import type { Path } from "../../../file/problem.js";
import { blankIn, isPlaceholder } from "../../../reading/blank.js";
import type { Rule } from "../../rule.js";

export const unfilledBlank: Rule = {
  id: "unfilled-blank",
  part: "format",
  severity: "error",
  summary: "A blank of the template is not filled in",
  why: `Templates leave blanks where only the team knows the words. A file with blanks reads as if it were
finished: the one-pager, the tree and the slides would show them to everybody. An optional part that the team
has no words for yet is better left out.`,
  question: "What would you say here if you had to say it aloud now?",
  chapter: 4,
  good: `
name: Weekly Learning Users
`,
  bad: `
name: Weekly ____ Users
#            ^^^^ still a blank: write your own words in its place
definition: TBD
#           ^^^ still a blank: write your own words in its place
`,
  *check({ texts }) {
    for (const { path, text } of texts) {
      const span = blankIn(text);
      if (span) yield { path, span, message: messageFor(path) };
      else if (isRequired(path) && isPlaceholder(text)) yield { path, message: messageFor(path) };
    }
  },
};

const required = new Set(["name", "definition", "if", "then", "for"]);

function isRequired(path: Path): boolean {
  return required.has(String(path.at(-1)));
}

function messageFor(path: Path): string {
  if (path.join() === "game") return "still a blank: choose attention, transaction or productivity";
  return isRequired(path)
    ? "still a blank: write your own words in its place"
    : "still a blank: write your own words in its place, or leave the part out until you have them";
}
