/** The portfolio: several North Stars on one page, one for each product (playbook, chapter 1). */

import { listSome } from "../file/message-text.js";
import { slug } from "../file/northstar.js";
import type { AfterIgnores } from "../lint/apply-ignores.js";
import { byClaim } from "../lint/rules/statement/duplicate-product.js";
import { markdown } from "../report/escape.js";
import { heading, list } from "../report/markdown-blocks.js";
import { alignedTable, document } from "./markdown.js";
import { type RenderData, type ViewModel, viewModelOf } from "./view-model.js";

/** A North Star and where its file is, as the page sees it: a path with forward slashes. */
export interface Entry extends RenderData {
  path: string;
  /** What is wrong with it only beside others, as the check gave it. */
  pending?: AfterIgnores | undefined;
}

/** A row of the index. */
export interface Row {
  view: ViewModel;
  path: string;
  link: string;
  /** "6 of 7". */
  met: string;
  /** How many reviews are overdue: its own, and those of its bets. */
  overdue: number;
}

/** The rows of the index, by product and then by name. */
export function rowsOf(entries: readonly Entry[]): Row[] {
  const rows = entries.map((entry) => {
    const view = viewModelOf(entry);
    const met = entry.points.filter(({ state }) => state === "met").length;
    const bets = [
      ...view.results.flatMap(({ bets }) => bets),
      ...view.inputs.flatMap(({ bets, opportunities }) => [
        ...bets,
        ...opportunities.flatMap((each) => [each, ...each.interventions]),
      ]),
      ...view.loose,
    ];
    return {
      view,
      path: entry.path,
      link: entry.path.split("/").map(encodeURIComponent).join("/"),
      met: `${met} of ${entry.points.length}`,
      overdue: bets.filter((bet) => bet.review?.overdue).length + (view.review?.overdue ? 1 : 0),
    };
  });
  const key = ({ view, path }: Row) => `${slug(view.product ?? "")}\n${slug(view.name)}\n${path}`;
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Products that several North Stars claim, in a sentence each; what comments answer in all of them is left out. */
export function disputes(entries: readonly Entry[]): string[] {
  const able = entries.filter(({ pending }) => pending && (pending.problems[0] ?? pending.ignored[0]));
  return byClaim(able)
    .map((claiming) => claiming.flatMap((index) => able[index] ?? []))
    .filter((claiming) => claiming.length > 1 && claiming.some(({ pending }) => pending?.problems[0]))
    .map((claiming) => {
      const paths = claiming.map(({ path }) => path);
      return `${claiming.length} North Stars claim the product ${claiming[0]?.star.product}: ${listSome(paths)}`;
    });
}

/** The index in GitHub-flavoured Markdown. */
export function portfolio(entries: readonly Entry[]): string {
  const rows = rowsOf(entries);
  return document([
    heading(1, "North Stars"),
    list(disputes(entries).map((dispute) => `**${markdown(dispute)}.** One product has one North Star.`)),
    alignedTable(
      ["Product", "North Star Metric", "Game", "Points met", "Reviews overdue"],
      rows.map(({ view, link, met, overdue }) => [
        markdown(view.product ?? ""),
        `[${markdown(view.name)}](${link})`,
        view.game?.name ?? "",
        met,
        overdue === 0 ? "" : `**${overdue}**`,
      ]),
    ),
  ]);
}
