/** Edits as people make them: in a terminal, two at once, and on disks that have no room. */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { nextQuestion } from "../../src/editing/questions.js";
import { folderWith } from "../support/folder.js";
import { terminal } from "../support/terminal.js";
import { northstar } from "../support/world.js";

const star = `# ours
name: Planned Dinners Cooked
definition: The number of dinners per week that households cook from their plan.
game: productivity
inputs:
  - name: Planning households
    definition: Number of households that plan three or more dinners in the week.
    owner: Planning team
  - name: Suggestions taken
    definition: Share of suggested recipes that go into a plan.
    owner: Recipe team
  - name: Complete shopping
    definition: Share of shopping lists on which every item is ticked off.
    owner: Shopping team
bets:
  - { level: 1, for: suggestions-taken, if: more suggestions go into a plan, then: more dinners are cooked }
`;

// What asks is loaded only when somebody is asked, which takes a while the first time.
beforeAll(async () => {
  await import("../../src/cli/prompt/ask-questions.js");
  await northstar(["add", "--help"]);
}, 60_000);

function folder(text = star): { cwd: string; now(): string } {
  const cwd = folderWith({ "northstar.yaml": text });
  return { cwd, now: () => readFileSync(join(cwd, "northstar.yaml"), "utf8") };
}

test("what an Input needs is asked for in a terminal", async () => {
  const { cwd, now } = folder();
  const { see, say, press, code } = terminal(["add", "input", "Shared plans"], { cwd });
  await see("How exactly is it counted?");
  say("Number of plans that two people of a household have changed.");
  await see("✔ How exactly is it counted? Number of plans");
  await see("How does it move the metric?");
  press("enter");
  await see("Which side of the metric does it drive?");
  press("down");
  press("enter");
  await see("Which team works on it?");
  say("<");
  await see("› depth");
  press("enter");
  await see("Which team works on it?");
  press("enter");
  await see('added the Input "Shared plans" to northstar.yaml');
  expect(await code).toBe(0);
  expect(now()).toBe(
    star.replace(
      "bets:",
      `  - name: Shared plans
    definition: Number of plans that two people of a household have changed.
    factor: depth
bets:`,
    ),
  );
});

test("what a bet stands under is chosen among what there is, and a day is a day", async () => {
  const { cwd, now } = folder();
  const { see, say, press, code } = terminal(["add", "bet"], { cwd });
  await see("What kind of bet is it?");
  press("down");
  press("down");
  press("enter");
  await see("What does it stand under?");
  await see("Complete shopping");
  press("down");
  press("enter");
  await see("If what happens?");
  press("enter");
  say("a plan took less than five minutes");
  await see("Then what follows?");
  say("more households would plan");
  await see("Who pursues it?");
  press("enter");
  await see("Where does it stand?");
  press("down");
  press("enter");
  await see("On which day will you look at it again?");
  await see("An opportunity shows something after 1 to 3 months.");
  await see("› 2026-12-02");
  say("1.12.2026");
  await see("write the day as year, month and day: 2026-12-01");
  press("ctrl-u");
  say("2026-12-01");
  expect(await code).toBe(0);
  expect(now()).toBe(`${star}  - level: 2
    for: suggestions-taken
    if: a plan took less than five minutes
    then: more households would plan
    stage: active
    review: 2026-12-01
`);
});

test("what is added is judged as it is typed, and what was judged can stay", async () => {
  const { cwd, now } = folder();
  const flags = ["--level", "2", "--for", "planning-households", "--then", "more households would plan"];
  const bet = terminal(["add", "bet", ...flags], { cwd });
  await bet.see("If what happens?");
  bet.say("we build an app for the fridge");
  await bet.see("this is a solution");
  await bet.see("Enter again keeps it");
  bet.press("ctrl-u");
  bet.say("a plan knew who is home");
  await bet.see("Who pursues it?");
  bet.press("enter");
  await bet.see("Where does it stand?");
  bet.press("next");
  await bet.see("On which day will you look at it again?");
  bet.press("ctrl-u");
  bet.press("enter");
  await bet.see("added the bet");
  expect(await bet.code).toBe(0);
  const input = terminal(["add", "input", "Meals"], { cwd });
  await input.see("How exactly is it counted?");
  input.type("Number of meals that are cooked in a week");
  await input.see("Reads as: count of meals");
  input.press("enter");
  await input.see("How does it move the metric?");
  input.press("enter");
  await input.see("Which side of the metric does it drive?");
  input.press("next");
  await input.see("Which team works on it?");
  input.press("enter");
  expect(await input.code).toBe(0);
  const belief = terminal(["add", "input"], { cwd });
  await belief.see("What is the Input called?");
  belief.say("Ship the new fridge");
  await belief.see("Enter again keeps it");
  belief.press("enter");
  await belief.see("How exactly is it counted?");
  belief.press("ctrl-c");
  expect(await belief.code).toBe(130);
  expect(now()).toContain("if: a plan knew who is home");
  expect(now()).not.toContain("fridge");
});

test("with an answer in the line, a question can still be left open", async () => {
  const { cwd, now } = folder();
  writeFileSync(join(cwd, "northstar.yaml"), star.replace("level: 1", "id: plans, level: 2"));
  const { see, press, code } = terminal(["start", "plans"], { cwd });
  await see("On which day will you look at it again?");
  await see("Ctrl-U Enter leaves it open");
  press("ctrl-u");
  press("enter");
  await see("no day ahead is set to look at it again; northstar review plans --next 2026-12-02 sets one");
  expect(await code).toBe(0);
  expect(now()).toContain("stage: active }");
});

test("what is due is gone through one by one, and written at once", async () => {
  const bet = (rest: string) => `  - { level: 2, for: complete-shopping, if: a, then: b, ${rest} }\n`;
  const text = `${star.replace("bets:", "review: { last: 2026-04-02, every: 6 months }\nbets:")}${[
    bet("id: late, review: 2026-10-01"),
    bet("id: later, review: 2026-11-02"),
    bet("id: early, review: 2026-09-01"),
    bet("id: other, review: 2026-11-03"),
  ].join("")}`;
  const { cwd, now } = folder(text);
  const { see, say, press, code } = terminal(["review", "due"], { cwd });
  await see("early: if");
  await see("opportunity, due since 2026-09-01");
  press("down");
  press("enter");
  await see("What do you know now that you did not know when you made this bet?");
  say("<");
  await see("↑↓ Enter choose");
  press("enter");
  await see("What do you know now that you did not know when you made this bet?");
  say("Nobody looks at lists.");
  await see("late: if");
  press("down");
  press("down");
  press("down");
  press("enter");
  await see("On which day will you look at it again?");
  await see("› 2026-12-02");
  say("2 weeks");
  await see("later: if");
  for (let count = 0; count < 4; count += 1) press("down");
  press("enter");
  await see("The North Star itself");
  press("enter");
  await see("late is next on 2026-11-16 and the North Star holds");
  expect(await code).toBe(0);
  expect(now()).toContain("last: 2026-11-02, every: 6 months");
  expect(now()).toContain("id: early, review: 2026-09-01, stage: closed");
  expect(now()).toContain("verdict: lost, learned: Nobody looks at lists.");
  expect(now()).toContain("id: late, review: 2026-11-16 }");
  expect(now()).toContain("id: later, review: 2026-11-02 }");
  expect(now()).toContain("id: other, review: 2026-11-03 }");
});

test("the questions of a quarter are gone through, and what was answered is asked a quarter later again", async () => {
  const { cwd, now } = folder(
    `${star}reviews: [{ date: 2026-08-03, question: What does the metric not tell us?, answer: Who smiled. }]\n`,
  );
  const first = terminal(["review", "--questions"], { cwd });
  await first.see("1 of 12: Which decisions will change when the metric changes?");
  await first.see("Enter leaves it open");
  first.say("Which recipes we pay for.");
  await first.see("2 of 12: If nobody built anything any more, would the metric still rise?");
  first.say("<");
  await first.see("Enter keeps it");
  first.press("enter");
  for (const count of [2, 3]) {
    await first.see(`${count} of 12`);
    first.press("enter");
  }
  await first.see("4 of 12");
  await first.see("> Enter leaves the rest open");
  first.say(">");
  await first.see("kept an answer under reviews in northstar.yaml");
  await first.see("11 questions are open; northstar review --questions asks again");
  expect(await first.code).toBe(0);
  expect(now()).toContain("date: 2026-11-02, question: Which decisions will change when the metric changes?");
  expect(now()).toContain("last: 2026-11-02");
  const later = terminal(["review", "--questions"], { cwd });
  await later.see("1 of 11: If nobody built anything any more, would the metric still rise?");
  later.press("ctrl-c");
  await later.see("stopped; nothing was written");
  expect(await later.code).toBe(130);
});

test("breaking off what is due writes nothing, and skipping all of it neither", async () => {
  const { cwd, now } = folder(star.replace("are cooked }", "are cooked, review: 2026-11-01 }"));
  const before = now();
  const broken = terminal(["review", "due"], { cwd });
  await broken.see("What becomes of it?");
  broken.press("ctrl-c");
  await broken.see("stopped; nothing was written");
  expect(await broken.code).toBe(130);
  const skipped = terminal(["review", "due"], { cwd });
  await skipped.see("What becomes of it?");
  for (let count = 0; count < 4; count += 1) skipped.press("down");
  skipped.press("enter");
  await skipped.see("nothing was written");
  expect(await skipped.code).toBe(0);
  expect(now()).toBe(before);
});

test("a bet to start or to park is chosen among those that can be", async () => {
  const { cwd, now } = folder(star.replace("are cooked }", "are cooked, stage: active }"));
  const parked = terminal(["park"], { cwd });
  await parked.see("Which bet do you park?");
  parked.press("enter");
  await parked.see('parked "more suggestions go into a plan" in northstar.yaml');
  expect(await parked.code).toBe(0);
  expect(now()).toContain("stage: next }");
  const started = terminal(["start"], { cwd });
  await started.see("Which bet do you start?");
  started.press("enter");
  await started.see("On which day will you look at it again?");
  await started.see("› 2027-02-02");
  started.press("enter");
  await started.see("you look at it again on 2027-02-02");
  expect(await started.code).toBe(0);
  expect(now()).toContain("stage: active, review: 2027-02-02 }");
});

test("a bet is closed in a terminal, by answers to what is missing", async () => {
  const { cwd, now } = folder();
  const { see, say, press, code, stdout } = terminal(["close", "--verdict", "lost"], { cwd, columns: 60 });
  await see("Which bet do you close?");
  press("enter");
  await see("What do you know now that you did not know");
  say("Nobody looks at suggestions.");
  expect(await code).toBe(0);
  expect(stdout()).toBe("0 of 7 points met, 7 open\n");
  expect(now()).toBe(
    star.replace(
      "are cooked }",
      "are cooked, stage: closed, outcome: { date: 2026-11-02, verdict: lost, learned: Nobody looks at suggestions. } }",
    ),
  );
});

test("a metric is changed in a terminal: judged as it is typed, with game and Inputs as they were", async () => {
  const { cwd, now } = folder(star.replace("bets:", "review: { last: 2024-01-01, every: 6 months }\nbets:"));
  const { see, say, type, press, code } = terminal(["change"], { cwd });
  await see("What is the new metric called?");
  await see('keeps "Planned Dinners Cooked"');
  say("Monthly Revenue");
  await see("Enter again keeps it");
  press("ctrl-u");
  say("Dinners Eaten Together");
  await see("How exactly is it counted?");
  type("The number of dinners per week that two or more people eat from their plan.");
  await see("Reads as: count of dinners");
  press("enter");
  await see("Which game does the product play now?");
  await see("› productivity, as before");
  press("enter");
  await see("Why is the old metric left?");
  say("Half of all dinners were cooked for one.");
  for (const input of ["Planning households", "Suggestions taken", "Complete shopping"]) {
    await see(`Does the Input ${input} stay?`);
    press("enter");
  }
  await see("Does this Input bet stay: if more suggestions go into a plan");
  press("enter");
  await see("These bets spoke of Planned Dinners Cooked");
  expect(await code).toBe(0);
  expect(now()).toContain("game: productivity\n");
  expect(now()).toContain("history:\n  - date: 2026-11-02\n    name: Planned Dinners Cooked\n");
  expect(now()).toContain("review: { last: 2026-11-02, every: 6 months }\n");
  expect(now().match(/^ {2}- name: /gm)).toHaveLength(3);
  expect((await northstar(["lint", "--format", "json"], { cwd })).stdout).not.toContain("overdue-review");
});

test("Inputs and bets can go with the metric, and the history keeps the Inputs", async () => {
  const { cwd, now } = folder();
  const flags = ["--name", "Shared Dinners", "--definition", "Number of dinners that two people share."];
  const { see, press, say, code } = terminal(["change", ...flags], { cwd });
  await see("Which game");
  press("enter");
  await see("Why is the old metric left?");
  say("Half were cooked for one.");
  await see("Does the Input Planning households stay?");
  press("enter");
  await see("Does the Input Suggestions taken stay?");
  await see("One open bet stands under it; each is asked about.");
  press("down");
  press("enter");
  await see("Does the Input Complete shopping stay?");
  press("enter");
  await see("Does this Input bet stay: if more suggestions go into a plan");
  press("down");
  press("enter");
  await see("suggestions-taken goes with it; closed as unclear");
  await see("two Inputs are too few");
  expect(await code).toBe(0);
  const [inputs, history] = now().split("history:");
  expect(inputs).not.toContain("Suggestions taken");
  expect(inputs).toContain("Planning households");
  expect(history).toContain("Suggestions taken");
  expect(history).toContain("Planning households");
  expect(now()).toMatch(/verdict: unclear, learned: Half were cooked for one\./);
  expect((await northstar(["lint", "--format", "json"], { cwd })).stdout).not.toMatch(
    /unknown-for|former-ground/,
  );
});

test("an answer that was kept against the rules is written", async () => {
  const { cwd, now } = folder();
  const other = terminal(["change", "--reason", "z", "--keep-inputs", "--keep-bets"], { cwd });
  await other.see("What is the new metric called?");
  other.say("Monthly Revenue");
  await other.see("Enter again keeps it");
  other.press("enter");
  await other.see("How exactly is it counted?");
  other.say("The revenue of the month");
  await other.see("Which game");
  other.press("enter");
  await other.see('"Monthly Revenue" takes the place of');
  expect(await other.code).toBe(0);
  expect(now()).toContain("name: Monthly Revenue\n");
});

test("without a new name it is the same idea, and the old definition can be changed in the line", async () => {
  const { cwd, now } = folder();
  const { see, type, press, code } = terminal(["change"], { cwd });
  await see("What is the new metric called?");
  press("enter");
  await see("How exactly is it counted?");
  await see("› The number of dinners per week that households cook from their plan.");
  press("end");
  type(" Ready meals do not count.");
  press("enter");
  await see("Why is it counted in another way?");
  press("enter");
  await see("is counted in another way in northstar.yaml");
  await see('northstar set history.#1.reason "…" does');
  expect(await code).toBe(0);
  expect(now()).toContain("their plan. Ready meals do not count.");
  expect(now()).toContain(
    "history:\n  - date: 2026-11-02\n    name: Planned Dinners Cooked\n    definition: The number of dinners per week that households cook from their plan.\n",
  );
  expect((await northstar(["set", "history.#1.reason", "They are not cooked."], { cwd })).code).toBe(0);
});

test("what a template left blank is filled in first, as long as it is of the same sort", async () => {
  const blanks = (kind: string) => `  - name: ____\n    definition: ____\n    factor: ${kind}   # why?\n`;
  const { cwd, now } = folder(`name: a\ndefinition: b\ngame: attention\ninputs:
${blanks("breadth")}${blanks("depth")}bets:
  - { level: 1, for: ____, if: ____, then: ____ }
beliefs:
  - ____
`);
  await northstar(["add", "input", "A", "--definition", "B", "--factor", "depth"], { cwd });
  await northstar(["add", "input", "C", "--definition", "D"], { cwd });
  await northstar(["add", "belief", "E"], { cwd });
  await northstar(["add", "bet", "F", "--level", "2", "--for", "A", "--then", "G"], { cwd });
  await northstar(["add", "bet", "H", "--level", "1", "--for", "C", "--then", "I"], { cwd });
  expect(now()).toBe(`name: a\ndefinition: b\ngame: attention\ninputs:
  - name: C
    definition: D
    factor: breadth   # why?
  - name: A
    definition: B
    factor: depth   # why?
bets:
  - { level: 1, for: c, if: H, then: I }
  - level: 2
    for: a
    if: F
    then: G
beliefs:
  - E
`);
});

test("what was looked at is asked for, and Ctrl-C changes nothing", async () => {
  const { cwd, now } = folder();
  const asked = terminal(["review"], { cwd });
  await asked.see("What did you look at?");
  asked.press("enter");
  await asked.see("noted the review of 2026-11-02 in northstar.yaml; no bet was due");
  expect(await asked.code).toBe(0);
  const before = now();
  for (const args of [["review"], ["close"], ["change"], ["add", "belief"]]) {
    const { see, press, code } = terminal(args, { cwd });
    await see("Ctrl-C");
    press("ctrl-c");
    await see("stopped; nothing was written");
    expect(await code).toBe(130);
  }
  expect(now()).toBe(before);
});

test("all that was said of the old metric goes into its history", async () => {
  const { cwd, now } = folder(
    star.replace(
      "game:",
      "abbreviation: PDC\nunit: dinners   # not meals\nexcludes: [test kitchens]\nchecklist:\n  value: Nobody cooks for a number.\ngame:",
    ),
  );
  const args = [
    "--name",
    "Shared Dinners",
    "--definition",
    "Number of dinners that two people share.",
    "--reason",
    "x",
  ];
  const { code, stdout } = await northstar(["change", ...args, "--game", "attention"], { cwd });
  expect([code, stdout]).toEqual([0, expect.stringMatching(/\n0 of 7 points met, 7 open\n$/)]);
  expect(now()).toBe(`# ours
name: Shared Dinners
definition: Number of dinners that two people share.
game: attention
${star.slice(star.indexOf("inputs:"))}history:
  - date: 2026-11-02
    name: Planned Dinners Cooked
    definition: The number of dinners per week that households cook from their plan.
    game: productivity
    abbreviation: PDC
    unit: dinners   # not meals
    excludes: [test kitchens]
    checklist:
      value: Nobody cooks for a number.
    reason: x
`);
});

test("the bets that were due get their next day, by what they expect or by their level", async () => {
  const bet = (rest: string) => `  - { level: 1, for: complete-shopping, if: a, then: b, ${rest} }\n`;
  const { cwd, now } = folder(
    star +
      bet("review: 2026-11-02, expect: { direction: up, after: 2 months }") +
      bet("review: 2026-10-01") +
      bet("review: 2026-11-03") +
      bet("review: 2026-10-01, stage: closed"),
  );
  await northstar(["review", "all"], { cwd });
  expect([...now().matchAll(/(?:review|last): ([\d-]+)/g)].map(([, date]) => date)).toEqual([
    "2027-01-02",
    "2027-02-02",
    "2026-11-03",
    "2026-10-01",
    "2026-11-02",
  ]);
});

test("a file keeps its encoding and its line ends", async () => {
  const { cwd } = folder();
  const path = join(cwd, "northstar.yaml");
  const windows = `\uFEFF${star.replaceAll("\n", "\r\n")}`;
  writeFileSync(path, Buffer.from(windows, "utf16le"));
  await northstar(["set", "owner", "Zoë"], { cwd });
  const lines = windows.replace("productivity\r\n", "productivity\r\nowner: Zoë\r\n");
  expect(readFileSync(path).toString("utf16le")).toBe(lines);
});

const program = new URL("../../bin/northstar.js", import.meta.url).pathname;
const isBuilt = existsSync(new URL("../../dist/northstar.cjs", import.meta.url));

function built(cwd: string, args: readonly string[]): Promise<{ code: number; stderr: string }> {
  if (!isBuilt) throw new Error("There is no dist; run `npm run build` first");
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { cwd });
    let stderr = "";
    child.stderr.on("data", (text) => {
      stderr += text;
    });
    child.on("close", (code) => resolve({ code: code ?? -1, stderr }));
  });
}

test("of several who edit at once each is written or told, and nothing is lost", async () => {
  const { cwd, now } = folder();
  const people = Array.from({ length: 12 }, (_, index) => `Belief number ${index}.`);
  const done = await Promise.all(people.map((belief) => built(cwd, ["add", "belief", belief])));
  const written = people.filter((_, index) => done[index]?.code === 0);
  expect(written.length).toBeGreaterThan(0);
  const beliefs = [...now().matchAll(/^ {2}- (Belief.*)$/gm)].map(([, belief = ""]) => belief);
  expect(beliefs.sort()).toEqual(written.sort());
  expect(now().replace(/beliefs:\n(?: {2}- Belief.*\n)+/, "")).toBe(star);
  for (const { code, stderr } of done.filter((each) => each.code !== 0)) {
    expect(code).toBe(2);
    expect(stderr).toContain("northstar.yaml was changed meanwhile, and nothing was written");
  }
  expect(readdirSync(cwd)).toEqual(["northstar.yaml"]);
}, 60_000);

/** Whether this machine lets a test have a file system of its own, as root or in a namespace. */
const hasNamespaces =
  spawnSync("unshare", ["--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"])
    .status === 0;

test.skipIf(hasNamespaces)(
  "a full disk is tested where `unshare` and `mount` may make a small one",
  () => {},
);

/** Runs a shell script with a file system of its own at ./disk. */
function onDisk(cwd: string, options: string, script: string): { status: number | null; stdout: string } {
  const mount = `mkdir -p disk && mount -t tmpfs -o ${options} tmpfs disk && cp northstar.yaml disk && cd disk`;
  return spawnSync("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", `${mount} && ${script}`], {
    cwd,
    encoding: "utf8",
  });
}

test.runIf(hasNamespaces)("a full disk leaves the old file whole, and no other", () => {
  const { cwd } = folder();
  const edit = `${process.execPath} ${program} add belief x 2>&1; echo $?; ls -A; cmp northstar.yaml ../northstar.yaml && echo same`;
  const full = "cat /dev/zero > filler 2>/dev/null";
  expect(onDisk(cwd, "size=32k", `${full}; ${edit}`).stdout).toBe(
    "northstar: could not write northstar.yaml: the disk is full\n2\nfiller\nnorthstar.yaml\nsame\n",
  );
  const stuck = 'mount -o remount,ro . . 2>/dev/null || mount -o remount,ro "$PWD"';
  expect(onDisk(cwd, "size=32k", `${stuck}; ${edit}`).stdout).toBe(
    "northstar: could not write northstar.yaml: the disk is read-only\n2\nnorthstar.yaml\nsame\n",
  );
});

test.skipIf(process.getuid?.() === 0)("a folder that cannot be written to keeps its file", async () => {
  const { cwd, now } = folder();
  chmodSync(cwd, 0o500);
  const { code, stderr } = await northstar(["add", "belief", "x"], { cwd });
  chmodSync(cwd, 0o700);
  expect([code, stderr]).toEqual([2, "northstar: could not write northstar.yaml: permission denied\n"]);
  expect(now()).toBe(star);
});

test("a North Star bet with nothing to stand under names its result", () => {
  const question = nextQuestion({ inputs: [{ name: "Learnings" }] }, "bet", { level: ["0"] });
  expect(question?.ask).toBe(
    "What does it stand under? No result is in the file yet; name the one you mean.",
  );
  expect(question?.path).toEqual(["results", 0, "name"]);
});

test("an intervention is offered where it has an opportunity to stand under", async () => {
  const levels = (value: object) => nextQuestion(value, "bet", {})?.choices?.map(({ value }) => value);
  expect(levels({ bets: [] })).toEqual(["0", "1", "2"]);
  expect(nextQuestion({}, "bet", {})?.hint).toContain("needs an opportunity");
  expect(levels({ bets: [{ level: 2, for: "x", if: "people saw it" }] })).toEqual(["0", "1", "2", "3"]);
  const { cwd } = folder();
  const { code, shown } = terminal(["add", "bet", "--level", "3"], { cwd });
  expect(await code).toBe(2);
  expect(shown().replace(/\s+/g, " ")).toContain(
    "there is no opportunity (a bet of level 2) to stand under yet",
  );
});

test("a result that a bet called before it was there is added under that name", async () => {
  const { cwd, now } = folder();
  const bet = [
    "add",
    "bet",
    "--level",
    "0",
    "--for",
    "Yearly Renewals",
    "--if",
    "more dinners are cooked",
    "--then",
    "more renew",
  ];
  expect(await northstar(bet, { cwd })).toMatchObject({ code: 0 });
  const { code, stderr } = await northstar(["add", "result", "Renewed memberships", "--kind", "business"], {
    cwd,
  });
  expect(stderr).toContain("its id is yearly-renewals, as a bet calls it");
  expect(code).toBe(0);
  expect(now()).toContain("for: yearly-renewals");
  expect(now()).toContain("  - id: yearly-renewals\n    name: Renewed memberships\n");
  expect((await northstar(["lint"], { cwd })).stdout).not.toContain("unknown-for");
});
