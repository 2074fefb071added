import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { terminal } from "../support/terminal.js";
import { northstar } from "../support/world.js";

const full = (owner: string, name: string) => `status: candidate
owner: ${owner}
name: ${name}
definition: The number of articles that subscribers read to the end in a week.
game: attention
inputs:
  - { name: Weekly Readers, definition: Subscribers who read an article to the end in a week. }
  - { name: Reading Days, definition: The number of days in a week on which a subscriber reads. }
  - { name: First Picks, definition: The share of first articles that are read to the end. }
`;

test("one person is asked, and goes on after Ctrl-C", async () => {
  const cwd = folderWith();
  const first = terminal(["candidate", "Ada L."], { cwd });
  await first.see("Which game does the product play?");
  first.press("space");
  first.press("enter");
  await first.see("What you ticked speaks for attention.");
  first.press("enter");
  await first.see("What would you have to see more of?");
  first.press("ctrl-c");
  await first.see('kept in candidates/ada-l.draft.yaml, and northstar candidate "Ada L." goes on from there');
  expect(await first.code).toBe(130);

  const second = terminal(["candidate", "Ada L."], { cwd });
  await second.see("go on with them");
  second.press("enter");
  await second.see("What would you have to see more of?");
  second.say("articles that are read to the end");
  await second.see("How could that be counted?");
  second.say("");
  await second.see("What would people call it?");
  second.say("Articles Read To The End");
  await second.see("How exactly is it counted?");
  second.say("The number of articles that subscribers read to the end in a week");
  await second.see("One Input is ____: ____.");
  second.say(">");
  await second.see("Which decisions will change when the metric changes?");
  second.say("");
  await second.see("What does the metric not tell us?");
  second.say("Who was bored.");
  await second.see("If nobody built anything any more");
  second.say(">");
  await second.see("wrote candidates/ada-l.yaml");
  await second.see("next: northstar compare candidates/");
  expect(await second.code).toBe(0);
  expect(readdirSync(join(cwd, "candidates"))).toEqual(["ada-l.yaml"]);
  const text = readFileSync(join(cwd, "candidates/ada-l.yaml"), "utf8");
  expect(text).toContain("\nstatus: candidate\n");
  expect(text).toContain("\nowner: Ada L.\n");
  expect(text).toMatch(
    /\nreviews:\n {2}- date: \d{4}-\d\d-\d\d\n {4}question: What does the metric not tell us\?\n {4}answer: Who was bored\.\n$/,
  );
}, 60_000);

test("adopting asks why each of the others was left", async () => {
  const cwd = folderWith({
    "candidates/ada.yaml": `# Ours.\n\n${full("Ada", "Articles Read To The End")}history:\n  - name: Page Views\n`,
    "candidates/ben.yaml": full("Ben", "Finished Articles"),
    "candidates/chloe.yaml": full("Chloe", "Last Lines"),
    "candidates/draft.yaml": full("Dan", "____"),
    "candidates/chloe.draft.yaml": "name: [",
    "candidates/notes.yaml": "- not a candidate\n",
  });
  const { see, say, press, code } = terminal(["adopt", "candidates/ada.yaml"], { cwd });
  await see("Ben: Finished Articles");
  await see("Why was it left?");
  say("A hidden\u202esign");
  await see("U+202E");
  press("ctrl-u");
  say('The name says less: "finished" by whom?');
  await see("Chloe: Last Lines");
  press("enter");
  await see("wrote northstar.yaml");
  expect(await code).toBe(0);
  const text = readFileSync(join(cwd, "northstar.yaml"), "utf8");
  expect(text).toMatch(/^# Ours\.\n\nstatus: adopted\nowner: Ada\nname: Articles Read To The End\n/);
  expect(text).toContain(`
history:
  - name: Page Views
considered:
  - date: 2026-11-02
    name: Finished Articles
    definition: The number of articles that subscribers read to the end in a week.
    reason: 'The name says less: "finished" by whom?'
  - date: 2026-11-02
    name: Last Lines
    definition: The number of articles that subscribers read to the end in a week.
`);
});

test("Ctrl-C while adopting writes nothing", async () => {
  const cwd = folderWith({
    "candidates/ada.yaml": full("Ada", "A"),
    "candidates/ben.yaml": full("Ben", "B"),
  });
  const { see, press, code } = terminal(["adopt", "candidates/ada.yaml"], { cwd });
  await see("Why was it left?");
  press("ctrl-c");
  await see("stopped; nothing was written");
  expect(await code).toBe(130);
  expect(readdirSync(cwd)).toEqual(["candidates"]);
});

test("a candidate that cannot be read is reported before anything else happens", async () => {
  const cwd = folderWith({
    "candidates/ada.yaml": full("Ada", "A"),
    "candidates/ben.yaml": "status: candidate\nname: [",
  });
  for (const args of [
    ["compare"],
    ["adopt", "candidates/ada.yaml", "--yes"],
    ["adopt", "candidates/ben.yaml"],
  ]) {
    const { code, stdout } = await northstar(args, { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("candidates/ben.yaml:2");
  }
  expect(readdirSync(cwd)).toEqual(["candidates"]);
});

test("the agenda and the worksheet are written to files, by their endings", async () => {
  const cwd = folderWith({ "candidates/ada.yaml": full("Ada", "Read To The End") });
  const ran = await northstar(["workshop", "--minutes", "60", "--out", "agenda.html"], { cwd });
  expect(ran).toMatchObject({ code: 0, stdout: "", stderr: "northstar: wrote agenda.html\n" });
  expect(readFileSync(join(cwd, "agenda.html"), "utf8")).toContain(
    '<h1 dir="auto">North Star workshop, 60 minutes</h1>',
  );
  const sheet = await northstar(["workshop", "--worksheet", "candidates/ada.yaml"], { cwd });
  expect(sheet.stdout).toMatch(/\| North Star Metric \| Read To The End +\|/);
  for (const [args, message] of [
    [["workshop", "--minutes", "45"], "a workshop has 60, 90, 120 minutes, not '45'"],
    [["workshop", "candidates/ada.yaml"], "a North Star fills in the worksheet: add --worksheet"],
    [["workshop", "--out", "agenda.docx"], "it is made as md or html"],
  ] as const) {
    const { code, stderr } = await northstar(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  }
});

test("an interview that is not finished is no candidate yet", async () => {
  const cwd = folderWith({
    "candidates/ada.yaml": full("Ada", "A"),
    "candidates/ben.yaml": full("Ben", "B"),
    "candidates/chloe.draft.yaml": "name: [",
  });
  const next = "makes one of them the North Star, and keeps why the others were left\n";
  const said = (path: string) => ({ code: 0, stderr: `northstar: next: northstar adopt ${path} ${next}` });
  expect(await northstar(["compare"], { cwd })).toMatchObject(said("candidates/NAME.yaml"));
  const voted = await northstar(["compare", "--votes", "ben=2", "--votes", "ada=1"], { cwd });
  expect(voted).toMatchObject(said("candidates/ben.yaml"));
});
