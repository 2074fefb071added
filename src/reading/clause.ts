/** Who does something in the clauses of a bet and in the name of a task. */
import type { WordClass } from "./function-words.js";
import { englishLexicon, type Mark, marksIn } from "./lexicon.js";
import { memoryOf } from "./remember.js";
import { is, type Token, tokenize } from "./token.js";
import type { GroupName } from "./words.js";

/** What the team itself does in a text, as UTF-16 offsets [start, end) of the words that say so. */
export interface Doing {
  /** `building` makes a thing, `work` does something else, `state` does nothing: "we are", "we want". */
  kind: "building" | "work" | "state";
  start: number;
  end: number;
}

/** The beginning of a clause says who does what; the rest is not looked at. */
const mostTokens = 100;

/** What the team does in a clause: "we ship templates", "ship templates", "templates are added"; null for nothing. */
export function doingIn(clause: string): Doing | null {
  return doings(clause, () => doingAnew(clause));
}

const doings = memoryOf<Doing | null>();

function doingAnew(clause: string): Doing | null {
  const tokens = tokenize(clause, mostTokens);
  const marks = marksIn(tokens, englishLexicon()).flat();
  const start = past(tokens, 0, "opens a bet");
  const us = ourselves(tokens, start);
  return us > start
    ? byUs(tokens, marks, past(tokens, us, "modal"))
    : (ordered(tokens, marks, start) ?? passive(tokens, marks));
}

/** Where "we", "our design team" or "the team" ends that begins a clause; `at` when none does. */
function ourselves(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.word === "we") return at + 1;
  if (!is(tokens[at], "our own")) return at;
  const name = tokens.slice(at, at + 4).findIndex((token) => is(token, "our team") && !token.possessive);
  return at + name + 1;
}

/** What a name tells somebody to do: "Launch the new onboarding". Names such as "Launch rate" tell nothing. */
export function taskIn(name: string): Doing | null {
  if (!isOrder(tokenize(name, 1)[0]?.word ?? "")) return null;
  const tokens = tokenize(name, mostTokens);
  const marks = marksIn(tokens, englishLexicon()).flat();
  const next = tokens[verbAt(marks, 0)?.to ?? 0];
  // "Send rate" and "Invite acceptance" are things; in a name only an article makes an order of such a verb.
  const clear = marks.some(
    (mark) => mark.from === 0 && (mark.group === "building" || mark.group === "bettering"),
  );
  return clear || is(next, "article") ? ordered(tokens, marks, 0) : null;
}

/** The first index from `at` on whose word is not in the group. */
function past(tokens: readonly Token[], at: number, name: WordClass): number {
  let index = at;
  while (is(tokens[index], name)) index++;
  return index;
}

const verbGroups: readonly GroupName[] = ["building", "bettering", "work"];

/** The verb of building or other work at a token, building first. */
function verbAt(marks: readonly Mark[], at: number): Mark | undefined {
  const here = marks.filter((mark) => mark.from === at);
  return verbGroups.flatMap((group) => here.find((mark) => mark.group === group) ?? [])[0];
}

function doing(tokens: readonly Token[], verb: Mark): Doing {
  const kind = verb.group === "building" ? "building" : "work";
  return { kind, start: tokens[verb.from]?.start ?? 0, end: tokens[verb.to - 1]?.end ?? 0 };
}

function byUs(tokens: readonly Token[], marks: readonly Mark[], at: number): Doing {
  const token = tokens[at];
  const verb = verbAt(marks, at);
  if (verb) return doing(tokens, verb);
  const kind = !token || is(token, "state") ? "state" : "work";
  return { kind, start: token?.start ?? 0, end: token?.end ?? 0 };
}

/** Whether a word gives an order that a clause may start with. */
const isOrder = (word: string) => englishLexicon().orders.has(word);

/** A verb that begins a text in the form of an order, and has something to be done to. */
function ordered(tokens: readonly Token[], marks: readonly Mark[], at: number): Doing | null {
  const verb = verbAt(marks, at);
  const word = tokens[at]?.word ?? "";
  const next = verb && tokens[verb.to];
  if (!verb || !next || !isOrder(word) || next.sign || is(next, "no object")) return null;
  if (tokens.slice(at + 1, verb.to + 1).some((token) => token.joined)) return null;
  if (is(tokens[at], "verb or noun") && !is(next, "article")) return null;
  const relative = tokens.findIndex((token) => is(token, "subordinate"));
  const clause = tokens.slice(verb.to, relative < 0 ? undefined : relative);
  return clause.some((token) => is(token, "full clause")) ? null : doing(tokens, verb);
}

/** A thing to which something is done: "templates are added"; but not a person. */
function passive(tokens: readonly Token[], marks: readonly Mark[]): Doing | null {
  const at = tokens.findIndex((token) => is(token, "passive"));
  if (at < 1 || marks.some((mark) => mark.group === "audience" && mark.to <= at)) return null;
  const verb = verbAt(marks, past(tokens, at + 1, "modal"));
  return verb && !isOrder(tokens[verb.from]?.word ?? "") ? doing(tokens, verb) : null;
}

/** Whether a clause says how things would be, and not what anybody does about it: "search is faster". */
export function isWish(clause: string): boolean {
  const doing = doingIn(clause);
  if (doing) return doing.kind === "state";
  const tokens = tokenize(clause, mostTokens);
  const marks = marksIn(tokens, englishLexicon()).flat();
  const wishes = marks.filter(({ group }) => group === "wish");
  const form = tokens.findIndex((token) => is(token, "passive"));
  const state = past(tokens, form + 1, "degree");
  if (form > 0) return wishes.some(({ from }) => from === state);
  const who = marks.find(({ group, from }) => group === "audience" && from < 3);
  return who !== undefined && wishes.some(({ from }) => from >= who.to && from < 6);
}
