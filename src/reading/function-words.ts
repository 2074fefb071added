/**
 * The small words that readings know by what they do in a sentence, and words that only one place asks for: closed
 * classes and short lists, each with a reason. What they mean for a metric stands in words.ts. A token knows its
 * classes, and `is` in token.ts asks for one.
 */

interface WordGroup {
  /** What these words do. */
  reason: string;
  words: string;
  /** Whether a word stands for all its forms: share, shares, shared and sharing. */
  allForms: boolean;
}

const exactly = (reason: string, words: string): WordGroup => ({ reason, words, allForms: false });
const forms = (reason: string, words: string): WordGroup => ({ reason, words, allForms: true });

const relatives = "who that which whose whom where when whenever whereby if once while";
const prepositions =
  "in on at with within without per by from for during over under across through throughout to into onto after before between among against until till since as than because of off out around about despite via toward towards upon inside outside beyond excluding except including like plus minus using divided";
const auxiliaries =
  "is are was were be been being has have had do does did can could will would may might must shall should get gets got having am";
const conjunctions = "and or but nor then so yet /";

export const functionWords = {
  // Phrases (grammar.ts)
  relative: exactly("Open a clause about what stands before them.", relatives),
  preposition: exactly("End a noun phrase, and open the next.", prepositions),
  auxiliary: exactly("Stand before a verb, and say nothing by themselves.", auxiliaries),
  conjunction: exactly("Join phrases and clauses.", conjunctions),
  boundary: exactly(
    "Can't be part of a noun phrase.",
    [relatives, prepositions, auxiliaries, conjunctions].join(" "),
  ),
  determiner: exactly(
    "Open a noun phrase.",
    "anyone someone everyone nobody somebody anybody everybody the a an this that these those their our its his her your my each every any all both some no another other such same",
  ),
  adverb: exactly(
    "Stand between an auxiliary or a subject and its verb.",
    "not never then only ever themselves together at least still already later first again once both either neither even",
  ),
  adjective: exactly(
    "Say what kind of noun follows, and are none themselves.",
    "new active unique distinct total weekly average mean median net gross first second third last open paid free premium real own eligible local main core key qualified high low top big small long short recent current valid double whole non self",
  ),
  participle: exactly(
    "Forms of verbs that no ending tells.",
    "sent made read held sold bought shown built given heard paid won taken done met kept written spent run left lost found seen begun chosen driven drawn taught brought caught fed put set cut lit hit drunk eaten worn grown flown",
  ),
  "noun like a verb": exactly(
    "Nouns with the ending of a verb.",
    "rating ranking listing booking training onboarding marketing engineering funding housing banking shipping saving earning need feed speed seed during thing morning evening something anything everything nothing meeting string spring ring ratings rankings needs seeds evenings rings",
  ),
  "no adverb": exactly("Verbs with the ending of an adverb.", "reply apply"),
  container: forms(
    "Nouns that measure what stands after their of.",
    "pair group hour minute day time amount value total kilometre mile kilogram tonne ton litre dollar piece unit gigabyte night week length sum number stream round volume size page click million billion",
  ),
  "mass noun": forms(
    "Nouns that are no plural and yet end a phrase before people: time users spend.",
    "time money content revenue value amount data work music power share",
  ),
  "time noun": exactly(
    "Time itself as what is counted.",
    "time hour hours minute minutes second seconds duration days",
  ),
  "plural that modifies": exactly(
    "Plurals that say what kind of thing the next word names: sales calls.",
    "sales logistics customs systems earnings",
  ),
  occasion: exactly(
    "Units of time that are counted for themselves: shifts filled.",
    "shifts seasons terms sprints",
  ),
  pronoun: exactly("Subjects right before their verb.", "they it he she we you i"),
  "before a gerund": exactly(
    "Stand before a verb in -ing: by sharing.",
    "by after before while without through mean spend spends spent",
  ),
  spending: forms("Stand before a gerund that is a verb for sure.", "spend mean"),
  background: exactly("Begin what happens at the same time, which is not what is counted.", "while as"),
  negation: exactly(
    "Leave out what follows.",
    "excluding except exclude excludes excluded not never rather ignoring besides",
  ),
  leave: forms("Leave out, before out.", "leave"),
  get: exactly("May be the verb itself: gets the last dose.", "get gets got"),
  have: exactly("Say what somebody has.", "have has had having"),
  "opens an adjunct": exactly("End the object of a verb.", "per in on during within by for from"),
  "amount possessed": exactly(
    "After with, say how much somebody has.",
    "at a an one more over no several any some active fewer less",
  ),
  every: exactly("Say of a period that it comes again.", "each every per any"),

  // How a definition counts (grammar.ts)
  tracking: exactly(
    "Begin what watches instead of counting.",
    "track tracks show shows watches follows reflects describes",
  ),
  "lead-in": exactly(
    "Stand before what is counted.",
    "our north star metric we us it this is are was named which as tracks track measures counts shows the a an all those any report reports how count",
  ),
  measured: exactly(
    "Follow a window that opens a definition.",
    "number count share percentage average mean median sum total",
  ),
  rolling: exactly("Say of a window that it moves along.", "rolling trailing moving"),
  "how much": exactly("After how, say how it is counted.", "many much often long far quickly fast"),
  "count noun": exactly("Say that single things are counted.", "number count numbers counts volume"),
  "after a count": exactly("Follow a word for a number.", "of the a all"),
  "exact count": exactly("Say how strictly is counted.", "net gross unique distinct actual"),
  "share noun": exactly(
    "Say that a part of all is counted.",
    "percentage percent % share proportion fraction portion rate ratio probability",
  ),
  "average word": exactly(
    "Say that many numbers become a typical one.",
    "average mean median avg percentile highest longest peak",
  ),
  "sum word": exactly("Say that amounts are added.", "total overall combined sum amount cumulative"),
  "change noun": exactly(
    "Say that a difference is counted.",
    "growth increase change rise decline reduction improvement",
  ),
  percent: exactly("Stand after a number that is a part.", "% percent percentage"),
  "later share": exactly(
    "Say so after the subject as well: the share who.",
    "share percentage proportion fraction portion rate",
  ),
  "sure share": exactly("Say so wherever they stand.", "percentage rate ratio proportion"),

  // What is done (acts.ts)
  active: exactly("Adjectives that say somebody is there.", "active inactive"),
  "light verb": forms(
    "Verbs that say nothing by themselves: what follows them does.",
    "spend do have happen count include exclude contain base measure define calculate generate record mean divide multiply raise express average regard consider treat log last",
  ),
  "auxiliary verb": forms("Light verbs that are one even after who.", "spend do have"),
  holding: forms("Say that somebody has what follows.", "hold own maintain carry become"),
  ending: forms("Say that something comes of it.", "end result lead culminate turn"),
  "after ending": exactly("Lead to what comes of it.", "in with to into"),
  coming: forms("Said of things, that they are delivered.", "arrive land load return appear"),
  visitor: forms("People who are only seen.", "account user visitor address"),
  realising: forms("Make real, or come to know.", "realise realize"),
  "comes to know": exactly(
    "Follow to realise where it happens in the head.",
    "that how why what which they it when where who whether the something anything nothing",
  ),
  viewing: forms("Look at something.", "view see open browse"),
  using: forms("Use something.", "use access"),
  performing: forms("Do anything at all.", "perform trigger have send record generate take fire log produce"),
  anything: forms("What is done, when nobody says what.", "action event activity ping"),
  "of any kind": exactly(
    "Say that it does not matter which.",
    "any at least one or more a an some tracked logged product app user",
  ),
  "says which": exactly("Say which event it is after all.", "that which where on"),
  "goes on possessing": exactly("Stand within what somebody has.", "at than or with more"),
  moving: forms(
    "Say how far a number should move: improves by 15 %.",
    "improve grow rise increase decline decrease fall drop reduce double shrink",
  ),
  goal: exactly("A number that was set.", "goal target"),
  opener: exactly("Open a clause in which something is done.", "who that whose which where whom when"),
  passive: exactly(
    "Stand before what is done to somebody or something.",
    "is are was were be been being get gets got",
  ),

  // Who acts (agents.ts)
  role: forms(
    "What a company calls those who work for it.",
    "newsroom author group office studio scientist team staff rep agent engineer engineering squad department editor consultant desk crew manager executive employee people writer moderator analyst",
  ),
  "team word": forms("Groups that only a company has.", "newsroom team staff squad department crew rep desk"),
  ours: exactly("Say whose team it is.", "our internal in the"),
  measuring: forms(
    "What we do when we measure.",
    "report count measure look call track mean treat see watch take divide add sum exclude",
  ),
  being: exactly("Say what is done to people, not what they own.", "is are was were be been being"),
  possessive: exactly("Say that it is somebody's own.", "their its his her whose"),
  payout: forms(
    "Say that money goes to somebody.",
    "pay generate earn save recover refund return bring raise make",
  ),
  "to whom": exactly("Stand before those who get the money.", "by for to"),
  "from whom": exactly("Stand before those who give the money.", "from by to"),
  "before an earner": exactly(
    "Stand between that and a name for people.",
    "the a an our new all each every small",
  ),
  "by us": exactly("Say after by that we save it.", "our us the"),
  earning: exactly("Say that the money is theirs.", "earn earns"),
  "we who earn": exactly("Say that the money is ours.", "we company by us"),

  // Amounts (amount.ts)
  "or more": exactly("After or, say that a number is the least.", "more above over better"),
  "or less": exactly("After or, say that a number is the most.", "fewer less under"),
  "open number": exactly("Stand for a number.", "n x k"),
  "set amount": exactly("Say that a number is set elsewhere.", "certain set"),
  "amount noun": exactly("What is set.", "number amount share"),
  money: exactly("Stand before an amount of money.", "$ € £"),
  "number of times": exactly("Say how often.", "once twice"),
  period: exactly(
    "Belong to a span of time.",
    "the a an any each every per in over during within for across of this that on last past previous second third fourth fifth sixth seventh eighth ninth tenth preceding prior trailing rolling calendar first next following same given one single school working business initial consecutive full respective reporting /",
  ),
  "opens a period": exactly("Begin a span of time.", "in over during within"),
  "on a day": exactly("Stand before days that come again.", "on at in"),
  "the last": exactly(
    "Say that something is as good as a window: the last seven evenings.",
    "last past previous preceding",
  ),
  ordinal: exactly(
    "Places in an order.",
    "first second third fourth fifth sixth seventh eighth ninth tenth initial",
  ),
  "before a length": exactly(
    "Say of a span of time that it is a length or a limit.",
    "than with as to by from after before until since least most under below above of",
  ),
  "hangs on an event": exactly(
    "Say of a span of time that it hangs on an event.",
    "of after from since before later",
  ),
  once: exactly("Say of a span of time that it comes once.", "within same"),

  // Goals (goal.ts)
  raise: exactly("Orders to move a number.", "double triple increase grow become"),
  "raise to": exactly(
    "The same, where a number follows.",
    "reach achieve hit raise reduce cut get add sell sign",
  ),
  "no order": exactly("Follow increase where it is a noun.", "in of from"),
  due: exactly(
    "Days and parts of a year.",
    "q1 q2 q3 q4 h1 h2 january february march april june july august september october november december spring summer autumn fall winter christmas eoy fy",
  ),
  "limits what is counted": exactly(
    "Open what limits the things that are counted, rather than the number.",
    "who that which whose where when if with having whom after before without while once until than",
  ),
  comparison: exactly("Compare with a bound.", "under below over above less fewer more at exceeding < > ≤ ≥"),
  "comparison sign": exactly("Compare with a bound, before a number.", "< > ≥ ≤"),
  "in a comparison": exactly("Go on with a comparison.", "than least most ="),
  "says of a number": exactly("Say what a number is.", "is are be stay stays remain remains , :"),
  "small time": exactly("Units of time that no window has.", "minute minutes second seconds ms"),
  "how long": exactly("Numbers that are a time.", "time duration delay latency wait"),
  "before a date": exactly("Stand before a day.", "by until before in for after this"),
  until: exactly("Stand before the end of something.", "by until before"),
  stage: exactly("Stages of a plan, before their number.", "version phase release milestone"),
  "long period": exactly("What has an end to be done by.", "year quarter month decade fiscal"),
  "in a date": exactly(
    "Stand within a day that is said in words.",
    "the end of early late mid close a next year fiscal start",
  ),

  // Other marks (hints.ts, kind.ts, streak.ts)
  factor: forms(
    "What a tangled definition says it has several of.",
    "factor criteria metric dimension indicator",
  ),
  arithmetic: exactly("Make a formula.", "+ - − × ÷ plus minus times multiplied divided"),
  beginning: forms(
    "The beginning of a company or a product.",
    "begin start launch found founding inception creation release open day",
  ),
  "not ever": exactly(
    "Stand before an ever that does not mean all time.",
    "without hardly than never not if for",
  ),
  transparent: exactly(
    "Leave the kind to the word before them: revenue growth.",
    "growth rate ratio change increase level volume total percentage number share count line stream target",
  ),
  "any sales": exactly(
    "Leave sales a word for money.",
    "retail net gross total monthly weekly daily annual yearly quarterly online product store group company digital our overall worldwide global",
  ),
  "beside a streak": exactly(
    "Only say how long a streak is, or whose.",
    "a an the their its own current active at least or more than long",
  ),

  // Bets and tasks (clause.ts, feature-list.ts)
  "our team": forms(
    "Those who build.",
    "team squad staff crew department engineering engineer developer designer marketing",
  ),
  "opens a bet": exactly("Stand before what a bet says.", "if when that then also"),
  modal: exactly(
    "Stand between us and what we do.",
    "could can will would should may might must also finally just now only always never not to",
  ),
  state: exactly(
    "Verbs with which nothing is done.",
    "be are were was is am have has had want wanted hope hoped wish wished believe believed know knew need needed feel felt understand understood",
  ),
  "full clause": exactly(
    "Make a sentence of what looked like an order.",
    "is are was were has have had could would will can did does do may might must should",
  ),
  article: exactly(
    "Open the object of an order.",
    "the a an our this these all every each new more better some its their",
  ),
  subordinate: exactly("Open a clause below an order.", "that which who whose where so because"),
  "no object": exactly(
    "Follow a verb that has no object.",
    "in on of to at by for from with per into over across within is are was were",
  ),
  degree: exactly("Stand between a state and how it is.", "much more most very really so far even a lot"),
  "verb or noun": exactly(
    "Verbs that are nouns at the head of a name as well: launch rate.",
    "launch build release design install rewrite drive hire fix change show test use call place sign open switch turn print rank filter group ping swap export train ask start finish move",
  ),
  "our own": exactly("Stand before a team of ours.", "our the"),
  feature: forms(
    "What parts of software are called.",
    "api app badge banner bot button calendar carousel chat chatbot checkout dashboard digest editor export extension faq feed filter form gallery import integration leaderboard login map menu mode newsletter notification onboarding page panel paywall playlist plugin popup profile recommendation redesign reminder report rollout screen search setting shortcut sidebar signup sso sync tab template toggle toolbar tooltip tour tracker tutorial webhook widget wizard",
  ),
  "where a feature is": exactly("End the name of a feature.", "in on for from to with by of"),

  // Abbreviations (hints.ts)
  "query word": exactly(
    "Words of a query language, which nobody has to know by heart to read a formula.",
    "and as avg between by case count countd countif countifs date day distinct else end filter from group having if in interval is join like max median min not now null on or over partition select sum sumif sumifs then true false uniq when where",
  ),

  // What texts have in common (content-words.ts)
  small: exactly(
    "Hold sentences together: texts that share only these share nothing.",
    "a an the this that these those there here it its they their them he she his we her our us you your one ones who which whom whose what when where while how why if then so than as and or nor but not no only also just even still already of in on at by for from to into onto with without within during over under between among across through after before about up out off every each any all some both either neither other another such same own is are was were be been being am do does did done has have had having can could will would shall should may might must get gets got number numbers count counts total sum amount quantity volume day daily week weeks weekly month months monthly quarter quarters quarterly year years yearly annual annually",
  ),
  measure: exactly(
    "Tell one thing counted from another, and say nothing of what a bet is about.",
    "rate share percentage percent proportion ratio average mean median days hour hours hourly minutes time times",
  ),
  "measure of a share": exactly(
    "Ways of measuring that are one.",
    "rate percentage percent proportion ratio",
  ),
  move: exactly(
    "Going up and down: what every bet speaks of.",
    "more less fewer most least many much few several rise rises rising rose increase increases increased increasing grow grows growing grew improve improves improved improving go goes higher lower better faster fall falls drop drops decrease decreases reduce reduces reduced",
  ),
} as const satisfies Record<string, WordGroup>;

/** What a word does: the name of a group. */
export type WordClass = keyof typeof functionWords;
