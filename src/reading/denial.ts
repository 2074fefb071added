/** Whether an English answer to a point of the checklist says that the point does not hold. */
import type { Point } from "../file/problem.js";
import { hasOne, patternOf, setOf, type WordSet, wordSetOf } from "./pattern.js";

/** A way to deny a point: a pattern, and for all that it fits some words, of each of which it has one. */
export interface Way {
  signs: readonly WordSet[];
  source: string;
}

function way(signs: string | readonly string[], source: string): Way {
  return { signs: [signs].flat().map(setOf), source };
}

function isPossible({ signs }: Way, said: WordSet): boolean {
  return signs.every((each) => hasOne(each, said));
}

/** What an answer to a point would affirm, as parts of regular expressions. */
interface Claim {
  /** Verbs and adjectives: "predicts", "understand". To negate one denies the point. */
  verbs: string;
  /** Nouns: "no value", "no influence". */
  nouns: string;
  /** What denies the point without a negation. */
  opposites: string;
  /** Each of those has one of these words. */
  signs: string;
}

export const claims: Readonly<Record<Exclude<Point, "vanity">, Claim>> = {
  value: {
    verbs: `cares?|want(?:s|ed)?|needs?|values?|valuable|benefit(?:s|ed)?|beneficial|gain(?:s|ed)?|helps?|helpful|matters?|useful|(?:of )?use|better off|notices?|better|profits?|appreciates?|interest(?:s|ed|ing)?|worth (?:it|anything|much)|for customers|good for (?:customers|users|them)|asks? for|expresses? (?:value|it)|express`,
    nouns: "values?|benefits?|gain|use|help|interest|need|difference|advantage|worth",
    opposites: `worthless|useless|pointless|meaningless to (?:customers|users)|(?:only|just|merely) (?:we|the company|the board|our (?:investors|company|business|shareholders)) (?:benefits?|gains?|profits?|cares?|wins?)|(?:only|just|merely) (?:good |useful |relevant )?(?:for|to) (?:us|the board|the company|investors|our investors|ourselves)`,
    signs: "worthless useless pointless meaningless only just merely",
  },
  strategy: {
    verbs: `fits?|reflects?|relate[sd]?|related|connect(?:s|ed)?|links?|linked|match(?:es)?|aligned|aligns?|belongs?|part of|follows? from|supports?|visible|readable|shown|expresse[sd]|have (?:a|any) (?:strategy|vision)|specific`,
    nouns: "relation(?:ship)?|connection|link|strategy|vision|fit|match|bearing",
    opposites: `(?:has|have|had) (?:little|nothing) to do with|unrelated|contradicts? (?:our|the)|(?:could|would|can) (?:fit|suit|be used by|belong to) (?:any|every)(?:one|body| (?:company|product|business))|(?:any|every) company (?:has|uses|could use|could have) it|generic`,
    signs: "little nothing unrelated contradict contradicts could would can any every generic",
  },
  leading: {
    verbs: `predict(?:s|ed)?|predictive|leads?|leading|forecasts?|foretells?|tells?|correlate[sd]?|correlated|precedes?|comes? (?:before|first)|early|earlier|ahead|indicates?|indicative|anticipates?|says?`,
    nouns: "prediction|correlation|link|connection|relation(?:ship)?|evidence|effect on",
    opposites: `lag(?:s|ging)\\b|(?:it|this|that|which|metric) (?:only |just )?(?:comes|follows|moves|changes|arrives|is known|is seen) (?:long |much |only |far )*(?:after|late|later|behind)\\b|(?:only|just) (?:reports?|confirms?|tells?|shows?) (?:us )?(?:what|the past|afterwards)|trailing|unrelated|too late|looks? back|backward`,
    signs: "lag lags lagging after late later behind only just trailing unrelated back backward backwards",
  },
  actionable: {
    verbs: `influence[sd]?|move[sd]?|chang(?:e|es|ed|ing)|controls?|controlled|affect(?:s|ed)?|act on|actionable|improve[sd]?|raise[sd]?|drive[sn]?|do (?:anything|something|much)|steer(?:s|ed)?|in our (?:hands|power|control)|up to us|shift(?:s|ed)?|impact(?:s|ed)?`,
    nouns: "influence|control|effect|lever|levers|impact|way to (?:move|influence|change|affect)|handle",
    opposites: `(?:out|outside|outwith|beyond) (?:of )?(?:our|the team's|anyone's) (?:control|influence|hands|reach|power)|(?:only|just|entirely|purely|wholly|mostly|completely) (?:depends?|(?:up to|driven by|decided by|determined by|moved by))|(?:depends?|relies|hinges) (?:only|entirely|purely|wholly|mostly|solely|completely) on|(?:is|are|it's) (?:up to|decided by|determined by|a matter of) (?:luck|chance|the (?:market|weather|economy|season|government|competition))|(?:depends?|hangs?) on (?:luck|chance|the (?:market|weather|economy|season))|uncontrollable|helpless|only (?:the )?(?:market|marketing|sales|weather|economy|competition|others?|another team)[a-z ]* (?:moves?|changes?|influences?|can)`,
    signs:
      "out outside outwith beyond only just entirely purely wholly mostly completely solely luck chance market weather economy season government competition uncontrollable helpless",
  },
  understandable: {
    verbs: `understands?|understood|understandable|explain(?:s|ed)?|explainable|clear|grasp(?:s|ed)?|knows?|gets? it|obvious|simple|easy|follows?|makes? sense|remembers?|repeats?|say what it means|intuitive`,
    nouns: "idea what|clue|sense|meaning",
    opposites: `confus(?:es|ing|ed)|(?:hard|difficult|tricky|impossible|too (?:complex|complicated|abstract|technical)) to (?:explain|understand|grasp|follow|say|read|remember)|incomprehensible|unclear|opaque|cryptic|(?:only|just) (?:the )?(?:analysts?|data (?:scientists?|team)|experts?|engineers?|statisticians?|finance|insiders?|specialists?)[a-z ]* (?:understands?|gets?|knows?|can)|(?:needs?|requires?|takes?) (?:a (?:phd|degree|long explanation|manual|statistician|footnote|data scientist)|an? (?:hour|expert|analyst))|too (?:complex|complicated|abstract|technical)`,
    signs:
      "confuses confusing confused hard difficult tricky impossible too incomprehensible unclear opaque cryptic only just needs need requires require takes take",
  },
  measurable: {
    verbs: `measur(?:e|es|ed|able|ing)|counted|countable|count (?:it|this|that|them|these)|observ(?:e|es|ed|able)|track(?:s|ed|able)?|seen?|see it|known?|captur(?:e|es|ed)|record(?:s|ed)?|detect(?:s|ed)?|quantif(?:y|ied|iable)|be (?:obtained|collected|had)|collect(?:s|ed)?|knowable`,
    nouns: "data|way|means|method|tracking|events?|instrumentation|possibility",
    opposites: `(?:un|im)measurable|unobservable|uncountable|unknowable|(?:is|are|stays?|remains?) invisible|(?:hard|difficult|impossible|tricky|too (?:hard|expensive|costly)) to (?:measure|count|observe|track|see|know|capture|tell|quantify)|(?:can|could) only (?:be )?(?:guess(?:ed)?|estimated? by feeling|imagined?|felt)|only guess(?:es|ing)?|(?:in|inside) (?:people's|their|customers') (?:heads|minds)`,
    signs:
      "unmeasurable immeasurable unobservable uncountable unknowable invisible hard difficult impossible tricky too only heads minds",
  },
};

/** WordSet that may stand between a negation and what it negates. */
const fill =
  "(?:really|actually|even|much|very|quite|all|that|at all|particularly|especially|necessarily|directly|easily|properly|reliably|exactly|ever|so|be|been|being|get|gets|have|has|had|a|an|any|anything|the|to|it|this|them|us|our|customers?|users?|people|by|in|of|us|seem|appear|able|something|anyone|anybody|everyone)";
const negation =
  "(?:not|never|cannot|[a-z]+n't|cant|dont|doesnt|wont|isnt|hardly|barely|scarcely|rarely|seldom|unable to|fails? to|failed to|impossible to|neither|nor|refuses? to)";
/** Nobody and nothing, by the words that each has one of. "No" may have anything between it and the verb. */
const nobodies: readonly (readonly [signs: string, source: string])[] = [
  ["nobody one", "(?:nobody|no[- ]one)(?: (?:in|on|of) (?:the|our|this|a) [a-z]+)?"],
  ["none", "none(?: of [a-z]+(?: [a-z]+)?)?"],
  [
    "nothing",
    "nothing(?: (?:that )?(?:we|the team|anyone|anybody|you|one) (?:do|does|can do|could do|try|tries))?",
  ],
  ["few", "few [a-z]+"],
  ["hardly", "hardly any[a-z]*(?: [a-z]+)?"],
  ["neither", "neither [a-z]+"],
];
const auxiliary =
  "(?:would|will|could|can|may|might|does|do|did|is|are|was|has|have|should|ever|really|at|our|the)";
const none = "(?:nothing|nobody|no[- ]one|none|nowhere|little|no (?:[a-z]+))";
const subject =
  "(?:it|this|that|they|we|there|the (?:metric|number|figure|team|company|product)|our [a-z]+|customers?|users?|people|knowing it|counting it|a rise)";

/** What takes the sting out of a negation: "cannot be measured unless …", "not only", "a plan alone feeds nobody". */
const exempt =
  /\b(?:not (?:only|just|merely|simply)|no longer|no doubt|no matter|nothing but|no more than|unless|until|without|except|rather than|instead of|alone|by itself|no need|not yet|nobody else|no one else|no other|nothing else|never miss(?:es)?|not (?:have|need) to)\b/;

/** The words of the longest bare "no". */
const longestNo = 6;

/** A bare "no" to the question of a point. */
const plainNo =
  /^(?:no|nope|nah|not (?:at all|really|in the least|at present)|unfortunately,? (?:no|not)|sadly,? (?:no|not)|probably not|i doubt it|we doubt it|hardly|barely|never|none|(?:it|this|that|they|we) (?:does|do|can|could|is|are|will|would|has|have)(?: not|n't|not)|(?:it|this|that|we) (?:cannot|can't))$/;

const later =
  /\b(?:yet|so far|today|currently|now|at the moment|at present|this (?:week|month|quarter|year)|still)\b/;

const rising =
  "(?:rise|rises|grow|grows|increase|increases|go up|goes up|climb|climbs|go higher|inflate|inflates|improve|improves|look better|looks better|soar|jump)";
export const vanityDenials: readonly Way[] = [
  way(
    [
      "rise rises grow grows increase increases go goes climb climbs inflate inflates improve improves look looks soar jump",
      "worse better unhappy unhappier nobody no nothing lose loses suffer suffers harm harms harmed hurt hurts without less leave churn frustrated annoyed don't doesn't not",
    ],
    `(?:^|\\b(?:it|this|that|metric|number|which|we|and)\\b.*?)\\b${rising}\\b.*\\b(?:worse|no better|not better|unhappy|unhappier|nobody|no one|nothing|lose|loses|suffer|suffers|harm(?:s|ed)?|hurt|hurts|without (?:any(?:body|one)?|customers?|users?|helping|adding|giving|value|benefit|anything)|no (?:value|benefit|gain|customer|user)|less (?:value|happy)|leave|churn|frustrated|annoyed|don't|doesn't|do not|does not)\\b`,
  ),
  way(
    "bought gamed inflated faked pumped manipulated pushed cheated padded",
    String.raw`(?:^|\b(?:it|this|that|metric|number|which) )(?:can|could|may|might|is|gets?) (?:be )?(?:also |easily |simply |always |often )*(?:bought|gamed|inflated|faked|pumped|manipulated|pushed up|cheated|padded)\b`,
  ),
  way(
    "ad ads advertising adverts discount discounts bot bots campaign campaigns promotion promotions spam marketing reminder reminders notification notifications clickbait hype money",
    String.raw`\b(?:ads?|advertising|adverts|discounts?|bots?|campaigns?|promotions?|spam|marketing|reminders?|notifications?|clickbait|hype|money)\b(?: alone)? (?:can |could |would |will |may |might |easily |also )*(?:raise|raises|push|pushes|inflate|inflates|lift|lifts|drive|drives|move|moves|buy|buys|pump|pumps|boost|boosts|increase|increases) (?:it|this|that|the)\b`,
  ),
  way(
    "vanity",
    String.raw`\b(?:it|this|that|metric|number) (?:is|'s|might be|may be|could be) (?:just |only |really |probably |indeed |also |kind of |purely )*(?:a )?vanity\b`,
  ),
  way(
    "good nice great impressive better",
    String.raw`\b(?:just|only|merely|mainly|mostly) (?:looks?|feels?|sounds?) (?:good|nice|great|impressive)\b|\b(?:looks?|feels?) (?:good|nice|great|impressive) (?:in|on|to|for) (?:the |our )?(?:board|slides?|press|investors?|reports?|deck|management|shareholders)\b|\bmakes? us (?:look|feel) (?:good|great|better)\b`,
  ),
  way(
    "good better mean help bad nothing",
    String.raw`\b(?:a )?(?:rise|increase|more|growth)(?: of it)? (?:(?:is|does|need|must)(?: not|n't) (?:be )?(?:always |necessarily |automatically )*(?:good|better|mean|help)|(?:may|can|could|might) (?:also |well )*(?:be bad|mean nothing|be bad news))\b`,
  ),
  way(
    "could can might may does",
    `^(?:yes|sure|of course|certainly|probably|sometimes|often|easily|maybe|perhaps)?,? ?(?:it |this |that )?(?:could|can|might|may|does|often does|sometimes does)(?: well| easily| indeed| happen| be)?$`,
  ),
];
const cannotRise = () =>
  patternOf(
    `\\b(?:not|never|cannot|can't|couldn't|won't|wouldn't|doesn't|only|hardly|unlikely to|no way|impossible|nothing makes|nobody|no one|no [a-z]+(?: [a-z]+)? (?:can|could|does|do|will)|nor)\\b[^,]*\\b(?:${rising.slice(3, -1)}|be (?:bought|gamed|inflated|faked|pumped|manipulated)|raise|push|inflate|buy|move)\\b|\\b(?:if|when|where)\\b.*\\b(?:does not|doesn't|cannot|can't|stops?|falls?|drops?|stays?)\\b|\\bfalls?\\b|\\bonly (?:rise|rises|when|if)\\b`,
  );

/** How much of a clause is looked at, in UTF-16 units: patterns take quadratic time. */
const longestClause = 300;

/** Where an answer to a point denies it, as UTF-16 offsets [from, to); null where it does not. */
export function denialIn(point: Point, answer: string): readonly [number, number] | null {
  const text = answer.toLowerCase().replace(/’/g, "'");
  for (const [from, to] of clausesOf(text)) {
    const clause = text.slice(from, Math.min(to, from + longestClause));
    // What is defined may be measured later (chapter 5).
    if (point === "measurable" && later.test(clause)) continue;
    const found =
      point === "vanity" ? vanityDenial(clause) : claimDenial(clause, point, from === firstLetter(text));
    if (found) return [from + found[0], from + found[1]];
  }
  return null;
}

function claimDenial(clause: string, point: keyof typeof claims, isFirst: boolean): [number, number] | null {
  const said = wordSetOf(clause);
  if (isFirst && said.size <= longestNo && plainNo.test(clause)) return [0, clause.length];
  const claim = claims[point];
  const main = mainOf(clause);
  if (!hasOne(negative, said)) return oppositeIn(claim, main, said);
  return exempt.test(clause) ? null : (negationIn(claim, main, said) ?? oppositeIn(claim, main, said));
}

/** What is said before a condition. */
function mainOf(clause: string): string {
  return clause.split(/\b(?:if|when|whenever|once|while)\b/)[0] ?? "";
}

/** Any word that negates. */
const negative = setOf(
  "no not n't never cannot nobody none nothing nowhere neither nor few little hardly barely scarcely rarely seldom unable impossible zero without lack lacks fail fails failed refuse refuses cant dont doesnt wont isnt",
);

/** Where a point is denied with a negation. */
function negationIn({ verbs, nouns }: Claim, clause: string, said: WordSet): [number, number] | null {
  const byVerb = patternOf(`\\b(?:${verbs})\\b`).test(clause)
    ? [
        way(
          "not n't never cannot cant dont doesnt wont isnt hardly barely scarcely rarely seldom unable fail fails failed impossible neither nor refuse refuses",
          `\\b${negation} (?:${fill} )*(?:${verbs})\\b`,
        ),
        ...nobodies.map(([signs, nobody]) =>
          way(signs, `\\b${nobody} (?:${auxiliary} )*(?:${fill} )?(?:${verbs})\\b`),
        ),
        way("no", `\\bno(?: [a-z]+)+ (?:${verbs})\\b`),
        way(
          "nothing nobody one none nowhere little no",
          `^${subject}\\b[^,]*\\b(?:${verbs})(?: (?:to|for|about|at|with|anything|us|them|in))? ${none}\\b`,
        ),
      ]
    : [];
  const byNoun = way(
    "no little zero without lack lacks not n't",
    `\\b(?:no|little|zero|without(?: any)?|lacks?(?: any| a)?|(?:not|n't) (?:have |has |give |gives |provide |offer )?(?:any|a|an|much)) (?:real |direct |clear |known |good |such )?(?:${nouns})\\b(?! (?:is|are|was|gets?|has) )`,
  );
  for (const each of [...byVerb, byNoun]) {
    const match = isPossible(each, said) && patternOf(each.source).exec(clause);
    if (match) return spanOf(match);
  }
  return null;
}

const negatedBefore = /\b(?:not|never|no|nothing|isn't|aren't|hardly|neither) (?:[a-z]+ ){0,2}$/;

/** Where a point is denied without a negation. */
function oppositeIn({ opposites, signs }: Claim, clause: string, said: WordSet): [number, number] | null {
  if (!hasOne(setOf(signs), said)) return null;
  for (const match of clause.matchAll(patternOf(`\\b(?:${opposites})`, "g")))
    if (!negatedBefore.test(clause.slice(0, match.index))) return spanOf(match);
  return null;
}

function spanOf({ 0: found, index = 0 }: RegExpMatchArray): [number, number] {
  return [index, index + found.trimEnd().length];
}

function vanityDenial(clause: string): [number, number] | null {
  const said = wordSetOf(clause);
  const isDenied = vanityDenials.some(
    (each) => isPossible(each, said) && patternOf(each.source).test(clause),
  );
  if (!isDenied || exempt.test(clause.replace(/\bwithout\b/, "")) || cannotRise().test(clause)) return null;
  return [0, clause.length];
}

const contrasts = /,? (?:but|yet|however)[, ]/g;
const reasons = /,? (?:because|since|as)\b/g;
const statements =
  /, (?=(?:it|we|they|nobody|customers|users|and) )|(?<=^\s*(?:no|nope|yes|sure|of course)), /g;

/** The clauses that state something: what follows a "but" in place of what it limits, and no reasons. */
function clausesOf(text: string): [number, number][] {
  const clauses: [number, number][] = [];
  const sentence = /[^.;:!?–—\n]+/g;
  for (let match = sentence.exec(text); match; match = sentence.exec(text)) {
    const parts = spansBetween(match[0], match.index, contrasts);
    const last = parts.at(-1);
    if (!last) continue;
    const [from, to] = last;
    const [main] = spansBetween(text.slice(from, to), from, reasons);
    for (const [start, end] of spansBetween(text.slice(...(main ?? last)), (main ?? last)[0], statements))
      clauses.push([start, end]);
  }
  return clauses;
}

/** The pieces of a text between matches, trimmed, at their offsets. */
function spansBetween(text: string, offset: number, between: RegExp): [number, number][] {
  const spans: [number, number][] = [];
  between.lastIndex = 0;
  for (let from = 0; from <= text.length; ) {
    const match = between.exec(text);
    const piece = text.slice(from, match?.index);
    const start = from + (piece.length - piece.trimStart().length);
    const end = from + piece.trimEnd().length;
    if (start < end) spans.push([offset + start, offset + end]);
    if (!match) break;
    from = match.index + match[0].length;
  }
  return spans;
}

function firstLetter(text: string): number {
  return text.search(/\S/);
}
