import { systemNames } from "../../../metrics/metric.js";
import { isRunningTotal } from "../../../metrics/source.js";
import type { Rule } from "../../rule.js";
import { inSystem, isKnown, sourcePlace } from "../../source-text.js";

export const runningTotal: Rule = {
  id: "running-total",
  part: "vanity",
  severity: "warning",
  summary: "The number behind it can only go up",
  why: `A total of all time rises in good weeks and in bad ones, whatever the definition in this file says: every chart of it
looks like success. In dbt a cumulative metric without a window and without a period to start anew in is such a total;
in Lightdash it is one of type \`running_total\`.`,
  question: "Over which days should it be counted?",
  chapter: 2,
  good: `
# cumulative over 7 days in dbt
source: { dbt: readers_of_a_week }
`,
  bad: `
# cumulative in dbt, without a window
source: { dbt: readers_ever }
#              ^^^^^^^^^^^^ \`readers_ever\` in dbt adds up all there ever was, so it can only go up; give it a window there, or name a metric that has one
`,
  lookedUp: {
    readers_of_a_week: { kind: "cumulative", window: { count: 7, grain: "day" } },
    readers_ever: { kind: "cumulative", window: "none", aggregation: "count_distinct" },
  },
  *check({ sources }) {
    for (const source of sources) {
      if (!isKnown(source) || !isRunningTotal(source)) continue;
      const unless = /^sum/.test(source.aggregation) ? " unless what it adds can be negative" : "";
      const step =
        source.system === "dbt" || source.system === "ossie"
          ? "give it a window there, or name a metric that has one"
          : `name a metric of ${systemNames[source.system]} that starts anew in each period`;
      yield {
        ...sourcePlace(source),
        message: `${inSystem(source)} adds up all there ever was, so it can only go up${unless}; ${step}`,
      };
    }
  },
};
