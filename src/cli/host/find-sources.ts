/** Looks up the metrics that a North Star points at; loaded only where it points at one. */
import { basename, dirname, resolve } from "node:path";
import type { ArtifactPlaces } from "../../config/artifact-places.js";
import { readDocument } from "../../file/document.js";
import { validate } from "../../file/validate.js";
import { lookUp } from "../../metrics/look-up.js";
import type { System } from "../../metrics/metric.js";
import { type Pointer, pointersIn } from "../../metrics/pointers.js";
import { factsFrom, type LookedUpSources, type MetricFacts, unresolved } from "../../metrics/source.js";
import { artifactPaths, type FoundArtifacts, manifestBeside, readArtifacts } from "./artifacts.js";
import { shownPath } from "./paths.js";
import { lockPathOf, openLock } from "./star-lock.js";
import type { World } from "./world.js";

/** The pointers of a text, if it is a North Star. */
export function pointersOf(text: string): Pointer[] {
  const document = readDocument(text);
  const star = Array.isArray(document) ? document : validate(document);
  return Array.isArray(star) ? [] : pointersIn(star);
}

/** What is known of the metrics that a text points at, which is that of a file; undefined where it points at none. */
export function findSources(
  { cwd }: Pick<World, "cwd">,
  name: string,
  text: string,
  places: ArtifactPlaces | undefined,
): LookedUpSources | undefined {
  return sourcesFor(cwd, name, pointersOf(text), places);
}

/** The same for pointers that are known already. */
export function sourcesFor(
  cwd: string,
  name: string,
  pointers: readonly Pointer[],
  places: ArtifactPlaces | undefined,
): LookedUpSources | undefined {
  if (pointers.length === 0) return undefined;
  const file = resolve(cwd, name);
  const folder = dirname(file);
  const systems = new Map<System, FoundArtifacts>();
  const metrics = pointers.map((pointer) => {
    const { system } = pointer;
    const artifacts = systems.get(system) ?? readArtifacts(system, artifactPaths(system, folder, places));
    systems.set(system, artifacts);
    return factsOf(pointer, artifacts, folder);
  });
  return { metrics, ...lockBeside(file, folder) };
}

/** What the files of a system say of a metric, where one of them is there and can be read. */
function factsOf(
  pointer: Pointer,
  { paths, read, catalogue, broken }: FoundArtifacts,
  folder: string,
): MetricFacts {
  const shown = (path: string) => shownPath(path, folder);
  const [first] = read;
  const looked = catalogue && lookUp(pointer.name, catalogue);
  const [fault] = broken;
  if (fault && !(looked && "metric" in looked))
    return unresolved(pointer, "not-an-artefact", shown(fault.path), { reason: fault.reason });
  if (first === undefined || !catalogue || !looked)
    return unresolved(pointer, "no-artefact", shown(paths[0]?.path ?? ""));
  const artifact = read.length > 1 ? `${shown(first)} and ${read.length - 1} more` : shown(first);
  const facts = factsFrom(pointer, catalogue, looked, artifact);
  return catalogue.writer === "dbt" ? byManifest(pointer, facts, paths, folder) : facts;
}

/** What dbt's manifest says of a metric in place of the document of Ossie beside it, which leaves much out. */
function byManifest(
  pointer: Pointer,
  facts: MetricFacts,
  paths: FoundArtifacts["paths"],
  folder: string,
): MetricFacts {
  const beside = paths.map(manifestBeside).find((path) => path !== undefined);
  const { catalogue } = beside ? readArtifacts("dbt", [beside]) : { catalogue: undefined };
  if (!beside || !catalogue) {
    const reason = "dbt wrote that document, and leaves hidden metrics and conversions out of it";
    const left = facts.found === "yes" ? facts : { ...facts, found: "unknown" as const, reason };
    return { ...left, manifest: { artifact: "manifest.json", has: false } };
  }
  const artifact = shownPath(beside.path, folder);
  const told = factsFrom(pointer, catalogue, lookUp(pointer.name, catalogue), artifact);
  const has = told.found === "yes" || told.found === "hidden";
  return { ...(has ? told : facts), manifest: { artifact, has } };
}

/** What the team has accepted, or why that cannot be read. */
function lockBeside(file: string, folder: string): Pick<LookedUpSources, "accepted" | "lockFault"> {
  const opened = openLock({ cwd: folder }, basename(lockPathOf(file)));
  return "fault" in opened
    ? { accepted: {}, lockFault: opened.fault }
    : { accepted: opened.lock.sources, lockFault: null };
}
