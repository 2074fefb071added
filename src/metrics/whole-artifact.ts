/** Artefacts that people write, which are small enough to be read at once. */
import { readDocument } from "../file/document.js";
import type { Problem } from "../file/problem.js";
import { decode } from "../file/text.js";
import type { NotArtifact } from "./metric.js";

/** Whether a file is meant to be JSON, by its name. */
export function isJson(name: string): boolean {
  return /\.json$/i.test(name);
}

/** The text of a file, or why it is none. One of more than 3 MB is none. */
export function wholeOf(pieces: Iterable<Uint8Array>): string | NotArtifact {
  const held: Uint8Array[] = [];
  let size = 0;
  for (const piece of pieces) {
    held.push(new Uint8Array(piece));
    size += piece.length;
    if (size > 3_100_000) return { reason: "too large for a file of this kind" };
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of held) {
    all.set(piece, at);
    at += piece.length;
  }
  const text = decode(all);
  return typeof text === "string" ? text : unreadable(text);
}

/** The value of a YAML text, or why there is none. */
export function yamlIn(text: string | NotArtifact): { value: unknown } | NotArtifact {
  if (typeof text !== "string") return text;
  const document = readDocument(text);
  return Array.isArray(document) ? unreadable(document) : { value: document.value };
}

function unreadable([problem]: readonly Problem[]): NotArtifact {
  if (!problem) return { reason: "no text" };
  return { reason: `no YAML that can be read (line ${problem.range.start.line}: ${problem.message})` };
}
