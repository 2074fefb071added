import type { Command } from "commander";
import { nearest } from "../../file/nearest.js";
import { slug } from "../../file/northstar.js";
import { points } from "../../file/problem.js";
import { knownFaults } from "../../lint/known.js";
import { checklist } from "../../lint/playbook.js";
import { terms } from "../../lint/terms.js";
import { contentsPage, faultPage, pointPage, termPage } from "../../report/explain.js";
import type { Look } from "../../report/theme.js";
import { exit, Failure } from "../exit.js";
import type { CommonOptions } from "../options.js";
import { lookOf } from "../terminal.js";
import type { World } from "../world.js";

/** What can be asked for, by the slugs of its names. */
const pages: readonly { ids: readonly string[]; show(look: Look): string }[] = [
  ...knownFaults.map((fault) => ({ ids: [fault.id], show: (look: Look) => faultPage(fault, look) })),
  ...points.map((point, index) => ({
    ids: [point, String(index + 1), slug(checklist[point].name)],
    show: (look: Look) => pointPage(point, knownFaults, look),
  })),
  ...terms.map((term) => ({
    ids: [term.name, ...term.also].map(slug),
    show: (look: Look) => termPage(term, look),
  })),
];

/** What may stand behind the command. */
export const operands = pages.flatMap(({ ids }) => ids);

export function define(command: Command): void {
  command.argument(
    "[id...]",
    "a rule, a point of the checklist (by name or number) or a term; without one, the list",
  );
}

/** Shows the page of a rule, a point or a term, or the list of them all. */
export async function run(world: World, words: string[], { color }: CommonOptions): Promise<number> {
  const look = lookOf(world, color);
  world.stdout.write(
    words.length === 0 ? contentsPage(knownFaults, terms, look) : pageOf(words.join(" "), look),
  );
  return exit.done;
}

function pageOf(asked: string, look: Look): string {
  const id = slug(asked);
  const page = pages.find(({ ids }) => ids.includes(id));
  if (page) return page.show(look);
  const meant = nearest(
    id,
    pages.flatMap(({ ids }) => ids),
  );
  const step = meant ? `did you mean ${meant}?` : "northstar explain lists what can be explained";
  throw new Failure(`nothing is called '${asked}', ${step}`);
}
