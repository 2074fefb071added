/** What `northstar measure` prints: series as a table, and what somebody should look at in them. */
import { shortened } from "../file/message-text.js";
import { thousands } from "../file/text.js";
import { periodsInWords } from "../series/check.js";
import type { Series } from "../series/series.js";
import { changeOver, decimalsOf, patience, periodsBehind } from "../series/summary.js";
import type { Thing } from "../series/things.js";
import { pluralize } from "./report.js";
import { pad, visible, widthOf, wrap } from "./terminal-text.js";
import { type Look, signs, type TerminalTheme, terminalTheme } from "./terminal-theme.js";

/** A thing with its series; without one where its file is not there yet. */
export interface SeriesRow {
  thing: Pick<Thing, "name" | "kind">;
  series?: Series | undefined;
}

/** A cell, whether it stands on the right, and how it looks. */
type Cell = readonly [text: string, align: "left" | "right", paint?: (text: string) => string];

/** The last full value of each series, its change over four and twelve weeks, and how fresh it is. */
export function seriesTable(rows: readonly SeriesRow[], today: string, look: Look): string {
  const theme = terminalTheme(look.color);
  const heads: Cell[] = [
    ["", "left"],
    ["last", "right", theme.faint],
    ["period", "left", theme.faint],
    ["4 weeks", "right", theme.faint],
    ["12 weeks", "right", theme.faint],
    ["", "left"],
  ];
  const cells = rows.map((row) => cellsOf(row, today, theme));
  const widths = heads.map((head, column) =>
    Math.max(...[head, ...cells.map((line) => line[column] ?? head)].map(([text]) => widthOf(text))),
  );
  const gaps = 2 * (widths.length - 1);
  const others = widths.slice(1).reduce((sum, width) => sum + width, 0);
  widths[0] = Math.min(widths[0] ?? 0, Math.max(12, look.width - others - gaps));
  return [heads, ...cells].map((line) => `${lineOf(line, widths)}\n`).join("");
}

function lineOf(cells: readonly Cell[], widths: readonly number[]): string {
  return cells
    .map(([text, align, paint = (each: string) => each], column) => {
      const width = widths[column] ?? 0;
      const shown = widthOf(text) > width ? shortened(text, width) : text;
      const filled =
        align === "left" ? pad(shown, width) : " ".repeat(Math.max(0, width - widthOf(shown))) + shown;
      return paint(filled);
    })
    .join("  ")
    .trimEnd();
}

function cellsOf({ thing, series }: SeriesRow, today: string, theme: TerminalTheme): Cell[] {
  const paint = thing.kind === "metric" ? theme.bold : theme.plain;
  const name: Cell = [visible(thing.name.replace(/\s+/g, " ")), "left", paint];
  const last = series?.points.at(-1);
  const nothing: Cell = ["–", "right", theme.faint];
  if (!series || !last)
    return [
      name,
      nothing,
      ["", "left"],
      nothing,
      nothing,
      [series ? "no value yet" : "no file yet", "left", theme.faint],
    ];
  const behind = periodsBehind(series, today);
  const late = behind > patience[series.grain];
  const fresh = behind === 0 ? "fresh" : `${periodsInWords(behind, series.grain)} behind`;
  return [
    name,
    [valueText(last.value), "right", theme.bold],
    [last.t, "left"],
    [changeText(series, 4) ?? "–", "right"],
    [changeText(series, 12) ?? "–", "right"],
    [fresh, "left", late ? theme.warning : theme.faint],
  ];
}

/** A value as people read it: 1,204 or 0.254. */
export function valueText(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return `${value < 0 ? "−" : ""}${thousands(size)}`;
  if (size >= 1e15 || (size < 1e-4 && size > 0)) return String(Number(value.toPrecision(4)));
  const [whole = "0", decimals] = String(Number(size.toFixed(decimalsOf(value)))).split(".");
  return `${value < 0 ? "−" : ""}${thousands(Number(whole))}${decimals ? `.${decimals}` : ""}`;
}

/** How a series changed in so many weeks: as a share, or as a difference where there was nothing to share. */
function changeText(series: Series, weeks: number): string | undefined {
  const change = changeOver(series, weeks);
  if (!change) return undefined;
  const { share, from, to } = change;
  if (share === undefined) return signed(to.value - from.value, valueText(Math.abs(to.value - from.value)));
  const percent = Math.abs(share) * 100;
  const text = percent >= 10 ? thousands(Math.round(percent)) : String(Number(percent.toFixed(1)));
  return signed(Number(text) === 0 ? 0 : share, `${text} %`);
}

function signed(value: number, text: string): string {
  return value === 0 ? text : `${value < 0 ? "−" : "+"}${text}`;
}

/** What was found in a series, and what to do about it. */
export interface SeriesFindings {
  name: string;
  path: string;
  findings: readonly string[];
  step: string;
}

/** What somebody should look at, series by series. */
export function findingsPage(found: readonly SeriesFindings[], series: number, look: Look): string {
  const theme = terminalTheme(look.color);
  const sections = found
    .filter(({ findings }) => findings.length > 0)
    .map(({ name, path, findings, step }) => [
      `${theme.place(visible(path))} · ${theme.bold(visible(name))}`,
      ...findings.flatMap((each) =>
        wrap(each, look.width - 4).map(
          (line, index) => `  ${index === 0 ? theme.warning(signs.warning) : " "} ${line}`,
        ),
      ),
      ...wrap(step, look.width - 4).map((line) => `    ${theme.faint(line)}`),
    ]);
  const count = found.reduce((sum, { findings }) => sum + findings.length, 0);
  const total = `${pluralize(count, "finding")} in ${series} series`;
  return `${[...sections.map((lines) => lines.join("\n")), theme.bold(total)].join("\n\n")}\n`;
}
