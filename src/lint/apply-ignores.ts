/** Takes out problems that comments ignore; the only place that does, so that reports and exit codes agree. */
import type { Document } from "../file/document.js";
import { backticked } from "../file/message-text.js";
import { nearest } from "../file/nearest.js";
import {
  type Path,
  type Position,
  type Problem,
  problem,
  type Range,
  type RuleDoc,
} from "../file/problem.js";
import { catalogue } from "./catalogue.js";
import * as faults from "./comment-faults.js";
import { type Ignore, ignoresIn } from "./ignores.js";
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
      ...ignores.flatMap(unknownIn),
      ...inForce.flatMap((ignore) =>
        ignore.rules
          .filter(({ rule }) => ran.has(rule) && !used.get(ignore)?.has(rule))
          .map(({ rule, range }) => unused(ignore, rule, range)),
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

function unused({ scope }: Ignore, rule: string, range: Range): Problem {
  const message = scope
    ? `${backticked(rule)} finds nothing here; take it out of the comment`
    : "nothing stands below this comment; put it above what it is about";
  return tell(faults.unusedIgnore, scope?.path, range, message);
}

function unknownIn({ rules: named, scope }: Ignore): Problem[] {
  const ids = rules.map(({ id }) => id);
  return named
    .filter(({ rule }) => !ids.includes(rule))
    .map(({ rule, range }) => tell(faults.unknownIgnore, scope?.path, range, messageFor(rule, ids)));
}

function messageFor(rule: string, ids: readonly string[]): string {
  if (catalogue.some(({ id }) => id === rule)) return `${backticked(rule)} cannot be ignored, only mended`;
  const meant = nearest(rule, ids);
  return `there is no rule ${backticked(rule)}; ${meant ? `did you mean \`${meant}\`?` : "`northstar explain` lists the rules"}`;
}

function tell(rule: RuleDoc, path: Path = [], range: Range, message: string): Problem {
  return problem(rule, { path, range, related: [] }, message);
}
