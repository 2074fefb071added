import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { terminal } from "../support/terminal.js";
import { northstar } from "../support/world.js";

const short = ["init", "--template", "ours.yaml"];

/** A folder with a template that asks little. */
function folder(): string {
  return folderWith({
    "ours.yaml": `
#? about: a short one
game: transaction
#? part: Metric
#? sentence: It is called {name}, which is {definition}.
#? ask: What is it called?
#? example: Full Carts
#? explain: People say the name a hundred times a week.
# Say it aloud.
name: ____
#? ask: How is it counted?
definition: ____
#? part: Inputs
#? items: 1 to 2
inputs:
  - name: ____
    definition: ____
    factor: ____
  - name: ____
    definition: ____
`,
  });
}

test("an interview fills in one sentence after another, and ends with the file, the report and the next step", async () => {
  const cwd = folder();
  const { say, press, see, code } = terminal(short, { cwd });
  await see("Let's write a North Star into northstar.yaml");
  await see("It is called ____, which is ____. What is it called? e.g. Full Carts");
  say("Full Carts");
  await see("It is called Full Carts, which is ____. How is it counted?");
  say("The number of orders of ten or more items that arrive on time in a week");
  await see("✔ It is called Full Carts, which is the number of orders");
  say("no: 1 # of #1");
  await see("Precisely how the Input is counted");
  say("- 'Orders' with \"quotes\" in a week");
  await see("breadth");
  press("down");
  await see("› depth");
  press("enter");
  await see("The name of the Input");
  press("enter");
  await see("wrote northstar.yaml");
  await see("0 of 7 points met, 7 open");
  await see("next: mend what is broken in northstar.yaml, then northstar lint");
  expect(await code).toBe(0);
  expect(readFileSync(join(cwd, "northstar.yaml"), "utf8")).toBe(`# Say it aloud.
name: Full Carts

definition: The number of orders of ten or more items that arrive on time in a week

game: transaction

inputs:
  - name: "no: 1 # of #1"
    definition: "- 'Orders' with \\"quotes\\" in a week"
    factor: depth
`);
});

test("an answer is judged as it is given, and kept when it is given again", async () => {
  const cwd = folder();
  const { say, press, see, shown, code } = terminal(short, { cwd });
  await see("What is it called?");
  say("Monthly Recurring Revenue");
  await see("✖");
  await see("Enter again keeps it");
  press("enter");
  await see("It is called Monthly Recurring Revenue, which is ____. How is it counted?");
  const start = shown().length;
  say("Orders of ten or more items that customers receive in a week");
  await see("Inputs");
  // The sentence keeps the mark of the name.
  const others = shown().slice(start).replaceAll("✖ It is called Monthly Recurring Revenue", "");
  expect(others).not.toMatch(/[✖▲]/);
  press("ctrl-c");
  expect(await code).toBe(130);
});

test("what is typed takes the place of what was said before, and of what was judged", async () => {
  const cwd = folder();
  const { say, press, see, code } = terminal(short, { cwd });
  await see("What is it called?");
  say("Monthly Recurring Revenue");
  await see("Enter again keeps it");
  say("Weekly Harvested Plots");
  await see("It is called Weekly Harvested Plots, which is ____. How is it counted?");
  say("<");
  await see("› Weekly Harvested Plots");
  say("<");
  await see("› Weekly Harvested Plots");
  say("Carts < 9 > 3 ?");
  await see("It is called Carts < 9 > 3 ?, which is ____. How is it counted?");
  press("ctrl-c");
  await code;
  expect(readFileSync(join(cwd, "northstar.draft.yaml"), "utf8")).toContain("name: Carts < 9 > 3 ?\n");
});

test("an answer that was judged outlives Ctrl-C, and is asked about again", async () => {
  const cwd = folder();
  const { say, press, see, code } = terminal(short, { cwd });
  await see("What is it called?");
  say("Monthly Recurring Revenue");
  await see("Enter again keeps it");
  press("ctrl-c");
  expect(await code).toBe(130);
  expect(readFileSync(join(cwd, "northstar.draft.yaml"), "utf8")).toContain(
    "name: Monthly Recurring Revenue\n",
  );
  const again = terminal(["init"], { cwd });
  await again.see("go on with them");
  again.press("enter");
  await again.see("What is it called? e.g. Full Carts › Monthly Recurring Revenue");
  again.press("ctrl-c");
  await again.code;
});

test("line breaks in a pasted text are spaces", async () => {
  const cwd = folder();
  const { say, press, see, code } = terminal(short, { cwd });
  await see("What is it called?");
  say("Full\r\n  Carts\n");
  await see("It is called Full Carts, which is ____. How is it counted?");
  press("ctrl-c");
  await code;
  expect(readFileSync(join(cwd, "northstar.draft.yaml"), "utf8")).toContain("name: Full Carts\n");
});

test("a definition shows how it reads while it is typed", async () => {
  const { say, press, see, code } = terminal(short, { cwd: folder() });
  await see("What is it called?");
  say("Full Carts");
  await see("How is it counted?");
  say("Orders that arrive on time");
  await see("Reads as: count of orders that arrive on time");
  await see("Enter again keeps it");
  press("ctrl-c");
  await code;
});

test("every step can be explained, gone back to, changed and left open, each with a key", async () => {
  const cwd = folder();
  const { say, press, see, code } = terminal(short, { cwd });
  await see("What is it called?");
  say("?");
  await see("People say the name a hundred times a week.");
  say("Carts");
  await see("How is it counted?");
  say("<");
  await see("What is it called? e.g. Full Carts › Carts");
  await see("typing replaces it");
  say("?");
  await see("People say the name a hundred times a week. › Carts");
  press("end");
  say("!");
  await see("It is called Carts!, which is ____. How is it counted?");
  say(">");
  await see("Inputs");
  say(">");
  await see("wrote northstar.yaml");
  await see("next: fill in the 3 blanks (____) of northstar.yaml");
  expect(await code).toBe(0);
  expect(readFileSync(join(cwd, "northstar.yaml"), "utf8")).toContain("name: Carts!\n\ndefinition: ____\n");
});

test.each(["ctrl-c", "ctrl-d"] as const)(
  "%s before any answer writes nothing and says so in one line",
  async (key) => {
    const cwd = folder();
    const { press, see, code, shown } = terminal(short, { cwd });
    await see("What is it called?");
    press(key);
    expect(await code).toBe(130);
    expect(shown()).toMatch(/\nnorthstar: stopped; nothing was written\n$/);
    expect(readdirSync(cwd)).toEqual(["ours.yaml"]);
  },
);

test("ctrl-c keeps the answers, and init goes on where it stopped", async () => {
  const cwd = folder();
  const first = terminal(short, { cwd });
  await first.see("What is it called?");
  first.say("Full: Carts");
  await first.see("How is it counted?");
  first.press("enter");
  await first.see("Inputs");
  first.press("ctrl-c");
  expect(await first.code).toBe(130);
  expect(first.shown()).toMatch(
    /\nnorthstar: stopped; your answers are kept in northstar\.draft\.yaml, and.*\n$/s,
  );
  expect(readdirSync(cwd)).toEqual(["northstar.draft.yaml", "ours.yaml"]);

  const second = terminal(["init"], { cwd });
  await second.see("There are answers from before in northstar.draft.yaml.");
  second.press("enter");
  await second.see("Inputs");
  await second.see("The name of the Input");
  second.say("<");
  await second.see("How is it counted?");
  second.say("<");
  await second.see("What is it called?");
  await second.see("› Full: Carts");
  second.press("enter");
  await second.see("How is it counted?");
  second.say(">");
  await second.see("Inputs");
  second.say(">");
  await second.see("wrote northstar.yaml");
  expect(await second.code).toBe(0);
  expect(readdirSync(cwd)).toEqual(["northstar.yaml", "ours.yaml"]);
  expect(readFileSync(join(cwd, "northstar.yaml"), "utf8")).toMatch(
    /^# Say it aloud\.\nname: "Full: Carts"\n\ndefinition: ____\n/,
  );
});

test("answers from before can be left behind, but are not mixed with others", async () => {
  const cwd = folder();
  const draft = "name: Full Carts\n\nx-init:\n  templates:\n    - ours.yaml\n  next: definition#0\n";
  writeFileSync(join(cwd, "northstar.draft.yaml"), draft);
  const mixed = terminal(["init", "--set", "name=Other"], { cwd });
  expect(await mixed.code).toBe(2);
  expect(mixed.shown()).toMatch(
    /^northstar: northstar\.draft\.yaml has answers from before; go on with them without/,
  );

  const { press, see, code } = terminal(short, { cwd });
  await see("start anew");
  press("down");
  await see("› start anew");
  press("enter");
  await see("What is it called?");
  press("ctrl-c");
  expect(await code).toBe(130);
  expect(readFileSync(join(cwd, "northstar.draft.yaml"), "utf8")).toBe(draft);
});

test("a draft that cannot be read is said, and one that is not ours is left alone", async () => {
  const cwd = folder();
  writeFileSync(join(cwd, "northstar.draft.yaml"), "name: [\n");
  const broken = terminal(short, { cwd });
  expect(await broken.code).toBe(2);
  expect(broken.shown()).toMatch(
    /^northstar: northstar\.draft\.yaml:\d+: .*; mend it, or\sdelete it to start anew\n$/s,
  );

  writeFileSync(join(cwd, "northstar.draft.yaml"), "name: Ours\n");
  const { say, press, see, code } = terminal(short, { cwd });
  await see("What is it called?");
  say("Full Carts");
  await see("answers are not kept while you go: northstar.draft.yaml exists already");
  await see("How is it counted?");
  press("ctrl-c");
  expect(await code).toBe(130);
  expect(readFileSync(join(cwd, "northstar.draft.yaml"), "utf8")).toBe("name: Ours\n");
});

test("a folder that is not there is said before anything is asked", async () => {
  const { code, shown } = terminal(["init", "team/northstar.yaml"], { cwd: folder() });
  expect(await code).toBe(2);
  expect(shown()).toBe("northstar: there is no folder team; make it first\n");
});

test("what would hide or reorder text is refused, whatever is pressed", async () => {
  const { say, press, see, code } = terminal(short, { cwd: folder() });
  await see("What is it called?");
  say("Full\u202eCarts");
  await see("U+202E");
  press("enter");
  await see("U+202E");
  press("ctrl-c");
  await code;
});

test("a file that is there is not asked about", async () => {
  const cwd = folder();
  writeFileSync(join(cwd, "northstar.yaml"), "name: Ours\n");
  const { code, shown } = terminal(short, { cwd });
  expect(await code).toBe(2);
  expect(shown()).toBe(
    "northstar: northstar.yaml exists already; name another file, or replace it with\n--force\n",
  );
});

test("a dry run leaves nothing but the file's text on standard output", async () => {
  const cwd = folder();
  const { say, see, code, stdout } = terminal([...short, "--dry-run"], { cwd });
  await see("What is it called?");
  say(">");
  await see("Inputs");
  say(">");
  expect(await code).toBe(0);
  expect(stdout()).toMatch(/^# Say it aloud\.\nname: ____\n/);
  expect(existsSync(join(cwd, "northstar.yaml"))).toBe(false);
});

test("statements suggest the game, its questions follow, and a file is not written without one", async () => {
  const cwd = folder();
  const { press, say, see, code } = terminal(["init"], { cwd });
  await see("What is the product called?");
  say(">");
  await see("Which of these could you say of your product?");
  press("next");
  await see("Value");
  for (const part of ["Metric", "Inputs", "Results", "Checklist", "Questions"]) {
    say(">");
    await see(part);
  }
  say(">");
  await see("a North Star cannot do without game");
  await see("Which of these could you say of your product?");
  press("down");
  press("space");
  press("enter");
  await see("What you ticked speaks for transaction.");
  press("back");
  await see("Which of these could you say of your product?");
  await see("◉");
  press("enter");
  await see("What you ticked speaks for transaction.");
  press("question");
  await see("Follow the value, not the money.");
  press("enter");
  await see("wrote northstar.yaml");
  expect(await code).toBe(0);
  expect(readFileSync(join(cwd, "northstar.yaml"), "utf8")).toContain("game: transaction\n");
});

test("sixty columns are enough", async () => {
  const { press, say, see, code, shown } = terminal(["init"], { cwd: folder(), columns: 60 });
  await see("What is the product called?");
  say(">");
  await see("Which of these could you say of your product?");
  press("enter");
  await see("skip this for now");
  press("ctrl-c");
  await code;
  expect(
    shown()
      .split(/[\r\n]+/)
      .filter((line) => line.length > 60),
  ).toEqual([]);
});

test("with --yes every answer stays blank, the game too, and what comes of it is read, named and drawn", async () => {
  const cwd = folder();
  expect(await northstar(["init", "--yes"], { cwd })).toMatchObject({ code: 0 });
  expect(await northstar(["candidate", "Ada", "Ben"], { cwd })).toMatchObject({ code: 0 });
  for (const file of ["northstar.yaml", "candidates/ada.yaml"]) {
    const { code, stdout } = await northstar(["lint", file, "-f", "json"], { cwd });
    const { problems } = JSON.parse(stdout).files[0];
    const errors = problems.filter(({ severity }: { severity: string }) => severity === "error");
    expect(code).toBe(1);
    expect(new Set(errors.map(({ rule }: { rule: string }) => rule))).toEqual(new Set(["unfilled-blank"]));
    expect(errors).toContainEqual(
      expect.objectContaining({
        path: ["game"],
        message: "still a blank: choose attention, transaction or productivity",
      }),
    );
  }
  const shown = async (...args: string[]) => (await northstar(args, { cwd })).stdout;
  expect((await shown("lint")).split("\n")[0]).toBe("northstar.yaml · ____");
  expect(await shown("lint", "-f", "markdown")).not.toContain(" game\n");
  expect(await shown("render", "--draft")).not.toContain("Game:");
  expect(await shown("render", "--draft", "--to", "deck")).toContain("## Which game do we play?");
  expect(await shown("compare", "--with-bad")).not.toContain("All play");
});

test("a command is one only when Enter follows it: at the start of an answer it is a part of it", async () => {
  const cwd = folder();
  const { type, say, press, see, code } = terminal(short, { cwd });
  await see("What is it called?");
  for (const command of ["<", ">", "?"]) {
    type(command);
    await see("typing on makes it an answer");
    say(" 9 carts");
    await see(`It is called ${command} 9 carts, which is ____. How is it counted?`);
    say("<");
    await see(`› ${command} 9 carts`);
    press("ctrl-u");
  }
  say(">9 pasted\n carts");
  await see("It is called >9 pasted carts, which is ____. How is it counted?");
  press("ctrl-c");
  await code;
  expect(readFileSync(join(cwd, "northstar.draft.yaml"), "utf8")).toContain('name: ">9 pasted carts"\n');
});

test("what was skipped and gone back to is asked in full, and a sentence with a blank gets no tick", async () => {
  const cwd = folder();
  const { say, see, press, code, shown } = terminal(["init"], { cwd });
  await see("What is the product called?");
  say(">");
  await see("Which of these could you say of your product?");
  press("next");
  await see("When does a customer get something");
  say(">");
  await see("What will people call it?");
  say(">");
  await see("Breadth");
  press("enter");
  await see("Depth");
  say("<");
  await see("Breadth");
  say("Weekly Readers");
  await see("One Input is Weekly Readers: ____. How is it counted?");
  press("enter");
  await see("Which team works on it?");
  press("ctrl-c");
  await code;
  expect(shown()).not.toMatch(/✔ .*____/);
});

test("going back shows an answer with what stands against it, and a kept interview shows what was said", async () => {
  const cwd = folder();
  const { say, see, press, code } = terminal(short, { cwd });
  await see("What is it called?");
  say("Page Views");
  await see('"Page Views" can rise without anybody being better off');
  await see("Enter again keeps it");
  press("enter");
  await see("How is it counted?");
  say("<");
  await see("› Page Views");
  await see('"Page Views" can rise without anybody being better off');
  press("enter");
  await see("How is it counted?");
  say("Pages that readers read to the end in a week");
  await see("The name of the Input");
  press("ctrl-c");
  await code;
  const again = terminal(["init"], { cwd });
  await again.see("There are answers from before");
  await again.see("✔ It is called Page Views, which is Pages that readers read to the end");
  await again.see("go on with them");
  again.press("enter");
  await again.see("The name of the Input");
  again.say("<");
  await again.see("› Pages that readers read to the end in a week");
  again.press("ctrl-c");
  await again.code;
});

test("what was ticked and highlighted is still so after ? and <", async () => {
  const { say, see, press, code } = terminal(["init"], { cwd: folder() });
  await see("What is the product called?");
  say("");
  await see("Which of these could you say of your product?");
  press("down");
  await see("› ○ Each exchange");
  press("space");
  await see("› ◉ Each exchange");
  press("question");
  await see("Follow the value, not the money.");
  await see("› ◉ Each exchange");
  press("back");
  await see("What is the product called?");
  say("");
  await see("◉ Each exchange");
  press("enter");
  await see("What you ticked speaks for transaction.");
  press("down");
  await see("› productivity");
  press("question");
  await see("› productivity");
  press("enter");
  await see("When does a customer get something");
  say("<");
  await see("What you ticked speaks for transaction.");
  await see("› productivity");
  press("back");
  await see("◉ Each exchange");
  press("ctrl-c");
  await code;
});

test("a terminal that gets narrower is drawn anew, with what was typed and ticked", async () => {
  const { type, say, press, see, resize, code, shown } = terminal(["init"], { cwd: folder(), columns: 100 });
  await see("What is the product called?");
  type("Pantry");
  await see("› Pantry");
  let from = shown().length;
  resize(50);
  await see("What is the product called?");
  await see("› Pantry");
  expect(
    shown()
      .slice(from)
      .split("\n")
      .filter((line) => line.length > 50),
  ).toEqual([]);
  say("");
  await see("Which of these could you say of your product?");
  press("space");
  await see("› ◉ An hour more");
  from = shown().length;
  resize(42);
  await see("› ◉ An hour more with our product is");
  await see("Ctrl-C stops");
  expect(
    shown()
      .slice(from)
      .split("\n")
      .filter((line) => line.length > 42),
  ).toEqual([]);
  press("ctrl-c");
  await code;
});
