import { statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import {
  type Diagnosis,
  doctorFilePage,
  doctorJson,
  doctorPage,
  type InspectedFile,
} from "../../report/doctor.js";
import { type ConfigOptions, type Configs, configFlags, configName, configsOf } from "../host/config.js";
import { exit, Failure } from "../host/exit.js";
import { shownPath } from "../host/paths.js";
import { attempt } from "../host/read-file.js";
import { rootOf } from "../host/repository.js";
import { cacheName } from "../host/result-cache.js";
import { schemaPath } from "../host/schema-files.js";
import { strayConfigsAround } from "../host/stray-configs.js";
import { lookOf } from "../host/terminal.js";
import { version } from "../host/version.computed.js";
import type { World } from "../host/world.js";
import { inspectSources } from "./doctor/inspect-sources.js";
import { faultsOf, fileNamed, inspectFile, survey } from "./doctor/survey.js";
import { type CommonOptions, oneOf } from "./shared/options.js";
import { configAsYaml } from "./shared/print-config.js";

const formats = ["pretty", "json"] as const;

interface Options extends CommonOptions, ConfigOptions {
  format: (typeof formats)[number];
}

export function define(command: Command): void {
  command
    .argument("[file]", "say of this file whether it is judged, and why not")
    .option("-f, --format <name>", `how to tell: ${formats.join(", ")}`, oneOf("format", formats), "pretty");
  for (const [flags, description] of configFlags) command.option(flags, description);
}

/** Says where everything is and which files are judged; the exit code is 1 where somebody should fix something. */
export async function run(world: World, [file]: string[], options: Options): Promise<number> {
  const configs = configsOf(world, options);
  const found = file === undefined ? await survey(world, configs) : await about(world, file, configs);
  const configurations = await Promise.all(
    found.configurations.map((path) => readConfiguration(world, path, configs)),
  );
  const unread =
    options.config === undefined
      ? strayConfigsAround(world, file === undefined ? world.cwd : dirname(fileNamed(world, file)))
      : [];
  const stars = found.files.flatMap(({ path, judged }) => (judged || file !== undefined ? path : []));
  const { artifacts, sources } = await inspectSources(world, stars, configs);
  const cache = cacheName(world, { cache: true });
  const diagnosis: Diagnosis = {
    version: 1,
    program: { version, path: fileURLToPath(new URL("bin/northstar.js", world.home)) },
    node: { version: process.version, path: process.execPath },
    folder: world.cwd,
    repository: rootOf(world.cwd) ?? null,
    configurations,
    unread,
    files: found.files,
    complete: !found.isCut,
    artifacts,
    sources,
    cache: { path: cache ?? null, bytes: cache === undefined ? null : bytesOf(cache) },
    schema: schemaPath(world, "northstar"),
    problems: [
      ...found.unmatched,
      ...faultsOf({ files: found.files, configurations, unread }, file === undefined),
      ...artifacts.flatMap(({ path, state, says }) =>
        state === "broken"
          ? [`${path} is ${says}; write it anew, or see \`artifacts\` in ${configName}`]
          : [],
      ),
    ],
  };
  const look = lookOf(world, options.color);
  const output =
    options.format === "json"
      ? doctorJson(diagnosis)
      : (file === undefined ? doctorPage : doctorFilePage)(diagnosis, look);
  world.stdout.write(output);
  return diagnosis.problems.length > 0 ? exit.problems : exit.done;
}

async function about(
  world: World,
  file: string,
  configs: Configs,
): Promise<Awaited<ReturnType<typeof survey>>> {
  const path = fileNamed(world, file);
  const looked: InspectedFile = await inspectFile(world, path, configs);
  const configuration = configs.nearest(dirname(path));
  return {
    files: [looked],
    configurations: configuration === undefined ? [] : [configuration],
    unmatched: [],
    isCut: false,
  };
}

/** What a configuration says beside what counts anyway, with the place of each value. */
async function readConfiguration(
  world: World,
  path: string,
  configs: Configs,
): Promise<Diagnosis["configurations"][number]> {
  const name = shownPath(path, world.cwd);
  try {
    const { layers } = await configs.settingsIn(path);
    return { path: name, error: null, says: configAsYaml(layers.slice(1)) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { path: name, error: error.message, says: "" };
  }
}

function bytesOf(path: string): number | null {
  const stats = attempt(() => statSync(path));
  return "value" in stats ? stats.value.size : null;
}
