/** Finds what a name means among the metrics of artefacts. */
import { nearest } from "../file/nearest.js";
import type { Catalogue, Metric, MetricState } from "./metric.js";

/** The one metric that is meant, or names that may be: those of several that it fits, or the nearest one. */
export type LookedUp = { metric: Metric } | { several: readonly string[] } | { meant: string | null };

/** What is there counts more than what is hidden, and that more than what is left out. */
const order: readonly MetricState[] = ["yes", "hidden", "disabled", "skipped"];

export function lookUp(
  name: string,
  { metrics, anyCase = false }: Pick<Catalogue, "metrics" | "anyCase">,
): LookedUp {
  const plain = (text: string) => (anyCase ? text.toLowerCase() : text);
  const said = plain(name.trim());
  const fitting = metrics.filter(({ names }) => names.some((each) => plain(each) === said));
  const best = order.find((state) => fitting.some((metric) => metric.state === state));
  const [metric, ...others] = fitting.filter(({ state }) => state === best);
  if (metric && others.length === 0) return { metric };
  if (metric) return { several: [metric, ...others].map(({ names }) => names.at(-1) ?? names[0]) };
  const there = metrics.filter(({ state }) => state === "yes" || state === "hidden");
  const meant = there.find(({ names }) => names.some((each) => each.toLowerCase() === said.toLowerCase()));
  return { meant: meant?.names[0] ?? nearest(said, new Set(there.flatMap(({ names }) => [...names]))) };
}
