/** Edits as people make them: in a terminal, two at once, and on disks that have no room. */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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
  await see("Which side of the metric does it drive?");
  press("down");
  press("enter");
  await see("Which team works on it?");
  press("back");
  press("enter");
  await see("Which side of the metric does it drive?");
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
    factor: breadth
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
  await see("On which day will you look at it again?");
  say("1.12.2026");
  await see("write the day as year, month and day: 2026-12-01");
  press("ctrl-u");
  say("2026-12-01");
  expect(await code).toBe(0);
  expect(now()).toBe(`${star}  - level: 2
    for: suggestions-taken
    if: a plan took less than five minutes
    then: more households would plan
    review: 2026-12-01
`);
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

test("a metric is changed in a terminal, and the game may stay", async () => {
  const { cwd, now } = folder();
  const { see, say, press, code } = terminal(["change"], { cwd });
  await see("What is the new metric called?");
  say("Dinners Eaten Together");
  await see("How exactly is it counted?");
  say("The number of dinners per week that two or more people eat from their plan.");
  await see("Which game does the product play now?");
  press("down");
  press("down");
  press("down");
  press("enter");
  await see("Why is the old metric left?");
  say("Half of all dinners were cooked for one.");
  await see("These bets spoke of Planned Dinners Cooked");
  expect(await code).toBe(0);
  expect(now()).toContain("game: productivity\n");
  expect(now()).toContain("history:\n  - date: 2026-11-02\n    name: Planned Dinners Cooked\n");
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
    unit: dinners
    excludes:
      - test kitchens
    checklist:
      value: Nobody cooks for a number.
    reason: x
`);
});

test("the bets that were due get their next day, by what they expect or in four weeks", async () => {
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
    "2026-11-30",
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

test.each([
  ["0", "result"],
  ["3", "opportunity"],
])("a level-%s bet with nothing to stand under is told that there is no %s yet", (level, kind) => {
  const value = { inputs: [{ name: "Learnings" }] };
  const question = nextQuestion(value, "bet", { level: [level] });
  expect(question?.ask).toBe(
    `What does it stand under? No ${kind} is in the file yet; name the one you mean.`,
  );
});
