import type { Command } from "commander";
import { pathAt } from "../../editing/address.js";
import { dayAhead, isAhead } from "../../editing/days.js";
import { isRefusal } from "../../editing/plan.js";
import { nameOfPlace, removeValue, setValue } from "../../editing/set-value.js";
import { type Change, valueAt } from "../../file/change.js";
import { keysAt } from "../../file/format-fields.js";
import { fileFlag, joinWords, shortened } from "../../file/message-text.js";
import type { Path } from "../../file/problem.js";
import { hasBlank } from "../../reading/blank.js";
import { Failure } from "../host/exit.js";
import type { World } from "../host/world.js";
import { carryOut, type EditOptions, editFlags, openFile } from "./shared/edit-file.js";

interface Options extends EditOptions {
  remove?: true;
}

/** What shells complete behind the command: the keys of the file. */
export const operands = keysAt([]);

export function define(command: Command): void {
  command
    .argument(
      "<path>",
      "the place: name, checklist.value, inputs.broadcasts.owner; an item goes by id or name, by #1 from 1, or by 0 from 0 as in reports",
    )
    .argument("[values...]", "what it says from now on; a list of texts takes several")
    .option("--remove", "take the place out of the file");
  for (const [flags, description, value] of editFlags) command.option(flags, description, value);
}

/** Puts one value into a file, or takes one out. */
export async function run(
  world: World,
  [address = "", ...words]: string[],
  options: Options,
): Promise<number> {
  const opened = await openFile(world, options);
  const { value } = opened.document;
  const place = pathAt(value, address);
  if (isRefusal(place)) throw new Failure(place.reason);
  const name = nameOfPlace(value, place.path);
  if (options.remove && words.length > 0)
    throw new Failure("--remove takes no value: leave out the value, or --remove");
  if (!options.remove && words.length === 0)
    throw new Failure(`say what ${name} should be, or take it out with --remove`);
  const said = isAhead(place.path) ? words.map((word) => dayOf(word, world.today())) : words;
  const planned = options.remove ? removeValue(value, place.path) : setValue(value, place.path, said);
  if (isRefusal(planned)) throw new Failure(planned.reason);
  const done = options.remove
    ? `removed ${name} from`
    : `set ${name} to ${shown(planned.changes, place.path)} in`;
  const hint = options.remove ? undefined : hintFor(value, place.path, words, options);
  return carryOut(world, opened, planned.changes, { done, aside: planned.aside, hint }, options);
}

/** How the earlier wording of the metric is kept, where it is lost now. */
function hintFor(
  value: unknown,
  path: Path,
  words: readonly string[],
  { file }: Options,
): string | undefined {
  const [key] = path;
  const before = valueAt(value, path);
  if ((key !== "name" && key !== "definition") || path.length > 1) return undefined;
  if (typeof before !== "string" || hasBlank(before) || before === words[0]) return undefined;
  const flags = key === "name" ? '--name "…" --definition "…"' : '--definition "…"';
  return `the earlier ${key === "name" ? "name" : "wording"} is not kept; northstar change ${flags}${fileFlag(file)} would keep it in the history`;
}

/** A time from today as a day; what is neither is left to lint, which says more. */
function dayOf(words: string, today: string): string {
  const day = dayAhead(words, today);
  return isRefusal(day) ? words : day;
}

/** What a place says after the changes. */
function shown(changes: readonly Change[], path: Path): string {
  const to = changes.flatMap((change) => ("set" in change && change.set === path ? [change.to].flat() : []));
  return joinWords(
    to.map((each) => (typeof each === "string" ? `"${shortened(each)}"` : String(each))),
    "and",
  );
}
