/** The one-page worksheet of a workshop: blank, or with what a file says (playbook, chapter 3). */
import type { Input, Northstar } from "../file/northstar.js";
import { points } from "../file/problem.js";
import { checklist, inputCountInWords } from "../lint/playbook.js";
import { convergingQuestions } from "../lint/review-questions.js";
import { hasBlank } from "../reading/blank.js";
import { markup } from "../report/escape.js";
import { markdownOf, type OutlinePart } from "./outline.js";
import { htmlPage, logo, pageStyle, star as starOf } from "./page.js";
import type { Theme } from "./theme.js";
import { latestAnswers } from "./view-model.js";

/** A box to write into: what it asks for, and what is known. */
interface Box {
  label: string;
  question: string;
  known: readonly string[];
}

/** What is on a worksheet; what a file has only blanks for is a blank box. */
interface Sheet {
  game: readonly { name: string; about: string; chosen: boolean }[];
  inputs: readonly Box[];
  metric: readonly Box[];
  results: Box;
  checklist: readonly Box[];
  /** What a team asks itself before it settles on a metric. */
  questions: readonly Box[];
}

const games = [
  { name: "attention", about: "the more time customers gladly spend, the better" },
  { name: "transaction", about: "the more exchanges go well for both sides, the better" },
  { name: "productivity", about: "the sooner and better a job is done, the better" },
] as const;

const factors: readonly [Input["factor"], string, string][] = [
  ["breadth", "Breadth", "How many take part?"],
  ["depth", "Depth", "How much does each get out of it?"],
  ["frequency", "Frequency", "How often do they come back?"],
  ["efficiency", "Efficiency", "How often does it go well?"],
];

function sheetOf(star: Northstar | undefined): Sheet {
  const inputs = star?.inputs ?? [];
  const answers = star ? latestAnswers(star) : [];
  const textOf = ({ name, definition }: Input) =>
    known(name).map((each) => [each, ...known(definition)].join(": "));
  const candidates = (star?.candidates ?? []).flatMap(({ name, definition, factor }) =>
    known(name).map((each) => ({
      factor,
      text: `Candidate: ${[each, ...known(definition)].join(": ")}`,
    })),
  );
  const weighed = (fits: (factor: Input["factor"]) => boolean) =>
    candidates.filter(({ factor }) => fits(factor)).map(({ text }) => text);
  const isOther = (factor: Input["factor"]) => !factors.some(([each]) => each === factor);
  const others = inputs.filter(({ factor }) => isOther(factor));
  return {
    game: games.map((game) => ({ ...game, chosen: star?.game === game.name })),
    inputs: [
      ...factors.map(([factor, label, question]) => ({
        label,
        question,
        known: [
          ...inputs.filter((input) => input.factor === factor).flatMap(textOf),
          ...weighed((each) => each === factor),
        ],
      })),
      {
        label: "Other",
        question: "What else does the metric need?",
        known: [...others.flatMap(textOf), ...weighed(isOther)],
      },
    ],
    metric: [
      { label: "North Star Metric", question: "What will people call it?", known: known(star?.name) },
      {
        label: "Definition",
        question: "What is counted, whose, doing what, how much of it, in which period?",
        known: known(star?.definition),
      },
    ],
    results: {
      label: "Results",
      question: "What follows, later, for the business and for customers?",
      known: (star?.results ?? []).flatMap(({ name }) => known(name)),
    },
    checklist: points.map((point) => ({
      label: checklist[point].name,
      question: checklist[point].question,
      known: known(star?.checklist?.[point]),
    })),
    questions: convergingQuestions.map(({ question, hint }) => ({
      label: question,
      question: hint,
      known: answers.filter((each) => each.question === question).flatMap(({ answer }) => known(answer)),
    })),
  };
}

function known(text: string | undefined): string[] {
  return text === undefined || hasBlank(text) ? [] : [text];
}

const settling = "Before we settle on it";

/** The worksheet in Markdown, to be filled in with an editor. */
export function worksheet(star: Northstar | undefined): string {
  const sheet = sheetOf(star);
  const rows = (boxes: readonly Box[]) =>
    boxes.map(({ label, question, known }) => [label, known.length > 0 ? known : question]);
  const parts: OutlinePart[] = [
    { heading: "North Star worksheet", level: 1 },
    { text: star?.product ? `Product: ${star.product}` : "Team or product:" },
    { heading: "The game we play", level: 2 },
    { list: sheet.game.map(({ name, about, chosen }) => `${chosen ? "☒" : "☐"} ${name}: ${about}`) },
    { heading: "The metric", level: 2 },
    { heads: ["What", "Ours"], rows: rows([...sheet.metric, sheet.results]) },
    { heading: `The Inputs, ${inputCountInWords}`, level: 2 },
    { heads: ["Input", "Ours"], rows: rows(sheet.inputs) },
    { heading: "The checklist", level: 2 },
    { heads: ["Point", "Why it holds"], rows: rows(sheet.checklist) },
    { heading: settling, level: 2 },
    { heads: ["Question", "What we say"], rows: rows(sheet.questions) },
  ];
  return markdownOf(parts);
}

/** The worksheet as a web page that prints on both sides of a sheet of A4, the questions for later on the back. */
export function worksheetPage(star: Northstar | undefined, theme: Theme): string {
  const sheet = sheetOf(star);
  const body = [
    "<main>",
    `<header>${logo(theme)}<h1>${starOf(20)} North Star worksheet</h1>`,
    `<p class="line"><span>Team or product</span> <bdi>${markup(star?.product ?? "")}</bdi></p></header>`,
    `<section class="games"><h2>The game we play, one only</h2><ul>${sheet.game.map(game).join("")}</ul></section>`,
    '<div class="formula">',
    `<section><h2>Inputs, ${inputCountInWords}</h2>${sheet.inputs.map(box).join("")}</section>`,
    `<section class="metric">${sheet.metric.map(box).join("")}</section>`,
    `<section class="results">${box(sheet.results)}</section>`,
    "</div>",
    `<section class="points"><h2>The checklist: why it holds</h2><div>${sheet.checklist.map(box).join("")}</div></section>`,
    `<section class="points back"><h2>${settling}</h2><div>${sheet.questions.map(box).join("")}</div></section>`,
    "</main>",
  ];
  return htmlPage({
    title: "North Star worksheet",
    language: star?.language ?? "en",
    style: pageStyle(theme) + style,
    body: body.join("\n"),
  });
}

function game({ name, about, chosen }: Sheet["game"][number]): string {
  return `<li><span class="tick" aria-label="${chosen ? "chosen" : "not chosen"}" role="img">${chosen ? "✕" : ""}</span> <b>${name}</b> ${about}</li>`;
}

function box({ label, question, known }: Box): string {
  const words = known.map((text) => `<p class="known" dir="auto">${markup(text)}</p>`).join("");
  return `<div class="box"><h3>${markup(label)}</h3>${words || `<p class="question">${markup(question)}</p>`}</div>`;
}

const style = `
main{max-width:1120px;margin:0 auto;padding:24px}
header{display:flex;flex-wrap:wrap;align-items:center;gap:8px 24px}
h1{display:flex;align-items:center;gap:.4em;font-size:1.4rem;line-height:1.2}
h2{font-size:.8125rem;font-weight:600;color:var(--muted);margin-bottom:6px}
h3{font-size:.875rem;line-height:1.3}
.line{flex:1;min-width:220px;border-bottom:1px solid var(--edge);padding-bottom:2px}
.line span{color:var(--muted);font-size:.8125rem;margin-inline-end:.5em}
.games{margin:14px 0}
.games ul{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:6px 20px}
.games li{font-size:.8125rem}
.tick{display:inline-grid;place-items:center;width:1.15em;height:1.15em;border:1.5px solid var(--ink);border-radius:3px;font-size:.85em;line-height:1;vertical-align:-.15em}
.formula{display:grid;grid-template-columns:1.15fr 1fr .7fr;gap:16px}
.box{border:1px solid var(--edge);border-radius:8px;padding:8px 10px;min-height:64px}
.box+.box{margin-top:8px}
.question{font-size:.75rem;color:var(--muted);line-height:1.35}
.known{font-size:.875rem;line-height:1.4}
.metric{display:flex;flex-direction:column}
.metric,.results{padding-top:26px}
.metric .box:last-child,.results .box{flex:1}
.metric .box{border:2px solid var(--accent)}
.results{display:flex}
.points{margin-top:16px}
.points>div{display:grid;grid-template-columns:repeat(4,1fr);gap:8px}
.points .box+.box{margin-top:0}
@media (max-width:760px){.formula,.points>div{grid-template-columns:1fr}.metric,.results{padding-top:0}}
@media print{
@page{size:A4 landscape;margin:8mm}
html{font-size:13px}
main{max-width:none;padding:0}
.games{margin:8px 0}
.games ul{grid-template-columns:repeat(3,1fr)}
.formula{grid-template-columns:1.15fr 1fr .7fr;gap:12px}
.points{margin-top:10px}
.points>div{grid-template-columns:repeat(4,1fr);gap:6px}
.box{min-height:18mm;padding:5px 8px;break-inside:avoid}
.box+.box{margin-top:6px}
.points .box{min-height:21mm}
.back{break-before:page}
.back .box{min-height:80mm}
}
`;
