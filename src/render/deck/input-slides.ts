/** The slides of one Input: its definition, its bets and what they taught. */

import { markdown, plain } from "../../report/escape.js";
import { list } from "../../report/markdown-blocks.js";
import { led, lined } from "../direction.js";
import { fitText, shorten } from "../fit-text.js";
import { betSentence, betStatus } from "../tree-nodes.js";
import type { BetView, InputView, OpportunityView, ViewModel } from "../view-model.js";
import { type BetCard, betCard, connect, leastHeight, placed } from "./cards.js";
import { betNote } from "./notes.js";
import type { Paragraph, Shape, Slide } from "./slide.js";
import { continued } from "./table.js";
import { area, columnHeight, slide } from "./typeset.js";

const gap = 8;
const cardWidth = 396;
const secondColumn = area.x + area.width - cardWidth;
const bottom = area.y + area.height;

/** Sizes of text: of the definition, of Input bets and of cards. */
interface Scale {
  definition: number;
  bet: number;
  card: number;
}

const scales: readonly Scale[] = [
  { definition: 30, bet: 19, card: 26 },
  { definition: 26, bet: 17, card: 22 },
  { definition: 23, bet: 16, card: 19 },
  { definition: 20, bet: 14, card: 17 },
  { definition: 18, bet: 14, card: 15 },
];
const smallest: Scale = { definition: 15, bet: 14, card: 13 };

/** How many Input bets are shown at most; the notes say all of them. */
const shownBets = 4;

/** The slides of the Input at a place: the first defines it, and all show its bets. */
export function inputSlides(view: ViewModel, index: number): Slide[] {
  const input = view.inputs[index];
  if (!input) return [];
  const kicker = lined([`Input ${index + 1} of ${view.inputs.length}`, input.factor, input.owner]);
  const title = inputTitle(input);
  const byline = lined([input.factor, input.owner]);
  const about = () => [
    ...(byline ? [markdown(byline)] : []),
    markdown(input.definition),
    ...reasonsOf(input).slice(0, shownBets).map(markdown),
  ];
  if (input.opportunities.length === 0)
    return [slide(title, kicker, [statement(input)], about, notesOf(input))];
  const { definition, pages } = arranged(input);
  return pages.map((groups, page) => {
    const top = page === 0 ? definition.below : area.y;
    const shapes = [...(page === 0 ? definition.shapes : []), ...groupShapes(groups, top)];
    return slide(
      continued(title, page, pages.length),
      kicker,
      shapes,
      () => [...(page === 0 ? about() : []), list(groups.map(groupText))],
      page === 0 ? notesOf(input) : [],
    );
  });
}

export function inputTitle({ name, abbreviation }: Pick<InputView, "name" | "abbreviation">): string {
  return abbreviation ? `${name} (${abbreviation})` : name;
}

/** An Input without opportunities: what it is, as large as it can be said. */
function statement(input: InputView): Shape {
  const { definition } = input;
  const box = { x: area.x, y: area.y, width: area.width, height: area.height - 12 };
  const [inset, insetY] = [44, 28];
  const [width, height] = [box.width - 2 * inset, box.height - 2 * insetY];
  const paragraphsOf = (text: string, size: number): Paragraph[] => [
    { runs: [{ text, size, color: "ink" }] },
    ...reasonParagraphs(reasonsOf(input).slice(0, shownBets), Math.max(14, Math.round(size * 0.55)), 20),
  ];
  const size = [44, 38, 33, 28, 24, 20, 18, 16].find(
    (each) => columnHeight(paragraphsOf(plain(definition), each), width) <= height,
  );
  const paragraphs = size
    ? paragraphsOf(plain(definition), size)
    : paragraphsOf(fitText(definition, { width, lines: 8, sizes: [15] }).text, 15);
  const look = { anchor: "middle", fill: "accentSoft", round: 14, inset, insetY } as const;
  return { kind: "text", name: "Definition", ...box, paragraphs, ...look };
}

/** Why an Input drives the metric, in sentences. */
function reasonsOf({ moves, bets }: InputView): string[] {
  return [...(moves ? [moves] : []), ...bets.map(betSentence)];
}

function reasonParagraphs(reasons: readonly string[], size: number, before: number): Paragraph[] {
  return reasons.map((reason, index) => ({
    runs: [{ text: shorten(reason, 260), size, color: "accent" }],
    before: index === 0 ? before : 4,
  }));
}

/** The head of the first slide: what the Input is, and why it drives the metric. */
interface Definition {
  shapes: Shape[];
  below: number;
  isWhole: boolean;
}

function definitionOf(input: InputView, scale: Scale): Definition {
  const { definition } = input;
  const y = area.y - 8;
  const fitted = fitText(definition, { width: area.width, lines: 4, sizes: [scale.definition] });
  const paragraphs: Paragraph[] = [{ runs: [{ text: fitted.text, size: fitted.size, color: "ink" }] }];
  const height = columnHeight(paragraphs, area.width);
  const wide = { kind: "text", x: area.x, width: area.width } as const;
  const shapes: Shape[] = [{ ...wide, name: "Definition", y, height, paragraphs }];
  const reasons = reasonParagraphs(reasonsOf(input).slice(0, 2), scale.bet, 0);
  const top = y + height + 8;
  const reasonsHeight = columnHeight(reasons, area.width);
  if (reasons.length > 0)
    shapes.push({ ...wide, name: "Input bet", y: top, height: reasonsHeight, paragraphs: reasons });
  return { shapes, below: top + reasonsHeight + 16, isWhole: !fitted.shortened };
}

/** An opportunity with its interventions. */
interface Group {
  opportunity: BetCard;
  interventions: readonly BetCard[];
}

/** On one slide as large as they can be there, or else on as few as they need. */
function arranged(input: InputView): { definition: Definition; pages: Group[][] } {
  const { opportunities } = input;
  const rows = opportunities.reduce((sum, each) => sum + Math.max(1, each.interventions.length), 0);
  for (const scale of scales) {
    // Where not even the least of them have room, nothing need be set to see it.
    if (rows * (leastHeight(scale.card) + gap) + scale.definition > area.height) continue;
    const definition = definitionOf(input, scale);
    const groups = definition.isWhole && onOneSlide(opportunities, definition.below, scale.card);
    if (groups) return { definition, pages: [groups] };
  }
  const paged = (scale: Scale) => {
    const definition = definitionOf(input, scale);
    return { definition, pages: pagesOf(groupsOf(opportunities, scale.card), definition.below) };
  };
  const few = paged(smallest);
  const larger = scales
    .slice(-2)
    .map(paged)
    .find(({ definition, pages }) => definition.isWhole && pages.length === few.pages.length);
  return larger ?? few;
}

/** Null where they have no room; what comes behind the end is not set. */
function onOneSlide(
  opportunities: readonly OpportunityView[],
  firstTop: number,
  size: number,
): Group[] | null {
  const groups: Group[] = [];
  const width = widthFor(opportunities);
  let top = firstTop;
  for (const opportunity of opportunities) {
    const group = groupOf(opportunity, size, width);
    const end = top + groupHeight(group);
    if (end > bottom) return null;
    groups.push(group);
    top = end + gap * 2;
  }
  return groups;
}

function groupsOf(opportunities: readonly OpportunityView[], size: number): Group[] {
  const width = widthFor(opportunities);
  return opportunities.map((each) => groupOf(each, size, width));
}

/** Without interventions beside them opportunities have the whole width. */
function widthFor(opportunities: readonly OpportunityView[]): number {
  return opportunities.every(({ interventions }) => interventions.length === 0) ? area.width : cardWidth;
}

function groupOf(opportunity: OpportunityView, size: number, width: number): Group {
  return {
    opportunity: betCard(opportunity, width, size),
    interventions: opportunity.interventions.map((bet) => betCard(bet, cardWidth, size)),
  };
}

function pagesOf(all: readonly Group[], firstTop: number): Group[][] {
  const pages: Group[][] = [[]];
  let top = firstTop;
  for (const group of all.flatMap(chunks)) {
    const height = groupHeight(group);
    if (top + height > bottom && top > area.y) {
      // A definition that takes much room is no reason to leave the rest of its slide empty of bets.
      pages.push([]);
      top = area.y;
    }
    pages.at(-1)?.push(group);
    top += height + gap * 2;
  }
  return pages.filter((page, index) => index === 0 || page.length > 0);
}

/** An opportunity with more interventions than a slide holds is shown again with the rest of them. */
function chunks({ opportunity, interventions }: Group): Group[] {
  const groups: Group[] = [];
  let rest = interventions;
  do {
    let count = rest.length;
    while (count > 1 && groupHeight({ opportunity, interventions: rest.slice(0, count) }) > area.height)
      count--;
    groups.push({ opportunity, interventions: rest.slice(0, count) });
    rest = rest.slice(count);
  } while (rest.length > 0);
  return groups;
}

function groupHeight({ opportunity, interventions }: Group): number {
  return Math.max(opportunity.height, heightOfAll(interventions));
}

function heightOfAll(cards: readonly BetCard[]): number {
  return cards.reduce((sum, { height }) => sum + height + gap, -gap);
}

function groupShapes(groups: readonly Group[], firstTop: number): Shape[] {
  const shapes: Shape[] = [];
  let top = firstTop;
  for (const [index, group] of groups.entries()) {
    const height = groupHeight(group);
    const opportunity = placed(
      "Opportunity",
      group.opportunity,
      { x: area.x, y: top + (height - group.opportunity.height) / 2 },
      { fill: "accentSoft", id: `opportunity-${index}` },
    );
    let y = top + (height - heightOfAll(group.interventions)) / 2;
    const interventions = group.interventions.map((card, place) => {
      const shape = placed(
        "Intervention",
        card,
        { x: secondColumn, y },
        { fill: "panel", outline: "line", id: `intervention-${index}-${place}` },
      );
      y += shape.height + gap;
      return shape;
    });
    shapes.push(...interventions.map((each) => connect(each, opportunity)), opportunity, ...interventions);
    top += height + gap * 2;
  }
  return shapes;
}

function groupText({ opportunity, interventions }: Group): string {
  const inner = list(interventions.map(({ bet }) => betText(bet)));
  return inner ? `${betText(opportunity.bet)}\n${inner}` : betText(opportunity.bet);
}

function betText(bet: BetView): string {
  const standing = betStatus(bet);
  return `${markdown(betSentence(bet))}${standing ? ` (_${standing}_)` : ""}`;
}

/** What the speaker says of an Input itself. */
export function aboutInput({ definition, moves, how, factor, ideas, owner }: InputView): string[] {
  const byline = lined([factor, ideas, owner]);
  return [
    definition,
    ...(moves ? [led("It moves the metric: ", moves)] : []),
    ...(how ? [led("Observed: ", how)] : []),
    ...(byline ? [byline] : []),
  ];
}

function notesOf(input: InputView): string[] {
  return [
    ...aboutInput(input),
    ...input.bets.map(betNote),
    ...input.opportunities.flatMap((opportunity) => [
      betNote(opportunity),
      ...opportunity.interventions.map(betNote),
    ]),
  ];
}
