/** What several rules say of metrics in semantic layers. */
import { backticked } from "../file/message-text.js";
import type { Path } from "../file/path.js";
import type { Point } from "../file/problem.js";
import { systemNames } from "../metrics/metric.js";
import type { SourceFacts } from "../metrics/source.js";

/** Where a file names a metric, with the point of the checklist where it is the metric itself. */
export function sourcePlace({ path, system }: SourceFacts): { path: Path; point?: Point | null } {
  return { path: [...path, "source", system], ...(path.length > 0 && { point: null }) };
}

/** Whether a metric can be asked for, so that what is known of it counts. */
export function isKnown({ found }: SourceFacts): boolean {
  return found === "yes" || found === "hidden";
}

/** "`weekly_users` in dbt" */
export function inSystem({ name, system }: SourceFacts): string {
  return `${backticked(name)} in ${systemNames[system]}`;
}

/** Those of some lists of the file: the Inputs, the results. */
export function sourcesOf(sources: readonly SourceFacts[], list: "inputs" | "results"): SourceFacts[] {
  return sources.filter((source) => source.path[0] === list && isKnown(source));
}

/** What the metric itself is counted from. */
export function sourceOfMetric(sources: readonly SourceFacts[]): SourceFacts | undefined {
  return sources.find((source) => source.path.length === 0 && isKnown(source));
}

/** The first of those that are looked up in one file, and how many there are. */
export function byArtifact(sources: readonly SourceFacts[]): { first: SourceFacts; all: SourceFacts[] }[] {
  const groups = new Map<string, { first: SourceFacts; all: SourceFacts[] }>();
  for (const source of sources) {
    const key = `${source.system} ${source.artifact}`;
    const group = groups.get(key) ?? { first: source, all: [] };
    group.all.push(source);
    groups.set(key, group);
  }
  return [...groups.values()];
}
