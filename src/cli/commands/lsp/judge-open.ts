/** Judging a file as it stands in the editor: what `lint` would say of it if it were saved now. */
import { basename } from "node:path";
import { type Problem, problem, type RuleDoc } from "../../../file/problem.js";
import type { FileKind } from "../../../language/file-kind.js";
import { type Judged, notJudged } from "../../../report/report.js";
import { type Configs, configName, isStarName, shortName } from "../../host/config.js";
import { catchFailure, Failure } from "../../host/exit.js";
import type { Settings } from "../../host/load-config.js";
import { shownPath } from "../../host/paths.js";
import type { World } from "../../host/world.js";
import { judgeDocument } from "../shared/judge-file.js";
import type { OpenFile } from "./open-file.js";

/** What was found in a version of a file. */
export interface Judgement {
  kind: FileKind;
  problems: readonly Problem[];
  /** Of a North Star that was judged. */
  judged?: Judged;
  settings?: Settings;
}

/** What is found in a file; undefined for one that is neither a North Star nor a configuration. */
export async function judgeOpen(
  world: World,
  configs: Configs,
  file: OpenFile,
): Promise<Judgement | undefined> {
  const { path = file.uri.split(/[/:]/).at(-1) ?? "", text } = file;
  const name = shownPath(path, world.cwd);
  const called = basename(path);
  if (called === configName || called === shortName) {
    const { problemsInConfig } = await import("../../host/load-config.js");
    const problems =
      called === configName
        ? problemsInConfig(world, path, text)
        : [atStart(`${name} is not read: call it ${configName}`)];
    return { kind: "config", problems };
  }
  const settings =
    file.path === undefined
      ? await configs.settingsIn(undefined)
      : await catchFailure(configs.settingsFor(path));
  if (settings instanceof Failure)
    return isStarName(path)
      ? { kind: "star", problems: settings.errors.map(({ message }) => atStart(message)) }
      : undefined;
  if (!(await isStar(path, settings))) return undefined;
  const { read } = file;
  const judged = Array.isArray(read)
    ? { path: name, text, points: [], problems: read }
    : await judgeDocument(world, name, read, settings.judging);
  return { kind: "star", problems: judged.problems, judged, settings };
}

async function isStar(path: string, settings: Settings): Promise<boolean> {
  if (!settings.config.files) return isStarName(path);
  const { fileSelector } = await import("../../host/search-folders.js");
  return fileSelector(settings).isStar(path);
}

const unjudged = { id: notJudged, part: "format", severity: "error" } as RuleDoc;

function atStart(message: string): Problem {
  const start = { line: 1, column: 1 };
  return problem(unjudged, { path: [], range: { start, end: start }, related: [] }, message);
}
