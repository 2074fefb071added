/** Whether texts speak of the same thing: by the stems of their words, without the words that any text has. */
import { stems } from "./lexicon.js";
import { tokenize } from "./token.js";
import { words } from "./words.js";

const common = stems(
  "the a an and or of for to in on at by with from that which who whom whose this these those their our its his her your we us they it them be is are was were been have has had do does did can will would more most less least best better good great new not no than as so if then when where while into over under per each every all any some one two three number count share percentage average total rate time day week month quarter year make get give go come take place help let us use way thing people person user customer product company business world become through across within during between about their own only just also very much many first most-loved",
);
const generic = new Set(words.generic.words.flatMap((word) => tokenize(word).map((token) => token.stem)));

/** The stems in a text that carry its idea. */
export function ideas(text: string): ReadonlySet<string> {
  const own = tokenize(text).filter(
    (token) => !token.sign && token.word.length > 2 && !common.has(token.stem) && !generic.has(token.stem),
  );
  return new Set(own.map((token) => root(token.stem)));
}

/** Words of one family share five letters: learn and learner, collaborate and collaboration. */
function root(stem: string): string {
  return (
    stem
      .replace(/(?:ation|ition|ative|ment|ness|able|ible|ance|ence|tion|ion|ity|ful|ive|er|or|al|ly)$/, "")
      .slice(0, 6) || stem
  );
}

/** Whether two texts have an idea in common. */
export function sharesIdea(a: string, b: string): boolean {
  const others = ideas(b);
  return [...ideas(a)].some((idea) => others.has(idea));
}
