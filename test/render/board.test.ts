import { describe, expect, test } from "vitest";
import { board } from "../../src/render/board.js";
import { hostile, hostileTexts } from "./hostile.js";
import { escapesIn, narrow } from "./markdown.js";
import { told } from "./stars.js";

test("bets stand in the columns of the playbook, by Input", () => {
  const text = narrow(board(told("amplitude")));
  expect(text).toContain("**2 of at most 3 bets are active.**");
  expect(text).toContain(`## Opportunities (1 to 3 months)

| Input | Focus next | Focusing | Review |
| --- | --- | --- | --- |
| **Broadcasted Learnings** | | If new users did not face an empty page, then they would broadcast their first learning in week one (Sharing pod, review 2026-12-15) | |
| **Consumption of Learnings** | If a finding could be told with its context, then people outside the team would understand it (Notebook pod) | | |

## Interventions (1 to 3 weeks)

| Input | To try | Trying | Review |
| --- | --- | --- | --- |
| **Broadcasted Learnings** | | If the first chart is shared with one click, then newcomers share in their first session (Sharing pod, **review overdue since 2026-09-20**) | |
`);
});

test("what is closed has left the board", () => {
  expect(board(told("amplitude"))).not.toContain("we ship chart templates");
});

test("a limit that is broken is said", () => {
  expect(board(told("large"))).toContain("**8 bets are active, 4 more than the limit of 4.**");
});

test("each limit is said, in the words of its level", () => {
  const { star, ...rest } = told("amplitude");
  const limits = { active: 1, opportunities: 1, interventions: 2 };
  expect(board({ ...rest, star: { ...star, limits } })).toContain(
    `**2 bets are active, 1 more than the limit of 1.**\\
**1 of at most 1 opportunity is active.**\\
**1 of at most 2 interventions is active.**`,
  );
});

test("bets without a stage are listed by Input, and a file without bets says so", () => {
  expect(narrow(board(told("burger-king")))).toContain(`## Without a stage

With a stage (next, active or review) a bet stands in a column of its own.

| Input | Opportunities | Interventions |
| --- | --- | --- |
| **Registration** | If signing up is really appealing for new mobile users, then digital registrations will increase | If discounts exist only in the app, then it is more appealing to register |
| **Frequency** | If mobile users had a reason to come back, then registered users order more often | If coupons are valid for mobile orders only, then users come back through the app |
`);
  expect(board(told("amplitude"))).not.toContain("Without a stage");
  expect(board(told("five-keys"))).toContain("There are no opportunities and no interventions yet.");
});

describe.each(Object.entries(hostileTexts))("hostile text: %s", (_, text) => {
  test("stays text", () => {
    expect(escapesIn(board(hostile(text)))).toEqual([]);
  });
});
