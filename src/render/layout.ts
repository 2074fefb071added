/** Lays out the nodes of a tree and their texts, for every drawing of it. Lengths have no unit. */
import { type Fitted, fitText, hasWiderWord, textWidth } from "./fit-text.js";
import type { NodeKind, TreeNode } from "./tree-nodes.js";
import type { BetView } from "./view-model.js";

/** A word about a node, set on a ground of its own. */
export interface Chip {
  text: string;
  tone: Tone;
}

/** What a chip's colour says: worked on, good news, look at this, trouble, or nothing much. */
export type Tone = "active" | "accent" | "good" | "warn" | "bad" | "quiet";

/** A node as a card, its text set. */
export interface Card {
  node: TreeNode;
  width: number;
  height: number;
  title: Fitted;
  /** What its numbers did; the line stands under it. */
  trend: Fitted | null;
  details: readonly Fitted[];
  chips: readonly (Chip & { x: number; width: number })[];
  /** Beside the chips, or where it has no room there in a row of its own. */
  note: (Fitted & { x: number; row: 0 | 1 }) | null;
}

/** A card with its place; `to` is what it drives. */
export interface PlacedCard extends Card {
  x: number;
  y: number;
  to: PlacedCard | null;
}

/** Sizes of text and the room around it. */
export interface CardStyle {
  width: number;
  title: readonly number[];
  titleLines: number;
  /** How many more its smallest size may take. */
  titleMore?: number;
  detail: number;
  detailLines: number;
  small: number;
  padding: number;
  /** How high the line of a series stands; none is drawn when left out. */
  spark?: number;
  /** Whether lines are left free where a word is wider than one: who sets the text breaks it elsewhere. */
  spare?: true;
}

/** How much higher a line is than its text. */
export const lineHeight = 1.32;

/** The chips of a bet: its stage, how it went, whether its review is overdue. */
export function chipsOf({ stage, outcome, review, words }: BetView): Chip[] {
  const verdicts = { won: "good", lost: "warn", unclear: "quiet" } as const;
  const tones = { next: "quiet", active: "active", review: "accent", closed: "quiet" } as const;
  return [
    ...(stage && !(outcome && stage.id === "closed") ? [{ text: stage.words, tone: tones[stage.id] }] : []),
    ...(outcome ? [{ text: words.verdicts[outcome.verdict], tone: verdicts[outcome.verdict] }] : []),
    ...(review?.overdue ? [{ text: words.labels.overdue, tone: "bad" as const }] : []),
  ];
}

/** A node's text set into a card. */
function cardOf(node: TreeNode, style: CardStyle): Card {
  const { padding, small } = style;
  const inner = style.width - 2 * padding;
  const smallest = style.title.at(-1);
  const title = fitText(node.title, {
    width: inner,
    lines: (size) => style.titleLines + (size === smallest ? (style.titleMore ?? 0) : 0),
    sizes: style.title,
    bold: true,
  });
  const trend =
    style.spark !== undefined && node.trend
      ? fitText(node.trend.brief, { width: inner, lines: 2, sizes: [style.detail], bold: true })
      : null;
  const details = node.details.map((text) =>
    fitText(text, { width: inner, lines: style.detailLines, sizes: [style.detail] }),
  );
  let x = 0;
  const chips = (node.bet ? chipsOf(node.bet) : []).map((chip) => {
    const width = textWidth(chip.text, { size: small, bold: true }) + small * 1.2;
    const placed = { ...chip, x, width };
    x += width + small * 0.5;
    return placed;
  });
  const note = node.note ? noteIn(node.note, inner, x, small) : null;
  const more = note ? (note.lines.length - 1 + note.row) * small * lineHeight : 0;
  const rows = [
    textHeight(title) +
      (style.spare && hasWiderWord(node.title, inner, { size: title.size, bold: true })
        ? 2 * title.size * lineHeight
        : 0),
    ...(trend ? [trendHeight(trend, style)] : []),
    ...details.map((detail) => textHeight(detail) + small * 0.35),
    ...(chips.length > 0 ? [small * 2.1 + more] : note ? [small * 1.7 + more] : []),
  ];
  return {
    node,
    width: style.width,
    height: rows.reduce((sum, row) => sum + row, 2 * padding),
    title,
    trend,
    details,
    chips,
    note,
  };
}

function noteIn(text: string, width: number, x: number, size: number): Card["note"] {
  const beside = fitText(text, { width: width - x, lines: 1, sizes: [size] });
  if (!beside.shortened) return { ...beside, x, row: 0 };
  const below = fitText(text, { width, lines: 2, sizes: [size] });
  return { ...below, x: 0, row: x > 0 ? 1 : 0 };
}

/** How high the last value stands with the line under it. */
export function trendHeight(text: Fitted, { small, spark = 0 }: CardStyle): number {
  return small * 0.5 + textHeight(text) + spark;
}

/** How high a text stands. */
export function textHeight({ lines, size }: Fitted): number {
  return lines.length * size * lineHeight;
}

/** The drawing of a whole tree, from its left upper corner. */
export interface TreeLayout {
  cards: PlacedCard[];
  columns: { kind: NodeKind; x: number; width: number }[];
  width: number;
  height: number;
}

/** Which columns there are, from left to right: what is driven stands left of what drives it. */
const order: readonly NodeKind[] = ["result", "metric", "input", "opportunity", "intervention"];

/** Places the results, the metric and all under it in columns, so that nothing overlaps. */
export function layoutTree(
  { results, metric }: { results: readonly TreeNode[]; metric: TreeNode },
  styles: Readonly<Record<NodeKind, CardStyle>>,
  { between, gap }: { between: number; gap: number },
): TreeLayout {
  const kinds = new Set(kindsIn([...results, metric]));
  const columns: TreeLayout["columns"] = [];
  let width = 0;
  for (const kind of order.filter((each) => kinds.has(each))) {
    if (columns.length > 0) width += between;
    columns.push({ kind, x: width, width: styles[kind].width });
    width += styles[kind].width;
  }
  const xOf = (kind: NodeKind) => columns.find((column) => column.kind === kind)?.x ?? 0;

  const cards: PlacedCard[] = [];
  const place = (node: TreeNode, top: number, to: PlacedCard | null): number => {
    const card = cardOf(node, styles[node.kind]);
    const placed: PlacedCard = { ...card, x: xOf(node.kind), y: top, to };
    cards.push(placed);
    const under = stack(node.children, top, placed);
    const height = Math.max(card.height, under.height);
    placed.y = top + (height - card.height) / 2;
    // Children that take less room than their parent stand in its middle.
    for (const each of cards.slice(under.from)) each.y += (height - under.height) / 2;
    return height;
  };
  const stack = (nodes: readonly TreeNode[], top: number, to: PlacedCard | null) => {
    const from = cards.length;
    let height = 0;
    for (const node of nodes) height += place(node, top + height, to) + spaceUnder(node);
    const last = nodes.at(-1);
    return { from, height: last ? height - spaceUnder(last) : 0 };
  };
  const spaceUnder = (node: TreeNode) => (node.kind === "input" && node.children.length > 0 ? gap * 2 : gap);

  const mainHeight = place(metric, 0, null);
  const [metricCard] = cards;
  const side = stack(results, 0, null);
  const height = Math.max(mainHeight, side.height);
  const middle = metricCard ? metricCard.y + metricCard.height / 2 : height / 2;
  const sideTop = Math.min(Math.max(middle - side.height / 2, 0), height - side.height);
  for (const each of cards.slice(side.from)) each.y += sideTop;
  return { cards, columns, width, height };
}

function kindsIn(nodes: readonly TreeNode[]): NodeKind[] {
  return nodes.flatMap((node) => [node.kind, ...kindsIn(node.children)]);
}
