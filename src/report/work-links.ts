/** What `northstar links` prints: for a terminal, as Markdown, and for programs. */
import { capitalized, fileFlag, fileOperand, shellWord } from "../file/message-text.js";
import { thousands } from "../file/text.js";
import type { BetLink, WorkComparison, WorkExport, WorkFinding, WorkingBet } from "../work/compare-work.js";
import { workFindings } from "../work/compare-work.js";
import { trackerNames, type WorkAddress } from "../work/work-address.js";
import type { WorkItem } from "../work/work-item.js";
import type { NamedGroup } from "../work/work-links.js";
import { markdown } from "./escape.js";
import { heading, joined, list, section } from "./markdown-blocks.js";
import { stageText } from "./owners.js";
import { pluralize } from "./report.js";
import { jsonText, wrap } from "./terminal-text.js";
import { type Look, signs, type TerminalTheme, terminalTheme } from "./terminal-theme.js";

/** What was found in a North Star and the exports. */
export interface WorkOfFile {
  /** As the person would name it. */
  path: string;
  name: string;
  exports: readonly WorkExport[];
  comparison: WorkComparison;
  /** The line of a place in the file, from 1. */
  lineOf(path: WorkingBet["path"]): number;
}

type Kind = WorkFinding["kind"];

/** What somebody can do about it. */
function stepFor(kind: Kind, { path, exports }: WorkOfFile, code: (text: string) => string): string {
  const names = exports.map((each) => (each.path === "-" ? each.path : shellWord(each.path))).join(" ");
  const steps: Readonly<Record<Kind, string>> = {
    "bet-without-work": `put the address of its work under ${code("links")} of the bet, or park the bet`,
    "work-without-bet": `put its address, its epic or ${code("label:NAME")} under ${code("links")} of the bet that it serves; ${code(`northstar links${fileOperand(path)} --group ${names}`)} proposes bets; work that moves no Input has a place under ${code("misfits")}`,
    "closed-work": `say what the bet taught with ${code(`northstar close${fileFlag(path)}`)}, or link what goes on`,
    "open-work": "close the work, or link it to the bet that it serves now",
    "started-work": `${code(`northstar start${fileFlag(path)}`)} puts the bet among the active ones; or put the work back`,
    "dead-link": "mend the address, or take it out",
  };
  return steps[kind];
}

/** How much of one kind is shown; JSON has all. */
const most = { groups: 12, items: 5 };

/** One thing to look at, in a line or several. */
interface Entry {
  head: string;
  place: string;
  items: readonly WorkItem[];
}

function entriesOf(findings: readonly WorkFinding[], { path, lineOf }: WorkOfFile): Entry[] {
  return findings.map(({ bet, link, items, group }) => ({
    head: link ? link.text : (bet?.name ?? group ?? "without epic, project or label"),
    place: bet ? `${path}:${lineOf(link?.path ?? bet.path)}` : "",
    items,
  }));
}

function kindsIn({ findings }: WorkComparison): { kind: Kind; found: WorkFinding[] }[] {
  return (Object.keys(workFindings) as Kind[])
    .map((kind) => ({ kind, found: findings.filter((each) => each.kind === kind) }))
    .filter(({ found }) => found.length > 0);
}

function titleOfKind(kind: Kind, found: readonly WorkFinding[]): string {
  const count = kind === "work-without-bet" ? countOf(found) : found.length;
  return `${workFindings[kind]}: ${thousands(count)}`;
}

function countOf(found: readonly WorkFinding[]): number {
  return found.reduce((sum, { items }) => sum + items.length, 0);
}

/** Kind by kind, what has no other side or says the opposite, and what to do about it. */
export function workPage(work: WorkOfFile, look: Look): string {
  const theme = terminalTheme(look.color);
  const lines = kindsIn(work.comparison).flatMap(({ kind, found }) => [
    "",
    ...wrap(`${signs.warning} ${titleOfKind(kind, found)}`, look.width).map((line) =>
      theme.bold(theme.warning(line)),
    ),
    ...entriesOf(found.slice(0, most.groups), work).flatMap((entry) => entryLines(entry, look.width, theme)),
    ...(found.length > most.groups
      ? [`  ${theme.faint(`… and ${thousands(found.length - most.groups)} more; --format json lists all`)}`]
      : []),
    ...wrap(stepFor(kind, work, String), look.width - 2).map((line) => `  ${theme.faint(line)}`),
  ]);
  return `${[
    ...wrap(`Bets and work: ${work.name}`, look.width).map((line) => theme.bold(line)),
    ...work.exports.flatMap((each) => wrap(exportText(each), look.width)),
    ...lines,
    "",
    ...wrap(summaryOf(work), look.width).map((line) => theme.bold(line)),
    ...unknownNotes(work).flatMap((note) => wrap(note, look.width).map((line) => theme.faint(line))),
  ].join("\n")}\n`;
}

function entryLines({ head, place, items }: Entry, width: number, theme: TerminalTheme): string[] {
  return [
    ...wrap(head, width - 2).map((line) => `  ${line}`),
    ...(place ? [`    ${theme.place(place)}`] : []),
    ...items
      .slice(0, most.items)
      .flatMap((item) =>
        wrap(itemText(item), width - 4).map((line, index) => `${index === 0 ? "    " : "      "}${line}`),
      ),
    ...(items.length > most.items
      ? [`    ${theme.faint(`… and ${thousands(items.length - most.items)} more`)}`]
      : []),
  ];
}

/** `ENG-12 Show times on cards (doing)` */
function itemText({ id, title, state }: WorkItem): string {
  return `${id} ${title} (${stateWords[state]})`;
}

const stateWords = { open: "open", todo: "not begun", doing: "in progress", done: "closed" } as const;

function exportText({ path, items, partial }: WorkExport): string {
  const open = items.filter(({ state }) => state !== "done").length;
  const system = items[0] ? ` from ${trackerNames[items[0].system]}` : "";
  return `${path}: ${thousands(items.length)} ${items.length === 1 ? "piece" : "pieces"} of work${system}, ${thousands(open)} open${partial === null ? "" : `; ${partial}`}`;
}

function summaryOf({ comparison: { findings, bets } }: WorkOfFile): string {
  const linked = bets.filter(({ links }) => links.some(({ items }) => items.length > 0)).length;
  const known = `${thousands(linked)} of ${pluralize(bets.length, "bet")} ${linked === 1 ? "has" : "have"} work in the exports`;
  return findings.length === 0 ? `${known}, and nothing is out of step` : known;
}

function unknownNotes({ comparison: { unknown } }: WorkOfFile): string[] {
  if (unknown.length === 0) return [];
  const some = unknown.length === 1 ? "1 link leads" : `${thousands(unknown.length)} links lead`;
  return [
    `${some} to nothing in the exports, such as ${unknown[0]?.text}. If they hold all work, closed work too, --complete says which links are dead.`,
  ];
}

/** The same for a page or a pull request. */
export function workMarkdown(work: WorkOfFile): string {
  return joined([
    heading(1, `Bets and work: ${work.name}`),
    list(work.exports.map((each) => markdown(exportText(each)))),
    ...kindsIn(work.comparison).flatMap(({ kind, found }) =>
      section(2, titleOfKind(kind, found), [
        list(
          entriesOf(found.slice(0, most.groups), work).map(({ head, place, items }) =>
            [
              `${markdown(head)}${place ? ` (${markdown(place)})` : ""}`,
              ...items.slice(0, most.items).map((item) => `- ${itemMarkdown(item)}`),
              ...(items.length > most.items ? [`- … and ${thousands(items.length - most.items)} more`] : []),
            ].join("\n"),
          ),
        ),
        found.length > most.groups && `… and ${thousands(found.length - most.groups)} more.`,
        `${capitalized(stepFor(kind, work, inCode))}.`,
      ]),
    ),
    `**${summaryOf(work)}.**`,
    ...unknownNotes(work).map(markdown),
  ]);
}

function inCode(text: string): string {
  return text.includes("`") ? markdown(text) : `\`${text}\``;
}

/** The address of an item is a link of its own, behind what people call it. */
function itemMarkdown(item: WorkItem): string {
  return [markdown(itemText(item)), ...(item.url ? [markdown(item.url)] : [])].join(" · ");
}

/** Every bet with where its work is, without a look at any work. */
export function linksPage({ name, comparison: { bets } }: WorkOfFile, look: Look): string {
  const theme = terminalTheme(look.color);
  const linked = bets.filter(({ links }) => links.length > 0);
  return `${[
    ...wrap(`Where the work is: ${name}`, look.width).map((line) => theme.bold(line)),
    ...linked.flatMap(({ kind, stage, name, links }) => [
      "",
      ...wrap(name, look.width),
      `  ${theme.faint([kind, stageText(stage ?? "")].filter(Boolean).join(", "))}`,
      ...links.flatMap((link) =>
        wrap(linkTexts(link).join(" · "), look.width - 4).map((line, index) =>
          index === 0 ? `  ${line}` : `    ${line}`,
        ),
      ),
    ]),
    "",
    theme.bold(
      `${thousands(linked.length)} of ${pluralize(bets.length, "bet")} ${linked.length === 1 ? "says" : "say"} where the work is`,
    ),
  ].join("\n")}\n`;
}

/** The same for a page. */
export function linksMarkdown({ name, comparison: { bets } }: WorkOfFile): string {
  return joined([
    heading(1, `Where the work is: ${name}`),
    ...bets
      .filter(({ links }) => links.length > 0)
      .flatMap(({ name, links }) =>
        section(2, name, [list(links.map((link) => linkTexts(link).map(markdown).join(" · ")))]),
      ),
  ]);
}

/** `GitHub issue acme/web#12` with its address; what has none is told by its name. */
function linkTexts({ text, leads }: BetLink): string[] {
  if (leads === null) return ["no address of a tracker", text];
  if ("by" in leads) return [`${leads.by} ${leads.name}`];
  return [`${trackerNames[leads.system]} ${leads.kind} ${leads.id}`, text];
}

/** For programs, version 1: schemas/links.schema.json. */
export function workJson({ path, name, exports, comparison }: WorkOfFile): string {
  const { bets, findings, unknown } = comparison;
  return jsonText({
    version: 1,
    path,
    name,
    exports: exports.map(({ path, items, partial }) => ({
      path,
      items: items.length,
      open: items.filter(({ state }) => state !== "done").length,
      partial,
    })),
    bets: bets.map(({ path, kind, id, name, stage, links }) => ({
      path,
      kind: kind.toLowerCase().replaceAll(" ", "-"),
      id,
      name,
      stage,
      links: links.map((link) => ({ ...linkFields(link), items: link.items.length })),
    })),
    findings: findings.map(({ kind, bet, link, items, group }) => ({
      kind,
      bet: bet?.path ?? null,
      link: link?.text ?? null,
      group,
      items: items.map(itemFields),
    })),
    unknown: unknown.map(linkFields),
  });
}

function linkFields({ text, path, leads }: BetLink): object {
  return { text, path, leads: leads === null ? null : leadFields(leads) };
}

function leadFields(leads: WorkAddress | NamedGroup): object {
  if ("by" in leads) return { system: null, kind: leads.by, site: null, id: leads.name };
  const { system, kind, site, id } = leads;
  return { system, kind: kind.replace(" ", "-"), site, id };
}

function itemFields({ system, kind, id, url, title, state, labels }: WorkItem): object {
  return { system, kind: kind.replace(" ", "-"), id, url, title, state, labels };
}
