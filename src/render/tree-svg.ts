/** The tree as a picture that reads in light and dark, and aloud. */
import { markup } from "../report/escape.js";
import { type Direction, directionIn } from "./direction.js";
import type { Fitted } from "./fit-text.js";
import { generatedMarker } from "./generated-marker.js";
import {
  type Card,
  type CardStyle,
  layoutTree,
  lineHeight,
  type PlacedCard,
  type Tone,
  type TreeLayout,
  textHeight,
  trendHeight,
} from "./layout.js";
import type { Palette } from "./palette.js";
import { sparkParts } from "./sparkline.js";
import { starPath, tenths } from "./star-path.js";
import { fontFamily, type Theme } from "./theme.js";
import { type NodeKind, type TreeNode, treeDescription, treeNodes } from "./tree-nodes.js";
import { type RenderData, trendsIn, type ViewModel, viewModelOf } from "./view-model.js";
import { counted, fill, type Wording } from "./words/words.js";

const base = { titleMore: 4, detail: 12, detailLines: 8, small: 11, padding: 14 };
const styles: Readonly<Record<NodeKind, CardStyle>> = {
  result: { ...base, width: 200, title: [15, 14, 13], titleLines: 3, detailLines: 12 },
  metric: { ...base, width: 230, title: [20, 18, 16, 14], titleLines: 4, detailLines: 16, padding: 20 },
  input: { ...base, width: 220, title: [15, 14, 13], titleLines: 3, detailLines: 12 },
  opportunity: { ...base, width: 250, title: [13], titleLines: 4, padding: 12 },
  intervention: { ...base, width: 250, title: [13], titleLines: 4, padding: 12 },
};

/** With the lines of series, where they stand nowhere else. */
const withLines: typeof styles = {
  ...styles,
  result: { ...styles.result, spark: 30 },
  metric: { ...styles.metric, spark: 38 },
  input: { ...styles.input, spark: 30 },
};

/** The level of the bets that stand in a column. */
const levels: Readonly<Record<NodeKind, 0 | 1 | 2 | 3 | null>> = {
  result: 0,
  metric: null,
  input: 1,
  opportunity: 2,
  intervention: 3,
};

const margin = 28;
const headHeight = 52;
const spaces = { between: 56, gap: 14 };

/** The tree as an SVG file of its own. */
export function treePicture(data: RenderData, theme: Theme): string {
  const view = viewModelOf(data);
  const svg = numberedTreeSvg(view);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${generatedMarker} -->\n${svg.replace(">", `>\n<style>${treeStyle(theme)}${lineStyle(view, theme)}</style>`)}\n`;
}

/** What paper has room for: a tree wider than this would be printed too small to be read. */
const widestOnPaper = 790;
const shortStyles: typeof styles = {
  ...styles,
  result: { ...styles.result, width: 190, title: [13, 12], padding: 7 },
  metric: { ...styles.metric, width: 220, title: [18, 16, 14], padding: 14 },
  input: { ...styles.input, width: 250, title: [13, 12], padding: 7 },
};

/** The tree for paper, without bets and definitions, which stand beside it; null where the whole tree can be printed. */
export function shortTreeSvg(view: ViewModel): string | null {
  const { results, metric } = treeNodes(view);
  const whole = layoutTree({ results, metric }, styles, spaces);
  if (whole.width + 2 * margin <= widestOnPaper) return null;
  const bare = (node: TreeNode): TreeNode => ({ ...node, note: null, details: [], children: [] });
  const tree = {
    results: results.map(bare),
    metric: { ...bare(metric), children: metric.children.map(bare) },
  };
  return drawTree(tree, view, {
    styles: shortStyles,
    spaces: { between: 44, gap: 6 },
    margin: 8,
    headHeight: 20,
    id: "short-tree",
  });
}

/** The tree as an SVG element, for a page that has {@link treeStyle}. */
export function treeSvg(view: ViewModel): string {
  return drawTree(treeNodes(view), view, { styles, spaces, margin, headHeight, id: "tree" });
}

/** The same with what the numbers did. */
export function numberedTreeSvg(view: ViewModel): string {
  return drawTree(treeNodes(view), view, { styles: withLines, spaces, margin, headHeight, id: "tree" });
}

interface Look {
  styles: typeof styles;
  spaces: { between: number; gap: number };
  /** Around the drawing. */
  margin: number;
  /** Of the words over the columns: with little room the levels of bets are left out. */
  headHeight: number;
  /** What the ids of its title and its description begin with. */
  id: string;
}

function drawTree(tree: ReturnType<typeof treeNodes>, view: ViewModel, look: Look): string {
  const { margin, headHeight, id } = look;
  const { cards, columns, width, height } = layoutTree(tree, look.styles, look.spaces);
  const { words } = view;
  const { length } = view.loose;
  const foot = length > 0 ? counted(words, words.counts.loose, length) : "";
  const fullWidth = width + 2 * margin;
  const fullHeight = Math.ceil(height + headHeight + 2 * margin + (foot ? 24 : 0));
  const pen: Pen = { direction: view.direction, width, styles: look.styles };
  const drawn = [
    `<rect class="paper" width="${fullWidth}" height="${fullHeight}" rx="12"/>`,
    `<g transform="translate(${margin} ${margin})">`,
    ...columns.map((column) => head(column, pen, words, headHeight > 40 ? view.horizons : null)),
    `<g transform="translate(0 ${headHeight})">`,
    ...edges(cards, pen),
    ...cards.map((card) => drawCard(card, pen)),
    foot && `<text class="level" ${at(0, pen)} y="${tenths(height + 24)}">${foot}</text>`,
    "</g>",
    "</g>",
  ];
  return [
    `<svg class="northstar-tree" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${fullWidth} ${fullHeight}" width="${fullWidth}" height="${fullHeight}" role="img" aria-labelledby="${id}-title ${id}-description">`,
    `<title id="${id}-title">${markup(fill(words.page.treeOf, { text: view.name }))}</title>`,
    `<desc id="${id}-description">${markup(treeDescription(tree, view.words))}</desc>`,
    ...drawn,
    "</svg>",
  ]
    .filter(Boolean)
    .join("\n");
}

/** In which direction the drawing is read, and how wide it is: one from right to left is its mirror image. */
interface Pen {
  direction: Direction;
  width: number;
  styles: typeof styles;
}

/** Where something stands that would stand at `x` from left to right. */
function across(x: number, { direction, width }: Pick<Pen, "direction" | "width">): number {
  return direction === "rtl" ? width - x : x;
}

/** Where a text of ours starts. */
function at(x: number, pen: Pen): string {
  return `${pen.direction === "rtl" ? 'text-anchor="end" ' : ""}x="${tenths(across(x, pen))}"`;
}

function head(
  { kind, x }: TreeLayout["columns"][number],
  pen: Pen,
  { columns, page, tag }: Wording,
  horizons: readonly string[] | null,
): string {
  // In capitals as they are drawn: not everything that draws a picture turns letters into them.
  const name = columns[kind].toLocaleUpperCase(tag);
  const level = levels[kind];
  const below =
    level === null || !horizons ? "" : fill(page[`level${level}`], { text: horizons[level] ?? "" });
  return [
    `<text class="head" ${at(x, pen)} y="12">${name}</text>`,
    below && `<text class="level" ${at(x, pen)} y="30">${below}</text>`,
  ].join("");
}

/** Each card but the metric's is joined to what it drives; results stand on the other side of the metric. */
function edges(cards: readonly PlacedCard[], pen: Pen): string[] {
  const metric = cards.find((card) => card.node.kind === "metric");
  return cards.flatMap((card) => {
    const [from, to] = card.node.kind === "result" ? [metric, card] : [card, card.to];
    if (!from || !to) return [];
    const start = from.x;
    const end = to.x + to.width;
    const bend = (start - end) / 2;
    const [startY, endY] = [middleOf(from), middleOf(to)];
    const p = (x: number, y: number) => `${tenths(across(x, pen))} ${tenths(y)}`;
    const way = `M${p(start, startY)}C${p(start - bend, startY)} ${p(end + bend, endY)} ${p(end + 7, endY)}`;
    const tip = `M${p(end + 8, endY - 4)}L${p(end + 1, endY)}L${p(end + 8, endY + 4)}Z`;
    return [`<path class="edge" d="${way}"/><path class="tip" d="${tip}"/>`];
  });
}

function middleOf({ y, height }: PlacedCard): number {
  return y + height / 2;
}

function drawCard(card: PlacedCard, pen: Pen): string {
  const { node, x, y, width, height } = card;
  const style = pen.styles[node.kind];
  const { padding } = style;
  const own: Pen = { ...pen, width };
  const left = across(pen.direction === "rtl" ? x + width : x, pen);
  const parts = [`<rect class="card" width="${tenths(width)}" height="${tenths(height)}" rx="10"/>`];
  if (node.kind === "metric")
    parts.push(`<path class="star" transform="translate(${tenths(width / 2)} 0)" d="${starPath(15)}"/>`);
  if (node.kind === "input") {
    const bar = own.direction === "rtl" ? ` x="${tenths(width - 4)}"` : "";
    parts.push(`<rect class="bar"${bar} y="0" width="4" height="${tenths(height)}" rx="2"/>`);
  }
  let top = padding;
  parts.push(svgText("title", card.title, padding, top, own));
  top += textHeight(card.title);
  if (card.trend && node.trend) {
    const { small, spark = 0 } = style;
    const room = { width: width - 2 * padding, height: spark };
    const line = top + small * 0.5 + textHeight(card.trend);
    parts.push(
      svgText("last", card.trend, padding, top + small * 0.5, own),
      `<g class="spark" transform="translate(${tenths(padding)} ${tenths(line)})">${sparkParts(node.trend, room)}</g>`,
    );
    top += trendHeight(card.trend, style);
  }
  for (const detail of card.details) {
    top += base.small * 0.35;
    parts.push(svgText("detail", detail, padding, top, own));
    top += textHeight(detail);
  }
  parts.push(...lastRow(card, padding, top + 6, own));
  const numbers = card.trend && node.trend ? [node.trend.told] : [];
  const whole = [node.title, ...numbers, ...node.details].join(", ");
  return `<g class="${node.kind}" transform="translate(${tenths(left)} ${tenths(y)})"><title>${markup(whole)}</title>${parts.join("")}</g>`;
}

function lastRow({ chips, note }: Card, side: number, top: number, pen: Pen): string[] {
  return [
    ...chips.map(({ text, tone, x, width }) => {
      const left = across(side + x + (pen.direction === "rtl" ? width : 0), pen);
      return (
        `<g class="chip ${tone}"><rect x="${tenths(left)}" y="${tenths(top)}" width="${tenths(width)}" height="17" rx="8.5"/>` +
        `<text x="${tenths(left + width / 2)}" y="${tenths(top + 12.5)}">${markup(text)}</text></g>`
      );
    }),
    ...(note ? [svgText("note", note, side + note.x, top + 1 + note.row * base.small * 1.6, pen)] : []),
  ];
}

/**
 * Lines from the side at which the drawing is begun. What draws pictures outside of browsers turns no anchor for a
 * direction, so that each line is isolated in its own and the anchor is that of the side.
 */
export function svgText(
  style: string,
  { lines, size, text }: Fitted,
  x: number,
  top: number,
  pen: { direction: Direction; width: number },
): string {
  const isMirrored = directionIn(text, pen.direction) === "rtl";
  const rows = lines.map((line, index) => {
    const shown = isMirrored ? `\u2067${markup(line)}\u2069` : markup(line);
    return `<tspan x="${tenths(across(x, pen))}" y="${tenths(top + (index + 0.8) * size * lineHeight)}">${shown}</tspan>`;
  });
  const anchor = pen.direction === "rtl" ? ' text-anchor="end"' : "";
  return `<text class="${style}" font-size="${size}"${anchor}>${rows.join("")}</text>`;
}

/** The style of the tree, once for a page. */
export function treeStyle(theme: Theme): string {
  return [
    `.northstar-tree{font-family:${fontFamily(theme)};max-width:100%;height:auto;direction:ltr}`,
    ".northstar-tree .head{font-size:12px;font-weight:700;letter-spacing:.06em}",
    ".northstar-tree .level{font-size:11px}",
    ".northstar-tree .title{font-weight:700}",
    ".northstar-tree .chip text{font-size:11px;font-weight:700;text-anchor:middle}",
    ".northstar-tree .edge{fill:none;stroke-width:1.5}",
    ".northstar-tree .star{stroke-width:3;paint-order:stroke}",
    ".northstar-tree .card{stroke-width:1}",
    colors(theme.light),
    `@media screen and (prefers-color-scheme:dark){${colors(theme.dark)}}`,
  ].join("\n");
}

/** The style of the lines in it, where there are any. */
export function lineStyle(view: ViewModel, theme: Theme): string {
  if (trendsIn(view).length === 0) return "";
  const line = (within: string, color: string, quiet: string) =>
    `.northstar-tree ${within}.line{stroke:${color}}.northstar-tree ${within}circle{fill:${color}}.northstar-tree ${within}.ticks{stroke:${quiet}}`;
  const lines = ({ ink, accent, muted, starText, onDeepMuted }: Palette) =>
    `.northstar-tree .last{fill:${ink}}${line("", accent, muted)}.northstar-tree .metric .last{fill:${starText}}${line(".metric ", starText, onDeepMuted)}`;
  return [
    "",
    ".northstar-tree .last{font-weight:700}",
    ".northstar-tree .line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}",
    ".northstar-tree .ticks{stroke-width:1.5}",
    lines(theme.light),
    `@media screen and (prefers-color-scheme:dark){${lines(theme.dark)}}`,
  ].join("\n");
}

function colors(palette: Palette): string {
  const rule = (selector: string, fill: string, stroke?: string) =>
    `.northstar-tree ${selector}{fill:${fill}${stroke ? `;stroke:${stroke}` : ""}}`;
  const chip = (tone: Tone, color: string, ground: string) =>
    `${rule(`.${tone} rect`, ground)}${rule(`.${tone} text`, color)}`;
  const state = (tone: Tone, color: string, ground: string) =>
    `${rule(`.${tone} rect`, ground, color)}${rule(`.${tone} text`, color)}`;
  return [
    rule(".paper", palette.paper),
    rule(".head", palette.ink),
    rule(".level", palette.muted),
    `.northstar-tree .edge{stroke:${palette.edge}}`,
    rule(".tip", palette.edge),
    rule(".card", palette.paper, palette.line),
    rule(".title", palette.ink),
    rule(".detail", palette.muted),
    rule(".note", palette.muted),
    rule(".input .card", palette.accentSoft, palette.accentSoft),
    rule(".input .bar", palette.accent),
    rule(".opportunity .card", palette.panel, palette.line),
    rule(".result .card", palette.paper, palette.star),
    rule(".metric .card", palette.deep, palette.deep),
    rule(".metric .title", palette.onDeep),
    rule(".metric .detail", palette.onDeepMuted),
    rule(".metric .note", palette.starText),
    rule(".star", palette.star, palette.paper),
    chip("active", palette.onAccent, palette.accent),
    chip("accent", palette.accentText, palette.accentSoft),
    state("good", palette.good, palette.goodSoft),
    state("warn", palette.warn, palette.warnSoft),
    state("bad", palette.bad, palette.badSoft),
    chip("quiet", palette.muted, palette.quietSoft),
  ].join("");
}
