import { formerMetric, ofTheMetric } from "../../../diff/former-metric.js";
import { countsTheSame, saysTheSame } from "../../../diff/same-meaning.js";
import { deepEqual } from "../../../file/change.js";
import { joinWords } from "../../../file/message-text.js";
import type { Northstar } from "../../../file/northstar.js";
import type { Suggestion } from "../../../file/problem.js";
import { hasBlank } from "../../../reading/blank.js";
import { languageOf } from "../../../reading/language.js";
import type { Rule } from "../../rule.js";

export const changedWithoutHistory: Rule = {
  id: "changed-without-history",
  part: "review",
  severity: "warning",
  summary: "Something else is counted than before, and the history does not say so",
  why: `A chart that takes a step on the day on which a definition changed tells a story that is not true, and a year later
nobody remembers that it did. The history keeps what was counted, until when, and why that was left. Punctuation,
spelling and another way to say the same change nothing, and neither does a candidate that is still talked about. Only
\`northstar lint --since REVISION\` knows what the file said before.`,
  question: "What did you learn that made you count something else?",
  chapter: 6,
  before: `
name: Weekly Readers
definition: Number of people who open an article in a week.
`,
  good: `
# Before, the name was Weekly Readers.
name: Weekly Finishers
definition: Number of people who read an article to its end in a week.
history:
  - date: 2026-11-22
    name: Weekly Readers
    definition: Number of people who open an article in a week.
    reason: Whoever opens an article and leaves has got nothing.
`,
  bad: `
name: Weekly Readers
# Before, it was the number of people who open an article in a week.
definition: Number of people who read an article to its end in a week.
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the definition says something else than before, and \`history\` does not keep what it said: \`northstar lint --fix\` with the same --since writes it there; then add the \`reason\`
`,
  *check({ star, before, changes, today }) {
    if (!before || before.status === "candidate" || hasBlank(before.name + before.definition)) return;
    const isKept = changes.some(({ kind }) => kind === "former-added" || kind === "considered-added");
    const others = isKept ? [] : othersIn(before, star);
    const [first] = others;
    if (first === undefined) return;
    const says = others.length === 1 ? "says" : "say";
    yield {
      path: [others.find((key) => star[key] !== undefined) ?? "definition"],
      message: `the ${joinWords(others, "and")} ${says} something else than before, and \`history\` does not keep what ${others.length === 1 ? "it" : "they"} said: \`northstar lint --fix\` with the same --since writes it there; then add the \`reason\``,
      fix: keeping(before, star, today),
    };
  },
};

type Counted = "name" | "definition" | "unit" | "window" | "population";

/** What of a metric says something else than before. Whoever adds a unit or a window only says it more clearly. */
function othersIn(before: Northstar, star: Northstar): Counted[] {
  const english = languageOf(before) === "en" && languageOf(star) === "en";
  const isOther = (key: Counted) => !saysTheSame(before[key] ?? "", star[key] ?? "", english);
  const isTaken = (key: Counted) => before[key] !== undefined && isOther(key);
  return [
    ...(isOther("name") ? ["name" as const] : []),
    ...(countsTheSame(before.definition, star.definition, english) ? [] : ["definition" as const]),
    ...(["unit", "window"] as const).filter(isTaken),
    ...(isOther("population") ? ["population" as const] : []),
  ];
}

function keeping(before: Northstar, star: Northstar, today: string): Suggestion {
  const gone = (["game", ...ofTheMetric] as const).filter((key) => !deepEqual(before[key], star[key]));
  const others = gone.filter((key) => !(key === "game" && before.game === "____"));
  return {
    title: "keep in `history` what was counted before",
    safe: true,
    changes: [{ append: ["history"], value: formerMetric(before, today, others) }],
  };
}
