/** The parts that a deck may have, for whom which of them are told, and what may be asked for. */
import type { Northstar } from "../../file/northstar.js";

/** Every part, in the order in which it is told. */
export const deckParts = [
  "metric",
  "why",
  "game",
  "results",
  "tree",
  "formula",
  "inputs",
  "input",
  "moved",
  "misfits",
  "bets",
  "focus",
  "board",
  "learned",
  "changed",
  "guardrails",
  "checklist",
  "reviews",
  "history",
  "considered",
  "later",
  "next",
] as const;
export type DeckPart = (typeof deckParts)[number];

/** For whom a deck is: all hands, those who decide on money, or the team itself. */
export const listeners = ["audience", "board", "team"] as const;
export type Listeners = (typeof listeners)[number];

/** What is asked of a deck. */
export interface DeckOptions {
  /** These parts and no others. */
  only?: readonly DeckPart[];
  skip?: readonly DeckPart[];
  /** Every part of which the file says something. */
  full?: boolean;
  for?: Listeners;
  /** What the talk is called. */
  title?: string;
  /** The day of the talk, as YYYY-MM-DD. */
  date?: string;
  /** What changed since a day is told. */
  since?: string;
  /** The North Star as it was on that day, where it is known. */
  before?: Northstar;
}

const left: Readonly<Record<Listeners, readonly DeckPart[]>> = {
  audience: ["misfits", "bets", "board", "reviews", "history", "considered", "later"],
  board: ["game", "input", "misfits", "board", "reviews", "history", "considered"],
  team: ["game", "bets", "focus", "history", "considered", "later"],
};

/** The parts of a deck in their order. */
export function partsFor({ only, skip = [], full, for: whom = "audience" }: DeckOptions): DeckPart[] {
  const isTold = (part: DeckPart) => (only ? only.includes(part) : full || !left[whom].includes(part));
  return deckParts.filter((part) => isTold(part) && !skip.includes(part));
}

/** The slide whose notes say a part that has no slide of its own. */
export const homes: Readonly<Partial<Record<DeckPart, DeckPart>>> = {
  game: "why",
  checklist: "why",
  history: "why",
  considered: "why",
  formula: "inputs",
  misfits: "inputs",
  guardrails: "results",
  reviews: "next",
  later: "next",
};
