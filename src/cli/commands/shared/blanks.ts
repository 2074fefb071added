/** Says what is blank before a document is drawn. */
import { listSome } from "../../../file/message-text.js";
import { isUnfilled } from "../../../render/draft.js";
import type { Judged } from "../../../report/report.js";
import { printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";

/** Says what is blank; true where nothing may be drawn for it, which is unless a draft is asked for. */
export function stopsAtBlanks(world: World, files: readonly Judged[], draft: boolean): boolean {
  const blank = files.flatMap(({ path, problems }) => {
    const places = problems
      .filter(isUnfilled)
      .map(
        ({ path, range }) => `${path.findLast((key) => typeof key === "string")} in line ${range.start.line}`,
      );
    const count = places.length === 1 ? "a blank" : `${places.length} blanks`;
    return places.length > 0 ? [`${path} has ${count} (${listSome(places)})`] : [];
  });
  for (const what of blank)
    printMessage(
      world,
      draft
        ? `${what}, and is drawn as a draft`
        : `${what}: nothing is drawn; fill in your words, or add --draft for a document that is called a draft`,
    );
  return blank.length > 0 && !draft;
}
