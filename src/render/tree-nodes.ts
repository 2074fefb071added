/** The tree: results ← metric ← Inputs ← opportunities ← interventions (playbook, chapters 1 and 7). */

import { led, lined } from "./direction.js";
import type { BetView, ViewModel } from "./view-model.js";

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
  bet: BetView | null;
  children: readonly TreeNode[];
}

/** The results that the metric leads, and the metric with all that stands under it. */
export function treeNodes(view: ViewModel): { results: TreeNode[]; metric: TreeNode } {
  const results = view.results.map(
    ({ name, kind, bets }): TreeNode => ({
      kind: "result",
      title: name,
      note: kind,
      details: bets.map(betSentence),
      bet: null,
      children: [],
    }),
  );
  const children = view.inputs.map(
    ({ name, moves, factor, owner, bets, opportunities }): TreeNode => ({
      kind: "input",
      title: name,
      note: lined([factor?.replace(/:.*/, ""), owner]) || null,
      details: [...(moves ? [moves] : []), ...bets.map(betSentence)],
      bet: null,
      children: opportunities.map((opportunity) => ({
        ...betNode("opportunity", opportunity),
        children: opportunity.interventions.map((bet) => betNode("intervention", bet)),
      })),
    }),
  );
  const { name: title, abbreviation: note, definition, formula } = view;
  const details = [definition, ...(formula ? [formula] : [])];
  return { results, metric: { kind: "metric", title, note, details, bet: null, children } };
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

function betNode(kind: NodeKind, bet: BetView): TreeNode {
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
export function betSentence({ change, effect }: Pick<BetView, "change" | "effect">): string {
  return led("If ", `${change}, then ${effect}`);
}

/** Where a bet stands and how it went, in the playbook's words: "trying", "closed, won". */
export function betStatus({ stage, outcome }: BetView): string | null {
  return [stage?.words, outcome?.verdict].filter(Boolean).join(", ") || null;
}
