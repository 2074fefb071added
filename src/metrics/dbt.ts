/** dbt's manifest.json and semantic_manifest.json, of 1.6 to 1.12 and of 2, in the older and the newer specification. */
import { groupBy } from "../file/group-by.js";
import { definitionHash } from "./definition.js";
import { type JsonMember, jsonMembers } from "./json-members.js";
import { type Json, listIn, mapIn, oneLine, textIn } from "./json-value.js";
import {
  type Artifact,
  type Catalogue,
  leavesOf,
  type Metric,
  type MetricKind,
  type MetricWindow,
  type NotArtifact,
} from "./metric.js";

/** A metric with its package, which semantic_manifest.json does not tell. */
interface Defined {
  name: string;
  package: string | null;
  state: Metric["state"];
  value: Json;
}

interface Measure {
  model: string;
  value: Json;
}

/** All that is read of a manifest. */
interface Manifest {
  metrics: Defined[];
  /** Where one name is that of several measures, none can be told. */
  measures: Map<string, Measure | null>;
  sections: Set<string>;
  schema: string;
  version: string | null;
  error: string | null;
}

const wanted = new Set([
  "metadata",
  "metrics",
  "disabled",
  "semantic_models",
  "project_configuration",
  "error",
]);

/** The metrics of a manifest. Throws NotJson (json-members.ts). */
export function readDbt({ pieces }: Artifact): Catalogue | NotArtifact {
  const manifest: Manifest = {
    metrics: [],
    measures: new Map(),
    sections: new Set(),
    schema: "",
    version: null,
    error: null,
  };
  for (const member of jsonMembers(pieces, (section) => wanted.has(section))) take(member, manifest);
  const { schema, sections, version } = manifest;
  if (manifest.error !== null) return { reason: `an error answer (${oneLine(manifest.error)})` };
  const [, kind = "", number = ""] = /\/dbt\/([\w-]+)\/v(\d+)\.json$/.exec(schema) ?? [];
  if (kind !== "" && kind !== "manifest") return { reason: `dbt's ${kind}` };
  const isSemantic = kind === "" && sections.has("metrics") && sections.has("semantic_models");
  if (kind === "" && !isSemantic) return { reason: "JSON of something else" };
  const find = finder(manifest.metrics);
  const told = new Map<Defined, Told>();
  return {
    format: isSemantic
      ? "semantic manifest of dbt"
      : `manifest v${number}${version ? ` of dbt ${version}` : ""}`,
    metrics: manifest.metrics.map((metric) => metricOf(metric, tell(metric, { ...manifest, find, told }, 0))),
  };
}

function take({ section, key, value }: JsonMember, manifest: Manifest): void {
  manifest.sections.add(section);
  if (section === "metadata" && key === "dbt_schema_version") manifest.schema = String(value);
  else if (section === "metadata" && key === "dbt_version") manifest.version = textIn(value);
  else if (section === "error" && key === null && value !== undefined) manifest.error = String(value);
  else if (section === "metrics") takeMetric(value, "yes", manifest);
  else if (section === "disabled" && String(key).startsWith("metric."))
    for (const each of listIn(value)) takeMetric(each, "disabled", manifest);
  else if (section === "semantic_models") takeMeasures(mapIn(value), manifest.measures);
}

function takeMetric(value: unknown, state: "yes" | "disabled", { metrics }: Manifest): void {
  const map = mapIn(value);
  const name = textIn(map.name);
  if (name === null) return;
  const isPrivate = mapIn(map.type_params).is_private === true;
  const { label, description, type, type_params, filter } = map;
  metrics.push({
    name,
    package: textIn(map.package_name) ?? /^metric\.([^.]+)\./.exec(String(map.unique_id))?.[1] ?? null,
    state: state === "yes" && isPrivate ? "hidden" : state,
    value: { label, description, type, type_params, filter },
  });
}

function takeMeasures(model: Json, measures: Manifest["measures"]): void {
  for (const each of listIn(model.measures)) {
    const value = mapIn(each);
    const name = textIn(value.name);
    if (name === null) continue;
    measures.set(name, measures.has(name) ? null : { model: String(model.name), value });
  }
}

type Find = (name: string, from: string | null) => Defined | undefined;

/** Finds a metric by its name: in the package that asks, or in the only one that has it. */
function finder(metrics: readonly Defined[]): Find {
  const enabled = metrics.filter(({ state }) => state !== "disabled");
  const byName = groupBy(enabled, ({ name }) => name);
  return (name, from) => {
    const found = byName.get(name) ?? [];
    return found.find((each) => each.package === from) ?? (found.length === 1 ? found[0] : undefined);
  };
}

/** What is counted, and under which conditions. */
interface Leaf {
  counted: string;
  filters: readonly string[];
}

/** What follows from the definition of a metric and of all that it is made of. */
interface Told {
  kind: MetricKind;
  window: MetricWindow;
  leaves: readonly Leaf[] | "unknown";
  aggregation: string | "unknown";
  hash: string;
}

const nothing: Told = {
  kind: "unknown",
  window: "unknown",
  leaves: "unknown",
  aggregation: "unknown",
  hash: "",
};

interface Known extends Manifest {
  find: Find;
  told: Map<Defined, Told>;
}

/** How definitions are put together here. */
const form = "dbt-1";

/** How deep metrics of metrics are followed, and how many leaves one may have. */
const deepest = 50;
const mostLeaves = 500;

function tell(metric: Defined, known: Known, depth: number): Told {
  const before = known.told.get(metric);
  if (before) return before;
  // Whoever comes back here goes in a circle.
  known.told.set(metric, nothing);
  const told = depth > deepest ? nothing : toldOf(metric, known, depth);
  known.told.set(metric, told);
  return told;
}

function toldOf(metric: Defined, known: Known, depth: number): Told {
  const { type, filter } = metric.value;
  const params = mapIn(metric.value.type_params);
  const kind = kinds.find((each) => each === type) ?? "unknown";
  const inputs = inputsOf(kind, params).map((input) => ({
    ...input,
    told: inputTold(input, metric, known, depth),
  }));
  const filters = filtersIn(filter);
  const isOpen = inputs.every(({ told }) => told === nothing);
  const own = kind === "simple" && isOpen ? measureTold(params, metric.name) : undefined;
  const parts = own ? [own] : inputs.map(({ told }) => told);
  const isKnown = kind !== "unknown" && parts.length > 0;
  const leaves = isKnown ? together(parts, filters) : "unknown";
  const cumulative = mapIn(params.cumulative_type_params);
  const window = isKnown ? windowOf(kind, params, parts) : "unknown";
  const [first] = parts;
  return {
    kind,
    window,
    leaves,
    aggregation: parts.length === 1 && first ? first.aggregation : "unknown",
    hash: definitionHash(form, {
      kind,
      window,
      filters,
      own: own?.hash,
      expr: kind === "derived" ? params.expr : null,
      period: cumulative.period_agg ?? "first",
      inputs: inputs.map(({ role, value, told }) => [
        role,
        value.alias,
        value.offset_window,
        value.offset_to_grain,
        told.hash,
      ]),
    }),
  };
}

const kinds = ["simple", "ratio", "derived", "cumulative", "conversion"] as const;

interface Input {
  role: string;
  value: Json;
  isMeasure: boolean;
}

/** What a metric is made of: other metrics, or measures of the older specification. */
function inputsOf(kind: MetricKind, params: Json): Input[] {
  const conversion = mapIn(params.conversion_type_params);
  const metric = (role: string, value: unknown): Input[] => inputFrom(role, value, false);
  const measure = (role: string, value: unknown): Input[] => inputFrom(role, value, true);
  const either = (role: string, metricValue: unknown, measureValue: unknown) => {
    const found = metric(role, metricValue);
    return found.length > 0 ? found : measure(role, measureValue);
  };
  if (kind === "simple") return measure("measure", params.measure);
  if (kind === "cumulative") return either("of", mapIn(params.cumulative_type_params).metric, params.measure);
  if (kind === "ratio")
    return [...metric("numerator", params.numerator), ...metric("denominator", params.denominator)];
  if (kind === "derived") return listIn(params.metrics).flatMap((each) => metric("part", each));
  if (kind !== "conversion") return [];
  return [
    ...either("base", conversion.base_metric, conversion.base_measure),
    ...either("conversion", conversion.conversion_metric, conversion.conversion_measure),
  ];
}

function inputFrom(role: string, value: unknown, isMeasure: boolean): Input[] {
  return textIn(mapIn(value).name) === null ? [] : [{ role, value: mapIn(value), isMeasure }];
}

function inputTold({ value, isMeasure }: Input, metric: Defined, known: Known, depth: number): Told {
  const name = String(value.name);
  const found = isMeasure ? known.measures.get(name) : known.find(name, metric.package);
  if (!found) return nothing;
  const told = "model" in found ? leafTold(found.model, found.value, name) : tell(found, known, depth + 1);
  const filters = filtersIn(value.filter);
  return {
    ...told,
    leaves: together([told], filters),
    hash: filters.length > 0 ? `${told.hash} ${filters.join(" ")}` : told.hash,
  };
}

/** A simple metric of the newer specification, which has no measure. */
function measureTold(params: Json, name: string): Told | undefined {
  const aggregated = mapIn(params.metric_aggregation_params);
  const model = textIn(aggregated.semantic_model);
  if (model === null) return undefined;
  return leafTold(model, { ...aggregated, expr: params.expr ?? aggregated.expr }, name);
}

function leafTold(model: string, value: Json, name: string): Told {
  const aggregation = textIn(value.agg)?.toLowerCase() ?? "unknown";
  const { percentile } = mapIn(value.agg_params);
  const how = percentile === undefined || percentile === null ? aggregation : `${aggregation} ${percentile}`;
  const counted = `${how} of ${oneLine(textIn(value.expr) ?? String(value.expr ?? name))} in ${model}`;
  const extra = value.non_additive_dimension ?? null;
  return {
    kind: "simple",
    window: "none",
    leaves: aggregation === "unknown" ? "unknown" : [{ counted, filters: [] }],
    aggregation,
    hash: definitionHash(form, { counted, extra }),
  };
}

/** The leaves of all parts, under more conditions; unknown where those of one are. */
function together(parts: readonly Pick<Told, "leaves">[], filters: readonly string[]): Told["leaves"] {
  const all: Leaf[] = [];
  for (const { leaves } of parts) {
    if (leaves === "unknown") return "unknown";
    all.push(...leaves.map((leaf) => ({ ...leaf, filters: leavesOf([...leaf.filters, ...filters]) })));
  }
  const unique = new Map(all.map((leaf) => [leafText(leaf), leaf]));
  return unique.size > mostLeaves ? "unknown" : [...unique.values()];
}

function leafText({ counted, filters }: Leaf): string {
  return filters.length > 0 ? `${counted} where ${filters.join(" and ")}` : counted;
}

/** The conditions of a filter, in the form of 1.6 and in that of later versions. */
function filtersIn(filter: unknown): string[] {
  if (typeof filter === "string") return [oneLine(filter)];
  const { where_filters, where_sql_template } = mapIn(filter);
  const all = [...listIn(where_filters).map((each) => mapIn(each).where_sql_template), where_sql_template];
  return leavesOf(all.flatMap((each) => (textIn(each) === null ? [] : [oneLine(String(each))])));
}

function windowOf(kind: MetricKind, params: Json, parts: readonly Told[]): MetricWindow {
  const cumulative = mapIn(params.cumulative_type_params);
  if (kind === "cumulative") {
    const window = lengthIn(cumulative.window) ?? lengthIn(params.window);
    const grain = textIn(cumulative.grain_to_date) ?? textIn(params.grain_to_date);
    return window ?? (grain === null ? "none" : { toDate: grain });
  }
  if (kind === "conversion") return lengthIn(mapIn(params.conversion_type_params).window) ?? "none";
  // A ratio of something that rolls rolls, too; how, nobody can say in a word.
  return parts.every(({ window, kind: inner }) => window === "none" && inner !== "cumulative")
    ? "none"
    : "unknown";
}

function lengthIn(value: unknown): MetricWindow | undefined {
  const { count, granularity } = mapIn(value);
  return typeof count === "number" && typeof granularity === "string"
    ? { count, grain: granularity }
    : undefined;
}

function metricOf({ name, package: owner, state, value }: Defined, told: Told): Metric {
  const { kind, window, leaves, aggregation } = told;
  return {
    names: owner === null ? [name] : [name, `${owner}.${name}`],
    state,
    kind,
    window,
    leaves: leaves === "unknown" ? "unknown" : leavesOf(leaves.map(leafText)),
    aggregation,
    label: textIn(value.label),
    description: textIn(value.description),
    hash: told.hash,
  };
}
