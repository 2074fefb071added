/** Merges configurations that extend one another, and tells where each value is from. */
import type { Path, RuleDoc } from "../file/problem.js";
import type { Config, Failing, Setting, Words } from "./config.generated.js";

/** One configuration of several. */
export interface Layer {
  config: Config;
  /** Where its value at a path is from, in words for the person: a file with its line, a preset, a flag. */
  originOf(path: Path): string;
  /** The folder that its globs and paths are seen from, if it is a file's. */
  folder?: string;
}

/** What `extends` may name besides a file. */
export const presets = ["recommended", "strict"] as const;
export type Preset = (typeof presets)[number];

export function isPreset(name: string): name is Preset {
  return (presets as readonly string[]).includes(name);
}

/** What counts where nothing is configured: the severities of the rules themselves; errors fail. */
export function defaultLayer(rules: readonly RuleDoc[]): Layer {
  const severities = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));
  return { config: { fail: "error", rules: severities }, originOf: () => "default" };
}

/** A preset: `recommended` is what counts anyway; `strict` wants an answer to every question. */
export function presetOf(name: Preset, rules: readonly RuleDoc[]): Layer {
  const notes = rules.filter(({ severity }) => severity === "note");
  const severities = Object.fromEntries(notes.map(({ id }) => [id, "warning" as Setting]));
  const config: Config = name === "strict" ? { fail: "warning", rules: severities } : {};
  return { config, originOf: () => `preset ${name}` };
}

/** What counts when later layers win: key by key in maps, level by level in `horizons`, word by word in `words`, whole lists elsewhere. */
export function mergeLayers(layers: readonly Layer[]): Config {
  const configs = layers.map(({ config }) => config);
  const last = <K extends keyof Config>(key: K) =>
    configs.findLast((config) => config[key] !== undefined)?.[key];
  const [files, render, numbers] = [last("files"), last("render"), last("numbers")];
  const [paper, pages] = [last("paper"), last("pages")];
  const horizons = configs.some((config) => config.horizons)
    ? Object.assign({}, ...configs.map((config) => config.horizons))
    : undefined;
  const artifacts = Object.assign({}, ...configs.map((config) => config.artifacts));
  const failing: Failing = Object.assign({}, ...configs.map(failingOf));
  const { on, ...counts } = failing;
  const themes = configs.flatMap(({ theme }) => theme ?? []);
  const colors = Object.assign({}, ...themes.map((theme) => theme.colors));
  const dark = Object.assign({}, ...themes.map((theme) => theme.dark));
  return {
    ...(Object.keys(counts).length > 0 ? { fail: failing } : on && { fail: on }),
    ...(files && { files }),
    rules: Object.assign({}, ...configs.map(({ rules }) => rules)),
    words: configs.flatMap(({ words }) => words ?? []).reduce(withWords, {}),
    ...(horizons && { horizons }),
    ...(Object.keys(artifacts).length > 0 && { artifacts }),
    ...(render && { render }),
    ...(numbers && { numbers }),
    ...(paper && { paper }),
    ...(pages && { pages }),
    theme: { ...Object.assign({}, ...themes), ...(themes.length > 0 && { colors, dark }) },
  };
}

/** What fails, in its long form. */
export function failingOf({ fail }: Config): Failing {
  return typeof fail === "string" ? { on: fail } : (fail ?? {});
}

/** A word that is listed again means only what it is listed under last. */
function withWords(earlier: Words, later: Words): Words {
  const again = new Set(Object.values(later).flat().map(plain));
  const kept = Object.entries<string[]>({ ...earlier }).map(([group, list]) => [
    group,
    list.filter((word) => !again.has(plain(word))),
  ]);
  const words: Record<string, string[]> = Object.fromEntries(kept);
  for (const [group, list] of Object.entries<string[]>({ ...later }))
    words[group] = [...(words[group] ?? []), ...list];
  return words;
}

function plain(word: string): string {
  return word.trim().toLowerCase();
}

/** The layer whose value at a path counts; undefined where none has one. */
export function layerOf(layers: readonly Layer[], path: Path): Layer | undefined {
  return layers.findLast((layer) => valueIn(layer, path) !== undefined);
}

/** Where a layer's value at a path is from: a value in its short form stands at the key. */
export function originIn({ config, originOf }: Layer, path: Path): string {
  return originOf(path[0] === "fail" && typeof config.fail === "string" ? ["fail"] : path);
}

/** What a layer says at a path. */
export function valueIn({ config }: Layer, path: Path): unknown {
  const long = path.length > 1 && config.fail !== undefined ? { ...config, fail: failingOf(config) } : config;
  return path.reduce<unknown>(
    (here, step) => (typeof here === "object" && here !== null ? Reflect.get(here, step) : undefined),
    long,
  );
}
