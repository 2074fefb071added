/** What `northstar doctor` prints: where things are, and which files are judged. */
import { backticked, joinWords } from "../file/message-text.js";
import { type System, systemNames } from "../metrics/metric.js";
import type { SourceFacts } from "../metrics/source.js";
import { metricInWords } from "./metric-words.js";
import { pluralize } from "./report.js";
import { jsonText, visible, wrap } from "./terminal-text.js";
import { type Look, signs, type TerminalTheme, terminalTheme } from "./terminal-theme.js";

/** Why a file is not judged. */
export interface Why {
  code: "ignored" | "name" | "files" | "folder" | "link" | "unreadable" | "configuration" | "outside";
  /** In words for people, with the next step. */
  message: string;
  /** The line by which git ignores it. */
  by: { file: string; line: number; pattern: string } | null;
}

/** A file that is a North Star, or may have been meant as one. */
export interface InspectedFile {
  path: string;
  judged: boolean;
  why: Why | null;
  /** The configuration that counts for it. */
  configuration: string | null;
  editor: {
    /** The schema that its first lines name. */
    schema: string | null;
    state: "found" | "missing" | "remote" | "none";
    /** The line that would name it, where that is the same on every machine. */
    write: string | null;
  };
}

/** A file of a semantic layer that is looked into. */
export interface InspectedArtifact {
  path: string;
  system: System;
  state: "found" | "missing" | "broken";
  /** Which version of which format it is; what it is instead; null where it is not there. */
  says: string | null;
  /** How many metrics it has. */
  metrics: number;
}

/** A metric of a semantic layer that a North Star points at. */
interface InspectedSource
  extends Pick<
    SourceFacts,
    | "thing"
    | "system"
    | "name"
    | "found"
    | "artifact"
    | "kind"
    | "window"
    | "leaves"
    | "label"
    | "description"
    | "hash"
    | "accepted"
    | "reason"
    | "meant"
  > {
  /** The North Star that points at it. */
  path: string;
}

/** All that is known of how northstar runs here; version 1 of schemas/doctor.schema.json. */
export interface Diagnosis {
  version: 1;
  program: { version: string; path: string };
  node: { version: string; path: string };
  folder: string;
  repository: string | null;
  configurations: readonly { path: string; error: string | null; says: string }[];
  unread: readonly string[];
  files: readonly InspectedFile[];
  /** Whether all files were looked at. */
  complete: boolean;
  artifacts: readonly InspectedArtifact[];
  sources: readonly InspectedSource[];
  cache: { path: string | null; bytes: number | null };
  schema: string;
  /** What should be mended, each with its next step. */
  problems: readonly string[];
}

export function doctorJson(diagnosis: Diagnosis): string {
  return jsonText(diagnosis);
}

/** How many lines of a configuration are shown. */
const mostLines = 12;

export function doctorPage(diagnosis: Diagnosis, look: Look): string {
  const { program, node, folder, repository, configurations, files, complete, cache, schema } = diagnosis;
  const theme = terminalTheme(look.color);
  const judged = files.filter((file) => file.judged).length;
  return page([
    ...field("Program", `northstar ${program.version}, ${program.path}`, look, theme),
    ...field("Node", `${node.version}, ${node.path}`, look, theme),
    ...field("Folder", folder, look, theme),
    ...field("Repository", repository ?? "none of git", look, theme),
    ...field("Cache", cacheOf(cache), look, theme),
    ...field("Schema", schema, look, theme),
    "",
    theme.bold("Configuration"),
    ...(configurations.length === 0 ? ["  none; the rules count as they are"] : []),
    ...configurations.flatMap(({ path, says }) => configLines(path, says, theme)),
    "",
    theme.bold(`${pluralize(files.length, "file")} looked at, ${judged} judged`),
    ...files.flatMap((file) => fileLines(file, look, theme)),
    ...(complete
      ? []
      : wrap("There are more files than were looked at; go into a folder, or name a file.", look.width)),
    ...artifactLines(diagnosis, look, theme),
    ...problemLines(diagnosis, look, theme),
  ]);
}

/** What is to be said of one file. */
export function doctorFilePage(diagnosis: Diagnosis, look: Look): string {
  const theme = terminalTheme(look.color);
  return page([
    ...diagnosis.files.flatMap((file) => [
      ...fileLines(file, look, theme),
      ...field("  config", file.configuration ?? "none; the rules count as they are", look, theme),
      ...field("  editor", editorOf(file), look, theme),
    ]),
    ...artifactLines(diagnosis, look, theme),
    ...sourceLines(diagnosis, look, theme),
    ...problemLines(diagnosis, look, theme),
  ]);
}

function page(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

const labels = 12;

function field(label: string, text: string, { width }: Look, theme: TerminalTheme): string[] {
  return wrap(text, Math.max(width - labels, 20)).map(
    (line, index) => `${theme.faint((index === 0 ? label : "").padEnd(labels))}${line}`,
  );
}

function cacheOf({ path, bytes }: Diagnosis["cache"]): string {
  if (path === null) return "none: NORTHSTAR_CACHE is off, or no folder for it is known";
  return bytes === null ? `${path}, which is not there yet` : `${path}, ${sizeOf(bytes)}`;
}

function sizeOf(bytes: number): string {
  return bytes < 1000 ? pluralize(bytes, "byte") : `${Math.round(bytes / 1000)} kB`;
}

function configLines(path: string, says: string, theme: TerminalTheme): string[] {
  const lines = says.split("\n").filter(Boolean);
  const more = lines.length - mostLines;
  return [
    `  ${theme.place(visible(path))}`,
    ...lines.slice(0, mostLines).map((line) => `    ${theme.faint(visible(line))}`),
    ...(more > 0
      ? [`    and ${pluralize(more, "more line")}: northstar lint --print-config ${visible(path)}`]
      : []),
  ];
}

function fileLines({ path, judged, why }: InspectedFile, { width }: Look, theme: TerminalTheme): string[] {
  const sign = judged ? theme.met(signs.met) : theme.open(signs.open);
  const title = `  ${sign} ${theme.bold(visible(path))}${judged ? "" : " is not judged"}`;
  return [title, ...(why ? wrap(why.message, width - 4).map((line) => `    ${line}`) : [])];
}

function artifactLines({ artifacts }: Diagnosis, { width }: Look, theme: TerminalTheme): string[] {
  if (artifacts.length === 0) return [];
  const lines = artifacts.flatMap(({ path, system, state, says, metrics }) => {
    const sign =
      state === "found"
        ? theme.met(signs.met)
        : state === "broken"
          ? theme.error(signs.error)
          : theme.open(signs.open);
    const what =
      state === "missing"
        ? "is not there"
        : state === "broken"
          ? `is ${says}`
          : `${says}, ${pluralize(metrics, "metric")}`;
    const title = `  ${sign} ${theme.bold(visible(path))} (${systemNames[system]})`;
    return [title, ...wrap(what, width - 4).map((line) => `    ${line}`)];
  });
  return ["", theme.bold("Semantic layers"), ...lines];
}

function sourceLines({ sources }: Diagnosis, { width }: Look, theme: TerminalTheme): string[] {
  if (sources.length === 0) return [];
  const lines = sources.flatMap((source) => {
    const { thing, name, system, found, label } = source;
    const isThere = found === "yes" || found === "hidden";
    const state = isThere ? metricInWords(source) : whyNotThere(source);
    const called = label === null ? "" : ` "${label}"`;
    const text = `${backticked(name)} in ${systemNames[system]}${called}${found === "hidden" ? ", hidden" : ""}: ${visible(state)}`;
    const sign = isThere ? theme.met(signs.met) : theme.open(signs.open);
    return [`  ${sign} ${theme.bold(visible(thing))}`, ...wrap(text, width - 4).map((line) => `    ${line}`)];
  });
  return ["", theme.bold("Sources"), ...lines];
}

function whyNotThere({ found, artifact, reason, meant }: InspectedSource): string {
  if (found === "no-artefact") return `not looked up, since ${artifact} is not there`;
  if (found === "not-an-artefact") return `not looked up, since ${artifact} is ${reason}`;
  if (found === "empty-artefact") return `not there, as ${artifact} has no metrics`;
  if (found === "disabled") return "disabled";
  const guess = meant.length > 0 ? `; did you mean ${joinWords(meant.map(backticked), "or")}?` : "";
  return reason === null ? `not there${guess}` : `not there, since ${reason}`;
}

function editorOf({ editor: { schema, state, write } }: InspectedFile): string {
  if (state === "found") return `finds the schema ${schema}`;
  if (state === "remote") return `loads the schema ${schema} from the web`;
  if (state === "missing") return `looks for the schema ${schema}, which is not there`;
  if (write !== null) return `finds no schema; make this the first line: ${write}`;
  return "finds no schema by the file alone; northstar schema prints the path for its settings";
}

function problemLines({ problems }: Diagnosis, { width }: Look, theme: TerminalTheme): string[] {
  if (problems.length === 0) return [];
  const lines = problems.flatMap((problem) => {
    const [first = "", ...others] = wrap(problem, width - 4);
    return [`  ${theme.error(signs.error)} ${first}`, ...others.map((line) => `    ${line}`)];
  });
  return ["", theme.bold("To be mended"), ...lines];
}
