/** Takes a series from standard input. */
import { fileOperand, shellWord } from "../../../file/message-text.js";
import { decode } from "../../../file/text.js";
import { mistakes } from "../../../report/pretty.js";
import { readImport } from "../../../series/import.js";
import { exit, Failure } from "../../host/exit.js";
import { readInput } from "../../host/read-file.js";
import { largestSeries, sizeInWords } from "../../host/series-files.js";
import { lookOf } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import type { OpenStar } from "../shared/open-star.js";
import type { CommonOptions } from "../shared/options.js";
import { keepSeries } from "./keep.js";
import { thingNamed } from "./steps.js";

/** Reads CSV, puts it over what the series of a thing holds, and says what is different. */
export async function importSeries(
  world: World,
  { file, star }: OpenStar,
  id: string,
  today: string,
  { color }: CommonOptions,
): Promise<number> {
  const thing = thingNamed(star, file, id);
  if (world.stdin.isTTY)
    throw new Failure(
      `--import waits for CSV on standard input; send it there, for example psql --csv -f query.sql | northstar measure${fileOperand(file)} --import ${shellWord(id)} -`,
    );
  const bytes = await readInput(world);
  if (bytes.length > largestSeries)
    throw new Failure(
      `standard input has more than ${sizeInWords(largestSeries)}, and a series of ten years has less; ask for one line for each period`,
    );
  const text = decode(bytes);
  const read = typeof text === "string" ? readImport(text, today) : text;
  if (Array.isArray(read)) {
    const shown = typeof text === "string" ? text : "";
    world.stdout.write(
      `${mistakes({ path: "standard input", text: shown, problems: read }, lookOf(world, color)).trimEnd()}\n`,
    );
    return exit.problems;
  }
  if (read.points.length === 0)
    throw new Failure(
      "standard input has no period that is over, so there is nothing to keep; look at the query",
    );
  keepSeries(world, file, thing, read, today);
  return exit.done;
}
