/** Takes out problems that comments ignore; the only place that does, so that reports and exit codes agree. */
import { withoutComment } from "../file/comments.js";
import type { Document } from "../file/document.js";
import { backticked } from "../file/message-text.js";
import { fixOf } from "../file/mistake.js";
import { nearest } from "../file/nearest.js";
import {
  type Correction,
  type Path,
  type Position,
  type Problem,
  problem,
  type Range,
  type RuleDoc,
} from "../file/problem.js";
import { catalogue } from "./catalogue.js";
import * as faults from "./comment-faults.js";
import { type Ignore, ignoresIn, type NamedRule } from "./ignores.js";
import { rules } from "./rules/index.js";

export interface AfterIgnores {
  /** What no comment answers, and what is wrong with the comments. */
  problems: Problem[];
  /** What a comment answers. */
  ignored: Problem[];
}

/**
 * Takes out the problems that a comment answers: those at a place under it, and those that are written there. `ran`
 * are the rules that looked at the file: only of them it can be said that they find nothing any more.
 */
export function applyIgnores(
  found: readonly Problem[],
  document: Document,
  { today, ran }: { today: string; ran: ReadonlySet<string> },
): AfterIgnores {
  const { ignores, malformed } = ignoresIn(document);
  const inForce = ignores.filter((each) => !isOver(each));
  const byRule = new Map<string, Ignore[]>();
  for (const ignore of inForce)
    for (const { rule } of ignore.rules) {
      const others = byRule.get(rule);
      if (others) others.push(ignore);
      else byRule.set(rule, [ignore]);
    }
  const used = new Map<Ignore, Set<string>>(inForce.map((ignore) => [ignore, new Set()]));
  const ignored = new Map<Problem, Ignore>();
  for (const each of found)
    for (const ignore of byRule.get(each.rule) ?? [])
      if (isUnder(ignore, each)) {
        ignored.set(each, ignore);
        used.get(ignore)?.add(each.rule);
      }
  return {
    ignored: [...ignored].map(([each, { reason }]) => ({ ...each, answer: reason })),
    problems: [
      ...found.filter((each) => !ignored.has(each)),
      ...malformed,
      ...ignores.filter(({ reason }) => reason === "").map(withoutReason),
      ...ignores.filter(isOver).map(over),
      ...ignores.flatMap((ignore) => unknownIn(ignore, document)),
      ...inForce.flatMap((ignore) =>
        ignore.rules
          .filter(({ rule }) => ran.has(rule) && !used.get(ignore)?.has(rule))
          .map((named) => unused(ignore, named, document)),
      ),
    ],
  };

  function isOver({ until }: Ignore): boolean {
    return until !== null && until < today;
  }
}

function isUnder({ scope }: Ignore, { path, range }: Problem): boolean {
  if (scope === null) return false;
  return scope.path.every((step, index) => step === path[index]) || isWithin(range.start, scope.range);
}

function isWithin(place: Position, { start, end }: Range): boolean {
  return isBefore(start, place) && isBefore(place, end);
}

/** Whether a place stands before another, or is the same. */
function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column <= b.column);
}

function withoutReason({ scope, range }: Ignore): Problem {
  return tell(
    faults.ignoreWithoutReason,
    scope?.path,
    range,
    "the reason is missing; say behind a colon why the rule is wrong here",
  );
}

function over({ scope, range, until }: Ignore): Problem {
  const message = `this counted until ${until}; take it out, or decide again and give it a new day`;
  return tell(faults.expiredIgnore, scope?.path, range, message);
}

function unused(ignore: Ignore, named: NamedRule, document: Document): Problem {
  const { scope } = ignore;
  if (!scope) {
    const message = "nothing stands below this comment; put it above what it is about";
    return tell(faults.unusedIgnore, [], named.range, message);
  }
  const message = `${backticked(named.rule)} finds nothing here; take it out of the comment`;
  return tell(faults.unusedIgnore, scope.path, named.range, message, withoutRule(ignore, named, document));
}

/** Takes a rule out of an ignore, and the whole comment where it names no other. */
function withoutRule(ignore: Ignore, named: NamedRule, document: Document): Correction {
  const { text, lines } = document;
  const others = ignore.rules.filter((each) => each !== named);
  const offsets = ({ start, end }: Range) => ({ from: lines.offset(start), to: lines.offset(end) });
  if (others.length === 0) {
    const { start, end } = withoutComment(document, offsets(ignore.range));
    return fixOf("take the comment out", false, start, end, "");
  }
  const { from, to } = offsets(named.range);
  const [comma] = /^\s*,\s*/.exec(text.slice(to)) ?? [];
  const before = /\s*,\s*$/.exec(text.slice(0, from))?.index ?? from;
  const title = `take ${backticked(named.rule)} out of the comment`;
  return comma ? fixOf(title, false, from, to + comma.length, "") : fixOf(title, false, before, to, "");
}

function unknownIn(ignore: Ignore, document: Document): Problem[] {
  const ids = rules.map(({ id }) => id);
  return ignore.rules
    .filter(({ rule }) => !ids.includes(rule))
    .map((named) => unknown(ignore, named, nearest(named.rule, ids), document));
}

function unknown(
  { scope }: Ignore,
  { rule, range }: NamedRule,
  meant: string | null,
  { lines }: Document,
): Problem {
  const say = (message: string, fix?: Correction) =>
    tell(faults.unknownIgnore, scope?.path, range, message, fix);
  if (catalogue.some(({ id }) => id === rule))
    return say(`${backticked(rule)} cannot be ignored, only mended`);
  const none = `there is no rule ${backticked(rule)}`;
  if (meant === null) return say(`${none}; \`northstar explain\` lists the rules`);
  const [from, to] = [lines.offset(range.start), lines.offset(range.end)];
  return say(`${none}; did you mean \`${meant}\`?`, fixOf(`write \`${meant}\``, false, from, to, meant));
}

function tell(rule: RuleDoc, path: Path = [], range: Range, message: string, fix?: Correction): Problem {
  return problem(rule, { path, range, related: [] }, message, { ...(fix && { fix }) });
}
