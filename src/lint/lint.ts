/** Runs the rules on one North Star and makes problems of their findings: with places and severities, without ignored ones, sorted. */
import type { Horizons, Setting } from "../config/config.generated.js";
import { starChanges } from "../diff/star-changes.js";
import type { Document } from "../file/document.js";
import { type Northstar, treeOf } from "../file/northstar.js";
import { passwordsIn } from "../file/passwords.js";
import { compareProblems, type Problem, problem } from "../file/problem.js";
import { type LookedUpSources, sourcesIn } from "../metrics/source.js";
import { hasBlank, isPlaceholder } from "../reading/blank.js";
import { languageOf } from "../reading/language.js";
import type { Lexicon } from "../reading/lexicon.js";
import { type Reading, read } from "../reading/reading.js";
import type { CodeOwners } from "../work/code-owners.js";
import { type AfterIgnores, applyIgnores } from "./apply-ignores.js";
import { cutTexts } from "./cut-text.js";
import { opinionsOf } from "./opinions.js";
import { type AnyRule, type Finding, isSetRule, type Rule, type SetRule, type Subject } from "./rule.js";
import { type Text, textsIn } from "./texts.js";
import { weighed } from "./weigh.js";

export interface LintOptions {
  rules: readonly AnyRule[];
  /** The day of the check, as YYYY-MM-DD. */
  today: string;
  /** What a team says instead of a rule's own severity, by the rule's id. */
  severities?: Readonly<Record<string, Setting>>;
  /** The words that definitions are read with; those of English when left out. */
  lexicon?: Lexicon;
  /** How far the bets of some levels look ahead, where it is not as usual. */
  horizons?: Horizons | undefined;
  /** What was looked up of the metrics that the file names; rules about them are silent without it. */
  sources?: LookedUpSources | undefined;
  /** The North Star as it was before; rules about changes are silent without it. */
  before?: Northstar | undefined;
  /** Whom the CODEOWNERS of the repository names; the rule about it is silent without it. */
  codeOwners?: CodeOwners | undefined;
  /** False to find what comments ignore, too. */
  ignores?: boolean;
}

/**
 * What the rules have to say of a North Star, in the order of its file, without what its comments answer; `pending` is
 * what those over several files would find here.
 */
export function lint(
  subject: Subject,
  document: Document,
  options: LintOptions,
): AfterIgnores & { pending: AfterIgnores } {
  const { severities = {}, today, ignores = true } = options;
  const english = isEnglish(subject.star);
  const isAbout = (rule: AnyRule) => (english || !rule.english) && (subject.before || !isAboutChanges(rule));
  const running = options.rules.filter((rule) => isAbout(rule) && severities[rule.id] !== "off");
  const ran = new Set(running.map(({ id }) => id));
  // What answers a change is not out of date when the change is no longer new.
  const looked = new Set(running.filter((rule) => !isAboutChanges(rule)).map(({ id }) => id));
  const raw: Problem[] = [];
  for (const rule of running)
    if (isSetRule(rule)) raw.push(...pendingOf(rule, subject.star, document));
    else for (const finding of rule.check(subject)) raw.push(problemOf(rule, finding, document));
  const found = weighed(graded(raw, severities), subject, severities);
  const applied = ignores
    ? applyIgnores(found, document, { today, ran: looked })
    : { problems: found, ignored: [] };
  const others = applied.problems.filter(({ rule }) => !ran.has(rule));
  const problems = [
    ...applied.problems.filter(({ rule }) => ran.has(rule)),
    ...graded([...others, ...cutTexts(document), ...passwordsIn(document.text, document.lines)], severities),
  ].sort(compareProblems);
  const ignored = applied.ignored.sort(compareProblems);
  const pending = new Set(running.filter(isSetRule).map(({ id }) => id));
  const isOwn = ({ rule }: Problem) => !pending.has(rule);
  const isPending = ({ rule }: Problem) => pending.has(rule);
  return {
    problems: problems.filter(isOwn),
    ignored: ignored.filter(isOwn),
    pending: { problems: problems.filter(isPending), ignored: ignored.filter(isPending) },
  };
}

function isAboutChanges({ before }: AnyRule): boolean {
  return before !== undefined;
}

function pendingOf(rule: SetRule, star: Northstar, document: Document): Problem[] {
  const path = rule.placeIn(star);
  return path ? [problem(rule, document.locate(path), rule.summary)] : [];
}

/** Problems as grave as the team finds them. */
function graded(problems: readonly Problem[], severities: Readonly<Record<string, Setting>>): Problem[] {
  return problems.flatMap((each) => {
    const severity = severities[each.rule] ?? each.severity;
    return severity === "off" ? [] : [{ ...each, severity }];
  });
}

/** Whether the rules that read English apply. */
export function isEnglish(star: Northstar): boolean {
  return languageOf(star) === "en";
}

/** What rules look at; a text with blanks reads as an empty one. */
export function subjectOf(
  star: Northstar,
  today: string,
  lexicon?: Lexicon,
  horizons?: Horizons,
  sources?: LookedUpSources,
  before?: Northstar,
  codeOwners?: CodeOwners,
): Subject {
  const readingOf = ({ name, definition }: { name: string; definition: string }) =>
    read(filled(name), filled(definition), lexicon);
  let texts: readonly Text[] | undefined;
  let metric: Reading | undefined;
  let title: Reading | undefined;
  let inputs: readonly Reading[] | undefined;
  let opinions: Subject["opinions"] | undefined;
  let changes: Subject["changes"] | undefined;
  return {
    star,
    tree: treeOf(star),
    get texts() {
      texts ??= textsIn(star);
      return texts;
    },
    // Reading takes its time, and not every run has rules that ask for it.
    get metric() {
      metric ??= readingOf(star);
      return metric;
    },
    get title() {
      title ??= read(filled(star.name), filled(star.name), lexicon);
      return title;
    },
    get inputs() {
      inputs ??= star.inputs.map(readingOf);
      return inputs;
    },
    get opinions() {
      opinions ??= opinionsOf(star, this, lexicon);
      return opinions;
    },
    before,
    get changes() {
      changes ??= before ? starChanges(before, star) : [];
      return changes;
    },
    today,
    horizons,
    sources: sources ? sourcesIn(star, sources) : [],
    lockFault: sources?.lockFault ?? null,
    codeOwners: codeOwners ?? null,
  };
}

function problemOf(
  rule: Rule,
  { path, message, at, span, related = [], point, fix }: Finding,
  document: Document,
): Problem {
  const place = document.locate(path, { ...(at && { at }), ...(span && { span }) });
  const others = related.map(({ path, message }) => {
    const { path: found, range } = document.locate(path);
    return { message, path: found, range };
  });
  return problem(rule, { ...place, related: [...others, ...place.related] }, message, {
    ...(point !== undefined && { point }),
    ...(fix && { fix }),
  });
}

function filled(text: string): string {
  return hasBlank(text) || isPlaceholder(text) ? "" : text;
}
