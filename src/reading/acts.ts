/** What a definition says is done: by those who are counted, to the things counted, or by the company. */

import type { Agent } from "./agents.js";
import { isBoundary, isNegated, isTime, objectOf, possessions, verbPlaces } from "./grammar.js";
import type { Mark } from "./lexicon.js";
import { markAt, marksWithin, type Parsed } from "./parse.js";
import { hasBareStreak } from "./streak.js";
import { is, type Token } from "./token.js";

/** `other` is a verb that no list knows; it gets the benefit of the doubt. */
export type ActKind = "value" | "presence" | "start" | "stay" | "mind" | "other";

/** Tokens [from, to) that say what is done. */
export interface FoundAct {
  kind: ActKind;
  from: number;
  to: number;
  /** Whether the company itself does it. */
  ours: boolean;
}

const kinds: readonly ActKind[] = ["presence", "stay", "start", "mind", "value"];
const isKind = (group: string): group is ActKind => (kinds as readonly string[]).includes(group);

/** Every act, in the order of the text; `agents` are where the company acts. */
export function actsOf(parsed: Parsed, agents: readonly Agent[]): FoundAct[] {
  const { tokens } = parsed;
  const found = attributes(parsed);
  for (const { at, sure } of verbPlaces(parsed)) found.push(...verbAt(parsed, at, sure));
  found.push(...stillThere(parsed));
  for (const at of possessions(parsed)) found.push(...possessionAt(parsed, at));
  found.sort((a, b) => a.from - b.from);
  const acts = found.length === 0 ? clauseOf(parsed) : apart(found);
  const done: FoundAct[] = [];
  for (const act of acts) {
    const before = done.at(-1);
    const goesOn = before?.to === act.from - 1 && isAndOr(tokens[before.to]);
    const ours = agents.some((agent) =>
      agent.by
        ? act.from < agent.from
        : (act.from >= agent.to && act.from <= agent.to + 2) ||
          (act.from <= agent.from && act.to >= agent.to),
    );
    const { kind, from, to } = act;
    done.push({ kind, from, to, ours: ours || (goesOn && before.ours) });
  }
  return done;
}

function isAndOr(token: Token | undefined): boolean {
  return token?.word === "and" || token?.word === "or";
}

/** Of acts that overlap, the first. */
function apart(acts: readonly Act[]): Act[] {
  const kept: Act[] = [];
  for (const act of acts) if ((kept.at(-1)?.to ?? 0) <= act.from) kept.push(act);
  return kept;
}

/** "still with us": staying without a verb. */
function stillThere(parsed: Parsed): Act[] {
  const { tokens, phrases } = parsed;
  if (marksWithin(parsed, phrases.from, phrases.to, "audience").length === 0) return [];
  return marksWithin(parsed, phrases.to, tokens.length, "stay").flatMap(({ from, to }) =>
    tokens[from]?.word === "still" ? [{ kind: "stay" as const, from, to }] : [],
  );
}

type Act = Omit<FoundAct, "ours">;

/** "active users", "completed orders": a form of a verb before the noun, or the one adjective of presence. */
function attributes(parsed: Parsed): Act[] {
  const { tokens, phrases } = parsed;
  return marksWithin(parsed, phrases.from, phrases.head, ...(kinds as Mark["group"][])).flatMap(
    ({ group, from, to }) => {
      const word = tokens[from]?.word ?? "";
      return isKind(group) && (/(?:ed|ing)$/.test(word) || is(tokens[from], "active"))
        ? [{ kind: group, from, to }]
        : [];
    },
  );
}

function verbAt(parsed: Parsed, at: number, sure: boolean): Act[] {
  const { tokens } = parsed;
  if (isNegated(tokens, at)) return [];
  if (is(tokens[at], "holding")) return possessionAt(parsed, at + 1);
  const mark = longest(parsed.marks[at] ?? []);
  if (is(tokens[at], "ending") && !mark)
    return is(tokens[at + 1], "after ending") ? possessionAt(parsed, at + 2) : [];
  if (hasBareStreak(parsed, at + 1, at + 1 + objectOf(tokens, at + 1).length))
    return [{ kind: "presence", from: at, to: at + 1 }];
  if (is(tokens[at], "performing") && isAnything(tokens, at + 1))
    return [{ kind: "presence", from: at, to: at + 1 + objectOf(tokens, at + 1).length }];
  const does = tokens[at - 1]?.word === "who" && !is(tokens[at], "auxiliary verb");
  if (
    (is(tokens[at], "light verb") && !mark && !does) ||
    (tokens[at - 1]?.word === "we" && is(tokens[at], "measuring"))
  )
    return [];
  const still = tokens[at - 1]?.word === "still" || tokens[at - 2]?.word === "still";
  if (still && markAt(parsed, at, "staying")) return [{ kind: "stay", from: at, to: at + 1 }];
  if (!mark) return sure ? [{ kind: "other", from: at, to: at + 1 }] : [];
  return [
    {
      kind: isMore(parsed, mark) ? "other" : mark.kind,
      from: at,
      to: mark.to,
    },
  ];
}

function longest(marks: readonly Mark[]): { kind: ActKind; from: number; to: number } | undefined {
  let best: { kind: ActKind; from: number; to: number } | undefined;
  if (marks.length === 0) return best;
  for (const kind of kinds)
    for (const { group, from, to } of marks)
      if (group === kind && !(best && best.to >= to)) best = { kind, from, to };
  return best;
}

/** Things that arrive are delivered and things that stay are kept; people who do are only there. */
function isMore(parsed: Parsed, verb: { kind: ActKind; from: number; to: number }): boolean {
  const { phrases, tokens } = parsed;
  const people =
    marksWithin(parsed, phrases.from, phrases.to, "audience", "exposure", "funnel", "bond").length > 0;
  if (verb.kind === "stay") return !people && !isTenure(parsed, verb);
  if (verb.kind === "mind") return isMadeReal(parsed, verb);
  if (verb.kind === "presence" && (isAttendedTo(parsed, verb) || isLanded(parsed, verb))) return true;
  return verb.kind === "presence" && ((is(tokens[verb.from], "coming") && !people) || isForUse(parsed, verb));
}

/** "months before a subscriber cancels": how long somebody stays, not what a customer leaves or loses. */
function isTenure(parsed: Parsed, verb: { from: number; to: number }): boolean {
  const { tokens, phrases } = parsed;
  const who = marksWithin(parsed, phrases.to, verb.from, "audience").some(({ to }) => to === verb.from);
  return who && tokens[phrases.head]?.unit !== undefined && isBoundary(tokens[verb.to]);
}

const isNumber = (token: Token) => token.number !== undefined;

/** People who are seen get what they came for: a doctor, an adviser. */
function isAttendedTo(parsed: Parsed, verb: { from: number }): boolean {
  const { tokens, phrases } = parsed;
  if (tokens[verb.from]?.word !== "seen") return false;
  const passive = is(tokens[verb.from - 1], "passive");
  const right = verb.from === phrases.to && !is(tokens[phrases.head], "visitor");
  const people = marksWithin(parsed, phrases.from, phrases.to, "audience", "served").length > 0;
  return people && (passive || right);
}

/** To land a change is to have it merged, to land on a page is to arrive there. */
function isLanded({ tokens }: Parsed, verb: { from: number; to: number }): boolean {
  const next = tokens[verb.to];
  return tokens[verb.from]?.stem === "land" && next !== undefined && !isBoundary(next) && !next.unit;
}

/** To realise a saving is to make it real; to realise that something is so happens in the head. */
function isMadeReal({ tokens, phrases }: Parsed, verb: { from: number; to: number }): boolean {
  if (!is(tokens[verb.from], "realising")) return false;
  return !is(tokens[verb.to], "comes to know") && phrases.to > phrases.from;
}

/** Whether a verb of presence has an object that makes it more: to view a film, to use a certain feature. */
function isForUse(parsed: Parsed, verb: { from: number; to: number }): boolean {
  const object = objectOf(parsed.tokens, verb.to);
  const has = (group: "consumed" | "place" | "page") =>
    marksWithin(parsed, verb.to, verb.to + object.length, group).length > 0;
  if (has("place")) return false;
  // The product itself would be "the site": a museum, a doctor or a class is where people get something.
  if (parsed.tokens[verb.from]?.stem === "visit")
    return (/^an?$/.test(object[0]?.word ?? "") || object.some(isNumber)) && !has("page");
  if (is(parsed.tokens[verb.from], "viewing")) return has("consumed");
  if (!is(parsed.tokens[verb.from], "using")) return false;
  const noun = object.findLast((token) => !isBoundary(token));
  return (
    noun !== undefined && !/^[A-ZÀ-ÖØ-Þ]/.test(noun.text) && noun.word.length > 2 && !noun.word.endsWith("ly")
  );
}

/** "any tracked action", "at least one event": no more than a sign of life. Tokens [from, to) are its words. */
function isAnything(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (is(tokens[at], "of any kind") || tokens[at]?.number === 1) at += 1;
  return at > from && is(tokens[at], "anything") && !is(tokens[at + 1], "says which");
}

/** "with at least one order": what somebody has shows what was done, unless it is mere presence or a contract. */
function possessionAt(parsed: Parsed, start: number): Act[] {
  const { tokens } = parsed;
  let to = start;
  while (
    to - start < 7 &&
    tokens[to] &&
    (!isBoundary(tokens[to]) || tokens[to]?.number !== undefined || is(tokens[to], "goes on possessing"))
  )
    to++;
  if (to === start || isNegated(tokens, start)) return [];
  const has = (...groups: Mark["group"][]) => marksWithin(parsed, start, to, ...groups).length > 0;
  if (tokens.slice(start, to).some((token) => is(token, "goal"))) return [];
  const kind = isAnything(tokens, start)
    ? "presence"
    : has("bond")
      ? "stay"
      : has("value")
        ? "value"
        : has("exposure", "presence", "place") || hasBareStreak(parsed, start, to)
          ? "presence"
          : "other";
  return [{ kind, from: start, to }];
}

/** A clause after the counted phrase in which no verb was recognized still says that something is done. */
function clauseOf({ tokens, phrases }: Parsed): Act[] {
  if (isTime(tokens[phrases.head])) return [];
  const from = tokens.findIndex((token, i) => i >= phrases.to && is(token, "opener"));
  if (from < 0 || isNegated(tokens, from + 1) || is(tokens[from + 1], "light verb")) return [];
  let to = from + 1;
  while (to - from < 12 && tokens[to] && !tokens[to]?.sign) to++;
  return to - from > 3 ? [{ kind: "other", from: from + 1, to }] : [];
}
