/** The one-pager in GitHub-flavoured Markdown. */

import { capitalized } from "../file/message-text.js";
import { markdown } from "../report/escape.js";
import { heading, list, section } from "../report/markdown-blocks.js";
import { alignedTable, document, labelledText } from "./markdown.js";
import { flowchartBlocks } from "./tree.js";
import { betSentence } from "./tree-nodes.js";
import {
  type BetView,
  countedMark,
  type Fact,
  formerInputNames,
  type OpportunityView,
  type RenderData,
  type ViewModel,
  viewModelOf,
} from "./view-model.js";
import { dateText, fill, rhythmText } from "./words/words.js";

/** A whole document; sections of which the file says nothing are not there. */
export function onePager(data: RenderData): string {
  const view = viewModelOf(data);
  return document([
    heading(1, view.abbreviation ? `${view.name} (${view.abbreviation})` : view.name),
    `> ${markdown(view.definition)}`,
    list(factsOf(view).map(({ label, text }) => labelledText(label, text))),
    ...why(view),
    ...section(2, "The tree", flowchartBlocks(view)),
    ...section(2, "Results", [
      list(
        view.results.map(({ name, kind, definition }) =>
          join([`**${markdown(name)}**`, kind && ` (${kind})`, definition && `: ${markdown(definition)}`]),
        ),
      ),
    ]),
    ...section(2, "Inputs", [
      view.formula && markdown(view.formula),
      alignedTable(
        ["Input", "How it is counted", "How it moves the metric", "Observed", "Factor", "Owner"],
        view.inputs.map(({ name, abbreviation, definition, how, moves, ideas, factor, owner }) => [
          `**${markdown(name)}**${abbreviation ? ` (${markdown(abbreviation)})` : ""}`,
          markdown(definition),
          markdown(moves ?? ""),
          markdown(how ?? ""),
          [factor, ideas].filter(Boolean).join(", "),
          markdown(owner ?? ""),
        ]),
      ),
    ]),
    ...section(2, "Worth chatting about", [
      view.misfits.length > 0 && "Under way, and moves none of the Inputs:",
      list(view.misfits.map(markdown)),
    ]),
    ...bets(view),
    ...section(2, "What we learned", [
      alignedTable(
        ["We bet", "Verdict", "We learned"],
        view.learned.map((bet) => [
          markdown(betSentence(bet)),
          `**${bet.outcome.verdict}**`,
          `${markdown(bet.outcome.learned)} (${bet.outcome.date})`,
        ]),
      ),
    ]),
    ...section(2, "Guardrails", [
      alignedTable(
        ["Guardrail", "How it is counted", "What it protects", "We stop and look at", "Owner"],
        view.guardrails.map(({ name, definition = "", protects = "", breach = "", owner = "" }) => [
          `**${markdown(name)}**`,
          markdown(definition),
          markdown(protects),
          markdown(String(breach)),
          markdown(owner),
        ]),
      ),
    ]),
    ...section(2, "What reviews said", [
      alignedTable(
        ["We asked ourselves", "We said"],
        view.answers.map(({ date, question, answer }) => [
          markdown(question),
          join([markdown(answer), date && ` (${date})`]),
        ]),
      ),
    ]),
    ...section(2, "Earlier metrics", [
      alignedTable(
        ["Metric", "How it was counted", "Its Inputs", "Why it was left"],
        view.history.map((each) => [
          join([`**${markdown(each.name)}**`, each.date && ` (until ${each.date})`]),
          markdown(each.definition ?? ""),
          markdown(formerInputNames(each)),
          markdown(each.reason ?? ""),
        ]),
      ),
    ]),
    ...section(2, "Considered and left", [
      alignedTable(
        ["Candidate", "How it would have been counted", "Why it was left"],
        view.considered.map(({ name, definition = "", reason = "" }) => [
          `**${markdown(name)}**`,
          markdown(definition),
          markdown(reason),
        ]),
      ),
    ]),
    ...section(2, "In a later phase", [
      alignedTable(
        ["Metric", "How it will be counted", "Its time has come when"],
        (view.next ? [view.next] : []).map(({ name, definition = "", sign = "" }) => [
          `**${markdown(name)}**`,
          markdown(definition),
          markdown(sign),
        ]),
      ),
    ]),
    ...section(2, "Next review", [reviewText(view)]),
    ...section(2, "Sources", [list(view.sources.map(markdown))]),
  ]);
}

/** What stands under the definition: the game, whose metric it is, how exactly it is counted, its state. */
export function factsOf(view: ViewModel): Fact[] {
  const { game, product, owner, status, counting, checklist } = view;
  const fact = (label: string, text: string | null): Fact[] => (text ? [{ label, text }] : []);
  return [
    ...fact("Game", game && `${game.name}, ${game.about}`),
    ...fact("Product", product),
    ...fact("Owner", owner),
    ...fact("Status", status),
    ...counting,
    ...fact("Checklist", checklist.summary),
  ];
}

function why(view: ViewModel): string[] {
  const { checklist, vision, strategy, beliefs, exchanges } = view;
  return section(2, "Why this metric", [
    vision && labelledText("Vision", vision),
    strategy && labelledText("Strategy", strategy),
    ...section(3, "What we believe", [list(beliefs.map(markdown))]),
    ...section(3, "When customers get value", [
      list(
        exchanges.map(({ text, counted }) => `${markdown(text)}${counted ? ` **(${countedMark})**` : ""}`),
      ),
    ]),
    ...section(3, "The checklist", [
      alignedTable(
        ["Point", "State", "Why it holds"],
        checklist.points.map(({ number, title, state, answer }) => [
          `${number}. ${title}`,
          `**${state}**`,
          markdown(answer ?? ""),
        ]),
      ),
    ]),
  ]);
}

function bets(view: ViewModel): string[] {
  const { results, inputs, loose, horizons } = view;
  const under = (things: readonly { name: string; bets: readonly BetView[] }[]) =>
    list(things.flatMap(({ name, bets }) => bets.map((bet) => `**${markdown(name)}:** ${betText(bet)}`)));
  const opportunities = inputs
    .filter((input) => input.opportunities.length > 0)
    .map(({ name, opportunities }) => `**${markdown(name)}**\n${list(opportunities.map(opportunityText))}`);
  return section(2, "Bets", [
    ...section(3, `North Star bets (level 0, ${horizons[0]})`, [under(results)]),
    ...section(3, `Input bets (level 1, ${horizons[1]})`, [under(inputs)]),
    ...section(3, `Opportunities (level 2, ${horizons[2]}) and interventions (level 3, ${horizons[3]})`, [
      list(opportunities),
    ]),
    ...section(3, "Bets that stand under nothing yet", [
      list(loose.map((bet) => `**${bet.kind}:** ${betText(bet)}`)),
    ]),
  ]);
}

function opportunityText(bet: OpportunityView): string {
  const interventions = list(bet.interventions.map(betText));
  return join([betText(bet), interventions && `\n${interventions}`]);
}

function betText(bet: BetView): string {
  const facts = [
    ...(bet.stage ? [`_${bet.stage.words}_`] : []),
    ...(bet.outcome ? [`**${bet.outcome.verdict}**`] : []),
    ...(bet.owner ? [markdown(bet.owner)] : []),
    ...(bet.review ? [reviewOf(bet.review)] : []),
    ...(bet.expect ? [`expected ${markdown(bet.expect)}`] : []),
    ...(bet.rank === null ? [] : [`rank ${bet.rank}`]),
    ...(bet.problem ? [`problem: ${markdown(bet.problem)}`] : []),
    ...bet.weights.map(markdown),
    ...(bet.disproof ? [`lost if ${markdown(bet.disproof)}`] : []),
    ...bet.links.map(markdown),
  ];
  return join([markdown(betSentence(bet)), facts[0] && `\\\n${facts.join(" · ")}`]);
}

/** When a bet is looked at again, in Markdown. */
export function reviewOf({ date, overdue }: NonNullable<BetView["review"]>): string {
  return overdue ? `**review overdue since ${date}**` : `review ${date}`;
}

/** The day of the next review, if it is known, and the rhythm: ["2027-03-01", "every 6 months, last on 2026-09-01"]. */
export function reviewTexts({ review, words }: ViewModel): { day: string | null; rhythm: string } | null {
  if (!review) return null;
  const { last, every, next } = review;
  const rhythm = [
    every && rhythmText(every, words),
    last && fill(words.labels.last, { text: dateText(last, words) }),
  ]
    .filter(Boolean)
    .join(words.labels.comma);
  return { day: next, rhythm };
}

function reviewText(view: ViewModel): string | null {
  const texts = reviewTexts(view);
  if (!texts) return null;
  return texts.day
    ? `**${texts.day}**${view.review?.overdue ? ", overdue" : ""} (${texts.rhythm})`
    : capitalized(texts.rhythm);
}

function join(parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join("");
}
