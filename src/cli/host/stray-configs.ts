/** Finds files that look like a configuration of northstar and are not read. */

import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { isCollection } from "../../file/change.js";
import { configName, shortName } from "./config.js";
import { shownPath } from "./paths.js";
import { attempt, readBytes } from "./read-file.js";
import { rootOf } from "./repository.js";
import type { World } from "./world.js";

/** What other programs call their configurations. */
const like =
  /^(?:\.northstar(?:rc)?|northstarrc|\.?northstar(?:rc|\.config)\.(?:jsonc?|json5|ya?ml|toml|[cm]?[jt]s)|\.northstar\.(?:jsonc?|json5|ya?ml|toml)|northstar\.(?:jsonc?|json5|toml|[cm]?[jt]s))$/i;

/** Those in a folder, and in those around it up to the root of the repository, each with what to do. */
export function strayConfigsAround({ cwd }: Pick<World, "cwd">, folder: string): string[] {
  const root = rootOf(folder) ?? folder;
  const found = [folder, join(folder, ".config")].flatMap((each) => unreadIn(cwd, each));
  return folder === root ? found : [...found, ...strayConfigsAround({ cwd }, dirname(folder))];
}

function unreadIn(cwd: string, folder: string): string[] {
  const entries = attempt(() => readdirSync(folder, { withFileTypes: true }));
  if ("reason" in entries) return [];
  return entries.value
    .filter((entry) => entry.isFile())
    .flatMap(({ name }) => {
      const path = join(folder, name);
      if (name === "package.json")
        return isCollection(valueIn(path).northstar)
          ? [tell(`\`northstar\` in ${shownPath(path, cwd)}`)]
          : [];
      // A northstar.config.yml that stands alone is refused like a broken configuration.
      const isTold = name === configName || (name === shortName && !existsSync(join(folder, configName)));
      const isMeant = like.test(name) && !isTold && !(name === "northstar.json" && isOther(path));
      return isMeant ? [tell(shownPath(path, cwd))] : [];
    });
}

function tell(name: string): string {
  return `${name} is not read: northstar reads ${configName} only; move into that what it says`;
}

/** A report, say, that somebody has called northstar.json. */
function isOther(path: string): boolean {
  const { rules, words, horizons, theme, fail, files, render } = valueIn(path);
  const isFiles = Array.isArray(files) && files.every((file) => typeof file === "string");
  return ![rules, words, horizons, theme, fail, render].some((value) => value !== undefined) && !isFiles;
}

function valueIn(path: string): Record<string, unknown> {
  const value = attempt((): unknown => JSON.parse(readBytes(path).toString("utf8")));
  return "value" in value && isCollection(value.value) ? value.value : {};
}
