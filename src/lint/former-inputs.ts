/** Inputs that went with an earlier metric. */
import { type Northstar, slug } from "../file/northstar.js";

/** By the id that bets call it by: its name, and the metric that it went with. What the file still has is left out. */
export function formerInputs({
  history = [],
  inputs,
}: Northstar): Map<string, { name: string; metric: string }> {
  const present = new Set(inputs.map(({ id, name }) => id ?? slug(name)));
  return new Map(
    history.flatMap(({ name: metric, inputs: former = [] }) =>
      former.flatMap(({ id, name }) => {
        const called = id ?? slug(name);
        return present.has(called) ? [] : [[called, { name, metric }] as const];
      }),
    ),
  );
}
