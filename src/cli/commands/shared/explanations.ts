/** Pages that explain: of rules, points of the checklist, terms of the playbook and keys of the files. */
import { configTable } from "../../../config/fields.computed.js";
import type { Field } from "../../../file/field-table.js";
import { formatTable } from "../../../file/fields.computed.js";
import { joinWords } from "../../../file/message-text.js";
import { nearest } from "../../../file/nearest.js";
import { slug } from "../../../file/northstar.js";
import { points, type RuleDoc } from "../../../file/problem.js";
import { catalogue, judgements } from "../../../lint/catalogue.js";
import { fixes } from "../../../lint/fixes.generated.js";
import { glossary } from "../../../lint/glossary.js";
import { ideas } from "../../../lint/ideas.js";
import { checklist } from "../../../lint/playbook.js";
import { rules } from "../../../lint/rules/index.js";
import {
  contentsPage,
  type Key,
  keyPage,
  pointPage,
  type Remedy,
  rulePage,
  termPage,
} from "../../../report/explain.js";
import type { Look } from "../../../report/terminal-theme.js";
import { Failure } from "../../host/exit.js";

const terms = [...glossary, ...ideas];

/** What can be asked for, by the slugs of its names. */
const pages: readonly { ids: readonly string[]; show(look: Look): string }[] = [
  ...catalogue.map((rule) => ({
    ids: [rule.id],
    show: (look: Look) => rulePage(rule, remedyFor(rule), look),
  })),
  ...points.map((point, index) => ({
    ids: [point, String(index + 1), slug(checklist[point].name)],
    show: (look: Look) => pointPage(point, catalogue, look),
  })),
  ...terms.map((term) => ({
    ids: [term.name, ...term.also].map(slug),
    show: (look: Look) => termPage(term, look),
  })),
];

/** The keys of the two files, by the words that lead to them. */
const keys: readonly Key[] = [
  ...keysOf("northstar.yaml", formatTable),
  ...keysOf("northstar.config.yaml", configTable),
];

function keysOf(file: string, table: Readonly<Record<string, Field>>): Key[] {
  return Object.entries(table)
    .filter(([place]) => !place.endsWith("*"))
    .map(([place, { description, required, choices = [], example }]) => ({
      place: place.replaceAll(".*", ""),
      file,
      description,
      isNeeded: required === true,
      choices,
      example,
    }));
}

/** Those with this path, or else with this name at its end. */
function keysNamed(asked: string): Key[] {
  const name = asked
    .trim()
    .toLowerCase()
    .replace(/:$/, "")
    .replace(/\.(?:\d+|\*)/g, "");
  const exact = keys.filter(({ place }) => place === name);
  return exact.length > 0 ? exact : keys.filter(({ place }) => place.endsWith(`.${name}`));
}

function remedyFor(rule: RuleDoc): Remedy {
  return {
    fix: fixes[rule.id],
    isAboutChanges: rules.some(({ id, before }) => id === rule.id && before !== undefined),
    canIgnore: rules.some(({ id }) => id === rule.id),
    canSet: judgements.includes(rule),
  };
}

/** What can be asked for. */
export const explained = pages.flatMap(({ ids }) => ids);

/** The list of all that can be explained. */
export function explanations(look: Look): string {
  return contentsPage(catalogue, { Terms: glossary, "Ideas of the playbook": ideas }, look);
}

/** The page of one thing whose name has several words, or the pages of several things; one that is not there is a {@link Failure}. */
export function pagesOf(words: readonly string[], look: Look): string {
  const asked = words.join(" ");
  const whole = pageFor(asked);
  if (whole) return whole.show(look);
  const found = words.map(pageFor);
  if (!found.some((page) => page !== undefined)) throw unknown(asked);
  return found
    .map((page, index) => {
      if (!page) throw unknown(words[index] ?? "");
      return page.show(look);
    })
    .join("\n");
}

/** A page, and behind a term's what the key of that name holds. */
function pageFor(asked: string): { show(look: Look): string } | undefined {
  const page = pages.find(({ ids }) => ids.includes(slug(asked)));
  const isTerm = terms.some(({ name, also }) => [name, ...also].map(slug).includes(slug(asked)));
  const named = page && !isTerm ? [] : keysNamed(asked).filter(({ place }) => !isTerm || place === asked);
  if (!page && named.length === 0) return undefined;
  return {
    show: (look) =>
      [...(page ? [page.show(look)] : []), ...named.map((key) => keyPage(key, look))].join("\n"),
  };
}

function unknown(asked: string): Failure {
  const id = slug(asked);
  if (/^-?\d+$/.test(asked))
    return new Failure(`there is no point ${asked}: the checklist has points 1 to 7`);
  const meant = nearest(id, [...keys.map(({ place }) => place), ...pages.flatMap(({ ids }) => ids)], 0.34);
  if (meant) return new Failure(`nothing is called '${asked}', did you mean ${meant}?`);
  const near = pagesAbout(asked);
  const step =
    near.length > 0 ? `see ${joinWords(near, "or")}` : "northstar explain lists what can be explained";
  return new Failure(`nothing is called '${asked}', ${step}`);
}

/** The names of up to three pages that speak of a word: those that start with it first. */
function pagesAbout(word: string): string[] {
  const sought = word.trim().toLowerCase();
  if (sought.length < 3) return [];
  return [
    ...judgements.map(({ id, summary, why }) => ({ name: id, text: why, title: summary })),
    ...terms.map(({ name, meaning }) => ({ name, text: meaning, title: name })),
  ]
    .map(({ name, text, title }) => ({
      name,
      at: title.toLowerCase().includes(sought) ? 0 : wordAt(text.toLowerCase(), sought),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Where a text says a word, or words that start with it; -1 for nowhere. */
function wordAt(text: string, word: string): number {
  return ` ${text.replace(/[^\p{L}\d]/gu, " ")}`.indexOf(` ${word}`);
}
