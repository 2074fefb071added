/** Which files of semantic layers are found, and what they say of the metrics that North Stars point at. */
import { dirname, resolve } from "node:path";
import type { System } from "../../../metrics/metric.js";
import { systems } from "../../../metrics/metric.js";
import { sourcesIn } from "../../../metrics/source.js";
import type { Diagnosis, InspectedArtifact } from "../../../report/doctor.js";
import { artifactPaths, readArtifacts } from "../../host/artifacts.js";
import type { Configs } from "../../host/config.js";
import { catchFailure, Failure } from "../../host/exit.js";
import { findSources } from "../../host/find-sources.js";
import { shownPath } from "../../host/paths.js";
import { isThere } from "../../host/read-file.js";
import type { World } from "../../host/world.js";
import { openStar } from "../shared/open-star.js";

/** What some North Stars point at, and the files that they or their configurations name; nothing where none does. */
export async function inspectSources(
  world: World,
  files: readonly string[],
  configs: Configs,
): Promise<Pick<Diagnosis, "artifacts" | "sources">> {
  const artifacts = new Map<string, InspectedArtifact>();
  const sources: Diagnosis["sources"][number][] = [];
  for (const file of files) {
    const settings = await catchFailure(configs.settingsFor(file));
    if (settings instanceof Failure) continue;
    const places = settings.judging.artifacts;
    const opened = await catchFailure(Promise.resolve().then(() => openStar(world, file)));
    if (opened instanceof Failure || "problems" in opened) continue;
    const looked = findSources(world, file, opened.document.text, places);
    const found = looked ? sourcesIn(opened.star, looked) : [];
    for (const { path: _, aggregation: __, manifest: ___, ...facts } of found)
      sources.push({ path: file, ...facts });
    const asked = systems.filter((each) => places?.[each] || found.some(({ system }) => system === each));
    const folder = dirname(resolve(world.cwd, file));
    for (const system of asked)
      for (const each of inspectSystem(world, system, artifactPaths(system, folder, places)))
        artifacts.set(`${system} ${each.path}`, each);
  }
  return { artifacts: [...artifacts.values()], sources };
}

function inspectSystem(
  { cwd }: Pick<World, "cwd">,
  system: System,
  paths: ReturnType<typeof artifactPaths>,
): InspectedArtifact[] {
  return paths.map((each) => {
    const path = shownPath(each.path, cwd);
    if (!isThere(each.path)) return { path, system, state: "missing", says: null, metrics: 0 };
    const { catalogue, broken } = readArtifacts(system, [each]);
    const [fault] = broken;
    return catalogue
      ? { path, system, state: "found", says: catalogue.format, metrics: catalogue.metrics.length }
      : { path, system, state: "broken", says: fault?.reason ?? "none of its kind", metrics: 0 };
  });
}
