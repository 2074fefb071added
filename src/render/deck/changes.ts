/** What changed since a day: what the file dates itself, and what differs from the file of that day. */
import { capitalized, joinWords } from "../../file/message-text.js";
import type { Bet, Northstar } from "../../file/northstar.js";
import { led } from "../direction.js";
import { betSentence } from "../tree-nodes.js";
import type { RenderData, ViewModel } from "../view-model.js";
import type { GridCard } from "./grid.js";
import { changeLabels, dayText, verdictWords } from "./words.js";

/** Changes in the order in which a talk tells them; none where nothing is known to have changed. */
export function changesOf({ star, deck }: RenderData, view: ViewModel): GridCard[] {
  if (deck?.since === undefined) return [];
  const { since, before } = deck;
  return [
    ...(before ? metricChanges(before, star) : []),
    ...formerSince(view, since),
    ...(before ? namedChanges(before, star) : []),
    ...closedSince(view, since),
    ...(before ? newBets(before, star) : []),
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

function metricChanges(before: Northstar, star: Northstar): GridCard[] {
  if (before.name !== star.name)
    return [card(changeLabels.renamed, star.name, [led(changeLabels.was, before.name)])];
  if (before.definition !== star.definition)
    return [card(changeLabels.redefined, star.definition, [led(changeLabels.was, before.definition)])];
  return [];
}

function formerSince({ history, language }: ViewModel, since: string): GridCard[] {
  return history
    .filter(({ date }) => date !== undefined && date >= since)
    .map(({ name, date = "", reason }) =>
      card(`${changeLabels.left}, ${dayText(date, language)}`, name, reason ? [reason] : []),
    );
}

interface Thing {
  name: string;
  definition?: string;
}

function namedChanges(before: Northstar, star: Northstar): GridCard[] {
  return (["inputs", "results", "guardrails"] as const).flatMap((list): GridCard[] => {
    const then: readonly Thing[] = before[list] ?? [];
    const now: readonly Thing[] = star[list] ?? [];
    const has = (all: readonly Thing[], { name }: Thing) => all.some((each) => each.name === name);
    const definitionThen = ({ name }: Thing) => then.find((each) => each.name === name)?.definition;
    const words = changeLabels[list];
    const told = (label: string, all: readonly Thing[]) =>
      all.length > 0
        ? [
            card(
              label,
              joinWords(
                all.map(({ name }) => name),
                "and",
              ),
              definitionsOf(all),
            ),
          ]
        : [];
    return [
      ...told(
        words.added,
        now.filter((each) => !has(then, each)),
      ),
      ...told(
        words.left,
        then.filter((each) => !has(now, each)),
      ),
      ...told(
        words.changed,
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

function closedSince({ learned }: ViewModel, since: string): GridCard[] {
  const closed = learned.filter(({ outcome }) => outcome.date >= since);
  if (closed.length === 0) return [];
  const counts = (["won", "lost", "unclear"] as const).flatMap((verdict) => {
    const { length } = closed.filter(({ outcome }) => outcome.verdict === verdict);
    return length > 0 ? [`${length} ${verdictWords[verdict].toLowerCase()}`] : [];
  });
  const label = closed.length === 1 ? changeLabels.closedOne : changeLabels.closed;
  return [
    card(
      label,
      counts.join(", "),
      closed.slice(0, 1).map(({ outcome }) => outcome.learned),
    ),
  ];
}

function newBets(before: Northstar, star: Northstar): GridCard[] {
  const key = (bet: Bet) => `${bet.level} ${bet.if}`;
  const known = new Set((before.bets ?? []).map(key));
  const added = (star.bets ?? []).filter((bet) => !known.has(key(bet)) && !bet.outcome);
  const [first, ...others] = added;
  if (!first) return [];
  const text = betSentence({ change: first.if, effect: first.then });
  const label = others.length === 0 ? changeLabels.bet : `${added.length} ${changeLabels.bets}`;
  return [card(capitalized(label), text)];
}

function reviewsSince({ answers, language }: ViewModel, since: string): GridCard[] {
  const [latest] = answers.filter(({ date }) => date !== undefined && date >= since);
  if (!latest?.date) return [];
  return [
    card(`${changeLabels.reviewed}, ${dayText(latest.date, language)}`, latest.answer, [latest.question]),
  ];
}
