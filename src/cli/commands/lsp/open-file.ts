/** A file as it stands in the editor, saved or not, with what was found out about this version of it. */
import { fileURLToPath } from "node:url";
import type { Range as EditorRange, TextDocumentContentChangeEvent } from "vscode-languageserver-protocol";
import { type Document, readDocument } from "../../../file/document.js";
import { type Lines, linesOf } from "../../../file/lines.js";
import type { Problem, Range } from "../../../file/problem.js";
import { rereader } from "../../../file/reread.js";
import { type Encoding, type Places, placesIn } from "./places.js";

export class OpenFile {
  readonly uri: string;
  /** Where it is on the disk; undefined for a text that has no file yet. */
  readonly path: string | undefined;
  /** Null where it is not open. */
  version: number | null;
  text: string;
  readonly encoding: Encoding;
  private lastValue: unknown;
  private readonly reread = rereader();
  private known: { places?: Places; lines?: Lines; read?: Document | Problem[] } = {};

  constructor(uri: string, version: number | null, text: string, encoding: Encoding) {
    this.uri = uri;
    this.path = pathOf(uri);
    this.version = version;
    this.text = text;
    this.encoding = encoding;
  }

  change(version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    for (const change of changes) {
      if ("range" in change) {
        const [from, to] = [this.places.offsetOf(change.range.start), this.places.offsetOf(change.range.end)];
        this.text = this.text.slice(0, from) + change.text + this.text.slice(Math.max(from, to));
      } else this.text = change.text;
      this.known = {};
    }
    this.version = version;
  }

  get places(): Places {
    this.known.places ??= placesIn(this.text, this.encoding);
    return this.known.places;
  }

  /** Lines and columns as problems have them. */
  get lines(): Lines {
    this.known.lines ??= linesOf(this.text);
    return this.known.lines;
  }

  /** A range of a problem as the editor counts. */
  rangeOf({ start, end }: Range): EditorRange {
    return this.places.rangeOf(this.lines.offset(start), this.lines.offset(end));
  }

  /**
   * What the file says, as far as it can be read while it is typed: without the line that an offset is in, and without
   * those few at which reading stops; or else when it could last be read.
   */
  valueAround(offset: number): unknown {
    this.lastValue = this.document?.value ?? valueWithoutLine(this.text, offset) ?? this.lastValue;
    return this.lastValue;
  }

  /** The text as YAML, or why it is none. */
  get read(): Document | Problem[] {
    this.known.read ??= this.reread(this.text);
    return this.known.read;
  }

  /** The text as YAML; null where it is none. */
  get document(): Document | null {
    return Array.isArray(this.read) ? null : this.read;
  }
}

/** What a text says without the line of an offset; some more are left out where it cannot be read then. */
function valueWithoutLine(text: string, offset: number): unknown {
  let rest = text;
  let at = offset;
  for (let left = mostLinesLeftOut; left > 0; left -= 1) {
    const lines = linesOf(rest);
    rest = rest.slice(0, lines.lineStart(at)) + rest.slice(lines.lineEnd(at));
    const read = readDocument(rest);
    if (!Array.isArray(read)) return read.value;
    const [first] = read;
    if (!first) return undefined;
    at = linesOf(rest).offset(first.range.start);
  }
  return undefined;
}

/** Each takes another reading of the whole text. */
const mostLinesLeftOut = 4;

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
