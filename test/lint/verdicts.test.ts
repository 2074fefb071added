/** The table of verdicts: each row is needed, and docs/judgement.md shows the same. `UPDATE=1` writes it there. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type VerdictRow, verdicts, type Weighing } from "../../src/lint/verdicts.js";

/** A warning of a rule that the model agrees with. */
const agreed: Weighing = {
  byModel: false,
  severity: "warning",
  percent: 95,
  doubts: 35,
  isRead: true,
  mayMisread: true,
  isExplained: () => false,
  isTurnedOff: () => false,
  isSetByTeam: () => false,
  isClearName: () => false,
  isSure: () => true,
};
const byModel: Weighing = { ...agreed, byModel: true, mayMisread: false };

/** For each row what it is for (reads), and what comes close and is another row's (not). */
const examples: Readonly<Record<string, { reads: Weighing; not: Weighing }>> = {
  "by form": { reads: { ...agreed, mayMisread: false, percent: 10 }, not: agreed },
  explained: { reads: { ...byModel, isExplained: () => true }, not: byModel },
  "turned off": { reads: { ...byModel, isTurnedOff: () => true }, not: byModel },
  "model sure": { reads: byModel, not: { ...byModel, isSure: () => false } },
  "model asks": { reads: { ...byModel, severity: "note", percent: 10 }, not: byModel },
  "set by the team": { reads: { ...agreed, percent: 10, isSetByTeam: () => true }, not: agreed },
  "question answered": {
    reads: { ...agreed, severity: "note" },
    not: { ...agreed, severity: "note", isRead: false },
  },
  "clear name": {
    reads: { ...agreed, percent: 10, isClearName: () => true },
    // A name that says enough by itself makes no less of what the model is sure of.
    not: { ...agreed, severity: "note", isClearName: () => true },
  },
  question: {
    reads: { ...agreed, severity: "note", percent: 10, isSure: () => false },
    not: { ...agreed, percent: 10 },
  },
  both: { reads: agreed, not: { ...agreed, percent: 79 } },
  disagree: { reads: { ...agreed, percent: 34 }, not: { ...agreed, percent: 35 } },
  "model in doubt": { reads: { ...agreed, percent: 35 }, not: { ...agreed, percent: 34 } },
};

test("each row of the table is for something that no other row says", () => {
  expect(Object.keys(examples)).toEqual(verdicts.map(({ name }) => name));
  for (const row of verdicts) {
    const { reads, not } = examples[row.name] ?? {};
    if (!reads || !not) throw new Error(`${row.name} has no example`);
    const others = verdicts.filter((each) => each !== row);
    expect(first(verdicts, reads), row.name).toBe(row);
    expect(first(verdicts, not), row.name).not.toBe(row);
    expect(first(others, reads)?.gives, `without "${row.name}" the same is said`).not.toEqual(row.gives);
  }
});

test("what has no opinion of the model is as it is", () => {
  expect(first(verdicts, { ...agreed, percent: undefined })?.name).toBe("by form");
});

test("docs/judgement.md shows the table", () => {
  const page = "docs/judgement.md";
  const text = readFileSync(page, "utf8");
  const table = [
    "| what they say | severity | confidence |",
    "| --- | --- | --- |",
    ...verdicts.map(({ says, gives }) => `| ${says} | ${severityOf(gives)} | ${gives?.confidence ?? ""} |`),
  ].join("\n");
  const written = text.replace(
    /(<!-- verdicts -->\n\n)[\s\S]*?(\n\n<!-- end of verdicts -->)/,
    (_, before, after) => `${before}${table}${after}`,
  );
  expect(written).toContain(table);
  if (process.env.UPDATE) writeFileSync(page, written);
  else expect(text).toBe(written);
});

function first(rows: readonly VerdictRow[], found: Weighing): VerdictRow | undefined {
  return rows.find(({ when }) => when(found));
}

function severityOf(gives: VerdictRow["gives"]): string {
  if (!gives) return "not reported";
  const { severity } = gives;
  return severity === "note" ? "a note, which asks" : severity === "warning" ? "a warning" : "as it is";
}
