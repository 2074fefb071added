/** What a program may import, as a program uses it. */
import { describe, expect, test } from "vitest";
import { check, explain, render } from "../src/index.js";
import { onePager } from "../src/render/one-pager.js";
import { told } from "./render/stars.js";

const today = "2026-11-22";
const text = `name: Weekly Foragers
definition: The number of people who open a parcel in seven days.
game: transaction
inputs: []
# northstar-ignore too-few-inputs: they come in May
bets: []
`;

function found(options: Parameters<typeof check>[1] = {}): string[] {
  return check(text, { today, ...options }).problems.map(({ rule, severity }) => `${severity} ${rule}`);
}

describe("a program judges as a team has configured it", () => {
  test("with the severities of rules", () => {
    expect(found()).toContain("error mere-presence");
    expect(found({ rules: { "mere-presence": "note" } })).toContain("note mere-presence");
    expect(found({ rules: { "mere-presence": "off" } }).join()).not.toContain("mere-presence");
    expect(found({ rules: { "unused-ignore": "error" } })).toContain("error unused-ignore");
  });

  test("with words of the team's own", () => {
    expect(found({ words: { value: ["open a parcel"] } }).join()).not.toContain("mere-presence");
  });

  test("with what comments ignore", () => {
    const ignored = text.replace("bets: []\n", "").replace("inputs: []\n", "").concat("inputs: []\n");
    const ids = (ignores: boolean) => check(ignored, { today, ignores }).problems.map(({ rule }) => rule);
    expect(ids(true)).not.toContain("too-few-inputs");
    expect(ids(false)).toContain("too-few-inputs");
  });

  test("and hears of a rule or a severity that does not exist", () => {
    expect(() => found({ rules: { "mere-presense": "off" } })).toThrow(
      new RangeError("there is no rule mere-presense; did you mean mere-presence?"),
    );
    expect(() => found({ rules: { "mere-presence": "warn" as "warning" } })).toThrow(
      new RangeError("mere-presence cannot be warn, only error, warning, note or off"),
    );
  });
});

test("a program explains what it found", () => {
  for (const { rule } of check(text, { today }).problems) {
    const { id, why, question, help } = explain(rule) ?? {};
    expect({ id, why, help }).toEqual({
      id: rule,
      why: expect.stringMatching(/\w/),
      help: `northstar explain ${rule}`,
    });
    expect(question ?? "?").toMatch(/\?$/);
  }
  expect(explain("no-such-rule")).toBe(undefined);
});

test("a program that says nothing but the text has the current day", async () => {
  const overdue = (day: string) =>
    check(`${text}review: { last: ${day}, every: 6 months }\n`).problems.map(({ rule }) => rule);
  expect(overdue("2001-01-01")).toContain("overdue-review");
  expect(overdue(new Date().toISOString().slice(0, 10))).not.toContain("overdue-review");
  expect(await render(told("amplitude"))).toMatch(/^# /m);
});

test("a program draws what the command draws", async () => {
  const star = told("amplitude");
  expect(await render(star, { to: "one-pager", today: star.today })).toBe(onePager(star));
  expect(await render(star, { to: "deck", format: "pptx", today: star.today })).toBeInstanceOf(Uint8Array);
  await expect(render(star, { to: "badge", format: "md", today: star.today })).rejects.toThrow(
    "badge is not made as md, only as svg",
  );
  await expect(render(star, { to: "dek" as "deck" })).rejects.toThrow(
    new RangeError("there is no document dek; did you mean deck?"),
  );
});
