/** Documents on their way out: to standard output, or into a file that is named. */
import { extname } from "node:path";
import { ours } from "../render/ours.js";
import { Failure } from "./exit.js";
import { say } from "./terminal.js";
import type { World } from "./world.js";
import { writeWhole } from "./write.js";

export interface Delivery {
  out?: string;
  force?: true;
}

/** Prints a document, or writes it; a file that northstar did not make is replaced only by force. */
export function deliverDocument(world: World, made: string | Uint8Array, { out, force }: Delivery): void {
  if (out === undefined) {
    world.stdout.write(made);
    return;
  }
  const written = writeWhole(world, out, made, (existing) => force === true || existing.includes(ours));
  if (typeof written === "object") throw new Failure(written.refused);
  say(world, written === "written" ? `wrote ${out}` : `${out} was up to date`);
}

/** What was asked for, else what the file's name ends with, else Markdown. */
export function pageFormat(out: string | undefined, asked: "md" | "html" | undefined): "md" | "html" {
  if (asked) return asked;
  const ending = out === undefined ? ".md" : extname(out).toLowerCase();
  if (ending === ".md" || ending === ".html") return ending === ".md" ? "md" : "html";
  throw new Failure(`it is made as md or html: end the name of the file with .md or .html, or say --format`);
}
