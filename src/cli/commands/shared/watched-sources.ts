/** What is watched beside North Stars that point at metrics: files of semantic layers, and locks. */
import { dirname, resolve } from "node:path";
import { mayHaveSource } from "../../../metrics/may-have-source.js";
import type { Configs } from "../../host/config.js";
import { catchFailure, Failure } from "../../host/exit.js";
import { isThere, openText } from "../../host/read-file.js";
import type { World } from "../../host/world.js";

/** The files that some North Stars depend on, whether they are there or not, and the folders in which that is seen. */
export async function watchedSources(
  world: World,
  files: readonly string[],
  configs: Configs,
): Promise<{ files: string[]; folders: string[] }> {
  const watched: string[] = [];
  for (const file of files) {
    const opened = await catchFailure(Promise.resolve().then(() => openText(world, file)));
    if (opened instanceof Failure || "problems" in opened || !mayHaveSource(opened.text)) continue;
    const settings = await catchFailure(configs.settingsFor(file));
    if (settings instanceof Failure) continue;
    const [{ pointersOf }, { artifactPaths }, { lockPathOf }] = await Promise.all([
      import("../../host/find-sources.js"),
      import("../../host/artifacts.js"),
      import("../../host/star-lock.js"),
    ]);
    const path = resolve(world.cwd, file);
    const systems = new Set(pointersOf(opened.text).map(({ system }) => system));
    if (systems.size > 0) watched.push(lockPathOf(path));
    for (const system of systems)
      for (const each of artifactPaths(system, dirname(path), settings.judging.artifacts))
        watched.push(each.path);
  }
  return { files: watched, folders: [...new Set(watched.map(folderThatIsThere))] };
}

/** The folder of a file, or the one in which that would appear. */
export function folderThatIsThere(path: string): string {
  const folder = dirname(path);
  return isThere(folder) || folder === dirname(folder) ? folder : folderThatIsThere(folder);
}
