/** Everything that a file says is on a slide or in its notes, in every format, and in the trees what belongs there. */
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Northstar } from "../../src/file/northstar.js";
import { points } from "../../src/file/problem.js";
import { betDocument, betPage } from "../../src/render/bet.js";
import { boardPage } from "../../src/render/board-html.js";
import { betSlides } from "../../src/render/deck/bet-slides.js";
import { htmlDeck } from "../../src/render/deck/html.js";
import { marpDeck } from "../../src/render/deck/marp.js";
import { pptxDeck } from "../../src/render/deck/pptx.js";
import { roadmapSlides } from "../../src/render/deck/roadmap-slides.js";
import { onePager } from "../../src/render/one-pager.js";
import { onePagerPage } from "../../src/render/one-pager-html.js";
import { roadmap, roadmapPage } from "../../src/render/roadmap.js";
import { defaultTheme } from "../../src/render/theme.js";
import { treeDocument, treeSource } from "../../src/render/tree.js";
import { treePage } from "../../src/render/tree-html.js";
import { treePicture } from "../../src/render/tree-svg.js";
import type { RenderData } from "../../src/render/view-model.js";
import { marpSlides } from "../support/marp.js";

const texts: string[] = [];
/** A text that stands nowhere else. */
function text(where: string): string {
  const said = `${where} says ${texts.length} here`;
  texts.push(said);
  return said;
}

function bet(level: number, target: string, where: string, more: object = {}): object {
  return JSON.parse(
    JSON.stringify({
      level,
      for: target,
      if: text(`${where} change`),
      owner: text(`${where} owner`),
      review: "2027-03-04",
      expect: { direction: "up", by: text(`${where} amount`) },
      problem: text(`${where} problem`),
      confidence: "high",
      because: text(`${where} reason`),
      disproof: text(`${where} disproof`),
      links: [text(`${where} link`)],
      readout: [
        {
          date: "2026-02-01",
          effect: 1.5,
          low: -0.5,
          high: 3.5,
          unit: text(`${where} unit`),
          says: text(`${where} readout`),
          link: text(`${where} report`),
        },
      ],
      ...more,
    }).replace(/}$/, `, "then": "${text(`${where} effect`)}"}`),
  );
}

const outcome = (where: string) => ({
  stage: "closed",
  outcome: { date: "2026-02-03", verdict: "lost", learned: text(where) },
});

const inputs = ["a", "b", "c"].map((id) => ({
  id,
  name: text(`Input ${id}`),
  abbreviation: text(`Short ${id}`),
  definition: text(`Definition of ${id}`),
  how: text(`Observed ${id}`),
  source: { cube: text(`Source of ${id}`) },
  moves: text(`Moved by ${id}`),
  factor: "depth",
  owner: text(`Owner of ${id}`),
}));
const many = Array.from({ length: 14 }, (_, index) => [
  bet(0, "r", `North Star bet ${index}`, index === 3 ? outcome("Learned of North Star bet") : {}),
  bet(1, "a", `Input bet ${index}`),
  bet(2, "a", `Opportunity ${index}`, { id: `o${index}`, stage: "active" }),
  bet(3, `o${index}`, `Intervention ${index}`, index % 2 ? outcome(`Learned ${index}`) : { stage: "review" }),
]).flat();

const star = {
  product: text("Product"),
  name: text("Name"),
  abbreviation: text("Abbreviation"),
  definition: text("Definition"),
  thresholds: [{ says: text("Threshold"), because: text("Threshold because") }],
  game: "attention",
  owner: text("Owner"),
  unit: text("Unit"),
  window: text("Window"),
  population: text("Population"),
  excludes: [text("Left out"), text("Also left out")],
  how: text("Observed"),
  source: { dbt: text("Source of the metric") },
  vision: text("Vision"),
  strategy: text("Strategy"),
  formula: text("Formula"),
  misfits: [text("Misfit"), text("Other misfit")],
  beliefs: [text("Belief"), text("Other belief")],
  exchanges: [text("Exchange"), text("Other exchange")],
  results: [
    { id: "r", name: text("Result"), definition: text("Definition of result"), kind: "business" },
    {
      id: "s",
      name: text("Other result"),
      definition: text("Definition of other"),
      kind: "customer",
      source: { rill: text("Source of a result") },
    },
  ],
  inputs,
  checklist: Object.fromEntries(points.map((point) => [point, text(`Answer to ${point}`)])),
  guardrails: [
    {
      name: text("Guardrail"),
      definition: text("Guarded"),
      protects: text("Protects"),
      owner: text("Guard"),
      breach: text("Breach"),
      source: { url: text("Address") },
    },
  ],
  bets: [
    ...many,
    bet(2, "nothing", "Lost opportunity", { id: "lost" }),
    bet(3, "lost", "Tried for a lost opportunity"),
    bet(3, "nothing", "Lost intervention", { stage: "next" }),
    bet(0, "nothing", "Lost North Star bet"),
    bet(1, "nothing", "Lost Input bet"),
  ],
  limits: { active: 3, opportunities: 2, interventions: 2 },
  reviews: [{ date: "2026-01-01", question: text("Question"), answer: text("Answer in a review") }],
  history: [
    {
      date: "2020-01-01",
      name: text("Earlier"),
      definition: text("Counted"),
      inputs: [{ name: text("Former Input"), definition: "Was counted." }],
      reason: text("Reason"),
    },
  ],
  considered: [{ name: text("Considered"), definition: text("Would count"), reason: text("Left because") }],
  next: { name: text("Next"), definition: text("Will count"), sign: text("Sign") },
  sources: [text("Source")],
} as unknown as Northstar;

/** What closed bets say. */
const learned = new Set(
  (star.bets ?? []).flatMap((bet) =>
    bet.outcome ? texts.filter((one) => JSON.stringify(bet).includes(`"${one}"`)) : [],
  ),
);

const told = (more: Partial<Northstar>): RenderData => ({
  star: { ...star, ...more },
  points: points.map((id, index) => ({ id, number: index + 1, state: "met" })),
  today: null,
});
const stories = [
  ["with a review", told({ review: { last: "2026-01-01", every: "6 months" } })],
  ["without a review", told({})],
  ["without bets", told({ bets: [] })],
] as const;

/** What is read of something: without its markup, and with what is between its letters left out. */
function read(document: string): string {
  return document
    .replace(/<[^>]*>/g, "")
    .replace(/&#?\w+;|\\|[*_]/g, "")
    .replace(/\s+/g, " ");
}

const isTold = (of: readonly string[], where: string) => of.filter((each) => !where.includes(each));

describe.each(stories)("of a full North Star %s", (_, each) => {
  const said = texts.filter((one) => JSON.stringify(each.star).includes(`"${one}"`));

  test("the slides of Marp and their notes say everything", () => {
    const { html, comments } = marpSlides(marpDeck(each, defaultTheme));
    expect(isTold(said, read(`${html} ${comments.flat().join(" ")}`))).toEqual([]);
  });

  test("the slides of the web page and their notes say everything", () => {
    expect(isTold(said, read(htmlDeck(each, defaultTheme)))).toEqual([]);
  });

  test("the slides of PowerPoint and their notes say everything", () => {
    const parts = Object.entries(unzipSync(pptxDeck(each, defaultTheme)));
    const xml = parts.flatMap(([path, part]) =>
      /^ppt\/(?:slides|notesSlides)\/[^/]*\.xml$/.test(path) ? [strFromU8(part)] : [],
    );
    expect(isTold(said, read(xml.join(" ")))).toEqual([]);
  });

  test("the pages of bets say all of them that are open, in every format", () => {
    const open = /^(?:North Star bet|Input bet|Opportunity|Intervention|Lost)/;
    const ofBets = said.filter((one) => open.test(one) && !learned.has(one));
    const xml = Object.entries(unzipSync(betSlides(each, defaultTheme))).flatMap(([path, part]) =>
      /^ppt\/(?:slides|notesSlides)\/[^/]*\.xml$/.test(path) ? [strFromU8(part)] : [],
    );
    expect(isTold(ofBets, read(betDocument(each)))).toEqual([]);
    expect(isTold(ofBets, read(betPage(each, defaultTheme)))).toEqual([]);
    expect(isTold(ofBets, read(xml.join(" ")))).toEqual([]);
  });

  test("the roadmap says every bet that is open, and what was learned, in every format", () => {
    const told =
      /^(?:North Star bet|Input bet|Opportunity|Intervention|Lost (?:opp|int)).*(?:change|effect) |^Learned \d/;
    const ofBets = said.filter((one) => told.test(one) && (one.startsWith("Learned") || !learned.has(one)));
    const xml = Object.entries(unzipSync(roadmapSlides(each, defaultTheme))).flatMap(([path, part]) =>
      /^ppt\/(?:slides|notesSlides)\/[^/]*\.xml$/.test(path) ? [strFromU8(part)] : [],
    );
    expect(isTold(ofBets, read(roadmap(each)))).toEqual([]);
    expect(isTold(ofBets, read(roadmapPage(each, defaultTheme)))).toEqual([]);
    expect(isTold(ofBets, read(xml.join(" ")))).toEqual([]);
  });

  test("the one-pagers say everything", () => {
    expect(isTold(said, read(onePager(each)))).toEqual([]);
    expect(isTold(said, read(onePagerPage(each, defaultTheme)))).toEqual([]);
  });

  const names = said.filter((one) =>
    /^(?:Name|Result|Other result|Input [abc] |Moved by [abc] |(?:North Star bet|Input bet) \d+ (?:change|effect)|(?:Opportunity|Intervention) \d+ change)/.test(
      one,
    ),
  );

  test("the trees say what drives what, and why", () => {
    for (const tree of [
      treeSource(each),
      treeDocument(each),
      treePicture(each, defaultTheme),
      treePage(each, defaultTheme),
    ])
      expect(isTold(names, read(tree))).toEqual([]);
    for (const tree of [treeDocument(each), treePicture(each, defaultTheme), treePage(each, defaultTheme)])
      expect(read(tree)).toContain(each.star.formula);
  });

  test("the board says what is tried", () => {
    const tried = said.filter((one) => /^(?:Opportunity \d+|Intervention \d*[02468]) change/.test(one));
    expect(isTold(tried, read(boardPage(each, defaultTheme)))).toEqual([]);
  });
});
