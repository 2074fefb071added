/** Applies the fixes of a file's problems until none is left. */
import { fixer } from "../file/fix.js";
import { applyEdits, composeEdits } from "../file/patch.js";
import type { Edit, Problem } from "../file/problem.js";
import { blank } from "../reading/blank.js";
import { fingerprintKey } from "./baseline.js";
import { type Checked, checkSource } from "./check.js";
import { fingerprintsOf } from "./fingerprint.js";
import type { LintOptions } from "./lint.js";
import { regressions } from "./regression.js";
import { unfilledBlank } from "./rules/format/unfilled-blank.js";

/** Which fixes are made. */
export type Fixes = "safe" | "all";

/** A file after its fixes. */
export interface AfterFixes extends Checked {
  text: string;
  /** What became of the first text. */
  edits: Edit[];
  /** The problems that were mended, in the order in which that was done. */
  mended: Problem[];
  /** The problems whose fixes were left out, and what they would have brought. */
  harmful: Harm[];
}

interface Harm {
  problem: Problem;
  brings: Problem;
}

/** A problem that can be mended. */
interface Mendable {
  problem: Problem;
  edits: readonly Edit[];
}

/** How often a text is judged anew; who needs more has rules that contradict one another. */
const mostTries = 200;

/**
 * Makes the safe fixes of a text, or all of them, until none is left: fixes that touch one another one after the
 * other. One that would make the file worse is left out, but for the blanks that it says it leaves. What is `known`, by its
 * fingerprint, stays as it is. To fix it again changes nothing.
 */
export function applyFixes(
  text: string,
  options: LintOptions,
  which: Fixes,
  known: ReadonlySet<string> = new Set(),
): AfterFixes {
  const rounds: Edit[][] = [];
  const seen = new Set([text]);
  const mended: Problem[] = [];
  let now = { text, ...checkSource(text, options) };
  let harmful: Harm[] = [];
  let tries = 0;
  for (let going = true; going; ) {
    harmful = [];
    going = takeSome(apart(mendable(now, which, known)));
  }
  return { ...now, edits: composeEdits(text.length, rounds), mended, harmful };

  /** Makes all of some fixes, or else as many of one half of them as can be made. */
  function takeSome(group: readonly Mendable[]): boolean {
    if (take(group)) return true;
    const half = Math.ceil(group.length / 2);
    return group.length > 1 && (takeSome(group.slice(0, half)) || takeSome(group.slice(half)));
  }

  /** Makes some fixes at once, if that does no harm. */
  function take(group: readonly Mendable[]): boolean {
    const edits = group.flatMap((each) => each.edits);
    const next = applyEdits(now.text, edits);
    if (seen.has(next) || tries === mostTries) return false;
    tries += 1;
    const after = { text: next, ...checkSource(next, options) };
    const asked = blanksOf(group);
    const [brings] = regressions(now, after).filter((each) => !isOneOf(asked, each));
    if (brings) {
      const [only, ...others] = group;
      if (only && others.length === 0) harmful.push({ problem: only.problem, brings });
      return false;
    }
    rounds.push(edits);
    seen.add(next);
    mended.push(...group.map(({ problem }) => problem));
    now = after;
    return true;
  }
}

/** The places at which fixes say that they leave a blank: who makes such a fix fills them in next. */
function blanksOf(group: readonly Mendable[]): Set<string> {
  const changes = group.flatMap(({ problem: { fix } }) => (fix && "changes" in fix ? fix.changes : []));
  return new Set(
    changes.flatMap((change) => ("set" in change && change.to === blank ? [change.set.join(".")] : [])),
  );
}

function isOneOf(blanks: ReadonlySet<string>, { rule, path }: Problem): boolean {
  return rule === unfilledBlank.id && blanks.has(path.join("."));
}

function mendable(now: Checked & { text: string }, which: Fixes, known: ReadonlySet<string>): Mendable[] {
  const editsOf = fixer(now.text);
  const keys = known.size > 0 ? fingerprintsOf(now).map(fingerprintKey) : [];
  return now.problems.flatMap((problem, index) => {
    const { fix } = problem;
    const isWanted = fix && (fix.safe || which === "all") && !known.has(keys[index] ?? "");
    const edits = isWanted ? editsOf(fix) : undefined;
    return edits && edits.length > 0 ? [{ problem, edits }] : [];
  });
}

/** Those of which none touches one before it. */
function apart(all: readonly Mendable[]): Mendable[] {
  const taken: Edit[] = [];
  return all.filter(({ edits }) => {
    const touches = edits.some((edit) =>
      taken.some((other) => edit.start <= other.end && other.start <= edit.end),
    );
    if (!touches) taken.push(...edits);
    return !touches;
  });
}
