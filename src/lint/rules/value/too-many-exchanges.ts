import { numberInWords } from "../../../file/message-text.js";
import type { Rule } from "../../rule.js";

export const tooManyExchanges: Rule = {
  id: "too-many-exchanges",
  part: "value",
  severity: "note",
  summary: "More than six key value exchanges",
  why: `A key value exchange is a moment in which a customer gets what they came for, and most products have
three to six of them. A longer list usually holds the steps on the way as well, and then it no longer shows
which moments the metric should count.`,
  question: "After which of these would a customer say that it was worth it?",
  chapter: 5,
  good: `
exchanges:
  - A colleague comments on a chart for the first time.
  - A team changes its plan because of what it found.
`,
  bad: `
exchanges:
#^^^^^^^^ seven key value exchanges are many: which three to six of them are worth it to a customer?
  - Somebody signs up.
  - Somebody connects a source of data.
  - Somebody makes a first chart.
  - Somebody shares a chart.
  - A colleague opens the chart.
  - A colleague comments on the chart.
  - The team changes its plan.
`,
  *check({ star: { exchanges = [] } }) {
    if (exchanges.length <= 6) return;
    const many = `${numberInWords(exchanges.length)} key value exchanges are many`;
    yield {
      path: ["exchanges"],
      message: `${many}: which three to six of them are worth it to a customer?`,
    };
  },
};
