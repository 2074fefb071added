/** The tree on one slide, as far into its branches as there is room. */

import { markdown } from "../../report/escape.js";
import { list } from "../../report/markdown-blocks.js";
import { betweenWords } from "../direction.js";
import { widthOfWords, wrapText } from "../fit-text.js";
import { type CardStyle, layoutTree, type PlacedCard, type TreeLayout } from "../layout.js";
import type { Palette } from "../palette.js";
import { type NodeKind, type TreeNode, treeDescription, treeNodes } from "../tree-nodes.js";
import type { ResultView, ViewModel } from "../view-model.js";
import { counted, fill, inSentences, type Wording } from "../words/words.js";
import { toneColors } from "./cards.js";
import { betNote } from "./notes.js";
import type { Paragraph, Shape, Slide, TextShape } from "./slide.js";
import { area, moreOf, slide, textBox, treeLabel } from "./typeset.js";

const headHeight = 24;

/** The results, the metric, its Inputs, and their opportunities where they have room. */
export function treeSlide(view: ViewModel): Slide {
  const tree = treeNodes(view);
  const { words } = view;
  const { kickers, labels } = words;
  const { cards, columns, height } = roomiest(tree, words);
  const y = area.y + headHeight + (area.height - headHeight - height) / 2;
  const shapes = new Map(cards.map((card, index) => [card, shapeOf(card, `tree-${index}`, y)]));
  const metric = cards.find((card) => card.node.kind === "metric");
  const connectors = cards.flatMap((card): Shape[] => {
    const [from, to] = card.node.kind === "result" ? [metric, card] : [card, card.to];
    const [start, end] = [from && shapes.get(from), to && shapes.get(to)];
    if (!start || !end) return [];
    return [
      {
        kind: "connector",
        from: start.id ?? "",
        to: end.id ?? "",
        start: { x: start.x, y: start.y + start.height / 2 },
        end: { x: end.x + end.width, y: end.y + end.height / 2 },
      },
    ];
  });
  const heads = columns.map(({ kind, x, width }) =>
    textBox(
      "Column",
      words.columns[kind],
      { x: area.x + x, y: area.y - 6, width, height: 20 },
      { sizes: [16], color: "muted", bold: true },
    ),
  );
  return {
    ...slide(
      titleOf(view, cards),
      kickers.tree,
      [...heads, ...connectors, ...shapes.values()],
      () => said(cards, words),
      [
        wayOf(view),
        treeDescription(tree, words),
        ...view.results.flatMap((result) => [resultNote(result, words), ...result.bets.map(betNote)]),
        ...(view.loose.length > 0 ? [labels.loose, ...view.loose.map(betNote)] : []),
      ],
    ),
    arrangement: "tree",
    across: view.results.length > 0 ? 3 : 2,
    size: nestedSize(cards, view.results.length > 0 ? 3 : 2),
  };
}

/** How many of each kind the tree shows. */
function titleOf({ inputs, words }: ViewModel, cards: readonly PlacedCard[]): string {
  const { counts } = words;
  const opportunities = cards.filter(({ node }) => node.kind === "opportunity").length;
  return [
    counted(words, counts.metrics, 1),
    counted(words, counts.allInputs, inputs.length),
    ...(opportunities > 0 ? [counted(words, counts.allOpportunities, opportunities)] : []),
  ].join(words.labels.comma);
}

/** The size in which opportunities have room inside of their Inputs, as Marp draws them. */
function nestedSize(cards: readonly PlacedCard[], across: number): number {
  const gap = 48;
  const width = (area.width - gap * (across - 1)) / across - 2 * 12;
  const heightIn = (text: string, room: number, size: number, bold: boolean) =>
    wrapText(text, room, { size, bold }).length * size * 1.25;
  const columnOf = (kind: NodeKind) => cards.filter(({ node }) => node.kind === kind);
  const heightOf = ({ node }: PlacedCard, size: number): number => {
    const inner = size >= 20 ? 16 : treeLabel;
    const under = cards.filter(({ to, node: { kind } }) => to?.node === node && kind === "opportunity");
    const bets = under.map((bet) => 6 + 2 * 4 + heightIn(bet.node.title, width - 2 * 8, inner, false));
    return 8 + 2 * 8 + heightIn(node.title, width, size, true) + bets.reduce((sum, each) => sum + each, 0);
  };
  const fits = (size: number) =>
    (["result", "metric", "input"] as const).every((kind) => {
      const all = columnOf(kind);
      const isWhole = all.every(({ node }) => widthOfWords(node.title, { size, bold: true }) <= width);
      return isWhole && all.reduce((sum, card) => sum + heightOf(card, size), 0) <= 300;
    });
  return [22, 20, 18, 16].find(fits) ?? treeLabel;
}

function wayOf({ direction, words: { notes } }: ViewModel): string {
  return direction === "rtl" ? notes.wayBack : notes.way;
}

function resultNote({ name, definition, kind }: ResultView, words: Wording): string {
  return inSentences([fill(words.labels.result, { text: name }), kind, definition], words);
}

/** The columns of the drawing, each a list under its name; bets stand under the Input that they are for. */
function said(cards: readonly PlacedCard[], { columns }: Wording): string[] {
  const bold = (text: string) => `**${markdown(text)}**`;
  const kinds: readonly NodeKind[] = ["result", "metric", "input"];
  const shown = kinds.map((kind) => ({ kind, all: cards.filter((card) => card.node.kind === kind) }));
  return [
    list(
      shown
        .filter(({ all }) => all.length > 0)
        .map(
          ({ kind, all }) =>
            `${columns[kind]}\n${list(
              all.map((card) => {
                const under = cards.filter(({ to, node }) => to === card && node.kind === "opportunity");
                const bets = list(under.map(({ node }) => markdown(node.title)));
                return bets ? `${bold(card.node.title)}\n${bets}` : bold(card.node.title);
              }),
            )}`,
        ),
    ),
  ];
}

interface Try {
  /** How many levels under the Inputs are shown. */
  depth: 0 | 1;
  detailLines: number;
  size: number;
  /** Whether it leaves out whose a thing is, and of which kind. */
  isBare?: true;
}

const tries: readonly Try[] = [
  { depth: 1, detailLines: 0, size: 18 },
  { depth: 1, detailLines: 0, size: 16 },
  { depth: 1, detailLines: 0, size: treeLabel },
  { depth: 0, detailLines: 4, size: 26 },
  { depth: 0, detailLines: 4, size: 20 },
  { depth: 0, detailLines: 0, size: 20 },
  { depth: 0, detailLines: 0, size: 18 },
  { depth: 0, detailLines: 0, size: 16 },
  { depth: 0, detailLines: 0, size: treeLabel },
  { depth: 0, detailLines: 0, size: treeLabel, isBare: true },
];

/** Room between cards: as much as there is. */
const gaps: readonly number[] = [36, 24, 14, 8, 5];

/**
 * The first way to show it that has room, if possible with nothing shortened. Many Inputs and results are counted
 * instead of shown at last.
 */
function roomiest(
  { results, metric }: { results: TreeNode[]; metric: TreeNode },
  words: Wording,
): TreeLayout {
  const room = area.height - headHeight;
  const most = metric.children.reduce((sum, input) => sum + input.children.length, 0);
  // Where not even a line of each opportunity has room, nothing need be set to see it.
  const possible = tries.filter(({ depth, size }) => depth === 0 || (most > 0 && most * size < room));
  let [broken, shortened]: (TreeLayout | undefined)[] = [];
  for (const each of possible) {
    const layoutWith = (gap: number) => layoutOf(results, pruned(metric, each.depth), each, gap);
    const tightest = layoutWith(Math.min(...gaps));
    if (tightest.height > room) continue;
    const isFull = tightest.cards.every(isWhole);
    const isUnbroken = isFull && tightest.cards.every(({ title }) => !title.broken);
    if (!isUnbroken && (isFull ? broken : shortened || each.depth > 0)) continue;
    const gap = gaps.find((one) => layoutWith(one).height <= room) ?? 0;
    const layout = layoutWith(gap);
    if (isUnbroken) return layout;
    if (isFull) broken = layout;
    else shortened = layout;
  }
  const found = broken ?? shortened;
  if (found) return found;
  const last: Try = { depth: 0, detailLines: 0, size: treeLabel, isBare: true };
  const gap = 5;
  for (let most = 10; most > 1; most--) {
    const layout = layoutOf(
      atMost(results, most, words),
      { ...pruned(metric, 0), children: atMost(pruned(metric, 0).children, most, words) },
      last,
      gap,
    );
    if (layout.height <= room) return layout;
  }
  return layoutOf([], { ...metric, children: [] }, last, gap);
}

/** Whether all that a card says is shown. */
function isWhole({ title, details, note }: PlacedCard): boolean {
  return ![title, ...details, ...(note ? [note] : [])].some(({ shortened }) => shortened);
}

function pruned(node: TreeNode, depth: number): TreeNode {
  const children = node.children.map((input) => ({
    ...input,
    children: depth === 0 ? [] : input.children.map((each) => ({ ...each, children: [] })),
  }));
  return { ...node, children };
}

function atMost(nodes: readonly TreeNode[], most: number, words: Wording): TreeNode[] {
  const [first] = nodes;
  if (nodes.length <= most || !first) return [...nodes];
  const more: TreeNode = {
    ...first,
    title: moreOf(nodes.length - most + 1, words),
    note: null,
    details: [],
    children: [],
  };
  return [...nodes.slice(0, most - 1), more];
}

function layoutOf(
  results: readonly TreeNode[],
  metric: TreeNode,
  { detailLines, size, isBare }: Try,
  gap: number,
): TreeLayout {
  const withBets = metric.children.some((input) => input.children.length > 0);
  const columns = [results.length > 0, true, metric.children.length > 0, withBets].filter(Boolean).length;
  const gaps = columns > 3 ? [36, 24] : size > 18 ? [56] : [40, 24];
  const ways = gaps.map((between) => ({
    between,
    ...columnWidths(results, metric, size, area.width - between * (columns - 1)),
  }));
  const { between, widths } = ways.find(({ isEnough }) => isEnough) ?? ways[0] ?? { between: 0, widths: [] };
  const shown = (node: TreeNode): TreeNode => ({
    ...node,
    ...(isBare && { note: null }),
    details: detailLines === 0 ? [] : node.details,
    children: node.children.map(shown),
  });
  const small = size > 18 ? 16 : treeLabel;
  const style = (index: number, lines: number): CardStyle => ({
    width: widths[index] ?? 0,
    title: [size],
    titleLines: lines,
    detail: small,
    detailLines,
    small,
    padding: isBare ? 7 : 10,
    spare: true,
  });
  return layoutTree(
    { results: results.map(shown), metric: shown(metric) },
    {
      result: style(0, 4),
      metric: {
        ...style(1, 4),
        title: [30, 26, 22, 20, 18, 16, treeLabel].filter((each) => each >= size && each <= size + 6),
        detailLines: detailLines + 2,
        padding: 14,
      },
      input: style(2, 4),
      opportunity: style(3, 5),
      intervention: style(3, 5),
    },
    { between, gap },
  );
}

/** How wide each kind of card usually is, as shares. */
const usualShares: Readonly<Record<NodeKind, number>> = {
  result: 20,
  metric: 24,
  input: 26,
  opportunity: 29,
  intervention: 0,
};

/** The widths of results, metric, Inputs and opportunities, and whether words need not be broken: a column with long ones takes from those that have room. */
function columnWidths(
  results: readonly TreeNode[],
  metric: TreeNode,
  size: number,
  room: number,
): { widths: number[]; isEnough: boolean } {
  const bets = metric.children.flatMap(({ children }) => children);
  const columns = [results, [metric], metric.children, bets].filter(({ length }) => length > 0);
  const total = columns.reduce((sum, [first]) => sum + usualShares[first?.kind ?? "input"], 0);
  const usual = columns.map(([first]) => (room * usualShares[first?.kind ?? "input"]) / total);
  const needed = columns.map((nodes) => {
    const words = nodes.map(({ title }) => widthOfWords(title, { size, bold: true }));
    return Math.max(...words) + 2 * (nodes[0] === metric ? 14 : 10) + 1;
  });
  const lacks = usual.map((width, index) => Math.max(0, (needed[index] ?? 0) - width));
  const spares = usual.map((width, index) => Math.max(0, width - (needed[index] ?? 0)));
  const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
  const part = Math.min(1, sum(lacks) / (sum(spares) || 1));
  const given = Math.min(1, sum(spares) / (sum(lacks) || 1));
  const widths = usual.map(
    (width, index) => width + (lacks[index] ?? 0) * given - (spares[index] ?? 0) * part,
  );
  return { widths: results.length > 0 ? widths : [0, ...widths], isEnough: given === 1 };
}

const looks: Readonly<Record<NodeKind, Pick<TextShape, "fill" | "outline">>> = {
  result: { fill: "paper", outline: "star" },
  metric: { fill: "deep" },
  input: { fill: "accentSoft" },
  opportunity: { fill: "panel", outline: "line" },
  intervention: { fill: "paper", outline: "line" },
};

const kinds: Readonly<Record<NodeKind, string>> = {
  result: "Result",
  metric: "North Star Metric",
  input: "Input",
  opportunity: "Opportunity",
  intervention: "Intervention",
};

function shapeOf(
  { node, x, y, width, height, title, details, chips, note }: PlacedCard,
  id: string,
  top: number,
): TextShape {
  const [main, side]: [keyof Palette, keyof Palette] =
    node.kind === "metric" ? ["onDeep", "onDeepMuted"] : ["ink", "muted"];
  const small = note?.size ?? (title.size > 18 ? 16 : treeLabel);
  const words = chips.map(({ text, tone }) => ({ text, size: small, color: toneColors[tone], bold: true }));
  const between = betweenWords([node.title]);
  const foot = [...words, ...(note ? [{ text: note.text, size: small, color: side }] : [])].flatMap(
    (run, index) => (index === 0 ? [run] : [{ text: between, size: small, color: side }, run]),
  );
  const paragraphs: Paragraph[] = [
    { runs: [{ text: title.text, size: title.size, color: main, bold: true }] },
    ...details.map((detail) => ({
      runs: [{ text: detail.text, size: detail.size, color: side }],
      before: 2,
    })),
    ...(foot.length > 0 ? [{ runs: foot, before: 3 }] : []),
  ];
  return {
    kind: "text",
    name: kinds[node.kind],
    id,
    x: area.x + x,
    y: top + y,
    width,
    height,
    paragraphs,
    anchor: "middle",
    round: 8,
    inset: 10,
    insetY: 4,
    ...looks[node.kind],
  };
}
