/**
 * The one-pager on paper. Before a page is printed its script lays it out as the sheet, and leaves out one thing after
 * another until the rest has room in a size that can be read.
 */
import type { Paper, Sheet } from "./view-model.js";
import type { Wording } from "./words/words.js";

export const defaultSheet: Sheet = { paper: "A4", pages: 1 };

/** In millimetres. */
const sizes: Readonly<Record<Paper, { width: number; height: number }>> = {
  A4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
};
const margin = 8;
/** Nothing is printed smaller, in points. */
const smallest = 7.5;
/** What is read at length is a little larger, if it can be. */
const textSizes = [10.5, 10, 9.5, 9, 8.5, 8, smallest];

/** After how many opportunities an Input says how many more there are. */
export const listLengths = [3, 2, 1];

/** What is left out step by step, until the rest has room: its words, and the rules that leave it out. */
const steps: readonly {
  words: Exclude<keyof Wording["sheet"], "leftOut" | "more" | "screen">;
  rules: readonly string[];
}[] = [
  { words: "sources", rules: [".sources{display:none}"] },
  { words: "how", rules: [".how{display:none}"] },
  { words: "weights", rules: [".more{display:none}"] },
  {
    words: "metrics",
    rules: [".former{display:none}", ".considered{display:none}", ".later{display:none}"],
  },
  { words: "reviews", rules: [".said{display:none}"] },
  {
    words: "answers",
    rules: [".checklist li p{display:none}", ".checklist ol{columns:2;column-gap:14px}"],
  },
  {
    words: "interventions",
    rules: [".opportunities .bets{display:none}", ".count{display:block}", ".one>li{display:block}"],
  },
  {
    words: "latest",
    rules: [".learned>li:nth-child(n+4){display:none}"],
  },
  { words: "effects", rules: [".then{display:none}"] },
  { words: "beyond3", rules: restRules(3) },
  { words: "beyond2", rules: restRules(2) },
  {
    words: "bets",
    rules: [".result>.bet{display:none}", ".input>div>.bet{display:none}"],
  },
  { words: "reasons", rules: [".background{display:none}"] },
  { words: "results", rules: [".results{display:none}"] },
  {
    words: "guardrails",
    rules: [".guards{display:none}", ".misfits{display:none}"],
  },
  {
    words: "beyond1",
    rules: [...restRules(1), ".input{grid-template-columns:1fr 1fr}", ".opportunities{columns:auto}"],
  },
  { words: "learned", rules: [".lessons{display:none}"] },
  { words: "stages", rules: [".opportunities .standing{display:none}"] },
  { words: "opportunities", rules: [".opportunities{display:none}", ".input{display:block}"] },
  { words: "tree", rules: [".tree-section{display:none}"] },
];

function restRules(length: number): string[] {
  return [
    `.opportunities>li:nth-child(n+${length + 1}):not(.rest){display:none}`,
    ...listLengths.map((each) => `.rest${each}{display:${each === length ? "block" : "none"}}`),
  ];
}

/** Whether a step shortens the lists of opportunities, as others before it did less. */
function isOfList(index: number): boolean {
  return /^(?:beyond\d|opportunities)$/.test(steps[index]?.words ?? "");
}

/** What the foot of the sheet says of what is not on it. */
export function footOf({ pages }: Sheet, { sheet }: Wording): string {
  const words = steps.map(({ words }, index) => `<span class="no${index + 1}">${sheet[words]}</span>`);
  const more = pages === 1 ? sheet.more : sheet.screen;
  return `<p class="left-out">${sheet.leftOut} ${words.join("")} \u2013 ${more}</p>`;
}

/** The style of the sheet, which counts once the script has begun to print. */
export function sheetStyle({ paper }: Sheet): string {
  const room = roomOn(paper);
  const rules = [
    ...layout,
    `.sheet{width:${room.width}mm}`,
    `.measured .sheet{height:${room.height}mm;columns:${room.width}mm;column-gap:${gap}mm;column-fill:auto}`,
    ...steps.flatMap(({ rules }, index) => [
      `.no${index + 1}{display:none}`,
      ...rules.map((rule) => `&.step${index + 1} ${rule}`),
      `&.step${index + 1} .no${index + 1}{display:inline}`,
      ...(isOfList(index)
        ? [
            `&.step${index + 1} .no${steps.slice(0, index).findLastIndex((_, each) => isOfList(each)) + 1}{display:none}`,
          ]
        : []),
    ]),
  ].map((rule) =>
    (rule.startsWith("&") ? rule.replace("&", ".print") : `.print ${rule}`).replace(
      ".print .measured",
      ".print.measured",
    ),
  );
  return `
.left-out,.short,.count,.rest{display:none}
@media print{
@page{size:${paper};margin:${margin}mm}
}
.print{font-size:9pt}
${rules.join("\n")}
`;
}

const gap = 10;

/** A little less than there is: printers round. */
function roomOn(paper: Paper): { width: number; height: number } {
  const { width, height } = sizes[paper];
  return { width: width - 2 * margin, height: height - 2 * margin - 0.5 };
}

/** A size of a text that is never below the smallest. */
function atLeast(rem: number): string {
  return `max(${smallest}pt,${rem}rem)`;
}

const small = `font-size:${atLeast(0.88)}`;
const layout = [
  "body{font-size:1rem;line-height:1.28;background:none}",
  ".sheet{max-width:none;margin:0;padding:0}",
  ".hero{padding:12px 18px 11px;border-radius:8px}",
  ".hero .logo{top:12px;inset-inline-end:18px;max-height:32px}",
  `.kicker{font-size:${atLeast(0.95)}}`,
  ".kicker .star{width:11px;height:11px}",
  "h1{margin:.1em 0 .15em;font-size:2.2rem}",
  "h1.long{font-size:1.5rem}",
  "h1.vast{font-size:1rem}",
  ".definition{max-width:none;font-size:1.12rem;line-height:1.28}",
  ".hero dl{margin-top:6px;padding-top:5px;gap:3px 22px}",
  ".hero dl div{max-width:none}",
  `dt{${small}}`,
  "dd{font-size:1rem;line-height:1.2}",
  "section{margin-top:.85rem}",
  "h2{margin-bottom:.25rem;font-size:1.25rem;break-after:avoid}",
  "h3{font-size:1.05rem;line-height:1.25;break-after:avoid}",
  ".statement{font-size:1.05rem;line-height:1.28}",
  ".columns{grid-template-columns:1fr 1.25fr;gap:18px}",
  `.columns h3{margin:.4rem 0 .1rem;${small}}`,
  ".bullets li{margin-top:0}",
  ".bullets li::before{top:.45em}",
  ".checklist li{padding:.12rem 0;gap:8px;break-inside:avoid}",
  ".checklist p{font-size:1rem}",
  `.chip{${small};line-height:1.3;padding:0 .55em}`,
  ".cards{grid-template-columns:repeat(auto-fit,minmax(30%,1fr));gap:6px}",
  ".card{padding:.4rem .65rem;border-radius:6px;break-inside:avoid}",
  `.byline{margin:0;${small}}`,
  ".card>p+p{margin-top:.1em}",
  ".muted{font-size:1rem}",
  `.more{margin-top:0;${small}}`,
  ".input{grid-template-columns:1fr 2.2fr;gap:4px 16px;padding:.35rem 0 .4rem;border-top-width:1.5px;break-inside:avoid}",
  ".input>div>h3{font-size:1.1rem}",
  ".about{max-width:none;font-size:1rem}",
  ".opportunities{columns:2;column-gap:16px}",
  ".opportunities.one{columns:auto}",
  ".opportunities>li+li{padding-top:.3rem}",
  ".one>li{grid-template-columns:1fr 1fr;gap:4px 16px}",
  ".bet{margin-top:.25rem;font-size:1rem}",
  ".bets{margin-top:.2rem;padding-inline-start:8px}",
  ".bets>li+li{margin-top:.2rem}",
  `.standing{margin-top:.05rem;gap:.1em .5em;${small}}`,
  `.count{${small};color:var(--muted)}`,
  `.rest{padding-top:.3rem;${small};color:var(--muted)}`,
  ".closing{grid-template-columns:repeat(auto-fit,minmax(22%,1fr));gap:0 8px}",
  ".closing li+li{margin-top:4px}",
  ".day{font-size:1.3rem}",
  ".tree{border:0;overflow:visible}",
  ".whole:has(+.short){display:none}",
  ".short{display:block}",
  ".tree svg{min-width:0;margin:0 auto}",
  ".hint{display:none}",
  `.sources{${small}}`,
  ".sources li+li{margin:0}",
  "a{color:inherit;text-decoration:none}",
  ...steps.map((_, index) => `&.step${index + 1} .left-out{display:block}`),
  `.left-out{margin-top:.5rem;${small};color:var(--muted)}`,
  ".left-out span+span::before{content:', '}",
];

/**
 * Lays out the sheet before it is printed, and takes the layout back after. The pages that it would take are counted as
 * columns of the size of a page, which are broken as pages are.
 */
export function sheetScript({ paper, pages }: Sheet): string {
  const { width } = roomOn(paper);
  return `"use strict";
const root = document.documentElement;
const sheet = document.querySelector(".sheet");
const set = (step, size) => {
  for (let each = 1; each <= ${steps.length}; each++) root.classList.toggle("step" + each, each <= step);
  root.style.fontSize = size + "pt";
  return sheet.scrollWidth <= sheet.clientWidth * ${(pages * width + (pages - 1) * gap) / width} + 2;
};
addEventListener("beforeprint", () => {
  root.classList.add("print", "measured");
  const sizes = ${JSON.stringify(textSizes)};
  const last = sizes.length - 1;
  let step = 0;
  while (step < ${steps.length} && !set(step, step < ${steps.length / 2} ? sizes[last - 1] : sizes[last])) step++;
  let size = 0;
  while (size < last && !set(step, sizes[size])) size++;
  set(step, sizes[size]);
  root.classList.remove("measured");
});
addEventListener("afterprint", () => {
  root.classList.remove("print");
  set(0, 0);
  root.style.fontSize = "";
});`;
}
