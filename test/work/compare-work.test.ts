/** Bets beside work: what is found, what is not, and how it is told. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocument } from "../../src/file/document.js";
import { edit } from "../../src/file/edit.js";
import type { Bet, Northstar } from "../../src/file/northstar.js";
import { validate } from "../../src/file/validate.js";
import { type WorkOfFile, workJson, workMarkdown, workPage } from "../../src/report/work-links.js";
import { compareWork } from "../../src/work/compare-work.js";
import { itemFromJson } from "../../src/work/export-json.js";
import { type Grouping, proposedBets } from "../../src/work/proposed-bets.js";
import type { WorkItem } from "../../src/work/work-item.js";
import { namedGroup } from "../../src/work/work-links.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

const isValid = new Ajv({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync("schemas/links.schema.json", "utf8")),
);

const star = (...bets: Partial<Bet>[]): Northstar => ({
  name: "Dinners",
  definition: "The number of dinners per week.",
  game: "productivity",
  inputs: [{ id: "plans", name: "Plans", definition: "The number of plans." }],
  bets: bets.map((bet) => ({
    level: 3,
    for: "x",
    if: "we do",
    ["then" as const]: "it is",
    ...bet,
  })),
});

/** Work of Jira: `ENG-1 doing growth < ENG-9`. */
function work(text: string): WorkItem {
  const [, id = "", state = "", label, parent] = /^(\S+) (\w+)(?: (\w+))?(?: < (\S+))?$/.exec(text) ?? [];
  const key = { todo: "new", doing: "indeterminate", done: "done" }[state];
  const item = itemFromJson({
    key: id,
    fields: {
      summary: `Title of ${id}`,
      status: { name: state, ...(key && { statusCategory: { key } }) },
      labels: label ? [label] : [],
      ...(parent && { parent: { key: parent } }),
    },
  });
  if (!item) throw new Error(text);
  return item;
}

const jira = (id: string) => `https://a.atlassian.net/browse/${id}`;

/** `kind bet: items` for each finding; the bet by its number. */
function found(
  value: Northstar,
  items: readonly string[],
  { only = [] as string[], isComplete = false } = {},
) {
  const groups = only.flatMap((each) => namedGroup(each) ?? []);
  const exports = [{ path: "x", items: items.map(work), partial: null }];
  return compareWork(value, exports, { only: groups, isComplete }).findings.map(
    ({ kind, bet, items, group }) =>
      `${kind} ${bet ? bet.path[1] : group}: ${items.map(({ id }) => id).join(" ")}`.trim(),
  );
}

const active = { stage: "active" as const };
const closed = { stage: "closed" as const };

test.each<[string, Northstar, string[], string[], { only?: string[]; isComplete?: boolean }?]>([
  ["an active intervention has work", star(active), [], ["bet-without-work 0:"]],
  ["one that is not active needs none", star({}, { stage: "next" }, { stage: "review" }, closed), [], []],
  [
    "an opportunity has work where nobody tries anything",
    star({ ...active, level: 2, id: "x" }),
    [],
    ["bet-without-work 0:"],
  ],
  [
    "an opportunity with an open intervention needs none",
    star({ ...active, level: 2, id: "x" }, { for: "x" }),
    [],
    [],
  ],
  ["beliefs have no work", star({ ...active, level: 0 }, { ...active, level: 1 }), [], []],
  [
    "a page in a wiki is no work",
    star({ ...active, links: ["https://example.com/page"] }),
    [],
    ["bet-without-work 0:"],
  ],
  ["work that is linked has a bet", star({ ...active, links: [jira("ENG-1")] }), ["ENG-1 doing"], []],
  ["work that nobody began needs no bet", star(), ["ENG-1 todo", "ENG-2 done"], []],
  [
    "work in progress needs one",
    star(),
    ["ENG-1 doing", "ENG-2 Baking"],
    ["work-without-bet ENG: ENG-1 ENG-2"].map((each) => each.replace("ENG:", "null:")),
  ],
  ["a closed bet is one", star({ ...closed, links: [jira("ENG-1")] }), ["ENG-1 done"], []],
  [
    "what is in a linked epic has a bet",
    star({ ...active, links: [jira("ENG-9")] }),
    ["ENG-1 doing < ENG-9", "ENG-9 doing"],
    [],
  ],
  [
    "so has what is in a part of it",
    star({ ...active, links: [jira("ENG-9")] }),
    ["ENG-1 doing < ENG-2", "ENG-2 todo < ENG-9", "ENG-9 doing"],
    [],
  ],
  [
    "an epic of which a part has a bet has one",
    star({ ...active, links: [jira("ENG-1")] }),
    ["ENG-1 doing < ENG-9", "ENG-9 doing"],
    [],
  ],
  [
    "but not its other parts",
    star({ ...active, links: [jira("ENG-1")] }),
    ["ENG-1 doing < ENG-9", "ENG-9 doing", "ENG-2 doing < ENG-9"],
    ["work-without-bet Title of ENG-9: ENG-2"],
  ],
  [
    "epics that stand in a circle end",
    star(),
    ["ENG-1 doing < ENG-2", "ENG-2 doing < ENG-1"],
    ["work-without-bet Title of ENG-1: ENG-1", "work-without-bet Title of ENG-2: ENG-2"],
  ],
  [
    "a label may stand for all its work",
    star({ ...active, links: ["label:Growth"] }),
    ["ENG-1 doing growth", "ENG-2 doing"],
    ["work-without-bet null: ENG-2"],
  ],
  [
    "an epic by its name or key, too",
    star({ ...active, links: ["epic:eng-9"] }),
    ["ENG-1 doing < ENG-9"],
    [],
  ],
  [
    "the project of Jira as well",
    star({ ...active, links: ["https://a.atlassian.net/browse/ENG"] }),
    ["ENG-1 doing", "WEB-1 doing"],
    ["work-without-bet null: WEB-1"],
  ],
  [
    "only some work needs a bet",
    star(),
    ["ENG-1 doing growth", "ENG-2 doing", "ENG-3 doing < ENG-9"],
    ["work-without-bet growth: ENG-1", "work-without-bet ENG-9: ENG-3"],
    { only: ["label:growth", "epic:ENG-9"] },
  ],
  [
    "an active bet of which all work is closed",
    star({ ...active, links: [jira("ENG-1"), jira("ENG-2")] }),
    ["ENG-1 done", "ENG-2 done"],
    ["closed-work 0: ENG-1 ENG-2"],
  ],
  [
    "not one with some left",
    star({ ...active, links: [jira("ENG-1"), jira("ENG-2")] }),
    ["ENG-1 done", "ENG-2 todo"],
    [],
  ],
  [
    "a closed bet of which some work is open",
    star({ ...closed, links: [jira("ENG-1"), jira("ENG-2")] }),
    ["ENG-1 done", "ENG-2 doing"],
    ["open-work 0: ENG-2"],
  ],
  [
    "not where another bet goes on with it",
    star({ ...closed, links: [jira("ENG-1")] }, { ...active, links: [jira("ENG-1")] }),
    ["ENG-1 doing"],
    [],
  ],
  [
    "a bet that comes next while somebody is at it",
    star({ stage: "next", links: [jira("ENG-1")] }),
    ["ENG-1 doing"],
    ["started-work 0: ENG-1"],
  ],
  [
    "not where it is not known whether somebody is",
    star({ stage: "next", links: [jira("ENG-1")] }),
    ["ENG-1 Baking"],
    [],
  ],
  [
    "an address that leads nowhere, if all work is there",
    star({ ...active, links: [jira("ENG-7")] }),
    ["ENG-1 todo"],
    ["dead-link 0:"],
    { isComplete: true },
  ],
  ["not if it is not known", star({ ...active, links: [jira("ENG-7")] }), ["ENG-1 todo"], []],
  [
    "nor into what no export is about",
    star({ ...active, links: [jira("WEB-7"), "https://github.com/a/b/issues/1"] }),
    ["ENG-1 todo"],
    [],
    { isComplete: true },
  ],
  [
    "an epic in progress is not told beside its parts",
    star(),
    ["ENG-9 doing", "ENG-1 doing < ENG-9"],
    ["work-without-bet Title of ENG-9: ENG-1"],
  ],
  [
    "a name may be one of a tracker that no export is of",
    star({ links: ["label:grwth"] }, { links: ["https://github.com/a/b/issues/1"] }),
    ["ENG-1 todo growth"],
    [],
    { isComplete: true },
  ],
  [
    "a name that no work has",
    star({ ...active, links: ["label:grwth"] }),
    ["ENG-1 todo growth"],
    ["dead-link 0:"],
    { isComplete: true },
  ],
])("%s", (_, value, items, expected, options = {}) => {
  expect(found(value, items, options)).toEqual(expected);
});

const hostile = "\u001B]0;owned\u0007\u202Ecod |\n# [x](javascript:alert(1)) <img src=x> `a` @everyone ";

test("hostile titles steer neither a terminal nor a page, and long ones are short", () => {
  const value = star({ ...active, if: hostile, links: [jira("ENG-1")] });
  const item = itemFromJson({
    key: "ENG-1",
    self: "https://a.atlassian.net/rest/api/3/issue/1",
    fields: {
      summary: hostile + "x".repeat(1_000_000),
      status: { name: "Done" },
      labels: [hostile],
      parent: { key: "ENG-9", fields: { summary: hostile } },
    },
  });
  const other = itemFromJson({
    key: "ENG-2",
    fields: { summary: hostile, status: { name: hostile }, labels: [hostile] },
  });
  const exports = [{ path: "x.json", items: [item, other].flatMap((each) => each ?? []), partial: null }];
  const comparison = compareWork(value, exports, { only: [], isComplete: true });
  expect(comparison.findings).toHaveLength(2);
  const told: WorkOfFile = { path: "northstar.yaml", name: hostile, exports, comparison, lineOf: () => 1 };
  const page = workPage(told, { color: false, width: 80 });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  expect(page).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
  expect(page.length).toBeLessThan(3000);
  expect(workMarkdown(told)).not.toMatch(/^# \[|<img|[^\\]\]\(javascript|@everyone|\p{Cf}/mu);
  expect(workMarkdown(told)).not.toContain("\u001B");
  const json = workJson(told);
  expect(json).not.toMatch(/\p{Cf}/u);
  expect(json).not.toContain("\u001B");
  expect(isValid(JSON.parse(json)), JSON.stringify(isValid.errors)).toBe(true);
});

test("many issues are read and compared in time that grows as they do, and told in a page", async () => {
  const one = readFileSync("test/fixtures/links/gh-issues.json", "utf8");
  const [, second] = JSON.parse(one);
  const issues = Array.from({ length: 10_000 }, (_, index) =>
    JSON.stringify({
      ...second,
      number: index + 100,
      url: `https://github.com/potluck/web/issues/${index + 100}`,
      labels: [{ name: `label ${index % 50}` }],
    }),
  );
  const cwd = folderWith({
    "northstar.yaml": readFileSync("test/fixtures/links/northstar.yaml", "utf8"),
    "issues.json": `[${issues.join(",")}]`,
  });
  const started = performance.now();
  const { code, stdout } = await northstar(["links", "--check", "issues.json"], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain("issues.json: 10,000 pieces of work from GitHub, 10,000 open");
  expect(stdout.length).toBeLessThan(10_000);
  expect(performance.now() - started).toBeLessThan(30_000);
});

test("the command", async () => {
  const cwd = folderWith(
    Object.fromEntries(
      ["northstar.yaml", "gh-issues.json", "jira-cloud.csv"].map((name) => [
        name,
        readFileSync(join("test/fixtures/links", name), "utf8"),
      ]),
    ),
  );
  const links = (...args: string[]) => northstar(["links", ...args], { cwd });
  const all = await links("--check", "gh-issues.json", "jira-cloud.csv", "-f", "json");
  expect(all.code).toBe(1);
  const json = JSON.parse(all.stdout);
  expect(isValid(json), JSON.stringify(isValid.errors)).toBe(true);
  expect(json.findings.map(({ kind }: { kind: string }) => kind)).toEqual([
    "closed-work",
    "bet-without-work",
    "open-work",
    "work-without-bet",
    "work-without-bet",
  ]);
  const only = await links("--check", "gh-issues.json", "--only", "label:recipes");
  expect(only.stdout).not.toContain("Work without a bet");
  const list = await links("-f", "json");
  expect(list.code).toBe(0);
  expect(isValid(JSON.parse(list.stdout)), JSON.stringify(isValid.errors)).toBe(true);
  expect((await links("-f", "markdown")).stdout).toContain("GitHub issue potluck/web");
  for (const [args, said] of [
    [["--check", "gh-issues.json", "northstar.yaml"], "write northstar links northstar.yaml --check EXPORT"],
    [["--complete"], "name it with --check"],
    [["--only", "label:x"], "name it with --check or --group"],
    [["--out", "x"], "--out is for the bets"],
    [["--check", "gh-issues.json", "--only", "growth"], "--only takes label:NAME"],
    [["--check", "missing.json"], "cannot read missing.json: there is no such file"],
    [["--check", "."], "it is a folder"],
  ] as const)
    expect(await links(...args)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining(said),
    });
});

/** Proposed bets in short: `2 id link` and `3 for: title link`. */
const proposed = (items: readonly WorkItem[], value = star(), by?: Grouping, only: string[] = []) =>
  proposedBets(
    value,
    [{ path: "x", items, partial: null }],
    by,
    only.flatMap((each) => namedGroup(each) ?? []),
  ).bets.map(({ level, id, for: target, if: change, links }) =>
    level === 2 ? `2 ${id} ${links ?? "–"}` : `3 ${target}: ${change} ${links}`,
  );

test.each<[string, string[], string[], Northstar?, Grouping?]>([
  [
    "by epic",
    ["ENG-9 doing", "ENG-1 doing growth < ENG-9", "ENG-2 doing < ENG-9"],
    [
      "2 title-of-eng-9 ENG-9",
      "3 title-of-eng-9: Title of ENG-1 ENG-1",
      "3 title-of-eng-9: Title of ENG-2 ENG-2",
    ],
  ],
  [
    "else by label",
    ["ENG-1 doing growth", "ENG-2 doing"],
    [
      "2 growth label:growth",
      "3 growth: Title of ENG-1 ENG-1",
      "2 other-work –",
      "3 other-work: Title of ENG-2 ENG-2",
    ],
  ],
  [
    "by label if asked",
    ["ENG-1 doing growth < ENG-9", "ENG-2 doing < ENG-9"],
    [
      "2 growth label:growth",
      "3 growth: Title of ENG-1 ENG-1",
      "2 other-work –",
      "3 other-work: Title of ENG-2 ENG-2",
    ],
    star(),
    "label",
  ],
  [
    "not what nobody began, where that is known",
    ["ENG-1 doing", "ENG-2 Baking", "ENG-3 todo", "ENG-4 done"],
    ["2 other-work –", "3 other-work: Title of ENG-1 ENG-1"],
  ],
  [
    "all that is open where it is not known",
    ["ENG-1 Baking", "ENG-4 done"],
    ["2 other-work –", "3 other-work: Title of ENG-1 ENG-1"],
  ],
  [
    "not what has a bet",
    ["ENG-1 doing", "ENG-2 doing"],
    ["2 other-work –", "3 other-work: Title of ENG-2 ENG-2"],
    star({ links: ["ENG-1"] }),
  ],
  [
    "under ids that are free",
    ["ENG-1 doing growth"],
    ["2 growth-2 label:growth", "3 growth-2: Title of ENG-1 ENG-1"],
    star({ level: 2, id: "growth" }),
  ],
])("bets are proposed from work in progress: %s", (_, items, expected, value = star(), by) => {
  expect(proposed(items.map(work), value, by)).toEqual(expected);
});

test("sixty interventions are proposed at most, and the rest is counted", () => {
  const items = Array.from({ length: 100 }, (_, index) => work(`ENG-${index + 1} doing`));
  const { bets, left } = proposedBets(star(), [{ path: "x", items, partial: null }], undefined, []);
  expect([bets.length, left]).toEqual([61, 40]);
});

test("whatever a title is, the file with the proposed bets is a North Star, and its old part stays as it is", () => {
  const text = readFileSync("test/fixtures/links/northstar.yaml", "utf8");
  const document = readDocument(text);
  if (Array.isArray(document)) throw new Error("unreadable");
  const said = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom(hostile, "- a", "a: b #c", "\u202E", "@x", "~"),
  );
  fc.assert(
    fc.property(said, said, (title, label) => {
      const item = itemFromJson({
        key: "ENG-1",
        fields: { summary: title, labels: [label], status: { name: "Doing" } },
      });
      const value = validate(document) as Northstar;
      const { bets } = proposedBets(
        value,
        [{ path: "x", items: item ? [item] : [], partial: null }],
        undefined,
        [],
      );
      const after = edit(
        document,
        bets.map((bet) => ({ append: ["bets"], value: bet })),
      );
      expect(after.text.startsWith(text)).toBe(true);
      expect(validate(after)).toMatchObject({ bets: expect.arrayContaining(bets) });
    }),
    { numRuns: 30 },
  );
});

test("--group writes a new file and never another one", async () => {
  const names = ["northstar.yaml", "gh-issues.json"];
  const cwd = folderWith(
    Object.fromEntries(names.map((name) => [name, readFileSync(join("test/fixtures/links", name), "utf8")])),
  );
  const links = (...args: string[]) => northstar(["links", "--group", "gh-issues.json", ...args], { cwd });
  const printed = await links();
  expect(printed).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("proposed 1 opportunity and 2 interventions"),
  });
  expect(await links("--out", "bets.yaml")).toMatchObject({ code: 0, stdout: "" });
  expect(readFileSync(join(cwd, "bets.yaml"), "utf8")).toBe(printed.stdout);
  expect(await links("--out", "northstar.yaml")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("is not replaced"),
  });
  expect(await links("--only", "label:nothing")).toMatchObject({
    code: 0,
    stdout: "",
    stderr: expect.stringContaining("nothing to propose"),
  });
  expect(await links("--check", "gh-issues.json")).toMatchObject({ code: 2, stdout: "" });
  expect((await northstar(["lint", "bets.yaml"], { cwd })).stdout).toContain("unfilled-blank");
});
