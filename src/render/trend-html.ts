/** What numbers did, on web pages. */
import { markup } from "../report/escape.js";
import { lined } from "./direction.js";
import { element } from "./page.js";
import { sparkline } from "./sparkline.js";
import type { TrendView } from "./trend.js";

/** The line of a series, and beside it its last value and how it changed; nothing where there is none. */
export function trendPart(trend: TrendView | null, name: string): string {
  if (!trend) return "";
  const { last, period, changes } = trend;
  return element('div class="trend"', [
    sparkline(trend, name, { width: 220, height: 44 }),
    `<p><strong>${markup(last)}</strong> <span>${markup(lined([period, ...changes]))}</span></p>`,
  ]);
}

/** The same where there is little room. */
export function smallTrendPart(trend: TrendView | null, name: string): string {
  if (!trend) return "";
  const { last, changes } = trend;
  return element('div class="trend small"', [
    sparkline(trend, name, { width: 130, height: 32 }),
    `<p><strong>${markup(last)}</strong> <span>${markup(lined(changes.slice(0, 1)))}</span></p>`,
  ]);
}

/** How they look; `deep` is what selects their place on the ground of the metric. */
export function trendStyle(deep?: string): string {
  return `
.trend{display:flex;flex-wrap:wrap;align-items:center;gap:4px 16px;margin:.6em 0}
.trend strong{font-size:1.25rem;font-variant-numeric:tabular-nums}
.trend span{font-size:.8125rem;font-weight:400;color:var(--muted)}
.trend.small{gap:0 12px}
.trend.small p{line-height:1.3}
.trend.small strong{font-size:1rem}
.trend.small span{font-size:.75rem}
.trend.small .spark{width:130px}
.spark{flex:none;width:220px;max-width:100%;height:auto}
.spark .line{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.spark circle{fill:var(--accent)}
.spark .ticks{stroke:var(--muted);stroke-width:1.5}
${
  deep === undefined
    ? ""
    : `${deep} .trend:not(.small) strong{font-size:1.5rem}
${deep} .trend span{color:var(--on-deep-muted)}
${deep} .spark .line{stroke:var(--star-text)}
${deep} .spark circle{fill:var(--star-text)}
${deep} .spark .ticks{stroke:var(--on-deep-muted)}
`
}`;
}
