/** Reads configurations and what they extend; loaded only where there is one. */
import { realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type ArtifactPlaces, artifactPlaces } from "../../config/artifact-places.js";
import { type Config, type ConfigFile, readConfig } from "../../config/config.js";
import { badExtends } from "../../config/faults.js";
import {
  defaultLayer,
  failingOf,
  isPreset,
  type Layer,
  layerOf,
  mergeLayers,
  originIn,
  presetOf,
} from "../../config/layers.js";
import { type Path, type Problem, problem } from "../../file/problem.js";
import { decode, quotable } from "../../file/text.js";
import { judgements } from "../../lint/catalogue.js";
import type { LintOptions } from "../../lint/lint.js";
import { lexiconOf } from "../../reading/lexicon.js";
import { mistakes } from "../../report/pretty.js";
import { visible } from "../../report/terminal-text.js";
import { Failure, failureAt } from "./exit.js";
import { didYouMean, shownPath } from "./paths.js";
import { attempt, readNamed } from "./read-file.js";
import { isInside, rootOf } from "./repository.js";
import { colorOf, columnsOf, withoutMessages } from "./terminal.js";
import type { FailOn, WarningLimit } from "./threshold.js";
import type { World } from "./world.js";

/** What counts for a file. */
export interface Settings {
  /** What makes a run fail. */
  failOn: FailOn;
  /** Which configuration says so, in words for the person; nothing where none does, or the command line does. */
  failOrigin?: string;
  /** How many warnings are allowed. */
  limit?: WarningLimit;
  judging: Pick<LintOptions, "severities" | "lexicon" | "horizons"> & { artifacts?: ArtifactPlaces };
  /** All that is configured, from the weakest to the strongest; nothing where no configuration counts. */
  layers: readonly Layer[];
  /** The layers as one. */
  config: Config;
}

/** What counts with a configuration, or without one, and with what the command line says. */
export function loadSettings(world: World, path: string | undefined, flags: Config): Settings {
  const files = path === undefined ? [] : layersOf(world, path, rootOf(dirname(path)), []);
  const asked: Layer = { config: flags, originOf: () => "--fail-on" };
  const layers = [defaultLayer(judgements), ...files, asked];
  const config = mergeLayers(layers);
  const { on = "error", "max-warnings": most } = failingOf(config);
  const place = ["fail", "max-warnings"];
  const origin = `\`max-warnings\` in ${layerOf(layers, place)?.originOf(place)}`;
  const limit = most === undefined ? {} : { limit: { most, origin } };
  const artifacts = artifactPlaces(layers);
  const judging = { ...judgingOf(config), ...(artifacts && { artifacts }) };
  const failOrigin = flags.fail === undefined ? originOfFailing(layers, on) : undefined;
  return { failOn: on, ...(failOrigin && { failOrigin }), ...limit, judging, layers, config };
}

/** Where a configuration says what fails: itself, or by the preset that it starts from. */
function originOfFailing(layers: readonly Layer[], on: FailOn): string | undefined {
  const place = ["fail", "on"];
  const layer = layerOf(layers, place);
  if (layer?.folder !== undefined) return `\`fail: ${on}\` in ${originIn(layer, place)}`;
  const started = layers.findLast(({ config }) => isPreset(config.extends ?? ""));
  return layer && started && `\`extends: ${started.config.extends}\` in ${started.originOf(["extends"])}`;
}

/** How files are judged by what is configured. */
export function judgingOf({
  rules = {},
  words = {},
  horizons,
}: Pick<Config, "rules" | "words" | "horizons">): Settings["judging"] {
  return {
    ...(horizons && { horizons }),
    severities: rules,
    ...(Object.keys(words).length > 0 && { lexicon: lexiconOf(words) }),
  };
}

/** A configuration that has to be mended before it can be used. */
class UnusableConfig extends Failure {
  readonly path: string;
  readonly problems: readonly Problem[];

  constructor(path: string, name: string, problems: readonly Problem[]) {
    super(
      `${name} cannot be used; mend it, or leave it out with --no-config`,
      problems.map(({ message, range }) => ({
        message: `${name} cannot be used: ${message}`,
        path: name,
        range,
      })),
    );
    this.path = path;
    this.problems = problems;
  }
}

/** What keeps a text from being the configuration at a path, in itself or in what it is built upon. */
export function problemsInConfig(world: World, path: string, text: string): readonly Problem[] {
  try {
    layersOf(withoutMessages(world), path, rootOf(dirname(path)), [], text);
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error instanceof UnusableConfig && error.path === path) return error.problems;
    const read = readConfig(text);
    if (Array.isArray(read) || !read.document) return [];
    const [{ message } = error] = error.errors;
    return [problem(badExtends, read.document.locate(["extends"]), message)];
  }
}

/** What a file is built upon, then what it says. `way` are the files that led to it, `known` is what it will say. */
function layersOf(
  world: World,
  path: string,
  root: string | undefined,
  way: readonly string[],
  known?: string,
): Layer[] {
  const name = shownPath(path, world.cwd);
  const bytes = attempt(() => (known === undefined ? readNamed(world, path) : Buffer.from(known)));
  if ("reason" in bytes)
    throw failureAt(name, `cannot read ${name}: ${bytes.reason}${didYouMean(name, path)}`);
  const text = decode(bytes.value);
  if (typeof text !== "string") return refuse(quotable(bytes.value), text);
  const read = readConfig(text);
  if (Array.isArray(read)) return refuse(text, read);
  const own: Layer = {
    config: read.config,
    folder: dirname(path),
    originOf: (place) => visible(`${name}:${lineOf(read, place)}`),
  };
  return [...basis(read), own];

  function basis({ config: { extends: base }, document }: ConfigFile): Layer[] {
    if (base === undefined || document === undefined) return [];
    if (isPreset(base)) return [presetOf(base, judgements)];
    const target = resolve(dirname(path), base);
    const real = attempt(() => realpathSync(path));
    const here = [...way, "value" in real ? real.value : path];
    const found = attempt(() => realpathSync(target));
    const reason =
      "reason" in found ? `cannot be read: ${found.reason}` : reasonAgainst(found.value, here, root);
    if (reason === undefined) return layersOf(world, target, root, here);
    return refuse(document.text, [
      problem(badExtends, document.locate(["extends"]), `\`${base}\` ${reason}`),
    ]);
  }

  function refuse(text: string, problems: Problem[]): never {
    const look = { color: colorOf(world, world.stderr), width: columnsOf(world, world.stderr) };
    world.stderr.write(`${mistakes({ path: name, text, problems }, look)}\n`);
    throw new UnusableConfig(path, name, problems);
  }
}

/** Why a file cannot be built upon: it is further down the way already, or is none of the repository's. */
function reasonAgainst(path: string, way: readonly string[], root: string | undefined): string | undefined {
  if (way.includes(path)) {
    const names = [...way.slice(way.indexOf(path)), path].map((each) =>
      shownPath(each, root ?? dirname(path)),
    );
    return `leads back to where it started (${names.join(" → ")}); one of these has to stand by itself`;
  }
  if (!/\.ya?ml$/.test(path)) return "is no configuration; its name has to end in .yaml";
  return root === undefined || isInside(path, realpathSync(root))
    ? undefined
    : "lies outside of the repository; copy what you need of it";
}

function lineOf({ document }: ConfigFile, place: Path): number {
  return document?.locate(place, { at: "key" }).range.start.line ?? 1;
}
