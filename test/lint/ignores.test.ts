/** Comments that ignore rules: what they are about, and what can be wrong with them. */
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/file/document.js";
import { applyEdits } from "../../src/file/patch.js";
import type { Correction } from "../../src/file/problem.js";
import { checkSource } from "../../src/lint/check.js";
import * as faults from "../../src/lint/comment-faults.js";
import { ignoresIn } from "../../src/lint/ignores.js";
import { rules } from "../../src/lint/rules/index.js";
import { completed, demonstrate, unmark } from "../examples.js";

const today = "2026-11-22";
const ids = Object.values(faults).map(({ id }) => id);

function problemsIn(text: string) {
  return checkSource(completed(text), { rules, today }).problems;
}

describe.each(Object.values(faults).map((fault) => [fault.id, fault] as const))("%s", (_, fault) => {
  test("finds what its bad example marks, and nothing in its good one", () => {
    demonstrate(fault, problemsIn);
  });

  test("has nothing but that wrong with its good example", () => {
    const about = problemsIn(unmark(fault.good)).filter(({ rule }) => ids.includes(rule));
    expect(about).toEqual([]);
  });
});

describe("what a comment is about", () => {
  const cases: Record<string, [text: string, path: (string | number)[] | null]> = {
    "a key below": ["# X\nname: A\n", ["name"]],
    "a key below, past other lines": ["# X\n# more\n\nname: A\n", ["name"]],
    "the key of its line": ["name: A # X\ngame: b\n", ["name"]],
    "a map": ["# X\nlimits:\n  active: 3\n", ["limits"]],
    "a map from its first line": ["limits: # X\n  active: 3\n", ["limits"]],
    "a key in a map": ["limits:\n  # X\n  active: 3\n", ["limits", "active"]],
    "an item": ["inputs:\n  # X\n  - name: A\n    owner: B\n", ["inputs", 0]],
    "an item from its first line": ["inputs:\n  - name: A # X\n    owner: B\n", ["inputs", 0]],
    "an item from its dash": ["inputs:\n  - # X\n    name: A\n", ["inputs", 0]],
    "a list in brackets from its comma": ["links: [a\n  , # X\n  b]\n", ["links"]],
    "a key of an item": ["inputs:\n  - name: A\n    owner: B # X\n", ["inputs", 0, "owner"]],
    "a key of an item below": ["inputs:\n  - name: A\n    # X\n    owner: B\n", ["inputs", 0, "owner"]],
    "the item that comes next": ["inputs:\n  - name: A\n  # X\n  - name: B\n", ["inputs", 1]],
    "what comes next, however far in the comment stands": [
      "inputs:\n  - name: A\n    # X\nbets: []\n",
      ["bets"],
    ],
    "a folded text": ["definition: >- # X\n  a\n  b\nname: A\n", ["definition"]],
    "a text of several lines from its last": ['definition: "a\n  b" # X\nname: A\n', ["definition"]],
    "a list in brackets": ["links: [a, # X\n  b]\n", ["links"]],
    "an item in brackets": ["links: [a,\n  b, # X\n  c]\n", ["links", 1]],
    "a list in brackets from its last line": ["links: [\n  a\n] # X\nname: A\n", ["links"]],
    "a key without a value": ["limits:\n  # X\nname: A\n", ["name"]],
    "a list in a list": ["x-a:\n  - - a # X\n    - b\n", ["x-a", 0]],
    "the use of an alias": ["x-a: &a b\nname: *a # X\n", ["name"]],
    nothing: ["name: A\n# X\n", null],
    "nothing but the start of the document": ["--- # X\nname: A\n", null],
  };

  test.each(Object.entries(cases))("%s", (_, [text, path]) => {
    const written = text.replace("# X", "# northstar-ignore lagging-metric: fine");
    for (const each of [written, written.replaceAll("\n", "\r\n"), `\uFEFF${written}`]) {
      const document = readDocument(each);
      if (Array.isArray(document)) throw new Error(JSON.stringify(document));
      const { ignores, malformed } = ignoresIn(document);
      expect(malformed).toEqual([]);
      expect(ignores.map(({ scope, reason }) => [scope?.path ?? null, reason])).toEqual([[path, "fine"]]);
    }
  });

  test("what only looks like a comment is none", () => {
    const text = `name: "# northstar-ignore lagging-metric: no"
definition: |
  # northstar-ignore lagging-metric: no
  A#northstar-ignore lagging-metric: no
`;
    const document = readDocument(text);
    if (Array.isArray(document)) throw new Error(JSON.stringify(document));
    expect(document.comments).toEqual([]);
  });
});

describe("what is ignored", () => {
  const revenue = "name: Monthly Recurring Revenue";
  const found = (text: string, more: object = {}) =>
    checkSource(completed(text), { rules, today, ...more }).problems.map(({ rule }) => rule);

  test("is what stands under the comment, and nothing else", () => {
    expect(found(revenue)).toContain("lagging-metric");
    expect(found(`# northstar-ignore lagging-metric: a\n${revenue}\n`)).toEqual(
      found(revenue).filter((rule) => rule !== "lagging-metric"),
    );
    expect(found(`# northstar-ignore lagging-metric: a\nproduct: P\n${revenue}\n`)).toEqual([
      "unused-ignore",
      ...found(`product: P\n${revenue}\n`),
    ]);
  });

  test("includes what is said of the whole file, above its first key", () => {
    expect(found(revenue)).toContain("unanswered-point");
    expect(found(`# northstar-ignore unanswered-point, lagging-metric: a\n${revenue}\n`)).not.toContain(
      "unanswered-point",
    );
  });

  test("includes what an alias brings from elsewhere, at its use and where it is written", () => {
    const inputs = (first: string, second: string) => `inputs:
  - &one { name: Build the new page, definition: Build it., owner: A } ${first}
  - { name: Orders on time, definition: Orders that arrive by the promised time in a week., owner: B }
  - *one ${second}
`;
    const tasks = (text: string) => found(text).filter((rule) => rule === "input-as-task").length;
    const ignore = "# northstar-ignore input-as-task: the page is what people buy";
    expect(tasks(inputs("", ""))).toBe(2);
    expect(tasks(inputs("", ignore))).toBe(1);
    expect(tasks(inputs(ignore, ""))).toBe(0);
  });

  test("is found again with --no-ignores, and nothing is said of the comments", () => {
    const text = `# northstar-ignore laging-metric, generic-metric\n# northstar-disable\n${revenue}\n`;
    expect(found(text, { ignores: false })).toEqual(found(revenue));
  });

  test("counts for the points", () => {
    const state = (text: string) =>
      checkSource(completed(text), { rules, today }).points.find(({ id }) => id === "leading")?.state;
    expect(state(revenue)).toBe("broken");
    expect(state(`# northstar-ignore lagging-metric: a\n${revenue}`)).toBe("open");
  });

  test("counts up to its last day", () => {
    const on = (until: string) => found(`# northstar-ignore lagging-metric until ${until}: a\n${revenue}\n`);
    expect(on(today)).not.toContain("lagging-metric");
    expect(on(today)).not.toContain("expired-ignore");
    expect(on("2026-11-21")).toEqual(expect.arrayContaining(["expired-ignore", "lagging-metric"]));
    expect(on("2026-11-21")).not.toContain("unused-ignore");
    for (const day of ["tomorrow", "2026-02-30", "2026-13-01", "2026-1-1"])
      expect(on(day)).toEqual(expect.arrayContaining(["malformed-ignore", "lagging-metric"]));
  });

  test("has its last day also where people say it at the end", () => {
    const on = (end: string) => found(`# northstar-ignore lagging-metric: a team${end}\n${revenue}\n`);
    for (const end of [`, until ${today}`, ` (until ${today})`, ` until ${today}.`])
      expect(on(end).join()).not.toMatch(/lagging-metric|ignore/);
    for (const end of [", until 2026-11-21", " (until 2026-11-21)", " – until 2026-11-21"])
      expect(on(end)).toEqual(expect.arrayContaining(["expired-ignore", "lagging-metric"]));
    expect(on(" until 2026-13-01")).toEqual(expect.arrayContaining(["malformed-ignore", "lagging-metric"]));
    expect(on(", until we know more").join()).not.toMatch(/lagging-metric|ignore/);
    expect(found(`# northstar-ignore lagging-metric: until ${today}\n${revenue}\n`)).toContain(
      "ignore-without-reason",
    );
  });

  test("is not called unused when the rule did not look", () => {
    const unused = "# northstar-ignore lagging-metric: a\n";
    expect(found(unused)).toContain("unused-ignore");
    expect(found(unused, { severities: { "lagging-metric": "off" } })).not.toContain("unused-ignore");
    expect(found(`${unused}language: de\n`)).not.toContain("unused-ignore");
  });

  test("needs no reason to be ignored, but a reason to pass", () => {
    expect(found(`# northstar-ignore lagging-metric\n${revenue}\n`)).toContain("ignore-without-reason");
    expect(found(`# northstar-ignore lagging-metric\n${revenue}\n`)).not.toContain("lagging-metric");
  });

  test("may be graver or less grave for a team", () => {
    const severities = { "unused-ignore": "error", "unknown-ignore": "off" } as const;
    const text = "# northstar-ignore lagging-metric, frobnicate: a\n";
    const { problems } = checkSource(completed(text), { rules, today, severities });
    expect(problems.filter(({ rule }) => rule.endsWith("ignore"))).toMatchObject([
      { rule: "unused-ignore", severity: "error" },
    ]);
  });

  test("leaves its problems to those who ask for them", () => {
    const { ignored } = checkSource(completed(`# northstar-ignore lagging-metric: a\n${revenue}\n`), {
      rules,
      today,
    });
    expect(ignored).toMatchObject([{ rule: "lagging-metric" }]);
  });
});

describe("what was meant to be an ignore", () => {
  test.each([
    "# northstar-ingore lagging-metric: a",
    "# nothstar-ignore lagging-metric: a",
    "# northstar ignore lagging-metric: a",
    "# north-star-ignore lagging-metric: a",
    "# northstar: ignore lagging-metric",
    "# northstar-ignore-next-line lagging-metric: a",
    "# northstar-disable-line",
    "# NORTHSTAR-IGNORE lagging-metric: a",
    "# northstar-ignore",
    "# northstar-ignore: a",
    "# northstar-ignore until 2027-01-01: a",
    "# northstar-ignore lagging-metric it is fine",
    "# northstar-ignore lagging-metric until: a",
    "#northstar-ignore-lagging-metric: a",
  ])("%s", (comment) => {
    const problems = problemsIn(`${comment}\n`).filter(({ rule }) => rule === "malformed-ignore");
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/^[a-z`].*[^.]$/);
  });

  test.each([
    "# northstar-config is elsewhere",
    "# northstar metric of the year",
    "# ignore this",
    "# the northstar-ignore comment is explained in the docs",
    "# yaml-language-server: $schema=./x.json",
  ])("%s is only a comment", (comment) => {
    expect(problemsIn(`${comment}\n`).map(({ rule }) => rule)).not.toContain("malformed-ignore");
  });
});

describe("what is wrong with an ignore is mended by", () => {
  const revenue = "name: Monthly Recurring Revenue\n";
  const fixOf = (text: string) => {
    const { problems } = checkSource(text, { rules, today });
    const { fix } = problems.find(({ rule, fix }) => ids.includes(rule) && fix) ?? {};
    return fix && `${fix.title}: ${applyEdits(text, (fix as Correction).edits)}`;
  };
  const ignore = "# northstar-ignore lagging-metric: ours";

  test.each([
    ["# northstar-ignore laging-metric: ours", `write \`lagging-metric\`: ${ignore}`],
    [
      "# northstar-ignore unanswered-point, Lagging_metric: ours",
      "write `lagging-metric`: # northstar-ignore unanswered-point, lagging-metric: ours",
    ],
    ["# northstar-ignore frobnicate: ours", undefined],
    ["# northstar-ignore unknown-key: ours", undefined],
    ["# northstar-disable lagging-metric: ours", `write \`northstar-ignore\`: ${ignore}`],
    ["#northstar: ignore lagging-metric: ours", `write \`northstar-ignore\`: ${ignore.replace(" ", "")}`],
    ["# nothstar-ignore: lagging-metric: ours", `write \`northstar-ignore\`: ${ignore}`],
    ["# northstar-ignore-next-line lagging-metric: ours", `write \`northstar-ignore\`: ${ignore}`],
    ["# northstar-ignore: ours", undefined],
    ["# northstar-ignore-lagging-metric: ours", undefined],
    ["# northstar-ignore lagging-metric ours", `put a colon before the reason: ${ignore}`],
    ["# northstar-ignore lagging-metric - ours", `put a colon before the reason: ${ignore}`],
    ["# northstar-ignore lagging-metric no-window: ours", undefined],
    ["# northstar-ignore lagging-metric until: ours", undefined],
  ])("%s", (comment, mended) => {
    const rest = completed(revenue);
    expect(fixOf(`${comment}\n${rest}`)).toBe(mended && `${mended}\n${rest}`);
  });

  test.each([
    [`${ignore}\nname: Weekly Learning Users\n`, "name: Weekly Learning Users\n"],
    [`name: Weekly Learning Users ${ignore}\n`, "name: Weekly Learning Users\n"],
    [
      `# northstar-ignore no-results, lagging-metric: ours\nname: Weekly Learning Users\n`,
      "# northstar-ignore no-results: ours\nname: Weekly Learning Users\n",
    ],
    [
      `# northstar-ignore lagging-metric , no-results until 2099-01-01: ours\nname: Weekly Learning Users\n`,
      "# northstar-ignore no-results until 2099-01-01: ours\nname: Weekly Learning Users\n",
    ],
  ])("taking out what finds nothing: %j", (before, after) => {
    for (const end of ["\n", "\r\n"]) {
      const [text, mended] = [before, after].map((each) => completed(each).replaceAll("\n", end));
      expect(fixOf(text ?? "")).toMatch(/^take /);
      expect(fixOf(text ?? "")?.replace(/^take .*? out(?: of the comment)?: /, "")).toBe(mended);
    }
  });

  test("nothing where nothing stands below it", () => {
    expect(fixOf(`${completed("name: Weekly Learning Users\n")}${ignore}\n`)).toBeUndefined();
  });
});
