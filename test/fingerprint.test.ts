import { expect, test } from "vitest";
import { checkSource } from "../src/lint/check.js";
import { type Fingerprint, fingerprintsOf } from "../src/lint/fingerprint.js";
import { rules } from "../src/lint/rules/index.js";
import { today } from "./support/world.js";

const star = `name: Monthly Recurring Revenue
definition: Revenue from subscriptions in the month.
game: transaction
inputs:
  - name: New contracts
    definition: Contracts signed in the month.
  - name: Launch the new importer
    definition: Share of customers who import in the month.
bets:
  - level: 1
    for: nothing
    if: more contracts are signed
    then: revenue rises
`;

function prints(text: string): Fingerprint[] {
  return fingerprintsOf({ text, ...checkSource(text, { rules, today }) });
}

function of(rule: string, text: string): Fingerprint[] {
  return prints(text).filter((each) => each.rule === rule);
}

test("no two problems of a file have the same fingerprint", () => {
  for (const text of [star, "name: [\n", "a: 1\nb: 2\na: 1\na: 1\n", ""]) {
    const all = prints(text);
    expect(all).not.toEqual([]);
    expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(all.length);
  }
});

test("lines that move, other quotes and new items before it leave a fingerprint as it is", () => {
  const moved = star
    .replace("inputs:\n", "inputs:\n  - name: Upgrades\n    definition: Contracts upgraded in the month.\n\n")
    .replace("Monthly Recurring Revenue", '"Monthly Recurring Revenue" # still')
    .replace(/^/, "# a comment\n\n");
  for (const rule of ["lagging-metric", "input-as-task", "unknown-for", "unanswered-point"]) {
    expect(of(rule, star), rule).not.toEqual([]);
    expect(of(rule, moved), rule).toEqual(of(rule, star));
  }
});

test("another value has another fingerprint, and its neighbours keep theirs", () => {
  const reworded = star.replace("Monthly Recurring Revenue", "Yearly Recurring Revenue");
  expect(of("lagging-metric", reworded)).not.toEqual(of("lagging-metric", star));
  expect(of("unknown-for", reworded)).toEqual(of("unknown-for", star));
});

test("an answered point leaves the fingerprints of the others as they are", () => {
  const before = of("unanswered-point", star);
  const after = of("unanswered-point", `${star}checklist:\n  leading: Renewals follow.\n`);
  expect(after).toHaveLength(6);
  expect(before).toEqual(expect.arrayContaining(after));
});

test("a place is called by ids and names", () => {
  expect(of("input-as-task", star)).toMatchObject([{ place: "inputs.launch-the-new-importer.name" }]);
  expect(of("unknown-for", star)).toMatchObject([{ place: "bets.more-contracts-are-signed.for" }]);
});

test("a file that cannot be read is known by its text", () => {
  expect(prints("name: A: B\n")).toEqual(prints("# moved\n\nname: A: B\n"));
  expect(prints("name: A: B\n")).not.toEqual(prints("name: A: C\n"));
});
