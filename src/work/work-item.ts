/** A piece of work as an export tells of it, whatever tool wrote it. */
import { shortened } from "../file/message-text.js";
import { type Tracker, type WorkAddress, workAddress } from "./work-address.js";

/** `open` where the tool does not tell whether somebody has begun. */
export type WorkState = "open" | "todo" | "doing" | "done";

export interface WorkItem {
  system: Tracker;
  kind: "issue" | "pull request" | "epic";
  site: string | null;
  /** What people call it: `acme/web#12`, `ENG-12`. */
  id: string;
  /** Where it is on the web, if the export says so. */
  url: string | null;
  /** On one line, at most 120 characters. */
  title: string;
  state: WorkState;
  labels: readonly string[];
  /** The epic, or what else it is a part of. */
  parent: WorkGroup | null;
  /** The milestone or the project. */
  project: WorkGroup | null;
}

/** What work is a part of: by its key in the tool, where one is known, and by its name. */
export interface WorkGroup {
  id: string | null;
  name: string;
  /** Where it is on the web, if the export says so. */
  url?: string;
}

/** Titles are what people write: they are kept short, and without the text that they were cut from. */
export function shortTitle(value: unknown): string {
  return shortened(textOf(value) ?? "", 120) || "(no title)";
}

/** A text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** A short name without what surrounds it: of a label, a project, an epic. */
export function nameOf(value: unknown): string {
  return shortened(textOf(value) ?? "", 120);
}

export function labelNames(values: readonly unknown[]): string[] {
  return [...new Set(values.map(nameOf).filter(Boolean))].slice(0, 100);
}

const states: readonly [WorkState, RegExp][] = [
  [
    "done",
    /^(?:done|closed?|completed?|resolved|removed|cancell?ed|duplicate|merged|released|shipped|deployed|live|rejected|declined|abandoned|finished|won'?t (?:do|fix)|accepted)$/,
  ],
  [
    "doing",
    /^(?:(?:in|under|ready for|code|peer) (?:progress|review|development|testing|test|qa)|doing|active|started|in[- ]?(?:progress|flight)|wip|review|reviewing|testing|qa|implementing|developing|committed|blocked|indeterminate)$/,
  ],
  [
    "todo",
    /^(?:to[- ]?do|backlog|new|open|reopened|proposed|approved|triage|unstarted|planned|ready|next|later|icebox|selected for development|design|waiting)$/,
  ],
];

/** What the name of a state says; `open` where it is a team's own. */
export function stateNamed(name: unknown): WorkState {
  const word = (textOf(name) ?? "")
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'-]+/gu, " ")
    .trim();
  return states.find(([, pattern]) => pattern.test(word))?.[0] ?? "open";
}

/** An address in an export, if it is one of the tool that wrote it. */
export function ownAddress(system: Tracker, url: unknown): WorkAddress | undefined {
  const address = typeof url === "string" ? workAddress(url) : undefined;
  return address?.system === system ? address : undefined;
}
