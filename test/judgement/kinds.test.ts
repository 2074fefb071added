/** Kinds of wording that were misread once, each in several wordings: what the rules say of the metric. */
import { expect, test } from "vitest";
import { checkSource } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";

function against(name: string, definition: string, notes = false): string[] {
  const text = `name: ${JSON.stringify(name)}
definition: ${JSON.stringify(definition)}
game: productivity
inputs:
  - { name: Open slots, definition: Number of slots per week that clinics offer., owner: A }
  - { name: Short forms, definition: Share of forms that patients finish in a minute., owner: B }
  - { name: Kept visits, definition: Share of appointments that patients keep., owner: C }
bets: []
`;
  const { problems } = checkSource(text, { rules, today: "2026-11-22" });
  return problems
    .filter(
      ({ rule, severity, path }) =>
        (notes || severity !== "note") && rule !== "unanswered-point" && path[0] !== "bets",
    )
    .filter(({ path }) => path[0] === "name" || path[0] === "definition")
    .map(({ rule }) => rule);
}

test.each([
  [
    "Production Deployments",
    "Number of successful production deployments per month that are made through the studio.",
  ],
  ["Builds", "Number of releases per week that are shipped using the pipeline."],
  ["Answered Reports", "Number of reports that managers answer each Monday."],
  ["Answered Reports", "Number of reports that managers answer on Fridays."],
  ["Answered Reports", "Number of reports that managers answer every evening."],
  ["Landed First Changes", "Number of people who land their first change in the project in a month."],
  ["Logged Workouts", "Number of workouts that members log in a week."],
  ["Logged Meals", "Number of meals that members log on the previous day."],
  [
    "Patients Seen on Time",
    "Share of patients per week who are seen within 15 minutes of their appointment.",
  ],
  ["Clients Seen", "Number of clients per week who get seen by an adviser."],
  ["Reviewed Pull Requests", "Pull requests per team per week that get a review within an hour."],
  ["Sales Calls Coached", "Number of sales calls per week that get coaching notes which the rep applies."],
  ["Fast answers", "Share of tickets per week whose response time is under 5 minutes."],
  ["Improved scores", "Number of pupils per term whose score improves by 15 %."],
  ["Time to Repair", "= time of repair − time of report, averaged over all repairs of a month"],
  ["Homes in Poor Repair", "% of homes below the repair standard per quarter, lower is better"],
  ["Solved on First Contact", "calls solved / calls answered × 100, per week"],
  ["Seat in a Week", "% OF WAITING PLAYERS who get a seat in their first game within the week"],
  ["Waiting for Care", "average days a patient waits for a first appointment, per month"],
  ["Time to First Report", "minutes, sign-up → first report made, per week"],
  [
    "Time to Recovery",
    "time from the alarm till cause found + service back + customers told, median of the month",
  ],
])("%s: %s is fine", (name, definition) => {
  expect(against(name, definition)).toEqual([]);
});

test.each([
  ["Missed Collections", "per 10,000 homes per month, all rounds"],
  ["Permit Processing Time", "from application to decision, avg"],
])("%s: %s says of the name how it is counted", (name, definition) => {
  expect(against(name, definition)).not.toContain("nothing-countable");
});

test("capitals that stress a phrase, or write a long word, are no abbreviations", () => {
  expect(against("Fast answers", "SHARE OF TICKETS with status ANSWERED within a day, per week")).toEqual([]);
});

test.each([
  [
    "mere-presence",
    "Monthly Actives",
    "Unique users who performed any tracked action of the group in the last 28 days.",
  ],
  ["mere-presence", "Live Projects", "Projects with at least one event in 28 days."],
  ["mere-presence", "Live Instances", "Instances that send a ping in a month."],
  ["mere-presence", "Logins", "Number of people who log in every week."],
  ["mere-presence", "Landings", "Number of people who land on the page in a week."],
  ["company-activity", "Deployments", "Number of deployments that our engineers make per month."],
  [
    "goal-as-metric",
    "Quick Grading",
    "Median time from sign-up to the first graded exam is under 5 minutes, per month.",
  ],
  ["goal-as-metric", "On time", "95 % of orders arrive on the promised day."],
  ["goal-as-metric", "Response", "Average response time of under two hours per week."],
  ["goal-as-metric", "Turnaround", "Median hours from brief to publication, under 96 hours."],
])("%s: %s: %s", (rule, name, definition) => {
  expect(against(name, definition)).toContain(rule);
});

test.each([
  "Share of daily users among monthly ones of more than 40%.",
  "Accuracy of signals improves by 15% from one version to the next.",
  "50 or more subscribers by version 3.",
])("an Input that is a goal: %s", (definition) => {
  const text = `name: Followed Signals
definition: Number of signals per week that investors act on within a day.
game: productivity
inputs: [{ name: Driver, definition: ${JSON.stringify(definition)} }]
`;
  const { problems } = checkSource(text, { rules, today: "2026-11-22" });
  expect(problems.find(({ rule }) => rule === "goal-as-input")?.path).toEqual(["inputs", 0, "definition"]);
});

test("to realise a saving is no state of mind", () => {
  const found = against("Realised Savings", "Sum of savings that plants realise in a quarter.");
  expect(found).not.toContain("state-of-mind");
});

test("what the model lets stand is asked where a rule objects", () => {
  const definition =
    "Dollars per month that customers no longer spend on idle cloud after taking our advice.";
  expect(against("Money not wasted", definition)).toEqual([]);
  expect(against("Money not wasted", definition, true)).toContain("lagging-metric");
});

// What the playbook and its authors say of metrics of their own.
test.each([
  ["Meditation Streaks", "Number of users with prolonged streaks of daily sessions."],
  ["Primary Bank Customers", "Customers per month who use it as their primary bank."],
  ["Actionable Searches", "Searches per week whose results lead to an action."],
])("the playbook lets %s stand", (name, definition) => {
  expect(against(name, definition)).toEqual([]);
});

test.each([
  ["Time on Page", "Average time on page."],
  ["Scheduled Deliveries", "Number of deliveries scheduled in a week."],
  ["Season Passes Sold", "Number of season passes sold in a month."],
])("the playbook objects to %s", (name, definition) => {
  expect(against(name, definition).filter((rule) => rule !== "no-window")).not.toEqual([]);
});

test("a sound metric without a window is asked for one, and no more", () => {
  const definition =
    "Percentage of searches that return a result the user selects from the first five results.";
  expect(against("Actionable Searches", definition)).toEqual([]);
  expect(against("Actionable Searches", definition, true)).toContain("no-window");
});

test.each([
  "Online booking is live.",
  "The new checkout has been rolled out to all shops.",
  "Onboarding improved",
  "API documented.",
])("an Input that says that work is done is a task: %s", (definition) => {
  expect(inputRules(definition)).toContain("input-as-task");
});

test.each([
  "Share of clinics whose online booking is live.",
  "Orders shipped within a day.",
  "Listings that are available at the weekend.",
  "Repairs finished in one visit.",
])("an Input that counts what is done is none: %s", (definition) => {
  expect(inputRules(definition)).not.toContain("input-as-task");
});

function inputRules(definition: string): string[] {
  const inputs = [{ name: "First", definition }];
  const star = {
    name: "Visits kept",
    definition: "Visits that patients keep per week.",
    game: "productivity",
    inputs,
  };
  return checkSource(JSON.stringify(star), { rules, today: "2026-11-22" })
    .problems.filter(({ path }) => path[0] === "inputs" && path[1] === 0)
    .map(({ rule }) => rule);
}
