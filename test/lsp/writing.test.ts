/** What the editor offers while somebody types, and how it goes about ids, symbols and folds. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type {
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Location,
  Position,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { exampleTexts } from "../../scripts/published.js";
import { readDocument } from "../../src/file/document.js";
import { formatTable } from "../../src/file/fields.computed.js";
import { able, type Editor, edited, editor, uriOf } from "../support/editor.js";
import { folderWith } from "../support/folder.js";

const star = `name: Weekly Learning Users
definition: Number of users who share a learning that at least two other people consume in a week.
game: productivity
inputs:
  - id: broadcasts # what bets call it
    name: Broadcasted Learnings
    definition: Charts and dashboards consumed by two or more people in seven days.
  - name: Active Organizations
    definition: Number of organizations with at least five people who learn in a month.
results:
  - name: Renewals
bets:
  - level: 2
    id: start
    for: 'broadcasts'
    if: new users did not face an empty page
    then: they would broadcast their first learning in week one
    outcome: { date: 2026-10-01, verdict: won, learned: Templates help. }
  - level: 3
    for: start
    if: we showed a template
    then: more newcomers would start from it
  - level: 1
    for: active-organizations
    if: more organizations had five people
    then: weekly learning users would rise
`;

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** What is at `^` in a text, which is opened without it. */
async function ask<T>(
  client: Editor,
  path: string,
  marked: string,
  method: string,
  more: object = {},
): Promise<T> {
  const offset = marked.indexOf("^");
  const text = marked.replace("^", "");
  await client.open(path, text);
  return await client.connection.sendRequest<T>(`textDocument/${method}`, {
    textDocument: { uri: uriOf(path) },
    position: positionOf(text, offset),
    ...more,
  });
}

async function complete(client: Editor, path: string, marked: string): Promise<string[]> {
  const items = await ask<CompletionItem[]>(client, path, marked, "completion");
  expect([...items].sort((a, b) => (String(a.sortText) < String(b.sortText) ? -1 : 1))).toEqual(items);
  return items.map(
    ({ textEdit, detail }) => `${(textEdit as TextEdit).newText}${detail ? ` (${detail})` : ""}`,
  );
}

test("keys are offered, those that are needed first, without those that are there", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  const offered = await complete(client, path, "name: A\n^\ngame: x\n");
  expect(offered.slice(0, 4)).toEqual([
    "definition:  (needed)",
    "inputs: (needed)",
    "northstar: ",
    "product: ",
  ]);
  expect(offered).not.toContain("game:  (needed)");
  expect(await complete(client, path, "inputs:\n  - name: A\n    ow^: x\n")).toContain("owner");
  expect(await complete(client, path, "inputs:\n  ^\n")).toContain("- id: ");
  expect(await complete(client, path, "inputs:\n  -^\n")).toContain(" id: ");
  const [item] = await ask<CompletionItem[]>(client, path, "inputs:\n  - na^\n", "completion");
  expect(item).toMatchObject({
    label: "name",
    documentation: { kind: "markdown", value: expect.stringContaining("The name of the Input") },
    textEdit: { range: { start: { line: 1, character: 4 }, end: { line: 1, character: 6 } } },
  });
  await client.close();
});

test("values are offered: choices, ids with their names, days by horizon, rules", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  const offer = (marked: string) => complete(client, path, marked);
  const bet = (lines: string) => `${star}  - level: 2\n${lines}`;
  expect(await offer("game: ^\n")).toEqual(["attention", "transaction", "productivity"]);
  expect(await offer(bet("    for: ^\n"))).toEqual([
    "broadcasts (Input: Broadcasted Learnings)",
    "active-organizations (Input: Active Organizations)",
  ]);
  expect(await offer(bet("    for: x\n").replace("level: 2\n    for: x", "level: 3\n    for: s^"))).toEqual([
    "start (opportunity: new users did not face an empty page)",
  ]);
  expect(await offer(`${star}  - level: 0\n    for: ^`)).toEqual(["renewals (result: Renewals)"]);
  expect(await offer(`${star}  - level: ^`)).toEqual([
    "0 (North Star bet)",
    "1 (Input bet)",
    "2 (opportunity)",
    "3 (intervention)",
  ]);
  expect(await offer(bet("    review: ^\n"))).toEqual([
    "2026-12-02 (1 month from today)",
    "2027-02-02 (3 months from today)",
  ]);
  expect(await offer(bet("    review: ^\n    expect: { direction: up, after: 6 weeks }\n"))).toEqual([
    "2026-12-14 (after 6 weeks, when an effect is expected)",
    "2027-02-02 (3 months from today)",
  ]);
  expect(await offer(bet("    outcome:\n      date: ^\n"))).toEqual(["2026-11-02 (today)"]);
  const months = ["1 month (1 to 3 months)", "3 months (1 to 3 months)"];
  expect(await offer(bet("    expect: { direction: up, after: ^"))).toEqual(months);
  expect(await offer("bets:\n  - level: 2\n    expect:\n      direction: up\n      after: ^\n")).toEqual(
    months,
  );
  expect(
    await offer(bet("    review: ^\n    expect:\n      direction: up\n      after: 6 weeks\n")),
  ).toContain("2026-12-14 (after 6 weeks, when an effect is expected)");
  expect(await offer("owner: Growth\ninputs:\n  - name: A\n    owner: Sharing\n  - owner: ^\n")).toEqual([
    "Growth",
    "Sharing",
  ]);
  expect(await offer("review: { every: ^")).toEqual(["3 months", "6 months", "1 year"]);
  expect(await offer("# north^\nname: A\n")).toEqual(["northstar-ignore  (a rule, with a reason)"]);
  expect(await offer("# northstar-ignore lagging^\nname: A\n")).toContain("lagging-metric (error)");
  const ignores = await offer(star.replace("  - name: Active", "  # northstar-ignore ^\n  - name: Active"));
  expect(ignores[0]).toBe("implicit-id (note, found in this file)");
  expect(await offer("definition: The number of ^\n")).toEqual([]);
  await client.close();
});

test("a language is offered by its name, that of the file first", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  const told = [
    "en (English)",
    "de (German)",
    "es (Spanish)",
    "fr (French)",
    "ja (Japanese)",
    "pt (Portuguese)",
  ];
  expect(await complete(client, path, "language: ^\n")).toEqual(told);
  const written = (name: string, definition: string) =>
    complete(client, path, `name: ${name}\ndefinition: ${definition}\nlanguage: ^\n`);
  expect(await written("Gemeinsam gelernt", "Anzahl der Personen, die in der Woche etwas teilen.")).toEqual([
    "de (German, as this file reads)",
    ...told.filter((each) => !each.startsWith("de")),
  ]);
  expect(
    await written("Samen geleerd", "Aantal mensen dat in de week een inzicht met elkaar deelt."),
  ).toEqual(["nl (Dutch, as this file reads, documents in English)", ...told]);
  await client.close();
});

test("every place with a few choices offers them", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  let count = 0;
  for (const [place, { choices }] of Object.entries(formatTable)) {
    if (!choices) continue;
    const keys = place.split(".").filter((step) => step !== "*");
    const steps = place.split(".");
    const lines = keys.map((key, index) => {
      const isItem = steps[steps.indexOf(key) - 1] === "*";
      return `${"    ".repeat(index)}${isItem ? "- " : "  "}${key}:`;
    });
    const offered = await complete(client, path, `${lines.join("\n").replaceAll(/^ {2}/gm, "")} ^\n`);
    expect(
      offered.map((each) => each.split(" ")[0]),
      place,
    ).toEqual(choices);
    count += 1;
  }
  expect(count).toBeGreaterThan(12);
  await client.close();
});

test("what is chosen takes the place of all that stands there, and is written so that it can be read", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  const owners = "owner: Sharing pod\ninputs:\n  - owner: '@potluck/recipes'\n  - owner: It's us\n";
  const choose = async (marked: string, label: string) => {
    const items = await ask<CompletionItem[]>(client, path, marked, "completion");
    const { textEdit } = items.find((each) => each.label === label) ?? {};
    const change = { changes: { [uriOf(path)]: [textEdit as TextEdit] } };
    return edited(marked.replace("^", ""), change, uriOf(path)).replace(owners, "");
  };
  for (const [typed, label, after] of [
    ["owner: Sharing p^\n", "Sharing pod", "owner: Sharing pod\n"],
    ["owner: Sha^ring pods # the team\n", "Sharing pod", "owner: Sharing pod # the team\n"],
    ["owner: @po^\n", "@potluck/recipes", 'owner: "@potluck/recipes"\n'],
    ['owner: "@po^"\n', "@potluck/recipes", 'owner: "@potluck/recipes"\n'],
    ["owner: 'It^'\n", "It's us", "owner: 'It''s us'\n"],
    ["owner: Sharing ^\r\n", "It's us", "owner: It's us\r\n"],
  ] as const)
    expect(await choose(`${owners}bets:\n  - ${typed}`, label)).toBe(`bets:\n  - ${after}`);
  expect(await complete(client, path, "owner: Growth\nbets:\n  - owner: Sharing p^\n")).toEqual(["Growth"]);
  expect(await choose("review: { every: 6 m^, last: 2026-11-01 }\n", "6 months")).toBe(
    "review: { every: 6 months, last: 2026-11-01 }\n",
  );
  expect(await choose("review:\n  last: 2026-^01-01\n", "2026-11-02")).toBe("review:\n  last: 2026-11-02\n");
  await client.close();
});

test("ids are offered also in a file that could not be read when it was opened", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  const broken = star
    .replace("game: productivity", "game: productivity\nown")
    .replace("Renewals", '"Renewals');
  expect(await complete(client, path, `${broken}  - level: 1\n    for: ^\n    stage: [\n`)).toEqual([
    "broadcasts (Input: Broadcasted Learnings)",
    "active-organizations (Input: Active Organizations)",
  ]);
  const twice = star.replace("name: Active Organizations", "id: broadcasts\n    name: Active Organizations");
  expect(await complete(client, path, `${twice}  - level: 2\n    for: ^\n`)).toEqual([
    "broadcasts (Input: Broadcasted Learnings)",
  ]);
  await client.close();
});

test("the configuration is completed, too", async () => {
  const path = join(folderWith(), "northstar.config.yaml");
  const client = await editor();
  expect(await complete(client, path, "^")).toContain("rules:");
  expect(await complete(client, path, "rules:\n  lagging^\n")).toContain("lagging-metric: ");
  expect(await complete(client, path, "rules:\n  lagging-metric: ^\n")).toEqual([
    "off",
    "note",
    "warning",
    "error (the usual)",
  ]);
  expect(await complete(client, path, "horizons:\n  opportunities: { least: ^")).toEqual([
    "1 month (the usual)",
  ]);
  expect(await complete(client, path, "extends: ^\n")).toEqual(["recommended", "strict"]);
  expect(await complete(client, path, "# north^\n")).toEqual([]);
  await client.close();
});

const part = (text: string, { range }: Location) =>
  text.split("\n")[range.start.line]?.slice(range.start.character, range.end.character);

test("an id leads to what it names and to where it is used", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  const go = (marked: string) => ask<Location | null>(client, path, marked, "definition");
  expect(await go(star.replace("for: 'broad", "for: 'broad^"))).toEqual({
    uri: uriOf(path),
    range: { start: { line: 4, character: 8 }, end: { line: 4, character: 18 } },
  });
  expect(part(star, (await go(star.replace("for: active", "for: ac^tive"))) as Location)).toBe(
    "Active Organizations",
  );
  expect(await go(star.replace("name: Weekly", "name: Wee^kly"))).toBeNull();
  const uses = (marked: string, includeDeclaration: boolean) =>
    ask<Location[]>(client, path, marked, "references", { context: { includeDeclaration } });
  expect(
    (await uses(star.replace("id: start", "id: sta^rt"), true)).map((each) => each.range.start.line),
  ).toEqual([13, 19]);
  expect(
    (await uses(star.replace("name: Active", "name: Act^ive"), false)).map((each) => part(star, each)),
  ).toEqual(["active-organizations"]);
  const shown = await ask<unknown[]>(
    client,
    path,
    star.replace("for: start", "for: st^art"),
    "documentHighlight",
  );
  expect(shown).toHaveLength(2);
  await client.close();
});

test("another name for an id goes to all its places and changes no other byte", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor({
    ...able,
    textDocument: { ...able.textDocument, rename: { prepareSupport: true } },
  });
  const rename = (marked: string, newName: string) =>
    ask<WorkspaceEdit | null>(client, path, marked, "rename", { newName });
  expect(client.server.capabilities.renameProvider).toEqual({ prepareProvider: true });
  const marked = star.replace("for: 'broad", "for: 'broad^");
  expect(await ask(client, path, marked, "prepareRename")).toEqual({
    range: { start: { line: 14, character: 10 }, end: { line: 14, character: 20 } },
    placeholder: "broadcasts",
  });
  expect(await ask(client, path, star.replace("name: Active", "name: Act^ive"), "prepareRename")).toBeNull();
  expect(edited(star, (await rename(marked, "sharing")) ?? undefined, uriOf(path))).toBe(
    star.replace("id: broadcasts", "id: sharing").replace("'broadcasts'", "'sharing'"),
  );
  const named = await rename(star.replace("for: active", "for: ac^tive"), "big-teams");
  expect(edited(star, named ?? undefined, uriOf(path))).toBe(
    star
      .replace("for: active-organizations", "for: big-teams")
      .replace("  - name: Active", "  - id: big-teams\n    name: Active"),
  );
  await expect(rename(marked, "not an id")).rejects.toThrow("`not an id` cannot be an id");
  await expect(rename(marked, "start")).rejects.toThrow("`start` names another thing already");
  await client.close();
});

test("the ids of the examples can be renamed there and back, and nothing else is another", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  let count = 0;
  for (const text of exampleTexts) {
    for (const { 0: found, index } of text.matchAll(/^ +(?:- )?id: (?=\S)/gm)) {
      const offset = index + found.length;
      const [id = ""] = /^\S+/.exec(text.slice(offset)) ?? [];
      const marked = `${text.slice(0, offset)}^${text.slice(offset)}`;
      const there = await ask<WorkspaceEdit>(client, path, marked, "rename", { newName: "an-id-of-no-one" });
      const after = edited(text, there, uriOf(path));
      expect(after.split("an-id-of-no-one").join(id)).toBe(text);
      expect(readDocument(after)).toHaveProperty("value");
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(20);
  await client.close();
});

const shapeOf = ({ name, detail, children = [] }: DocumentSymbol): unknown[] => [
  `${name} · ${detail}`,
  ...children.map(shapeOf),
];

test("symbols are the tree of the North Star, or its keys where it is none yet", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  const [metric] = await ask<DocumentSymbol[]>(client, path, `${star}^`, "documentSymbol");
  expect(shapeOf(metric as DocumentSymbol)).toEqual([
    "Weekly Learning Users · productivity",
    ["Renewals · result"],
    [
      "Broadcasted Learnings · Input",
      ["new users did not face an empty page · opportunity, won", ["we showed a template · intervention"]],
    ],
    ["Active Organizations · Input", ["more organizations had five people · Input bet"]],
  ]);
  const unfinished = await ask<DocumentSymbol[]>(client, path, "inputs: [^]\n", "documentSymbol");
  expect(unfinished.map(({ name }) => name)).toEqual(["inputs"]);
  await client.close();

  const plain = await editor({});
  const flat = await ask<SymbolInformation[]>(plain, path, `${star}^`, "documentSymbol");
  expect(flat.map(({ name, containerName }) => [name, containerName]).slice(0, 3)).toEqual([
    ["Weekly Learning Users", undefined],
    ["Renewals", "Weekly Learning Users"],
    ["Broadcasted Learnings", "Weekly Learning Users"],
  ]);
  await plain.close();
});

test("maps, lists, long texts and comments fold", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  const text =
    "# one\n# two\nname: A\ndefinition: >\n  Number of\n  things\ninputs:\n  - name: B\n    definition: C\n  - name: D\n^";
  expect(await ask<FoldingRange[]>(client, path, text, "foldingRange")).toEqual([
    { startLine: 3, endLine: 5 },
    { startLine: 6, endLine: 9 },
    { startLine: 7, endLine: 8 },
    { startLine: 0, endLine: 1, kind: "comment" },
  ]);
  await client.close();
});

test("a line above the metric says what is met, and one above an Input how its bets went", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  const lenses = await ask<CodeLens[]>(client, path, `${star}^`, "codeLens");
  expect(lenses.map(({ range, command }) => [range.start.line, command?.title])).toEqual([
    [0, expect.stringMatching(/^\d of 7 points met/)],
    [5, "won 1, 1 open"],
    [7, "1 open"],
  ]);
  expect(client.server.capabilities.documentFormattingProvider).toBeUndefined();
  await client.close();
});
