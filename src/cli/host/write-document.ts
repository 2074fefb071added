/** Writes documents to standard output or into a file, and checks whether a file is up to date. */
import { extname, resolve } from "node:path";
import { generatedMarker } from "../../render/generated-marker.js";
import { hasPart, isPart, writePart } from "./document-part.js";
import { Failure } from "./exit.js";
import { attempt, isThere, readBytes } from "./read-file.js";
import type { World } from "./world.js";
import { sayWritten, writeWhole } from "./write-file.js";

export interface Delivery {
  out?: string;
  force?: true;
}

/** A file for a document. */
export interface Target {
  /** No symbolic link leads out of it. */
  folder: string;
  /** As seen from the folder. */
  name: string;
  /** As the person sees it. */
  shown: string;
  makeFolders: boolean;
}

/** The file that a person names, as seen from the current folder. */
export function targetOf({ cwd }: Pick<World, "cwd">, out: string): Target {
  return { folder: cwd, name: out, shown: out, makeFolders: false };
}

/** Prints a document, or writes it; a file that northstar did not make is replaced only by force. */
export function deliverDocument(world: World, made: string | Uint8Array, { out, force }: Delivery): void {
  if (out === undefined) world.stdout.write(made);
  else writeDocument(world, made, targetOf(world, out), force === true);
}

/**
 * Writes a document, and says so; a file that northstar did not make is replaced only by force, and one that the document
 * is a part of only between its marks.
 */
export function writeDocument(world: World, made: string | Uint8Array, target: Target, force: boolean): void {
  const { folder, name, shown, makeFolders } = target;
  const mayReplace = (existing: Buffer) => force || existing.includes(generatedMarker);
  const written =
    isPart(made) && isThere(resolve(folder, name))
      ? writePart(world, made, target, force)
      : writeWhole({ cwd: folder, stderr: world.stderr }, name, made, mayReplace, { makeFolders, force });
  sayWritten(world, shown, written);
}

/** Whether a file holds a document. A checkout may have given a text other line ends. */
export function freshness(
  made: string | Uint8Array,
  { folder, name }: Target,
): "fresh" | "stale" | "missing" {
  const path = resolve(folder, name);
  if (!isThere(path)) return "missing";
  if (isPart(made)) return hasPart(path, made) ? "fresh" : "stale";
  const there = attempt(() => readBytes(path, { most: Buffer.byteLength(made) * 2 + 1 }));
  if (!("value" in there)) return "stale";
  if (there.value.equals(Buffer.from(made))) return "fresh";
  return typeof made === "string" && there.value.toString("utf8").replaceAll("\r\n", "\n") === made
    ? "fresh"
    : "stale";
}

/** What was asked for, else what the file's name ends with, else Markdown. */
export function pageFormat(out: string | undefined, asked: "md" | "html" | undefined): "md" | "html" {
  if (asked) return asked;
  const ending = out === undefined ? ".md" : extname(out).toLowerCase();
  if (ending === ".md" || ending === ".html") return ending === ".md" ? "md" : "html";
  throw new Failure(`it is made as md or html: end the name of the file with .md or .html, or say --format`);
}
