/** What is asked of a deck on the command line. */
import { joinWords } from "../../../file/message-text.js";
import type { DeckOptions } from "../../../render/deck/parts.js";
import type { RenderData } from "../../../render/view-model.js";
import type { Judged } from "../../../report/report.js";
import { Failure } from "../../host/exit.js";
import { printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import { starOn } from "../shared/star-then.js";

/** The options that only a deck takes. */
export const deckFlags = ["for", "only", "skip", "full", "since", "title", "date"] as const;

type Asked = Pick<DeckOptions, (typeof deckFlags)[number]>;

/** What is asked, and where git knows it the North Star as it was when the day of --since began. */
export async function deckOptionsOf(world: World, judged: Judged, asked: Asked): Promise<DeckOptions> {
  const { only, skip, full, for: whom, title, date, since } = asked;
  const both = only?.filter((part) => skip?.includes(part)) ?? [];
  if (both.length > 0)
    throw new Failure(`--only and --skip both name ${joinWords(both, "and")}; name each in one of them`);
  const then = since === undefined ? undefined : starOn(world, judged, since);
  const before = then && "star" in then ? then.star : undefined;
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
