/** Cube's answer to GET /cubejs-api/v1/meta, saved as a file: plain or with ?extended. */
import { definitionHash } from "./definition.js";
import { jsonMembers } from "./json-members.js";
import { type Json, listIn, mapIn, oneLine, textIn } from "./json-value.js";
import { type Artifact, type Catalogue, leavesOf, type Metric, type NotArtifact } from "./metric.js";
import { metricsNamedIn } from "./sql-references.js";

/** The measures of an answer. Throws NotJson (json-members.ts). */
export function readCube({ pieces }: Artifact): Catalogue | NotArtifact {
  const measures: Measure[] = [];
  let hasCubes = false;
  const wanted = new Set(["cubes", "error"]);
  for (const { section, value } of jsonMembers(pieces, (each) => wanted.has(each))) {
    if (section === "error" && value !== undefined)
      return { reason: `Cube's error answer (${oneLine(String(value)).slice(0, 120)})` };
    if (section === "cubes") hasCubes = true;
    if (section === "cubes" && value !== undefined) measures.push(...measuresIn(mapIn(value)));
  }
  if (!hasCubes) return { reason: "no answer of Cube's /v1/meta" };
  const byName = new Map(measures.map((measure) => [measure.name, measure]));
  return {
    format: "answer of Cube's /v1/meta",
    metrics: measures.map((measure) => metricOf(measure, byName)),
  };
}

interface Measure {
  name: string;
  isHidden: boolean;
  value: Json;
}

function measuresIn(cube: Json): Measure[] {
  return listIn(cube.measures).flatMap((each) => {
    const value = mapIn(each);
    const name = textIn(value.name);
    const isHidden = [cube, value].some((one) => one.public === false || one.isVisible === false);
    return name === null ? [] : [{ name, isHidden, value }];
  });
}

function metricOf({ name, isHidden, value }: Measure, byName: ReadonlyMap<string, Measure>): Metric {
  const leaves = leavesIn(name, byName, new Set());
  const { aggType, type, aliasMember, cumulative, sql } = value;
  return {
    names: [name],
    state: isHidden ? "hidden" : "yes",
    kind: kindOf(value),
    // `cumulative` is true for any window, and which it is stands in no answer.
    window: cumulative === false && kindOf(value) === "simple" ? "none" : "unknown",
    leaves: leaves === "unknown" ? "unknown" : leavesOf(leaves),
    aggregation: textIn(aggType) ?? "unknown",
    label: textIn(value.shortTitle) ?? textIn(value.title),
    description: textIn(value.description),
    hash: definitionHash(sql === undefined ? "cube-1" : "cube-extended-1", {
      aggType,
      type,
      aliasMember,
      cumulative,
      sql: typeof sql === "string" ? oneLine(sql) : null,
    }),
  };
}

function kindOf({ aggType, cumulative }: Json): Metric["kind"] {
  if (cumulative === true) return "cumulative";
  if (aggType === "number") return "derived";
  return textIn(aggType) === null ? "unknown" : "simple";
}

/** Measures that are no calculation: a measure of a view is that of its cube; a calculation is read where its SQL is told. */
function leavesIn(
  name: string,
  byName: ReadonlyMap<string, Measure>,
  way: ReadonlySet<string>,
): readonly string[] | "unknown" {
  const value = byName.get(name)?.value;
  if (way.has(name) || way.size > 20) return "unknown";
  const further = new Set([...way, name]);
  const alias = textIn(value?.aliasMember);
  // Production leaves a hidden measure out that a view includes.
  if (alias !== null && alias !== name)
    return byName.has(alias) ? leavesIn(alias, byName, further) : leafOf(value, alias);
  if (!value) return "unknown";
  if (value.aggType !== "number") return leafOf(value, name);
  const cube = name.slice(0, name.lastIndexOf("."));
  const parts = metricsNamedIn(value.sql)?.map((each) => {
    const inner = each.replace(/^CUBE\./, "");
    return inner.includes(".") ? inner : `${cube}.${inner}`;
  });
  const found = parts?.map((part) => leavesIn(part, byName, further));
  return !found || found.includes("unknown") ? "unknown" : found.flatMap((each) => [...each]);
}

function leafOf(value: Json | undefined, name: string): readonly string[] | "unknown" {
  return value && value.aggType !== "number" && textIn(value.aggType) !== null ? [name] : "unknown";
}
