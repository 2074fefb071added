/** One Input: what it is, and what is done about it. */

import { list } from "../../report/blocks.js";
import { markdown } from "../../report/escape.js";
import { shorten } from "../fit.js";
import type { BetTold, InputTold, OpportunityTold, Story } from "../story.js";
import { sentence, standingOf } from "../tree.js";
import { card, cardHeight, cardParagraphs, connect } from "./cards.js";
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
  const kicker = [`Input ${index + 1} of ${story.inputs.length}`, input.factor, input.owner]
    .filter(Boolean)
    .join(" · ");
  const title = input.abbreviation ? `${input.name} (${input.abbreviation})` : input.name;
  const alone = input.opportunities.length === 0;
  const definition = definitionOf(input, alone);
  const size =
    [17, 15].find((each) => pagesOf(input.opportunities, definition.below, each).length === 1) ?? 13;
  const pages = pagesOf(input.opportunities, definition.below, size);
  return pages.map((groups, page) => {
    const top = page === 0 ? definition.below : area.y;
    const shapes = [...(page === 0 ? definition.shapes : []), ...groupShapes(groups, top, size)];
    const said = [
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

interface Group {
  opportunity: OpportunityTold;
  interventions: readonly BetTold[];
}

/** Opportunities with their interventions, on as many slides as they need. */
function pagesOf(opportunities: readonly OpportunityTold[], firstTop: number, size: number): Group[][] {
  const pages: Group[][] = [[]];
  let top = firstTop;
  for (const opportunity of opportunities)
    for (const group of chunks(opportunity, size)) {
      const height = groupHeight(group, size);
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
function chunks(opportunity: OpportunityTold, size: number): Group[] {
  const groups: Group[] = [];
  let rest = [...opportunity.interventions];
  do {
    let count = rest.length;
    while (count > 1 && groupHeight({ opportunity, interventions: rest.slice(0, count) }, size) > area.height)
      count--;
    groups.push({ opportunity, interventions: rest.slice(0, count) });
    rest = rest.slice(count);
  } while (rest.length > 0);
  return groups;
}

function groupHeight({ opportunity, interventions }: Group, size: number): number {
  const right = interventions.reduce((sum, bet) => sum + heightOfCard(bet, size) + gap, -gap);
  return Math.max(heightOfCard(opportunity, size), right);
}

function heightOfCard(bet: BetTold, size: number): number {
  return cardHeight(cardParagraphs(bet, cardWidth, { size }), cardWidth);
}

function groupShapes(groups: readonly Group[], firstTop: number, size: number): Shape[] {
  const shapes: Shape[] = [];
  let top = firstTop;
  for (const [index, group] of groups.entries()) {
    const height = groupHeight(group, size);
    const own = heightOfCard(group.opportunity, size);
    const opportunity = card(
      "Opportunity",
      cardParagraphs(group.opportunity, cardWidth, { size }),
      { x: area.x, y: top + (height - own) / 2, width: cardWidth, height: own },
      { fill: "accentSoft", id: `opportunity-${index}` },
    );
    const right = group.interventions.reduce((sum, bet) => sum + heightOfCard(bet, size) + gap, -gap);
    let y = top + (height - right) / 2;
    const interventions = group.interventions.map((bet, place) => {
      const shape = card(
        "Intervention",
        cardParagraphs(bet, cardWidth, { size }),
        { x: secondColumn, y, width: cardWidth, height: heightOfCard(bet, size) },
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
  const inner = list(interventions.map(betText));
  return inner ? `${betText(opportunity)}\n${inner}` : betText(opportunity);
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
