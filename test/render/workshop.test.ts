import { HtmlValidate } from "html-validate/node";
import { describe, expect, test } from "vitest";
import { checkSource } from "../../src/lint/check.js";
import { convergingQuestions } from "../../src/lint/review-questions.js";
import { rules } from "../../src/lint/rules/index.js";
import { agenda, lengths } from "../../src/render/agenda.js";
import { badCandidates, type Candidate, comparison } from "../../src/render/comparison.js";
import { markdownOf, type OutlinePart, pageOf } from "../../src/render/outline.js";
import { defaultTheme } from "../../src/render/theme.js";
import { worksheet, worksheetPage } from "../../src/render/worksheet.js";
import { chromium, startChromium } from "../support/chromium.js";
import { hostile, hostileTexts } from "./hostile.js";
import { faultsOf, narrow, nodesOf } from "./markdown.js";
import { told } from "./stars.js";

const options = { rules, today: "2026-10-01" };

function candidate(who: string, text: string, more: Partial<Candidate> = {}): Candidate {
  const { star, points, problems, reading = null } = checkSource(text, options);
  if (!star) throw new Error(problems[0]?.message);
  return { who, star, points, problems, reading, ...more };
}

const ada = candidate(
  "Ada",
  `name: Articles Read To The End
definition: The number of articles that subscribers read to the end in a week.
game: attention
inputs: [{ name: Weekly Readers, definition: Subscribers who read an article to the end in a week. }]
`,
);
const ben = candidate(
  "Ben",
  `name: Finished Articles
definition: The number of articles that subscribers read to the end in a week.
game: attention
inputs: [{ name: Weekly Readers, definition: Subscribers who read an article to the end in a week. }]
`,
);
const chloe = candidate(
  "Chloe",
  `name: ____
definition: Users who open the app.
game: transaction
inputs: [{ name: ____, definition: ____ }]
`,
);

function textUnder(parts: readonly OutlinePart[], heading: string): string {
  const start = parts.findIndex((part) => "heading" in part && part.heading === heading);
  if (start < 0) return "";
  const rest = parts.slice(start + 1);
  const end = rest.findIndex((part) => "heading" in part && part.level <= 2);
  return JSON.stringify(rest.slice(0, end < 0 ? undefined : end));
}

test.each(lengths)("an agenda of %i minutes fills them, step after step", (length) => {
  const table = agenda(length).find((part) => "heads" in part && part.heads[0] === "Time");
  const rows = table && "rows" in table ? table.rows.map((row) => row.map(String)) : [];
  const minutes = (time = "") => time.split(":").reduce((sum, each) => sum * 60 + Number(each), 0);
  let now = 0;
  for (const [time = "", duration] of rows) {
    const [from, to] = time.split("–");
    expect(minutes(from)).toBe(now);
    now = minutes(to);
    expect(now - minutes(from)).toBe(Number(duration));
  }
  expect(now).toBe(length);
});

test.each(lengths)("an agenda of %i minutes leads on to tests of the Inputs and to first bets", (length) => {
  const commands = agenda(length).flatMap((part) => ("commands" in part ? part.commands : []));
  expect(commands.slice(-5)).toEqual([
    "northstar render --out north-star.html",
    "northstar set inputs.0.ideas 7",
    "northstar add misfit",
    "northstar add bet",
    "northstar review --questions",
  ]);
});

test("a comparison says what candidates share and where they differ", () => {
  const parts = comparison([ada, ben, chloe]);
  expect(textUnder(parts, "What they share")).toContain("Ada and Ben count the same");
  expect(textUnder(parts, "What they share")).toContain("Ada and Ben share the Input Weekly Readers.");
  expect(textUnder(parts, "Where they differ")).toContain("attention (Ada, Ben); transaction (Chloe)");
  expect(textUnder(parts, "What to think about")).toContain("not filled in yet: name and inputs");
  expect(textUnder(comparison([ada, ben]), "What they share")).toContain("All play the attention game.");
  expect(textUnder(comparison([ada, ada]), "Where they differ")).toBe("");
});

test("the most wanted candidate comes first, and without votes nobody reads of them", () => {
  const votes = comparison([ada, { ...ben, votes: 2 }, { ...chloe, votes: 1 }]);
  expect(textUnder(votes, "At a glance")).toMatch(/Votes.*Ben.*Chloe.*Ada/);
  expect(textUnder(comparison([ada, ben]), "At a glance")).not.toContain("Votes");
});

test("bad candidates are broken, and not compared with those that are meant", () => {
  for (const game of ["attention", "transaction", "productivity"] as const) {
    const bad = badCandidates(game).map(({ who, text }) => candidate(who, text, { bad: true }));
    for (const { points } of bad) expect(points.map(({ state }) => state)).toContain("broken");
    const parts = comparison([ada, ben, ...bad]);
    expect(textUnder(parts, "The seven points")).toContain("broken");
    expect(textUnder(parts, "The Inputs")).not.toContain("bad one");
    expect(textUnder(parts, "Where they differ")).not.toContain("bad one");
  }
});

test("the questions before a team settles are in agenda, comparison and worksheet, with what was said to them", () => {
  const [first, second] = convergingQuestions.map(({ question }) => question);
  const reviews = [
    { date: "2026-01-01", question: String(first), answer: "Not this." },
    { date: "2026-06-01", question: String(first), answer: "Which plans we offer." },
  ];
  const answered = { ...ben, star: { ...ben.star, reviews } };
  for (const length of lengths) expect(JSON.stringify(agenda(length))).toContain(second);
  expect(textUnder(comparison([ada]), "Before you settle on one")).toContain(second);
  expect(textUnder(comparison([ada, answered]), "Before you settle on one")).toContain(
    `["${first}","Which plans we offer."]`,
  );
  expect(narrow(worksheet(answered.star))).toContain(`| ${first} | Which plans we offer. |`);
  expect(worksheetPage(answered.star, defaultTheme)).toContain(">Which plans we offer.</p>");
  expect(worksheetPage(answered.star, defaultTheme)).not.toContain("Not this.");
});

test("candidates for Inputs stand in worksheet and comparison, and are no Inputs", () => {
  const star = {
    ...ada.star,
    candidates: [{ name: "Songs shared", factor: "depth" as const }, { name: "____" }],
  };
  const shown = "Candidate: Songs shared";
  expect(narrow(worksheet(star))).toContain(shown);
  expect(worksheetPage(star, defaultTheme)).toContain(shown);
  expect(textUnder(comparison([{ ...ada, star }, ben]), "The Inputs")).toContain(`${shown} (depth)`);
  expect(textUnder(comparison([ada, ben]), "The Inputs")).not.toContain("Candidate:");
});

test("a comparison shows fingers as they were, and how far they are apart", () => {
  const shown = textUnder(
    comparison([{ ...ada, fingers: { value: [5, 2, 4], leading: [3, 3] } }, ben]),
    "Show of fingers, from 1 to 5",
  );
  for (const words of ["2 to 5, far apart", "2 · 4 · 5", "all 3"]) expect(shown).toContain(words);
});

test("a worksheet shows what a file says, and what it has only blanks for is a question", () => {
  const filled = narrow(worksheet(told("amplitude").star));
  expect(filled).toContain("| North Star Metric | Weekly Learning Users |");
  expect(filled).toContain("- ☒ productivity");
  const blank = narrow(worksheet(chloe.star));
  expect(blank).toContain("| North Star Metric | What will people call it? |");
  expect(blank).not.toContain("____");
});

/** Readers of Markdown take the square of the time for longer ones, and no fault is of length alone. */
const longest = 1600;

const hostiles = Object.entries(hostileTexts).map(([name, whole]) => {
  const text = whole.slice(0, longest);
  const { star, points } = hostile(text);
  return [name, { who: text, star, points, problems: [], reading: null }] as const;
});

const pages: [string, string][] = [
  ...lengths.map((length): [string, string] => [
    `agenda of ${length} minutes`,
    pageOf("Agenda", agenda(length), defaultTheme),
  ]),
  ["blank worksheet", worksheetPage(undefined, defaultTheme)],
  ["comparison", pageOf("Candidates", comparison([ada, ben, chloe]), defaultTheme)],
  ...hostiles.flatMap(([name, candidate]): [string, string][] => [
    [`worksheet, hostile ${name}`, worksheetPage(candidate.star, defaultTheme)],
    [`comparison, hostile ${name}`, pageOf("Candidates", comparison([candidate, ada]), defaultTheme)],
  ]),
];

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: { "svg-focusable": "off" },
});

test.each(pages)("%s is valid HTML and runs nothing", async (_, html) => {
  const { results } = await validator.validateString(html);
  expect(results.flatMap(({ messages }) => messages.map((each) => `${each.line}: ${each.message}`))).toEqual(
    [],
  );
  expect(html).not.toMatch(/<script|<img|href="(?!https?:|mailto:)/i);
});

const documents: [string, string][] = [
  ...lengths.map((length): [string, string] => [`agenda of ${length} minutes`, markdownOf(agenda(length))]),
  ["blank worksheet", worksheet(undefined)],
  ["comparison", markdownOf(comparison([ada, ben, chloe]))],
  ...hostiles.flatMap(([name, candidate]): [string, string][] => [
    [`worksheet, hostile ${name}`, worksheet(candidate.star)],
    [`comparison, hostile ${name}`, markdownOf(comparison([candidate, ada]))],
  ]),
];

test.each(documents)("%s is Markdown without a fault, and nothing in it leads elsewhere", (_, markdown) => {
  // Texts in a cell have no other way to stand below one another, and a mail address is one without brackets too.
  expect(faultsOf(markdown).filter((fault) => !/Element: br|MD034/.test(fault))).toEqual([]);
  const urls = nodesOf(markdown).flatMap(({ url }) => url ?? []);
  expect(urls.filter((url) => !/^(?:https?:|mailto:)/.test(url))).toEqual([]);
});

describe.skipIf(!chromium)("in Chromium", () => {
  test("a worksheet stays inside its page, on a phone as well", async () => {
    const browser = await startChromium();
    try {
      for (const width of [1200, 390]) {
        const page = await browser.open(worksheetPage(told("amplitude").star, defaultTheme), {
          width,
          height: 900,
        });
        expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
          width,
        );
        expect(page.complaints).toEqual([]);
      }
    } finally {
      await browser.close();
    }
  });
});
