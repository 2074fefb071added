/** A northstar.config.yaml as text and as a value. */
import conforms from "../../schemas/config.schema.json?validate";
import { type Document, readDocument } from "../file/document.js";
import * as formatFaults from "../file/faults.js";
import { fieldsOf } from "../file/field-table.js";
import { backticked, joinWords } from "../file/message-text.js";
import { fixOf } from "../file/mistake.js";
import { nearest } from "../file/nearest.js";
import { passwordsIn } from "../file/passwords.js";
import { type Correction, type Path, type Place, type Problem, problem } from "../file/problem.js";
import { readDuration } from "../file/reformat.js";
import { type FileFormat, insteadOf, matchSchema } from "../file/schema-errors.js";
import type { Config, Horizon } from "./config.generated.js";
import * as faults from "./faults.js";
import { configTable } from "./fields.computed.js";
import { aboutDays } from "./horizons.js";
import { isPreset, presets } from "./layers.js";
import { placeholders, placeholdersIn } from "./output-path.js";
import { configKeySynonyms, configValueSynonyms } from "./synonyms.js";

export type * from "./config.generated.js";

/** What a file says, and where. */
export interface ConfigFile {
  config: Config;
  /** Undefined for a file that says nothing. */
  document: Document | undefined;
}

/**
 * Reads a configuration, or says what is wrong with it; `lint --fix` changes North Stars only, so no problem has a
 * fix. A file without anything in it is one that says nothing.
 */
export function readConfig(text: string): ConfigFile | Problem[] {
  const config = configIn(text);
  return Array.isArray(config) ? config.map(({ fix: _, ...found }) => found) : config;
}

/** What is wrong with a configuration, with the fixes that an editor can make. */
export function mistakesInConfig(text: string): Problem[] {
  const config = configIn(text);
  return Array.isArray(config) ? config : [];
}

function configIn(text: string): ConfigFile | Problem[] {
  const document = readDocument(text);
  if (Array.isArray(document))
    return document[0]?.rule === formatFaults.emptyFile.id
      ? { config: {}, document: undefined }
      : (bareBraces(text) ?? document);
  const config = matchSchema<Config>(document, shape);
  if (Array.isArray(config)) return config;
  const problems = [
    ...unknownPreset(config, document),
    ...repeatedWords(config, document),
    ...unknownPlaceholders(config, document),
    ...needlessBets(config, document),
    ...needlessSheets(config, document),
    ...backwardHorizons(config, document),
    ...passwordsIn(document.text, document.lines),
    ...strangePaths(config, document),
  ];
  return problems.length > 0 ? problems : { config, document };
}

/** The places of a configuration. */
export const configFields = fieldsOf(configTable);

const shape: FileFormat = {
  conforms,
  fields: configFields,
  first: "rules",
  maps: [
    [[], "the file itself, without indentation", "of the configuration"],
    [["rules"], "`rules`", "of `rules`"],
    [["words"], "`words`", "of `words`"],
    [["fail"], "`fail`", "of `fail`"],
    [["horizons"], "`horizons`", "of `horizons`"],
    [["artifacts"], "`artifacts`", "of `artifacts`"],
    [["render", 0], "a document of `render`", "of a document"],
    [["theme"], "`theme`", "of `theme`"],
    [["theme", "colors"], "`colors`", "of `colors`"],
    [["theme", "dark"], "`dark`", "of `dark`"],
  ],
  items: { render: "this document" },
  keySynonyms: configKeySynonyms,
  valueSynonyms: configValueSynonyms,
  forms: {
    "/duration/": (text) => [
      formatFaults.badDuration,
      `${backticked(text)} is not a number and a unit; write ${readDuration(text) ?? "for example 3 weeks"}`,
      insteadOf(readDuration(text)),
    ],
    "/color/": (text) => [
      faults.badColor,
      `${backticked(text)} is not a colour with six digits; write it like "#2b51c9"`,
    ],
    "/font/": (text) => [
      faults.badFont,
      `${backticked(text)} is not the name of one font; write letters, digits, spaces and hyphens`,
    ],
  },
  unknownKeyMessage,
};

/** Keys inside of a map are all known, so none of them can be a team's own. */
function unknownKeyMessage(path: Path, key: string, meant: string | undefined): string | undefined {
  const [map] = path;
  if (map === undefined) return undefined;
  if (map !== "rules")
    return meant
      ? undefined
      : `${backticked(key)} is not a key here; there is ${joinWords(configFields.keysAt(path), "and")}`;
  if (Object.values(formatFaults).some(({ id }) => id === key))
    return `${backticked(key)} keeps a file from being read, so no severity can be given to it`;
  const step = meant ? `did you mean \`${meant}\`?` : "`northstar explain` lists the rules";
  return `there is no rule ${backticked(key)}; ${step}`;
}

/** Whether `extends` names a file rather than a preset. */
function isPath(name: string): boolean {
  return /[/\\]|\.ya?ml$/.test(name);
}

function* unknownPreset({ extends: name }: Config, document: Document): Iterable<Problem> {
  if (name === undefined || isPath(name) || isPreset(name)) return;
  const meant = nearest(name, presets);
  const step = meant ? `did you mean \`${meant}\`?` : `there is ${joinWords(presets, "and")}.`;
  const message = `there is no preset ${backticked(name)}; ${step} The path of a file has a slash or ends in .yaml`;
  const place = document.locate(["extends"]);
  const fix = meant ? rewriting(document, place, meant, meant) : undefined;
  yield problem(faults.badExtends, place, message, { ...(fix && { fix }) });
}

/** Writes another text at a place. */
function rewriting({ lines }: Document, { range }: Place, word: string, text: string): Correction {
  const [start, end] = [lines.offset(range.start), lines.offset(range.end)];
  return fixOf(`write ${backticked(word)}`, false, start, end, text);
}

function* backwardHorizons({ horizons = {} }: Config, document: Document): Iterable<Problem> {
  for (const [key, { least, most }] of Object.entries<Horizon>({ ...horizons }))
    if (most !== undefined && aboutDays(most) < aboutDays(least))
      yield problem(
        faults.badHorizon,
        document.locate(["horizons", key, "most"]),
        `${backticked(most)} is shorter than ${backticked(least)}; write the shorter time as \`least\``,
      );
}

function* strangePaths({ artifacts = {} }: Config, document: Document): Iterable<Problem> {
  for (const [key, paths] of Object.entries(artifacts))
    for (const [index, path] of [paths].flat().entries()) {
      const isWeb = /^[a-z][a-z\d+.-]+:\/\//i.test(path);
      const place = document.locate(["artifacts", key, ...(Array.isArray(paths) ? [index] : [])]);
      const step = "write its path as seen from this file";
      if (isWeb)
        yield problem(
          faults.badArtifact,
          place,
          `nothing is asked for on the web; save the answer as a file, and ${step}`,
        );
      else if (/^(?:[/\\~]|[a-z]:[/\\])/i.test(path))
        yield problem(
          faults.badArtifact,
          place,
          `${backticked(path)} starts at the root of one machine; ${step}`,
        );
    }
}

function* repeatedWords({ words = {} }: Config, document: Document): Iterable<Problem> {
  const groups = new Map<string, string>();
  for (const [group, list] of Object.entries<string[]>({ ...words }))
    for (const [index, word] of list.entries()) {
      const name = word.trim().toLowerCase();
      const other = groups.get(name);
      const message = `${backticked(word)} is listed under \`${other}\` already; keep one of the two`;
      if (other) yield problem(faults.wordTwice, document.locate(["words", group, index]), message);
      groups.set(name, group);
    }
}

function* unknownPlaceholders({ render = [] }: Config, document: Document): Iterable<Problem> {
  const known: readonly string[] = placeholders;
  for (const [index, { to, out }] of render.entries())
    for (const word of placeholdersIn(out)) {
      const place = document.locate(["render", index, "out"]);
      const meant = nearest(word, known);
      const { lines, text } = document;
      const written = text.slice(lines.offset(place.range.start), lines.offset(place.range.end));
      const better = written.replaceAll(`{${word}}`, `{${meant}}`);
      const fix = meant ? rewriting(document, place, `{${meant}}`, better) : undefined;
      const all = joinWords(
        known.map((each) => backticked(`{${each}}`)),
        "and",
      );
      if (!known.includes(word))
        yield problem(
          faults.badOut,
          place,
          `there is no placeholder ${backticked(`{${word}}`)}; ${meant ? `did you mean ${backticked(`{${meant}}`)}?` : `there is ${all}`}`,
          { ...(fix && { fix }) },
        );
      else if (to === "portfolio")
        yield problem(
          faults.badOut,
          place,
          `a portfolio is one document of all North Stars; name it without ${backticked(`{${word}}`)}`,
        );
    }
}

function* needlessBets({ render = [] }: Config, document: Document): Iterable<Problem> {
  for (const [index, { to, bet }] of render.entries())
    if (bet !== undefined && to !== "bet")
      yield problem(
        faults.badBet,
        document.locate(["render", index, "bet"]),
        `a ${to} shows every bet; leave \`bet\` out, or write \`to: bet\``,
      );
}

function* needlessSheets({ render = [] }: Config, document: Document): Iterable<Problem> {
  for (const [index, each] of render.entries()) {
    const key = (["paper", "pages"] as const).find((name) => each[name] !== undefined);
    if (key === undefined || (each.to === "one-pager" && /\.(?:html|pdf)$/i.test(each.out))) continue;
    yield problem(
      faults.badSheet,
      document.locate(["render", index, key]),
      `only a one-pager as html or pdf is fitted to paper; leave \`${key}\` out, or ${each.to === "one-pager" ? "end `out` with .html or .pdf" : "write `to: one-pager`"}`,
    );
  }
}

/** A path with a placeholder, without quotes between braces of YAML: what YAML says of it helps nobody. */
function bareBraces(text: string): Problem[] | null {
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const [, before, out] =
      /^(\s*(?:-\s*)?\{(?:.*[\s,{])?out:\s+)([^\s"',{}]*\{\w+\}[^\s"',}]*)/.exec(line) ?? [];
    if (before === undefined || out === undefined) continue;
    const start = { line: index + 1, column: before.length + 1 };
    const range = { start, end: { line: index + 1, column: before.length + out.length + 1 } };
    const message = `a path with a placeholder needs quotes between braces; write "${out}"`;
    return [problem(faults.badOut, { path: [], range, related: [] }, message)];
  }
  return null;
}
