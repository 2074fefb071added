/** SARIF 2.1.0: what code scanning and editors read. */
import { fixer } from "../file/fix.js";
import { type Lines, linesOf } from "../file/lines.js";
import type { Fault, Fix, Problem, Range, Severity } from "../file/problem.js";
import { pointOf } from "../file/problem.js";
import { type Fingerprint, fingerprintsOf } from "../lint/fingerprint.js";
import { knownFaults } from "../lint/known.js";
import { partNames } from "../lint/playbook.js";
import { unwrapped } from "./blocks.js";
import { type Report, repositoryPath, scoreOf, type Told, uriOf } from "./report.js";
import { visible } from "./text.js";

/** A log with one run. It names no folder of the machine: files stand below `%SRCROOT%`, the repository's root. */
export function sarif(report: Report): string {
  const found = new Set(report.files.flatMap(foundIn).map(({ rule }) => rule));
  const faults = knownFaults.filter(({ id }) => found.has(id));
  const indexes = new Map(faults.map(({ id }, index) => [id, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "northstar",
            version: report.version,
            semanticVersion: report.version,
            rules: faults.map(ruleOf),
          },
        },
        automationDetails: { id: "northstar/" },
        invocations: [{ executionSuccessful: true }],
        originalUriBaseIds: { [root]: { description: { text: "The root of the repository" } } },
        artifacts: report.files.map((file, index) => ({
          location: locationOf(report, file, index),
          roles: ["analysisTarget"],
          ...(file.star && { properties: { name: visible(file.star.name), score: scoreOf(file.points) } }),
        })),
        columnKind: "utf16CodeUnits",
        results: report.files.flatMap((file, index) =>
          resultsOf(file, locationOf(report, file, index), indexes),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const root = "%SRCROOT%";
const levels: Record<Severity, string> = { error: "error", warning: "warning", note: "note" };
/** What GitHub calls the severities. */
const kinds: Record<Severity, string> = { error: "error", warning: "warning", note: "recommendation" };

function ruleOf({ id, part, severity, summary, why, question, chapter, good, bad }: Fault) {
  const point = pointOf(part);
  const plain = unwrapped(why);
  const ask = question === null ? [] : [question];
  const more = [`northstar explain ${id}`, ...(chapter === null ? [] : [`playbook, chapter ${chapter}`])];
  const examples = [
    ...(bad ? ["**Not like this:**", yaml(bad)] : []),
    ...(good ? ["**But like this:**", yaml(good)] : []),
  ];
  return {
    id,
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: plain },
    help: {
      text: [plain, ...ask, more.join(" · ")].join("\n\n"),
      markdown: [unwrapped(why), ...ask.map((text) => `> ${text}`), ...examples, more.join(" · ")].join(
        "\n\n",
      ),
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

function yaml(text: string): string {
  return `\`\`\`yaml\n${text.trim()}\n\`\`\``;
}

/** A path that leads out of the repository cannot stand below its root. */
function locationOf(report: Report, { path }: Told, index: number) {
  const place = repositoryPath(report, path);
  return { uri: uriOf(place), ...(!place.startsWith("../") && { uriBaseId: root }), index };
}

type Location = ReturnType<typeof locationOf>;

/** What stands against a file, and then what its comments answer. */
function foundIn({ problems, ignored = [] }: Told): Problem[] {
  return [...problems, ...ignored];
}

function resultsOf(file: Told, location: Location, indexes: ReadonlyMap<string, number>) {
  const problems = foundIn(file);
  const prints = fingerprintsOf({ ...file, problems });
  const lines = linesOf(file.text);
  const editsOf = fixer(file.text);
  return problems.map((problem, index) => ({
    ruleId: problem.rule,
    ...(indexes.has(problem.rule) && { ruleIndex: indexes.get(problem.rule) }),
    level: levels[problem.severity],
    message: { text: textOf(problem.message) },
    locations: [
      {
        physicalLocation: { artifactLocation: location, region: regionOf(problem.range) },
        ...logicalOf(problem, prints[index]),
      },
    ],
    ...(problem.related.length > 0 && {
      relatedLocations: problem.related.map(({ message, range }, id) => ({
        id,
        physicalLocation: { artifactLocation: location, region: regionOf(range) },
        message: { text: textOf(message) },
      })),
    }),
    partialFingerprints: { "northstar/v1": printOf(prints[index]) },
    suppressions: suppressionsOf(problem),
    ...fixesOf(problem.fix, editsOf, location, lines),
    properties: {
      ...(problem.point && { point: problem.point }),
      ...(problem.question !== null && { question: problem.question }),
    },
  }));
}

/** In plain messages, too, `[…](…)` would be a link. */
function textOf(message: string): string {
  return visible(message).replaceAll("](", "] (");
}

function printOf(print: Fingerprint | undefined): string {
  return print ? `${print.rule}/${print.place}/${print.value}` : "";
}

/** A log in which anything is suppressed has a list with every result (SARIF 2.1.0, 3.27.23). */
function suppressionsOf({ answer }: Problem) {
  if (answer === undefined) return [];
  return [{ kind: "inSource", ...(answer !== "" && { justification: visible(answer) }) }];
}

function logicalOf({ path }: Problem, print: Fingerprint | undefined) {
  return path.length > 0 && print ? { logicalLocations: [{ fullyQualifiedName: print.place }] } : {};
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
