/** Replaces the metric by another one, or by the same one counted in another way (playbook, chapter 6). */

import { formerMetric, ofTheMetric } from "../diff/former-metric.js";
import { blockLines } from "../file/block-text.js";
import { type Change, deepEqual, valueAt } from "../file/change.js";
import { type Document, readDocument } from "../file/document.js";
import { nodeAt } from "../file/node-at.js";
import { sectionsOf } from "../file/sections.js";
import { betsIn, closeBet, isOpenBet } from "./bets.js";
import type { Entity } from "./entities.js";

/** The metric that comes, and why the other one goes. */
export interface MetricChange {
  /** The name that there is means the same idea: what was said of it stays, and only its wording is kept. */
  name: string;
  definition: string;
  /** The old one stays when left out. */
  game?: string;
  reason?: string;
  /** The day of the change, as YYYY-MM-DD. */
  date: string;
  /** Inputs that go. */
  left?: readonly Entity[];
  /** Open bets that end with the old metric, before anybody knows how they went. */
  ended?: readonly Entity[];
}

/** Whether it is the same idea, counted in another way. */
export function isRefinement(value: unknown, name: string): boolean {
  return valueAt(value, ["name"]) === name;
}

/**
 * Puts the old metric, and all that was said of it, into the history, and the new one in its place. What the file
 * says of it goes there as it is written, with its comments; those that cannot go along stay where they are.
 */
export function changeMetric(document: Document, course: MetricChange): Change[] {
  const { value } = document;
  const { name, definition, game, reason, date, left = [], ended = [] } = course;
  const said = (key: string) => valueAt(value, [key]);
  const moved = isRefinement(value, name) ? [] : ofTheMetric.filter((key) => said(key) !== undefined);
  const isOtherGame = game !== undefined && game !== said("game");
  const entry = {
    ...formerMetric(value, date, [...(isOtherGame ? ["game"] : []), ...moved]),
    ...(left.length > 0 && { inputs: said("inputs") }),
    ...(reason && { reason }),
  };
  const written = writtenEntry(document, entry, moved);
  const comments = written?.comments ?? new Set<string>();
  return [
    { append: ["history"], value: entry, ...(written && { text: written.text }) },
    { set: ["name"], to: name },
    { set: ["definition"], to: definition },
    ...(isOtherGame ? [{ set: ["game"], to: game }] : []),
    ...moved.map((key) => ({ remove: [key], comments })),
    // Its time has come.
    ...(valueAt(value, ["next", "name"]) === name ? [{ remove: ["next"] }] : []),
    // Whoever changes the metric has looked at it.
    ...(said("review") === undefined ? [] : [{ set: ["review", "last"], to: date }]),
    ...ended.flatMap((bet) =>
      closeBet(bet, { date, verdict: "unclear", learned: reason || `${said("name")} was left.` }),
    ),
    // From the end, so that the numbers of the others stay.
    ...left.toSorted((a, b) => b.number - a.number).map(({ path }) => ({ remove: path })),
  ];
}

/** An entry of the history with the lines that the file has for some keys, and the comments in them. */
function writtenEntry(
  document: Document,
  entry: Readonly<Record<string, unknown>>,
  moved: readonly string[],
): { text: string; comments: ReadonlySet<string> } | undefined {
  const history = nodeAt(document, ["history"])?.node;
  const hasLines = history?.kind === "list" && !history.flow && history.items.length > 0;
  if (moved.length === 0 || (history && !hasLines)) return undefined;
  const { byKey } = sectionsOf(document);
  const linesFor = ([key, value]: [string, unknown]) =>
    moved.includes(key) ? ownLines(byKey.get(key) ?? "") : blockLines({ [key]: value }, 0, habit);
  const text = Object.entries(entry).flatMap(linesFor).join("\n");
  const read = readDocument(`${text}\n`);
  // What has to do with other places of the file (an anchor, an alias) cannot be moved as it is written.
  if (Array.isArray(read) || !deepEqual(read.value, entry) || /(?:^|[\s[{,])[&*][^\s&*]/.test(text))
    return undefined;
  return { text, comments: new Set(read.comments.map(({ from, to }) => read.text.slice(from, to).trim())) };
}

const habit = { list: 2, map: 2 };

/** The lines of a key with the comments right above it. */
function ownLines(section: string): string[] {
  const lines = section.split("\n");
  const first = lines.findIndex((line) => /^[ \t]*[^\s#]/.test(line));
  return lines.slice(lines.slice(0, Math.max(first, 0)).findLastIndex((line) => line.trim() === "") + 1);
}

/** The open bets that speak of the metric itself: those of level 0, where it drives a result, and of level 1. */
export function betsOnMetric(value: unknown, { left = [] }: Pick<MetricChange, "left">): Entity[] {
  return betsIn(value).filter(
    (bet) => isOpenBet(bet) && (bet.value.level === 0 || bet.value.level === 1) && !isUnder(bet, left),
  );
}

/** The open bets that stand under one of some Inputs. */
export function betsUnder(value: unknown, inputs: readonly Entity[]): Entity[] {
  return betsIn(value).filter((bet) => isOpenBet(bet) && isUnder(bet, inputs));
}

function isUnder({ value }: Entity, inputs: readonly Entity[]): boolean {
  return (value.level === 1 || value.level === 2) && inputs.some(({ id }) => id === value.for);
}
