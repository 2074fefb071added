/** A team's own words change what is read, and nothing else. */
import { expect, test } from "vitest";
import { dictionary } from "../../src/reading/dictionary.computed.js";
import { englishLexicon, type Lexicon, lexiconOf, type OwnWords } from "../../src/reading/lexicon.js";
import { ownResult } from "../../src/reading/predicates.js";
import { read } from "../../src/reading/reading.js";
import { stemsOf } from "../../src/reading/token.js";
import { words } from "../../src/reading/words.js";

function reading(definition: string, own?: OwnWords) {
  return read("Weekly Foragers", definition, own && lexiconOf(own));
}

test("without words of its own a team has the lexicon that everybody has", () => {
  const stems = Object.keys(dictionary.phraseDictionary);
  const has = (lexicon: Lexicon) => stems.map((stem) => lexicon.phrasesFrom(stem));
  expect(has(lexiconOf({}))).toEqual(has(englishLexicon()));
  expect(has(lexiconOf({ neutral: ["traffic"] }))).not.toEqual(has(englishLexicon()));
});

test("what the build computes is plain data", () => {
  expect(JSON.parse(JSON.stringify(dictionary))).toEqual({ ...dictionary });
});

test("an act that creates value in this product", () => {
  const definition = "The number of people who open a parcel in seven days.";
  expect(reading(definition).acts[0]?.kind).toBe("presence");
  expect(reading(definition, { value: ["open a parcel"] }).acts[0]?.kind).toBe("value");
  expect(reading(definition, { value: ["open"] }).acts[0]?.kind).toBe("value");
  expect(reading("People who forage in a week.", { value: ["forage"] }).acts[0]?.kind).toBe("value");
  expect(reading("People who are foraging in a week.", { value: ["forage"] }).acts[0]?.kind).toBe("value");
});

test("being there, exposure and results in words of the team's own", () => {
  expect(reading("People who collect in a week.").acts[0]?.kind).toBe("value");
  expect(reading("People who collect in a week.", { presence: ["collect"] }).acts[0]?.kind).toBe("presence");
  expect(reading("The number of sparkles in a week.").counted?.kind).toBe("thing");
  expect(reading("The number of sparkles in a week.", { vanity: ["Sparkle"] }).counted?.kind).toBe(
    "exposure",
  );
  expect(reading("The number of sparkles in a week.", { results: ["sparkle"] }).counted?.kind).toBe("result");
  expect(reading("The number of beekeepers in a week.", { audience: ["beekeeper"] }).counted?.kind).toBe(
    "audience",
  );
});

test("a neutral word speaks neither for nor against", () => {
  const definition = "The number of traffic jams that drivers avoid in a week.";
  expect(reading("The volume of traffic in a week.").counted?.kind).toBe("exposure");
  expect(reading("The volume of traffic in a week.", { neutral: ["traffic"] }).counted?.kind).toBe("thing");
  expect(reading(definition, { neutral: ["avoid"] }).acts.map((act) => act.kind)).not.toContain("value");
});

test("a neutral word is taken out of every group, in whatever form it is given and read", () => {
  const licences = "The number of licences that customers buy in a month.";
  expect(ownResult(reading(licences))?.text).toBe("licences");
  for (const neutral of ["licence", "Licences"])
    expect(ownResult(reading(licences, { neutral: [neutral] }))).toBeUndefined();
  for (const neutral of ["churn", "churned", "churning", "Churns"])
    expect(englishLexicon().phrasesFrom("churn").length).toBeGreaterThan(
      lexiconOf({ neutral: [neutral] }).phrasesFrom("churn").length,
    );
  const known = Object.values(words).flatMap((group) => group.words);
  const kept = known.filter((word) => {
    const [first = "", ...others] = stemsOf(word);
    const left = lexiconOf({ neutral: [word.toUpperCase()] }).phrasesFrom(first);
    return left.some(({ stems }) => stems.join(" ") === [first, ...others].join(" "));
  });
  expect(kept).toEqual([]);
});

test("abbreviations that everybody knows there", () => {
  const definition = "Tickets answered within the SLA in a week.";
  expect(reading(definition).abbreviations.map((each) => each.text)).toEqual(["SLA"]);
  expect(reading(definition, { abbreviations: ["sla"] }).abbreviations).toEqual([]);
});

test("the names of vanity metrics are among what vanity metrics count", () => {
  const isKnown = (name: string) => words.exposure.words.some((word) => name.split(" ").includes(word));
  const others = words.vanityName.words.filter(
    (name) => !words.exposure.words.includes(name) && !isKnown(name),
  );
  expect(others).toEqual([]);
});

test("the words of one team do not reach another", () => {
  reading("People who forage in a week.", { value: ["forage"] });
  expect(reading("People who forage in a week.").acts[0]?.kind).not.toBe("value");
});
