/** The portfolio: several North Stars on one page, one for each product (playbook, chapter 1). */

import { slug } from "../file/northstar.js";
import type { Problem } from "../file/problem.js";
import type { AfterIgnores } from "../lint/apply-ignores.js";
import { byClaim, duplicateProduct } from "../lint/rules/statement/duplicate-product.js";
import { markdown, mermaid } from "../report/escape.js";
import { heading, list, section } from "../report/markdown-blocks.js";
import { led } from "./direction.js";
import { shorten } from "./fit-text.js";
import { alignedTable, document } from "./markdown.js";
import { type RenderData, type ViewModel, viewModelOf } from "./view-model.js";
import { around, counted, englishWords, fill, listed, type Wording } from "./words/words.js";

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
  isAllMet: boolean;
  /** How many reviews are overdue: its own, and those of its bets. */
  overdue: number;
}

/** The words in which a portfolio is told: all of its North Stars have the same. */
export function wordsOf(entries: readonly Entry[]): Wording {
  return entries[0]?.words ?? englishWords;
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
      met: fill(view.words.portfolio.metOf, { count: met, all: entry.points.length }),
      isAllMet: met === entry.points.length,
      overdue: bets.filter((bet) => bet.review?.overdue).length + (view.review?.overdue ? 1 : 0),
    };
  });
  const key = ({ view, path }: Row) => `${slug(view.product ?? "")}\n${slug(view.name)}\n${path}`;
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Products that several North Stars claim, in a sentence each; what comments answer in all of them is left out. */
export function disputes(entries: readonly Entry[]): string[] {
  const isOne = ({ rule }: Pick<Problem, "rule">) => rule === duplicateProduct.id;
  const words = wordsOf(entries);
  const able = entries.filter(({ pending }) => pending?.problems.some(isOne) || pending?.ignored.some(isOne));
  return byClaim(able)
    .map((claiming) => claiming.flatMap((index) => able[index] ?? []))
    .filter(
      (claiming) => claiming.length > 1 && claiming.some(({ pending }) => pending?.problems.some(isOne)),
    )
    .map((claiming) => {
      const paths = claiming.map(({ path }) => path);
      const values = { product: claiming[0]?.star.product ?? "", names: listedSome(words, paths) };
      return counted(words, words.portfolio.claims, claiming.length, values);
    });
}

/** What several North Stars have to do with one another: one is made of others, or a result follows from them. */
export interface Relation {
  kind: "whole" | "result";
  name: string;
  /** What it is made of, or follows from. */
  from: readonly string[];
}

/** How the North Stars relate: those that name parts, and the results that several lead to. */
export function relationsOf(rows: readonly Row[]): Relation[] {
  const labels = new Map<string, string>();
  for (const { view } of rows)
    for (const key of [slug(view.name), slug(view.product ?? "")]) if (key) labels.set(key, labelOf(view));
  const wholes = rows
    .filter(({ view }) => view.parts.length > 0)
    .map(({ view }): Relation => {
      const from = view.parts.map((part) => labels.get(slug(part)) ?? part);
      return { kind: "whole", name: labelOf(view), from };
    });
  const results = new Map<string, { name: string; from: Set<string> }>();
  for (const { view } of rows)
    for (const { name } of view.results) {
      const shared = results.get(slug(name)) ?? { name, from: new Set() };
      results.set(slug(name), shared);
      shared.from.add(labelOf(view));
    }
  const shared = [...results.values()].filter(({ from }) => from.size > 1);
  return [
    ...wholes,
    ...shared.map(({ name, from }): Relation => ({ kind: "result", name, from: [...from] })),
  ];
}

function labelOf({ name, product }: ViewModel): string {
  return product ? led(`${product}: `, name) : name;
}

/** What is said of a name in a sentence. */
function relationText({ kind, from }: Relation, words: Wording): string {
  const { wholeOf, resultOf } = words.portfolio;
  return around(kind === "whole" ? wholeOf : resultOf, listedSome(words, from));
}

/** "a, b and c", or of many "a, b, c, d, e and 3 more". */
function listedSome(words: Wording, things: readonly string[]): string {
  if (things.length <= 6) return listed(words, things);
  return fill(words.portfolio.several, {
    names: things.slice(0, 5).join(words.labels.comma),
    more: counted(words, words.counts.more, things.length - 5),
  });
}

/** More arrows or characters than this are not drawn: they are said below the picture. */
const limits = { arrows: 100, characters: 49_500 };

/** The relations as a Mermaid flowchart, with what follows on top. */
function relationChart(relations: readonly Relation[], { portfolio: { chart } }: Wording): string[] {
  if (relations.reduce((sum, { from }) => sum + from.length, 0) > limits.arrows) return [];
  const ids = new Map<string, string>();
  const nodes: string[] = [];
  const idOf = (kind: string, text: string) => {
    const key = `${kind}\n${text}`;
    const known = ids.get(key);
    if (known) return known;
    const id = `${kind}_${ids.size + 1}`;
    ids.set(key, id);
    nodes.push(`  ${id}["${mermaid(shorten(text, 120))}"]`);
    return id;
  };
  const arrows = relations.flatMap(({ kind, name, from }) => {
    const to = idOf(kind === "whole" ? "star" : "result", name);
    return from.map((each) => `  ${idOf("star", each)} --> ${to}`);
  });
  const lines = ["flowchart BT", `  accTitle: ${chart}`, ...nodes, ...arrows];
  const source = lines.join("\n");
  const isDrawn = relations.length > 0 && source.length <= limits.characters;
  return isDrawn ? [`\`\`\`mermaid\n${source}\n\`\`\``] : [];
}

/** The index in GitHub-flavoured Markdown. */
export function portfolio(entries: readonly Entry[]): string {
  const rows = rowsOf(entries);
  const relations = relationsOf(rows);
  const words = wordsOf(entries);
  const { portfolio: texts, page, labels, games, trend } = words;
  return document([
    heading(1, texts.title),
    list(
      disputes(entries).map(
        (dispute) => `**${fill(labels.sentence, { text: markdown(dispute) })}** ${texts.oneEach}`,
      ),
    ),
    alignedTable(
      [page.product, labels.metric, trend.last, page.game, texts.met, texts.reviewsOverdue],
      rows.map(({ view, link, met, overdue }) => [
        markdown(view.product ?? ""),
        `[${markdown(view.name)}](${link})`,
        markdown(view.trend?.brief ?? ""),
        view.game ? games[view.game.name] : "",
        met,
        overdue === 0 ? "" : `**${overdue}**`,
      ]),
    ),
    ...section(2, texts.relate, [
      ...relationChart(relations, words),
      list(relations.map((each) => `**${markdown(each.name)}** ${markdown(relationText(each, words))}`)),
    ]),
  ]);
}
