/** The board beside the North Star (playbook, chapter 7): what is focused on and tried, by Input. */

import { capitalized } from "../file/message-text.js";
import { markdown } from "../report/escape.js";
import { heading, section } from "../report/markdown-blocks.js";
import { alignedTable, document } from "./markdown.js";
import { reviewOf } from "./one-pager.js";
import { betSentence } from "./tree-nodes.js";
import type { TrendView } from "./trend.js";
import {
  type BetView,
  type RenderData,
  type Stage,
  stageWords,
  type ViewModel,
  viewModelOf,
} from "./view-model.js";
import { around, aside, fill, type Wording } from "./words/words.js";

/** The stages that have a column; what is closed has left the board. */
export const columns = ["next", "active", "review"] as const satisfies readonly Stage[];
type Column = (typeof columns)[number];

/** Bets by the column they stand in. */
export type Lane = Readonly<Record<Column, readonly BetView[]>>;

export interface Board {
  /** One for each Input with a bet that is on the board, then one for bets that stand under nothing. */
  rows: readonly { input: string; trend: TrendView | null; opportunities: Lane; interventions: Lane }[];
  /** Opportunities and interventions that have no stage, in the same way. */
  waiting: readonly {
    input: string;
    trend: TrendView | null;
    opportunities: readonly BetView[];
    interventions: readonly BetView[];
  }[];
}

/** The board of a North Star. */
export function boardOf(view: ViewModel): Board {
  const groups = [
    ...view.inputs.map(({ name, trend, opportunities }) => ({
      input: name,
      trend,
      opportunities,
      interventions: opportunities.flatMap((each) => each.interventions),
    })),
    {
      input: view.words.labels.nothing,
      trend: null,
      opportunities: view.loose.filter((bet) => bet.level === 2),
      interventions: view.loose.filter((bet) => bet.level === 3),
    },
  ];
  const rows = groups.map(({ input, trend, opportunities, interventions }) => ({
    input,
    trend,
    opportunities: laneOf(opportunities),
    interventions: laneOf(interventions),
  }));
  const waiting = groups.map(({ input, trend, opportunities, interventions }) => ({
    input,
    trend,
    opportunities: opportunities.filter((bet) => !bet.stage),
    interventions: interventions.filter((bet) => !bet.stage),
  }));
  return {
    rows: rows.filter((row) => !isEmpty(row.opportunities) || !isEmpty(row.interventions)),
    waiting: waiting.filter((row) => row.opportunities.length + row.interventions.length > 0),
  };
}

function laneOf(bets: readonly BetView[]): Lane {
  const at = (stage: Stage) => bets.filter((bet) => bet.stage?.id === stage);
  return { next: at("next"), active: at("active"), review: at("review") };
}

/** Whether no bet stands in a lane. */
export function isEmpty(lane: Lane): boolean {
  return columns.every((column) => lane[column].length === 0);
}

/** The head of a column, in the playbook's words: "Focus next". */
export function columnHead(level: 2 | 3, column: Column, words: Wording): string {
  return capitalized(stageWords(level, column, words));
}

/** The board in GitHub-flavoured Markdown. */
export function board(data: RenderData): string {
  const view = viewModelOf(data);
  const { rows, waiting } = boardOf(view);
  const { words } = view;
  const { labels, columns: names, shapes, board: texts } = words;
  const lanes = (level: 2 | 3, lane: (row: Board["rows"][number]) => Lane) =>
    alignedTable(
      [shapes.Input, ...columns.map((column) => columnHead(level, column, words))],
      rows.flatMap((row) =>
        rowsOf(
          inputText(row, words),
          columns.map((column) => lane(row)[column]),
        ),
      ),
      { keep: true },
    );
  return document([
    heading(1, around(texts.of, view.name)),
    `> ${markdown(view.definition)}`,
    view.trend && markdown(view.trend.told),
    view.limits.length > 0 &&
      view.limits.map(({ text }) => `**${fill(labels.sentence, { text })}**`).join("\\\n"),
    ...section(2, aside(names.opportunity, view.horizons[2] ?? "", words), [
      lanes(2, (row) => row.opportunities),
    ]),
    ...section(2, aside(names.intervention, view.horizons[3] ?? "", words), [
      lanes(3, (row) => row.interventions),
    ]),
    ...section(2, texts.unplaced, [
      waiting.length > 0 && texts.toPlace,
      alignedTable(
        [shapes.Input, names.opportunity, names.intervention],
        waiting.flatMap((row) => rowsOf(inputText(row, words), [row.opportunities, row.interventions])),
        { keep: true },
      ),
    ]),
    rows.length + waiting.length === 0 && texts.none,
  ]);
}

/** An Input in bold, and what its numbers did. */
function inputText({ input, trend }: Pick<Board["rows"][number], "input" | "trend">, words: Wording): string {
  const name = `**${markdown(input)}**`;
  return trend ? aside(name, markdown(trend.brief), words) : name;
}

/** As many rows as the fullest column has bets; the Input is named in the first. */
function rowsOf(input: string, all: readonly (readonly BetView[])[]): string[][] {
  const height = Math.max(...all.map(({ length }) => length));
  return Array.from({ length: height }, (_, index) => [
    index === 0 ? input : "",
    ...all.map((bets) => {
      const bet = bets[index];
      return bet ? cardText(bet) : "";
    }),
  ]);
}

function cardText(bet: BetView): string {
  const facts = [
    ...(bet.owner ? [markdown(bet.owner)] : []),
    ...(bet.review ? [reviewOf(bet.review, bet.words)] : []),
  ];
  const text = markdown(betSentence(bet));
  const said = facts.length > 0 ? aside(text, facts.join(bet.words.labels.comma), bet.words) : text;
  return bet.rank === null ? said : `**${bet.rank}.** ${said}`;
}
