/**
 * Measures of Malloy files, by their names in the source: a measure stands under `measure:` in the `extend` of a source,
 * and a source has those of the source that it extends. No connection is opened and nothing is compiled, so what a
 * measure is made of stays unknown.
 */
import { definitionHash } from "./definition.js";
import { type MalloyToken, malloyTokens } from "./malloy-tokens.js";
import type { Artifact, Catalogue, Metric, NotArtifact } from "./metric.js";
import { wholeOf } from "./whole-artifact.js";

interface Measure {
  name: string;
  /** Whether `private` or `internal` keeps it from those who ask from outside. */
  isHidden: boolean;
  label: string | null;
  description: string | null;
  /** How it is written, without comments and notes. */
  expression: string;
}

interface Source {
  name: string;
  /** The name of what it extends; null for a table. */
  base: string | null;
  /** Whether what it has of its base depends on more than is read here. */
  isPartly: boolean;
  measures: Measure[];
  left: { without: Set<string>; only: Set<string> | null; renamed: Map<string, string> };
}

/** The sources of a file, and what it imports under another name. */
export interface MalloyFile {
  sources: Source[];
  aliases: Map<string, string>;
}

/** What stands in one file; its measures follow from all files together. */
export function readMalloy({ pieces }: Artifact): MalloyFile | NotArtifact {
  const text = wholeOf(pieces);
  if (typeof text !== "string") return text;
  const tokens = malloyTokens(text);
  const file: MalloyFile = { sources: [], aliases: new Map() };
  const reader: Reader = { tokens, at: 0 };
  while (reader.at < tokens.length) readStatement(reader, file);
  return file;
}

interface Reader {
  tokens: readonly MalloyToken[];
  at: number;
}

function readStatement(reader: Reader, file: MalloyFile): void {
  if (isKey(reader, "source")) {
    reader.at += 2;
    readSources(reader, file);
  } else if (isWord(reader, "import")) readImport(reader, file);
  else skip(reader);
}

/** Whether a word stands here that has a colon behind it. */
function isKey({ tokens, at }: Reader, key?: string): boolean {
  const [word, colon] = [tokens[at], tokens[at + 1]];
  if (word?.kind !== "word" || colon?.text !== ":") return false;
  return key === undefined || word.text.toLowerCase() === key;
}

function isWord({ tokens, at }: Reader, word: string): boolean {
  const token = tokens[at];
  return token?.kind === "word" && token.text.toLowerCase() === word;
}

function isSign({ tokens, at }: Reader, sign: string): boolean {
  const token = tokens[at];
  return token?.kind === "sign" && token.text === sign;
}

/** Goes behind one token, or behind all that stands in brackets. */
function skip(reader: Reader): void {
  let depth = 0;
  do {
    const token = reader.tokens[reader.at];
    if (token?.kind === "sign" && /^[{([]$/.test(token.text)) depth += 1;
    else if (token?.kind === "sign" && /^[})\]]$/.test(token.text)) depth -= 1;
    reader.at += 1;
  } while (depth > 0 && reader.at < reader.tokens.length);
}

/** A name with `is` behind it, notes or the parameters of a source between them; the reader then stands behind `is`. */
function definedHere(reader: Reader): { name: string; notes: string[] } | undefined {
  const start = reader.at;
  const notes = notesHere(reader);
  const token = reader.tokens[reader.at];
  if (token?.kind === "word" || token?.kind === "quoted") {
    reader.at += 1;
    if (isSign(reader, "(")) skip(reader);
    notes.push(...notesHere(reader));
    if (isWord(reader, "is")) {
      reader.at += 1;
      notes.push(...notesHere(reader));
      return { name: token.text, notes };
    }
  }
  reader.at = start;
  return undefined;
}

function notesHere(reader: Reader): string[] {
  const notes: string[] = [];
  for (let token = reader.tokens[reader.at]; token?.kind === "note"; token = reader.tokens[reader.at]) {
    notes.push(token.text);
    reader.at += 1;
  }
  return notes;
}

function readSources(reader: Reader, { sources }: MalloyFile): void {
  for (;;) {
    const defined = definedHere(reader);
    if (!defined) return;
    sources.push(readSource(reader, defined.name));
    if (isSign(reader, ",")) reader.at += 1;
  }
}

const statements = new Set(["source", "query", "run", "type", "given"]);

/** What a source is, up to the next definition or statement. */
function readSource(reader: Reader, name: string): Source {
  const source: Source = {
    name,
    base: null,
    isPartly: false,
    measures: [],
    left: { without: new Set(), only: null, renamed: new Map() },
  };
  const first = reader.tokens[reader.at];
  const second = reader.tokens[reader.at + 1];
  // `duckdb.table('…')` is no other source.
  if (first && second?.text !== "." && (first.kind === "word" || first.kind === "quoted")) {
    source.base = first.text;
    reader.at += 1;
    if (isWord({ ...reader, at: reader.at - 1 }, "compose")) source.isPartly = true;
  } else if (first?.text === "(") source.isPartly = true;
  while (reader.at < reader.tokens.length && !endsHere(reader)) {
    if (isWord(reader, "extend") && reader.tokens[reader.at + 1]?.text === "{") {
      reader.at += 2;
      readBlock(reader, source);
    } else if (isSign(reader, "->")) {
      // What a query gives has the columns of the query and no measures of the source.
      Object.assign(source, { base: null, isPartly: false, measures: [] });
      reader.at += 1;
    } else {
      if (isWord(reader, "include") || isSign(reader, "+") || isSign(reader, "::")) source.isPartly = true;
      skip(reader);
    }
  }
  return source;
}

function endsHere(reader: Reader): boolean {
  const { tokens, at } = reader;
  const word = tokens[at]?.text.toLowerCase() ?? "";
  if (isKey(reader)) return statements.has(word);
  if (isWord(reader, "import") || isWord(reader, "export")) return true;
  const ahead = { tokens, at: isSign(reader, ",") ? at + 1 : at };
  return definedHere(ahead) !== undefined;
}

/** The statements of an `extend`, up to its closing bracket. */
function readBlock(reader: Reader, source: Source): void {
  let isHidden = false;
  while (reader.at < reader.tokens.length) {
    if (isSign(reader, "}")) {
      reader.at += 1;
      return;
    }
    const word = reader.tokens[reader.at]?.text.toLowerCase() ?? "";
    if (!isKey(reader)) {
      isHidden = word === "private" || word === "internal";
      skip(reader);
      continue;
    }
    reader.at += 2;
    if (word === "measure") readMeasures(reader, source, isHidden);
    else if (word === "rename") readRenames(reader, source);
    else if (word === "except" || word === "accept") readNames(reader, source, word);
    isHidden = false;
  }
}

function readMeasures(reader: Reader, { measures }: Source, isHidden: boolean): void {
  for (;;) {
    const defined = definedHere(reader);
    if (!defined) return;
    const { name, notes } = defined;
    const start = reader.at;
    while (reader.at < reader.tokens.length && !fieldEnds(reader)) skip(reader);
    const written = reader.tokens.slice(start, reader.at).filter(({ kind }) => kind !== "note");
    measures.push({
      name,
      isHidden,
      label: notes.map((note) => /^#.*\blabel\s*=\s*"([^"]*)"/.exec(note)?.[1]).find(Boolean) ?? null,
      description:
        notes
          .flatMap((note) => /^#"\s?(.*)$/.exec(note)?.[1]?.trim() ?? [])
          .join(" ")
          .trim() || null,
      expression: written.map(({ text }) => text).join(" "),
    });
    if (isSign(reader, ",")) reader.at += 1;
  }
}

/** Whether the definition of a field is over: another one, another statement or the end of the block begins. */
function fieldEnds(reader: Reader): boolean {
  const { tokens, at } = reader;
  if (isSign(reader, "}") || isSign(reader, ";") || isKey(reader)) return true;
  if (/^(?:private|internal|public)$/i.test(tokens[at]?.text ?? "") && isKey({ tokens, at: at + 1 }))
    return true;
  return definedHere({ tokens, at: isSign(reader, ",") ? at + 1 : at }) !== undefined;
}

function readRenames(reader: Reader, { left }: Source): void {
  for (;;) {
    const defined = definedHere(reader);
    const token = defined && reader.tokens[reader.at];
    if (!defined || !token) return;
    left.renamed.set(token.text, defined.name);
    reader.at += 1;
    if (isSign(reader, ",")) reader.at += 1;
  }
}

function readNames(reader: Reader, { left }: Source, how: "except" | "accept"): void {
  const names: string[] = [];
  for (
    let token = reader.tokens[reader.at];
    token && token.kind !== "text" && !isSign(reader, "}") && !isSign(reader, ";") && !isKey(reader);
    token = reader.tokens[reader.at]
  ) {
    if (token.kind === "word" || token.kind === "quoted") names.push(token.text);
    reader.at += 1;
  }
  if (how === "except") for (const name of names) left.without.add(name);
  else left.only = new Set(names);
}

function readImport(reader: Reader, { aliases }: MalloyFile): void {
  reader.at += 1;
  if (!isSign(reader, "{")) return;
  reader.at += 1;
  while (reader.at < reader.tokens.length && !isSign(reader, "}")) {
    const defined = definedHere(reader);
    const token = reader.tokens[reader.at];
    if (defined && token) aliases.set(defined.name, token.text);
    reader.at += 1;
  }
}

/** The measures of all sources of some files. */
export function malloyCatalogue(files: readonly MalloyFile[]): Catalogue {
  const sources = files.flatMap((file) => file.sources);
  const byName = new Map(sources.map((source) => [source.name, source]));
  const aliases = new Map(files.flatMap((file) => [...file.aliases]));
  const partly: string[] = [];
  const metrics = [...byName.values()].flatMap((source) => {
    const { measures, isPartly } = measuresOf(source, new Set());
    if (isPartly) partly.push(source.name);
    return [...measures.values()].map((measure) => metricOf(measure, source.name));
  });
  return { format: "Malloy", metrics, partly };

  function measuresOf(
    { name, base, isPartly, measures, left }: Source,
    way: ReadonlySet<string>,
  ): { measures: Map<string, Measure>; isPartly: boolean } {
    const all = new Map<string, Measure>();
    const other = base === null ? undefined : (byName.get(base) ?? byName.get(aliases.get(base) ?? ""));
    const isKnown = base === null || (other !== undefined && !way.has(base) && way.size < 50);
    const inner = other && isKnown && !isPartly ? measuresOf(other, new Set([...way, name])) : undefined;
    for (const measure of inner?.measures.values() ?? []) {
      const called = left.renamed.get(measure.name) ?? measure.name;
      const isLeft = left.without.has(measure.name) || (left.only !== null && !left.only.has(measure.name));
      if (!isLeft) all.set(called, { ...measure, name: called });
    }
    for (const measure of measures) all.set(measure.name, measure);
    return { measures: all, isPartly: isPartly || !isKnown || inner?.isPartly === true };
  }
}

function metricOf({ name, isHidden, label, description, expression }: Measure, source: string): Metric {
  return {
    names: [name, `${source}.${name}`],
    state: isHidden ? "hidden" : "yes",
    kind: "unknown",
    window: "unknown",
    leaves: "unknown",
    aggregation: "unknown",
    label,
    description,
    hash: definitionHash("malloy-1", expression),
  };
}
