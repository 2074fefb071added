/** Inputs and bets written for this project, each with the rules that have something to say of it. */
import { describe, expect, test } from "vitest";
import { checkSource } from "../src/lint/check.js";
import { rules } from "../src/lint/rules/index.js";
import { completed } from "./examples.js";

/** The ids of what is found at an Input or at a bet of a file. */
function foundIn(part: string, key: "inputs" | "bets"): string[] {
  const { star, problems } = checkSource(completed(part), { rules, today: "2026-11-22" });
  expect(star).toBeDefined();
  const silent = new Set(["input-without-owner", "input-without-bet"]);
  return problems.filter(({ path, rule }) => path[0] === key && !silent.has(rule)).map(({ rule }) => rule);
}

test("an Input without an owner is asked about as it stands: alone, among others, or one of many", () => {
  const input = (name: string, owner = "") =>
    `  - { name: ${name}, definition: Number of orders that arrive in a week.${owner} }\n`;
  const asked = (inputs: string) =>
    checkSource(completed(`inputs:\n${inputs}`), { rules, today: "2026-11-22" })
      .problems.filter(({ rule }) => rule === "input-without-owner")
      .map(({ message }) => message);
  expect(asked(input("A"))).toEqual(["who owns this Input? it has no `owner`"]);
  expect(asked(input("A") + input("B"))).toEqual(["who owns these Inputs? none of them has an `owner`"]);
  expect(asked(input("A") + input("B", ", owner: C"))).toEqual([
    "who owns this Input? the others have an `owner`",
  ]);
});

test("an id that two Inputs have is named once where it is not the one that is meant", () => {
  const text = completed(`inputs:
  - { name: A, definition: Number of orders that arrive in a week. }
  - { name: A, definition: Number of orders that arrive in a week. }
bets:
  - { level: 2, for: zzz, if: orders arrived, then: more orders arrive }
`);
  const found = checkSource(text, { rules, today: "2026-11-22" }).problems;
  expect(found.find(({ rule }) => rule === "unknown-for")?.message).toBe(
    'no Input has the id "zzz": there is `a`',
  );
});

describe("an Input", () => {
  test.each([
    // Results of the business, and what only looks like one.
    ["Revenue per customer", "Average revenue from a customer.", ["input-as-result"]],
    ["Renewals", "Share of contracts that renew.", ["input-as-result"]],
    ["Customer retention", "Share of customers who stay after a year.", ["input-as-result"]],
    ["NPS", "Net Promoter Score of our customers.", ["input-as-result"]],
    ["Churned users", "Number of users who cancel in the month.", ["input-as-result"]],
    ["Weekly retention", "Share of readers who read again in the next week.", []],
    ["Seller income", "Total revenue that sellers earn in the month.", []],
    ["Uptime", "Share of minutes in which the service answers within a second.", []],
    ["Customers up for renewal who report", "Number of customers up for renewal who run a report.", []],
    // Tasks, and nouns that are verbs as well.
    ["Launch the new onboarding", "Share of newcomers who finish a lesson.", ["input-as-task"]],
    ["Improve search", "Share of searches that end in a booking.", ["input-as-task"]],
    ["Ship single sign-on", "Number of teams that invite a colleague.", ["input-as-task"]],
    ["Onboarding", "Ship the new onboarding by June.", ["input-as-task"]],
    ["Launch rate", "Share of drafts that teachers publish within a week.", []],
    ["Build time", "Median minutes from a push to its result.", []],
    ["Release frequency", "Number of versions that reach customers in a week.", []],
    ["Increase in orders", "Number of orders above those of the week before.", []],
    ["Add-to-cart rate", "Share of searches that end with an item in the cart.", []],
    ["Set-up completion", "Share of new teams that finish the set-up.", []],
    ["Invite acceptance", "Share of invitations that are accepted.", []],
    ["Add a friend", "Number of learners who add a friend in the week.", []],
    // Too broad, too narrow.
    ["Satisfied customers", "Number of customers who are satisfied.", ["broad-input"]],
    ["Positive reviews on social media", "Number of reviews that recommend us.", ["narrow-input"]],
    ["Clicks on the banner", "Number of clicks on the banner.", ["narrow-input"]],
    ["Merge request reviews", "Average number of comments on a merge request.", []],
    // The metric again.
    ["Weekly learning users", "Users who share learnings.", ["input-repeats-metric"]],
    ["Learning users per week", "Users who share learnings.", ["input-repeats-metric"]],
    ["Activated organizations", "Organizations with at least five weekly learning users.", []],
  ])("called %s, counted as %s", (name, definition, expected) => {
    const inputs = [
      `  - name: ${JSON.stringify(name)}\n    definition: ${JSON.stringify(definition)}`,
      "  - name: Reach\n    definition: Number of people who read a chart that a colleague made.",
      "  - name: First charts\n    definition: Share of newcomers who finish a chart on their first day.",
    ];
    expect(foundIn(`inputs:\n${inputs.join("\n")}`, "inputs")).toEqual(expected);
  });

  test.each([
    ["Orders per customer", "Customers placing orders", []],
    ["Orders per customer", "Customers per order", []],
    ["Total reading time", "Reading days", []],
    ["Orders on time", "On-time orders", ["repeated-input"]],
    ["Weekly Registrations", "Monthly registrations", ["repeated-input"]],
    ["Activated teams", "Team activation", ["repeated-input"]],
    ["Checkout conversion rate", "Checkout conversions in percent", ["repeated-input"]],
    ["____", "____", []],
  ])("next to another: %s, %s", (one, other, expected) => {
    const inputs = [one, other, "Something quite different"].map(
      (name, index) =>
        `  - id: i${index}\n    name: ${name}\n    definition: Number ${index} of its own kind.`,
    );
    const found = foundIn(`inputs:\n${inputs.join("\n")}`, "inputs");
    expect(found.filter((rule) => rule !== "unfilled-blank" && rule !== "doubtful-input")).toEqual(expected);
  });
});

test.each([
  ["Weekly Sign-ups", "Number of people who sign up in a week.", ["swapped-input"]],
  ["Weekly Active Users", "Number of users who log in in a week.", ["swapped-input"]],
  ["Planned Dinners Cooked", "Number of dinners that households cook from their plan in a week.", []],
])("an Input that counts value under %s", (name, definition, expected) => {
  const inputs = [
    "  - name: Complete plans\n    definition: Number of households that cook at least three planned dinners in a week.",
    "  - name: Plans\n    definition: Number of households that open a plan.",
    "  - name: Suggestions\n    definition: Share of suggested recipes that go into a plan.",
  ];
  const found = foundIn(`name: ${name}\ndefinition: ${definition}\ninputs:\n${inputs.join("\n")}`, "inputs");
  expect(found).toEqual(expected);
});

describe("a bet", () => {
  const opportunity =
    "  - level: 2\n    id: start\n    for: broadcasts\n    if: starting a chart were easier\n    then: newcomers would broadcast sooner";

  test.each([
    [0, "learning users rise", "more contracts renew", []],
    [0, "more contracts renew", "learning users rise", ["backward-bet", "vague-then"]],
    [1, "more charts are consumed by colleagues", "weekly learning users rise", []],
    [1, "weekly learning users rise", "more charts are broadcasted", ["backward-bet", "vague-then"]],
    [1, "learning users increase", "there are more learning users", ["bet-repeats-itself"]],
    [2, "newcomers knew what to share", "they would broadcast sooner", []],
    [2, "we make it appealing to share", "more charts are broadcasted", []],
    [2, "users could build a chart in a minute", "more of them would broadcast", []],
    [2, "build times were shorter", "broadcasts would reach people sooner", []],
    [2, "we ship chart templates", "more charts are broadcasted", ["solution-as-opportunity"]],
    [2, "add a gallery of templates", "more charts are broadcasted", ["solution-as-opportunity"]],
    [2, "a gallery is added", "more charts are broadcasted", ["solution-as-opportunity"]],
    [2, "our team rebuilds the editor", "more charts are broadcasted", ["solution-as-opportunity"]],
    [2, "the teams of a customer met in one place", "they would broadcast sooner", []],
    [2, "loading were faster", "the product would feel modern", ["vague-then"]],
    [3, "we ship templates", "newcomers start from one", []],
    [3, "send newcomers a first chart", "newcomers start from one", []],
    [3, "templates are offered on the first page", "newcomers start from one", []],
    [3, "the first page shows templates", "newcomers start from one", []],
    [3, "charts are easier", "newcomers start sooner", ["wish-as-intervention"]],
    [3, "users trust their charts", "newcomers start sooner", ["wish-as-intervention"]],
    [3, "we are faster", "newcomers start sooner", ["wish-as-intervention"]],
    [3, "we want more templates", "newcomers start sooner", ["wish-as-intervention"]],
  ])("at level %i: if %s, then %s", (level, cause, effect, expected) => {
    const target = ["renewals", "broadcasts", "broadcasts", "start"][level];
    const bet = `  - level: ${level}\n    for: ${target}\n    if: ${cause}\n    then: ${effect}`;
    const results = "results:\n  - id: renewals\n    name: Renewals of contracts";
    expect(foundIn(`${results}\nbets:\n${opportunity}\n${bet}`, "bets").sort()).toEqual(expected);
  });
});

describe("what a bet stands under", () => {
  const others = `results:
  - { id: renewals, name: Renewed contracts }
bets:
  - { level: 2, id: start, for: broadcasts, if: starting were easier, then: they would broadcast more }
  - { level: 2, for: broadcasts, if: sharing were easier, then: they would broadcast more }
  - { level: 3, id: templates, for: start, if: we ship templates, then: starting is easier }
`;

  test.each([
    [0, "renewals", null],
    [0, "renewal", /^no result has the id "renewal": did you mean `renewals`\?$/],
    [0, "Renewed contracts", /by the id: write `renewals`$/],
    [0, "broadcasts", /this is an Input: make it level 1, or name a result$/],
    [1, "Broadcasted Learnings", /by the id: write `broadcasts`$/],
    [1, "BROADCASTS", /by the id: write `broadcasts`$/],
    [1, "renewals", /this is a result: make it level 0, or name an Input$/],
    [1, "____", null],
    [2, "start", /this is an opportunity: make it level 3, or name an Input$/],
    [2, "templates", /this is an intervention: name an Input$/],
    [2, "something else", /there are `broadcasts`, `activation` and `consumption`$/],
    [3, "start", null],
    [3, "sharing were easier", /give it an `id` and write that here$/],
    [3, "broadcasts", /this is an Input: write the level-2 bet between the two, and name that$/],
    [3, "templates", /this is an intervention: name a level-2 bet$/],
    [3, "something else", /there is `start`$/],
  ])("at level %i: %s", (level, target, expected) => {
    const bet = `  - { level: ${level}, for: "${target}", if: this happens, then: that happens }\n`;
    const { problems } = checkSource(completed(others + bet), { rules, today: "2026-11-22" });
    const found = problems.filter(({ rule }) => rule === "unknown-for" || rule === "bet-at-wrong-level");
    expect(found.map(({ message }) => message)).toEqual(expected ? [expect.stringMatching(expected)] : []);
  });

  test("a level-0 bet names its result itself where the file lists none", () => {
    const bet =
      "bets:\n  - { level: 0, for: Renewed contracts, if: learning users rise, then: contracts renew }";
    expect(foundIn(bet, "bets")).toEqual([]);
  });

  test.each(["broadcasts", "Broadcasted Learnings", "start"])(
    "a level-0 bet for %s, which is no result, is told so where the file lists no results, too",
    (target) => {
      const part = `bets:
  - { level: 0, for: ${target}, if: learning users rise, then: contracts renew }
  - { id: start, level: 2, for: broadcasts, if: sharing were easier, then: more learnings would be broadcast }
`;
      expect(foundIn(part, "bets")).toEqual(["bet-at-wrong-level"]);
    },
  );

  test("what is over cannot be worded better: closed bets are left alone", () => {
    const said = (stage: string) => `${others.slice(0, others.indexOf("bets:"))}bets:
  - { level: 0, for: renewals, if: learning users rise, then: everybody is glad, ${stage} }
  - { level: 1, for: broadcasts, if: there are more learning users, then: there are more learning users, ${stage} }
  - { id: start, level: 2, for: broadcasts, if: we build an app, then: more learnings would be broadcast, ${stage} }
  - { level: 3, for: start, if: charts are more intuitive, then: people would be happier, ${stage}, review: 2026-01-01 }
  - { level: 2, for: an Input that is gone, if: sharing were easier, then: learnings would be broadcast, ${stage} }
`;
    expect(foundIn(said("stage: active"), "bets").length).toBeGreaterThan(5);
    const outcome = "outcome: { date: 2026-11-02, verdict: lost, learned: Nobody wanted it. }";
    expect(foundIn(said(`stage: closed, ${outcome}`), "bets")).toEqual([]);
    expect(foundIn(said(outcome), "bets")).toEqual([]);
  });

  test("a slip of the pen in a closed bet is still mended", () => {
    const bet = "  - { level: 1, for: brodcasts, if: this happens, then: that happens, stage: closed }\n";
    expect(foundIn(others + bet, "bets")).toContain("unknown-for");
  });
});
