/** Ossie's documents (formerly OSI), of 0.1.1 and 0.2.0.dev0, in JSON and in YAML. */
import { definitionHash } from "./definition.js";
import { jsonMembers } from "./json-members.js";
import { type Json, listIn, mapIn, oneLine, textIn } from "./json-value.js";
import type { Artifact, Catalogue, Metric, NotArtifact } from "./metric.js";
import { isJson, wholeOf, yamlIn } from "./whole-artifact.js";

/** The metrics of a document. Throws NotJson (json-members.ts). */
export function readOssie(artifact: Artifact): Catalogue | NotArtifact {
  const root = rootOf(artifact);
  if ("reason" in root) return { reason: String(root.reason) };
  const { version, models } = root;
  if (models === undefined)
    return {
      reason: version === null ? "no document of Ossie" : "a document of Ossie without `semantic_model`",
    };
  const writer = isByDbt(artifact.name, root) ? { writer: "dbt" as const } : {};
  return {
    format: `document of Ossie${version === null ? "" : ` ${version}`}`,
    metrics: models.flatMap((model) => metricsIn(mapIn(model), "writer" in writer)),
    ...writer,
  };
}

interface Root {
  version: string | null;
  dialects: readonly unknown[];
  models: readonly unknown[] | undefined;
}

function rootOf(artifact: Artifact): Root | NotArtifact {
  const { name, pieces } = artifact;
  if (!isJson(name)) {
    const value = yamlIn(wholeOf(pieces));
    if ("reason" in value) return { reason: String(value.reason) };
    const { version, dialects, semantic_model: models } = mapIn(value.value);
    return {
      version: textIn(version),
      dialects: listIn(dialects),
      models: Array.isArray(models) ? models : undefined,
    };
  }
  const root: { version: string | null; dialects: unknown[]; models?: unknown[] } = {
    version: null,
    dialects: [],
  };
  const wanted = new Set(["version", "dialects", "semantic_model", "error"]);
  for (const { section, value } of jsonMembers(pieces, (each) => wanted.has(each))) {
    if (section === "error" && value !== undefined)
      return { reason: `an error answer (${oneLine(String(value))})` };
    if (section === "version") root.version = textIn(value);
    else if (section === "dialects" && value !== undefined) root.dialects.push(value);
    else if (section === "semantic_model")
      root.models = [...(root.models ?? []), ...(value === undefined ? [] : [value])];
  }
  return { version: root.version, dialects: root.dialects, models: root.models };
}

/** dbt 1.12 calls its file so; in another place its one model is called so, and it lists the one dialect that it writes. */
function isByDbt(name: string, { version, dialects, models = [] }: Root): boolean {
  if (/(?:^|[\\/])osi_document\.json$/.test(name)) return true;
  const [model, ...others] = models;
  const { name: called, ai_context, custom_extensions } = mapIn(model);
  return (
    version === "0.1.1" &&
    dialects.length === 1 &&
    dialects[0] === "ANSI_SQL" &&
    others.length === 0 &&
    called === "semantic_model" &&
    ai_context == null &&
    custom_extensions == null
  );
}

function metricsIn(model: Json, isLossy: boolean): Metric[] {
  return listIn(model.metrics).flatMap((each): Metric[] => {
    const value = mapIn(each);
    const name = textIn(value.name);
    if (name === null) return [];
    const expression = expressionOf(value);
    const owner = textIn(model.name);
    return [
      {
        names: owner === null ? [name] : [name, `${owner}/${name}`],
        state: "yes",
        kind: "unknown",
        window: "unknown",
        // What dbt writes here is the same for metrics of different windows and offsets.
        leaves: expression === null || isLossy ? "unknown" : [expression],
        aggregation: "unknown",
        label: null,
        description: textIn(value.description),
        hash: definitionHash("ossie-1", expression),
      },
    ];
  });
}

/** How it is counted, in the dialect that most can read. */
function expressionOf(metric: Json): string | null {
  const dialects = listIn(mapIn(metric.expression).dialects).map(mapIn);
  const chosen = dialects.find(({ dialect }) => dialect === "ANSI_SQL") ?? dialects[0];
  const text = textIn(chosen?.expression);
  return text === null ? null : oneLine(text);
}
