/** The tree as a Mermaid flowchart, which forges draw: never larger than what they take. */

import { markdown, mermaid } from "../report/escape.js";
import { heading } from "../report/markdown-blocks.js";
import { shorten } from "./fit-text.js";
import { generatedMarker } from "./generated-marker.js";
import { document } from "./markdown.js";
import { paceOf } from "./roadmap.js";
import { betStatus, type NodeKind, type TreeNode, treeNodes } from "./tree-nodes.js";
import { type RenderData, type ViewModel, viewModelOf } from "./view-model.js";
import { counted, fill, type Wording } from "./words/words.js";

/** What Mermaid draws where nobody has set another limit, with some room for a fence and a comment around it. */
const limits = { characters: 49_500, arrows: 500 };

// Each fill comes with its text colour, so that both hold on GitHub's light and its dark ground.
const looks: Readonly<Record<NodeKind, string>> = {
  result: "fill:#fdf3d7,stroke:#d9a514,color:#3d2f04",
  metric: "fill:#1b2a4e,stroke:#f2b632,stroke-width:2px,color:#ffffff",
  input: "fill:#dfe8fb,stroke:#4a6fd0,color:#14224a",
  opportunity: "fill:#f4f6fb,stroke:#8b97b8,color:#1f2a44",
  intervention: "fill:#ffffff,stroke:#b4bdd1,color:#1f2a44",
};

/** A node as it is drawn. */
interface Drawn {
  kind: NodeKind;
  title: string;
  /** How many characters of the title are shown at most. */
  length: number;
  closed: boolean;
  /** In words under the title: where a bet stands, and what is counted. */
  facts: readonly string[];
  /** Why it drives what it points at: bets of level 0 or 1 in sentences. */
  reasons: readonly string[];
  children: readonly Drawn[];
}

interface Tree {
  results: readonly Drawn[];
  metric: Drawn;
}

/** A flowchart, and in a sentence what of the tree is counted in it and not drawn. */
export interface Flowchart {
  source: string;
  left: string | null;
}

/** The flowchart of a tree without a fence around it, with as much of the tree as Mermaid draws. */
export function flowchartOf(view: ViewModel): Flowchart {
  const { words } = view;
  const { results, metric } = treeNodes(view);
  const whole: Tree = { results: results.map(drawn), metric: drawn(metric) };
  for (const { left: what, of } of steps) {
    const tree = of(whole, words);
    if (tree.results.length + count(tree.metric.children) > limits.arrows) continue;
    const left = what && fill(words.mermaid.since, { text: words.mermaid[what] });
    const source = sourceOf(tree, view, left);
    if (source.length <= limits.characters) return { source, left };
  }
  throw new Error("the smallest tree is larger than what Mermaid draws");
}

/** How much is drawn, from everything to what always has room. */
const steps: readonly {
  left: "closed" | "interventions" | "bets" | "all" | null;
  of: (tree: Tree, words: Wording) => Tree;
}[] = [
  { left: null, of: (tree) => tree },
  { left: "closed", of: (tree, words) => under(tree, (input) => withoutClosed(input, words)) },
  {
    left: "interventions",
    of: (tree, words) => under(tree, (input) => withoutInterventions(withoutClosed(input, words), words)),
  },
  { left: "bets", of: (tree, words) => under(tree, (input) => withoutBets(input, words)) },
  {
    left: "all",
    of: (tree, words) => {
      const { results, metric } = under(tree, (input) => withoutBets(input, words));
      const short = (nodes: readonly Drawn[]) => cut(nodes.map(briefly), words);
      return { results: short(results), metric: { ...briefly(metric), children: short(metric.children) } };
    },
  },
];

function under({ results, metric }: Tree, of: (input: Drawn) => Drawn): Tree {
  return { results, metric: { ...metric, children: metric.children.map(of) } };
}

function drawn({ kind, title, bet, details, trend, children }: TreeNode): Drawn {
  const standing = bet && betStatus(bet);
  return {
    kind,
    title,
    length: 240,
    closed: bet?.stage?.id === "closed",
    facts: [...(standing ? [`(${standing})`] : []), ...(trend ? [mermaid(trend.brief)] : [])],
    reasons: kind === "result" || kind === "input" ? details : [],
    children: children.map(drawn),
  };
}

/** Closed bets under which nothing is open are counted where they hang. */
function withoutClosed(node: Drawn, words: Wording): Drawn {
  const pruned = node.children.map((each) => withoutClosed(each, words));
  const isLeft = ({ closed, children }: Drawn) => closed && children.length === 0;
  const left = node.children.filter((_, index) => pruned[index] && isLeft(pruned[index]));
  const open = pruned.filter((each) => !isLeft(each));
  return countedAt({ ...node, children: open }, count(left), "closedBets", words);
}

function withoutInterventions(input: Drawn, words: Wording): Drawn {
  const children = input.children.map((each) =>
    countedAt({ ...each, children: [] }, count(each.children), "allInterventions", words),
  );
  return { ...input, children };
}

function withoutBets(input: Drawn, words: Wording): Drawn {
  return countedAt({ ...input, children: [] }, count(input.children), "allBets", words);
}

function count(nodes: readonly Drawn[]): number {
  return nodes.reduce((sum, { children }) => sum + 1 + count(children), 0);
}

function countedAt(
  node: Drawn,
  many: number,
  things: "closedBets" | "allInterventions" | "allBets",
  words: Wording,
): Drawn {
  if (many === 0) return node;
  return { ...node, facts: [...node.facts, counted(words, words.counts[things], many)] };
}

/** What is never too long, whatever it is written in. */
function briefly(node: Drawn): Drawn {
  return { ...node, length: 80, reasons: [] };
}

/** How many nodes stand under one; the last of them says how many are left out. */
const mostNodes = 24;

function cut(nodes: readonly Drawn[], words: Wording): Drawn[] {
  const [first] = nodes;
  if (!first || nodes.length <= mostNodes) return [...nodes];
  const rest: Drawn = {
    ...first,
    title: counted(words, words.counts.more, nodes.length - mostNodes + 1),
    facts: [],
    children: [],
  };
  return [...nodes.slice(0, mostNodes - 1), rest];
}

function sourceOf({ results, metric }: Tree, { direction, words }: ViewModel, left: string | null): string {
  const nodes: string[] = [];
  const edges: string[] = [];
  const members = new Map<NodeKind, string[]>();

  const add = (id: string, { kind, title, length, facts }: Drawn) => {
    nodes.push(`  ${id}["${[mermaid(shorten(title, length)), ...facts].join("<br>")}"]`);
    const ids = members.get(kind) ?? [];
    members.set(kind, ids);
    ids.push(id);
  };
  const join = (from: string, to: string, reasons: readonly string[]) => {
    const label =
      reasons.length > 0 ? `|"${reasons.map((text) => mermaid(shorten(text, 240))).join("<br>")}"|` : "";
    edges.push(`  ${from} -->${label} ${to}`);
  };
  const addUnder = (parent: string, id: string, node: Drawn) => {
    add(id, node);
    join(id, parent, node.reasons);
    node.children.forEach((child, index) => {
      addUnder(id, `${id}_${index + 1}`, child);
    });
  };

  results.forEach((result, index) => {
    add(`result_${index + 1}`, result);
    join("metric", `result_${index + 1}`, result.reasons);
  });
  add("metric", metric);
  metric.children.forEach((input, index) => {
    addUnder("metric", `input_${index + 1}`, input);
  });

  const classes = [...members].flatMap(([kind, ids]) => [
    `  classDef ${kind} ${looks[kind]}`,
    `  class ${ids.join(",")} ${kind}`,
  ]);
  return [
    `flowchart ${direction === "rtl" ? "LR" : "RL"}`,
    `  accTitle: ${words.page.treeTitle}`,
    ...(left ? [`  accDescr: ${left}`] : []),
    ...nodes,
    ...edges,
    ...classes,
    "",
  ].join("\n");
}

/** The tree as blocks of Markdown. */
export function flowchartBlocks(view: ViewModel): string[] {
  const { source, left } = flowchartOf(view);
  return [`\`\`\`mermaid\n${source}\`\`\``, ...(left ? [left] : [])];
}

/** The tree as a Mermaid file. */
export function treeSource(data: RenderData): string {
  return `%% ${generatedMarker}\n${flowchartOf(viewModelOf(data)).source}`;
}

/** The tree as a Markdown file that forges draw. */
export function treeDocument(data: RenderData): string {
  const view = viewModelOf(data);
  const hasOpportunities = view.inputs.some(({ opportunities }) => opportunities.length > 0);
  return document([
    heading(1, view.name),
    view.formula && markdown(view.formula),
    ...flowchartBlocks(view),
    hasOpportunities && paceOf(view),
  ]);
}
