/** A metric as the file of a semantic layer (an artefact) defines it, in one form for all of them. */

/** Where a metric may be defined. */
export const systems = ["dbt", "ossie", "cube", "lightdash", "malloy", "rill"] as const;
export type System = (typeof systems)[number];

/** How they call themselves. */
export const systemNames: Readonly<Record<System, string>> = {
  dbt: "dbt",
  ossie: "Ossie",
  cube: "Cube",
  lightdash: "Lightdash",
  malloy: "Malloy",
  rill: "Rill",
};

export type MetricKind = "simple" | "ratio" | "derived" | "cumulative" | "conversion" | "unknown";

/** Over which time a value adds up: a rolling window, or since its period began. A cumulative metric with `none` adds up all there ever was. */
export type MetricWindow =
  | "none"
  | "unknown"
  | { readonly count: number; readonly grain: string }
  | { readonly toDate: string };

/** What a system does with a metric that its artefact has: `hidden` keeps it from people, the others take it away. */
export type MetricState = "yes" | "hidden" | "disabled" | "skipped";

/** A metric of an artefact. What the format does not say is `unknown`, and never guessed. */
export interface Metric {
  /** Under which names it can be asked for, from the usual one to that which no other metric has. */
  names: readonly [string, ...string[]];
  state: MetricState;
  /** Why it is skipped, as the end of a sentence. */
  why?: string;
  kind: MetricKind;
  window: MetricWindow;
  /** What is counted or added up in the end, each once and in order; two metrics with the same ones rest on the same data. */
  leaves: readonly string[] | "unknown";
  /** Whether what it adds up cannot take away: counts cannot, sums may; unknown where nobody can tell. */
  aggregation: string | "unknown";
  label: string | null;
  description: string | null;
  /** Changes when, and only when, it is counted in another way; see {@link definitionHash} (definition.ts). */
  hash: string;
}

/** The metrics of an artefact. */
export interface Catalogue {
  metrics: readonly Metric[];
  /** Which version of which format it is, in words. */
  format: string;
  /** Who wrote it, where that matters for what can be known. */
  writer?: "dbt";
  /** Names count in whatever case. */
  anyCase?: boolean;
  /** Names of things whose metrics are not all known from these files. */
  partly?: readonly string[];
}

/** A file that is not what it should be: what it is instead, for the middle of a sentence. */
export interface NotArtifact {
  reason: string;
}

/** The bytes of a file that a semantic layer wrote, piece by piece, with its name for what follows from that. */
export interface Artifact {
  name: string;
  pieces: Iterable<Uint8Array>;
}

/** Leaves each once and in order, for comparing. */
export function leavesOf(all: Iterable<string>): string[] {
  return [...new Set(all)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Whether something is known, and more than nothing: two empty lists are not the same leaves. */
export function knownLeaves({ leaves }: Pick<Metric, "leaves">): readonly string[] {
  return leaves === "unknown" ? [] : leaves;
}
