/** What is asked of a deck on the command line. */
import { dirname, relative, resolve } from "node:path";
import { joinWords } from "../../../file/message-text.js";
import type { Northstar } from "../../../file/northstar.js";
import { decode } from "../../../file/text.js";
import { checkSource } from "../../../lint/check.js";
import type { DeckOptions } from "../../../render/deck/parts.js";
import type { RenderData } from "../../../render/view-model.js";
import type { Judged } from "../../../report/report.js";
import { Failure } from "../../host/exit.js";
import { callerIn, git, lineOf } from "../../host/git.js";
import { textsAt } from "../../host/revision.js";
import { printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";

/** The options that only a deck takes. */
export const deckFlags = ["for", "only", "skip", "full", "since", "title", "date"] as const;

type Asked = Pick<DeckOptions, (typeof deckFlags)[number]>;

/** What is asked, and where git knows it the North Star as it was when the day of --since began. */
export async function deckOptionsOf(world: World, judged: Judged, asked: Asked): Promise<DeckOptions> {
  const { only, skip, full, for: whom, title, date, since } = asked;
  const both = only?.filter((part) => skip?.includes(part)) ?? [];
  if (both.length > 0)
    throw new Failure(`--only and --skip both name ${joinWords(both, "and")}; name each in one of them`);
  const before = since === undefined ? undefined : starOn(world, judged, since);
  return {
    ...(only && { only }),
    ...(skip && { skip }),
    ...(full && { full }),
    ...(whom && { for: whom }),
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(since !== undefined && { since }),
    ...(before && { before }),
  };
}

/** The North Star of the last commit before a day; undefined where git has none. */
function starOn(world: World, { path, text }: Judged, since: string): Northstar | undefined {
  const folder = dirname(resolve(world.cwd, path));
  const there = { ...world, ...callerIn(world, folder) };
  const answer = git(there, ["rev-list", "-1", `--before=${since}T00:00:00`, "HEAD"]);
  const commit = "value" in answer ? lineOf(answer.value) : "";
  if (!commit) return undefined;
  const name = relative(folder, resolve(world.cwd, path));
  const bytes = textsAt(there, commit, [{ path: name, text }]).get(name);
  const then = bytes && decode(bytes);
  if (typeof then !== "string") return undefined;
  return checkSource(then, { rules: [], today: since }).star ?? undefined;
}

/** Refuses a deck without a slide, and says where the file tells nothing that was asked for. */
export async function checkParts(world: World, data: RenderData): Promise<void> {
  const { emptyParts } = await import("../../../render/deck/slides.js");
  const { asked, empty } = emptyParts(data);
  if (asked.length === 0) throw new Failure("--skip leaves out every part of the deck; keep one of them");
  const names = joinWords(empty, "and");
  if (empty.length === asked.length)
    throw new Failure(`the file says nothing that would stand on a slide of ${names}; ask for other parts`);
  const { only, since } = data.deck ?? {};
  if (only && empty.length > 0) printMessage(world, `no slide of ${names}: the file says nothing of it`);
  else if (since && empty.includes("changed"))
    printMessage(world, `no slide of changes: nothing that the file or git dates has changed since ${since}`);
}
