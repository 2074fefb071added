/** Words that YAML takes out of a text: `owner: Team #1` says that the owner is Team, `owner: &desks team` that it is team. */

import type { Document } from "../file/document.js";
import { fieldAt } from "../file/format-fields.js";
import { backticked } from "../file/message-text.js";
import { fixOf } from "../file/mistake.js";
import type { Comment, Node, ScalarNode } from "../file/node.js";
import { type Path, type Problem, problem } from "../file/problem.js";
import { isAscii } from "../file/text.js";
import { keyName } from "../file/value.js";
import { cutText } from "./comment-faults.js";

function isStuck(sign: string): boolean {
  return (
    /^#(?!northstar)[A-Za-z\d]/.test(sign) || (!isAscii(sign) && /^#(?!northstar)[\p{L}\p{N}]/u.test(sign))
  );
}

/** Texts without quotes of which a `#` or a `&` takes words away. */
export function cutTexts(document: Document): Problem[] {
  return [...cutByComment(document), ...cutByAnchor(document)];
}

/** Texts that start with an ampersand and a word, which names the place, though nothing refers to it. */
function cutByAnchor({ root, text, lines }: Document): Problem[] {
  if (!/[:\-,[] +&\S/.test(text)) return [];
  return [...textsIn(root, [])].flatMap(({ node, path }) => {
    const { outer, from, to } = node;
    const [anchor, name] = /^&(\S+)/.exec(text.slice(outer, from)) ?? [];
    if (anchor === undefined || from === to || isReferredTo(root, name)) return [];
    const message = `${backticked(anchor)} names this place for YAML, and the text is only ${backticked(String(node.value))}; put the whole text in quotes`;
    const fix = fixOf("put it in quotes", false, outer, to, JSON.stringify(`${anchor} ${node.value}`));
    return [problem(cutText, { path, range: lines.range(outer, to), related: [] }, message, { fix })];
  });
}

/** Whether an alias of a name stands anywhere below a node. */
function isReferredTo(node: Node, name: string | undefined): boolean {
  if (node.kind === "alias") return node.name === name;
  if (node.kind === "list") return node.items.some(({ value }) => isReferredTo(value, name));
  return node.kind === "map" && node.pairs.some(({ value }) => isReferredTo(value, name));
}

/** Texts that a `#` ends, with a letter or a digit right behind it. */
function cutByComment({ root, text, lines, comments }: Document): Problem[] {
  const stuck = comments.filter(({ from }) => isStuck(text.slice(from, from + 12)));
  if (stuck.length === 0) return [];
  const ends = new Map([...textsIn(root, [])].map((each) => [each.node.to, each]));
  return stuck.flatMap((comment) => {
    let end = comment.from;
    while (/[ \t]/.test(text.charAt(end - 1))) end -= 1;
    const cut = ends.get(end);
    return cut ? [tell(cut, comment)] : [];
  });

  function tell({ node, path }: Text, { from, to }: Comment): Problem {
    const written = text.slice(from, to).trimEnd();
    const end = from + written.length;
    const kept = String(node.value);
    const message = `${backticked(written)} is a comment, and the text ends at ${backticked(kept)}; put the whole text in quotes, or a space behind the \`#\` if a comment is meant`;
    const meant = JSON.stringify(`${kept}${text.slice(node.to, end)}`);
    const fix = fixOf("put it in quotes", false, node.from, end, meant);
    return problem(cutText, { path, range: lines.range(from, end), related: [] }, message, { fix });
  }
}

interface Text {
  node: ScalarNode;
  path: Path;
}

/** The values that are any words, and stand there without quotes. */
function* textsIn(node: Node, path: Path): Generator<Text> {
  if (node.kind === "map")
    for (const { key, value } of node.pairs) yield* textsIn(value, [...path, keyName(key)]);
  if (node.kind === "list")
    for (const [index, { value }] of node.items.entries()) yield* textsIn(value, [...path, index]);
  const isText = node.kind === "scalar" && node.style === "plain" && typeof node.value === "string";
  if (isText && fieldAt(path)?.kind === "text") yield { node, path };
}
