/** Every word of ours on a slide or in its notes. */
import type { Game } from "../../file/northstar.js";
import { dayNumber } from "../../lint/calendar.js";
import type { DeckPart } from "./parts.js";

/** What stands in small letters above the title of a slide. */
export const kickers: Readonly<Record<Exclude<DeckPart, "metric" | "input" | "next">, string>> = {
  why: "Why this metric",
  game: "How it is counted",
  results: "What it leads to",
  tree: "The tree",
  formula: "The formula",
  inputs: "The Inputs",
  misfits: "What did not fit",
  bets: "North Star bets and Input bets",
  focus: "What we focus on",
  board: "The board",
  learned: "Bets that are closed",
  changed: "What changed",
  guardrails: "Guardrails",
  checklist: "The North Star Checklist",
  reviews: "What reviews said",
  history: "Earlier metrics",
  considered: "Considered and left",
  later: "In a later phase",
};

/** Titles that name nothing. */
export const titles = {
  tree: "How it all hangs together",
  formula: "What it is a function of",
  misfits: "Worth chatting about",
  bets: "What we bet on in the long run",
  focus: "What we focus on now",
  planned: "What we bet on next",
  board: "What we work on",
  opportunities: "Opportunities we focus on",
  interventions: "Interventions we try",
  learned: "What we bet and what we learned",
  guardrails: "What must not get worse",
  checklist: "Why we trust it",
  noGame: "Which game do we play?",
  review: "Next review",
  help: "What each of us can move",
} as const;

/** Words before a name or a text of the team. */
export const lead = {
  why: "Why ",
  results: "What follows from ",
  inputs: "What drives ",
  changed: "What changed since ",
  reviews: "What reviews said of ",
  history: "What came before ",
  considered: "What was weighed against ",
  later: "What may come after ",
} as const;

/** Titles where the name of the metric stands above them. */
export const shortTitles = {
  why: "Why this metric",
  results: "What follows from it",
  inputs: "What drives it",
  changed: "What changed",
  reviews: "What reviews said of it",
  history: "What came before it",
  considered: "What was weighed against it",
  later: "What may come after it",
} as const;

export const labels = {
  metric: "North Star Metric",
  vision: "Vision",
  strategy: "Strategy",
  beliefs: "What we believe",
  exchanges: "When customers get value",
  point: "Point",
  state: "State",
  answer: "Why it holds",
  bet: "Bet",
  for: "For",
  weBet: "We bet",
  misfit: "Under way, and moves none of the Inputs",
  question: "We asked ourselves",
  said: "We said",
  on: "On",
  protects: "Protects: ",
  stopAt: "We stop and look at ",
  until: "until ",
  itsInputs: "Its Inputs: ",
  sign: "Its time has come when ",
  moves: "It moves the metric: ",
  observed: "Observed: ",
} as const;

/** What kind of change a card tells. */
export const changeLabels = {
  renamed: "A new name",
  redefined: "Counted in another way",
  was: "Before: ",
  left: "Earlier metric",
  inputs: {
    added: "New among the Inputs",
    left: "No Input any more",
    changed: "Inputs counted in another way",
  },
  results: {
    added: "New among the results",
    left: "No result any more",
    changed: "Results counted in another way",
  },
  guardrails: {
    added: "New among the guardrails",
    left: "No guardrail any more",
    changed: "Guardrails counted in another way",
  },
  closedOne: "A bet was closed",
  closed: "Bets were closed",
  bet: "A new bet",
  bets: "new bets, among them",
  reviewed: "What the review said",
} as const;

export const verdictWords = { won: "Won", lost: "Lost", unclear: "Unclear" } as const;

/** Columns of the tree. */
export const columnNames = {
  result: "Results",
  metric: "North Star Metric",
  input: "Inputs",
  opportunity: "Opportunities",
  intervention: "Interventions",
} as const;

export function gameTitle(game: Game): string {
  return `We play the ${game} game`;
}

export function inputKicker(number: number, count: number): string {
  return `Input ${number} of ${count}`;
}

export function moreOf(count: number): string {
  return `and ${count} more`;
}

/** A day as people say it, in the language of the file. */
export function dayText(date: string, language: string): string {
  const number = dayNumber(date);
  if (number === null) return date;
  const day = new Date(number * 86_400_000);
  const wanted = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  try {
    return new Intl.DateTimeFormat(language, wanted).format(day);
  } catch {
    return new Intl.DateTimeFormat("en", wanted).format(day);
  }
}
