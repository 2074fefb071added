/** How reports and pages look: colours, signs and the line that heads a part. */
import type { Severity } from "../file/problem.js";
import type { State } from "../lint/check.js";
import { widthOf, wrap } from "./text.js";

export type Paint = (text: string) => string;
export type Theme = ReturnType<typeof themeOf>;

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

/** The styles of ECMA-48, each as the codes that turn it on and off. Sixteen colours only: terminals have themes. */
const styles = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const;

/** How things look, in colour or without. */
export function themeOf(color: boolean) {
  const cyan = paint("cyan");
  return {
    error: paint("red"),
    warning: paint("yellow"),
    note: cyan,
    met: paint("green"),
    open: paint("dim"),
    doubtful: paint("yellow"),
    broken: paint("red"),
    bold: paint("bold"),
    faint: paint("dim"),
    question: paint("italic"),
    place: paint("underline"),
    other: paint("blue"),
    plain: (text: string) => text,
    /** Words in backticks stand out. */
    code: (text: string) => text.replace(/`[^`]+`/g, (code) => cyan(code)),
  };

  function paint(style: keyof typeof styles): Paint {
    const [on, off] = styles[style].map((code) => `\u001b[${code}m`) as [string, string];
    if (!color) return (text) => text;
    // What is painted in it turns the same codes off, and then this one goes on.
    return (text) => (text === "" ? "" : `${on}${text.replaceAll(off, off + on)}${off}`);
  }
}

/** Words, a line that fills the width, and more words at its end. */
export function ruled(
  left: readonly (readonly [string, Paint])[],
  right: readonly [string, Paint],
  width: number,
  theme: Theme,
): string {
  const words = left.map(([text]) => widthOf(text)).reduce((sum, each) => sum + each + 1, 0);
  const line = theme.faint("─".repeat(Math.max(2, width - words - 1 - widthOf(right[0]))));
  return [...left, [line, theme.plain] as const, right]
    .map(([text, paint]) => paint(text))
    .join(" ")
    .trimEnd();
}

/** A text in Markdown beside its label, wrapped. */
export function labelled(label: string, text: string, paint: Paint, width: number, theme: Theme): string[] {
  return wrap(withoutTicks(text), width - 8).map(
    (line, index) => `  ${theme.faint((index === 0 ? label : "").padEnd(5))} ${paint(line)}`,
  );
}

/** Code that stands between double backticks, because it has a backtick in it, without them. */
export function withoutTicks(markdown: string): string {
  return markdown.replace(/``\s?([^`](?:[\s\S]*?[^`])?)\s?``/g, "$1");
}
