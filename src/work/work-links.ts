/** What `links` of a bet means, and which work of an export it leads to. */
import { linearProject, type Tracker, type WorkAddress, workAddress } from "./work-address.js";
import { nameOf, type WorkItem } from "./work-item.js";

/** What all work of a kind has in common, by name. */
export interface NamedGroup {
  by: "label" | "epic" | "project" | "issue";
  name: string;
}

/**
 * An address of a tool, what people call an issue (`ENG-12`, `acme/web#12`), or `label:`, `epic:` or `project:` with a
 * name; undefined where a text is none of them.
 */
export function workLink(text: string): WorkAddress | NamedGroup | undefined {
  const name = text.trim();
  return calledIssue.test(name) ? { by: "issue", name } : (namedGroup(text) ?? workAddress(text));
}

const calledIssue = /^(?:[A-Z][A-Z0-9_]{1,30}-[1-9]\d{0,9}|[\w.-]{1,100}(?:\/[\w.-]{1,100})+#[1-9]\d{0,9})$/;

export function namedGroup(text: string): NamedGroup | undefined {
  const [, by = "", said] = /^\s*(label|epic|project):\s*(\S.*)$/is.exec(text) ?? [];
  const name = nameOf(said);
  return name === "" ? undefined : { by: by.toLowerCase() as NamedGroup["by"], name };
}

/** Work by what leads to it; only what is `asked` for is kept. */
export function workByKey(
  items: readonly WorkItem[],
  asked: ReadonlySet<string>,
  parentOf: ParentFinder,
): ReadonlyMap<string, readonly WorkItem[]> {
  const found = new Map<string, WorkItem[]>();
  if (asked.size === 0) return found;
  for (const item of items)
    for (const key of keysWithParents(item, parentOf)) {
      if (!asked.has(key)) continue;
      const others = found.get(key);
      if (others) others.push(item);
      else found.set(key, [item]);
    }
  return found;
}

/** How many epics and parents may stand over each other. */
export const deepest = 10;

/** An item belongs to what its epic belongs to. */
function keysWithParents(item: WorkItem, parentOf: ParentFinder): Set<string> {
  const keys = new Set([ownKey(item), nameKey({ by: "issue", name: item.id })]);
  let here: WorkItem | undefined = item;
  for (let depth = 0; here && depth < deepest; depth += 1) {
    addGroupKeys(here, keys);
    here = parentOf(here);
  }
  return keys;
}

/** Gives the item that another is a part of, if an export has it. */
export type ParentFinder = (item: WorkItem) => WorkItem | undefined;

export function parentFinder(items: readonly WorkItem[]): ParentFinder {
  const known = new Map(items.map((item) => [ownKey(item), item]));
  return ({ system, site, parent }) => (parent?.id ? known.get(keyOf(system, site, parent.id)) : undefined);
}

/** What an item is called in all exports. */
export function ownKey({ system, site, id }: Pick<WorkItem, "system" | "site" | "id">): string {
  return keyOf(system, site, id);
}

function keyOf(system: Tracker, site: string | null, id: string): string {
  return `${system}\n${id}\n${site ?? ""}`;
}

/** Labels, epic and project of an item, by name and as an address leads to them; many items, so no list is made. */
function addGroupKeys({ system, site, id, labels, parent, project }: WorkItem, keys: Set<string>): void {
  const path = id.slice(0, id.search(/[#!&%-]\d+$/));
  for (const name of labels) {
    keys.add(nameKey({ by: "label", name }));
    if (system === "github" || system === "gitlab")
      keys.add(keyOf(system, site, `${path} ${name.toLowerCase()}`));
  }
  if (parent) {
    keys.add(nameKey({ by: "epic", name: parent.name }));
    if (parent.id) keys.add(nameKey({ by: "epic", name: parent.id })).add(keyOf(system, site, parent.id));
  }
  if (project) {
    keys.add(nameKey({ by: "project", name: project.name }));
    const led = system === "linear" ? linearProject(project.name) : project.id;
    if (project.id) keys.add(nameKey({ by: "project", name: project.id }));
    if (led) keys.add(keyOf(system, site, led));
  }
  if (system === "jira") keys.add(keyOf(system, site, path));
}

function nameKey({ by, name }: NamedGroup): string {
  return `${by}\n${name.toLowerCase()}`;
}

/** By which keys a link asks for work: what has no server of its own is meant on any. */
export function keysAsked(link: WorkAddress | NamedGroup): string[] {
  if ("by" in link) return [nameKey(link)];
  const { system, site, id } = link;
  return site === null ? [keyOf(system, null, id)] : [keyOf(system, site, id), keyOf(system, null, id)];
}
