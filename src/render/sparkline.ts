/** The line of a series, as small as a word or as large as a chart. */
import { markup } from "../report/escape.js";
import { tenths } from "./star-path.js";
import type { TrendView } from "./trend.js";

/** Lines of a series, broken at its gaps: each a list of points, from 0 to 1 to the right and upwards. */
export function strokesOf({ values }: Pick<TrendView, "values">): { x: number; y: number }[][] {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const lines: { x: number; y: number }[][] = [[]];
  for (const [index, value] of values.entries()) {
    if (value === null) lines.push([]);
    else
      lines.at(-1)?.push({
        x: values.length > 1 ? index / (values.length - 1) : 1,
        y: high > low ? (value - low) / (high - low) : 0.5,
      });
  }
  return lines.filter((line) => line.length > 0);
}

/** A picture of a line in a room of some points, with its last value as a dot and closed bets as ticks at its foot. */
export function sparkline(trend: TrendView, name: string, room: Room): string {
  return `<svg class="spark" viewBox="0 0 ${room.width} ${room.height}" role="img" aria-label="${markup(`${name}: ${trend.told}`)}">${sparkParts(trend, room)}</svg>`;
}

interface Room {
  width: number;
  height: number;
}

/** What such a picture consists of, to be drawn inside of another. */
export function sparkParts(trend: Pick<TrendView, "values" | "closed">, { width, height }: Room): string {
  const edge = 4;
  const foot = trend.closed.length > 0 ? 6 : 0;
  const x = (part: number) => tenths(edge + part * (width - 2 * edge));
  const y = (part: number) => tenths(edge + (1 - part) * (height - foot - 2 * edge));
  const lines = strokesOf(trend);
  const ways = lines.map((line) =>
    line.map((point, at) => `${at === 0 ? "M" : "L"}${x(point.x)} ${y(point.y)}`).join(""),
  );
  const alone = lines.filter((line) => line.length === 1).flat();
  const last = lines.at(-1)?.at(-1);
  const most = Math.max(1, trend.values.length - 1);
  const ticks = trend.closed.map((at) => `M${x(at / most)} ${tenths(height - foot)}V${height}`).join("");
  const dots = [...alone, ...(last ? [last] : [])];
  return `<path class="line" d="${ways.join("")}"/>${ticks && `<path class="ticks" d="${ticks}"/>`}${dots.map((dot) => `<circle cx="${x(dot.x)}" cy="${y(dot.y)}" r="2.5"/>`).join("")}`;
}

const blocks = "▁▂▃▄▅▆▇█";

/** The line in block characters, where there are no pictures; a gap is a space, and of many periods some are joined. */
export function textSparkline({ values }: Pick<TrendView, "values">): string {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return values
    .map((value) =>
      value === null ? " " : blocks[high > low ? Math.round(((value - low) / (high - low)) * 7) : 3],
    )
    .join("");
}
