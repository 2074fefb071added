/** Lightdash's metrics, in the manifest.json of dbt or in a model of its own in YAML. */
import { definitionHash } from "./definition.js";
import { jsonMembers } from "./json-members.js";
import { entriesIn, type Json, listIn, mapIn, mergeDeep, oneLine, textIn } from "./json-value.js";
import {
  type Artifact,
  type Catalogue,
  leavesOf,
  type Metric,
  type MetricKind,
  type NotArtifact,
} from "./metric.js";
import { metricsNamedIn } from "./sql-references.js";
import { isJson, wholeOf, yamlIn } from "./whole-artifact.js";

/** The metrics of a manifest, or of one model. Throws NotJson (json-members.ts). */
export function readLightdash(artifact: Artifact): Catalogue | NotArtifact {
  return isJson(artifact.name) ? ofManifest(artifact) : ofModel(artifact);
}

function ofManifest({ pieces }: Artifact): Catalogue | NotArtifact {
  const metrics = new Map<string, Defined>();
  let schema = "";
  // Most nodes have an empty list of this name, and no metrics of Lightdash.
  const wanted = (section: string) =>
    section === "nodes" ? /"metrics"\s*:\s*\{\s*"/ : section === "metadata" || section === "error";
  for (const { section, key, value } of jsonMembers(pieces, wanted)) {
    if (section === "error" && value !== undefined)
      return { reason: `an error answer (${oneLine(String(value))})` };
    if (section === "metadata" && key === "dbt_schema_version") schema = String(value);
    if (section === "nodes" && value !== undefined)
      for (const each of metricsIn(nodeOf(mapIn(value)))) metrics.set(each.id, each);
  }
  const [, kind = "", number = ""] = /\/dbt\/([\w-]+)\/v(\d+)\.json$/.exec(schema) ?? [];
  if (kind !== "manifest") return { reason: kind === "" ? "no manifest of dbt" : `dbt's ${kind}` };
  return { format: `Lightdash in manifest v${number} of dbt`, metrics: told(metrics) };
}

function ofModel({ pieces }: Artifact): Catalogue | NotArtifact {
  const read = yamlIn(wholeOf(pieces));
  if ("reason" in read) return { reason: String(read.reason) };
  const model = mapIn(read.value);
  if (!/^model(?:\/v\d\w*)?$/.test(String(model.type)))
    return { reason: "no model of Lightdash (`type: model`)" };
  const columns = listIn(model.dimensions).map((each) => ({
    name: String(mapIn(each).name),
    meta: ofDimension(mapIn(each)),
  }));
  const metrics = metricsIn({ name: String(model.name), meta: model, columns });
  return { format: "model of Lightdash", metrics: told(new Map(metrics.map((each) => [each.id, each]))) };
}

function ofDimension(dimension: Json): Json {
  const { metrics, additional_dimensions } = dimension;
  return { dimension, metrics, additional_dimensions };
}

/** A model as both kinds of files tell it. */
interface Model {
  name: string;
  meta: Json;
  columns: readonly { name: string; meta: Json }[];
}

const none: Model = { name: "", meta: {}, columns: [] };

/** A node of dbt; Lightdash looks at models and seeds that are tables or views. */
function nodeOf(node: Json): Model {
  const { resource_type: type, name, meta, config, columns } = node;
  if ((type !== "model" && type !== "seed") || mapIn(config).materialized === "ephemeral") return none;
  return {
    name: String(name),
    meta: mapIn(mergeDeep(meta, mapIn(config).meta)),
    columns: entriesIn(columns).map(([key, each]) => {
      const column = mapIn(each);
      const merged = mapIn(mergeDeep(column.meta, mapIn(column.config).meta));
      return {
        name: textIn(column.name) ?? key,
        meta: { ...merged, dimension: { type: column.data_type, ...mapIn(merged.dimension) } },
      };
    }),
  };
}

interface Defined {
  /** As Lightdash calls it: model and metric with a line between them. */
  id: string;
  model: string;
  name: string;
  /** The column that it stands on. */
  column: string | null;
  value: Json;
  isSkipped: boolean;
}

function metricsIn({ name: model, meta, columns }: Model): Defined[] {
  const all = new Map<string, Omit<Defined, "id" | "isSkipped">>();
  for (const [name, value] of entriesIn(meta.metrics))
    all.set(name, { model, name, column: null, value: mapIn(value) });
  for (const column of columns)
    for (const [name, value] of entriesIn(column.meta.metrics))
      all.set(name, { model, name, column: column.name, value: mapIn(value) });
  if (all.size === 0) return [];
  const dimensions = new Set(columns.flatMap(dimensionsIn));
  return [...all.values()].map((each) => ({
    ...each,
    id: idOf(model, each.name),
    isSkipped: dimensions.has(each.name),
  }));
}

function idOf(model: string, name: string): string {
  return `${model}_${name.replaceAll(".", "__")}`;
}

/** The names of a column and of what is made of it: a metric with one of them is passed over. */
function dimensionsIn({ name, meta }: Model["columns"][number]): string[] {
  const more = entriesIn(meta.additional_dimensions);
  return [
    name,
    ...intervalsOf(name, mapIn(meta.dimension)),
    ...more.flatMap(([key, value]) => [key, ...intervalsOf(key, mapIn(value))]),
  ];
}

function intervalsOf(name: string, { type, time_intervals: asked }: Json): string[] {
  const kind = String(type).toLowerCase();
  if ((kind !== "date" && kind !== "timestamp") || asked === false || asked === "OFF") return [];
  const usual = ["day", "week", "month", "quarter", "year", ...(kind === "timestamp" ? ["raw"] : [])];
  const intervals = Array.isArray(asked) ? asked.map((each) => String(each).toLowerCase()) : usual;
  return intervals.map((interval) => `${name}_${interval}`);
}

function told(metrics: ReadonlyMap<string, Defined>): Metric[] {
  return [...metrics.values()].map((each): Metric => {
    const { model, name, id, value, column, isSkipped } = each;
    const leaves = leavesIn(each, metrics, new Set());
    return {
      names: [...new Set([name, id, `${model}.${name}`])] as [string, ...string[]],
      state: isSkipped ? "skipped" : value.hidden ? "hidden" : "yes",
      ...(isSkipped && {
        why: `it has the name of a dimension of ${model}, and Lightdash passes such a metric over`,
      }),
      kind: kindOf(value.type),
      window: ["simple", "cumulative"].includes(kindOf(value.type)) ? "none" : "unknown",
      leaves: leaves === "unknown" ? "unknown" : leavesOf(leaves),
      aggregation: textIn(value.type) ?? "unknown",
      label: textIn(value.label) ?? labelFrom(name),
      description: textIn(value.description),
      hash: definitionHash("lightdash-1", {
        model,
        column,
        type: value.type,
        sql: typeof value.sql === "string" ? oneLine(value.sql) : null,
        filters: value.filters ?? null,
        percentile: value.percentile ?? null,
        distinct: value.distinct_keys ?? null,
      }),
    };
  });
}

/** How Lightdash shows a metric without a label. */
function labelFrom(name: string): string {
  const words = name.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const aggregations = new Set([
  "count",
  "count_distinct",
  "sum",
  "sum_distinct",
  "average",
  "average_distinct",
  "median",
  "percentile",
  "min",
  "max",
]);
const calculations = new Set([
  "number",
  "string",
  "date",
  "timestamp",
  "boolean",
  "percent_of_previous",
  "percent_of_total",
]);

function kindOf(type: unknown): MetricKind {
  if (type === "running_total") return "cumulative";
  if (aggregations.has(String(type))) return "simple";
  return calculations.has(String(type)) ? "derived" : "unknown";
}

/** What is aggregated in the end; a calculation is followed where its SQL is made of metrics only. */
function leavesIn(
  metric: Defined,
  metrics: ReadonlyMap<string, Defined>,
  way: ReadonlySet<string>,
): readonly string[] | "unknown" {
  const { id, model, column, value } = metric;
  const { type, filters, percentile } = value;
  const sql = textIn(value.sql);
  if (way.has(id) || way.size > 20) return "unknown";
  if (kindOf(type) === "simple") {
    const counted = sql === null ? column : oneLine(sql);
    if (counted === null) return "unknown";
    const how = percentile === undefined ? String(type) : `${type} ${JSON.stringify(percentile)}`;
    const where = listIn(filters).length > 0 ? ` where ${JSON.stringify(filters)}` : "";
    return [`${how} of ${counted} in ${model}${where}`];
  }
  const parts = metricsNamedIn(sql)?.map((each) => {
    const [table = "", name] = each.split(".");
    return name === undefined ? idOf(model, table) : idOf(table, name);
  });
  const found = parts?.map((part) => {
    const inner = metrics.get(part);
    return inner && !inner.isSkipped ? leavesIn(inner, metrics, new Set([...way, id])) : "unknown";
  });
  return !found || found.includes("unknown") ? "unknown" : found.flatMap((each) => [...each]);
}
