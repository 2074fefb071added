/** A badge for pages about the product: how many of the seven points are met. */
import type { State } from "../lint/check.js";
import { markup } from "../report/escape.js";
import { textWidth } from "./fit-text.js";
import { generatedMarker } from "./generated-marker.js";
import { type Color, type Palette, readableOn } from "./palette.js";
import { starPath } from "./star-path.js";
import { fontFamily, type Theme } from "./theme.js";
import { type RenderData, viewModelOf } from "./view-model.js";
import { fill } from "./words/words.js";

const height = 20;
const setting = { size: 11 };

/** An SVG file of its own, in the colour of the gravest state. Screen readers hear the whole score. */
export function badge(data: RenderData, theme: Theme): string {
  const { points } = data;
  const { checklist, words } = viewModelOf(data);
  const colors = theme.light;
  const met = points.filter(({ state }) => state === "met").length;
  const ground = groundOf(new Set(points.map(({ state }) => state)), colors);
  const [left, right] = [words.badge.title, `${met}/${points.length}`];
  const [leftText, rightText] = [lengthOf(left), lengthOf(right)];
  const edge = 22 + leftText + 7;
  const width = edge + rightText + 14;
  const title = fill(words.labels.labelled, { label: left, text: checklist.summary });
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${generatedMarker} -->
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${markup(title)}">
<title>${markup(title)}</title>
<path fill="${colors.deep}" d="M4 0H${edge}V${height}H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4Z"/>
<path fill="${ground}" d="M${edge} 0H${width - 4}a4 4 0 0 1 4 4V${height - 4}a4 4 0 0 1-4 4H${edge}Z"/>
<path fill="${colors.star}" transform="translate(12 10)" d="${starPath(7)}"/>
<g font-family="${markup(fontFamily(theme))}" font-size="${setting.size}" aria-hidden="true">
<text x="22" y="14" textLength="${leftText}" fill="${colors.onDeep}">${left}</text>
<text x="${edge + 7}" y="14" textLength="${rightText}" fill="${readableOn(ground, colors)}">${right}</text>
</g>
</svg>
`;
}

function groundOf(states: ReadonlySet<State>, { good, warn, bad, accent }: Palette): Color {
  if (states.has("broken")) return bad;
  if (states.has("doubtful")) return warn;
  return states.has("open") ? accent : good;
}

function lengthOf(text: string): number {
  return Math.round(textWidth(text, setting));
}
