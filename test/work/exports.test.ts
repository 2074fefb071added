/** What each tool exports, in its real shape, and what is no export. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readExport } from "../../src/cli/commands/links/read-export.js";
import { itemFromJson } from "../../src/work/export-json.js";
import type { WorkItem } from "../../src/work/work-item.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

const folder = "test/fixtures/links";
const world = (cwd: string) => ({ cwd }) as Parameters<typeof readExport>[0];

/** An item in short: `epic ENG-5@site Weekdays [doing] labels < parent (project)`. */
const inShort = ({ kind, id, site, title, state, labels, parent, project }: WorkItem) =>
  [
    kind === "issue" ? "" : kind,
    site === null ? id : `${id}@${site}`,
    title,
    `[${state}]`,
    labels.join("+"),
    parent ? `< ${parent.id} ${parent.name}` : "",
    project ? `(${project.id ?? "–"} ${project.name})` : "",
  ]
    .filter(Boolean)
    .join(" ");

const known: Record<string, string[]> = {
  "gh-issues.json": [
    "potluck/web#34@github.com Show how long a recipe takes on its card [done] recipes (potluck/web 4 Weekday)",
    "potluck/web#35@github.com Measure how long people really cook [open] (potluck/web 4 Weekday)",
    "potluck/web#36@github.com Guess what a household has at home [open] Shopping list < potluck/web#12 Lists",
    "potluck/web#12@github.com Lists [open]",
    "potluck/web#21@github.com Salt and oil on every list [open]",
    "potluck/web#40@github.com Sign in with a phone number [open] growth",
    "potluck/web#41@github.com Invite the neighbours [open] growth",
  ],
  "gh-project.json": [
    "potluck/web#34@github.com Show how long a recipe takes on its card [doing] recipes (– Weekday)",
    "pull request potluck/web#77@github.com Take the times from the recipe [done]",
  ],
  "octokit-issues.json": [
    "potluck/web#35@github.com Measure how long people really cook [open] recipes (potluck/web 4 Weekday)",
    "pull request potluck/web#78@github.com Ask after dinner how long it took [done]",
  ],
  "glab-issues.json": [
    "apps/mobile/web#34@git.potluck.example Show how long a recipe takes on its card [open] recipes+workflow::in dev < apps/mobile&5 Weekdays (apps/mobile/web%4 Weekday)",
    "apps/mobile/web#35@git.potluck.example Measure how long people really cook [done]",
  ],
  "jira-search.json": [
    "PLAN-34@potluck.atlassian.net Show how long a recipe takes on its card [doing] recipes < PLAN-5 Weekdays (PLAN Planning)",
    "epic PLAN-5@potluck.atlassian.net Weekdays [todo] (PLAN Planning)",
  ],
  "jira-server-search.json": [
    "PLAN-34@tickets.potluck.example Show how long a recipe takes on its card [done] < PLAN-5 PLAN-5 (PLAN Planning)",
  ],
  "jira-cloud.csv": [
    "PLAN-34 Show how long a recipe takes, on its card [doing] recipes+times < PLAN-5 Weekdays (PLAN Planning)",
    "PLAN-35 Measure how long people really cook [done] < PLAN-5 Weekdays (PLAN Planning)",
    "epic PLAN-5 Weekdays [doing] (PLAN Planning)",
  ],
  "jira-server.csv": [
    "PLAN-34 Show how long a recipe takes [open] recipes < PLAN-5 PLAN-5 (PLAN )",
    "PLAN-36 Ask the cook [doing] < PLAN-34 PLAN-34 (PLAN )",
    "epic PLAN-5 Weekdays [done] (PLAN )",
  ],
  "linear.csv": [
    "POT-34 Show how long a recipe takes [doing] recipes+times < POT-30 POT-30 (– Weekday recipes)",
    "POT-35 =SUM of times [done]",
    "POT-30 Times [todo] (– Weekday recipes)",
  ],
  "linear-30-columns.csv": ["POT-10 Licence [done] Improvement", "POT-11 Colours [todo]"],
  "az-query.json": [
    "#34@dev.azure.com/potluck Show how long a recipe takes [doing] recipes+times < #5 #5 (– Potluck)",
    "epic #5@dev.azure.com/potluck Weekdays [doing] (– Potluck)",
  ],
  "azure-work-items.json": ["#36@tfs.potluck.example/tfs/kitchen Times of zero minutes [done] (– Potluck)"],
  "azure.csv": ["epic #5 Weekdays [doing]", "#34 Show how long a recipe takes [doing] recipes+times"],
};

test("each fixture is looked at", () => {
  expect(readdirSync(folder).sort()).toEqual([...Object.keys(known), "northstar.yaml"].sort());
});

test.each(Object.entries(known))("%s", async (name, expected) => {
  const { items, partial } = await readExport(world(folder), name);
  expect(items.map(inShort)).toEqual(expected);
  expect(partial).toBe(null);
});

test.each(Object.keys(known))(
  "%s is the same with a byte order mark, in UTF-16 and in pieces of one byte",
  async (name) => {
    const { items } = await readExport(world(folder), name);
    const text = readFileSync(join(folder, name), "utf8").replace(/^\uFEFF/, "");
    const cwd = folderWith({ "mark.txt": `\uFEFF${text}` });
    writeFileSync(join(cwd, "wide.txt"), Buffer.from(`\uFEFF${text}`, "utf16le"));
    for (const file of ["mark.txt", "wide.txt"])
      expect((await readExport(world(cwd), file)).items).toEqual(items);
    const stdin = [...Buffer.from(text)].map((byte) => Buffer.from([byte]));
    const piped = await readExport({ stdin } as unknown as Parameters<typeof readExport>[0], "-");
    expect(piped.items).toEqual(items);
  },
);

const issue = { number: 1, title: "A", state: "OPEN", url: "https://github.com/a/b/issues/1" };

test.each([
  ["a login page", "<!doctype html><title>Sign in</title>", "a web page, and no export"],
  ["an empty file", "", "is empty; docs/links.md"],
  ["a blank file", "\n \n", "is empty; docs/links.md"],
  ["a list that is cut off", JSON.stringify([issue]).slice(0, 60), "JSON that is cut off before its end"],
  ["an object that is cut off", '{"issues":[{"key":"A-1"', "JSON that is cut off before its end"],
  ["a list with something behind it", "[] and more", "no valid JSON"],
  ["JSON of something else", '{"name":"x"}', "JSON that is not one of gh, glab, Jira or az"],
  ["a list of something else", '[{"sha":"x"}]', "JSON that is not one of gh, glab, Jira or az"],
  ["a list of texts", '["x"]', "not a list of issues"],
  [
    "an answer that says no",
    '{"message":"Bad credentials","status":"401"}',
    "an answer that says `Bad credentials`",
  ],
  [
    "issues without an address",
    JSON.stringify([{ ...issue, url: undefined }]),
    "ask for `gh issue list --json",
  ],
  [
    "issues without a number",
    JSON.stringify([{ ...issue, number: undefined }]),
    "issues without their numbers",
  ],
  ["ids of Jira alone", '{"issues":[{"id":"10001"}],"isLast":true}', "ask Jira for `fields="],
  [
    "ids of Azure alone",
    '{"workItems":[{"id":1,"url":"https://dev.azure.com/a/_apis/wit/workItems/1"}]}',
    "az boards query",
  ],
  ["Azure without a state", '[{"id":1,"fields":{"System.Title":"A"}}]', "put [System.State] into the SELECT"],
  ["a table of something else", "t,value\n2026-01-01,3\n", 'its columns are "t", "value"'],
  [
    "Jira in German",
    "Zusammenfassung,Vorgangsschlüssel,Status\nA,B-1,Offen\n",
    "with your language set to English",
  ],
  [
    "a table that is cut off",
    'ID,Team,Title,Status\nA-1,T,"Half of a',
    "a quote opens at line 2 and is never closed",
  ],
  [
    "a table mended by hand",
    'ID,Team,Title,Status\nA-1,T,Half "of" it,Done\n',
    "a quote in the middle of a cell at line 2",
  ],
  [
    "bytes of Windows",
    Buffer.from("ID,Team,Title,Status\nA-1,T,K\xfcche,Done\n", "latin1"),
    "not written in UTF-8",
  ],
])("%s is told from an export", async (_, content, said) => {
  const cwd = folderWith({ "northstar.yaml": readFileSync(join(folder, "northstar.yaml"), "utf8") });
  writeFileSync(join(cwd, "export.txt"), content);
  const { code, stdout, stderr } = await northstar(["links", "--check", "export.txt"], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("export.txt");
  expect(stderr).toContain(said);
});

test("Jira tells where it is, unless one asked its gateway", () => {
  const found = (self: string) => {
    const item = itemFromJson({ key: "A-1", self, fields: { status: { name: "Done" } } });
    return [item?.site, item?.url];
  };
  expect(found("https://t.example/jira/rest/api/2/issue/1")).toEqual([
    "t.example",
    "https://t.example/jira/browse/A-1",
  ]);
  expect(found("https://api.atlassian.com/ex/jira/11/rest/api/3/issue/1")).toEqual([null, null]);
  expect(found("no address")).toEqual([null, null]);
});

test("an export without work is one, and a page of several says so", async () => {
  const cwd = folderWith({
    "none.json": "[]",
    "total.json": JSON.stringify({
      total: 120,
      issues: [{ key: "A-1", fields: { status: { name: "Done" } } }],
    }),
    "omitted.json": '{"count":2,"value":[{"id":1,"fields":{"System.State":"New"}},null]}',
    "page.json": JSON.stringify({ nextPageToken: "x", issues: [] }),
    "pages.json": JSON.stringify([[issue], [{ ...issue, url: "https://github.com/a/b/issues/2" }]]),
  });
  const partOf = async (name: string) => {
    const { items, partial } = await readExport(world(cwd), name);
    return [items.length, partial];
  };
  expect(await partOf("none.json")).toEqual([0, null]);
  expect(await partOf("total.json")).toEqual([1, "it has 1 of 120"]);
  expect(await partOf("omitted.json")).toEqual([1, null]);
  expect(await partOf("page.json")).toEqual([0, "it is one page of several"]);
  writeFileSync(join(cwd, "paginated.json"), `${JSON.stringify([issue])}${JSON.stringify([issue])}`);
  expect(await partOf("paginated.json")).toEqual([2, null]);
  expect(await partOf("pages.json")).toEqual([2, null]);
});
