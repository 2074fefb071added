import { quoted } from "../../../file/message-text.js";
import { idleTime } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const timeInProduct: Rule = {
  id: "time-in-product",
  part: "vanity",
  severity: "warning",
  english: true,
  summary: "Counts time in the product, whatever it is spent on",
  why: `Long stays may mean delight, confusion or waiting. Time is a good measure where time is what the customer came
to spend, and then the definition can say on what: reading, listening, learning.`,
  question: "What do people come to spend this time on?",
  chapter: 2,
  good: `
name: Weekly learning hours
definition: Hours that learners spend learning in a week.
`,
  bad: `
name: Time in the app
definition: Average time that a member spends in the app.
#                   ^^^^ "time" may be spent searching or waiting: say what people spend it on
`,
  *check({ metric, star }) {
    const time = idleTime(metric, star.game);
    if (!time) return;
    yield {
      ...time.place,
      message: `${quoted(time.text)} may be spent searching or waiting: say what people spend it on`,
    };
  },
};
