/** Opportunities and the interventions beside them, as cards that are joined by lines. */
import { markdown } from "../../report/escape.js";
import { list } from "../../report/markdown-blocks.js";
import { betStatus } from "../tree-nodes.js";
import type { OpportunityView } from "../view-model.js";
import { type BetCard, betCard, connect, leastHeight, placed } from "./cards.js";
import type { Paragraph, Shape } from "./slide.js";
import { evenPages } from "./table.js";
import { area, moreHeight, sizesFrom } from "./typeset.js";

const gap = 8;
const between = 18;
const opportunityWidth = 322;
const cardWidth = 474;
const secondColumn = area.x + area.width - cardWidth;
const floor = area.y + area.height;

/** An opportunity, and the Input that it is for where the slide does not say it. */
export interface ToldOpportunity {
  opportunity: OpportunityView;
  input?: string;
}

/** An opportunity with its interventions, as cards. */
export interface CardGroup {
  opportunity: BetCard;
  interventions: BetCard[];
}

/** Groups on slides of which the first begins lower; sizes differ, so that each slide is filled. */
export function groupPages(
  all: readonly ToldOpportunity[],
  firstTop: number,
): { size: number; groups: CardGroup[] }[] {
  const one = largest(all, floor - firstTop);
  if (one) return [one];
  const chunked = all.flatMap(chunks);
  const heightOfOne = (each: ToldOpportunity) => groupHeight(groupOf(each, 16)) + between;
  const [first, ...rest] = chunked;
  if (!first) return [];
  // What has no room under the head of the first slide leaves that slide to the head.
  const isHeadAlone = heightOfOne(first) - between > floor - firstTop;
  const onFirst = isHeadAlone ? [] : [first];
  let used = isHeadAlone ? 0 : heightOfOne(first);
  const others = isHeadAlone ? chunked : rest;
  while (others[0] && used + heightOfOne(others[0]) - between <= floor - firstTop) {
    used += heightOfOne(others[0]);
    onFirst.push(others[0]);
    others.shift();
  }
  const pages = [onFirst, ...(others.length > 0 ? evenPages(others, heightOfOne, area.height) : [])];
  return pages.map((page, index) => {
    const room = index === 0 ? floor - firstTop : area.height;
    return largest(page, room) ?? { size: 16, groups: page.map((each) => groupOf(each, 16)) };
  });
}

/** As many groups as one slide holds, the first ones first. */
export function firstGroups(all: readonly ToldOpportunity[]): {
  size: number;
  groups: CardGroup[];
  more: number;
} {
  for (let count = Math.min(all.length, mostOnOne); count > 1; count--) {
    const page = largest(all.slice(0, count), floor - area.y - (count < all.length ? moreHeight : 0));
    if (page) return { ...page, more: all.length - count };
  }
  const [first] = all.flatMap(chunks);
  const told = first ? [first] : [];
  const page = largest(told, area.height) ?? {
    size: 16,
    groups: told.map((each) => groupOf(each, 16)),
  };
  return { ...page, more: all.length - 1 };
}

const mostOnOne = 5;

/** In the largest type in which all have room; null where they have none. */
function largest(
  all: readonly ToldOpportunity[],
  room: number,
): { size: number; groups: CardGroup[] } | null {
  for (const size of sizesFrom(26)) {
    // Where not even the least of them have room, nothing need be set to see it.
    if (all.length * (leastHeight(size) + between) - between > room) continue;
    const groups: CardGroup[] = [];
    let used = -between;
    for (const each of all) {
      const group = groupOf(each, size);
      groups.push(group);
      used += groupHeight(group) + between;
      if (used > room) break;
    }
    const isWhole = groups.every(({ opportunity, interventions }) =>
      [opportunity, ...interventions].every((card) => card.isWhole),
    );
    if (used <= room && groups.length === all.length && (isWhole || size === 16)) return { size, groups };
  }
  return null;
}

function groupOf({ opportunity, input }: ToldOpportunity, size: number): CardGroup {
  // Without interventions beside it an opportunity has the whole width.
  const width = opportunity.interventions.length > 0 ? opportunityWidth : area.width;
  return {
    opportunity: betCard(opportunity, width, size, input ? [input] : []),
    interventions: opportunity.interventions.map((bet) => betCard(bet, cardWidth, size)),
  };
}

/** An opportunity with more interventions than a slide holds is shown again with the rest of them. */
function chunks(told: ToldOpportunity): ToldOpportunity[] {
  const { opportunity } = told;
  const all: ToldOpportunity[] = [];
  // Each is set once: a board may have hundreds.
  let left = groupOf(told, 16);
  do {
    let count = 1;
    const first = (count: number) => ({ ...left, interventions: left.interventions.slice(0, count) });
    while (count < left.interventions.length && groupHeight(first(count + 1)) <= area.height) count++;
    const from = opportunity.interventions.length - left.interventions.length;
    const interventions = opportunity.interventions.slice(from, from + count);
    all.push({ ...told, opportunity: { ...opportunity, interventions } });
    left = { ...left, interventions: left.interventions.slice(count) };
  } while (left.interventions.length > 0);
  return all;
}

function groupHeight({ opportunity, interventions }: CardGroup): number {
  return Math.max(opportunity.height, heightOfAll(interventions));
}

function heightOfAll(cards: readonly BetCard[]): number {
  return cards.reduce((sum, { height }) => sum + height + gap, -gap);
}

/** Groups below one another, with room for a line that says how many are left to the notes; higher than their text needs where the slide would be half empty. */
export function groupShapes(groups: readonly CardGroup[], firstTop: number, left = 0): Shape[] {
  const shapes: Shape[] = [];
  const least = groups.reduce((sum, each) => sum + groupHeight(each) + between, -between);
  const room = floor - firstTop - (left > 0 ? moreHeight : 0);
  const more = Math.max(0, room - least) / groups.length;
  let top = firstTop;
  for (const [index, group] of groups.entries()) {
    const height = groupHeight(group) + more;
    const { opportunity: card, interventions: cards } = group;
    const own = cards.length === 0 ? height : Math.min(height, card.height + more);
    const opportunity = placed(
      "Opportunity",
      { ...card, paragraphs: card.paragraphs.map(onAccent) },
      { x: area.x, y: top + (height - own) / 2, height: own },
      { fill: "accent", id: `opportunity-${index}` },
    );
    const each = cards.length > 0 ? Math.max(0, height - heightOfAll(cards)) / cards.length : 0;
    let y = top;
    const interventions = cards.map((one, place) => {
      const shape = placed(
        "Intervention",
        one,
        { x: secondColumn, y, height: one.height + each },
        { fill: "panel", outline: "line", id: `intervention-${index}-${place}` },
      );
      y += shape.height + gap;
      return shape;
    });
    shapes.push(...interventions.map((one) => connect(one, opportunity)), opportunity, ...interventions);
    top += height + between;
  }
  return shapes;
}

/** Text on the colour of the brand, where no other can be sure to be read. */
function onAccent(paragraph: Paragraph): Paragraph {
  return { ...paragraph, runs: paragraph.runs.map((run) => ({ ...run, color: "onAccent" })) };
}

/** A group as an item of a list. */
export function groupText({ opportunity, interventions }: CardGroup): string {
  const inner = list(interventions.map(cardText));
  return inner ? `${cardText(opportunity)}\n${inner}` : cardText(opportunity);
}

function cardText({ bet, said }: BetCard): string {
  const standing = betStatus(bet);
  const [change, effect] = said;
  return `**${markdown(change)}${bet.words.sentences.between}** ${markdown(effect)}${standing ? ` (_${standing}_)` : ""}`;
}
