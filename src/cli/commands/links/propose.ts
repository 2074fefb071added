/** Bets that are proposed from work in progress, as a file that a person edits. */
import { edit } from "../../../file/edit.js";
import { listSome } from "../../../file/message-text.js";
import { named } from "../../../file/northstar.js";
import { thousands } from "../../../file/text.js";
import { pluralize } from "../../../report/report.js";
import type { WorkExport } from "../../../work/compare-work.js";
import { type Grouping, proposedBets } from "../../../work/proposed-bets.js";
import type { NamedGroup } from "../../../work/work-links.js";
import { exit } from "../../host/exit.js";
import { printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import { sayWritten, writeWhole } from "../../host/write-file.js";
import type { OpenStar } from "../shared/open-star.js";

/** Prints the North Star with the bets behind those that it has, or writes it into a file that is not there yet. */
export function proposeBets(
  world: World,
  { file, star, document }: OpenStar,
  exports: readonly WorkExport[],
  { by, only, out }: { by?: Grouping; only: readonly NamedGroup[]; out?: string },
): number {
  const { bets, opportunities, interventions, left } = proposedBets(star, exports, by, only);
  if (bets.length === 0) {
    printMessage(world, `all work in progress has a bet in ${file}, and there is nothing to propose`);
    return exit.done;
  }
  const { text } = edit(
    document,
    bets.map((bet) => ({ append: ["bets"], value: bet })),
  );
  if (out === undefined) world.stdout.write(text);
  else
    sayWritten(
      world,
      out,
      writeWhole(world, out, text, () => "and is not replaced; name another file"),
    );
  const found = `${countOf(opportunities, "opportunity", "opportunities")} and ${pluralize(interventions, "intervention")}`;
  printMessage(
    world,
    `proposed ${found}; fill in the blanks: which Input each opportunity serves (\`for\`: ${inputs()}), what would be different for customers, and what should follow`,
  );
  if (left > 0)
    printMessage(
      world,
      `left out ${thousands(left)} more ${left === 1 ? "piece" : "pieces"} of work; --only label:NAME looks at a part of it`,
    );
  return exit.done;

  function inputs(): string {
    return listSome(named(star).inputs.map(({ id }) => id));
  }
}

function countOf(count: number, one: string, many: string): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}
