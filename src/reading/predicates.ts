/** Predicates that rules ask of a reading. */
import type { Act, Reading, TextSpan, Understood } from "./reading.js";
import type { GroupName } from "./words.js";

/** A part of the name or of the definition, ready to be pointed at. */
export interface Excerpt {
  text: string;
  place: { path: readonly ["name" | "definition"]; span: readonly [number, number] };
}

const inDefinition = (part: TextSpan): Excerpt => ({
  text: part.text,
  place: { path: ["definition"], span: [part.start, part.end] },
});
const inName = (part: TextSpan): Excerpt => ({
  text: part.text,
  place: { path: ["name"], span: [part.start, part.end] },
});

/** The first thing said in the definition or in the name by a group of words. */
function said(reading: Reading, group: GroupName): Excerpt | undefined {
  const [definition] = reading.says.get(group) ?? [];
  if (definition) return inDefinition(definition);
  const [name] = reading.named.get(group) ?? [];
  return name && inName(name);
}

/** Whether a customer gets or gives value in an act, with the benefit of the doubt for unknown verbs. */
function isValuable(act: Act): boolean {
  const good = act.kind === "value" || act.kind === "other";
  return good && !act.ours && !act.groups.includes("failing");
}

/** Whether there are acts, and all are of one of these kinds. */
function actsOnly(reading: Reading, ...kinds: Act["kind"][]): boolean {
  return reading.acts.length > 0 && reading.acts.every((act) => kinds.includes(act.kind));
}

/** Whether something makes the count mean more: finished, on time, together, by two or more people. */
function isQualified(reading: Reading): boolean {
  return reading.qualifiers.length > 0 || reading.several;
}

/** Amounts without a number, but not the question in "how many" or the comparison in "as often as". */
export function vagueAmounts({ says, definition }: Reading): Excerpt[] {
  const asked = ({ start }: TextSpan) =>
    /\b(?:how|as)\s+$/i.test(definition.slice(Math.max(0, start - 8), start));
  return (says.get("vague") ?? []).filter((part) => !asked(part)).map(inDefinition);
}

/** What makes a total of everything there ever was. */
export function allTime(reading: Reading): Excerpt | undefined {
  if (reading.sinceEver) return inDefinition(reading.sinceEver);
  const total = said(reading, "total");
  return total && /timed$/i.test(total.text) ? undefined : total;
}

/** A condition that would be the same without the product. */
export function outsideCondition(reading: Reading): Excerpt | undefined {
  const condition = said(reading, "market");
  if (condition) return condition;
  return reading.says.has("ownPlace") ? undefined : said(reading, "everywhere");
}

/** People who are counted, whatever they do. */
export function onlyAudience(reading: Reading): Excerpt | undefined {
  const { counted, acts } = reading;
  return counted?.kind === "audience" && acts.length === 0 && !isQualified(reading)
    ? inDefinition(counted)
    : undefined;
}

/** The act of mere presence that is all that a definition asks of the people or things it counts. */
export function presenceOnly(reading: Reading): Excerpt | undefined {
  const { counted, acts } = reading;
  if (!counted || counted.kind === "exposure" || counted.kind === "time" || isQualified(reading))
    return undefined;
  if (!actsOnly(reading, "presence") || isInQueue(reading)) return undefined;
  return acts[0] && inDefinition(acts[0]);
}

/** Whether a threshold asks for more than once. */
function isMany({ label }: { label: string }): boolean {
  return !/ 1\b(?!,)/.test(label);
}

/** Whether what is counted waits for the company's support. */
function isInQueue({ says, counted }: Reading): boolean {
  return says.get("queue")?.some((part) => part.end === counted?.end) ?? false;
}

/** A vanity metric: a count of exposure, or of unnamed actions in a place, from which nothing is said to come. */
export function exposureOnly(reading: Reading): Excerpt | undefined {
  const { counted, says } = reading;
  const { qualifiers, several } = reading;
  // An impression or a notification that is delivered is no more than one that is shown.
  const qualified = several || qualifiers.some(({ text }) => !/^delivered$/i.test(text));
  if (!counted || qualified || presenceOnly(reading)) return undefined;
  if (isMachineWork(reading)) return inDefinition(counted);
  if (reading.acts.some((act) => isValuable(act) && !act.groups.includes("emit"))) return undefined;
  const gesture = says.has("place") && says.get("gesture")?.some((part) => part.end === counted.end);
  return counted.kind === "exposure" || gesture || isTimeOnPage(reading) ? inDefinition(counted) : undefined;
}

/** "Average time on page": nothing more is said of it. */
function isTimeOnPage({ counted, acts, says }: Reading): boolean {
  return counted?.kind === "time" && says.has("page") && acts.length === 0;
}

/** Whether a volume of what machines handle is counted, and nothing is done with it but to handle it. */
function isMachineWork(reading: Reading): boolean {
  const { says, counted, acts, aggregation, per, thresholds } = reading;
  if (
    !counted ||
    (per && !/^seconds?$/i.test(per.text)) ||
    thresholds.length > 0 ||
    !/^(?:count|sum|average)$/.test(aggregation ?? "count")
  )
    return false;
  const whole = says
    .get("machine")
    ?.some((part) => part.start >= counted.start && part.start < counted.end && part.end >= counted.end);
  return (
    whole === true &&
    acts.every((act) => act.kind === "presence" || act.ours || act.groups.includes("handle"))
  );
}

/** Whether the name is that of a known vanity metric and says nothing else: "Downloads", not "Downloads that ran". */
function isVanityName({ name, named, namedKind }: Reading): boolean {
  const plain = namedKind === "exposure" && !/\b(?:that|which|who|where|with|after|to|into)\b/i.test(name);
  return plain && named.has("vanityName");
}

/** The name of a known vanity metric over a definition that counts something else. */
export function misleadingName(reading: Reading): Excerpt | undefined {
  const { counted, acts } = reading;
  const isSound = counted && counted.kind !== "exposure" && !exposureOnly(reading) && !presenceOnly(reading);
  if (!isSound || !isVanityName(reading) || acts.some((act) => act.kind === "value")) return undefined;
  const [part] = reading.named.get("vanityName") ?? [];
  return part && inName(part);
}

/** What a name alone speaks of, read as if it were the definition, where that is exposure, presence or time in a place. */
export function emptyName(title: Reading): string | undefined {
  const { counted, says, definition } = title;
  if (says.has("value")) return undefined;
  const active = counted?.kind === "audience" && says.has("presence");
  const empty = active || exposureOnly(title) || presenceOnly(title) || idleTime(title, "productivity");
  return empty ? definition : undefined;
}

/** Time that nobody wants to spend, or that is spent in a place rather than on something. */
export function idleTime(reading: Reading, game: string): Excerpt | undefined {
  const { counted, says } = reading;
  if (counted?.kind !== "time" || exposureOnly(reading)) return undefined;
  const [sought] = says.get("seek") ?? [];
  if (sought) return inDefinition(sought);
  if (isQualified(reading) || reading.acts.some(isValuable) || isBetween(reading)) return undefined;
  const after = reading.acts.filter((act) => act.start >= counted.end);
  if (after.length > 0 && after.every((act) => act.kind === "presence")) return inDefinition(counted);
  const idle = game === "attention" ? says.has("page") : says.has("place");
  return idle ? inDefinition(counted) : undefined;
}

/** Time from one event to another, which is waited rather than spent. */
function isBetween({ counted, definition, says }: Reading): boolean {
  if (counted?.kind !== "time" || says.has("page")) return false;
  return /^,?\s*(?:in (?:minutes|seconds|hours|days) )?(?:from\b.*\b(?:to|(?:un)?till?)\b|between\b.*\band\b|(?:un)?till?\b|\S.*(?:→|->))/is.test(
    definition.slice(counted.end),
  );
}

/** What the company does, where nothing says what customers do with it. */
export function doneByCompany(reading: Reading): Excerpt | undefined {
  const { company, counted, says, acts } = reading;
  if (!counted) return undefined;
  const customers = namesCustomers(reading);
  if (!customers && isOwnWork(reading, counted)) return inDefinition(counted);
  if (reading.several || says.has("promised")) return undefined;
  const solved = isInQueue(reading) && acts.some((act) => act.groups.includes("solving"));
  if (!customers && solved) return inDefinition(counted);
  if (counted.kind === "output" && !namesCustomers(reading, true) && !isWithProduct(reading))
    return inDefinition(counted);
  const ours = counted.kind !== "exposure" && counted.kind !== "money" && !acts.some(isValuable);
  return company && ours ? inDefinition(company) : undefined;
}

/** Whether work is done with the product, or gets its answer in time: then it is the customers'. */
function isWithProduct({ acts, definition, counted, time }: Reading): boolean {
  const rest = definition.slice(counted?.end ?? 0);
  const through = /\b(?:through|via|using|inside) (?:the|our) (?!.*\bteam)[a-z]/i.test(rest);
  return acts.length > 0 && (through || (time !== null && acts.some(isValuable)));
}

/** Work that only a company counts, in the counted phrase or as the name. */
function isOwnWork({ says, named, namedKind }: Reading, counted: TextSpan & { kind: string }): boolean {
  if (counted.kind === "audience") return false;
  const own = says.get("ownWork")?.some((part) => part.start >= counted.start && part.start < counted.end);
  return own || (namedKind === "output" && named.has("ownWork"));
}

/** Whether people act after the counted phrase, or what is counted is theirs ("customers' sprints"); those who may be the company's own count only when `anyone` does. */
function namesCustomers({ says, counted, per, definition }: Reading, anyone = false): boolean {
  const own = anyone || says.has("ownPlace") ? [] : (says.get("staff") ?? []);
  const others = [...own, ...(says.get("served") ?? [])].map((part) => part.end);
  const acts = (part: TextSpan) =>
    part.start >= (counted?.end ?? 0) && !(per && part.start >= per.start && part.end <= per.end);
  const owns = ({ text, end }: TextSpan) =>
    /['’]s$/.test(text) || /^['’]/.test(definition.slice(end, end + 1));
  return (
    says.get("audience")?.some((part) => (acts(part) || owns(part)) && !others.includes(part.end)) ?? false
  );
}

/** A step of the company's own selling that is counted for itself. */
export function funnelStep(reading: Reading): Excerpt | undefined {
  const more = reading.acts.some(
    (act) =>
      isValuable(act) && !act.groups.includes("selling") && (act.kind === "value" || namesCustomers(reading)),
  );
  if (more || reading.customersMoney) return undefined;
  if (reading.counted?.kind === "funnel") return inDefinition(reading.counted);
  const [name] = reading.named.get("funnel") ?? [];
  return reading.namedKind === "funnel" && name ? inName(name) : undefined;
}

/**
 * Money or another result of the business, unless the money is that of the customers' own business. Where the
 * name says it too, the name is pointed at: it is what people repeat.
 */
export function ownResult(reading: Reading): Excerpt | undefined {
  const { namedKind, named, name, customersMoney, acts } = reading;
  if (customersMoney) return undefined;
  const more = acts.some((act) => isValuable(act) && !act.groups.includes("trade"));
  const said = namedKind === "money" || (namedKind === "result" && (!more || named.has("survey")));
  return said ? inName({ text: name, start: 0, end: name.length }) : resultIn(reading, more);
}

/** A result in the definition; `more` is done than paying and staying. */
function resultIn(reading: Reading, more: boolean): Excerpt | undefined {
  const { counted, acts, says } = reading;
  const share = said(reading, "marketShare");
  if (share) return share;
  if (counted?.kind === "money") return inDefinition(counted);
  if (more) return undefined;
  if (counted?.kind === "result") return inDefinition(counted);
  const stay = acts.find((act) => act.kind === "stay");
  if (stay) return inDefinition(stay);
  if (counted && says.has("channel") && isSold(reading, counted)) return inDefinition(counted);
  const sold = acts.length > 0 && says.get("bond")?.some((part) => part.end === counted?.end);
  return sold && counted ? inDefinition(counted) : undefined;
}

/** Whether what is counted is "sold", and nobody but the company can be the seller. */
function isSold({ acts, definition }: Reading, counted: TextSpan): boolean {
  return acts.some(
    ({ text, start, end }) =>
      /^sold$/i.test(text) &&
      definition.slice(counted.end, start).trim() === "" &&
      !/^\s*by\b/i.test(definition.slice(end)),
  );
}

/** A score made of several numbers. */
export function madeOfSeveral(reading: Reading): Excerpt | undefined {
  const mark = reading.says.get("composite")?.find(({ text }) => !/^weights?$/i.test(text));
  if (mark) return inDefinition(mark);
  // "until the risk is understood + somebody has it": what is joined are no numbers.
  if (reading.formula && reading.counted?.kind !== "money" && !isBetween(reading))
    return inDefinition(reading.formula);
  const combination = reading.says.get("combination")?.find((part) => !isPercent(reading, part));
  const score = reading.says.has("score") || reading.named.has("score") || isSumOfSeveral(reading);
  return combination && score ? inDefinition(combination) : undefined;
}

/** "× 100" makes a share. */
function isPercent({ definition }: Reading, { end }: TextSpan): boolean {
  return /^\s*100\b/.test(definition.slice(end));
}

/** "sum of likes, comments and shares", but not "sum of orders delivered". */
function isSumOfSeveral({ aggregation, counted, definition }: Reading): boolean {
  return aggregation === "sum" && /^\s*(?:,|and\b|plus\b|\+)/.test(definition.slice(counted?.end ?? 0));
}

/** The first term of statistics, or the first of several abbreviations; in a score, the score itself is the fault. */
export function jargonIn(reading: Reading): Excerpt | undefined {
  if (madeOfSeveral(reading)) return undefined;
  return said(reading, "statistics") ?? rowOfAbbreviations(reading);
}

/** Abbreviations that not everybody knows, but for a row of them, which is jargon or part of a score already. */
export function unknownAbbreviations(reading: Reading): readonly Excerpt[] {
  const row = rowOfAbbreviations(reading);
  const told = row && (madeOfSeveral(reading) || jargonIn(reading)?.text === row.text);
  return reading.abbreviations
    .filter((part) => part.in === "name" || !told)
    .map((part) => (part.in === "name" ? inName(part) : inDefinition(part)));
}

/** The first of several abbreviations in the definition that not everybody knows. */
function rowOfAbbreviations(reading: Reading): Excerpt | undefined {
  const [first, ...others] = reading.abbreviations.filter((part) => part.in === "definition");
  const second = others.find((part) => part.text !== first?.text);
  return first && second && inDefinition({ ...first, text: `${first.text}, ${second.text}` });
}

/** What goes on in somebody's mind, without a word of how it shows. */
export function unobserved(reading: Reading): Excerpt | undefined {
  const { counted, acts, says } = reading;
  const shows = acts.some((act) => act.kind === "value") || (says.has("proxy") && !says.has("hidden"));
  if (shows || !counted) return undefined;
  if (counted.kind === "mind") return inDefinition(counted);
  const act = acts.find(({ kind }) => kind === "mind");
  const feeling = says.get("feeling")?.find((part) => part.start >= counted.end);
  return act ? inDefinition(act) : feeling && inDefinition(feeling);
}

/** Whether nothing is named that two people would count the same, for no other reason that is reported. */
export function countsNothing(reading: Reading): boolean {
  const known = madeOfSeveral(reading) ?? onlyAudience(reading) ?? goalInDefinition(reading);
  return reading.definition !== "" && !isCountable(reading) && !reading.namedExplicit && !known;
}

function goalInDefinition({ goal }: Reading): Excerpt | undefined {
  return goal?.in === "definition" ? inDefinition(goal) : undefined;
}

/** Whether two people would count the same: a number, and a window, threshold or qualifier where it needs one. */
function isCountable(reading: Reading): boolean {
  const { aggregation, counted, acts } = reading;
  if (!counted) {
    const isNamed = reading.namedKind !== null && goesOnFromName(reading);
    return (reading.explicit && acts.length > 0) || reading.formula !== null || isNamed;
  }
  if (isBetter(reading) && !hasWindow(reading) && reading.thresholds.length === 0) return false;
  if (reading.explicit || hasWindow(reading)) return true;
  if (reading.thresholds.length > 0 || reading.per || isQualified(reading)) return true;
  if (counted.kind === "thing" || counted.kind === "audience")
    return aggregation !== null && acts.length > 0 && !reading.tracks;
  return counted.kind !== "mind";
}

/** "per 1,000 households per month", "from application to approval, avg": the name says of what. */
export function goesOnFromName(reading: Understood): boolean {
  const { definition, counted, aggregation, per, window, thresholds } = reading;
  if (counted || !/^(?:per|from|between|within|after|over|out of)\b/i.test(definition)) return false;
  return aggregation !== null || per !== null || window !== null || thresholds.length > 0;
}

/** Whether something is "better", but not which side is: "lower is better". */
function isBetter({ says, definition }: Reading): boolean {
  const isSide = ({ start }: TextSpan) =>
    /\b(?:lower|higher|less|more|fewer|smaller|bigger|larger|shorter|longer)(?: is| are| =|,? the)? $/i.test(
      definition.slice(Math.max(0, start - 16), start),
    );
  return says.get("better")?.some((part) => !isSide(part)) ?? false;
}

/** Whether all is well but that no time is named to count it in. */
export function lacksWindow(reading: Reading): boolean {
  const known = allTime(reading) ?? goalInDefinition(reading);
  return reading.definition !== "" && !hasWindow(reading) && !known && !countsNothing(reading);
}

/** Whether a time is named: a window, a deadline, or a first session and the like that is one of its own. */
function hasWindow(reading: Reading): boolean {
  return reading.window !== null || reading.time !== null || reading.says.has("firstTime");
}

/** A beginning that is counted whatever comes of it, other than a step of the company's own selling. */
export function onlyBegun(reading: Reading): Excerpt | undefined {
  if (funnelStep(reading)) return undefined;
  const [indifferent] = reading.says.get("indifferent") ?? [];
  if (indifferent) return inDefinition(indifferent);
  if (isQualified(reading) || reading.thresholds.some(isMany)) return undefined;
  const begun = (act: Act) => act.kind === "start" || isMaking(reading, act);
  const only = reading.acts.every((act) => begun(act) || act.kind === "presence");
  const act = only ? reading.acts.find(begun) : undefined;
  return act && inDefinition(act);
}

/** "accounts created": an account or a team that is made right there, and does nothing yet. */
function isMaking({ counted, definition }: Reading, act: Act): boolean {
  const right = counted?.kind === "audience" && definition.slice(counted.end, act.start).trim() === "";
  return right && act.groups.includes("creating") && /(?:ed|made)$/i.test(act.text);
}

/** Trouble that is counted for itself, rather than solved, prevented or absent. */
export function unsolvedTrouble(reading: Reading): Excerpt | undefined {
  const { counted, acts, says } = reading;
  if (!counted || isBetween(reading) || isQualified(reading) || doneByCompany(reading)) return undefined;
  const failing = says.get("failing")?.find((part) => part.start >= counted.end);
  if (failing && !acts.some((act) => act.kind === "value")) return inDefinition(failing);
  const met = acts.some((act) => isValuable(act) && !act.groups.includes("reporting"));
  if (met) return undefined;
  const inside = says.get("trouble")?.some((part) => part.start >= counted.start && part.end === counted.end);
  if (counted.kind === "trouble" || inside) return inDefinition(counted);
  if (isInQueue(reading) && acts.some((act) => act.groups.includes("reporting")))
    return inDefinition(counted);
  const act = acts.find((each) => each.groups.includes("trouble"));
  return act && inDefinition(act);
}

/** A single element of the product or a single channel, at which something is counted. */
export function singleElement(reading: Reading): Excerpt | undefined {
  const [name] = reading.named.get("element") ?? [];
  return name ? inName(name) : said(reading, "element");
}

/** Whether what is counted only leads to value: presence, exposure, a beginning, a step of the selling. */
export function isStepOnTheWay(reading: Reading): boolean {
  return [presenceOnly, exposureOnly, onlyBegun, funnelStep].some((ask) => ask(reading) !== undefined);
}

/** Whether customers give or get value in what is counted, and something makes sure that they do. */
export function isExchange(reading: Reading): boolean {
  const { acts, thresholds } = reading;
  const sure = thresholds.length > 0 || isQualified(reading);
  return sure && acts.some((act) => act.kind === "value" && !act.ours) && !isStepOnTheWay(reading);
}
