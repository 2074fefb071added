/** The tree on one slide, as far into its branches as there is room. */

import { markdown } from "../../report/escape.js";
import { list } from "../../report/markdown-blocks.js";
import { betweenWords } from "../direction.js";
import { type CardStyle, layoutTree, type PlacedCard, type TreeLayout } from "../layout.js";
import type { Palette } from "../palette.js";
import { type NodeKind, type TreeNode, treeDescription, treeNodes } from "../tree-nodes.js";
import type { ResultView, ViewModel } from "../view-model.js";
import { fill, inSentences, type Wording } from "../words/words.js";
import { toneColors } from "./cards.js";
import { betNote } from "./notes.js";
import type { Paragraph, Shape, Slide, TextShape } from "./slide.js";
import { area, moreOf, slide, textBox, treeLabel } from "./typeset.js";

const headHeight = 24;

/** The results, the metric, its Inputs, and their opportunities where they have room. */
export function treeSlide(view: ViewModel): Slide {
  const tree = treeNodes(view);
  const { words } = view;
  const { titles, kickers, labels } = words;
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
      titles.tree,
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
    // Marp draws opportunities inside of their Inputs, which takes more height.
    size: Math.min(...cards.map(({ title, to }) => (to?.node.kind === "input" ? treeLabel : title.size))),
  };
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
const gaps = [36, 24, 14, 8, 5] as const;

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
  let shortened: TreeLayout | undefined;
  for (const each of possible) {
    const layouts = gaps.map((gap) => layoutOf(results, pruned(metric, each.depth), each, gap));
    const layout = layouts.find(({ height }) => height <= room);
    if (layout?.cards.every(isWhole)) return layout;
    if (each.depth === 0) shortened ??= layout;
  }
  if (shortened) return shortened;
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
  const between = columns > 3 ? 36 : 56;
  const widths =
    columns > 3 ? [152, 184, 188, 216] : columns > 2 ? [208, 248, 280, 280] : [330, 330, 420, 420];
  const shown = (node: TreeNode): TreeNode => ({
    ...node,
    ...(isBare && { note: null }),
    details: detailLines === 0 ? [] : node.details,
    children: node.children.map(shown),
  });
  const small = size > 18 ? 16 : treeLabel;
  const style = (index: number, lines: number): CardStyle => ({
    width: widths[index] ?? 200,
    title: [size],
    titleLines: lines,
    detail: small,
    detailLines,
    small,
    padding: isBare ? 7 : 10,
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
