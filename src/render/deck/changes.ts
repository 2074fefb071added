/** What changed since a day: what the file dates itself, and what differs from the file of that day. */
import { capitalized } from "../../file/message-text.js";
import type { Bet, Northstar } from "../../file/northstar.js";
import { betSentence } from "../tree-nodes.js";
import type { RenderData, ViewModel } from "../view-model.js";
import { around, counted, dayText, fill, listed, type Wording } from "../words/words.js";
import type { GridCard } from "./grid.js";

/** Changes in the order in which a talk tells them; none where nothing is known to have changed. */
export function changesOf({ star, deck }: RenderData, view: ViewModel): GridCard[] {
  if (deck?.since === undefined) return [];
  const { since, before } = deck;
  return [
    ...(before ? metricChanges(before, star, view.words) : []),
    ...formerSince(view, since),
    ...(before ? namedChanges(before, star, view.words) : []),
    ...closedSince(view, since),
    ...(before ? newBets(before, star, view.words) : []),
    ...reviewsSince(view, since),
  ];
}

function card(label: string, title: string, texts: readonly string[] = []): GridCard {
  return {
    kicker: { text: label, color: "accent" },
    title,
    texts: texts.map((text) => ({ text, color: "muted" })),
  };
}

function metricChanges(before: Northstar, star: Northstar, { changes }: Wording): GridCard[] {
  if (before.name !== star.name)
    return [card(changes.renamed, star.name, [around(changes.was, before.name)])];
  if (before.definition !== star.definition)
    return [card(changes.redefined, star.definition, [around(changes.was, before.definition)])];
  return [];
}

function formerSince({ history, words }: ViewModel, since: string): GridCard[] {
  return history
    .filter(({ date }) => date !== undefined && date >= since)
    .map(({ name, date = "", reason }) =>
      card(fill(words.changes.left, { text: dayText(date, words) }), name, reason ? [reason] : []),
    );
}

interface Thing {
  name: string;
  definition?: string;
}

function namedChanges(before: Northstar, star: Northstar, words: Wording): GridCard[] {
  const { changes } = words;
  return (["inputs", "results", "guardrails"] as const).flatMap((list): GridCard[] => {
    const then: readonly Thing[] = before[list] ?? [];
    const now: readonly Thing[] = star[list] ?? [];
    const has = (all: readonly Thing[], { name }: Thing) => all.some((each) => each.name === name);
    const definitionThen = ({ name }: Thing) => then.find((each) => each.name === name)?.definition;
    const told = (label: string, all: readonly Thing[]) =>
      all.length > 0
        ? [
            card(
              label,
              listed(
                words,
                all.map(({ name }) => name),
              ),
              definitionsOf(all),
            ),
          ]
        : [];
    return [
      ...told(
        changes[`${list}Added`],
        now.filter((each) => !has(then, each)),
      ),
      ...told(
        changes[`${list}Left`],
        then.filter((each) => !has(now, each)),
      ),
      ...told(
        changes[`${list}Changed`],
        now.filter((each) => has(then, each) && each.definition !== definitionThen(each)),
      ),
    ];
  });
}

/** How one thing is counted; of several there is no room to say it. */
function definitionsOf(all: readonly Thing[]): string[] {
  const [first] = all;
  return all.length === 1 && first?.definition ? [first.definition] : [];
}

function closedSince({ learned, words }: ViewModel, since: string): GridCard[] {
  const closed = learned.filter(({ outcome }) => outcome.date >= since);
  if (closed.length === 0) return [];
  const { counts, labels } = words;
  const told = (["won", "lost", "unclear"] as const).flatMap((verdict) => {
    const { length } = closed.filter(({ outcome }) => outcome.verdict === verdict);
    return length > 0 ? [counted(words, counts[verdict], length)] : [];
  });
  return [
    card(
      counted(words, counts.closed, closed.length),
      told.join(labels.comma),
      closed.slice(0, 1).map(({ outcome }) => outcome.learned),
    ),
  ];
}

function newBets(before: Northstar, star: Northstar, words: Wording): GridCard[] {
  const key = (bet: Bet) => `${bet.level} ${bet.if}`;
  const known = new Set((before.bets ?? []).map(key));
  const added = (star.bets ?? []).filter((bet) => !known.has(key(bet)) && !bet.outcome);
  const [first] = added;
  if (!first) return [];
  const text = betSentence({ change: first.if, effect: first.then, words });
  return [card(capitalized(counted(words, words.counts.newBets, added.length)), text)];
}

function reviewsSince({ answers, words }: ViewModel, since: string): GridCard[] {
  const [latest] = answers.filter(({ date }) => date !== undefined && date >= since);
  if (!latest?.date) return [];
  return [
    card(fill(words.changes.reviewed, { text: dayText(latest.date, words) }), latest.answer, [
      latest.question,
    ]),
  ];
}
