/** Which northstar.config.yaml counts for a file, and what it says. */
import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Config } from "../../config/config.js";
import { failingOf } from "../../config/layers.js";
import { failureAt } from "./exit.js";
import type { Settings } from "./load-config.js";
import { shownPath } from "./paths.js";
import { isThere } from "./read-file.js";
import type { World } from "./world.js";

/** The options of every command that reads a configuration. */
export interface ConfigOptions {
  /** The file to use for everything, or false for none. */
  config?: string | false;
}

/** How a command defines them. */
export const configFlags: readonly (readonly [flags: string, description: string])[] = [
  ["--config <file>", "use this configuration instead of the nearest northstar.config.yaml"],
  ["--no-config", "use no configuration"],
];

/** Finds and reads configurations; each file is read once. What cannot be used is a Failure, shown on standard error. */
export interface Configs {
  /** What the command line says, which counts more. */
  flags: Config;
  /** The path of the configuration that counts in a folder. */
  nearest(folder: string): string | undefined;
  /** What counts for a file, as seen from the current folder. */
  settingsFor(file: string): Promise<Settings>;
  /** What a configuration says, or what counts without one. */
  settingsIn(path: string | undefined): Promise<Settings>;
}

export const configName = "northstar.config.yaml";
export const shortName = "northstar.config.yml";

/** Whether a file is called as North Stars are called where nothing else is configured. */
export function isStarName(path: string): boolean {
  return /^(?:.*[\\/])?(?:[^\\/]+\.)?northstar\.yaml$/s.test(path);
}

/** The configurations of a run. */
export function configsOf(world: World, { config }: ConfigOptions, flags: Config = {}): Configs {
  const nearest = config === undefined ? nearestConfig() : () => named;
  const named = config ? resolve(world.cwd, config) : undefined;
  const read = new Map<string | undefined, Promise<Settings>>();
  return {
    flags,
    nearest,
    settingsIn,
    settingsFor: (file) => settingsIn(nearest(dirname(resolve(world.cwd, file)))),
  };

  function settingsIn(path: string | undefined): Promise<Settings> {
    const settings = read.get(path) ?? load(path);
    read.set(path, settings);
    return settings;
  }

  async function load(path: string | undefined): Promise<Settings> {
    if (path !== undefined && path !== named && basename(path) === shortName) {
      const name = shownPath(path, world.cwd);
      throw failureAt(name, `${name} is not read: call it ${configName}`);
    }
    if (path === undefined)
      return { failOn: failingOf(flags).on ?? "error", judging: {}, layers: [], config: flags };
    const { loadSettings } = await import("./load-config.js");
    return loadSettings(world, path, flags);
  }
}

/** Looks upward from a folder, and no further than the root of its repository. */
function nearestConfig(): Configs["nearest"] {
  const known = new Map<string, string | undefined>();
  return nearest;

  function nearest(folder: string): string | undefined {
    if (!known.has(folder)) known.set(folder, look(folder));
    return known.get(folder);
  }

  function look(folder: string): string | undefined {
    const path = join(folder, configName);
    if (isThere(path)) return path;
    // Passed over in silence, it would seem to count.
    const other = join(folder, shortName);
    if (existsSync(other)) return other;
    const outer = dirname(folder);
    return outer === folder || existsSync(join(folder, ".git")) ? undefined : nearest(outer);
  }
}
