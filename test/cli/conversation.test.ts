/** The interview as people have it: the program that was built, in a real pseudo-terminal. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { hasPseudoTerminal, pseudoTerminal } from "../support/terminal.js";
import { northstar } from "../support/world.js";

const isBuilt = existsSync(new URL("../../dist/northstar.cjs", import.meta.url));

test.skipIf(hasPseudoTerminal)("the conversation is tested where there is `script` of util-linux", () => {});

test.runIf(hasPseudoTerminal)(
  "from nothing to a file with all points met, in few columns",
  async () => {
    if (!isBuilt) throw new Error("There is no dist; run `npm run build` first");
    const columns = 60;
    const cwd = folderWith();
    const first = pseudoTerminal(["init"], { cwd, columns });
    const { see, say, press } = first;
    await see("What is the product called?");
    say("The Morning Page");
    await see("Which of these could you say of your product?");
    press("space");
    await see("◉");
    press("enter");
    await see("What you ticked speaks for attention.");
    press("question");
    await see("Follow the value, not the money.");
    press("enter");
    await see("When does a customer get something out of the product?");
    say("a reader comes to the end of an article");
    await see("✔ A customer gets value in the moment when a reader");
    await see("When else?");
    say("a friend asks where the article was");
    await see("✔ A customer gets value in the moment when a friend");
    await see("When else?");
    say("");
    await see("What would you have to see more of?");
    say("readers who come to the end");
    await see("we saw more readers who come to the end, measured by ____. How could that be counted?");
    say("articles that were read to the end");
    await see("What will people call it?");
    say("Monthly Revenue");
    await see("✖");
    await see("Enter again keeps it");
    press("enter");
    await see("How exactly is it counted?");
    say("<");
    await see("What will people call it?");
    await see("› Monthly Revenue");
    first.press("ctrl-c");
    await see("your answers are kept in northstar.draft.yaml");
    expect(await first.code).toBe(130);

    await goOn();
    expect(readdirSync(cwd)).toEqual(["northstar.yaml"]);
    // The program that was built takes the day from the clock.
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const { stdout } = await northstar(["lint", "--format", "json", "--today", tomorrow], { cwd });
    const [file] = JSON.parse(stdout).files;
    // Nothing is left to ask that could have been asked.
    expect(file.problems.map(({ message }: { message: string }) => message)).toEqual([]);
    expect(file.points.map((point: { state: string }) => point.state)).toEqual(Array(7).fill("met"));
    const text = readFileSync(join(cwd, "northstar.yaml"), "utf8");
    expect(text).toContain("name: Articles Read To The End\n");
    expect(text.match(/^ {4}ideas: 7$/gm)).toHaveLength(3);
    expect(text).toContain("misfits:\n  - Single sign-on for one large customer\n");
    expect(text).toMatch(
      /\n {2}- date: \d{4}-\d\d-\d\d\n {4}question: Which [^\n]*\n {4}answer: Which [^\n]*\n$/,
    );

    async function goOn(): Promise<void> {
      const { see, say, press, code, shown } = pseudoTerminal(["init"], { cwd, columns });
      await see("go on with them");
      press("enter");
      await see("What will people call it?");
      press("ctrl-u");
      say("Articles Read To The End");
      await see("How exactly is it counted?");
      say("?");
      await see("A threshold turns attention into value");
      say("The number of articles that subscribers read to the end in a week");
      const inputs = [
        ["Weekly Readers", "Subscribers who read at least one article to the end in a week"],
        ["Finished Articles", "The share of opened articles that are read to the end in a week"],
        ["Reading Days", "The average number of days in a week on which a subscriber reads"],
      ];
      for (const [name = "", definition = ""] of inputs) {
        await see("One Input is ____: ____.");
        say(name);
        await see("How is it counted?");
        say(definition);
        await see("Which team works on it?");
        say("Reader team");
        await see("ideas");
        say("7");
      }
      await see("Efficiency");
      say(">");
      await see("each free to move alone.");
      press("enter");
      await see("Roadmap ─");
      say("Single sign-on for one large customer");
      await see("✔ Under way, and it moves none of the Inputs: Single");
      say("");
      await see("Which result of the business should follow?");
      say("Renewals");
      await see("And what will customers have in the long run?");
      say("");
      await see("which result do you bet on?");
      press("enter");
      await see("If what happens?");
      say("subscribers read more articles to the end");
      await see("Then what follows for the result?");
      say("more renewals follow a year later");
      for (const asked of ["An Input bet", "Another Input bet", "And which other Input?"]) {
        await see(asked);
        press("enter");
        await see("If what happens?");
        say(`readers find what they like, ${asked.length}`);
        await see("Then what happens to the metric?");
        say("more articles are read to the end");
      }
      await see("An opportunity is something in the situation of customers");
      press("next");
      const reasons = [
        "Nobody comes to the end of an article that gives them nothing.",
        "We bet on fewer and better articles, and only those are finished.",
        "Subscribers who finish articles renew a year later.",
        "Editors choose the topics, and the app resumes where a reader stopped.",
        "Articles that people read until the last line.",
        "The app reports the last paragraph that was on the screen.",
        "It cannot rise unless somebody reads to the end.",
      ];
      for (const [index, reason] of reasons.entries()) {
        await see(
          ["value:", "strategy:", "indicator:", "actionable:", "understandable:", "measurable:", "metric:"][
            index
          ] ?? "",
        );
        say(reason);
      }
      await see("Which decisions will change when the metric changes?");
      say("Which stories we follow up.");
      await see("What does the metric not tell us?");
      say(">");
      await see("wrote northstar.yaml");
      await see("7 of 7 points met");
      await see("next: northstar render");
      expect(await code).toBe(0);
      const lines = shown().split(/[\r\n]+/);
      expect(lines.filter((line) => line.length > columns && !line.startsWith("northstar: "))).toEqual([]);
    }
  },
  60_000,
);
