/** The tree on one slide, as far into its branches as there is room. */

import { markdown } from "../../report/escape.js";
import { list } from "../../report/markdown-blocks.js";
import { betweenWords } from "../direction.js";
import { type CardStyle, layoutTree, type PlacedCard, type TreeLayout } from "../layout.js";
import type { Palette } from "../theme.js";
import { betSentence, type NodeKind, type TreeNode, treeDescription, treeNodes } from "../tree-nodes.js";
import type { ResultView, ViewModel } from "../view-model.js";
import { toneColors } from "./cards.js";
import { betNote } from "./notes.js";
import type { Paragraph, Shape, Slide, TextShape } from "./slide.js";
import { area, slide, textBox } from "./typeset.js";

const headHeight = 26;

/** The results, the metric, its Inputs, and their opportunities where they have room. */
export function treeSlide(view: ViewModel): Slide {
  const tree = treeNodes(view);
  const { cards, columns, height } = roomiest(tree);
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
      names[kind],
      { x: area.x + x, y: area.y - 4, width, height: 16 },
      { sizes: [11], color: "muted", bold: true },
    ),
  );
  return slide(
    "How it all hangs together",
    "The tree",
    [...heads, ...connectors, ...shapes.values()],
    () => said(view),
    [
      wayOf(view),
      treeDescription(tree),
      ...view.results.flatMap((result) => [resultNote(result), ...result.bets.map(betNote)]),
      ...(view.loose.length > 0 ? ["Bets that stand under nothing yet:", ...view.loose.map(betNote)] : []),
    ],
  );
}

function wayOf({ direction }: ViewModel): string {
  const [from, to] = direction === "rtl" ? ["left", "right"] : ["right", "left"];
  return `Read it from ${from} to ${to}: each thing drives what stands ${to} of it.`;
}

function resultNote({ name, definition, kind }: ResultView): string {
  return [`Result: ${name}`, kind, definition].filter(Boolean).join(". ");
}

/** How many characters of results leave room for the Inputs; beyond it the notes say the rest. */
const roomForResults = 1400;

function said({ name, results, inputs }: ViewModel): string[] {
  const bold = (text: string) => `**${markdown(text)}**`;
  const counted = (count: number) => (count === 1 ? "1 opportunity" : `${count} opportunities`);
  const whole = list(results.map(resultText));
  const shown = whole.length > roomForResults ? list(results.map((each) => bold(each.name))) : whole;
  return [
    ...(results.length > 0 ? [`${bold(name)} leads:`, shown] : []),
    results.length > 0 ? "Its Inputs:" : `The Inputs of ${bold(name)}:`,
    list(
      inputs.map(
        ({ name: input, opportunities: { length } }) =>
          bold(input) + (length > 0 ? `: ${counted(length)}` : ""),
      ),
    ),
  ];
}

function resultText({ name, kind, definition, bets }: ResultView): string {
  const about = definition ? `: ${markdown(definition)}` : "";
  const reasons = list(bets.map((bet) => markdown(betSentence(bet))));
  return `**${markdown(name)}**${kind ? ` (${kind})` : ""}${about}${reasons && `\n${reasons}`}`;
}

const names: Readonly<Record<NodeKind, string>> = {
  result: "Results",
  metric: "North Star Metric",
  input: "Inputs",
  opportunity: "Opportunities",
  intervention: "Interventions",
};

interface Try {
  /** How many levels under the Inputs are shown. */
  depth: 0 | 1;
  detailLines: number;
  size: number;
}

const tries: readonly Try[] = [
  { depth: 1, detailLines: 4, size: 15 },
  { depth: 1, detailLines: 0, size: 15 },
  { depth: 1, detailLines: 0, size: 13 },
  { depth: 1, detailLines: 0, size: 12 },
  { depth: 0, detailLines: 4, size: 15 },
  { depth: 0, detailLines: 0, size: 15 },
  { depth: 0, detailLines: 0, size: 13 },
  { depth: 0, detailLines: 0, size: 11 },
  { depth: 0, detailLines: 0, size: 9 },
];

/**
 * The first way to show it that has room, if possible with nothing shortened. Many Inputs and results are counted
 * instead of shown at last.
 */
function roomiest({ results, metric }: { results: TreeNode[]; metric: TreeNode }): TreeLayout {
  const room = area.height - headHeight;
  const most = metric.children.reduce((sum, input) => sum + input.children.length, 0);
  // Where not even a line of each opportunity has room, nothing need be set to see it.
  const possible = tries.filter(({ depth, size }) => depth === 0 || most * size < room);
  for (const depth of [1, 0]) {
    let first: TreeLayout | undefined;
    for (const each of possible.filter((one) => one.depth === depth)) {
      const layout = layoutOf(results, pruned(metric, depth), each);
      if (layout.height > room) continue;
      if (layout.cards.every(isWhole)) return layout;
      first ??= layout;
    }
    if (first) return first;
  }
  const last: Try = { depth: 0, detailLines: 0, size: 9 };
  for (let most = 10; most > 1; most--) {
    const layout = layoutOf(
      atMost(results, most),
      { ...pruned(metric, 0), children: atMost(pruned(metric, 0).children, most) },
      last,
    );
    if (layout.height <= room) return layout;
  }
  return layoutOf([], { ...metric, children: [] }, last);
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

function atMost(nodes: readonly TreeNode[], most: number): TreeNode[] {
  const [first] = nodes;
  if (nodes.length <= most || !first) return [...nodes];
  const more: TreeNode = {
    ...first,
    title: `and ${nodes.length - most + 1} more`,
    note: null,
    details: [],
    children: [],
  };
  return [...nodes.slice(0, most - 1), more];
}

function layoutOf(results: readonly TreeNode[], metric: TreeNode, { detailLines, size }: Try): TreeLayout {
  const withBets = metric.children.some((input) => input.children.length > 0);
  const columns = [results.length > 0, true, metric.children.length > 0, withBets].filter(Boolean).length;
  const between = columns > 3 ? 36 : 56;
  const widths =
    columns > 3 ? [152, 184, 188, 216] : columns > 2 ? [208, 248, 280, 280] : [330, 330, 420, 420];
  const shown = (node: TreeNode): TreeNode => ({
    ...node,
    details: detailLines === 0 ? [] : node.details,
    children: node.children.map(shown),
  });
  const style = (index: number, lines: number): CardStyle => ({
    width: widths[index] ?? 200,
    title: [size],
    titleLines: lines,
    detail: Math.max(11, size - 3),
    detailLines,
    small: Math.max(8, size - 3.5),
    padding: size < 12 ? 6 : 10,
  });
  return layoutTree(
    { results: results.map(shown), metric: shown(metric) },
    {
      result: style(0, 4),
      metric: {
        ...style(1, 4),
        title: [size + 5, size + 2, size],
        detailLines: detailLines + 2,
        padding: 14,
      },
      input: style(2, 4),
      opportunity: style(3, 5),
      intervention: style(3, 5),
    },
    { between, gap: size < 12 ? 5 : 8 },
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
  const small = note?.size ?? 10;
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
    inset: title.size < 12 ? 5 : 9,
    ...looks[node.kind],
  };
}
