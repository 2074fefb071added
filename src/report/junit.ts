/** JUnit XML: a suite for each file, and a test for each point of the checklist and each part of the file. */
import { groupBy } from "../file/group-by.js";
import { type Part, type Problem, parts, pointOf, points } from "../file/problem.js";
import { helpOf, questionOf, ruleDocOf } from "../lint/catalogue.js";
import { checklist, partNames } from "../lint/playbook.js";
import {
  bySeverity,
  type FileReport,
  notJudged,
  pluralize,
  type Report,
  type RunError,
  repositoryPath,
} from "./report.js";
import { visible } from "./terminal-text.js";
import { noScore, verdictOf } from "./wording.js";

/**
 * A document in which tests fail as the run does. An open point is skipped, and so is what nobody can judge
 * because the file cannot be read. Every file has the same tests in every run, so that dashboards can compare.
 */
export function junit(report: Report): string {
  const { files, errors = [], failing } = report;
  const suites = [
    ...suitesOf(errors, report),
    ...files.map((file) => suiteOf({ ...file, path: repositoryPath(report, file.path) }, failing)),
  ];
  const lines = suites.flatMap((suite) => suite.lines);
  const sum = (kind: Kind) => suites.reduce((count, suite) => count + suite.count(kind), 0);
  const tests = suites.reduce((count, { tests }) => count + tests, 0);
  const head = `<testsuites name="northstar" tests="${tests}" failures="${sum("failure")}" errors="${sum("error")}" time="0">`;
  return `${['<?xml version="1.0" encoding="UTF-8"?>', head, ...lines, "</testsuites>"].join("\n")}\n`;
}

type Kind = "passed" | "skipped" | "failure" | "error";

interface Test {
  kind: Kind;
  lines: string[];
}

function suiteOf(file: FileReport, failing: Report["failing"]) {
  const tests = parts.map((part) => testOf(part, file, failing));
  const count = (kind: Kind) => tests.filter((test) => test.kind === kind).length;
  const counts = `tests="${tests.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
  const lines = [
    `  <testsuite name="${attribute(file.path)}" ${counts} time="0">`,
    ...(file.star
      ? [
          "    <properties>",
          `      <property name="metric" value="${attribute(file.star.name)}"/>`,
          `      <property name="score" value="${attribute(verdictOf(file))}"/>`,
          "    </properties>",
        ]
      : []),
    ...tests.flatMap((test) => test.lines),
    "  </testsuite>",
  ];
  return { lines, count, tests: tests.length };
}

/** What could not be judged, by file: one test each, with an error. */
function suitesOf(errors: readonly RunError[], report: Report) {
  const places = groupBy(errors, ({ path }) =>
    path === undefined ? "northstar" : repositoryPath(report, path),
  );
  return [...places].map(([place, [first, ...others]]) => {
    const messages = [first, ...others].map((error) => attribute(error?.message ?? ""));
    const lines = [
      `  <testsuite name="${attribute(place)}" tests="1" failures="0" errors="1" skipped="0" time="0">`,
      `    <testcase ${namesOf(place, partNames.format, first?.path === undefined ? undefined : (first.range?.start.line ?? 1))}>`,
      `      <error message="${messages[0]}" type="${notJudged}">${messages.join("\n")}</error>`,
      "    </testcase>",
      "  </testsuite>",
    ];
    return { lines, count: (kind: Kind) => (kind === "error" ? 1 : 0), tests: 1 };
  });
}

/** The attributes that say where a test is: GitLab and Jenkins read its file, others its line. */
function namesOf(path: string, name: string, line?: number): string {
  const file = line === undefined ? "" : ` file="${attribute(path)}" line="${line}"`;
  return `classname="${attribute(path)}" name="${attribute(name)}"${file} time="0"`;
}

function testOf(part: Part, file: FileReport, failing: Report["failing"]): Test {
  const point = pointOf(part);
  const name = point ? `${points.indexOf(point) + 1} ${partNames[part]}` : partNames[part];
  const open = file.points.some(({ id, state }) => id === point && state === "open");
  const problems = file.problems.filter((problem) => partOf(problem) === part).sort(bySeverity);
  const fails = problems.some((problem) => failing.has(problem));

  if (fails) return made(file.star ? "failure" : "error");
  if (!file.star && problems.length === 0) return made("skipped", noScore);
  const known = (file.known ?? []).filter((problem) => partOf(problem) === part).sort(bySeverity);
  if (problems.length === 0 && known[0]?.severity === "error")
    return made("skipped", `known, and not shown: ${known[0].message}`);
  if (open && point) return made("skipped", `not answered: ${checklist[point].question}`);
  return made("passed");

  function made(kind: Kind, reason = ""): Test {
    const inside = [
      ...(kind === "failure" || kind === "error" ? complaint(kind, problems) : []),
      ...(kind === "skipped" ? [`      <skipped message="${attribute(reason)}"/>`] : []),
      ...(kind === "passed" || kind === "skipped" ? remarks(problems, file) : []),
    ];
    const start = `    <testcase ${namesOf(file.path, name, problems[0]?.range.start.line ?? 1)}`;
    return {
      kind,
      lines: inside.length === 0 ? [`${start}/>`] : [`${start}>`, ...inside, "    </testcase>"],
    };
  }

  function complaint(kind: string, all: readonly Problem[]): string[] {
    const message =
      all.length === 1 ? (all[0]?.message ?? "") : `${pluralize(all.length, "problem")}: ${all[0]?.message}`;
    const type = [...new Set(all.map(({ rule }) => rule))].join(" ");
    return [
      `      <${kind} message="${attribute(message)}" type="${attribute(type)}">${all.map((each) => content(problemLines(each, file))).join("\n\n")}</${kind}>`,
    ];
  }
}

/** What is found and fails nothing. */
function remarks(problems: readonly Problem[], file: FileReport): string[] {
  if (problems.length === 0) return [];
  return [
    `      <system-out>${problems.map((each) => content(problemLines(each, file))).join("\n\n")}</system-out>`,
  ];
}

function partOf({ rule, point }: Problem): Part {
  return point ?? ruleDocOf(rule).part;
}

function problemLines({ severity, rule, message, range }: Problem, { path }: FileReport): string[] {
  const question = questionOf(rule);
  const place = `${path}:${range.start.line}:${range.start.column}`;
  return [`${place}: ${severity} ${rule}`, message, ...(question === null ? [] : [question]), helpOf(rule)];
}

function content(lines: readonly string[]): string {
  return lines.map(attribute).join("\n");
}

/** XML has no way to write some characters, and in what tests print `[[ATTACHMENT|…]]` would attach a file. */
function attribute(text: string): string {
  return visible(text)
    .replace(/[\uFFFE\uFFFF]/g, "\uFFFD")
    .replaceAll("[[", "[\u200B[")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
