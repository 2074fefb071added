/** A progress line on standard error for a long run. */
import { pluralize } from "../../report/report.js";
import type { World } from "./world.js";

/** How long nothing is shown, and then how long a line stays, in milliseconds. */
const patience = 1000;
const stay = 100;

export interface Progress {
  step(): void;
  /** Takes the line away. */
  end(): void;
}

/** Shows how many of `total` files are judged, on a terminal, once it takes longer; `now` is a clock in milliseconds. */
export function progressOf(
  { stderr, env }: Pick<World, "stderr" | "env">,
  total: number,
  now: () => number,
): Progress {
  if (!stderr.isTTY || env.TERM === "dumb") return { step: () => {}, end: () => {} };
  let done = 0;
  let next = now() + patience;
  let shown = false;
  return {
    step() {
      done += 1;
      const time = now();
      if (time < next) return;
      next = time + stay;
      shown = true;
      stderr.write(`\r\u001b[2Kjudged ${done} of ${pluralize(total, "file")}`);
    },
    end() {
      if (shown) stderr.write("\r\u001b[2K");
    },
  };
}
