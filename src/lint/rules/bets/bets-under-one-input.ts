import { numberInWords } from "../../../file/message-text.js";
import { isOpen } from "../../../file/northstar.js";
import type { Rule } from "../../rule.js";

const fewBets = 3;

export const betsUnderOneInput: Rule = {
  id: "bets-under-one-input",
  part: "bets",
  severity: "note",
  summary: "All open bets stand under one Input",
  why: `Inputs together produce the metric. Where all the work goes into one of them, that may be a choice; it may
also be that the others were never what the team believes in, and then they are the wrong Inputs.`,
  question: "If this Input is the one that counts, what are the others there for?",
  chapter: 6,
  good: `
inputs:
  - name: Weekly readers
    definition: Subscribers who read at least one article to the end in a week.
  - name: Reading days
    definition: The average number of days in a week on which a subscriber reads.
bets:
  - { level: 2, for: weekly-readers, if: it was clear what is new, then: more subscribers would read }
  - { level: 2, for: reading-days, if: a series went on each day, then: subscribers would come back }
  - { level: 2, for: reading-days, if: there was a short article for each morning, then: subscribers would come back }
`,
  bad: `
inputs:
  - name: Weekly readers
    definition: Subscribers who read at least one article to the end in a week.
  - name: Reading days
#         ^^^^^^^^^^^^ all three open opportunities and interventions stand under this Input: what are the others there for?
    definition: The average number of days in a week on which a subscriber reads.
bets:
  - { level: 1, for: weekly-readers, if: more subscribers read, then: more articles are read to the end }
  - { level: 2, for: reading-days, if: a series went on each day, then: subscribers would come back }
  - { level: 2, for: reading-days, if: there was a short article for each morning, then: subscribers would come back }
  - { level: 2, for: reading-days, if: readers knew when the next part comes, then: they would be there }
`,
  *check({ star, tree: { inputs } }) {
    if (star.status === "retired" || inputs.length < 2) return;
    const worked = inputs.map(({ path, opportunities }) => ({
      path,
      many: opportunities
        .flatMap((each) => [each, ...each.interventions])
        .filter(({ value }) => isOpen(value)).length,
    }));
    const [one, another] = worked.filter(({ many }) => many > 0);
    if (!one || another || one.many < fewBets) return;
    yield {
      path: [...one.path, "name"],
      message: `all ${numberInWords(one.many)} open opportunities and interventions stand under this Input: what are the others there for?`,
    };
  },
};
