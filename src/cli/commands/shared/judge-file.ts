/** Judges single files. */
import type { ArtifactPlaces } from "../../../config/artifact-places.js";
import type { Document } from "../../../file/document.js";
import { checkDocument, checkSource } from "../../../lint/check.js";
import type { LintOptions } from "../../../lint/lint.js";
import { rules } from "../../../lint/rules/index.js";
import { mayHaveSource } from "../../../metrics/may-have-source.js";
import type { Judged } from "../../../report/report.js";
import { mayHaveHandle } from "../../../work/code-owners.js";
import { openText } from "../../host/read-file.js";
import type { World } from "../../host/world.js";

/**
 * What a file is judged with: the day, if not today, what is configured, and some of the rules if not all; where its
 * semantic layers are, and what was found there.
 */
export type Judging = Pick<
  LintOptions,
  "severities" | "lexicon" | "horizons" | "ignores" | "sources" | "codeOwners" | "before"
> &
  Partial<Pick<LintOptions, "rules">> & {
    today?: string | undefined;
    artifacts?: ArtifactPlaces | undefined;
  };

/**
 * The same with what is known of the metrics that a text points at, unless it is known, and of owners who may be in
 * CODEOWNERS. A text that has neither costs nothing.
 */
export async function withSources(
  world: World,
  name: string,
  text: string,
  judging: Judging = {},
): Promise<Judging> {
  const known = { ...judging };
  if (!judging.sources && mayHaveSource(text)) {
    const { findSources } = await import("../../host/find-sources.js");
    known.sources = findSources(world, name, text, judging.artifacts);
  }
  if (mayHaveHandle(text)) {
    const { findCodeOwners } = await import("../../host/code-owners.js");
    known.codeOwners = findCodeOwners(world, name);
  }
  return known;
}

/** Reads a file (seen from `world.cwd`), looks up what it points at, and judges it. One that cannot be read is a {@link Failure}. */
export async function judgeFile(world: World, name: string, judging?: Judging): Promise<Judged> {
  const opened = openText(world, name);
  if ("problems" in opened) return opened;
  return judgeText(world, name, opened.text, await withSources(world, name, opened.text, judging));
}

/** Judges a text that is, or will be, in a file of this name. */
export function judgeText(world: World, name: string, text: string, judging: Judging = {}): Judged {
  return { path: name, text, ...checkSource(text, lintOptions(world, judging)) };
}

/** The same for a text that has been read already, with what it points at. */
export async function judgeDocument(
  world: World,
  name: string,
  document: Document,
  judging: Judging = {},
): Promise<Judged> {
  const { text } = document;
  const options = lintOptions(world, await withSources(world, name, text, judging));
  return { path: name, text, ...checkDocument(document, options) };
}

/** What a check needs to know: the rules, the day, and what is configured. */
export function lintOptions(
  world: World,
  { today = world.today(), artifacts: _, ...judging }: Judging,
): LintOptions {
  return { rules, today, ...judging };
}
