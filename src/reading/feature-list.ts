/** Features one after another, where a text should say what is different for customers. */
import { memoryOf } from "./remember.js";
import { is, type Token, tokenize } from "./token.js";

/** How a clause begins that only lists: "we had", "the app offered", "there were". */
const opening =
  /^(?:(?:if|when) )?(?:(?:we|there|(?:our|the) [^\s,;:.]+|users|customers|people|newcomers) (?:(?:could|would) )?(?:have|has|had|is|are|was|were|get|got|offer|offers|offered) )?/i;

/** The words of the longest feature that is named in a list: "the new weekly email digest". */
const mostWords = 4;

/** Whether a text is a list of at least two features and says nothing else. */
export function isFeatureList(text: string): boolean {
  return lists(text, () => listsFeatures(text));
}

const lists = memoryOf<boolean>();

function listsFeatures(text: string): boolean {
  const said = text
    .split(/[,;+&\n]/)
    .flatMap((part) => ` ${part.replace(/\s+/g, " ").trim()} `.split(/ (?:and|or|plus) /i));
  if (said.length < 2) return false;
  const parts = said
    .map((part, index) => (index === 0 ? part.trim().replace(opening, "") : part.trim()))
    .filter(Boolean);
  return parts.length > 1 && parts.every((part) => isFeature(tokenize(part, mostWords + 2)));
}

/** Whether some words name a feature: its head comes last, "in the app" may follow. */
function isFeature(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ word }) => /[\p{L}\d]/u.test(word));
  const end = words.findIndex((token) => is(token, "where a feature is"));
  const name = end > 0 ? words.slice(0, end) : words;
  const last = name.at(-1);
  return last !== undefined && name.length <= mostWords && is(last, "feature");
}
