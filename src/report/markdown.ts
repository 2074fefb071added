/** The report in GitHub-flavoured Markdown: for job summaries, and for comments on changes. */
import { gameOf } from "../file/northstar.js";
import { type Problem, type Severity, severities } from "../file/problem.js";
import { checklist } from "../lint/playbook.js";
import { heading, joined, list, table, unwrapped } from "./blocks.js";
import { markdown, plain } from "./escape.js";
import {
  type Group,
  grouped,
  many,
  type Report,
  repositoryPath,
  scoreOf,
  summaryOf,
  type Told,
  uriOf,
} from "./report.js";
import { signs } from "./theme.js";
import { ignoredIn, reasonOf, understood } from "./words.js";

/** The score, the table of the seven points, and the problems by severity. Whatever files say stays text. */
export function markdownReport(report: Report): string {
  const [file, ...others] = report.files;
  if (file && others.length === 0)
    return joined([heading(1, `North Star: ${verdictOf(file)}`), ...bodyOf(report, file, 2, "")]);
  const clean = report.files.filter(({ problems }) => problems.length === 0);
  return joined([
    heading(1, `North Stars: ${totals(report, clean.length)}`),
    ...report.files
      .filter((each) => !clean.includes(each))
      .flatMap((each) => [
        heading(2, `${repositoryPath(report, each.path)}: ${verdictOf(each)}`),
        ...bodyOf(report, each, 3, ` in ${repositoryPath(report, each.path)}`),
      ]),
    clean.length > 0 && heading(2, `Without problems: ${many(clean.length, "file")}`),
    list(clean.map((each) => `${titleOf(report, each)}: ${markdown(verdictOf(each))}`)),
  ]);
}

function verdictOf(file: Told): string {
  return file.star ? scoreOf(file.points) : "cannot be read yet";
}

function totals(report: Report, clean: number): string {
  const { files, errors, warnings, notes } = summaryOf(report);
  if (files === 0) return "no file to judge";
  const counts = [
    [errors, "error"],
    [warnings, "warning"],
    [notes, "note"],
  ] as const;
  return [
    many(files, "file"),
    `${clean} without problems`,
    ...counts.flatMap(([count, thing]) => (count > 0 ? [many(count, thing)] : [])),
  ].join(", ");
}

function bodyOf(report: Report, file: Told, level: 2 | 3, where: string): (string | null)[] {
  const told = new Set<string>();
  const [read, ignored] = [understood(file), ignoredIn(file)];
  return [
    titleOf(report, file),
    read === null ? null : inline(read),
    ignored === null ? null : inline(ignored),
    table(
      ["", "Point", "State", "Why"],
      file.points.map((point) => [
        String(point.number),
        checklist[point.id].name,
        `${signs[point.state]} ${point.state}`,
        markdown(reasonOf(point, file)),
      ]),
      { keep: true },
    ),
    ...severities.flatMap((severity) => {
      const problems = file.problems.filter((problem) => problem.severity === severity);
      if (problems.length === 0) return [];
      const items = grouped(problems).map((group) => itemOf(group, report, file, told));
      return [heading(level, `${title(problems.length, severity)}${where}`), list(items, { loose: true })];
    }),
  ];
}

function title(count: number, severity: Severity): string {
  return `${signs[severity]} ${many(count, severity)}`;
}

/** The file, its metric and its game. */
function titleOf(report: Report, { path, star }: Told): string {
  const file = link(markdown(repositoryPath(report, path)), addressOf(report, path));
  if (!star) return file;
  const game = gameOf(star);
  return `${file} · **${markdown(star.name)}**${game ? ` · ${game} game` : ""}`;
}

/** A problem with its place, what to ask oneself, and once for each rule why it matters. */
function itemOf(group: Group, report: Report, file: Told, told: Set<string>): string {
  const [problem] = group;
  const { rule, question, range } = problem;
  const first = !told.has(rule);
  told.add(rule);
  const place = link(`line ${range.start.line}`, addressOf(report, file.path, problem));
  const messages = group.map(({ message }) => inline(message));
  return [
    ...(messages.length === 1
      ? [`**${rule}**, ${place}: ${messages[0]}`]
      : [`**${rule}**, ${place}:`, list(messages)]),
    ...problem.related.map(
      (other) =>
        `${link(`Line ${other.range.start.line}`, addressOf(report, file.path, other))}: ${inline(other.message)}`,
    ),
    ...(question === null || !first ? [] : [`> ${markdown(question)}`]),
    ...(first ? [teaching(problem)] : []),
  ].join("\n\n");
}

function teaching({ why, help, chapter }: Problem): string {
  const more = chapter === null ? `\`${help}\`` : `\`${help}\` · playbook, chapter ${chapter}`;
  return `<details><summary>Why it matters</summary>\n\n${unwrapped(why)}\n\n${more}\n\n</details>`;
}

/** Where a browser shows a file, at the lines of a place in it. */
function addressOf({ browse, folder }: Report, path: string, place?: Pick<Problem, "range">): string | null {
  const inside = repositoryPath({ folder }, path);
  if (browse === null || inside.startsWith("../")) return null;
  if (!place) return browse + uriOf(inside);
  const { start, end } = place.range;
  return `${browse}${uriOf(inside)}#L${start.line}${end.line > start.line ? `-L${end.line}` : ""}`;
}

function link(text: string, address: string | null): string {
  return address === null ? text : `[${text}](<${address}>)`;
}

/** A message, in which code stands in backticks. */
function inline(message: string): string {
  return plain(message)
    .split(/(`[^`\s](?:[^`]*[^`\s])?`)/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/\S(?:.*\S)?/, markdown)))
    .join("");
}
