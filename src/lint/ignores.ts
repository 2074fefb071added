/** Reads ignore comments: `# northstar-ignore lagging-metric: why it is fine here`. */

import { isDay } from "../file/calendar.js";
import { type Scope, scopesOf } from "../file/comments.js";
import type { Document } from "../file/document.js";
import { backticked } from "../file/message-text.js";
import { fixOf } from "../file/mistake.js";
import { nearest } from "../file/nearest.js";
import type { Comment } from "../file/node.js";
import { type Correction, type Path, type Problem, problem, type Range } from "../file/problem.js";
import * as faults from "./comment-faults.js";

/** A rule that a comment names. */
export interface NamedRule {
  rule: string;
  range: Range;
}

/** A comment that ignores rules, as it is written. */
export interface Ignore {
  rules: readonly NamedRule[];
  /** Why, in the team's words; empty where it is missing. */
  reason: string;
  /** The last day on which it counts, as YYYY-MM-DD; null when it counts for good. */
  until: string | null;
  /** The comment. */
  range: Range;
  /** What it is about; null where nothing stands below. */
  scope: Scope | null;
}

const directive = "northstar-ignore";
const form = `write \`# ${directive} rule-id: why it is fine here\``;

/** The ignores of a file in the order of the text, and those comments that were meant to be some. */
export function ignoresIn(document: Document): { ignores: Ignore[]; malformed: Problem[] } {
  const ignores: Ignore[] = [];
  const malformed: Problem[] = [];
  let scopeOf: ReturnType<typeof scopesOf> | undefined;
  for (const comment of document.comments) {
    const text = document.text.slice(comment.from, comment.to);
    const word = /^#+\s*(\S*)/.exec(text)?.[1] ?? "";
    if (word !== directive) {
      if (isMeant(text, word))
        malformed.push(
          tell(comment, `${backticked(word)} is no ignore; ${form}`, [], renaming(comment, text)),
        );
      continue;
    }
    scopeOf ??= scopesOf(document);
    const scope = scopeOf(comment) ?? null;
    const read = parse(text);
    if (typeof read === "string") malformed.push(tell(comment, read, scope?.path, colonIn(comment, text)));
    else ignores.push({ ...read, rules: read.rules.map(place), range: rangeOf(comment), scope });

    function place({ rule, at }: Found): NamedRule {
      return { rule, range: document.lines.range(comment.from + at, comment.from + at + rule.length) };
    }
  }
  return { ignores, malformed };

  function tell(comment: Comment, message: string, path: Path = [], fix?: Correction): Problem {
    const place = { path, range: rangeOf(comment), related: [] };
    return problem(faults.malformedIgnore, place, message, { ...(fix && { fix }) });
  }

  function rangeOf({ from, to }: Comment): Range {
    return document.lines.range(from, to);
  }
}

/** Whether a comment was meant to ignore something: a typing error, or the word of another linter. */
function isMeant(text: string, word: string): boolean {
  return (
    /^#+\s*@?north-?star[\s:_-]*(?:ignore|disable|skip)/i.test(text) ||
    (word.length > 12 && nearest(word.replace(/:$/, ""), [directive], 0.15) !== null)
  );
}

/** Writes the word that starts an ignore in place of what was meant as such; none where no rule's id follows. */
function renaming({ from }: Comment, text: string): Correction | undefined {
  const [, start = "", word = ""] =
    /^(#+\s*)(@?north-?star[\s:_-]*(?:ignore|disable|skip)(?:-next)?(?:-line)?:?|\S+)\s+[a-z]+-[a-z]/i.exec(
      text,
    ) ?? [];
  if (!isMeant(`# ${word}`, word)) return undefined;
  const at = from + start.length;
  return fixOf(`write \`${directive}\``, false, at, at + word.length, directive);
}

/** Puts the colon between rules and reason; none where a word before another colon may be a rule, too. */
function colonIn({ from }: Comment, text: string): Correction | undefined {
  const { rest = "" } = parts.exec(text)?.groups ?? {};
  if (rest === "" || rest.includes(":")) return undefined;
  const before = text.slice(0, text.length - rest.length).trimEnd();
  const reason = rest.replace(/^[-–—]+\s*/, "");
  return fixOf(
    "put a colon before the reason",
    false,
    from + before.length,
    from + text.length,
    `: ${reason}`,
  );
}

/** A rule's id, and where it starts in the comment. */
interface Found {
  rule: string;
  at: number;
}

const parts =
  /^(?<start>#+\s*\S+\s+)(?<list>(?!until\b)[\w-]+(?:\s*,\s*[\w-]+)*)(?:\s+until\s+(?<until>[^\s:]*))?\s*(?<rest>.*)$/;

/** What a comment says, or what is wrong with its form. */
function parse(text: string): { rules: Found[]; reason: string; until: string | null } | string {
  const { start = "", list, until = null, rest = "" } = parts.exec(text)?.groups ?? {};
  if (list === undefined) return `this names no rule; ${form}`;
  if (rest !== "" && !rest.startsWith(":"))
    return `a colon is missing between the rules and the reason; ${form}`;
  const reason = rest.slice(1).trim();
  const end = endOf(reason);
  const last = until ?? end?.day ?? null;
  if (last !== null && !isDay(last))
    return `${backticked(last)} is not a day; write it as year, month and day: \`until 2027-01-31\``;
  const rules = [...list.matchAll(/[\w-]+/g)].map(({ 0: rule, index }) => ({
    rule,
    at: start.length + index,
  }));
  return { rules, reason: (end?.before ?? reason).trim(), until: last };
}

/** Many say at the end until when it counts: it must not count for good because of that. */
function endOf(reason: string): { before: string; day: string } | undefined {
  const at = reason.lastIndexOf("until ");
  const day = at < 0 ? undefined : /^until +(\d{4}-\d\d-\d\d)[).]*$/.exec(reason.slice(at))?.[1];
  if (day === undefined || /[\p{L}\p{N}-]/u.test(reason.charAt(at - 1))) return undefined;
  return { before: reason.slice(0, at).replace(/[\s(,;:–—-]+$/, ""), day };
}
