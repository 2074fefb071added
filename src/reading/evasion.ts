/** Whether an English answer puts off what was asked, points to somewhere else, or only insists. */

const documents =
  "(?:decks?|docs?|documents?|documentation|wiki|pages?|confluence|notion|slides?|strategy|definition|sheets?|links?|tickets?|jira|readme|roadmap|chapter|appendix|faq|memo|plan|brief|proposal|above|below|there|elsewhere|drive|folder|file|handbook|website|intranet|spec|notes|minutes)";
const putOff =
  "(?:discussed|decided|defined|agreed|clarified|determined|filled in|answered|worked out|figured out|announced|talked about)";
const later = "(?:later|soon|then|tomorrow|next [^ ]+|in the [^ ]+(?: [^ ]+)?|at the [^ ]+)";

/** Whole answers, in small letters without signs. Each fits an answer of a few words and no sentence that says something. */
export const evasions: readonly string[] = [
  // "ask Bob", "see the strategy deck", "Anna knows"
  "(?:please |just )?ask (?:the |our |my )?[^ ]+(?: (?:team|lead|owner|department|people|squad|group|manager|analysts?))?",
  `(?:please |just )?(?:see|refer to|look (?:at|in|up)|check (?:the|our|with)|consult|cf|read (?:the|our)|compare|details in|(?:documented|described|explained) in)(?: (?:the|our|my|also))?(?: [^ ]+)* ${documents}(?: [^ ]+)*`,
  "same as (?:the |our )?[^ ]+(?: [^ ]+)*",
  "as (?:discussed|agreed|described|explained|written|said|stated|always)(?: [^ ]+)*",
  "(?!everyone|everybody|nobody|who|it)[^ ]+ knows(?: (?:it|that|more|why|how|the details))?",
  // "TBD in the workshop", "to be discussed", "we will decide later"
  "(?:tb[acd]|to ?do|fixme|wip)(?: [^ ]+)*",
  `(?:it |this |that )?(?:still |has |have |needs? |yet |will |must |should |is |going |to )*be ${putOff}(?: [^ ]+)*`,
  `(?:still )?to be (?:done|added|written|completed|checked|confirmed)(?: ${later})?`,
  "(?:(?:we|i|somebody|someone) )?(?:will|ll|must|should|need to|have to|want to|still have to|are going to) (?:still )?(?:discuss|decide|clarify|talk about|think about|figure out|work out|look into|come back to|revisit)(?: [^ ]+)*",
  `(?:(?:we|i|somebody|someone) )?(?:will|ll|must|should|need to|have to) (?:define|write|see|find out|determine|answer)(?: (?:it|this|that))?(?: ${later})?`,
  "(?:it )?needs? (?:more |further |some )?(?:discussion|thought|work|clarification|research)(?: [^ ]+)*",
  "(?:under|in) (?:discussion|progress|review)|work in progress|open (?:question|point)|parking lot|pending|later(?: this [^ ]+)?",
  `(?:to )?(?:discuss|decide|clarify)(?: (?:it|this|that))?(?: (?:with|in|at|on) (?:[^ ]+ )*[^ ]+| ${later})?`,
  "next (?:workshop|week|meeting|quarter|month|time|sprint)|(?:still )?open|coming soon",
  // "not sure", "we don't know yet"
  "(?:(?:it|that|this) (?:is|s) )?(?:not sure|unsure|unclear|uncertain|hard to say|difficult to say|no idea|no clue|good question|who knows|anyone s guess)(?: (?:yet|if|how|whether|why|what|about)(?: [^ ]+)*)?",
  "(?:(?:we|i) )?(?:really )?(?:don t|do not) (?:really )?know(?: (?:yet|if|how|whether|why|what)(?: [^ ]+)*)?|(?:nobody|no one) knows(?: (?:yet|it|that))?|(?:we|i) (?:have no|are not|aren t|am not|m not)(?: yet)? (?:idea|clue|sure|certain|agreed)(?: yet)?",
  // "because it is", "it just does", "everyone knows"
  "(?:just |simply |somehow )?because (?:it|we|they|that|this|i|the [^ ]+)(?: just| simply)? (?:is|are|does|do|says?|said|say so|said so|can|will|must|has to|have to|should|think so|want it|decided|know)(?: (?:so|it|that|that way|one))?",
  "(?:it|this|that|we|they)(?: (?:just|simply|somehow|clearly|obviously|probably|certainly|definitely|really|surely))? (?:is|are|does|do|will|can|works?|should|must|has to)(?: (?:somehow|so|just|indeed))?",
  "somehow|in some way|one way or another|in a way|by (?:definition|design|nature)|as usual|trust (?:me|us)|every(?:one|body) knows(?: it| that)?|common sense|self (?:evident|explanatory)|(?:it )?goes without saying|(?:it )?speaks for itself|(?:it )?is what it is|no (?:comment|answer)|nothing to add|who cares",
];

/** How many words an answer has at most that says nothing in any of these ways. */
const mostWords = 12;

const list = (text: string) => new Set(text.split(" "));

/** How evasions begin: with one of these words, or with one of the others and what follows it. */
const beginnings = list(
  "please just ask see refer look check consult cf read compare details documented described explained same as tba tbc tbd to todo fixme wip still has have need needs yet will must should is going be under in work open parking pending later discuss decide clarify next coming not unsure unclear uncertain hard difficult no good who anyone really don do nobody simply somehow because one by trust everyone everybody common self goes speaks nothing",
);
const subjects = list("it this that they we i somebody someone");
const predicates = list(
  "is are am m s does do don will ll can work works should must has have need needs want going just simply somehow clearly obviously probably certainly definitely really surely still yet to be goes speaks",
);

let pattern: RegExp | undefined;

/** Whether an answer, in small letters without signs, is an evasion. */
export function isEvasion(plain: string): boolean {
  if (plain.length > 120) return false;
  const words = plain.split(" ");
  const [first = "", second = ""] = words;
  const begins =
    beginnings.has(first) || second === "knows" || (subjects.has(first) && predicates.has(second));
  // Making the pattern of all takes longer than reading a metric, and few answers begin so.
  if (words.length > mostWords || !begins) return false;
  pattern ??= new RegExp(`^(?:${evasions.join("|")})$`);
  return pattern.test(plain);
}
