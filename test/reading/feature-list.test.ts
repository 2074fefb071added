/** Which texts only list features, and which say something of customers. */
import { expect, test } from "vitest";
import { isFeatureList } from "../../src/reading/feature-list.js";

test.each([
  "dark mode, CSV export and a Slack integration",
  "we had templates and a new editor",
  "there were reminders in the app & a weekly digest",
  "the app offered widgets, plugins, and webhooks",
  "a dashboard + notifications",
  "search\nfilters\nsaved reports",
])("%j lists features", (text) => {
  expect(isFeatureList(text)).toBe(true);
});

test.each([
  "templates and dashboards were easier to find",
  "users could find templates, charts and dashboards",
  "newcomers found a template and shared it",
  "people on phones, tablets and laptops saw the same",
  "a finding could be told with its context",
  "new users did not face an empty page",
  "a better search",
  "parents, teachers and pupils",
  "",
  " , and ,",
])("%j does not", (text) => {
  expect(isFeatureList(text)).toBe(false);
});

test("a long text is read in little time", () => {
  const start = performance.now();
  for (const part of [" ", "and ", ", ", "the the ", "search, "]) isFeatureList(part.repeat(20_000));
  expect(performance.now() - start).toBeLessThan(2000);
});
