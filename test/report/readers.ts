/** Reports as those who read them do: what each has against a text. */
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { lint } from "markdownlint/sync";
import { validateXML } from "xmllint-wasm";
import type { ReportFormat } from "../../src/report/formats.js";
import { escapesIn } from "../render/markdown.js";
import { commandsIn } from "../support/runner.js";

function bySchema(path: string): (text: string) => string[] {
  const ajv = new Ajv.default({
    allErrors: true,
    allowUnionTypes: true,
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
  });
  const validate = ajv.compile(JSON.parse(readFileSync(path, "utf8")));
  return (text) =>
    validate(JSON.parse(text))
      ? []
      : (validate.errors ?? []).map((each) => `${each.instancePath} ${each.message}`);
}

const sarifSchema = bySchema("test/fixtures/sarif-2.1.0.schema.json");
const gitlabSchema = bySchema("test/fixtures/gitlab-code-quality.schema.json");
const reportSchema = bySchema("schemas/report.schema.json");
const junitSchema = readFileSync("test/fixtures/junit.xsd", "utf8");

export const faultsFor: Record<ReportFormat, (text: string) => string[] | Promise<string[]>> = {
  pretty: (text) => (/(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(text) ? ["steers the terminal"] : []),
  json: reportSchema,
  sarif: (text) => [...sarifSchema(text), ...sarifFaults(text)],
  github: githubFaults,
  gitlab: (text) => [...gitlabSchema(text), ...gitlabFaults(text)],
  junit: junitFaults,
  markdown: markdownFaults,
};

interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

interface SarifLog {
  runs: {
    tool: { driver: { rules: { id: string; name: string }[] } };
    artifacts: { location: { uri: string; uriBaseId?: string } }[];
    originalUriBaseIds: Record<string, unknown>;
    results: {
      ruleId: string;
      ruleIndex: number;
      locations: { physicalLocation: { artifactLocation: { uri: string; index: number }; region: Region } }[];
      partialFingerprints: Record<string, string>;
      suppressions?: object[];
    }[];
  }[];
}

/** What SARIF asks for and its schema cannot say. */
function sarifFaults(text: string): string[] {
  const log: SarifLog = JSON.parse(text);
  return log.runs.flatMap(({ tool, artifacts, originalUriBaseIds, results }) => [
    ...twice(results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash ?? "")),
    ...tool.driver.rules
      .filter(({ name }) => !/^([A-Z][a-z]*)+$/.test(name))
      .map(({ id }) => `${id} has no name`),
    // Readers take an empty list for a result that is suppressed.
    ...results.flatMap(({ suppressions }) =>
      suppressions?.length === 0 ? ["no suppressions in a list"] : [],
    ),
    ...artifacts.flatMap(({ location: { uri, uriBaseId } }) => {
      const inside = new URL(uri, "file:///a/folder/").href.startsWith("file:///a/folder/");
      if (!inside && uriBaseId) return [`${uri} leads out of ${uriBaseId}`];
      return uriBaseId && !(uriBaseId in originalUriBaseIds) ? [`${uriBaseId} is nowhere`] : [];
    }),
    ...results.flatMap(({ ruleId, ruleIndex, locations, partialFingerprints }) => [
      ...(tool.driver.rules[ruleIndex]?.id === ruleId ? [] : [`${ruleId} is not rule ${ruleIndex}`]),
      ...(Object.values(partialFingerprints).every(Boolean) ? [] : ["an empty fingerprint"]),
      ...locations.flatMap(({ physicalLocation: { artifactLocation, region } }) => [
        ...(artifacts[artifactLocation.index]?.location.uri === artifactLocation.uri
          ? []
          : ["another artifact"]),
        ...(region.endLine > region.startLine ||
        (region.endLine === region.startLine && region.endColumn >= region.startColumn)
          ? []
          : ["a region that ends before it starts"]),
      ]),
    ]),
  ]);
}

function gitlabFaults(text: string): string[] {
  return twice(JSON.parse(text).map(({ fingerprint }: { fingerprint: string }) => fingerprint));
}

/** Forges make one of what has one fingerprint. */
function twice(prints: readonly string[]): string[] {
  return prints
    .filter((print, index) => print === "" || prints.indexOf(print) !== index)
    .map((print) => `${print} twice`);
}

function githubFaults(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).filter(Boolean);
  const commands = commandsIn(text);
  const faults = lines.length === commands.length ? [] : ["lines that are no commands"];
  for (const { name, properties } of commands) {
    if (!["error", "warning", "notice"].includes(name)) faults.push(`commands to ${name}`);
    const { line, endLine, col, endColumn, file, title, ...others } = properties;
    if (Object.keys(others).length > 0) faults.push(`has the properties ${Object.keys(others)}`);
    // What keeps a whole run from judging is about no file.
    if (title === "not-judged" && file === undefined) continue;
    if (!file || !title) faults.push("names no file or no title");
    if (!(Number(line) >= 1 && Number(endLine) >= Number(line))) faults.push(`lines ${line} to ${endLine}`);
    if (line !== endLine && (col || endColumn)) faults.push("columns of several lines");
    if (Number(endColumn ?? 0) < Number(col ?? 0)) faults.push(`columns ${col} to ${endColumn}`);
  }
  return faults;
}

async function junitFaults(text: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: "report.xml", contents: text },
    schema: { fileName: "junit.xsd", contents: junitSchema },
    initialMemoryPages: 512,
    maxMemoryPages: 4096,
  });
  const suites = [...text.matchAll(/<testsuite .*?<\/testsuite>/gs)].map(([suite]) => suite);
  const wrong = suites.filter((suite) =>
    (["testcase", "failure", "error", "skipped"] as const).some((kind) => {
      const counted = { testcase: "tests", failure: "failures", error: "errors", skipped: "skipped" }[kind];
      const said = new RegExp(`${counted}="(\\d+)"`).exec(suite)?.[1];
      return Number(said) !== [...suite.matchAll(new RegExp(`<${kind} `, "g"))].length;
    }),
  );
  return [...errors.map(({ message }) => message), ...wrong.map(() => "a suite that miscounts")];
}

function markdownFaults(text: string): string[] {
  const ours = /^(?:inlineCode: |<details><summary>Why it matters<\/summary>$|<\/details>$)/;
  return escapesIn(text).filter((fault) => !ours.test(fault));
}

/** What markdownlint finds in a report whose texts are ordinary. */
export function styleFaults(text: string): string[] {
  const config = {
    default: true,
    "line-length": false,
    "no-inline-html": { allowed_elements: ["details", "summary"] },
  };
  const { text: faults = [] } = lint({ strings: { text }, config });
  return faults.map(
    ({ lineNumber, ruleNames, errorDetail }) => `${lineNumber}: ${ruleNames[0]} ${errorDetail ?? ""}`,
  );
}
