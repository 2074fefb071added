/** What is offered at a problem does what it says: the ignore silences it alone, the rule that is off finds nothing. */
import { expect, test } from "vitest";
import { readConfig } from "../../src/config/config.js";
import { type Document, readDocument } from "../../src/file/document.js";
import { applyEdits } from "../../src/file/patch.js";
import { ruleAndPath } from "../../src/file/problem.js";
import { canBeSet, ignoreEdit, offEdits } from "../../src/language/actions.js";
import { checkSource } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";
import { completed, unmark } from "../examples.js";

const check = (text: string) => checkSource(text, { rules, today: "2026-11-22" }).problems;

test.each(rules.map(({ id, bad }) => [id, completed(unmark(bad))] as const))(
  "%s is ignored where it is found, and nothing else is",
  (id, text) => {
    const document = readDocument(text) as Document;
    const before = check(text);
    const problem = before.find(({ rule }) => rule === id);
    const edit = problem && ignoreEdit(document, problem);
    if (!edit) return;
    const after = applyEdits(text, [edit]);
    expect(withoutIgnores(after)).toBe(text);
    const left = check(after).map(ruleAndPath);
    expect(left).not.toContain(ruleAndPath(problem));
    // A comment above a list's item speaks of the whole item, so it may answer more of the same rule there.
    const gone = before.filter((each) => !left.includes(ruleAndPath(each)));
    expect([...new Set(gone.map(({ rule }) => rule))]).toEqual([id]);
  },
);

test("lines end as they do in the file", () => {
  const text = completed("results: []\n").replaceAll("\n", "\r\n");
  const [problem] = check(text);
  const edit = problem && ignoreEdit(readDocument(text) as Document, problem);
  expect(edit?.text).toMatch(/^# northstar-ignore \S+: why it is fine here\r\n$/);
});

function withoutIgnores(text: string): string {
  return text.replace(/^.*northstar-ignore.*\n/gm, "");
}

test.each([
  ["", "rules:\n  no-results: off\n"],
  ["# ours", "# ours\nrules:\n  no-results: off\n"],
  ["fail: error\n", "fail: error\nrules:\n  no-results: off\n"],
  ["rules: { no-window: note }\n", "rules: { no-window: note, no-results: off }\n"],
  ["rules:\n  no-results: error # for now\n", "rules:\n  no-results: off # for now\n"],
])("a rule is turned off in %j", (text, after) => {
  expect(applyEdits(text, offEdits(text, "no-results") ?? [])).toBe(after);
  expect(readConfig(after)).toMatchObject({ config: { rules: { "no-results": "off" } } });
});

test("what keeps a file from being read can neither be ignored nor turned off", () => {
  expect(canBeSet("unknown-key")).toBe(false);
  expect(canBeSet("unused-ignore")).toBe(true);
  expect(offEdits("rules: [\n", "no-results")).toBeUndefined();
});
