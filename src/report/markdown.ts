/** The report in GitHub-flavoured Markdown: for job summaries, and for comments on changes. */

import { capitalized } from "../file/message-text.js";
import { gameOf } from "../file/northstar.js";
import { type Range, type RuleDoc, type Severity, severities } from "../file/problem.js";
import { helpOf, ruleDocOf } from "../lint/catalogue.js";
import { checklist } from "../lint/playbook.js";
import { markdown, messageMarkdown } from "./escape.js";
import { heading, joined, list, table, unwrapped } from "./markdown-blocks.js";
import {
  type FileReport,
  type Group,
  grouped,
  pluralize,
  type Report,
  type RunError,
  repositoryPath,
  summaryOf,
  uriOf,
} from "./report.js";
import { signs } from "./terminal-theme.js";
import { cleanCount, fixHint, ignoredIn, nothingShown, readsAs, reasonOf, verdictOf } from "./wording.js";

/** How long a text may be for its reader, and what is said where it was cut. */
export interface LengthLimit {
  most: number;
  sizeOf(text: string): number;
  /** Why it was cut, and where the rest is. */
  reason: string;
}

/** A comment on a change that is longer is refused, in characters. */
const comment: LengthLimit = {
  most: 65_536,
  sizeOf: (text) => text.length,
  reason: "a comment takes 65,536 characters; `northstar lint` shows everything",
};

/** The score, the table of the seven points, and the problems by severity. Whatever files say stays text. */
export function markdownReport(report: Report): string {
  return markdownWithin(report, comment);
}

/** The same, cut between two problems where it would be too long; its last line says how much is left out. */
export function markdownWithin(report: Report, { most, sizeOf, reason }: LengthLimit): string {
  const blocks = blocksOf(report);
  const whole = joined(blocks.map(({ text }) => text));
  if (sizeOf(whole) <= most) return whole;
  const total = blocks.reduce((sum, { problems }) => sum + problems, 0);
  let left = total;
  let size = sizeOf(joined([notice(total)]));
  const kept: Block[] = [];
  for (const block of blocks) {
    size += sizeOf(`${block.text}\n\n`);
    if (size > most) break;
    kept.push(block);
    left -= block.problems;
  }
  while (kept.at(-1)?.text.startsWith("#")) kept.pop();
  const cut = joined([...kept.map(({ text }) => text), notice(left)]);
  return sizeOf(cut) <= most ? cut : "";

  function notice(count: number): string {
    const what = count === 0 ? "The end of this report" : `${count} of ${pluralize(total, "problem")}`;
    return `**Left out here: ${what}, since ${reason}.**`;
  }
}

/** A part of the report that is not cut, and how many problems are in it. */
interface Block {
  text: string;
  problems: number;
}

function blocksOf(report: Report): Block[] {
  const { files, errors = [] } = report;
  const [file, ...others] = files;
  const several = others.length > 0 || errors.length > 0;
  const clean = several ? files.filter((each) => each.problems.length === 0) : [];
  const judged = files.filter((each) => !clean.includes(each));
  const mends = fixHint(fromRoot(report), (command) =>
    command.includes("`") ? markdown(command) : `\`${command}\``,
  );
  const title = file && !several ? `North Star: ${verdictOf(file)}` : `North Stars: ${totals(report)}`;
  return [
    block(heading(1, title)),
    ...(mends === null ? [] : [block(mends)]),
    ...errorBlocks(errors, report),
    ...judged.flatMap((each) => {
      if (!several) return bodyOf(report, each, 2, "");
      const path = repositoryPath(report, each.path);
      return [block(heading(2, `${path}: ${verdictOf(each)}`)), ...bodyOf(report, each, 3, ` in ${path}`)];
    }),
    ...(clean.length > 0
      ? [block(heading(2, `${capitalized(nothingShown(report))}: ${pluralize(clean.length, "file")}`))]
      : []),
    block(list(clean.map((each) => `${titleOf(report, each)}: ${markdown(verdictOf(each))}`))),
  ].filter(({ text }) => text !== "");
}

function block(text: string, problems = 0): Block {
  return { text, problems };
}

/** What could not be judged. */
function errorBlocks(errors: readonly RunError[], report: Report): Block[] {
  if (errors.length === 0) return [];
  const items = errors.map(({ message, path, range }) => {
    const file = path === undefined ? undefined : markdown(repositoryPath(report, path));
    const place =
      file && link(range ? `${file}, line ${range.start.line}` : file, addressOf(report, path ?? "", range));
    return block(list([place ? `**${place}**: ${messageMarkdown(message)}` : messageMarkdown(message)]));
  });
  return [block(heading(2, `${signs.error} Could not be judged`)), ...items];
}

function totals(report: Report): string {
  const { files } = report;
  const { errors, warnings, notes } = summaryOf(report);
  if (files.length === 0) return report.errors?.length ? "could not be judged" : "no file to judge";
  const counts = [
    [errors, "error"],
    [warnings, "warning"],
    [notes, "note"],
  ] as const;
  return [
    pluralize(files.length, "file"),
    cleanCount(report),
    ...counts.flatMap(([count, thing]) => (count > 0 ? [pluralize(count, thing)] : [])),
    ...(report.errors?.length ? ["not all could be judged"] : []),
  ].join(", ");
}

function bodyOf(report: Report, file: FileReport, level: 2 | 3, where: string): Block[] {
  const explained = new Set<string>();
  const [read, ignored] = [readsAs(file), ignoredIn(file)];
  const points = table(
    ["", "Point", "State", "Why"],
    file.points.map((point) => [
      String(point.number),
      checklist[point.id].name,
      `${signs[point.state]} ${point.state}`,
      markdown(reasonOf(point, file)),
    ]),
    { keep: true },
  );
  const head = [
    titleOf(report, file),
    ...[read, ignored].map((text) => (text === null ? "" : messageMarkdown(text))),
    points,
  ];
  const problems = severities.flatMap((severity) => {
    const found = file.problems.filter((problem) => problem.severity === severity);
    if (found.length === 0) return [];
    return [
      block(heading(level, `${title(found.length, severity)}${where}`)),
      ...grouped(found).map((group) => block(list([itemOf(group, report, file, explained)]), group.length)),
    ];
  });
  return [...head.map((text) => block(text)), ...problems];
}

function title(count: number, severity: Severity): string {
  return `${signs[severity]} ${pluralize(count, severity)}`;
}

/** The file, its metric and its game. */
function titleOf(report: Report, { path, star }: FileReport): string {
  const file = link(markdown(repositoryPath(report, path)), addressOf(report, path));
  if (!star) return file;
  const game = gameOf(star);
  return `${file} · **${markdown(star.name)}**${game ? ` · ${game} game` : ""}`;
}

/** A problem with its place, what to ask oneself, and once for each rule why it matters. */
function itemOf(group: Group, report: Report, file: FileReport, explained: Set<string>): string {
  const [problem] = group;
  const { rule, range } = problem;
  const doc = ruleDocOf(rule);
  const first = !explained.has(rule);
  explained.add(rule);
  const place = link(`line ${range.start.line}`, addressOf(report, file.path, range));
  const messages = group.map(({ message }) => messageMarkdown(message));
  return [
    ...(messages.length === 1
      ? [`**${rule}**, ${place}: ${messages[0]}`]
      : [`**${rule}**, ${place}:`, list(messages)]),
    ...problem.related.map(
      (other) =>
        `${link(`Line ${other.range.start.line}`, addressOf(report, file.path, other.range))}: ${messageMarkdown(other.message)}`,
    ),
    ...(doc.question === null || !first ? [] : [`> ${markdown(doc.question)}`]),
    ...(first ? [teaching(doc)] : []),
  ].join("\n\n");
}

function teaching({ id, why, chapter }: RuleDoc): string {
  const help = helpOf(id);
  const more = chapter === null ? `\`${help}\`` : `\`${help}\` · playbook, chapter ${chapter}`;
  return `<details><summary>Why it matters</summary>\n\n${unwrapped(why)}\n\n${more}\n\n</details>`;
}

/** Where a browser shows a file, at the lines of a place in it. */
/** A report whose call names what it names from the repository's root, as readers of the report see it. */
function fromRoot(report: Report): Report {
  const { call } = report;
  if (!call || report.folder === "") return report;
  return { ...report, call: { ...call, paths: call.paths.map((path) => repositoryPath(report, path)) } };
}

function addressOf({ browse, folder }: Report, path: string, range?: Range): string | null {
  const inside = repositoryPath({ folder }, path);
  if (browse === null || inside.startsWith("../")) return null;
  if (!range) return browse + uriOf(inside);
  const { start, end } = range;
  return `${browse}${uriOf(inside)}#L${start.line}${end.line > start.line ? `-L${end.line}` : ""}`;
}

function link(text: string, address: string | null): string {
  return address === null ? text : `[${text}](<${address}>)`;
}
