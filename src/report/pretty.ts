/** The report for people in a terminal. */

import { gameOf } from "../file/northstar.js";
import type { Fix, Problem } from "../file/problem.js";
import { helpOf, ruleDocOf } from "../lint/catalogue.js";
import { checklist } from "../lint/playbook.js";
import { codeFrame, splitLines } from "./code-frame.js";
import { type FileReport, type Group, grouped, pluralize, type Report, summaryOf } from "./report.js";
import { pad, visible, widthOf, wrap } from "./terminal-text.js";
import {
  type Look,
  labelledLines,
  ruled,
  signs,
  type TerminalTheme,
  terminalTheme,
} from "./terminal-theme.js";
import {
  cleanCount,
  fixCommand,
  fixHint,
  ignoredIn,
  noScore,
  readsAs,
  reasonOf,
  signOf,
  verdictOf,
} from "./wording.js";

/** Every file's problems with their places, the scorecard of the seven points and the line that people quote. */
export function pretty(
  report: Pick<Report, "files" | "errors" | "fixed" | "quiet" | "call">,
  look: Look,
): string {
  const theme = terminalTheme(look.color);
  const several = report.files.length > 1;
  const mends = [fixHint(report)].flatMap((text) => (text === null ? [] : wrap(text, look.width)));
  const explained = new Set<string>();
  const sections = report.files.map((file) => {
    if (!several) {
      const lines = section(report, file, explained, look, theme);
      return [...lines, ...scorecard(file, file.points, look, theme), ...mends, ...ending(file, look, theme)];
    }
    if (file.problems.length === 0) return cleanLine(file, theme);
    const wanting = file.points.filter(({ state }) => state !== "met");
    const lines = section(report, file, explained, look, theme);
    return [...lines, ...scorecard(file, wanting, look, theme), ...ending(file, look, theme)];
  });
  if (sections.length === 0) return errorLines(report, look, theme);
  if (several) sections.push([theme.faint("─".repeat(look.width)), ...mends, totals(report, theme)]);
  const errors = errorLines(report, look, theme);
  return `${errors}${errors && "\n"}${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** What could not be judged. */
function errorLines({ errors = [] }: Pick<Report, "errors">, { width }: Look, theme: TerminalTheme): string {
  const lines = errors.flatMap(({ message, path, range }) => {
    const place = range ? ` (${path}:${range.start.line}:${range.start.column})` : "";
    return wrap(`${signs.error} not judged: ${message}${place}`, width);
  });
  return lines.map((line) => `${theme.error(line)}\n`).join("");
}

/** What is wrong with a file that is no North Star. */
export function mistakes(file: Pick<FileReport, "path" | "text" | "problems">, look: Look): string {
  const theme = terminalTheme(look.color);
  return [theme.place(visible(file.path)), "", ...problemsOf({}, file, new Set(), look, theme)].join("\n");
}

function section(
  report: Pick<Report, "call">,
  file: FileReport,
  explained: Set<string>,
  look: Look,
  theme: TerminalTheme,
): string[] {
  return [
    heading(file, theme),
    ...readAs(file, look, theme),
    "",
    ...problemsOf(report, file, explained, look, theme),
  ];
}

/** What people quote. */
function ending(file: FileReport, { width }: Look, theme: TerminalTheme): string[] {
  const lines = file.star ? [verdictOf(file)] : wrap(noScore, width);
  return lines.map((line) => theme.bold(line));
}

function heading({ path, star }: FileReport, theme: TerminalTheme): string {
  const parts = [theme.place(visible(path))];
  if (star) {
    const game = gameOf(star);
    parts.push(theme.bold(visible(star.name)), ...(game ? [`${game} game`] : []));
  }
  return parts.join(theme.faint(" · "));
}

function readAs(file: FileReport, { width }: Look, theme: TerminalTheme): string[] {
  return [readsAs(file), ignoredIn(file)]
    .flatMap((text) => (text === null ? [] : wrap(text, width)))
    .map((line) => theme.faint(line));
}

function cleanLine(file: FileReport, theme: TerminalTheme): string[] {
  const sign = signOf(file);
  return [[theme[sign](signs[sign]), heading(file, theme), theme.faint("·"), verdictOf(file)].join(" ")];
}

function totals(report: Pick<Report, "files" | "fixed" | "quiet">, theme: TerminalTheme): string {
  const { files, errors, warnings, notes } = summaryOf(report);
  const open = report.files.flatMap((file) => file.problems).filter(isUnanswered).length;
  const unanswered = open > 0 ? ` (${open} for points without an answer)` : "";
  const counts = [
    errors && theme.error(pluralize(errors, "error")),
    warnings && theme.warning(`${pluralize(warnings, "warning")}${unanswered}`),
    notes && theme.note(pluralize(notes, "note")),
  ].filter((count) => count !== 0);
  return [theme.bold(pluralize(files, "file")), cleanCount(report), ...counts].join(", ");
}

function isUnanswered({ rule, severity }: Problem): boolean {
  return rule === "unanswered-point" && severity === "warning";
}

/** The problems of a file. What a rule teaches is said where it is first met: `explained` holds the rules that were. */
function problemsOf(
  report: Pick<Report, "call">,
  file: Pick<FileReport, "path" | "text" | "problems">,
  explained: Set<string>,
  look: Look,
  theme: TerminalTheme,
): string[] {
  const lines = splitLines(file.text);
  const digits = Math.max(2, ...file.problems.map((each) => String(lastLineOf(each)).length)) + 2;
  return grouped(file.problems).flatMap((group) => {
    const [problem] = group;
    const paint = theme[problem.severity];
    const { start } = problem.range;
    const marks = [problem, ...problem.related.map(({ range, message }) => ({ range, label: message }))];
    const first = !explained.has(problem.rule);
    explained.add(problem.rule);
    return [
      title(problem, `${visible(file.path)}:${start.line}:${start.column}`, look.width, theme),
      "",
      ...messages(group, look.width, theme),
      "",
      ...codeFrame(lines, marks, {
        width: look.width,
        digits,
        gutter: theme.faint,
        main: paint,
        other: theme.other,
      }),
      "",
      ...teaching(group, (fix) => howTo(fix, report, file.path), first, look.width, theme),
    ];
  });
}

function lastLineOf({ range, related }: Problem): number {
  return Math.max(range.end.line, ...related.map((each) => each.range.end.line));
}

function title({ severity, rule }: Problem, place: string, width: number, theme: TerminalTheme): string {
  const kind = [
    `${signs[severity]} ${severity}`,
    (text: string) => theme[severity](theme.bold(text)),
  ] as const;
  return ruled([kind, [rule, theme.bold]], [place, theme.place], width, theme);
}

function messages(group: Group, width: number, theme: TerminalTheme): string[] {
  if (group.length === 1)
    return wrap(group[0].message, width - 2).map((line) => `  ${theme.bold(theme.code(line))}`);
  return group.flatMap(({ message }) =>
    wrap(message, width - 4).map((line, index) => `  ${index === 0 ? "•" : " "} ${theme.code(line)}`),
  );
}

/** Why it matters, the question that helps to rewrite, what would fix it and where to read on; later, only the fix. */
function teaching(
  group: Group,
  howTo: (fix: Fix) => string,
  first: boolean,
  width: number,
  theme: TerminalTheme,
): string[] {
  const [{ rule }] = group;
  const { why, question, chapter } = ruleDocOf(rule);
  const help = helpOf(rule);
  const more = chapter === null ? help : `${help} · playbook, chapter ${chapter}`;
  const lines = [
    ...(first ? labelledLines("why", why, theme.code, width, theme) : []),
    ...(first && question !== null ? labelledLines("ask", question, theme.question, width, theme) : []),
    ...group.flatMap(({ fix }) => (fix ? labelledLines("fix", howTo(fix), theme.code, width, theme) : [])),
    ...(first ? labelledLines("more", more, theme.faint, width, theme) : []),
  ];
  return lines.length > 0 ? [...lines, ""] : [];
}

function howTo({ title, safe }: Fix, report: Pick<Report, "call">, path: string): string {
  return `${title} (${visible(fixCommand(report, safe ? "--fix" : "--fix=all", path))})`;
}

/** Of several files only the points that want something are shown. */
function scorecard(
  file: FileReport,
  shown: FileReport["points"],
  { width }: Look,
  theme: TerminalTheme,
): string[] {
  if (!file.star) return [];
  if (shown.length === 0) return [];
  const names = Math.max(...file.points.map(({ id }) => widthOf(checklist[id].name)));
  const rows = shown.flatMap((point) => {
    const { number, id, state } = point;
    const left = `  ${number}  ${pad(checklist[id].name, names)}  `;
    const mark = pad(`${signs[state]} ${state}`, 12);
    const indent = widthOf(left) + widthOf(mark);
    const paint = state === "open" ? theme.question : state === "met" ? theme.faint : theme.plain;
    return wrap(reasonOf(point, file), width - indent).map((line, index) =>
      index === 0 ? `${left}${theme[state](mark)}${paint(line)}` : `${" ".repeat(indent)}${paint(line)}`,
    );
  });
  const heading = ruled([["North Star Checklist", theme.bold]], ["chapter 2", theme.faint], width, theme);
  return [heading, "", ...rows, ""];
}
