/** Finds templates: those that come with northstar, and a team's own files. */
import { readdirSync, readFileSync } from "node:fs";
import { valueAt } from "../../file/change.js";
import { nearest } from "../../file/nearest.js";
import { decode } from "../../file/text.js";
import type { InitialAnswers } from "../../interview/initial-answers.js";
import { completeWith, isComplete, overlay, readTemplate, type Template } from "../../interview/template.js";
import { Failure } from "./exit.js";
import { attempt, readNamed } from "./read-file.js";
import type { World } from "./world.js";

/** What follows templates that do not have all that a North Star needs. */
const base = "blank";

type Where = Pick<World, "home" | "cwd" | "args">;

/** The names of the templates that come with northstar. */
export function templateNames({ home }: Pick<World, "home">): string[] {
  const files = readdirSync(new URL("templates/", home)).filter((file) => file.endsWith(".yaml"));
  const names = files.map((file) => file.slice(0, -".yaml".length));
  return [base, ...names.filter((name) => name !== base).sort()];
}

/**
 * The questions to ask: of the templates that are named, one over another. Where they have not all that a North
 * Star needs, the blank one follows, with the questions of the game; which game it is stays a question then. A
 * candidate ends with its questions before a team settles on a metric.
 */
export function templateFor(world: Where, names: readonly string[], game: string | undefined): Template {
  const [first, ...others] = names.map((name) => load(world, name));
  const named = first && others.reduce((below, over) => overlay(below, over), first);
  const isCandidate = names.includes("candidate");
  if (named && isComplete(named) && !isCandidate) return named;
  const blank = load(world, base);
  if (named && isCandidate) return overlay(named, blank, (key) => key === "reviews");
  const isKnown = game !== undefined && templateNames(world).includes(game);
  const whole = isKnown ? overlay(blank, load(world, game), (key) => key !== "game") : blank;
  return named ? completeWith(named, whole) : whole;
}

/** What a template is for, in one line. */
export function aboutTemplate(world: Where, name: string): string {
  return load(world, name).about;
}

/** The game that is known already. */
export function gameIn({ value }: InitialAnswers): string | undefined {
  const game = valueAt(value, ["game"]);
  return typeof game === "string" ? game : undefined;
}

/** What the template of a candidate says in comments that no longer holds when it is adopted. */
export function candidateComments({ home }: Pick<World, "home">): ReadonlySet<string> {
  const commentsOf = (name: string) =>
    readFileSync(new URL(`templates/${name}.yaml`, home), "utf8").match(/^ *#(?!\?).*$/gm) ?? [];
  const lasting = commentsOf(base).map((comment) => comment.trim());
  const all = commentsOf("candidate").map((comment) => comment.trim());
  return new Set(all.filter((comment) => !lasting.includes(comment)));
}

/** A template by name or file; one that is none is a {@link Failure} with line and hint. */
function load(world: Where, name: string): Template {
  const { home } = world;
  const names = templateNames({ home });
  const isFile = /[./\\]/.test(name);
  if (!isFile && !names.includes(name)) {
    const near = nearest(name, names);
    const hint = near
      ? `did you mean ${near}?`
      : `there is ${names.join(", ")}; a file has a dot or a slash in its name`;
    throw new Failure(`unknown template '${name}', ${hint}`);
  }
  const text = isFile ? textOf(world, name) : readFileSync(new URL(`templates/${name}.yaml`, home), "utf8");
  const template = readTemplate(text);
  if (!Array.isArray(template)) return template;
  const [error] = template;
  const more = template.length > 1 ? ` (and ${template.length - 1} more)` : "";
  throw new Failure(`${name}:${error?.line} is not right for a template: ${error?.message}${more}`);
}

/** The text of a template. One that a kept interview names, and not the person, is a file of the repository. */
function textOf(world: Where, name: string): string {
  const within = world.args.some((word) => word === name || word === `--template=${name}`)
    ? {}
    : { within: world.cwd };
  const bytes = attempt(() => readNamed(world, name, within));
  if ("reason" in bytes) throw new Failure(`cannot read ${name}: ${bytes.reason}`);
  const text = decode(bytes.value);
  if (typeof text === "string") return text;
  throw new Failure(`cannot read ${name}: ${text[0]?.message}`);
}
