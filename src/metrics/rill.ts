/** Rill's metrics views: one YAML file each. */
import { definitionHash } from "./definition.js";
import { type Json, listIn, mapIn, oneLine, textIn } from "./json-value.js";
import {
  type Artifact,
  type Catalogue,
  leavesOf,
  type Metric,
  type MetricKind,
  type NotArtifact,
} from "./metric.js";
import { wholeOf, yamlIn } from "./whole-artifact.js";

/** The measures of a metrics view, which is called like its file. Their names count in whatever case. */
export function readRill({ name, pieces }: Artifact): Catalogue | NotArtifact {
  const read = yamlIn(wholeOf(pieces));
  if ("reason" in read) return { reason: String(read.reason) };
  const view = mapIn(read.value);
  const isInFolder = /(?:^|[\\/])metrics[\\/][^\\/]+$/.test(name);
  const type = view.type ?? view.kind ?? (isInFolder ? "metrics_view" : undefined);
  if (type !== "metrics_view") return { reason: "no metrics view of Rill (`type: metrics_view`)" };
  const called = /([^\\/]+)\.ya?ml$/i.exec(name)?.[1] ?? name;
  const measures = listIn(view.measures).map((each, index) => ({
    // Counted from 0 over all of them, those with a name as well.
    name: textIn(mapIn(each).name) ?? `measure_${index}`,
    value: mapIn(each),
  }));
  return {
    format: "metrics view of Rill",
    anyCase: true,
    metrics: measures.map((measure) => metricOf(measure, measures, called, view)),
  };
}

interface Measure {
  name: string;
  value: Json;
}

function metricOf({ name, value }: Measure, all: readonly Measure[], called: string, view: Json): Metric {
  const { expression, requires, per, window, treat_nulls_as } = value;
  const kind = kindOf(value);
  const table = textIn(view.model) ?? textIn(view.table);
  const leaves = leavesIn(name, all, table, new Set());
  return {
    names: [name, `${called}.${name}`],
    state: value.ignore === true ? "skipped" : "yes",
    ...(value.ignore === true && { why: "`ignore: true` takes it away" }),
    kind,
    window: kind === "simple" && window === undefined ? "none" : "unknown",
    leaves: leaves === "unknown" ? "unknown" : leavesOf(leaves),
    aggregation: "unknown",
    label: textIn(value.display_name) ?? textIn(value.label),
    description: textIn(value.description),
    hash: definitionHash("rill-1", {
      table,
      time: view.timeseries ?? null,
      kind,
      expression: typeof expression === "string" ? oneLine(expression) : null,
      requires: requires ?? null,
      per: per ?? null,
      window: window ?? null,
      nulls: treat_nulls_as ?? null,
    }),
  };
}

function kindOf({ type, requires, per }: Json): MetricKind {
  if (type === undefined) return requires === undefined && per === undefined ? "simple" : "derived";
  if (type === "simple") return "simple";
  return type === "derived" || type === "time_comparison" ? "derived" : "unknown";
}

function leavesIn(
  name: string,
  all: readonly Measure[],
  table: string | null,
  way: ReadonlySet<string>,
): readonly string[] | "unknown" {
  const plain = name.toLowerCase();
  const value = all.find((each) => each.name.toLowerCase() === plain)?.value;
  if (!value || way.has(plain) || way.size > 20) return "unknown";
  const kind = kindOf(value);
  const expression = textIn(value.expression);
  if (kind === "simple")
    return expression === null || table === null ? "unknown" : [`${oneLine(expression)} in ${table}`];
  const needed = neededBy(value.requires);
  const found = needed.map((each) => leavesIn(each, all, table, new Set([...way, plain])));
  return found.length === 0 || found.includes("unknown") ? "unknown" : found.flatMap((each) => [...each]);
}

/** The measures that another one is made of: a name, a list of names, or maps with a name and a grain. */
function neededBy(requires: unknown): string[] {
  const all = Array.isArray(requires) ? requires : requires === undefined ? [] : [requires];
  return all.map((each) => (typeof each === "string" ? each : String(mapIn(each).name)));
}
