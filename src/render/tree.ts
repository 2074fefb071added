/** The tree: results ← metric ← Inputs ← opportunities ← interventions (playbook, chapters 1 and 7). */

import { heading } from "../report/blocks.js";
import { mermaid } from "../report/escape.js";
import { led, lined } from "./direction.js";
import { shorten } from "./fit.js";
import { document } from "./markdown.js";
import { ours } from "./ours.js";
import { type BetTold, type Story, storyOf, type Told } from "./story.js";

/** What a node of the tree is, which decides on its looks. */
export type NodeKind = "result" | "metric" | "input" | "opportunity" | "intervention";

/** A thing in the tree, with what drives it. */
export interface TreeNode {
  kind: NodeKind;
  title: string;
  /** Whose it is, or what kind of thing. */
  note: string | null;
  /** The reasons in sentences: bets of level 0 or 1, a bet's own effect, the metric's definition. */
  details: readonly string[];
  /** Where a bet stands and how it went. */
  bet: BetTold | null;
  children: readonly TreeNode[];
}

/** The results that the metric leads, and the metric with all that stands under it. */
export function treeNodes(story: Story): { results: TreeNode[]; metric: TreeNode } {
  const results = story.results.map(
    ({ name, kind, bets }): TreeNode => ({
      kind: "result",
      title: name,
      note: kind,
      details: bets.map(sentence),
      bet: null,
      children: [],
    }),
  );
  const children = story.inputs.map(
    ({ name, factor, owner, bets, opportunities }): TreeNode => ({
      kind: "input",
      title: name,
      note: lined([factor?.replace(/:.*/, ""), owner]) || null,
      details: bets.map(sentence),
      bet: null,
      children: opportunities.map((opportunity) => ({
        ...betNode("opportunity", opportunity),
        children: opportunity.interventions.map((bet) => betNode("intervention", bet)),
      })),
    }),
  );
  const { name: title, abbreviation: note, definition } = story;
  return { results, metric: { kind: "metric", title, note, details: [definition], bet: null, children } };
}

/** The tree in sentences, for those who do not see it. */
export function treeDescription({
  results,
  metric,
}: {
  results: readonly TreeNode[];
  metric: TreeNode;
}): string {
  const names = (nodes: readonly TreeNode[]) => nodes.map((node) => node.title).join("; ");
  return [
    results.length > 0 ? `${metric.title} leads ${names(results)}.` : `${metric.title}.`,
    `Its Inputs: ${names(metric.children)}.`,
    ...metric.children
      .filter((input) => input.children.length > 0)
      .map((input) => `Opportunities for ${input.title}: ${names(input.children)}.`),
    ...metric.children
      .flatMap((input) => input.children)
      .filter((opportunity) => opportunity.children.length > 0)
      .map((opportunity) => `Interventions for ${opportunity.title}: ${names(opportunity.children)}.`),
  ].join(" ");
}

function betNode(kind: NodeKind, bet: BetTold): TreeNode {
  return {
    kind,
    title: led("If ", bet.change),
    note: bet.owner,
    details: [led("then ", bet.effect)],
    bet,
    children: [],
  };
}

/** A bet in a sentence, without a full stop. */
export function sentence({ change, effect }: BetTold): string {
  return led("If ", `${change}, then ${effect}`);
}

/** Where a bet stands and how it went, in the playbook's words: "trying", "closed, won". */
export function standingOf({ stage, outcome }: BetTold): string | null {
  return [stage?.words, outcome?.verdict].filter(Boolean).join(", ") || null;
}

// Each fill comes with its text colour, so that both hold on GitHub's light and its dark ground.
const looks: Readonly<Record<NodeKind, string>> = {
  result: "fill:#fdf3d7,stroke:#d9a514,color:#3d2f04",
  metric: "fill:#1b2a4e,stroke:#f2b632,stroke-width:2px,color:#ffffff",
  input: "fill:#dfe8fb,stroke:#4a6fd0,color:#14224a",
  opportunity: "fill:#f4f6fb,stroke:#8b97b8,color:#1f2a44",
  intervention: "fill:#ffffff,stroke:#b4bdd1,color:#1f2a44",
};

/** The tree as a Mermaid flowchart, without a fence around it. */
export function mermaidTree(story: Story): string {
  const { results, metric } = treeNodes(story);
  const way = story.direction === "rtl" ? "LR" : "RL";
  const nodes: string[] = [];
  const edges: string[] = [];
  const members = new Map<NodeKind, string[]>();

  const add = (id: string, node: TreeNode) => {
    const standing = node.bet && standingOf(node.bet);
    const label = [mermaid(shorten(node.title, 240)), ...(standing ? [`(${standing})`] : [])];
    nodes.push(`  ${id}["${label.join("<br>")}"]`);
    members.set(node.kind, [...(members.get(node.kind) ?? []), id]);
  };
  const addUnder = (parent: string, id: string, node: TreeNode) => {
    add(id, node);
    edges.push(`  ${id} --> ${parent}`);
    node.children.forEach((child, index) => {
      addUnder(id, `${id}_${index + 1}`, child);
    });
  };

  results.forEach((result, index) => {
    add(`result_${index + 1}`, result);
    edges.push(`  metric --> result_${index + 1}`);
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
    `flowchart ${way}`,
    "  accTitle: The tree of the North Star",
    ...nodes,
    ...edges,
    ...classes,
    "",
  ].join("\n");
}

/** The tree as a Mermaid file. */
export function treeSource(told: Told): string {
  return `%% ${ours}\n${mermaidTree(storyOf(told))}`;
}

/** The tree as a Markdown file that GitHub draws. */
export function treeDocument(told: Told): string {
  const story = storyOf(told);
  return document([heading(1, story.name), `\`\`\`mermaid\n${mermaidTree(story)}\`\`\``]);
}
