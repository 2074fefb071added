/** Each way to say nothing or to deny a point has an answer that is read by it alone, and one like it that is not. */
import { expect, test } from "vitest";
import { claims, denialIn, vanityDenials } from "../../src/reading/denial.js";
import { evasions, isEvasion } from "../../src/reading/evasion.js";
import { patternOf } from "../../src/reading/pattern.js";

/** In the order of `evasions`: what is read as one, and what says something. */
const examples: readonly (readonly [reads: string, not: string])[] = [
  ["ask the data team", "ask twice and members answer once"],
  ["see the strategy deck", "see it rise when dinners are cooked"],
  ["same as the metric", "the same people come back each week"],
  ["as discussed", "as cooks plan more they eat at home"],
  ["anna knows", "everyone knows what a cooked dinner is"],
  ["tbd in the workshop", "families decide what to cook by it"],
  ["it will be decided", "it will be seen in renewals"],
  ["to be confirmed", "to be full is what they came for"],
  ["we will figure out", "we will cook more with it"],
  ["we will define it later", "we see it in the logs"],
  ["needs more thought", "needs nothing but the log of plans"],
  ["work in progress", "work gets done by it"],
  ["discuss with sales", "sales can say it in one breath"],
  ["next workshop", "next week they cook again"],
  ["not sure yet", "not one dinner is counted twice"],
  ["we do not know yet", "we know it from the till"],
  ["because it is", "because they eat together"],
  ["it just does", "it does what a family wants"],
  ["common sense", "a common dinner at seven"],
];

test.each(evasions.map((row, index) => [index, row] as const))("evasion %i", (index, row) => {
  const [reads, not] = examples[index] ?? ["", ""];
  const matches = (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`).test(text);
  expect(matches(row, reads), `${reads} is read by this row`).toBe(true);
  expect(evasions.filter((each) => matches(each, reads))).toEqual([row]);
  expect([isEvasion(reads), isEvasion(not)]).toEqual([true, false]);
});

/** By point: answers that deny it by a verb, by a noun and without a negation, and one that does not. */
const denials = {
  value: {
    verbs: "customers do not care about it",
    nouns: "it gives no advantage",
    opposites: "it is worthless",
    not: "it puts a meal on the table",
  },
  strategy: {
    verbs: "it does not reflect the plan",
    nouns: "there is no bearing",
    opposites: "it is generic",
    not: "it follows from our vision",
  },
  leading: {
    verbs: "it does not predict renewals",
    nouns: "there is no evidence",
    opposites: "it lags behind",
    not: "it moves a month before renewals",
  },
  actionable: {
    verbs: "we cannot influence it",
    nouns: "we have no lever",
    opposites: "it is beyond our reach",
    not: "recipes move it within weeks",
  },
  understandable: {
    verbs: "nobody understands it",
    nouns: "they have no clue",
    opposites: "it is confusing",
    not: "a cook can say it aloud",
  },
  measurable: {
    verbs: "it cannot be counted",
    nouns: "there is no instrumentation",
    opposites: "it is unobservable",
    not: "each plan is logged",
  },
} as const;

const points = Object.keys(denials) as (keyof typeof denials)[];
const ways = ["verbs", "nouns", "opposites"] as const;

test.each(points.flatMap((point) => ways.map((way) => [point, way] as const)))(
  "%s is denied by its %s",
  (point, way) => {
    const claim = claims[point];
    const before = claim[way];
    expect(denialIn(point, denials[point][way])).not.toBeNull();
    expect(denialIn(point, denials[point].not)).toBeNull();
    claim[way] = "(?!)";
    const without = denialIn(point, denials[point][way]);
    claim[way] = before;
    expect(without, "nothing else denies it").toBeNull();
  },
);

/** In the order of `vanityDenials`. */
const admissions = [
  "it rises while customers are no better off",
  "it can be gamed",
  "advertising raises it",
  "it is just vanity",
  "it looks good in the board",
  "more is not always better",
  "yes, it could",
];

test.each(vanityDenials.map((way, index) => [index, way] as const))(
  "denial of the seventh point %i",
  (index, way) => {
    const admission = admissions[index] ?? "";
    expect(vanityDenials.filter(({ source }) => patternOf(source).test(admission))).toEqual([way]);
    expect(denialIn("vanity", admission)).not.toBeNull();
    expect(denialIn("vanity", `nobody can say that ${index} dinners rise by ads`)).toBeNull();
  },
);
