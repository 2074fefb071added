/**
 * Every word earns its place: test/judgement/words.json names for each a text of which the rules say something else
 * without it. `UPDATE=1 npx vitest run test/reading/words.test.ts` looks for them anew, which takes some minutes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { type Statement, statements } from "../../scripts/train.js";
import type { Northstar } from "../../src/file/northstar.js";
import { checkSource } from "../../src/lint/check.js";
import { starRules } from "../../src/lint/rules/index.js";
import { dictionary } from "../../src/reading/dictionary.computed.js";
import { genericRootsIn, ordersIn } from "../../src/reading/dictionary.js";
import { englishLexicon, type Lexicon, lexiconOf } from "../../src/reading/lexicon.js";
import { forgetAnswers } from "../../src/reading/remember.js";
import { stemsOf, tokenize } from "../../src/reading/token.js";
import { type GroupName, words } from "../../src/reading/words.js";
import { completed, unmark } from "../examples.js";
import { findingsIn, findingsOf } from "../judgement/findings.js";

/** The id of a labelled statement, "lagging-metric: bad" for a rule's example, or a text that a person wrote. */
type Witness = string | { text: string; strategy?: string };

const page = new URL("../judgement/words.json", import.meta.url);
const known: Partial<Record<GroupName, Record<string, Witness>>> = JSON.parse(readFileSync(page, "utf8"));
const groups = Object.keys(words) as GroupName[];
const whole = { ...englishLexicon() };

/** Words that no rule needs: they are features of the model, which judges the frozen statements worse without them. */
const forModel: ReadonlySet<string> = new Set(["generic time", "work make"]);

afterEach(() => {
  Object.assign(englishLexicon(), whole);
  forgetAnswers();
});

test("every word changes what is found in its example", () => {
  if (process.env.UPDATE) writeFileSync(page, `${JSON.stringify(lookedFor(), null, 2)}\n`);
  const file: typeof known = JSON.parse(readFileSync(page, "utf8"));
  const idle = groups.flatMap((group) =>
    words[group].words
      .filter((word) => !forModel.has(`${group} ${word}`) && !decides(group, word, file[group]?.[word]))
      .map(
        (word) =>
          `"${word}" of ${group} decides nothing: add an example, see "Add a word" in CONTRIBUTING.md`,
      ),
  );
  expect(idle).toEqual([]);
  const gone = groups.flatMap((group) =>
    Object.keys(file[group] ?? {}).filter((word) => !words[group].words.includes(word)),
  );
  expect(gone, "words that are in words.json alone: UPDATE=1 takes them out").toEqual([]);
}, 600_000);

const asked = statements().filter(({ kind, frozen }) => kind !== "answer" && !frozen);
const labelled = new Map(asked.map((each) => [each.id, each]));

function decides(group: GroupName, word: string, witness: Witness | undefined): boolean {
  const say = witness === undefined ? undefined : sayingOf(witness);
  return say !== undefined && withLexicon(whole, say) !== withLexicon(without(group, word), say);
}

/** What asks the rules about a witness; undefined where there is none of its name. */
function sayingOf(witness: Witness): (() => string) | undefined {
  if (typeof witness !== "string") return () => findingsIn(starOf(witness));
  const statement = labelled.get(witness);
  if (statement) return () => findingsOf(statement);
  const star = examples.get(witness);
  return star && (() => findingsIn(star));
}

function starOf({ text, strategy }: { text: string; strategy?: string }): Northstar {
  const star: Northstar = { name: "", definition: text, game: "productivity", inputs: [] };
  return strategy === undefined ? star : { ...star, name: text, strategy };
}

const examples: ReadonlyMap<string, Northstar> = new Map(
  starRules.flatMap((rule) =>
    (["good", "bad"] as const).flatMap((side) => {
      const { star } = checkSource(completed(unmark(rule[side])), { rules: [], today: "2026-11-22" });
      return star ? [[`${rule.id}: ${side}`, star] as const] : [];
    }),
  ),
);

/** The one lexicon of English is what bets are read with, too. */
function withLexicon(lexicon: Lexicon, say: () => string): string {
  Object.assign(englishLexicon(), lexicon);
  forgetAnswers();
  return say();
}

/** The lexicon without one word of one group. */
function without(group: GroupName, word: string): Lexicon {
  const left = { ...words, [group]: { words: words[group].words.filter((each) => each !== word) } };
  const [first = "", ...others] = stemsOf(word);
  const phrases = (dictionary.phraseDictionary[first] ?? "").split(",");
  phrases.splice(phrases.indexOf([group, ...others].join(" ")), 1);
  const { [first]: _, ...rest } = dictionary.phraseDictionary;
  return lexiconOf(
    {},
    {
      ...dictionary,
      phraseDictionary: phrases.length > 0 ? { ...rest, [first]: phrases.join(",") } : rest,
      orders: ordersIn(left),
      genericRoots: genericRootsIn(left),
    },
  );
}

/** A witness for each word that has one: the one before where it still is, else the first that is found. */
function lookedFor(): typeof known {
  const said = new Map<Statement, string>();
  const stems = new Map(asked.map((each) => [each, stemsIn(each)]));
  return Object.fromEntries(
    groups.map((group) => [
      group,
      Object.fromEntries(
        words[group].words.flatMap((word) => {
          const found = witnessOf(group, word);
          return found === undefined ? [] : [[word, found]];
        }),
      ),
    ]),
  );

  function witnessOf(group: GroupName, word: string): Witness | undefined {
    const before = known[group]?.[word];
    if (decides(group, word, before)) return before;
    const lexicon = without(group, word);
    const own = stemsOf(word);
    const statement = asked.find((each) => {
      if (labelled.get(each.id) !== each || !own.every((stem) => stems.get(each)?.has(stem))) return false;
      const usual = said.get(each) ?? withLexicon(whole, () => findingsOf(each));
      said.set(each, usual);
      return withLexicon(lexicon, () => findingsOf(each)) !== usual;
    });
    return statement?.id ?? [...examples.keys()].find((id) => decides(group, word, id));
  }
}

function stemsIn({ name, definition, kind, beside = "" }: Statement): ReadonlySet<string> {
  const text = kind === "input" ? `${name} ${definition} ${beside}` : `${name} ${definition}`;
  return new Set(tokenize(text).map(({ stem }) => stem));
}
