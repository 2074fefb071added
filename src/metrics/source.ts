/** What is known of the metric behind a part of a North Star: the one form for all semantic layers. */
import type { Northstar } from "../file/northstar.js";
import type { LookedUp } from "./look-up.js";
import { type Catalogue, knownLeaves, type Metric, type System } from "./metric.js";
import { type Pointer, pointersIn } from "./pointers.js";

/** Whether the metric is there; `unknown` where the files do not tell, `no-artefact` where there is none. */
export type FoundState =
  | "yes"
  | "no"
  | "hidden"
  | "disabled"
  | "skipped"
  | "empty-artefact"
  | "not-an-artefact"
  | "no-artefact"
  | "unknown";

/** What artefacts say of a metric. */
export interface MetricFacts
  extends Pick<Metric, "kind" | "window" | "leaves" | "aggregation" | "label" | "description"> {
  system: System;
  /** As the North Star calls it. */
  name: string;
  found: FoundState;
  /** The file that was looked into, or that was looked for, as seen from the North Star. */
  artifact: string;
  /** What is to be said of it beside `found`, for the middle of a sentence. */
  reason: string | null;
  /** Names that may have been meant: of several that fit, or the nearest one. */
  meant: readonly string[];
  /** By what a change of how it is counted is noticed; see {@link hasDrifted}. */
  hash: string | null;
  /** Of a document of Ossie that dbt wrote: the manifest beside it, and whether that has a metric of this name. */
  manifest: { artifact: string; has: boolean } | null;
}

/** All that was looked up for a North Star: plain data, which can be kept and sent to a thread. */
export interface LookedUpSources {
  metrics: readonly MetricFacts[];
  /** What the team has accepted, by the id of what is counted. */
  accepted: Readonly<Record<string, { system: string; name: string; hash: string }>>;
  /** Why the lock cannot be read, where it is there. */
  lockFault: string | null;
}

/** A place of the North Star and what is known of the metric behind it. */
export interface SourceFacts extends Pointer, MetricFacts {
  /** The hash of the definition that the team has accepted. */
  accepted: string | null;
}

const nothing = {
  kind: "unknown",
  window: "unknown",
  leaves: "unknown",
  aggregation: "unknown",
  label: null,
  description: null,
  reason: null,
  meant: [],
  hash: null,
  manifest: null,
} as const;

/** A metric of which nothing is known but why. */
export function unresolved(
  { system, name }: Pick<Pointer, "system" | "name">,
  found: FoundState,
  artifact: string,
  more: Partial<Pick<MetricFacts, "reason" | "meant">> = {},
): MetricFacts {
  return { system, name, ...nothing, found, artifact, ...more };
}

/** What a catalogue says of a metric. */
export function factsFrom(
  pointer: Pick<Pointer, "system" | "name">,
  { metrics, partly = [], format }: Catalogue,
  looked: LookedUp,
  artifact: string,
): MetricFacts {
  if ("several" in looked) return unresolved(pointer, "no", artifact, { meant: looked.several });
  if ("metric" in looked) {
    const { state, why, kind, window, leaves, aggregation, label, description, hash } = looked.metric;
    const known = { kind, window, leaves, aggregation, label, description, hash, reason: why ?? null };
    return { ...unresolved(pointer, state, artifact), ...known };
  }
  if (metrics.length === 0 && partly.length === 0)
    return unresolved(pointer, "empty-artefact", artifact, { reason: format });
  const [owner = ""] = pointer.name.split(".");
  if (partly.includes(owner))
    return unresolved(pointer, "unknown", artifact, {
      reason: `\`${owner}\` is built on what is not read here`,
    });
  return unresolved(pointer, "no", artifact, { meant: looked.meant === null ? [] : [looked.meant] });
}

/** What is known of each place of a North Star that points at a metric which was looked up. */
export function sourcesIn(star: Northstar, { metrics, accepted }: LookedUpSources): SourceFacts[] {
  return pointersIn(star).flatMap((pointer): SourceFacts[] => {
    const isMeant = ({ system, name }: { system: string; name: string }) =>
      system === pointer.system && name === pointer.name;
    const facts = metrics.find(isMeant);
    const before = Object.hasOwn(accepted, pointer.thing) ? accepted[pointer.thing] : undefined;
    return facts ? [{ ...facts, ...pointer, accepted: before && isMeant(before) ? before.hash : null }] : [];
  });
}

/** Whether it is counted in another way than the team has accepted. */
export function hasDrifted({ accepted, hash }: Pick<SourceFacts, "accepted" | "hash">): boolean {
  const formOf = (text: string) => text.slice(0, text.indexOf(":"));
  // What is put together in different ways cannot be compared.
  return accepted !== null && hash !== null && accepted !== hash && formOf(accepted) === formOf(hash);
}

/** Whether it adds up all there ever was: a total that can only go up, as long as nothing that it adds takes away. */
export function isRunningTotal({
  kind,
  window,
  aggregation,
}: Pick<MetricFacts, "kind" | "window" | "aggregation">): boolean {
  return (
    kind === "cumulative" && window === "none" && !/^(?:average|avg|median|percentile|min)/.test(aggregation)
  );
}

/** Leaves that two have in common; none where those of one are unknown. Only those of one system can be compared. */
export function sharedLeaves(one: MetricFacts, other: MetricFacts): readonly string[] {
  const leaves = knownLeaves(other);
  return one.system === other.system ? knownLeaves(one).filter((leaf) => leaves.includes(leaf)) : [];
}

/** How the leaves of two lie: the same ones, all of the first among those of the second, or the other way round. */
export function leafRelation(one: MetricFacts, other: MetricFacts): "same" | "inside" | "around" | "apart" {
  const shared = sharedLeaves(one, other).length;
  const [all, others] = [knownLeaves(one).length, knownLeaves(other).length];
  if (shared === 0 || (shared < all && shared < others)) return "apart";
  return shared < all ? "around" : shared < others ? "inside" : "same";
}
