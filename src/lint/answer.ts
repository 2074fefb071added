/** Whether the team's answer to a point of the checklist says anything; how well it says it is not judged. */
import type { Northstar } from "../file/northstar.js";
import type { Point } from "../file/problem.js";
import { quoted } from "../file/say.js";
import { isAscii } from "../file/text.js";
import { hasBlank } from "../reading/blank.js";
import { checklist } from "./playbook.js";

/** Whether the team has said why a point holds. */
export function isAnswered(star: Northstar, point: Point): boolean {
  const answer = star.checklist?.[point];
  return answer !== undefined && !hasBlank(answer) && emptiness(star, point, answer) === null;
}

/** What an answer does in place of answering: it says nothing, or repeats what is known; null when it answers. */
export function emptiness(star: Northstar, point: Point, answer: string): string | null {
  const said = plain(answer);
  const own = plain(`${point} ${checklist[point].name}`).split(" ");
  const words = said.split(" ").filter((word) => /\D/.test(word) && !/^[a-z]$/.test(word));
  if (
    elsewhere.has(said) ||
    (words.length <= 10 && puttingOff.test(said)) ||
    words.every((word) => hollow.has(word) || own.includes(word))
  )
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

/** Answers that point to somewhere or somebody else, put it off, or only insist. */
const puttingOff =
  /^(?:(?:just |please )?(?:ask|see|refer to|look (?:at|in|up)|check|consult|cf|read|compare|details in|documented in|described in|explained in|like|same as)(?: [^ ]+){1,8}|as (?:discussed|agreed|described|explained|written|said|stated|always)(?: [^ ]+){0,6}|[^ ]+ knows(?: [^ ]+){0,3}|(?:tb[acd]|to ?do|fixme|wip|pending|later)(?: [^ ]+){0,8}|(?:it |this |that )?(?:still |has |have |needs? |yet |will |must |should |is |going |to )*be (?:discussed|decided|defined|agreed|clarified|determined|confirmed|written|filled(?: in)?|answered|worked out|done|added|completed|checked|talked about|figured out|announced|seen)(?: [^ ]+){0,8}|(?:we|i|somebody|someone)? ?(?:will|ll|must|should|need to|have to|want to|still have to|are going to) (?:still )?(?:discuss|decide|define|clarify|determine|write|answer|see|talk about|think about|figure out|work out|find out|look into|come back to|revisit)(?: [^ ]+){0,8}|(?:needs?|under|in) (?:more |further |some )?(?:discussion|thought|work|progress|clarification|review|research)(?: [^ ]+){0,4}|(?:work in progress|open question|open point|to discuss|to decide|to clarify|discuss|parking lot|workshop)(?: [^ ]+){0,5}|next (?:workshop|week|meeting|quarter|month|time|sprint)|(?:it is |that is |this is |it s )?(?:not sure|unsure|unclear|uncertain|hard to say|difficult to say|don t know|no idea|no clue|good question|who knows|anyone s guess|i forget|(?:we|i|nobody|no one)(?: really)? (?:don t|do not|doesn t|does not|knows?|have no|are not|aren t|am not|m not)(?: yet| really)? ?(?:know|sure|idea|clue|certain|agreed?|decided?)?(?: yet)?)(?: (?:yet|if|how|whether|why|what|about)(?: [^ ]+){0,6})?|(?:just |simply |somehow )?because (?:it|we|they|that|this|i|the [^ ]+)(?: just| simply)? (?:is|are|does|do|says?|said|say so|said so|can|will|must|has to|have to|should|think so|want it|decided|know)(?: (?:so|it|that|that way|one))?|(?:it|this|that|we|they) (?:just|simply|somehow|clearly|obviously|probably|certainly|definitely|really|surely)? ?(?:is|are|does|do|will|can|works?|should|must|has to)(?: somehow| so| just| indeed)?|(?:somehow|in some way|one way or another|in a way|by definition|by design|by nature|as usual|as always|trust (?:me|us)|everyone knows(?: it| that)?|everybody knows(?: it| that)?|common sense|self (?:evident|explanatory)|goes without saying|it goes without saying|speaks for itself|it speaks for itself|(?:it )?is what it is|(?:still )?open|coming soon|no comment|no answer|nothing to add|who cares))$/;

const elsewhere = new Set(["as above", "same as above", "see above", "see below", "see definition"]);
