/** A line on standard error for what takes long. */
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
  if (!isScreen({ stderr, env })) return { step: () => {}, end: () => {} };
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

/** Shows what is waited for, on a terminal, once it takes longer. */
export async function waitFor<T>(
  { stderr, env }: Pick<World, "stderr" | "env">,
  words: string,
  work: Promise<T>,
): Promise<T> {
  if (!isScreen({ stderr, env })) return await work;
  const timer = setTimeout(() => stderr.write(`\r\u001b[2K${words}`), patience);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    stderr.write("\r\u001b[2K");
  }
}

function isScreen({ stderr, env }: Pick<World, "stderr" | "env">): boolean {
  return stderr.isTTY === true && env.TERM !== "dumb";
}
