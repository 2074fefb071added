/** The report for people. */
import { type Problem, severities } from "../file/problem.js";
import type { PointState } from "../lint/check.js";
import { checklist } from "../lint/playbook.js";
import { rules } from "../lint/rules/index.js";
import { sentence, sentenceText } from "../reading/sentence.js";
import { frame, splitLines } from "./frame.js";
import { type Judged, type Report, scoreOf, summaryOf } from "./report.js";
import { pad, visible, widthOf, wrap } from "./text.js";
import { type Look, labelled, ruled, signs, type Theme, themeOf } from "./theme.js";

/** Every file's problems with their places, the scorecard of the seven points and the line that people quote. */
export function pretty(report: Report, look: Look): string {
  const theme = themeOf(look.color);
  const several = report.files.length > 1;
  const sections = report.files.map((file) =>
    several && file.problems.length === 0 ? cleanLine(file, theme) : section(file, look, theme),
  );
  if (several) sections.push([theme.faint("─".repeat(look.width)), totals(report, theme)]);
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function section(file: Judged, look: Look, theme: Theme): string[] {
  const lines = [
    heading(file, theme),
    ...understood(file, look, theme),
    "",
    ...problemsOf(file, look, theme),
  ];
  if (!file.star) return [...lines, ...wrap(unread, look.width).map((line) => theme.bold(line))];
  return [...lines, ...scorecard(file, look, theme), "", theme.bold(scoreOf(file.points))];
}

const unread = "not judged: this cannot be read as a North Star yet";

function heading({ path, star }: Judged, theme: Theme): string {
  const parts = [theme.place(visible(path))];
  if (star) parts.push(theme.bold(visible(star.name)), `${star.game} game`);
  return parts.join(theme.faint(" · "));
}

/** How the definition was read, so that a person sees at once when they were misunderstood. */
function understood({ reading, skipped, star }: Judged, { width }: Look, theme: Theme): string[] {
  if (skipped && skipped.length > 0)
    return wrap(
      `Written in \`${star?.language}\`: ${skipped.length} rules that read English are off`,
      width,
    ).map((line) => theme.faint(line));
  if (!reading) return [];
  const pieces = sentence(reading);
  if (!pieces) return [theme.faint("Reads as: nothing that can be counted")];
  return wrap(`Reads as: ${visible(sentenceText(pieces))}`, width).map((line) => theme.faint(line));
}

function cleanLine(file: Judged, theme: Theme): string[] {
  return [[theme.met(signs.met), heading(file, theme), theme.faint("·"), scoreOf(file.points)].join(" ")];
}

function totals(report: Report, theme: Theme): string {
  const { files, errors, warnings, notes } = summaryOf(report);
  const clean = report.files.filter((file) => file.problems.length === 0).length;
  const counts = [
    errors && theme.error(many(errors, "error")),
    warnings && theme.warning(many(warnings, "warning")),
    notes && theme.note(many(notes, "note")),
  ].filter((count) => count !== 0);
  return [theme.bold(many(files, "file")), `${clean} without problems`, ...counts].join(", ");
}

function many(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

function problemsOf(file: Judged, look: Look, theme: Theme): string[] {
  const lines = splitLines(file.text);
  const digits = Math.max(2, ...file.problems.map((each) => String(lastLineOf(each)).length)) + 2;
  const told = new Set<string>();
  return grouped([...file.problems].sort(bySeverity)).flatMap((group) => {
    const [problem] = group;
    const paint = theme[problem.severity];
    const { start } = problem.range;
    const marks = [problem, ...problem.related.map(({ range, message }) => ({ range, label: message }))];
    const first = !told.has(problem.rule);
    told.add(problem.rule);
    return [
      title(problem, `${visible(file.path)}:${start.line}:${start.column}`, look.width, theme),
      "",
      ...messages(group, look.width, theme),
      "",
      ...frame(lines, marks, {
        width: look.width,
        digits,
        gutter: theme.faint,
        main: paint,
        other: theme.other,
      }),
      "",
      ...(first ? [...teaching(problem, look.width, theme), ""] : []),
    ];
  });
}

/** What breaks a point comes before what puts it in doubt; otherwise the order of the file stays. */
function bySeverity(a: Problem, b: Problem): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

type Group = [Problem, ...Problem[]];

/** Problems of one rule at one place stand together. */
function grouped(problems: readonly Problem[]): Group[] {
  const groups = new Map<string, Group>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.rule, problem.severity, problem.range, problem.related]);
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()];
}

function lastLineOf({ range, related }: Problem): number {
  return Math.max(range.end.line, ...related.map((each) => each.range.end.line));
}

function title({ severity, rule }: Problem, place: string, width: number, theme: Theme): string {
  const kind = [
    `${signs[severity]} ${severity}`,
    (text: string) => theme[severity](theme.bold(text)),
  ] as const;
  return ruled([kind, [rule, theme.bold]], [place, theme.place], width, theme);
}

function messages(group: Group, width: number, theme: Theme): string[] {
  if (group.length === 1)
    return wrap(group[0].message, width - 2).map((line) => `  ${theme.bold(theme.code(line))}`);
  return group.flatMap(({ message }) =>
    wrap(message, width - 4).map((line, index) => `  ${index === 0 ? "•" : " "} ${theme.code(line)}`),
  );
}

/** Why it matters, the question that helps to rewrite, and where to read on. */
function teaching({ why, question, chapter, help }: Problem, width: number, theme: Theme): string[] {
  const more = chapter === null ? help : `${help} · playbook, chapter ${chapter}`;
  return [
    ...labelled("why", why, theme.code, width, theme),
    ...(question === null ? [] : labelled("ask", question, theme.question, width, theme)),
    ...labelled("more", more, theme.faint, width, theme),
  ];
}

function scorecard(file: Judged, { width }: Look, theme: Theme): string[] {
  const names = Math.max(...file.points.map(({ id }) => widthOf(checklist[id].name)));
  const rows = file.points.flatMap((point) => {
    const { number, id, state } = point;
    const left = `  ${number}  ${pad(checklist[id].name, names)}  `;
    const mark = pad(`${signs[state]} ${state}`, 12);
    const indent = widthOf(left) + widthOf(mark);
    const paint = state === "open" ? theme.question : state === "met" ? theme.faint : theme.plain;
    return wrap(reasonOf(point, file), width - indent).map((line, index) =>
      index === 0 ? `${left}${theme[state](mark)}${paint(line)}` : `${" ".repeat(indent)}${paint(line)}`,
    );
  });
  const heading = ruled([["North Star Checklist", theme.bold]], ["chapter 2", theme.faint], width, theme);
  return [heading, "", ...rows];
}

/** The team's answer, what to ask for one, or what speaks against the point. */
function reasonOf({ id, state }: PointState, { star, problems }: Judged): string {
  if (state === "open") return checklist[id].question;
  if (state === "met") return star?.checklist?.[id] ?? "";
  const [against] = problems
    .filter((each) => each.point === id && each.rule !== "unanswered-point")
    .sort(bySeverity);
  return rules.find((rule) => rule.id === against?.rule)?.summary ?? "This report does not show what stands";
}
