/** What Jira, Linear and Azure DevOps export as CSV, row by row. Columns are known by their English names. */
import { azureState, NotWork, workKind } from "./export-json.js";
import { issueKey } from "./work-address.js";
import {
  labelNames,
  nameOf,
  shortTitle,
  stateNamed,
  textOf,
  type WorkItem,
  type WorkState,
} from "./work-item.js";

/** Reads rows, which have the cells of the header's columns in their order; some are a cell short or long. */
export interface TableReader {
  /** An item, or null for a row that is none. */
  item(cells: readonly string[]): WorkItem | null;
  /** What is known only when all rows are read. */
  end(items: readonly WorkItem[]): WorkItem[];
}

/** The signs that stand between cells; programs of some countries write no commas. */
export const delimiters = [",", ";", "\t", "|"] as const;

/** How many of the columns that are looked for a header has. */
export function knownColumns(header: readonly string[]): number {
  const names = new Set(header.map(plainName));
  return Object.values(columns)
    .flat()
    .filter((name) => names.has(name)).length;
}

const columns = {
  key: ["issue key", "work item key", "key"],
  id: ["id", "issue id", "work item id"],
  title: ["summary", "title", "title 1"],
  type: ["issue type", "work type", "work item type", "type"],
  status: ["status", "state"],
  category: ["status category"],
  labels: ["labels", "tags"],
  parentKey: ["parent key", "parent issue", "custom field (epic link)", "epic link"],
  parent: ["parent", "parent id"],
  parentName: ["parent summary", "custom field (epic name)"],
  project: ["project", "project name", "team project"],
  projectKey: ["project key"],
  team: ["team"],
  started: ["started"],
  ended: ["completed", "canceled", "cancelled", "resolved", "resolution"],
} as const;

type Column = keyof typeof columns;

function plainName(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, " ");
}

/** How the rows under a header are read. */
export function tableReader(header: readonly string[]): TableReader {
  const places = new Map<string, number[]>();
  for (const [index, name] of header.entries()) {
    const key = plainName(name);
    places.set(key, [...(places.get(key) ?? []), index]);
  }
  const at = (column: Column) => columns[column].flatMap((name) => places.get(name) ?? []);
  const has = (column: Column) => at(column).length > 0;
  const first = (column: Column) => {
    const indexes = at(column);
    return (cells: readonly string[]) => indexes.map((index) => textOf(cells[index])).find(Boolean);
  };
  const all = (column: Column) => {
    const indexes = at(column);
    return (cells: readonly string[]) => indexes.flatMap((index) => cells[index] ?? []);
  };
  if (!has("status")) throw new NotWork(unknownHeader(header));
  const cell = Object.fromEntries(
    Object.keys(columns).map((name) => [name, first(name as Column)]),
  ) as Record<Column, (cells: readonly string[]) => string | undefined>;
  if (has("key")) return jiraReader(cell, all("labels"));
  if (has("id") && has("team")) return linearReader(cell);
  const titles = [...places].flatMap(([name, indexes]) => (/^title(?: \d+)?$/.test(name) ? indexes : []));
  if (has("id") && places.has("work item type")) return azureReader(cell, titles);
  throw new NotWork(unknownHeader(header));
}

function unknownHeader(header: readonly string[]): string {
  const names = header.slice(0, 4).map((name) => `"${nameOf(name)}"`);
  return `a table that is not one of Jira, Linear or Azure DevOps: its columns are ${names.join(", ")}${header.length > 4 ? ", …" : ""}, and northstar knows their English names; export it anew with your language set to English`;
}

type Cells = Record<Column, (cells: readonly string[]) => string | undefined>;

const inCategory: Readonly<Record<string, WorkState>> = {
  "to do": "todo",
  "in progress": "doing",
  done: "done",
};

/** Jira repeats a column for each value of a row; a parent may be told by its number alone. */
function jiraReader(cell: Cells, labels: (cells: readonly string[]) => string[]): TableReader {
  const keyById = new Map<string, string>();
  const parentIds = new Map<WorkItem, string>();
  return {
    item(cells) {
      const id = cell.key(cells)?.trim().toUpperCase() ?? "";
      if (!issueKey.test(id)) return null;
      const own = cell.id(cells)?.trim();
      if (own) keyById.set(own, id);
      const said = cell.parent(cells)?.trim();
      const parent = cell.parentKey(cells)?.trim() ?? (said && issueKey.test(said) ? said : undefined);
      const category = inCategory[cell.category(cells)?.trim().toLowerCase() ?? ""];
      const named = stateNamed(cell.status(cells));
      const item: WorkItem = {
        system: "jira",
        kind: workKind(cell.type(cells) ?? ""),
        site: null,
        id,
        url: null,
        title: shortTitle(cell.title(cells)),
        state: category ?? (named === "open" && isEnded(cell.ended(cells)) ? "done" : named),
        labels: labelNames(labels(cells)),
        parent: parent ? { id: parent.toUpperCase(), name: nameOf(cell.parentName(cells)) || parent } : null,
        project: { id: cell.projectKey(cells) ?? id.replace(/-\d+$/, ""), name: nameOf(cell.project(cells)) },
      };
      if (!parent && said) parentIds.set(item, said);
      return item;
    },
    end: (items) =>
      items.map((item) => {
        const key = keyById.get(parentIds.get(item) ?? "");
        return key ? { ...item, parent: { id: key, name: key } } : item;
      }),
  };
}

function isEnded(resolved: string | undefined): boolean {
  return resolved !== undefined && !/^\s*unresolved\s*$/i.test(resolved);
}

/** Linear tells by its days whether work has begun and ended, whatever a team calls its states. */
function linearReader(cell: Cells): TableReader {
  return {
    item(cells) {
      const id = cell.id(cells)?.trim().toUpperCase() ?? "";
      if (!issueKey.test(id)) return null;
      const parent = cell.parentKey(cells)?.trim().toUpperCase();
      const project = cell.project(cells);
      const named = stateNamed(cell.status(cells));
      const begun = cell.started(cells) ? "doing" : "todo";
      return {
        system: "linear",
        kind: "issue",
        site: null,
        id,
        url: null,
        title: shortTitle(withoutGuard(cell.title(cells))),
        state: cell.ended(cells) ? "done" : named === "open" ? begun : named,
        labels: labelNames((cell.labels(cells) ?? "").split(",").slice(0, 100)),
        parent: parent ? { id: parent, name: parent } : null,
        project: project ? { id: null, name: nameOf(withoutGuard(project)) } : null,
      };
    },
    end: (items) => [...items],
  };
}

/** What stands before a text that a spreadsheet would take for a formula. */
function withoutGuard(text: string | undefined): string | undefined {
  return text?.replace(/^'(?=[=+\-@])/, "");
}

/** A tree of Azure DevOps has a column of titles for each level. */
function azureReader(cell: Cells, titles: readonly number[]): TableReader {
  return {
    item(cells) {
      const id = cell.id(cells)?.trim() ?? "";
      if (!/^[1-9]\d{0,14}$/.test(id)) return null;
      const parent = cell.parent(cells)?.trim();
      const project = cell.project(cells);
      return {
        system: "azure",
        kind: workKind(cell.type(cells) ?? ""),
        site: null,
        id: `#${id}`,
        url: null,
        title: shortTitle(titles.map((index) => textOf(cells[index])).find(Boolean)),
        state: azureState(cell.status(cells)),
        labels: labelNames((cell.labels(cells) ?? "").split(";").slice(0, 100)),
        parent: parent ? { id: `#${parent}`, name: `#${parent}` } : null,
        project: project ? { id: null, name: nameOf(project) } : null,
      };
    },
    end: (items) => [...items],
  };
}
