/** Which files are judged below a folder, and why others that may have been meant are not. */
import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Diagnosis, InspectedFile, Why } from "../../../report/doctor.js";
import { type Configs, configName, isStarName } from "../../host/config.js";
import { catchFailure, Failure } from "../../host/exit.js";
import { ignoringLine } from "../../host/gitignore.js";
import { shownPath } from "../../host/paths.js";
import { attempt, readBytes } from "../../host/read-file.js";
import { modelineFor, namedSchema } from "../../host/schema-files.js";
import { type FileSelector, fileSelector, possibleFilesBelow } from "../../host/search-folders.js";
import type { World } from "../../host/world.js";

/** All that may have been meant below the current folder. */
export async function survey(
  { cwd }: Pick<World, "cwd">,
  configs: Configs,
): Promise<{ files: InspectedFile[]; configurations: string[]; unmatched: string[]; isCut: boolean }> {
  const isConfig = (path: string) => basename(path) === configName;
  const first = possibleFilesBelow(cwd, isConfig);
  const folders = [
    cwd,
    ...first.files.filter(({ path, by }) => isConfig(path) && !by).map(({ path }) => dirname(path)),
  ];
  const choosers = new Map<string, FileSelector>();
  for (const folder of folders) {
    const path = configs.nearest(folder);
    if (path === undefined || choosers.has(path)) continue;
    const settings = await catchFailure(configs.settingsIn(path));
    if (!(settings instanceof Failure)) choosers.set(path, fileSelector(settings));
  }
  const globs = [...choosers.values()].flatMap((chooser) => chooser.globs);
  const unmatched = new Set(globs);
  const all =
    globs.length === 0
      ? first
      : possibleFilesBelow(cwd, (path) => {
          const matching = globs.filter((glob) => glob.matches(path));
          for (const glob of matching) unmatched.delete(glob);
          return matching.some(({ isNegated }) => !isNegated);
        });
  const files: InspectedFile[] = [];
  for (const { path } of all.files)
    if (!isConfig(path)) files.push(await inspectFile({ cwd }, path, configs));
  const useless = [...unmatched]
    .filter(({ folder }) => folder === cwd || folder.startsWith(`${cwd}${sep}`))
    .map(({ text, origin }) => `no file matches \`${text}\` (${origin}); correct it, or take it out`);
  return {
    files,
    configurations: [...new Set(folders.map(configs.nearest))].filter((path) => path !== undefined),
    // Configurations that are built upon one another have the same globs.
    unmatched: [...new Set(useless)],
    isCut: all.isCut,
  };
}

/** One file: whether `lint` judges it when it searches from the current folder, with what, and what its editor sees. */
export async function inspectFile(
  { cwd }: Pick<World, "cwd">,
  path: string,
  configs: Configs,
): Promise<InspectedFile> {
  const config = configs.nearest(dirname(path));
  const why = await whyNot(cwd, path, configs);
  const bytes = attempt(() => readBytes(path));
  const named = "value" in bytes ? namedSchema(path, bytes.value.toString("utf8")) : undefined;
  return {
    path: shownPath(path, cwd),
    judged: why === undefined,
    why: why ?? null,
    configuration: config === undefined ? null : shownPath(config, cwd),
    editor: {
      schema: named?.schema ?? null,
      state: named?.state ?? "none",
      write: modelineFor(path) ?? null,
    },
  };
}

async function whyNot(cwd: string, path: string, configs: Configs): Promise<Why | undefined> {
  const name = shownPath(path, cwd);
  const way = relative(cwd, path).split(sep);
  const lint = `northstar lint ${name} judges it all the same`;
  if (way[0] === "..") return why("outside", `it is not below this folder; ${lint}`);
  for (const folder of ["node_modules", ".git"])
    if (way.slice(0, -1).includes(folder))
      return why("folder", `it is below ${folder}, where nothing is searched; ${lint}`);
  const folders = way.slice(0, -1).map((_, index) => join(cwd, ...way.slice(0, index + 1)));
  const link = folders.find(isLink);
  if (link)
    return why(
      "link",
      `${shownPath(link, cwd)} is a symbolic link, and those to folders are not followed; ${lint}`,
    );
  const line = ignoringLine(path, cwd);
  if (line) {
    const by = { ...line, file: shownPath(line.file, cwd) };
    const message = `git ignores it by \`${by.pattern}\` (${by.file}:${by.line}); ${lint}`;
    return { code: "ignored", message, by };
  }
  if (isLink(path)) {
    const real = attempt(() => realpathSync.native(path));
    const isJudged =
      "value" in real && real.value.startsWith(`${cwd}${sep}`) && !(await whyNot(cwd, real.value, configs));
    if (isJudged)
      return why("link", `it is a symbolic link to ${shownPath(real.value, cwd)}, which is judged`);
  }
  const bytes = attempt(() => readBytes(path));
  if ("reason" in bytes) return why("unreadable", `it cannot be read: ${bytes.reason}`);
  if (basename(path) === configName) return why("configuration", "it is a configuration, and no North Star");
  const settings = await catchFailure(configs.settingsFor(path));
  if (settings instanceof Failure) return why("configuration", settings.message);
  const chooser = fileSelector(settings);
  const glob = chooser.leavesOut(path);
  if (glob) return why("files", `\`${glob.text}\` in \`files\` leaves it out (${glob.origin})`);
  if (chooser.isStar(path)) return undefined;
  if (!chooser.usual) return why("files", `no glob of \`files\` matches it (${chooser.origin}); ${lint}`);
  return why(
    "name",
    `its name is neither northstar.yaml nor ends in .northstar.yaml; ${renaming(name)}, or ${lint}`,
  );
}

function why(code: Why["code"], message: string): Why {
  return { code, message, by: null };
}

function isLink(path: string): boolean {
  const stats = attempt(() => lstatSync(path));
  return "value" in stats && stats.value.isSymbolicLink();
}

/** The name that a file should have to be found. */
function renaming(name: string): string {
  const base = basename(name);
  const wanted = base.replace(/north[-_ ]?star\.(?:ya?ml|json)$/i, "northstar.yaml");
  return isStarName(wanted) ? `call it ${wanted}` : "give it such a name";
}

/** What should be mended, each with its next step; `isAll` where nobody asked about one file only. */
export function faultsOf(
  { files, configurations, unread }: Pick<Diagnosis, "files" | "configurations" | "unread">,
  isAll: boolean,
): string[] {
  const hasStar = files.some(({ judged }) => judged);
  const isAstray = ({ path, why }: InspectedFile) =>
    why?.code === "name" && isAll && (!hasStar || /northstar\.yml$/.test(path));
  const isWrong = (file: InspectedFile) => file.why?.code === "unreadable" || isAstray(file);
  const wrong = files.filter(isWrong).map(({ path, why }) => `${path}: ${why?.message}`);
  return [
    ...unread,
    ...configurations.flatMap(({ error }) => error ?? []),
    ...wrong,
    ...files.flatMap(({ path, judged, editor }) =>
      judged && editor.state === "missing"
        ? [`${path}: it names the schema ${editor.schema}, which is not there; ${mending(editor.write)}`]
        : [],
    ),
    ...(hasStar || wrong.length > 0 || !isAll
      ? []
      : ["no North Star is judged here; northstar init writes one"]),
  ];
}

function mending(write: string | null): string {
  return write === null ? "take that line out, and see northstar schema" : `write ${write}`;
}

/** The path of a file that is named, or why it is none. */
export function fileNamed({ cwd }: Pick<World, "cwd">, name: string): string {
  const path = resolve(cwd, name);
  const stats = attempt(() => lstatSync(path));
  if ("reason" in stats) throw new Failure(`cannot read ${name}: ${stats.reason}`);
  if (stats.value.isDirectory())
    throw new Failure(`${name} is a folder: run northstar doctor in it, or name a file`);
  return path;
}
