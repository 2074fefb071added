/** A file as an editor lists it, folds it and sums it up. */
import type { Document } from "../file/document.js";
import { shortened } from "../file/message-text.js";
import { isLeftOut, type Node } from "../file/node.js";
import { nodeAt } from "../file/node-at.js";
import {
  type Bet,
  betLevels,
  isOpen,
  type Named,
  type Northstar,
  type OpportunityNode,
  treeOf,
} from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { keyName } from "../file/value.js";
import type { Checked } from "../lint/check.js";
import { scoreOf } from "../report/report.js";
import type { Span } from "./references.js";

/** A thing of a file, with what stands under it. */
export interface OutlineEntry {
  name: string;
  /** In a few words. */
  detail: string;
  kind: "metric" | "result" | "Input" | "bet" | "key";
  /** All of it. */
  span: Span;
  /** Where its name is written. */
  at: Span;
  children: OutlineEntry[];
}

/** A North Star as its tree: results and Inputs under the metric, bets under what they stand under. */
export function treeEntries(document: Document, star: Northstar): OutlineEntry[] {
  const { results, inputs, loose } = treeOf(star);
  const metric: OutlineEntry = {
    ...placed(document, ["name"]),
    span: { from: 0, to: document.text.length },
    name: star.name,
    detail: star.game === "____" ? "" : star.game,
    kind: "metric",
    children: [
      ...results.map((result) => ({
        ...named(document, result, "result"),
        children: result.bets.map(bet),
      })),
      ...inputs.map((input) => ({
        ...named(document, input, "Input"),
        children: [...input.bets.map(bet), ...input.opportunities.map(bet)],
      })),
      ...loose.map(bet),
    ],
  };
  return [metric];

  function bet({ path, value, ...more }: Named<Bet> | OpportunityNode): OutlineEntry {
    const below = "interventions" in more ? more.interventions : [];
    return {
      ...placed(document, path, [...path, "if"]),
      name: shortened(value.if),
      detail: [betLevels[value.level], value.outcome?.verdict ?? value.stage].filter(Boolean).join(", "),
      kind: "bet",
      children: below.map(bet),
    };
  }
}

function named(
  document: Document,
  { path, value: { name } }: Named<{ name: string }>,
  kind: "result" | "Input",
) {
  // What only a bet names stands there and nowhere else.
  const place = path.at(-1) === "for" ? path : [...path, "name"];
  return { ...placed(document, path, place), name, detail: kind, kind };
}

/** The keys of any other map, as far as they hold maps and lists. */
export function keyEntries({ root, text }: Document): OutlineEntry[] {
  return inside(root);

  function inside(node: Node): OutlineEntry[] {
    if (node.kind !== "map") return [];
    return node.pairs.map(({ key, value }) => ({
      name: keyName(key) || "?",
      detail:
        value.kind === "scalar" ? shortened(text.slice(value.from, value.to).split("\n", 1)[0] ?? "") : "",
      kind: "key",
      span: { from: key.from, to: endOf(text, key.from, Math.max(key.to, value.to)) },
      at: { from: key.from, to: key.to },
      children: inside(value),
    }));
  }
}

/** All that is written at a path, and where its name is. */
function placed(document: Document, path: Path, name: Path = path): { span: Span; at: Span } {
  const { lines, locate, text } = document;
  const { start, end } = locate(name).range;
  const at = { from: lines.offset(start), to: lines.offset(end) };
  const { node } = nodeAt(document, path) ?? {};
  if (!node) return { span: at, at };
  const from = Math.min(node.outer, at.from);
  return { span: { from, to: Math.max(endOf(text, from, node.to), at.to) }, at };
}

/** Where what stands between two offsets has its last sign: a list goes on up to the next key. */
function endOf(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length;
}

/** What folds: maps, lists and texts of several lines below their key or dash, and comments of several lines. */
export function folds({ root, text, lines, comments }: Document): (Span & { isComment: boolean })[] {
  const found: (Span & { isComment: boolean })[] = [];
  visit(root);
  let first: number | undefined;
  for (const [index, { from, to }] of comments.entries()) {
    const isAlone = text.slice(lines.lineStart(from), from).trim() === "";
    const next = comments[index + 1];
    const goesOn =
      next !== undefined &&
      text.slice(to, next.from).trim() === "" &&
      lines.position(next.from).line === lines.position(from).line + 1;
    if (isAlone && goesOn) first ??= from;
    else {
      if (first !== undefined) found.push({ from: first, to, isComment: true });
      first = undefined;
    }
  }
  return found;

  function visit(node: Node): void {
    if (node.kind === "map")
      for (const { key, value } of node.pairs) {
        add(key.from, value);
        visit(value);
      }
    if (node.kind === "list")
      for (const { dash, value } of node.items) {
        add(dash ?? value.from, value);
        visit(value);
      }
  }

  function add(from: number, value: Node): void {
    if (isLeftOut(value)) return;
    const to = endOf(text, from, value.to);
    if (lines.position(to).line > lines.position(from).line) found.push({ from, to, isComment: false });
  }
}

/** A line above a place that sums it up. */
export interface Lens extends Span {
  title: string;
}

/** The points that are met above the metric's name, and above each Input how its bets went. */
export function lenses(document: Document, { star, points }: Checked): Lens[] {
  if (!star) return [];
  const { inputs } = treeOf(star);
  const at = (path: Path, title: string): Lens => ({ ...placed(document, path).at, title });
  return [
    at(["name"], scoreOf(points)),
    ...inputs.flatMap(({ path, bets, opportunities }) => {
      const all = [...bets, ...opportunities.flatMap((each) => [each, ...each.interventions])];
      const title = talliedBets(all.map(({ value }) => value));
      return title ? [at([...path, "name"], title)] : [];
    }),
  ];
}

/** "won 3, lost 2, 1 open"; nothing where there are none. */
function talliedBets(bets: readonly Bet[]): string {
  const verdicts = (["won", "lost", "unclear"] as const).map((verdict) => {
    const count = bets.filter(({ outcome }) => outcome?.verdict === verdict).length;
    return count > 0 ? `${verdict} ${count}` : "";
  });
  const open = bets.filter(isOpen).length;
  return [...verdicts, open > 0 ? `${open} open` : ""].filter(Boolean).join(", ");
}
