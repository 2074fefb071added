/** The documents that `render` in configurations lists: of which North Stars, and in which files. */
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import type { Rendering } from "../../../config/config.js";
import { layerOf } from "../../../config/layers.js";
import { fillPlaceholders, type Placeholder, placeholdersIn } from "../../../config/output-path.js";
import { slug } from "../../../file/northstar.js";
import type { Judged } from "../../../report/report.js";
import { type Configs, configName } from "../../host/config.js";
import { Failure } from "../../host/exit.js";
import { findFiles } from "../../host/find-files.js";
import type { Settings } from "../../host/load-config.js";
import { shownPath } from "../../host/paths.js";
import { rootOf } from "../../host/repository.js";
import type { World } from "../../host/world.js";
import type { Target } from "../../host/write-document.js";

/** A document that is kept. */
export interface KeptDocument {
  to: Rendering["to"];
  /** Words for the bet that it is about, where it is about one. */
  bet?: string | undefined;
  /** What a one-pager is printed on, where the list says it. */
  asked: Pick<Rendering, "paper" | "pages">;
  /** As the configuration says it. */
  pattern: string;
  /** With its placeholders filled. */
  out: string;
  target: Target;
  /** The North Star that it is drawn from; for a portfolio all of them. */
  files: string[];
  settings: Settings;
}

/** A document of a list, for one of the North Stars that the list counts for. */
interface Planned {
  document: Rendering;
  file: string;
  /** The folder of the configuration that lists it. */
  folder: string;
  settings: Settings;
}

/** The documents that are kept of some North Stars; two for one path are refused, whichever of them are asked for. */
export async function keptDocumentsOf(
  world: World,
  configs: Configs,
  asked: readonly string[],
  judged: (file: string) => Promise<Judged>,
): Promise<KeptDocument[]> {
  const lists = await Promise.all(asked.map((file) => listOf(configs, file)));
  const folders = [...new Set(lists.flatMap((list) => (list ? [list.folder] : [])))];
  const below = await Promise.all(folders.map((folder) => findFiles(world, [folder], configs)));
  const files = [...new Set([...asked, ...below.flatMap((found) => found.files)])].sort();
  const planned: Planned[] = [];
  for (const file of files) {
    const list = await listOf(configs, file);
    if (!list || !folders.includes(list.folder)) continue;
    for (const document of list.documents) planned.push({ document, file, ...list });
  }
  const wanted = planned.filter((each) => !isAnothers(world, each, planned, asked));
  const single = wanted.filter(({ document }) => document.to !== "portfolio");
  const kept = await Promise.all(single.map((each) => keptFor(world, each, judged)));
  const all = [...kept, ...portfoliosOf(world, wanted)];
  refuseCollisions(all);
  return all.filter((each) => each.files.some((file) => asked.includes(file)));
}

/** The documents that count for a North Star, and the folder of the configuration that lists them. */
async function listOf(
  configs: Configs,
  file: string,
): Promise<{ documents: Rendering[]; folder: string; settings: Settings } | null> {
  const settings = await configs.settingsFor(file);
  const folder = layerOf(settings.layers, ["render"])?.folder;
  const documents = settings.config.render ?? [];
  return folder !== undefined && documents.length > 0 ? { documents, folder, settings } : null;
}

/**
 * Whether a path without a placeholder is another North Star's: that of the one beside the configuration, unless only
 * this one is asked for.
 */
function isAnothers(
  { cwd }: World,
  { document, file, folder }: Planned,
  planned: readonly Planned[],
  asked: readonly string[],
): boolean {
  const isBeside = (name: string) => dirname(resolve(cwd, name)) === folder;
  if (document.to === "portfolio" || placeholdersIn(document.out).length > 0 || isBeside(file)) return false;
  const owners = planned.filter((each) => each.folder === folder && isBeside(each.file));
  return owners.length > 0 && (!asked.includes(file) || owners.some((each) => asked.includes(each.file)));
}

async function keptFor(
  world: World,
  { document, file, folder, settings }: Planned,
  judged: (file: string) => Promise<Judged>,
): Promise<KeptDocument> {
  const path = resolve(world.cwd, file);
  const { star } = placeholdersIn(document.out).some((word) => word === "product" || word === "name")
    ? await judged(file)
    : {};
  const values: Readonly<Record<Placeholder, string>> = {
    product: slug(star?.product ?? ""),
    name: slug(star?.name ?? ""),
    folder: relative(folder, dirname(path)).split(sep).join("/"),
    file: basename(path)
      .replace(/\.ya?ml$/, "")
      .replace(/\.northstar$/, ""),
  };
  const out = fillPlaceholders(document.out, (word) => {
    if (values[word]) return values[word];
    if (word === "folder" && document.out.startsWith("{folder}/")) return ".";
    throw new Failure(
      `${configName}: render keeps ${document.out}, and ${file} ${lacks[word]}; ${instead(document.out, word)}`,
    );
  });
  return {
    to: document.to,
    bet: document.bet,
    asked: document,
    pattern: document.out,
    out,
    target: targetIn(world, folder, out),
    files: [file],
    settings,
  };
}

const lacks: Readonly<Record<Placeholder, string>> = {
  product: "names no product",
  name: "has no name of letters or digits",
  folder: "lies beside the configuration",
  file: "has no name of its own",
};

function instead(out: string, word: Placeholder): string {
  const other = out.replace(`{${word}}`, word === "name" ? "{file}" : "{name}");
  return word === "product" ? `give it a product, or keep ${other}` : `keep ${other}`;
}

/** A portfolio lists all North Stars whose configurations keep it. */
function portfoliosOf(world: World, planned: readonly Planned[]): KeptDocument[] {
  const portfolios = new Map<string, KeptDocument>();
  for (const { document, file, folder, settings } of planned) {
    if (document.to !== "portfolio") continue;
    const target = targetIn(world, folder, document.out);
    const path = resolve(target.folder, target.name);
    const { to, out } = document;
    const portfolio = portfolios.get(path) ?? {
      to,
      pattern: out,
      out,
      asked: {},
      target,
      files: [],
      settings,
    };
    portfolios.set(path, portfolio);
    portfolio.files.push(file);
  }
  return [...portfolios.values()];
}

function refuseCollisions(kept: readonly KeptDocument[]): void {
  const places = new Map<string, KeptDocument>();
  for (const each of kept) {
    const path = resolve(each.target.folder, each.target.name);
    const other = places.get(path);
    places.set(path, each);
    if (other) throw new Failure(`${configName}: render keeps ${each.out} ${collision(other, each)}`);
  }
}

function collision(one: KeptDocument, other: KeptDocument): string {
  const [file = "", another = ""] = [one.files[0], other.files[0]];
  if (file === another || one.files.length > 1 || other.files.length > 1)
    return `twice, as ${one.to} and as ${other.to}; give each a name of its own`;
  const path =
    dirname(file) === dirname(another)
      ? join(dirname(other.pattern), `{file}${extname(other.out)}`)
      : `{folder}/${basename(other.pattern)}`;
  return `for ${file} and for ${another}; tell them apart with a placeholder, such as "${path}"`;
}

/** A configuration may come from anybody: what it keeps stays inside the repository, or inside its own folder. */
function targetIn({ cwd }: World, folder: string, out: string): Target {
  const root = rootOf(folder) ?? folder;
  const path = resolve(folder, out);
  const name = relative(root, path);
  const [first] = name.split(sep);
  if (name === "" || first === ".." || first === ".git" || resolve(root, name) !== path)
    throw new Failure(
      `${configName}: render keeps ${out}, which lies outside of the repository; name a file inside`,
    );
  return { folder: root, name, shown: shownPath(path, cwd), makeFolders: true };
}
