/** What a rule's page says that it finds, it finds. */
import { expect, test } from "vitest";
import { checkSource } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";

/** By rule: the words of its page, each with a definition that says it. */
const named: Record<string, Record<string, string>> = {
  "all-time-total": { "since the beginning": "Number of lessons completed since the beginning." },
  "bare-audience": {
    users: "Number of users.",
    customers: "Number of customers.",
  },
  "company-activity": {
    "Features shipped": "Number of features shipped per quarter.",
    "story points": "Number of story points per sprint.",
    "calls that sales makes": "Number of calls that our sales team makes per week.",
  },
  "composite-score": { "weighted score": "Weighted score of comments and likes per week." },
  "counts-beginnings": {
    starts: "Number of applications that citizens start in a week.",
    attempts: "Number of payments that users attempt in a week.",
    "applies for": "Number of loans that customers apply for in a week.",
  },
  "counts-trouble": {
    Complaints: "Number of complaints per week.",
    errors: "Number of errors per week.",
    "support contacts": "Number of support contacts per week.",
  },
  "known-vanity-metric": {
    Views: "Number of page views per week.",
    impressions: "Number of ad impressions per week.",
    downloads: "Number of downloads per week.",
    "sign-ups": "Number of sign-ups per week.",
    followers: "Number of followers per week.",
  },
  "lagging-metric": {
    Revenue: "Revenue per month.",
    churn: "Churn per quarter.",
    renewals: "Number of renewals per year.",
    "satisfaction scores": "Average satisfaction score per quarter.",
  },
  "market-condition": {
    "The economy": "Growth of the economy per year.",
    "size of a market": "The size of the market per year.",
    "for life": "Number of people who stay in their job for life.",
  },
  "mere-presence": {
    active: "Number of active users per week.",
    "log in": "Number of logged-in users per week.",
    "open an app": "Number of people who open the app in a week.",
  },
  "own-funnel": {
    Leads: "Number of leads per month.",
    demos: "Number of demos per month.",
    trials: "Number of trials per month.",
  },
  "state-of-mind": {
    think: "Number of viewers who think about a film in a week.",
    feel: "Number of people who feel better after a week.",
    trust: "Number of customers who trust us per month.",
  },
};

const cases = Object.entries(named).flatMap(([id, things]) =>
  Object.entries(things).map(([words, definition]) => ({ id, words, definition })),
);

test.each(cases)("$id finds $words", ({ id, words, definition }) => {
  expect(rules.find((rule) => rule.id === id)?.why.replace(/\s+/g, " ")).toContain(words);
  const text = `name: Example\ndefinition: ${definition}\ngame: productivity\ninputs: []\n`;
  const { problems } = checkSource(text, { rules, today: "2026-11-22" });
  expect(problems.map(({ rule }) => rule)).toContain(id);
});
