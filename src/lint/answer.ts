/** The team's answer to a point of the checklist, and whether it says anything. */

import { quoted } from "../file/message-text.js";
import type { Northstar } from "../file/northstar.js";
import type { Point } from "../file/problem.js";
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
  const known = answers.get(star) ?? new Map<Point, Answer | undefined>();
  answers.set(star, known);
  if (!known.has(point)) known.set(point, read(star, point));
  return known.get(point);
}

const answers = new WeakMap<Northstar, Map<Point, Answer | undefined>>();

function read(star: Northstar, point: Point): Answer | undefined {
  const text = star.checklist?.[point];
  if (text === undefined || hasBlank(text)) return undefined;
  const isAnswer = languageOf(star) === "en" && !isEvasion(plain(text));
  return { text, empty: emptiness(star, point, text), denial: isAnswer ? denialIn(point, text) : null };
}

function emptiness(star: Northstar, point: Point, answer: string): string | null {
  const said = plain(answer);
  const own = plain(`${point} ${checklist[point].name}`).split(" ");
  const words = said.split(" ").filter((word) => /\D/.test(word) && !/^[a-z]$/.test(word));
  if (elsewhere.has(said) || isEvasion(said) || words.every((word) => hollow.has(word) || own.includes(word)))
    return `${quoted(answer)} does not`;
  if (said === plain(star.definition)) return "this repeats the definition, which does not";
  if (said === plain(star.name)) return "this repeats the name, which does not";
  return said === plain(checklist[point].question) ? "this repeats the question, which does not" : null;
}

/** Whether nothing in a text says anything: "TBD", "to be defined", "asdf". A number may. */
export function saysNothing(text: string): boolean {
  const words = plain(text).split(" ");
  return !/\d/.test(text) && words.every((word) => word === "" || hollow.has(word));
}

/** Words alone, in small letters. */
function plain(text: string): string {
  const words = text.normalize("NFKC").toLowerCase();
  return words.replace(isAscii(words) ? /[^a-z\d]+/g : others(), " ").trim();
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
