/** The one-pager in GitHub-flavoured Markdown. */

import { capitalized } from "../file/message-text.js";
import { markdown } from "../report/escape.js";
import { heading, list, section } from "../report/markdown-blocks.js";
import { alignedTable, boldLabel, document, labelledText } from "./markdown.js";
import { textSparkline } from "./sparkline.js";
import { flowchartBlocks } from "./tree.js";
import { betSentence } from "./tree-nodes.js";
import {
  type BetView,
  countedMark,
  type Fact,
  formerInputNames,
  nameWithAbbreviation,
  type OpportunityView,
  type RenderData,
  trendsIn,
  type ViewModel,
  viewModelOf,
} from "./view-model.js";
import { dateText, fill, rhythmText, type Wording } from "./words/words.js";

/** A whole document; sections of which the file says nothing are not there. */
export function onePager(data: RenderData): string {
  const view = viewModelOf(data);
  const { words } = view;
  const { page, kickers, titles, columns, labels, counting, shapes } = words;
  const day = (date: string) => dateText(date, words);
  return document([
    heading(1, nameWithAbbreviation(view)),
    `> ${markdown(view.definition)}`,
    list(factsOf(view).map(({ label, text }) => labelledText(label, text, words))),
    ...why(view),
    ...section(2, kickers.tree, flowchartBlocks(view)),
    ...trends(view),
    ...section(2, columns.result, [
      list(
        view.results.map(({ name, kind, definition }) =>
          join([`**${markdown(name)}**`, kind && ` (${kind})`, definition && `: ${markdown(definition)}`]),
        ),
      ),
    ]),
    ...section(2, columns.input, [
      view.formula && markdown(view.formula),
      alignedTable(
        [shapes.Input, page.counted, page.moves, counting.how, page.factor, page.owner],
        view.inputs.map(({ name, abbreviation, definition, how, moves, ideas, factor, owner }) => [
          `**${markdown(name)}**${abbreviation ? ` (${markdown(abbreviation)})` : ""}`,
          markdown(definition),
          markdown(moves ?? ""),
          markdown(how ?? ""),
          [factor, ideas].filter(Boolean).join(labels.comma),
          markdown(owner ?? ""),
        ]),
      ),
    ]),
    ...section(2, titles.misfits, [
      view.misfits.length > 0 && labels.misfit,
      list(view.misfits.map(markdown)),
    ]),
    ...bets(view),
    ...section(2, page.learned, [
      alignedTable(
        [labels.weBet, page.verdict, page.weLearned],
        view.learned.map((bet) => [
          markdown(betSentence(bet)),
          `**${words.verdicts[bet.outcome.verdict]}**`,
          `${markdown(bet.outcome.learned)} (${day(bet.outcome.date)})`,
        ]),
      ),
    ]),
    ...section(2, kickers.guardrails, [
      alignedTable(
        [page.guardrail, page.counted, page.protects, page.stopAt, page.owner],
        view.guardrails.map(({ name, definition = "", protects = "", breach = "", owner = "" }) => [
          `**${markdown(name)}**`,
          markdown(definition),
          markdown(protects),
          markdown(String(breach)),
          markdown(owner),
        ]),
      ),
    ]),
    ...section(2, kickers.reviews, [
      alignedTable(
        [page.asked, page.said],
        view.answers.map(({ date, question, answer }) => [
          markdown(question),
          join([markdown(answer), date && ` (${day(date)})`]),
        ]),
      ),
    ]),
    ...section(2, kickers.history, [
      alignedTable(
        [page.metric, page.was, page.itsInputs, page.left],
        view.history.map((each) => [
          join([
            `**${markdown(each.name)}**`,
            each.date && ` (${fill(labels.until, { text: day(each.date) })})`,
          ]),
          markdown(each.definition ?? ""),
          markdown(formerInputNames(each)),
          markdown(each.reason ?? ""),
        ]),
      ),
    ]),
    ...section(2, kickers.considered, [
      alignedTable(
        [page.candidate, page.would, page.left],
        view.considered.map(({ name, definition = "", reason = "" }) => [
          `**${markdown(name)}**`,
          markdown(definition),
          markdown(reason),
        ]),
      ),
    ]),
    ...section(2, kickers.later, [
      alignedTable(
        [page.metric, page.will, page.sign],
        (view.next ? [view.next] : []).map(({ name, definition = "", sign = "" }) => [
          `**${markdown(name)}**`,
          markdown(definition),
          markdown(sign),
        ]),
      ),
    ]),
    ...section(2, titles.review, [reviewText(view)]),
    ...section(2, page.sources, [list(view.sources.map(markdown))]),
  ]);
}

/** The series in a table, each with its line in block characters. */
function trends(view: ViewModel): string[] {
  const { trend, titles, labels } = view.words;
  return section(2, titles.moved, [
    alignedTable(
      [trend.of, trend.last, trend.since, trend.line],
      trendsIn(view).map(({ name, trend: { last, period, changes, values } }) => [
        `**${markdown(name)}**`,
        markdown([last, period].join(labels.comma)),
        markdown(changes.join(labels.comma)),
        `\`${textSparkline({ values })}\``,
      ]),
    ),
  ]);
}

/** What stands under the definition: the game, whose metric it is, how exactly it is counted, its state. */
export function factsOf(view: ViewModel): Fact[] {
  const { game, product, owner, status, counting, checklist, words } = view;
  const { page, games, labels } = words;
  const fact = (label: string, text: string | null): Fact[] => (text ? [{ label, text }] : []);
  return [
    ...fact(page.game, game && [games[game.name], game.about].join(labels.comma)),
    ...fact(page.product, product),
    ...fact(page.owner, owner),
    ...fact(page.status, status),
    ...counting,
    ...fact(page.points, checklist.summary),
  ];
}

function why(view: ViewModel): string[] {
  const { checklist, vision, strategy, beliefs, exchanges, words } = view;
  const { kickers, labels, page, states } = words;
  return section(2, kickers.why, [
    vision && labelledText(labels.vision, vision, words),
    strategy && labelledText(labels.strategy, strategy, words),
    ...section(3, labels.beliefs, [list(beliefs.map(markdown))]),
    ...section(3, labels.exchanges, [
      list(
        exchanges.map(({ text, counted }) => `${markdown(text)}${counted ? ` **(${countedMark})**` : ""}`),
      ),
    ]),
    ...section(3, page.checklist, [
      alignedTable(
        [labels.point, labels.state, labels.answer],
        checklist.points.map(({ number, title, state, answer }) => [
          `${number}. ${title}`,
          `**${states[state]}**`,
          markdown(answer ?? ""),
        ]),
      ),
    ]),
  ]);
}

function bets(view: ViewModel): string[] {
  const { results, inputs, loose, horizons, words } = view;
  const { page } = words;
  const [years = "", quarters = "", months = "", weeks = ""] = horizons;
  const led = (label: string) => boldLabel(markdown(label), words);
  const under = (things: readonly { name: string; bets: readonly BetView[] }[]) =>
    list(things.flatMap(({ name, bets }) => bets.map((bet) => `${led(name)} ${betText(bet)}`)));
  const opportunities = inputs
    .filter((input) => input.opportunities.length > 0)
    .map(({ name, opportunities }) => `**${markdown(name)}**\n${list(opportunities.map(opportunityText))}`);
  return section(2, page.bets, [
    ...section(3, fill(page.bets0, { text: years }), [under(results)]),
    ...section(3, fill(page.bets1, { text: quarters }), [under(inputs)]),
    ...section(3, fill(page.bets23, { opportunities: months, interventions: weeks }), [list(opportunities)]),
    ...section(3, page.loose, [list(loose.map((bet) => `${led(bet.kind)} ${betText(bet)}`))]),
  ]);
}

function opportunityText(bet: OpportunityView): string {
  const interventions = list(bet.interventions.map(betText));
  return join([betText(bet), interventions && `\n${interventions}`]);
}

function betText(bet: BetView): string {
  const { labels, verdicts } = bet.words;
  const facts = [
    ...(bet.stage ? [`_${bet.stage.words}_`] : []),
    ...(bet.outcome ? [`**${verdicts[bet.outcome.verdict]}**`] : []),
    ...(bet.owner ? [markdown(bet.owner)] : []),
    ...(bet.review ? [reviewOf(bet.review, bet.words)] : []),
    ...(bet.expect ? [fill(labels.expected, { text: markdown(bet.expect) })] : []),
    ...(bet.rank === null ? [] : [fill(labels.rank, { text: bet.rank })]),
    ...(bet.problem ? [fill(labels.problem, { text: markdown(bet.problem) })] : []),
    ...bet.weights.map(markdown),
    ...(bet.disproof ? [fill(labels.lostIf, { text: markdown(bet.disproof) })] : []),
    ...bet.readouts.map(markdown),
    ...bet.links.map(markdown),
  ];
  return join([markdown(betSentence(bet)), facts[0] && `\\\n${facts.join(" · ")}`]);
}

/** When a bet is looked at again, in Markdown. */
export function reviewOf({ date, overdue }: NonNullable<BetView["review"]>, words: Wording): string {
  const { labels } = words;
  const text = dateText(date, words);
  return overdue ? `**${fill(labels.reviewOverdue, { text })}**` : fill(labels.review, { text });
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
  const { words } = view;
  const { labels } = words;
  const texts = reviewTexts(view);
  if (!texts) return null;
  return texts.day
    ? `**${dateText(texts.day, words)}**${view.review?.overdue ? labels.comma + labels.overdue : ""} (${texts.rhythm})`
    : capitalized(texts.rhythm);
}

function join(parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join("");
}
