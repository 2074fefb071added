import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, composeEdits } from "../../src/file/patch.js";
import type { Edit } from "../../src/file/problem.js";
import { unifiedDiff } from "../../src/report/diff.js";
import { folderWith } from "../support/folder.js";

const plain = { color: false, isTerminal: false };

test("shows lines before and after with three around them, and far changes apart", () => {
  const text = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`).join("");
  const edits = [
    { start: text.indexOf("line 2\n"), end: text.indexOf("line 3\n"), text: "" },
    { start: text.indexOf("line 4\n"), end: text.indexOf("line 4\n"), text: "new\n" },
    { start: text.length, end: text.length, text: "end" },
  ];
  expect(unifiedDiff("a.yaml", text, edits, plain)).toBe(`--- a/a.yaml
+++ b/a.yaml
@@ -1,6 +1,6 @@
 line 1
-line 2
 line 3
+new
 line 4
 line 5
 line 6
@@ -18,3 +18,4 @@
 line 18
 line 19
 line 20
+end
\\ No newline at end of file
`);
});

test("an edit that changes nothing is no diff", () => {
  expect(unifiedDiff("a", "one\ntwo\n", [{ start: 0, end: 3, text: "one" }], plain)).toBe("");
});

test("colours a diff, and keeps a terminal from being steered", () => {
  const edits = [{ start: 4, end: 5, text: "" }];
  const shown = unifiedDiff("a", "one \u001B[2J\n", edits, { color: true, isTerminal: true });
  expect(shown).toContain("\u001B[31m-one ‹U+001B›[2J\u001B[39m\n");
  expect(unifiedDiff("a", "one \u001B[2J\n", edits, plain)).toContain("-one \u001B[2J\n");
});

test("git makes of the diff what the edits make", () => {
  const piece = fc.constantFrom("a", "b", "\n", "\n", "\r\n", "", "- x\n", "\\ No", "@@ -1 +1 @@\n");
  const text = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(""));
  const change = fc.tuple(fc.nat(60), fc.nat(9), text);
  const cwd = folderWith();
  fc.assert(
    fc.property(text, fc.array(change, { minLength: 1, maxLength: 4 }), (before, changes) => {
      const rounds: Edit[][] = [];
      let after = before;
      for (const [from, length, inserted] of changes) {
        const start = Math.min(from, after.length);
        const edit = { start, end: Math.min(start + length, after.length), text: inserted };
        after = applyEdits(after, [edit]);
        rounds.push([edit]);
      }
      fc.pre(before !== "" && after !== "");
      const diff = unifiedDiff("file", before, composeEdits(before.length, rounds), plain);
      writeFileSync(join(cwd, "file"), before);
      if (diff === "") expect(after).toBe(before);
      else execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd, input: diff });
      expect(readFileSync(join(cwd, "file"), "utf8")).toBe(after);
    }),
    { numRuns: 60 },
  );
}, 60_000);
