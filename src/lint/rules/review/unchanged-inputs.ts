import { numberInWords } from "../../../file/message-text.js";
import type { Rule } from "../../rule.js";

const manyReviews = 4;

export const unchangedInputs: Rule = {
  id: "unchanged-inputs",
  part: "review",
  severity: "note",
  summary: "Four reviews have passed, and every Input is as it was",
  why: `Inputs are what a team believes to drive its metric, and most beliefs meet a surprise within a year. Where
review after review leaves all of them as they were, they may have been chosen well, or nobody asks any more. The
file tells when the metric was last changed, and \`northstar change\` keeps the Inputs that went with it.`,
  question: "Which of these Inputs would you choose again today, and which one is missing?",
  chapter: 6,
  good: `
reviews:
  - date: 2026-06-01
    question: Which of our present work could serve an Input better?
    answer: The search, which helps readers to find a second article.
`,
  bad: `
inputs:
#^^^^^ the file tells of four reviews and of no change to the Inputs: which of them would you choose again today?
  - name: Weekly readers
    definition: Subscribers who read at least one article to the end in a week.
  - name: Finished articles
    definition: The share of opened articles that are read to the end in a week.
  - name: Reading days
    definition: The average number of days in a week on which a subscriber reads.
reviews:
  - { date: 2025-07-01, question: What have we learned?, answer: Readers come back for series. }
  - { date: 2025-10-01, question: What have we learned?, answer: Nobody reads on Mondays. }
  - { date: 2026-01-01, question: What have we learned?, answer: Short texts are not read faster. }
  - { date: 2026-04-01, question: What have we learned?, answer: Pictures help at the start. }
`,
  *check({ star: { status, history = [], reviews = [], review } }) {
    if (status === "retired") return;
    const changed = history.reduce((latest, { date = "" }) => (date > latest ? date : latest), "");
    const days = new Set([...reviews.map(({ date = "" }) => date), review?.last ?? ""]);
    const many = [...days].filter((day) => day > changed).length;
    if (many >= manyReviews)
      yield {
        path: ["inputs"],
        at: "key",
        message: `the file tells of ${numberInWords(many)} reviews and of no change to the Inputs: which of them would you choose again today?`,
      };
  },
};
