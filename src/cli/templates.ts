/** Finding templates: those that come with northstar, and a team's own files. */
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { nearest } from "../file/nearest.js";
import { type Draft, nodeAt } from "../interview/draft.js";
import { layer, readTemplate, type Template } from "../interview/template.js";
import { Failure } from "./exit.js";
import { attempt } from "./read.js";
import type { World } from "./world.js";

/** What every template is laid over that does not have all that a North Star needs. */
const base = "blank";

type Where = Pick<World, "home" | "cwd">;

/** The names of the templates that come with northstar. */
export function templateNames({ home }: Pick<World, "home">): string[] {
  const files = readdirSync(new URL("templates/", home)).filter((file) => file.endsWith(".yaml"));
  const names = files.map((file) => file.slice(0, -".yaml".length));
  return [base, ...names.filter((name) => name !== base).sort()];
}

/**
 * The questions to ask: those of the templates that are named, or the blank one with those of the game over it;
 * which game it is stays a question then.
 */
export function templateFor(world: Where, names: readonly string[], game: string | undefined): Template {
  if (names.length > 0) return templateOf(world, names);
  const blank = load(world, base);
  const isKnown = game !== undefined && templateNames(world).includes(game);
  return isKnown ? layer(blank, load(world, game), (key) => key !== "game") : blank;
}

/** The game that a draft names. */
export function gameIn(draft: Draft): string | undefined {
  const value = nodeAt(draft.root, ["game"])?.value;
  return typeof value === "string" ? value : undefined;
}

/** The templates one over another, by name or file. What is no template is a {@link Failure} with line and hint. */
export function templateOf(world: Where, names: readonly string[]): Template {
  const [first, ...others] = names.map((name) => load(world, name));
  if (!first) throw new Failure("there is no template to start from");
  const template = others.reduce((below, over) => layer(below, over), first);
  return isWhole(template) ? template : layer(load(world, base), template);
}

function isWhole({ draft }: Template): boolean {
  const { value } = draft.root;
  return ["name", "definition", "game", "inputs"].every((key) => value instanceof Map && value.has(key));
}

function load({ home, cwd }: Where, name: string): Template {
  const names = templateNames({ home });
  const isFile = /[./\\]/.test(name);
  if (!isFile && !names.includes(name)) {
    const near = nearest(name, names);
    const hint = near
      ? `did you mean ${near}?`
      : `there is ${names.join(", ")}; a file has a dot or a slash in its name`;
    throw new Failure(`unknown template '${name}', ${hint}`);
  }
  const path = isFile ? resolve(cwd, name) : new URL(`templates/${name}.yaml`, home);
  const text = attempt(() => readFileSync(path, "utf8"));
  if ("reason" in text) throw new Failure(`cannot read ${name}: ${text.reason}`);
  const template = readTemplate(text.value);
  if (!Array.isArray(template)) return template;
  const [fault] = template;
  const more = template.length > 1 ? ` (and ${template.length - 1} more)` : "";
  throw new Failure(`${name}:${fault?.line} is not right for a template: ${fault?.message}${more}`);
}
