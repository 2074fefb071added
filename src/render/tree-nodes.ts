/** The tree: results ← metric ← Inputs ← opportunities ← interventions (playbook, chapters 1 and 7). */

import { lined, markFor } from "./direction.js";
import type { TrendView } from "./trend.js";
import type { BetView, ViewModel } from "./view-model.js";
import { around, fill, type Wording } from "./words/words.js";

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
  /** What its numbers did. */
  trend: TrendView | null;
  /** Where a bet stands and how it went. */
  bet: BetView | null;
  children: readonly TreeNode[];
}

/** The results that the metric leads, and the metric with all that stands under it. */
export function treeNodes(view: ViewModel): { results: TreeNode[]; metric: TreeNode } {
  const results = view.results.map(
    ({ name, kind, trend, bets }): TreeNode => ({
      kind: "result",
      title: name,
      note: kind,
      details: bets.map(betSentence),
      trend,
      bet: null,
      children: [],
    }),
  );
  const children = view.inputs.map(
    ({ name, moves, factor, owner, trend, bets, opportunities }): TreeNode => ({
      kind: "input",
      title: name,
      note: lined([factor?.replace(/\s*[:：].*/, ""), owner]) || null,
      details: [...(moves ? [moves] : []), ...bets.map(betSentence)],
      trend,
      bet: null,
      children: opportunities.map((opportunity) => ({
        ...betNode("opportunity", opportunity),
        children: opportunity.interventions.map((bet) => betNode("intervention", bet)),
      })),
    }),
  );
  const { name: title, abbreviation: note, definition, formula, trend } = view;
  const details = [definition, ...(formula ? [formula] : [])];
  return { results, metric: { kind: "metric", title, note, details, trend, bet: null, children } };
}

/** The tree in sentences, for those who do not see it. */
export function treeDescription(
  { results, metric }: { results: readonly TreeNode[]; metric: TreeNode },
  { notes }: Wording,
): string {
  const names = (nodes: readonly TreeNode[]) => nodes.map((node) => node.title).join("; ");
  const told = (text: string, { title, children }: TreeNode) =>
    children.length > 0 ? [fill(text, { name: title, names: names(children) })] : [];
  return [
    results.length > 0
      ? fill(notes.leads, { name: metric.title, names: names(results) })
      : `${metric.title}.`,
    fill(notes.inputs, { names: names(metric.children) }),
    ...metric.children.flatMap((input) => told(notes.opportunities, input)),
    ...metric.children
      .flatMap((input) => input.children)
      .flatMap((opportunity) => told(notes.interventions, opportunity)),
  ].join(" ");
}

function betNode(kind: NodeKind, bet: BetView): TreeNode {
  return {
    kind,
    title: around(bet.words.sentences.change, bet.change),
    note: bet.owner,
    details: [around(bet.words.sentences.effect, bet.effect)],
    trend: null,
    bet,
    children: [],
  };
}

/** A bet in a sentence, without a full stop. */
export function betSentence({ change, effect, words }: Pick<BetView, "change" | "effect" | "words">): string {
  return markFor([`${change} ${effect}`]) + fill(words.sentences.bet, { change, effect });
}

/** Where a bet stands and how it went, in the playbook's words: "trying", "closed, won". */
export function betStatus({ stage, outcome, words }: BetView): string | null {
  const verdict = outcome && words.verdicts[outcome.verdict];
  return [stage?.words, verdict].filter(Boolean).join(words.labels.comma) || null;
}
