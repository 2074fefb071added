/** Pages about rules, points and terms, for a terminal. */
import { type Part, type Point, parts, pointOf, points, type RuleDoc } from "../file/problem.js";
import type { Term } from "../lint/glossary.js";
import { checklist, partNames } from "../lint/playbook.js";
import { pad, widthOf, wrap } from "./terminal-text.js";
import {
  type Look,
  labelledLines,
  type Paint,
  ruled,
  signs,
  type TerminalTheme,
  terminalTheme,
  withoutTicks,
} from "./terminal-theme.js";

/** All that can be explained: rules by point and part, and lists of terms by their titles. */
export function contentsPage(
  docs: readonly RuleDoc[],
  terms: Readonly<Record<string, readonly Term[]>>,
  look: Look,
): string {
  const theme = terminalTheme(look.color);
  const sections = parts.flatMap((part) => {
    const rules = ruleLines(
      docs.filter((rule) => rule.part === part),
      Math.max(...docs.map(({ id }) => id.length)),
      look.width,
      theme,
    );
    const point = pointOf(part);
    const name = point ? `${points.indexOf(point) + 1}  ${partNames[part]}` : partNames[part];
    return [point ? `${theme.bold(name)}  ${theme.faint(point)}` : theme.bold(name), ...rules, ""];
  });
  return page([
    ...wrap("northstar explain ID tells more about a rule, a point of the checklist or a term.", look.width),
    "",
    ...sections,
    ...Object.entries(terms).flatMap(([title, list]) => [
      theme.bold(title),
      ...columns(
        list.map(({ name }) => name),
        look.width - 3,
      ).map((line) => `   ${line}`),
      "",
    ]),
  ]);
}

/** A rule: what it finds and why it matters, with an example each way, and what can be done about it. */
export function rulePage(rule: RuleDoc, remedy: Remedy, look: Look): string {
  const theme = terminalTheme(look.color);
  const { id, severity, summary, why, question, bad, good, chapter } = rule;
  const kind = [
    `${signs[severity]} ${severity}`,
    (text: string) => theme[severity](theme.bold(text)),
  ] as const;
  return page([
    ruled([kind, [id, theme.bold]], [partName(rule.part), theme.faint], look.width, theme),
    "",
    ...wrap(summary, look.width - 2).map((line) => `  ${theme.bold(theme.code(line))}`),
    "",
    ...prose(why, look.width, theme),
    "",
    ...(question === null ? [] : labelledLines("ask", question, theme.question, look.width, theme)),
    ...chapterLine(chapter, look.width, theme),
    "",
    ...example("Not like this", bad, theme[severity], look.width, theme),
    "",
    ...example("But like this", good, theme.met, look.width, theme),
    "",
    ...remedies(rule, remedy, look.width, theme),
  ]);
}

/** What can be done about a problem besides rewriting the text. */
export interface Remedy {
  /** The fixes for it, if there are any. */
  fix?: "safe" | "all" | undefined;
  /** Whether it is about what changed since a revision. */
  isAboutChanges: boolean;
  /** Whether a comment can answer it. */
  canIgnore: boolean;
  /** Whether a configuration can say how grave it is. */
  canSet: boolean;
}

const fixLines = {
  safe: "northstar lint --fix",
  all: "northstar lint --fix=all",
};

/** Each remedy with the lines that can be copied as they are. */
function remedies(
  { id }: RuleDoc,
  { fix, isAboutChanges, canIgnore, canSet }: Remedy,
  width: number,
  theme: TerminalTheme,
): string[] {
  const mend: [string, string[]] = fix
    ? [
        fix === "safe" ? "To mend it" : "To mend it, where what the fix says is right",
        [`${fixLines[fix]}${isAboutChanges ? " --since main" : ""}`],
      ]
    : ["To mend it, change the text, as in the example above", []];
  const ignore: [string, string[]] = canIgnore
    ? ["To ignore it, above what it is about", [`# northstar-ignore ${id}: why it is fine here`]]
    : ["It cannot be ignored by a comment, only mended", []];
  const set: [string, string[]][] = canSet
    ? [
        [
          "To set it for the team (off, note, warning, error), in northstar.config.yaml",
          ["rules:", `  ${id}: off`],
        ],
      ]
    : [];
  return [mend, ignore, ...set].flatMap(([title, lines]) => [
    ...wrap(title, width).map((line) => theme.bold(line)),
    ...lines.map((line) => `   ${theme.place(line)}`.replace(/\s+$/, "")),
  ]);
}

/** A key of northstar.yaml or of the configuration. */
export interface Key {
  /** `inputs.owner` */
  place: string;
  /** The file that it is a key of. */
  file: string;
  description: string;
  isNeeded: boolean;
  choices: readonly string[];
  example: string | undefined;
}

/** A key: what it says, from the schema. */
export function keyPage({ place, file, description, isNeeded, choices, example }: Key, look: Look): string {
  const theme = terminalTheme(look.color);
  const kind = `${isNeeded ? "needed " : ""}key of ${file}`;
  return page([
    ruled([[place, theme.bold]], [kind, theme.faint], look.width, theme),
    "",
    ...prose(description, look.width, theme),
    ...(choices.length + (example ? 1 : 0) > 0 ? [""] : []),
    ...(choices.length > 0
      ? labelledLines("one of", choices.join(", "), theme.plain, look.width, theme)
      : []),
    ...(example ? labelledLines("e.g.", example, theme.plain, look.width, theme) : []),
  ]);
}

/** A point of the checklist: when it is met, and the rules that look at it. */
export function pointPage(point: Point, docs: readonly RuleDoc[], look: Look): string {
  const theme = terminalTheme(look.color);
  const { name, meaning, question, answer } = checklist[point];
  const looking = docs.filter((rule) => rule.part === point);
  const ids = Math.max(0, ...looking.map(({ id }) => id.length));
  return page([
    ruled([[name, theme.bold]], [partName(point), theme.faint], look.width, theme),
    "",
    ...prose(meaning, look.width, theme),
    "",
    ...labelledLines("ask", question, theme.question, look.width, theme),
    ...labelledLines("e.g.", answer, theme.plain, look.width, theme),
    ...chapterLine(2, look.width, theme),
    ...(looking.length === 0 ? [] : ["", theme.bold("Rules"), ...ruleLines(looking, ids, look.width, theme)]),
  ]);
}

/** A term: what it means, with an example. */
export function termPage(term: Term, look: Look): string {
  const theme = terminalTheme(look.color);
  return page([
    ruled([[term.name, theme.bold]], ["term", theme.faint], look.width, theme),
    "",
    ...prose(term.meaning, look.width, theme),
    "",
    ...labelledLines("e.g.", term.example, theme.plain, look.width, theme),
    ...chapterLine(term.chapter, look.width, theme),
  ]);
}

function partName(part: Part): string {
  const point = pointOf(part);
  return point ? `point ${points.indexOf(point) + 1} of the checklist: ${point}` : partNames[part];
}

function page(lines: readonly string[]): string {
  return `${lines.join("\n").trimEnd()}\n`;
}

function prose(text: string, width: number, theme: TerminalTheme): string[] {
  return text
    .split(/\n\s*\n/)
    .flatMap((paragraph, index) => [
      ...(index === 0 ? [] : [""]),
      ...wrap(withoutTicks(paragraph), width - 2).map((line) => `  ${theme.code(line)}`),
    ]);
}

function chapterLine(chapter: number | null, width: number, theme: TerminalTheme): string[] {
  return chapter === null
    ? []
    : labelledLines("more", `playbook, chapter ${chapter}`, theme.faint, width, theme);
}

function ruleLines(docs: readonly RuleDoc[], ids: number, width: number, theme: TerminalTheme): string[] {
  return docs.flatMap(({ id, severity, summary }) =>
    wrap(summary, width - ids - 7).map((line, index) =>
      index === 0
        ? `   ${theme[severity](signs[severity])} ${pad(id, ids)}  ${line}`
        : `${" ".repeat(ids + 7)}${line}`,
    ),
  );
}

/** Names below one another, in as many columns as fit. */
function columns(names: readonly string[], width: number): string[] {
  const each = Math.max(...names.map(widthOf)) + 2;
  const count = Math.max(1, Math.floor(width / each));
  const rows = Math.ceil(names.length / count);
  return Array.from({ length: rows }, (_, row) =>
    names
      .filter((_, index) => index % rows === row)
      .map((name) => pad(name, each))
      .join("")
      .trimEnd(),
  );
}

/** A line below a wrong line of an example: `#     ^^^^ message`, or `#^^^ message` for a place in column 1. */
const mark = /^#(?<indent> *)(?<carets>\^+) (?<message>.*)$/;

function example(title: string, text: string, paint: Paint, width: number, theme: TerminalTheme): string[] {
  const bar = `   ${theme.faint("│")} `;
  const room = width - 5;
  const lines = text
    .trim()
    .split("\n")
    .flatMap((line) => {
      const { indent, carets, message } = mark.exec(line)?.groups ?? {};
      if (indent === undefined || carets === undefined || message === undefined) return wrapCode(line);
      const start = indent === "" ? 0 : indent.length + 1;
      const underline = `${" ".repeat(start)}${"^".repeat(carets.length + (start === 0 ? 1 : 0))}`;
      const beside = widthOf(underline) + 1 + widthOf(message) <= room;
      if (beside) return [paint(`${underline} ${message}`)];
      const inset = Math.min(start, Math.floor(room / 3));
      return [underline, ...wrap(message, room - inset).map((each) => `${" ".repeat(inset)}${each}`)].map(
        (each) => paint(each),
      );
    });
  return [paint(title), ...lines.map((line) => `${bar}${line}`.trimEnd())];

  /** A line that is too long goes on below, further in, as YAML allows it. */
  function wrapCode(line: string): string[] {
    if (widthOf(line) <= room) return [line];
    const indent = " ".repeat(Math.min(line.search(/\S|$/), Math.floor(room / 3)));
    const [first = "", ...rest] = wrap(line, room - indent.length - 2);
    return [`${indent}${first}`, ...rest.map((each) => `${indent}  ${each}`)];
  }
}
