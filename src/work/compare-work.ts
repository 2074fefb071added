/** Holds the bets of a North Star against the work in exports: what has no other side, and what says the opposite. */
import { groupBy } from "../file/group-by.js";
import { betLevels, isOpen, type Northstar, named } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { hasBlank } from "../reading/blank.js";
import type { Tracker, WorkAddress } from "./work-address.js";
import type { WorkItem } from "./work-item.js";
import {
  deepest,
  keysAsked,
  type NamedGroup,
  ownKey,
  type ParentFinder,
  parentFinder,
  workByKey,
  workLink,
} from "./work-links.js";

/** What an export holds. */
export interface WorkExport {
  /** As the person would name it. */
  path: string;
  items: readonly WorkItem[];
  /** Why it is known not to hold all, where it says so itself. */
  partial: string | null;
}

export const workFindings = {
  "bet-without-work": "Active bets without work",
  "work-without-bet": "Work without a bet",
  "closed-work": "Active bets whose work is closed",
  "open-work": "Closed bets whose work is open",
  "started-work": "Bets that come next and whose work has begun",
  "dead-link": "Dead links",
} as const;

/** A bet of the file, as far as work goes. */
export interface WorkingBet {
  path: Path;
  kind: (typeof betLevels)[number];
  id: string | null;
  /** What it changes. */
  name: string;
  stage: string | null;
  links: readonly BetLink[];
}

export interface BetLink {
  text: string;
  path: Path;
  /** What it leads to; null where it is none of a tool that is known. */
  leads: WorkAddress | NamedGroup | null;
  /** The work in the exports that it leads to. */
  items: readonly WorkItem[];
}

export interface WorkFinding {
  kind: keyof typeof workFindings;
  bet: WorkingBet | null;
  link: BetLink | null;
  /** The work that it is about. */
  items: readonly WorkItem[];
  /** The epic, else the project, else the label of work without a bet. */
  group: string | null;
}

export interface WorkComparison {
  bets: readonly WorkingBet[];
  findings: readonly WorkFinding[];
  /** Links that lead to none of the work, where it is not known whether there is more. */
  unknown: readonly BetLink[];
}

export interface CompareOptions {
  /** Only work of these labels, epics or projects should have a bet; all when empty. */
  only: readonly NamedGroup[];
  /** Whether the exports hold all there is. */
  isComplete: boolean;
}

/** All bets with what their links lead to. */
function workingBets(star: Northstar, items: readonly WorkItem[], parentOf: ParentFinder): WorkingBet[] {
  const bets = named(star).bets.map(({ value, path }) => ({
    path,
    kind: betLevels[value.level],
    id: value.id ?? null,
    name: value.if,
    stage: value.outcome === undefined ? (value.stage ?? null) : "closed",
    links: (value.links ?? []).map((text, index) => ({
      text,
      path: [...path, "links", index],
      leads: workLink(text) ?? null,
    })),
  }));
  const keys = new Set(
    bets.flatMap(({ links }) => links.flatMap(({ leads }) => (leads ? keysAsked(leads) : []))),
  );
  const found = workByKey(items, keys, parentOf);
  return bets.map((bet) => ({
    ...bet,
    links: bet.links.map((link) => ({
      ...link,
      items: link.leads ? keysAsked(link.leads).flatMap((key) => found.get(key) ?? []) : [],
    })),
  }));
}

/** What is found, bet by bet in the order of the file; then work without a bet, epic by epic. */
export function compareWork(
  star: Northstar,
  exports: readonly WorkExport[],
  options: CompareOptions,
): WorkComparison {
  const items = distinct(exports.flatMap((each) => each.items));
  const parentOf = parentFinder(items);
  const bets = workingBets(star, items, parentOf);
  const served = new Set(
    bets
      .filter(({ stage }) => stage !== "closed")
      .flatMap(({ links }) => links.flatMap((link) => link.items)),
  );
  const scopes = scopesOf(items);
  const isAll = areAllTrackers(bets, items);
  const findings: WorkFinding[] = [];
  const unknown: BetLink[] = [];
  for (const bet of bets) {
    const { links, stage } = bet;
    const found = (kind: WorkFinding["kind"], items: readonly WorkItem[], link: BetLink | null = null) =>
      findings.push({ kind, bet, link, items, group: null });
    const all = distinct(links.flatMap((link) => link.items));
    const working = isWorking(star, bet);
    if (working && !links.some(({ leads }) => leads)) found("bet-without-work", []);
    if (working && all.length > 0 && all.every(({ state }) => state === "done")) found("closed-work", all);
    const left = all.filter((item) => item.state !== "done" && !served.has(item));
    if (stage === "closed" && left.length > 0) found("open-work", left);
    const begun = all.filter(({ state }) => state === "doing");
    if (stage === "next" && begun.length > 0) found("started-work", begun);
    for (const link of links) {
      if (!link.leads || link.items.length > 0) continue;
      if (!options.isComplete) unknown.push(link);
      else if (isInScope(link.leads, scopes, isAll)) found("dead-link", [], link);
    }
  }
  const found = withoutBet(items, bets, options.only, parentOf);
  // An epic stands over its parts already.
  const whole = new Set(found.map(parentOf));
  const left = found.filter((item) => !whole.has(item) || parentsOf(item, parentOf).includes(item));
  const epics = epicsIn(found, parentOf);
  const nameFor = (item: WorkItem) => groupOf(item, epics.has(item) ? item : parentOf(item));
  for (const [group, items] of groupBy(left, nameFor))
    findings.push({ kind: "work-without-bet", bet: null, link: null, items, group: group || null });
  return { bets, findings, unknown };
}

/** An item that several exports have counts once, as the first of them says. */
function distinct(items: readonly WorkItem[]): WorkItem[] {
  const found = new Map<string, WorkItem>();
  for (const item of items) if (!found.has(ownKey(item))) found.set(ownKey(item), item);
  return [...found.values()];
}

/**
 * Whether somebody should be at work for a bet: an active intervention, or an active opportunity under which no
 * intervention is open. Bets on the metric and on Inputs are beliefs, and have no work of their own.
 */
function isWorking({ bets = [] }: Northstar, { kind, stage, id, name }: WorkingBet): boolean {
  if (stage !== "active" || hasBlank(name)) return false;
  if (kind === "intervention") return true;
  if (kind !== "opportunity") return false;
  return !bets.some((bet) => bet.level === 3 && bet.for === id && isOpen(bet));
}

/** Work in progress that no bet leads to, nor to what it is a part of; an epic does where one of its parts does. */
function withoutBet(
  items: readonly WorkItem[],
  bets: readonly WorkingBet[],
  only: readonly NamedGroup[],
  parentOf: ParentFinder,
): WorkItem[] {
  const covered = new Set(bets.flatMap(({ links }) => links.flatMap((link) => link.items)));
  const whole = new Set<WorkItem>();
  for (const item of covered) for (const above of parentsOf(item, parentOf)) whole.add(above);
  const meant = only.length === 0 ? undefined : workByKey(items, new Set(only.flatMap(keysAsked)), parentOf);
  const chosen = meant && new Set([...meant.values()].flat());
  return items.filter(
    (item) =>
      (item.state === "doing" || item.state === "open") &&
      item.kind !== "pull request" &&
      !covered.has(item) &&
      !whole.has(item) &&
      (!chosen || chosen.has(item)),
  );
}

/** Work of a group: `group` is null for work that belongs to none. */
interface GroupedWork<G> {
  group: G | null;
  items: WorkItem[];
}

/**
 * Work in progress that no bet has, in groups. Where a tracker tells of nothing whether somebody has begun, all that is
 * open counts. An epic is no work of its own, and nor is what has parts; both may be a group without work.
 */
export function groupedWork<G extends { name: string }>(
  star: Northstar,
  exports: readonly WorkExport[],
  only: readonly NamedGroup[],
  groupOf: (item: WorkItem, epic: WorkItem | undefined) => G | null,
): GroupedWork<G>[] {
  const items = distinct(exports.flatMap((each) => each.items));
  const parentOf = parentFinder(items);
  const left = withoutBet(items, workingBets(star, items, parentOf), only, parentOf);
  const begun = left.filter(({ state }) => state === "doing");
  const epics = epicsIn(left, parentOf);
  const groupFor = (item: WorkItem) => groupOf(item, epics.has(item) ? item : parentOf(item));
  const groups = groupBy(begun.length > 0 ? begun : left, (item) => groupFor(item)?.name ?? "");
  return [...groups.values()].map((all) => ({
    group: all[0] ? groupFor(all[0]) : null,
    items: all.filter((item) => !epics.has(item)),
  }));
}

/** What has parts, or is called an epic. */
function epicsIn(items: readonly WorkItem[], parentOf: ParentFinder): Set<WorkItem> {
  const parents = items.flatMap((item) => parentOf(item) ?? []);
  return new Set([...items.filter(({ kind }) => kind === "epic"), ...parents]);
}

function parentsOf(item: WorkItem, parentOf: ParentFinder): WorkItem[] {
  const found: WorkItem[] = [];
  let above = parentOf(item);
  for (; above && found.length < deepest; above = parentOf(above)) found.push(above);
  return found;
}

/** What work without a bet is shown under. */
function groupOf(item: WorkItem, epic: WorkItem | undefined): string {
  return epic?.title ?? item.parent?.name ?? item.project?.name ?? item.labels[0] ?? "";
}

/** What the exports are about: repositories, projects and teams, and which kinds of things of each. */
function scopesOf(items: readonly WorkItem[]): Set<string> {
  return new Set(items.map(({ system, site, id, kind }) => scope(system, site, id, kind)));
}

function scope(system: Tracker, site: string | null, id: string, kind: WorkAddress["kind"]): string {
  const isPull = kind === "pull request";
  return [system, site ?? "", id.replace(/[#!&%-]\d+$/, ""), isPull].join("\n");
}

/** Whether every tracker that a bet has an address of is among the exports: a name may be one of any of them. */
function areAllTrackers(bets: readonly WorkingBet[], items: readonly WorkItem[]): boolean {
  const known = new Set(items.map(({ system }) => system));
  return bets.every(({ links }) =>
    links.every(({ leads }) => leads === null || "by" in leads || known.has(leads.system)),
  );
}

/** Whether all exports together would hold what an address leads to: groups of work are in none of them. */
function isInScope(leads: WorkAddress | NamedGroup, scopes: ReadonlySet<string>, isAll: boolean): boolean {
  if ("by" in leads && leads.by !== "issue") return isAll;
  if ("by" in leads) {
    const [path] = leads.name.toLowerCase().split(/[#-]\d+$/);
    return [...scopes].some((each) => each.split("\n")[2]?.toLowerCase() === path);
  }
  const { system, site, id, kind } = leads;
  if (kind !== "issue" && kind !== "pull request" && kind !== "epic") return false;
  return scopes.has(scope(system, site, id, kind)) || scopes.has(scope(system, null, id, kind));
}
