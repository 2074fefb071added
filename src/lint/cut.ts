/** Comments that nobody meant: `owner: Team #1` says that the owner is Team. */
import type { Comment } from "../file/comments.js";
import { fieldAt } from "../file/field.js";
import { fixOf } from "../file/mistake.js";
import type { Node, ScalarNode } from "../file/node.js";
import { type Path, type Problem, problem } from "../file/problem.js";
import { inTicks } from "../file/say.js";
import type { Source } from "../file/source.js";
import { isAscii } from "../file/text.js";
import { nameOf } from "../file/value.js";
import { cutText } from "./comment-faults.js";

function isStuck(sign: string): boolean {
  return (
    /^#(?!northstar)[A-Za-z\d]/.test(sign) || (!isAscii(sign) && /^#(?!northstar)[\p{L}\p{N}]/u.test(sign))
  );
}

/** Texts without quotes that a `#` ends, with a letter or a digit right behind it. */
export function cutTexts({ root, text, lines, comments }: Source): Problem[] {
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
    const message = `${inTicks(written)} is a comment, and the text ends at ${inTicks(kept)}; put the whole text in quotes, or a space behind the \`#\` if a comment is meant`;
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
    for (const { key, value } of node.pairs) yield* textsIn(value, [...path, nameOf(key)]);
  if (node.kind === "list")
    for (const [index, { value }] of node.items.entries()) yield* textsIn(value, [...path, index]);
  const isText = node.kind === "scalar" && node.style === "plain" && typeof node.value === "string";
  if (isText && fieldAt(path)?.kind === "text") yield { node, path };
}
