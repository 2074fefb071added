/** What is known of a metric of a semantic layer, in a few words. */
import { listSome } from "../file/message-text.js";
import type { MetricFacts } from "../metrics/source.js";

/** "cumulative over 7 days, from count of id in learnings"; what is not known is said to be. */
export function metricInWords({
  kind,
  window,
  leaves,
}: Pick<MetricFacts, "kind" | "window" | "leaves">): string {
  const from =
    leaves === "unknown" || leaves.length === 0 ? "made of what is not known" : `from ${listSome(leaves)}`;
  const over = windowInWords(kind, window);
  return `${[kind === "unknown" ? "of an unknown kind" : kind, over].filter(Boolean).join(" ")}, ${from}`;
}

function windowInWords(kind: MetricFacts["kind"], window: MetricFacts["window"]): string {
  if (window === "unknown") return "over an unknown window";
  if (window === "none") return kind === "cumulative" ? "over all time" : "";
  if ("toDate" in window) return `since the start of the ${window.toDate}`;
  return `over ${window.count} ${window.grain}${window.count === 1 ? "" : "s"}`;
}
