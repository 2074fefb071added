/** One Input: what it is, and what is done about it. */

import { list } from "../../report/blocks.js";
import { markdown } from "../../report/escape.js";
import { lined } from "../direction.js";
import { shorten } from "../fit.js";
import type { BetTold, InputTold, OpportunityTold, Story } from "../story.js";
import { sentence, standingOf } from "../tree.js";
import { type BetCard, betCard, connect, placed } from "./cards.js";
import { area, heightOf, slide, textIn } from "./set.js";
import type { Paragraph, Shape, Slide } from "./slide.js";
import { continued } from "./table.js";

const gap = 8;
const cardWidth = 396;
const secondColumn = area.x + area.width - cardWidth;
const bottom = area.y + area.height;

/** The slides of the Input at a place: the first defines it, and all show its bets. */
export function inputSlides(story: Story, index: number): Slide[] {
  const input = story.inputs[index];
  if (!input) return [];
  const kicker = lined([`Input ${index + 1} of ${story.inputs.length}`, input.factor, input.owner]);
  const title = input.abbreviation ? `${input.name} (${input.abbreviation})` : input.name;
  const alone = input.opportunities.length === 0;
  const definition = definitionOf(input, alone);
  const pages = arranged(input.opportunities, definition.below);
  return pages.map((groups, page) => {
    const top = page === 0 ? definition.below : area.y;
    const shapes = [...(page === 0 ? definition.shapes : []), ...groupShapes(groups, top)];
    const said = () => [
      ...(page === 0
        ? [markdown(input.definition), ...input.bets.map((bet) => markdown(sentence(bet)))]
        : []),
      list(groups.map(groupText)),
    ];
    return slide(
      continued(title, page, pages.length),
      kicker,
      shapes,
      said,
      page === 0 ? notesOf(input) : [],
    );
  });
}

function definitionOf(input: InputTold, alone: boolean): { shapes: Shape[]; below: number } {
  const sizes = alone ? [36, 30, 24, 20, 18, 16] : [20, 18, 16, 14];
  const room = { x: area.x, y: area.y - 8, width: area.width, height: alone ? 180 : 70 };
  const text = textIn("Definition", input.definition, room, { sizes });
  const height = heightOf(text.paragraphs, area.width);
  const bets: Paragraph[] = input.bets.slice(0, alone ? 4 : 2).map((bet, index) => ({
    runs: [{ text: shorten(sentence(bet), alone ? 220 : 170), size: alone ? 18 : 14, color: "accent" }],
    before: index === 0 ? 0 : 4,
  }));
  const betHeight = heightOf(bets, area.width);
  const betTop = room.y + height + 8;
  const shapes: Shape[] = [{ ...text, height }];
  if (bets.length > 0)
    shapes.push({
      kind: "text",
      name: "Input bet",
      x: area.x,
      y: betTop,
      width: area.width,
      height: betHeight,
      paragraphs: bets,
    });
  return { shapes, below: betTop + betHeight + 16 };
}

/** An opportunity with its interventions. */
interface Group {
  opportunity: BetCard;
  interventions: readonly BetCard[];
}

/** On one slide as large as they can be there, or else small on as many as they need. */
function arranged(opportunities: readonly OpportunityTold[], firstTop: number): Group[][] {
  for (const size of [17, 15]) {
    const groups = onOneSlide(opportunities, firstTop, size);
    if (groups) return [groups];
  }
  return pagesOf(
    opportunities.map((each) => groupOf(each, 13)),
    firstTop,
  );
}

/** Null where they have no room; what comes behind the end is not set. */
function onOneSlide(
  opportunities: readonly OpportunityTold[],
  firstTop: number,
  size: number,
): Group[] | null {
  const groups: Group[] = [];
  let top = firstTop;
  for (const opportunity of opportunities) {
    const group = groupOf(opportunity, size);
    const end = top + groupHeight(group);
    if (end > bottom) return null;
    groups.push(group);
    top = end + gap * 2;
  }
  return groups;
}

function groupOf(opportunity: OpportunityTold, size: number): Group {
  return {
    opportunity: betCard(opportunity, cardWidth, size),
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

function betText(bet: BetTold): string {
  const standing = standingOf(bet);
  return `${markdown(sentence(bet))}${standing ? ` (*${standing}*)` : ""}`;
}

function notesOf(input: InputTold): string[] {
  return [
    input.definition,
    ...input.bets.map((bet) => `Input bet: ${sentence(bet)}`),
    ...input.opportunities.flatMap((opportunity) => [
      `Opportunity${said(opportunity)}`,
      ...opportunity.interventions.map((bet) => `Intervention${said(bet)}`),
    ]),
  ];
}

function said(bet: BetTold): string {
  const facts = [
    standingOf(bet),
    bet.owner,
    bet.review && `review ${bet.review.date}`,
    bet.expect && `expected ${bet.expect}`,
    bet.disproof && `lost if ${bet.disproof}`,
    ...bet.links,
  ].filter(Boolean);
  return `: ${sentence(bet)}${facts.length > 0 ? ` (${facts.join("; ")})` : ""}`;
}
