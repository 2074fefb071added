/** Several North Stars on one page: one product has one (playbook, chapter 1). */
import { slug } from "../file/northstar.js";
import { listed } from "../file/say.js";
import type { Heard } from "../lint/hear.js";
import { byClaim } from "../lint/rules/statement/duplicate-product.js";
import { heading, list } from "../report/blocks.js";
import { markdown } from "../report/escape.js";
import { document, table } from "./markdown.js";
import { type Story, storyOf, type Told } from "./story.js";

/** A North Star and where its file is, as the page sees it: a path with forward slashes. */
export interface Entry extends Told {
  path: string;
  /** What is wrong with it only beside others, as the check gave it. */
  pending?: Heard | undefined;
}

/** A row of the index. */
export interface Row {
  story: Story;
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
    const story = storyOf(entry);
    const met = entry.points.filter(({ state }) => state === "met").length;
    const bets = [
      ...story.results.flatMap(({ bets }) => bets),
      ...story.inputs.flatMap(({ bets, opportunities }) => [
        ...bets,
        ...opportunities.flatMap((each) => [each, ...each.interventions]),
      ]),
      ...story.loose,
    ];
    return {
      story,
      path: entry.path,
      link: entry.path.split("/").map(encodeURIComponent).join("/"),
      met: `${met} of ${entry.points.length}`,
      overdue: bets.filter((bet) => bet.review?.overdue).length + (story.review?.overdue ? 1 : 0),
    };
  });
  const key = ({ story, path }: Row) => `${slug(story.product ?? "")}\n${slug(story.name)}\n${path}`;
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
      return `${claiming.length} North Stars claim the product ${claiming[0]?.star.product}: ${listed(paths)}`;
    });
}

/** The index in GitHub-flavoured Markdown. */
export function portfolio(entries: readonly Entry[]): string {
  const rows = rowsOf(entries);
  return document([
    heading(1, "North Stars"),
    list(disputes(entries).map((dispute) => `**${markdown(dispute)}.** One product has one North Star.`)),
    table(
      ["Product", "North Star Metric", "Game", "Points met", "Reviews overdue"],
      rows.map(({ story, link, met, overdue }) => [
        markdown(story.product ?? ""),
        `[${markdown(story.name)}](${link})`,
        story.game?.name ?? "",
        met,
        overdue === 0 ? "" : `**${overdue}**`,
      ]),
    ),
  ]);
}
