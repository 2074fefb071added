/** The team's answer to a point of the checklist, and whether it says anything. */

import { quoted } from "../file/message-text.js";
import type { Northstar } from "../file/northstar.js";
import { type Point, points } from "../file/problem.js";
import { isAscii } from "../file/text.js";
import { hasBlank } from "../reading/blank.js";
import { denialIn } from "../reading/denial.js";
import { isEvasion } from "../reading/evasion.js";
import { languageOf } from "../reading/language.js";
import { checklist } from "./playbook.js";

/** What the team's answer to a point says; the rules, and the state of the point, ask for it. */
export interface Answer {
  text: string;
  /** What it does in place of answering: it says nothing, or repeats what is known; null when it answers. */
  empty: string | null;
  /** Where it says that the point does not hold, as UTF-16 offsets [from, to); null where it does not. */
  denial: readonly [number, number] | null;
}

/** The team's answer to a point; undefined where there is none, or one with a blank in it. */
export function answerTo(star: Northstar, point: Point): Answer | undefined {
  const known = answers.get(star) ?? answersOf(star);
  answers.set(star, known);
  return known[point];
}

const answers = new WeakMap<Northstar, Partial<Record<Point, Answer>>>();

/** All answers of a file, since the rules and the report ask for each. */
function answersOf(star: Northstar): Partial<Record<Point, Answer>> {
  const found: Partial<Record<Point, Answer>> = {};
  const isEnglish = languageOf(star) === "en";
  const [definition, name] = [plain(star.definition), plain(star.name)];
  for (const point of points) {
    const text = star.checklist?.[point];
    if (text === undefined || hasBlank(text)) continue;
    const said = plain(text);
    const isEvasive = isEvasion(said);
    const denial = isEnglish && !isEvasive ? denialIn(point, text) : null;
    found[point] = { text, empty: emptiness(point, text, said, isEvasive), denial };
  }
  return found;

  function emptiness(point: Point, answer: string, said: string, isEvasive: boolean): string | null {
    if (isEvasive || elsewhere.has(said) || isHollow(said, point)) return `${quoted(answer)} does not`;
    if (said === definition) return "this repeats the definition, which does not";
    if (said === name) return "this repeats the name, which does not";
    return said === plain(checklist[point].question) ? "this repeats the question, which does not" : null;
  }
}

function isHollow(said: string, point: Point): boolean {
  return said.split(" ").every((word) => hollow.has(word) || /^(?:\d*|[a-z])$/.test(word) || isOwn(word));

  function isOwn(word: string): boolean {
    return plain(`${point} ${checklist[point].name}`).split(" ").includes(word);
  }
}

/** Whether nothing in a text says anything: "TBD", "to be defined", "asdf". A number may. */
export function saysNothing(text: string): boolean {
  const words = plain(text).split(" ");
  return !/\d/.test(text) && words.every((word) => word === "" || hollow.has(word));
}

/** Words alone, in small letters. */
function plain(text: string): string {
  if (isAscii(text))
    return text
      .toLowerCase()
      .replace(/[^a-z\d]+/g, " ")
      .trim();
  const words = text.normalize("NFKC").toLowerCase();
  return words.replace(others(), " ").trim();
}

const others = () => /[^\p{L}\p{N}]+/gu;

/** Words that say nothing of a metric, however many stand together; a point's own name says as little. */
const hollow: ReadonlySet<string> = new Set(
  `absolutely added always amet an answered applicable asdf bar be believe can certainly check checked clear clearly
  confirmed course decided defined definitely determined discussed ditto do does dolor don done dont false filled fine
  fixme foo fully good great guess has holds hope idea in indeed ipsum is it its known later lorem maybe met mostly na
  no none nope not nothing obvious obviously of ok okay open partly pending perhaps placeholder probably sit so somewhat
  soon sure tba tbc tbd test that the think this to todo totally true unknown very we will wip xxx yep yes yet`.split(
    /\s+/,
  ),
);

const elsewhere = new Set(["as above", "same as above", "see above", "see below", "see definition"]);
