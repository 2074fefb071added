/** Holds a document against the schema of northstar.yaml. */
import conforms from "../../schemas/northstar.schema.json?validate";
import type { Document } from "./document.js";
import * as faults from "./faults.js";
import { formatFields } from "./format-fields.js";
import { backticked, joinWords, shortened } from "./message-text.js";
import { type Northstar, slug } from "./northstar.js";
import type { Path, Problem } from "./problem.js";
import { readDate, readDuration } from "./reformat.js";
import { type FileFormat, insteadOf, matchSchema } from "./schema-errors.js";
import { keySynonyms, valueSynonyms } from "./synonyms.js";

const shape: FileFormat = {
  conforms,
  fields: formatFields,
  first: "name",
  maps: [
    [[], "the file itself, without indentation", "of the format"],
    [["inputs", 0], "an Input", "of an Input"],
    [["thresholds", 0], "an item of `thresholds`", "of an item of `thresholds`"],
    [["candidates", 0], "a candidate for an Input", "of a candidate for an Input"],
    [["bets", 0], "a bet", "of a bet"],
    [["bets", 0, "expect"], "`expect`", "of `expect`"],
    [["bets", 0, "readout", 0], "an item of `readout`", "of an item of `readout`"],
    [["bets", 0, "outcome"], "`outcome`", "of `outcome`"],
    [["results", 0], "a result", "of a result"],
    [["checklist"], "`checklist`", "of `checklist`"],
    [["guardrails", 0], "a guardrail", "of a guardrail"],
    [["limits"], "`limits`", "of `limits`"],
    [["review"], "`review`", "of `review`"],
    [["reviews", 0], "an item of `reviews`", "of an item of `reviews`"],
    [["history", 0], "an item of `history`", "of an item of `history`"],
    [["history", 0, "inputs", 0], "an Input", "of an Input"],
    [["next"], "`next`", "of `next`"],
    ...[[], ["inputs", 0], ["results", 0], ["guardrails", 0], ["history", 0]].map(
      (thing) => [[...thing, "source"], "`source`", "of `source`"] as const,
    ),
    [["considered", 0], "an item of `considered`", "of an item of `considered`"],
  ],
  items: { inputs: "this Input", bets: "this bet" },
  keySynonyms,
  valueSynonyms,
  exampleOf: targetIn,
  forms: {
    "/date/": (text) => [
      faults.badDate,
      `${backticked(text)} is not a day as year, month and day; write ${readDate(text) ?? "it like 2026-12-15"}`,
      insteadOf(readDate(text)),
    ],
    "/duration/": (text) => [
      faults.badDuration,
      `${backticked(text)} is not a number and a unit; write ${readDuration(text) ?? "for example 3 weeks"}`,
      insteadOf(readDuration(text)),
    ],
    "/id/": (text) => [
      faults.badId,
      `${backticked(text)} cannot be an id, which has letters, digits and hyphens; write ${backticked(slug(text) || "an-id")}`,
      // What uses the id is not changed with it.
      insteadOf(slug(text) || undefined, false),
    ],
    "/path/": (text) => [
      faults.badPath,
      `${backticked(text)} leads out of the folder of this file; keep the file in it or below, and write for example ${withinFolder(text)}`,
    ],
    // What stands there may be a secret.
    "/connection/": () => [
      faults.badConnection,
      "a connection is named here, and its address kept in the environment; write for example `on: warehouse`, and put the address into NORTHSTAR_CONN_WAREHOUSE",
    ],
    "/language/": (text) => [
      faults.badLanguage,
      `${backticked(text)} is not the short name of a language; write for example en, de or pt-BR`,
    ],
    "/address/": (text) => [
      faults.badAddress,
      `${backticked(text)} is not the address of a page; write it like https://example.com/d/7`,
    ],
  },
  unknownKeyMessage(path, key, meant) {
    if (path.at(-1) !== "source" || meant !== undefined) return undefined;
    const known = formatFields.keysAt(path).map(backticked);
    return `${backticked(key)} is not a place that \`source\` knows; there is ${joinWords(known, "and")}, and \`url\` takes any page`;
  },
};

/** The id of something in the file that a bet of its level can stand under. */
function targetIn(value: unknown, path: Path): string | undefined {
  const [list, index, key, ...deeper] = path;
  if (list !== "bets" || key !== "for" || deeper.length > 0) return undefined;
  const { results, inputs, bets } = Object(value);
  const level = itemsOf(bets)[Number(index)]?.level;
  const opportunities = itemsOf(bets).filter((bet) => bet.level === 2);
  const targets = level === 0 ? itemsOf(results) : level === 3 ? opportunities : itemsOf(inputs);
  const ids = targets.map(({ id, name }) => String(id ?? slug(String(name ?? ""))));
  return ids.find((id) => id !== "");
}

function itemsOf(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === "object" && item !== null) : [];
}

/** A path without the steps that lead out. */
function withinFolder(path: string): string {
  const steps = path.split(/[/\\]/).filter((step) => !/^(?:|\.\.?|~|[A-Za-z]:)$/.test(step));
  return shortened(steps.slice(-2).join("/")) || "data/weekly.csv";
}

/** The value as a Northstar, or up to a hundred ways in which it does not have the shape of the schema. */
export function validate(document: Document): Northstar | Problem[] {
  return matchSchema(document, shape);
}
