/** Finds and reads the files that semantic layers write; loaded only where a North Star points at one. */
import { readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { ArtifactPlaces } from "../../config/artifact-places.js";
import { readCube } from "../../metrics/cube.js";
import { readDbt } from "../../metrics/dbt.js";
import { NotJson } from "../../metrics/json-members.js";
import { readLightdash } from "../../metrics/lightdash.js";
import { type MalloyFile, malloyCatalogue, readMalloy } from "../../metrics/malloy.js";
import type { Artifact, Catalogue, NotArtifact, System } from "../../metrics/metric.js";
import { readOssie } from "../../metrics/ossie.js";
import { readRill } from "../../metrics/rill.js";
import { attempt, isThere, readPieces } from "./read-file.js";
import { isInside, rootOf } from "./repository.js";

/** Where a file is when no configuration says so: the first of these that is there, in a folder or in one around it. */
const usual: Readonly<Record<System, readonly string[]>> = {
  dbt: ["target/manifest.json", "target/semantic_manifest.json"],
  ossie: ["ossie.yaml", "ossie.json", "target/osi_document.json"],
  cube: ["cube-meta.json"],
  lightdash: ["target/manifest.json"],
  malloy: [".", "models"],
  rill: ["metrics"],
};

/** Which files of a folder are meant, where a folder may be named. */
const inFolders: Readonly<Partial<Record<System, RegExp>>> = {
  lightdash: /\.ya?ml$/,
  malloy: /\.malloy$/,
  rill: /\.ya?ml$/,
};

/** How many files of a folder are read, and how large one may be. */
const mostFiles = 500;
const mostBytes = 2 ** 30;

/** A file that may be looked into, with the folder that it may not lie outside of. */
export interface ArtifactPath {
  path: string;
  within: string;
  /** Whether it is meant itself, and not only its folder. */
  isNamed: boolean;
}

/** Where a system's files are for a North Star in a folder, whether they are there or not; never none. */
export function artifactPaths(
  system: System,
  folder: string,
  places: ArtifactPlaces | undefined,
): readonly ArtifactPath[] {
  const place = places?.[system];
  if (place) return place.paths.flatMap((path) => filesAt(system, resolve(place.folder, path), place.folder));
  for (const around of foldersAround(folder))
    for (const path of usual[system]) {
      const found = filesAt(system, resolve(around, path), around).filter(({ path }) => isThere(path));
      if (found.length > 0) return found;
    }
  const [first = ""] = usual[system];
  const expected =
    inFolders[system] && system !== "lightdash"
      ? `${first}/*${system === "malloy" ? ".malloy" : ".yaml"}`
      : first;
  return [{ path: resolve(folder, expected), within: folder, isNamed: true }];
}

/** A folder and those around it, as far as its repository goes. */
function foldersAround(folder: string): string[] {
  const root = rootOf(folder) ?? folder;
  const folders = [folder];
  for (let here = folder; here !== root; here = dirname(here)) folders.push(dirname(here));
  return folders;
}

/** A file, or the files of a folder that may be meant. */
function filesAt(system: System, path: string, within: string): ArtifactPath[] {
  const ending = inFolders[system];
  const stats = attempt(() => statSync(path));
  if (!ending || "reason" in stats || !stats.value.isDirectory()) return [{ path, within, isNamed: true }];
  const names = attempt(() => readdirSync(path));
  const fitting = "value" in names ? names.value.filter((name) => ending.test(name)) : [];
  return fitting
    .sort()
    .slice(0, mostFiles)
    .map((name) => ({ path: join(path, name), within, isNamed: false }));
}

/** What is in a system's files: their metrics together, and those that are not what they should be, with the reason. */
export interface FoundArtifacts {
  paths: readonly ArtifactPath[];
  /** Which of them could be read. */
  read: readonly string[];
  catalogue: Catalogue | undefined;
  broken: readonly { path: string; reason: string }[];
}

/** Reads all files of a system; one that is not there is none of them. */
export function readArtifacts(system: System, paths: readonly ArtifactPath[]): FoundArtifacts {
  const broken: { path: string; reason: string }[] = [];
  const catalogues: Catalogue[] = [];
  const malloy: MalloyFile[] = [];
  const read: string[] = [];
  for (const each of paths) {
    if (!isThere(each.path)) continue;
    const found = readOnce(system, each);
    // A folder may hold other files as well.
    if ("reason" in found) {
      if (each.isNamed) broken.push({ path: each.path, reason: found.reason });
      continue;
    }
    read.push(each.path);
    if ("sources" in found) malloy.push(found);
    else catalogues.push(found);
  }
  if (malloy.length > 0) catalogues.push(malloyCatalogue(malloy));
  const [first] = catalogues;
  return { paths, read, broken, catalogue: first && together(first, catalogues) };
}

function together(first: Catalogue, all: readonly Catalogue[]): Catalogue {
  return all.length === 1 ? first : { ...first, metrics: all.flatMap(({ metrics }) => metrics) };
}

type Read = Catalogue | MalloyFile | NotArtifact;

const readers: Readonly<Record<System, (artifact: Artifact) => Read>> = {
  dbt: readDbt,
  ossie: readOssie,
  cube: readCube,
  lightdash: readLightdash,
  malloy: readMalloy,
  rill: readRill,
};

/** What was read before in this process, as long as the file has not changed. */
const known = new Map<string, { stamp: string; read: Read }>();

function readOnce(system: System, { path, within }: ArtifactPath): Read {
  const real = attempt(() => realpathSync.native(path));
  if ("reason" in real) return { reason: `not readable (${real.reason})` };
  const root = realpathSync.native(rootOf(within) ?? within);
  if (!isInside(real.value, root)) return { reason: "outside of the repository" };
  const stats = attempt(() => statSync(real.value));
  if ("reason" in stats) return { reason: `not readable (${stats.reason})` };
  const { size, mtimeMs, ino } = stats.value;
  if (stats.value.isDirectory()) return { reason: "a folder" };
  if (size > mostBytes) return { reason: `larger than 1 GiB (${(size / 2 ** 30).toFixed(1)} GiB)` };
  const key = `${system} ${real.value}`;
  const stamp = `${size} ${mtimeMs} ${ino}`;
  const before = known.get(key);
  if (before?.stamp === stamp) return before.read;
  const read = readNow(system, real.value, path);
  known.set(key, { stamp, read });
  return read;
}

function readNow(system: System, real: string, path: string): Read {
  try {
    return readers[system]({ name: path, pieces: readPieces(real) });
  } catch (error) {
    if (error instanceof NotJson) return { reason: error.found };
    const failed = attempt(() => {
      throw error;
    });
    return { reason: `not readable (${"reason" in failed ? failed.reason : ""})` };
  }
}

/** The manifest.json that dbt writes beside its document of Ossie. */
export function manifestBeside(document: ArtifactPath): ArtifactPath | undefined {
  const path = join(dirname(document.path), "manifest.json");
  return basename(document.path) !== "manifest.json" && isThere(path) ? { ...document, path } : undefined;
}
