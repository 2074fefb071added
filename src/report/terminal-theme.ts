/** Colours, symbols and headings of reports and pages in a terminal. */
import { Chalk } from "chalk";
import type { Severity } from "../file/problem.js";
import type { State } from "../lint/check.js";
import { widthOf, wrap } from "./terminal-text.js";

export type Paint = (text: string) => string;
export type TerminalTheme = ReturnType<typeof terminalTheme>;

/** What a formatter may use of the place the text goes to. */
export interface Look {
  color: boolean;
  /** In columns of a terminal. */
  width: number;
}

/** Severities and states can be told apart without colours. */
export const signs: Record<Severity | State, string> = {
  error: "✖",
  warning: "▲",
  note: "?",
  met: "✔",
  open: "○",
  doubtful: "▲",
  broken: "✖",
};

/** Sixteen colours only: they follow the theme of the person's terminal. */
export function terminalTheme(color: boolean) {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    error: chalk.red,
    warning: chalk.yellow,
    note: chalk.cyan,
    met: chalk.green,
    open: chalk.dim,
    doubtful: chalk.yellow,
    broken: chalk.red,
    bold: chalk.bold,
    faint: chalk.dim,
    question: chalk.italic,
    place: chalk.underline,
    other: chalk.blue,
    plain: (text: string) => text,
    /** Words in backticks stand out. */
    code: (text: string) => text.replace(/`[^`]+`/g, (code) => chalk.cyan(code)),
  };
}

/** Words, a line that fills the width, and more words at its end, or below where they have no room. */
export function ruled(
  left: readonly (readonly [string, Paint])[],
  right: readonly [string, Paint],
  width: number,
  theme: TerminalTheme,
): string {
  const words = left.map(([text]) => widthOf(text)).reduce((sum, each) => sum + each + 1, 0);
  const room = width - words - 1 - widthOf(right[0]);
  const line = theme.faint("─".repeat(Math.max(2, room < 2 ? width - words : room)));
  const title = [...left.map(([text, paint]) => paint(text)), line].join(" ");
  const [text, paint] = right;
  return room < 2 ? `${title}\n  ${paint(text)}` : `${title} ${paint(text)}`.trimEnd();
}

/** A text in Markdown beside its label, wrapped. */
export function labelledLines(
  label: string,
  text: string,
  paint: Paint,
  width: number,
  theme: TerminalTheme,
): string[] {
  return wrap(withoutTicks(text), width - 8).map(
    (line, index) => `  ${theme.faint((index === 0 ? label : "").padEnd(5))} ${paint(line)}`,
  );
}

/** Code that stands between double backticks, because it has a backtick in it, without them. */
export function withoutTicks(markdown: string): string {
  return markdown.replace(/``\s?([^`](?:[\s\S]*?[^`])?)\s?``/g, "$1");
}
