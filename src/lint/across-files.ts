/** Runs the rules over several files. */
import { compareProblems, type Problem } from "../file/problem.js";
import type { AfterIgnores } from "./apply-ignores.js";
import { type Beside, isSetRule, type SetRule } from "./rule.js";
import { rules } from "./rules/index.js";

/** A file that was judged by itself. */
interface Judged {
  path: string;
  star?: Beside["star"];
  problems: readonly Problem[];
  ignored?: readonly Problem[];
  /** What rules over several files would find in it. */
  pending?: AfterIgnores | undefined;
}

const setRules = rules.filter(isSetRule);

/** Files that were judged by themselves, with what the rules over several files find in them. */
export function acrossFiles<T extends Judged>(files: readonly T[]): T[] {
  const found = new Map<T, AfterIgnores>();
  for (const rule of setRules) for (const [file, more] of foundBy(rule, files)) add(found, file, more);
  return files.map((file) => {
    const { problems, ignored } = found.get(file) ?? { problems: [], ignored: [] };
    const before = [...file.problems, ...(file.ignored ?? [])].some(isAcrossFiles);
    if (!before && problems.length + ignored.length === 0) return file;
    return {
      ...file,
      problems: joined(file.problems, problems),
      ignored: joined(file.ignored ?? [], ignored),
    };
  });
}

/** Whether a problem is one of several files. */
export function isAcrossFiles({ rule }: Pick<Problem, "rule">): boolean {
  return setRules.some(({ id }) => id === rule);
}

/** What a rule finds in files of which each could have the problem, ignored where a comment of the file says so. */
function foundBy<T extends Judged>(rule: SetRule, files: readonly T[]): [T, AfterIgnores][] {
  const able = files.filter(
    ({ pending }) => pending && of(rule, [...pending.problems, ...pending.ignored]).length,
  );
  const beside = able.map(({ path, star = {} }) => ({ path, star }));
  return [...rule.check(beside)].flatMap(({ file, message }) => {
    const each = able[file];
    if (!each?.pending) return [];
    const said = (problems: readonly Problem[]) =>
      of(rule, problems).map((problem) => ({ ...problem, message }));
    return [[each, { problems: said(each.pending.problems), ignored: said(each.pending.ignored) }]];
  });
}

function of({ id }: SetRule, problems: readonly Problem[]): Problem[] {
  return problems.filter(({ rule }) => rule === id);
}

function add<T>(found: Map<T, AfterIgnores>, file: T, { problems, ignored }: AfterIgnores): void {
  const before = found.get(file);
  if (!before) found.set(file, { problems: [...problems], ignored: [...ignored] });
  else {
    before.problems.push(...problems);
    before.ignored.push(...ignored);
  }
}

function joined(own: readonly Problem[], added: readonly Problem[]): Problem[] {
  return [...own.filter((each) => !isAcrossFiles(each)), ...added].sort(compareProblems);
}
