/** Every published example has a bad twin that the same company might have chosen, broken on the right point. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Point } from "../../src/file/problem.js";
import { checkSource } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";

const twins: Record<string, { name: string; definition: string; point: Point }> = {
  ajc: { name: "Page views", definition: "Number of pages viewed in the month.", point: "vanity" },
  airbnb: {
    name: "Gross booking value",
    definition: "Total value of orders placed in the month.",
    point: "leading",
  },
  amplitude: {
    name: "Daily Active Users",
    definition: "Number of users who open the product on a day.",
    point: "vanity",
  },
  "burger-king": {
    name: "App installs",
    definition: "Number of times the app was installed in the month.",
    point: "vanity",
  },
  doordash: {
    name: "Order quality score",
    definition: "Weighted sum of selection, price and delivery time.",
    point: "understandable",
  },
  "gitlab-source-code": {
    name: "Delivery speed",
    definition: "Story points the team completes per sprint.",
    point: "value",
  },
  instacart: {
    name: "Trusted groceries",
    definition: "Share of customers who feel sure that their groceries are fresh.",
    point: "measurable",
  },
  lexisnexis: {
    name: "Features shipped",
    definition: "Number of features the team ships per quarter.",
    point: "value",
  },
  medium: { name: "Page views", definition: "Number of pages viewed in the month.", point: "vanity" },
  "netflix-2005": {
    name: "Monthly revenue",
    definition: "Revenue from subscriptions in the month.",
    point: "leading",
  },
  slack: { name: "Teams created", definition: "Cumulative number of teams since launch.", point: "vanity" },
  spotify: {
    name: "Lifelong listeners",
    definition: "Number of people who listen to music for life.",
    point: "actionable",
  },
  walmart: { name: "Monthly revenue", definition: "Revenue from all stores in the month.", point: "leading" },
};

const examples = new URL("../../examples/", import.meta.url);
const folders = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(folders.map(({ name }) => name))("%s", (folder) => {
  const text = readFileSync(new URL(`${folder}/northstar.yaml`, examples), "utf8");
  const twin = twins[folder];
  expect(twin, `a bad twin of ${folder}`).toBeDefined();
  const judge = (yaml: string) =>
    checkSource(yaml, { rules, today: "2026-11-22" }).points.filter(({ state }) => state !== "met");
  expect(judge(text)).toEqual([]);
  expect(judge(withMetric(text, twin?.name ?? "", twin?.definition ?? ""))).toContainEqual(
    expect.objectContaining({ id: twin?.point, state: "broken" }),
  );
});

/** The file with another metric; a definition may go over several lines. */
function withMetric(text: string, name: string, definition: string): string {
  return text
    .replace(/^name: .*$/m, `name: ${name}`)
    .replace(/^definition: .*(?:\n {2}.*)*$/m, `definition: ${definition}`);
}
