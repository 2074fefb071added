/** What the editor offers at a problem, and what it shows beside the pointer. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CodeAction, Diagnostic, Hover, Range } from "vscode-languageserver-protocol";
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
  - name: Shared Notebooks
    definition: Number of notebooks that two people open in a week.
bets:
  - level: 2
    id: start
    for: broadcasts
    if: new users did not face an empty page
    then: they would broadcast their first learning in week one
`;

const everything: Range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

async function actions(client: Editor, path: string, range = everything, only?: string[]) {
  const found = await client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: uriOf(path) },
    range,
    context: { diagnostics: [], ...(only && { only }) },
  });
  return found;
}

const of = (all: readonly CodeAction[], title: RegExp) => all.find((each) => title.test(each.title));
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

test("a fix is offered where its problem is, and mends it", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const text = star.replace("game: productivity", "gaem: productivity");
  const client = await editor();
  const [problem] = await client.open(path, text);
  expect(problem).toMatchObject({ severity: 1, source: "northstar" });
  const fix = of(await actions(client, path, problem?.range), /game/);
  expect(fix).toMatchObject({ kind: "quickfix", isPreferred: false, diagnostics: [{ code: problem?.code }] });
  const after = edited(text, fix?.edit, uriOf(path));
  expect(after).toBe(star);
  expect(codes(await client.replace(path, after))).not.toContain(problem?.code);
  expect(
    await actions(client, path, { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }),
  ).toEqual([]);
  await client.close();
});

test("what answers several problems is offered once: fixes first, then ignores, then rules turned off", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  const found = await client.open(path, star.replace("for: broadcasts", "for: broadcast"));
  const all = await actions(client, path);
  const titles = all.map(({ title }) => title);
  expect(new Set(titles).size).toBeGreaterThan(5);
  expect(titles.map((title) => ["write", "ignore", "turn"].indexOf(title.split(" ")[0] ?? ""))).toEqual(
    titles.map((title) => ["write", "ignore", "turn"].indexOf(title.split(" ")[0] ?? "")).sort(),
  );
  expect(new Set(all.map(({ title, edit }) => JSON.stringify([title, edit]))).size).toBe(all.length);
  const ignore = of(all, /^ignore unanswered-point/);
  expect(codes(ignore?.diagnostics ?? [])).toEqual(
    codes(found).filter((code) => code === "unanswered-point"),
  );
  expect(ignore?.diagnostics).toHaveLength(7);
  await client.close();
});

test("a mistake in the configuration is mended, too", async () => {
  const path = join(folderWith(), "northstar.config.yaml");
  const text = "rules:\n  lagging-metrc: off\n  no-results: of\nfail: warn\n";
  const client = await editor();
  const found = await client.open(path, text);
  const all = await actions(client, path);
  expect(all.map(({ title }) => title)).toEqual([
    "call it `lagging-metric`",
    "write `off`",
    "write `warning`",
  ]);
  const after = all.reduceRight((before, { edit }) => edited(before, edit, uriOf(path)), text);
  expect(found).toHaveLength(3);
  expect(await client.replace(path, after)).toEqual([]);
  await client.close();
});

test("whatever was meant in the configuration can be written with one key", async () => {
  const path = join(folderWith(), "northstar.config.yaml");
  const client = await editor();
  for (const [text, after] of [
    ["extends: strickt\n", "extends: strict\n"],
    [
      'render:\n  - { to: deck, out: "{file}/{produkt}.pptx" }\n',
      'render:\n  - { to: deck, out: "{file}/{product}.pptx" }\n',
    ],
    [
      "horizons:\n  interventions: { least: two weeks }\n",
      "horizons:\n  interventions: { least: 2 weeks }\n",
    ],
    ["fail: [error\n", "fail: [error]\n"],
  ] as const) {
    await client.open(path, text);
    const [fix, ...others] = await actions(client, path);
    expect(others).toEqual([]);
    expect(edited(text, fix?.edit, uriOf(path))).toBe(after);
  }
  await client.close();
});

test("a misspelt rule in an ignore is mended where it stands, and one that finds nothing is taken out", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const text = `# northstar-ignore unanswerd-point, no-window: we are at it\n${star}`;
  const client = await editor();
  const found = await client.open(path, text);
  const wrong = found.filter(({ code }) => String(code).endsWith("-ignore"));
  expect(codes(wrong)).toEqual(["unknown-ignore", "unused-ignore"]);
  const [unknown, unused] = await Promise.all(wrong.map(({ range }) => actions(client, path, range)));
  const meant = of(unknown ?? [], /^write `unanswered-point`$/);
  const needless = of(unused ?? [], /^take `no-window` out of the comment$/);
  expect(meant).toMatchObject({ kind: "quickfix", diagnostics: [{ code: "unknown-ignore" }] });
  const once = edited(text, needless?.edit, uriOf(path));
  const after = edited(once, meant?.edit, uriOf(path));
  expect(after).toBe(`# northstar-ignore unanswered-point: we are at it\n${star}`);
  expect(codes(await client.replace(path, after)).join()).not.toMatch(/ignore|unanswered/);
  await client.close();
});

test("all safe fixes are made at once where that is asked for", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const reviewed = `${star}    review: 2026-12-15\nreview: { last: 2026-09-01 }\n`;
  const text = reviewed.replace("2026-12-15", "15.12.2026").replace("2026-09-01", "2026/09/01");
  const client = await editor();
  await client.open(path, text);
  const [all, ...others] = await actions(client, path, everything, ["source.fixAll"]);
  expect(others).toEqual([]);
  expect(all?.kind).toBe("source.fixAll.northstar");
  expect(edited(text, all?.edit, uriOf(path))).toBe(reviewed);
  await client.close();
});

test("a problem is ignored with a reason that is typed at once, in a line above what it is about", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  const found = await client.open(path, star);
  const problem = found.find(({ code }) => code === "input-without-owner");
  const ignore = of(await actions(client, path, problem?.range), /^ignore input-without-owner here/);
  const [change] = ignore?.edit?.documentChanges ?? [];
  expect(change).toMatchObject({
    textDocument: { version: 1 },
    edits: [
      {
        range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
        snippet: {
          kind: "snippet",
          value: `# northstar-ignore input-without-owner: $\{1:why it is fine here}\n`,
        },
      },
    ],
  });
  await client.close();

  const plain = await editor({});
  await plain.open(path, star);
  const typed = of(await actions(plain, path, problem?.range), /^ignore input-without-owner here/);
  const after = edited(star, typed?.edit, uriOf(path));
  expect(after).toContain("\n# northstar-ignore input-without-owner: why it is fine here\ninputs:\n");
  expect(codes(await plain.replace(path, after))).toEqual(
    codes(found).filter((code) => code !== problem?.code),
  );
  await plain.close();
});

test("a rule is turned off in the configuration that counts, or in a new one", async () => {
  const folder = folderWith({ "team/northstar.yaml": star, ".git/HEAD": "" });
  const path = join(folder, "team/northstar.yaml");
  const client = await editor();
  await client.open(path, star);
  const made = of(await actions(client, path), /^turn input-without-owner off in ..\/northstar.config.yaml$/);
  const uri = uriOf(join(folder, "northstar.config.yaml"));
  expect(made?.edit?.documentChanges).toEqual([
    { kind: "create", uri, options: { ignoreIfExists: true } },
    {
      textDocument: { uri, version: null },
      edits: [
        {
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          newText: "rules:\n  input-without-owner: off\n",
        },
      ],
    },
  ]);
  await client.close();

  const before = "# Ours.\nrules:\n  no-results: off # not yet\nfail: error\n";
  const other = folderWith({ "northstar.config.yaml": before });
  const second = await editor();
  await second.open(join(other, "northstar.yaml"), star);
  const off = of(
    await actions(second, join(other, "northstar.yaml")),
    /^turn input-without-owner off in northstar/,
  );
  const config = uriOf(join(other, "northstar.config.yaml"));
  expect(edited(before, off?.edit, config)).toBe(
    before.replace("# not yet\n", "# not yet\n  input-without-owner: off\n"),
  );
  await second.close();
});

async function hover(client: Editor, path: string, text: string, at: string): Promise<string> {
  const offset = text.indexOf(at.replace("^", "")) + at.indexOf("^");
  const line = text.slice(0, offset).split("\n").length - 1;
  const character = offset - (text.lastIndexOf("\n", offset - 1) + 1);
  const shown = await client.connection.sendRequest<Hover | null>("textDocument/hover", {
    textDocument: { uri: uriOf(path) },
    position: { line, character },
  });
  return shown ? (shown.contents as { value: string }).value : "";
}

test("the pointer shows what a key means, what an id names and how a definition was read", async () => {
  const folder = folderWith();
  const path = join(folder, "northstar.yaml");
  const client = await editor();
  const text = `${star}# northstar-ignore no-results: they come next year\nx-dashboard: https://example.com\n`;
  await client.open(path, text);
  const show = (at: string) => hover(client, path, text, at);
  expect(await show("g^ame:")).toMatch(
    /^The one game the product plays.*Needed\. One of `attention`, `transaction`, `productivity`/s,
  );
  expect(await show("for: broad^casts")).toMatch(
    /^\*\*Broadcasted Learnings\*\* · Input\n\nCharts and dashboards/,
  );
  expect(await show("definition: Num^ber of users")).toMatch(/^Reads as: count of users who share/);
  expect(await show("northstar-ignore no-res^ults")).toMatch(/^\*\*no-results\*\* · note · .*But like this/s);
  expect(await show("x-dash^board")).toBe("The team's own key, kept and ignored.");
  expect(await show("inp^uts:")).toMatch(/three to five Inputs.*\*\*input-without-owner\*\* · /s);
  expect(await show("broadcasts # what^ bets")).toBe("");
  await client.close();

  const config = join(folder, "northstar.config.yaml");
  const rules = "rules:\n  no-results: off\n";
  const second = await editor();
  expect(await second.open(config, rules)).toEqual([]);
  expect(await hover(second, config, rules, "no-res^ults")).toMatch(/^\*\*no-results\*\* · note/);
  expect(await hover(second, config, rules, "rul^es")).not.toBe("");
  await second.close();
});

test("the pointer shows what a key means while the file cannot be read", async () => {
  const folder = folderWith();
  const text = `${star}    owner: "Sharing\n`;
  const rules = "rules:\n  no-results: off\nfail: [\n";
  const client = await editor();
  const [path, config] = [join(folder, "northstar.yaml"), join(folder, "northstar.config.yaml")];
  await client.open(path, text);
  await client.open(config, rules);
  const show = (at: string) => hover(client, path, text, at);
  expect(await show("g^ame:")).toMatch(/^The one game the product plays/);
  expect(await show("for: broad^casts")).toMatch(/^The one thing the bet stands under/);
  expect(await show("  - le^vel")).toMatch(/^0 North Star bet/);
  expect(await show("broadcasts # what^ bets")).toBe("");
  expect(await hover(client, config, rules, "no-res^ults")).toMatch(/^\*\*no-results\*\* · note/);
  await client.close();
});

test("a rule's page is a text of the server, where the editor can show one", async () => {
  const client = await editor();
  const [first] = await client.open(join(folderWith(), "northstar.yaml"), star);
  const uri = first?.codeDescription?.href;
  expect(uri).toBe(`northstar:/rules/${first?.code}.md`);
  const { text } = await client.connection.sendRequest<{ text: string }>("workspace/textDocumentContent", {
    uri,
  });
  expect(text).toMatch(new RegExp(`^# ${first?.code}\n\n.*But like this`, "s"));
  expect(client.server.capabilities.workspace?.textDocumentContent).toEqual({ schemes: ["northstar"] });
  await client.close();

  const { textDocumentContent: _, ...workspace } = able.workspace ?? {};
  const plain = await editor({ ...able, workspace });
  const [same] = await plain.open(join(folderWith(), "northstar.yaml"), star);
  expect(same?.codeDescription).toBeUndefined();
  await plain.close();
});

test("whatever stands in the way of a configuration is shown in it, and at the top of the North Star", async () => {
  const folder = folderWith({ "northstar.config.yaml": "rules:\n  no-resluts: off\n" });
  const client = await editor();
  const config = await client.open(
    join(folder, "northstar.config.yaml"),
    readFileSync(join(folder, "northstar.config.yaml"), "utf8"),
  );
  expect(config).toMatchObject([
    {
      severity: 1,
      range: { start: { line: 1, character: 2 } },
      message: expect.stringContaining("no-results"),
    },
  ]);
  const found = await client.open(join(folder, "northstar.yaml"), star);
  expect(found).toMatchObject([
    { code: "not-judged", message: expect.stringContaining("northstar.config.yaml cannot be used") },
  ]);
  const built = await client.replace(join(folder, "northstar.config.yaml"), "extends: ../elsewhere.yaml\n");
  expect(built).toMatchObject([{ code: "bad-extends", range: { start: { line: 0, character: 9 } } }]);
  expect((await client.close()).stderr).toBe("");
});
