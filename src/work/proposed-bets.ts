/** Bets that the work in progress may stand for ("Bet-Up"): what people are at, grouped, for a team to put into words. */
import { type Northstar, named, slug } from "../file/northstar.js";
import { hiddenIn } from "../file/text.js";
import { blank } from "../reading/blank.js";
import { type CompareOptions, groupedWork, type WorkExport } from "./compare-work.js";
import type { WorkItem } from "./work-item.js";

/** By what work is put together. */
export const groupings = ["epic", "label", "project"] as const;
export type Grouping = (typeof groupings)[number];

/** Bets as they stand in the file, and how much work they leave out. */
export interface ProposedBets {
  bets: Record<string, unknown>[];
  opportunities: number;
  interventions: number;
  left: number;
}

/** More of them is no list of bets, but a backlog. */
const mostInterventions = 60;

/**
 * An opportunity for each group of work in progress that no bet has, and an intervention for each piece in it. What only
 * the team knows is left blank: which Input it serves, and what should follow.
 */
export function proposedBets(
  star: Northstar,
  exports: readonly WorkExport[],
  grouping: Grouping | undefined,
  only: CompareOptions["only"],
): ProposedBets {
  const taken = new Set(named(star).bets.map(({ id }) => id));
  const groups = groupedWork(star, exports, only, (item, epic) => groupingOf(item, epic, grouping));
  const bets: ProposedBets["bets"] = [];
  const made: ProposedBets = { bets, opportunities: 0, interventions: 0, left: 0 };
  for (const { group, items } of groups) {
    const room = mostInterventions - made.interventions;
    made.left += Math.max(0, items.length - room);
    if (room <= 0) continue;
    const id = freeId(slug(group?.name ?? "") || "other-work", taken);
    bets.push(opportunity(id, group));
    for (const item of items.slice(0, room)) bets.push(intervention(id, item));
    made.opportunities += 1;
    made.interventions += Math.min(items.length, room);
  }
  return made;
}

/** What holds a group of work together. */
interface WorkGrouping {
  name: string;
  /** What stands under `links` for all of it. */
  link: string;
}

/** By its epic, else by its first label, where nobody says by what. */
function groupingOf(
  item: WorkItem,
  epic: WorkItem | undefined,
  grouping: Grouping | undefined,
): WorkGrouping | null {
  const byEpic = () => {
    const name = epic?.title ?? item.parent?.name;
    const link = epic ? linkTo(epic) : (item.parent?.url ?? `epic:${item.parent?.id ?? name}`);
    return name ? { name, link } : null;
  };
  const byName = (by: "label" | "project", name: string | null | undefined) =>
    name ? { name, link: `${by}:${name}` } : null;
  if (grouping === "epic") return byEpic();
  if (grouping === "project") return byName("project", item.project?.name || item.project?.id);
  const [label] = item.labels;
  return grouping === "label" ? byName("label", label) : (byEpic() ?? byName("label", label));
}

/** The address of a piece of work, or what people call it. */
function linkTo({ url, id }: WorkItem): string {
  return url ?? id;
}

function opportunity(id: string, group: WorkGrouping | null): Record<string, unknown> {
  return {
    level: 2,
    id,
    for: blank,
    if: group ? `${blank} (${visibleText(group.name)})` : blank,
    // biome-ignore lint/suspicious/noThenProperty: a bet says what should follow.
    then: blank,
    stage: "active",
    ...(group && { links: [visibleText(group.link)] }),
  };
}

function intervention(opportunity: string, item: WorkItem): Record<string, unknown> {
  return {
    level: 3,
    for: opportunity,
    if: visibleText(item.title),
    // biome-ignore lint/suspicious/noThenProperty: a bet says what should follow.
    then: blank,
    stage: "active",
    links: [visibleText(linkTo(item))],
  };
}

/** A text without what nobody sees: the file could not be read with it. */
function visibleText(text: string): string {
  let shown = "";
  let from = 0;
  for (const { 0: found, index } of hiddenIn(text)) {
    shown += text.slice(from, index);
    from = index + found.length;
  }
  return (shown + text.slice(from)).trim() || blank;
}

function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let count = 2; taken.has(free); count += 1) free = `${id}-${count}`;
  taken.add(free);
  return free;
}
