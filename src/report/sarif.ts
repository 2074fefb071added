/** SARIF 2.1.0: what code scanning and editors read. */
import { fixer } from "../file/fix.js";
import { type Lines, linesOf } from "../file/lines.js";
import { withoutPasswords } from "../file/passwords.js";
import type { Fix, Problem, Range, RuleDoc, Severity } from "../file/problem.js";
import { pointOf } from "../file/problem.js";
import { catalogue, questionOf } from "../lint/catalogue.js";
import { digest, type Fingerprint, fingerprintsOf } from "../lint/fingerprint.js";
import { partNames } from "../lint/playbook.js";
import { unwrapped } from "./markdown-blocks.js";
import { type FileReport, notJudged, type Report, type RunError, repositoryPath, uriOf } from "./report.js";
import { ruleMarkdown } from "./rule-markdown.js";
import { jsonText, visible } from "./terminal-text.js";
import { verdictOf } from "./wording.js";

/**
 * A log with one run, whose invocation says whether all could be judged. It names no folder of the machine: files
 * stand below `%SRCROOT%`, the repository's root.
 */
export function sarif(report: Report): string {
  const { errors = [] } = report;
  const found = new Set(report.files.flatMap((file) => foundIn(file, report)).map(({ rule }) => rule));
  const reported = catalogue.filter(({ id }) => found.has(id));
  const indexes = new Map(reported.map(({ id }, index) => [id, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "northstar",
            fullName: `northstar ${report.version}`,
            version: report.version,
            semanticVersion: report.version,
            rules: reported.map(ruleOf),
            ...(errors.length > 0 && { notifications: [notification] }),
          },
        },
        automationDetails: { id: "northstar/" },
        invocations: [invocationOf(errors, report)],
        originalUriBaseIds: { [root]: { description: { text: "The root of the repository" } } },
        artifacts: report.files.map((file, index) => ({
          location: locationOf(report, file, index),
          roles: ["analysisTarget"],
          ...(file.star && { properties: { name: visible(file.star.name), score: verdictOf(file) } }),
        })),
        columnKind: "utf16CodeUnits",
        results: report.files.flatMap((file, index) =>
          resultsOf(file, foundIn(file, report), locationOf(report, file, index), indexes),
        ),
      },
    ],
  };
  return jsonText(log);
}

const root = "%SRCROOT%";
const levels: Record<Severity, string> = { error: "error", warning: "warning", note: "note" };
/** What GitHub calls the severities. */
const kinds: Record<Severity, string> = { error: "error", warning: "warning", note: "recommendation" };

/** What a notification about a run is. */
const notification = {
  id: notJudged,
  name: nameOf(notJudged),
  shortDescription: { text: "A file, or the whole run, could not be judged." },
};

function invocationOf(errors: readonly RunError[], report: Report) {
  if (errors.length === 0) return { executionSuccessful: true };
  return {
    executionSuccessful: false,
    exitCode: 2,
    exitCodeDescription: "It could not be done.",
    toolExecutionNotifications: errors.map(({ message, path, range }) => ({
      descriptor: { id: notJudged, index: 0 },
      level: "error",
      message: { text: textOf(message) },
      ...(path !== undefined && {
        locations: [
          {
            physicalLocation: {
              artifactLocation: artifactOf(report, path),
              ...(range && { region: regionOf(range) }),
            },
          },
        ],
      }),
    })),
  };
}

function ruleOf(rule: RuleDoc) {
  const { id, part, severity, summary, why, question, chapter } = rule;
  const point = pointOf(part);
  const plain = unwrapped(why);
  const ask = question === null ? [] : [question];
  const more = [`northstar explain ${id}`, ...(chapter === null ? [] : [`playbook, chapter ${chapter}`])];
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: plain },
    help: {
      text: [plain, ...ask, more.join(" · ")].join("\n\n"),
      markdown: [ruleMarkdown(rule), more.join(" · ")].join("\n\n"),
    },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: ["north-star", part],
      "problem.severity": kinds[severity],
      part: partNames[part],
      ...(point && { point }),
      ...(chapter !== null && { chapter }),
    },
  };
}

/** What viewers show in place of the id: `LaggingMetric`. */
function nameOf(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A path that leads out of the repository cannot stand below its root. */
function artifactOf(report: Report, path: string) {
  const place = repositoryPath(report, path);
  return { uri: uriOf(place), ...(!place.startsWith("../") && { uriBaseId: root }) };
}

function locationOf(report: Report, { path }: FileReport, index: number) {
  return { ...artifactOf(report, path), index };
}

type Location = ReturnType<typeof locationOf>;

/** What stands against a file, and then, where that is asked for, what its comments ignore. */
function foundIn({ problems, ignored = [] }: FileReport, { showIgnored }: Report): readonly Problem[] {
  return showIgnored ? [...problems, ...ignored] : problems;
}

function resultsOf(
  file: FileReport,
  problems: readonly Problem[],
  location: Location,
  indexes: ReadonlyMap<string, number>,
) {
  const prints = fingerprintsOf({ ...file, problems });
  const lines = linesOf(file.text);
  const editsOf = fixer(file.text);
  const placeOf = placesIn(file.text, lines, location);
  return problems.map((problem, index) => ({
    ruleId: problem.rule,
    ...(indexes.has(problem.rule) && { ruleIndex: indexes.get(problem.rule) }),
    level: levels[problem.severity],
    message: { text: textOf(problem.message) },
    locations: [
      {
        physicalLocation: placeOf(problem.range),
        ...logicalOf(problem, prints[index]),
      },
    ],
    ...(problem.related.length > 0 && {
      relatedLocations: problem.related.map(({ message, range }, id) => ({
        id,
        physicalLocation: placeOf(range),
        message: { text: textOf(message) },
      })),
    }),
    partialFingerprints: printsOf(prints[index], location),
    ...suppressionsOf(problem),
    ...fixesOf(problem.fix, editsOf, location, lines),
    properties: {
      ...(problem.point && { point: problem.point }),
      confidence: problem.confidence ?? "high",
      ...(questionOf(problem.rule) !== null && { question: questionOf(problem.rule) }),
    },
  }));
}

/** In plain messages, too, `[…](…)` would be a link. */
function textOf(message: string): string {
  return visible(message).replaceAll("](", "] (");
}

/**
 * What a problem is known again by. Code scanning reads only the hash of the line, and makes one alert of results
 * that share it: so it is made of what tells problems apart, and of nothing that moves when other lines do.
 */
function printsOf(print: Fingerprint | undefined, { uri }: Location) {
  if (!print) return {};
  const { rule, place, value } = print;
  return {
    primaryLocationLineHash: `${digest(uri, rule, place, value)}:1`,
    "northstar/v1": `${rule}/${place}/${value}`,
  };
}

function suppressionsOf({ answer }: Problem) {
  if (answer === undefined) return {};
  const justification = answer === "" ? {} : { justification: visible(answer) };
  return { suppressions: [{ kind: "inSource", status: "accepted", ...justification }] };
}

function logicalOf({ path }: Problem, print: Fingerprint | undefined) {
  return path.length > 0 && print ? { logicalLocations: [{ fullyQualifiedName: print.place }] } : {};
}

/** Tells of a range where it is, its text, and the lines around it. */
function placesIn(text: string, lines: Lines, artifactLocation: Location) {
  const last = lines.position(text.length).line;
  return (range: Range) => {
    const { start, end } = range;
    const region = regionOf(range);
    if (end.line > last) return { artifactLocation, region };
    const from = Math.max(1, start.line - 1);
    const to = Math.min(last, end.line + 1);
    const whole = { start: { line: from, column: 1 }, end: { line: to, column: lines.line(to).length + 1 } };
    const around = snippetOf(lines, whole);
    return {
      artifactLocation,
      region: { ...region, ...snippetOf(lines, range) },
      ...("snippet" in around && { contextRegion: { startLine: from, endLine: to, ...around } }),
    };
  };
}

/** A longer text would make a report larger than what it is about. */
const longestSnippet = 2000;

/** The text of a range; nothing where there is none, or too much. */
function snippetOf(lines: Lines, { start, end }: Range) {
  if (end.line - start.line > longestSnippet) return {};
  const numbers = Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index);
  const text = numbers
    .map((number) => {
      const line = withoutPasswords(lines.line(number));
      const to = number === end.line ? end.column - 1 : line.length;
      return visible(line.slice(number === start.line ? start.column - 1 : 0, to));
    })
    .join("\n");
  return text === "" || text.length > longestSnippet ? {} : { snippet: { text } };
}

function regionOf({ start, end }: Range) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

function fixesOf(
  fix: Fix | undefined,
  editsOf: ReturnType<typeof fixer>,
  artifactLocation: Location,
  lines: Lines,
) {
  const edits = fix && editsOf(fix);
  if (!edits) return {};
  const replacements = edits.map(({ start, end, text }) => ({
    deletedRegion: regionOf(lines.range(start, end)),
    ...(text !== "" && { insertedContent: { text } }),
  }));
  return {
    fixes: [
      { description: { text: textOf(fix.title) }, artifactChanges: [{ artifactLocation, replacements }] },
    ],
  };
}
