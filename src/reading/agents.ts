/** Who acts and who gets the money: the company, its customers, or several people together. */
import { isBoundary, isNegated } from "./grammar.js";
import type { Mark } from "./lexicon.js";
import { markAt, marksWithin, type Parsed } from "./parse.js";
import { is, type Token } from "./token.js";
import { hasTrait } from "./word-form.js";

/** Tokens [from, to) that name the company as the one who acts; `by` when they follow what is done. */
export interface Agent {
  from: number;
  to: number;
  by: boolean;
}

/** Where the company acts: "our own support staff close", "merged by the internal platform team", "we hold". */
export function companyAgents(parsed: Parsed): Agent[] {
  const { tokens, allMarks } = parsed;
  if (!hasTrait(parsed, "company") && !allMarks.some(({ group }) => group === "company")) return [];
  return tokens.flatMap((token, at): Agent[] => {
    if (token.word === "we")
      return is(tokens[at + 1], "measuring") || parsed.phrases.from > at + 1
        ? []
        : [{ from: at, to: at + 1, by: false }];
    const known = markAt(parsed, at, "company");
    if (known && token.word !== "we")
      return [{ from: at, to: known.to, by: token.word === "by" || tokens[at - 1]?.word === "by" }];
    if (token.word === "our") return oursAt(parsed, at);
    return is(token, "role") && !token.possessive
      ? teamAt(parsed, at).filter(({ from }) => !isNegated(tokens, from))
      : [];
  });
}

/** "emails our servers hand over": ours right after a noun is the one who acts, unless it is our customers. */
function oursAt(parsed: Parsed, from: number): Agent[] {
  const { tokens } = parsed;
  if (from === 0 || isBoundary(tokens[from - 1])) return [];
  const [noun, next] = [tokens[from + 1], tokens[from + 2]];
  if (!noun || !next || isBoundary(noun) || noun.possessive || isBoundary(next)) return [];
  return markAt(parsed, from + 1, "audience") ? [] : [{ from, to: from + 2, by: false }];
}

/** "our … team" or "the team" before a verb or after "by"; not "the team" of customers who are counted. */
function teamAt(parsed: Parsed, at: number): Agent[] {
  const { tokens, phrases } = parsed;
  let from = at;
  while (from > 0 && at - from < 3 && !is(tokens[from], "ours")) from--;
  const owner = tokens[from]?.word ?? "";
  if (
    !is(tokens[from], "ours") ||
    owner === "in" ||
    tokens.slice(from, at).some((token) => token.possessive || token.sign)
  )
    return [];
  const inside = at >= phrases.from && at < phrases.to;
  const named = owner === "our" || tokens.slice(from, at).some((token) => token.word === "internal");
  const countsPeople = marksWithin(parsed, phrases.from, phrases.to, "audience").length > 0;
  if ((inside && !named) || (!named && (countsPeople || !is(tokens[at], "team word")))) return [];
  const after = tokens[at + 1];
  const by = [tokens[from - 1], tokens[from - 2]].some((token) => token?.word === "by");
  return by || (after !== undefined && (!isBoundary(after) || is(after, "auxiliary")))
    ? [{ from, to: at + 1, by }]
    : [];
}

/** "sellers earn", "saved by households", "their own revenue", "merchants' sales": money of the customers' own. */
export function earnerIn(parsed: Parsed): Mark | undefined {
  const { tokens, allMarks } = parsed;
  for (const mark of allMarks) {
    const { group, from, to } = mark;
    if (group !== "audience") continue;
    const lead = before(tokens, from);
    const passive = is(tokens[to], "being");
    const owned = !passive && [to, to + 1, to + 2].some((at) => markAt(parsed, at, "owned"));
    if (owned && !is(tokens[lead], "from whom")) return mark;
    if (is(tokens[lead], "to whom") && [lead - 1, lead - 2].some((at) => is(tokens[at], "payout")))
      return mark;
    if (tokens[to - 1]?.possessive && marksWithin(parsed, to, to + 4, "money").length > 0) return mark;
  }
  const { from, to } = parsed.phrases;
  const byUs = tokens[to + 1]?.word === "by" && is(tokens[to + 2], "by us");
  if (tokens[to]?.word === "saved" && !byUs) return { group: "audience", from, to };
  const earns = hasTrait(parsed, "earning")
    ? tokens.findIndex((token, i) => is(token, "earning") && i > 0 && !is(tokens[i - 1], "we who earn"))
    : -1;
  if (earns > 0) return { group: "audience", from: earns - 1, to: earns };
  if (!hasTrait(parsed, "possessive")) return undefined;
  const their = tokens.findIndex(
    (token, i) => is(token, "possessive") && marksWithin(parsed, i + 1, i + 5, "money").length > 0,
  );
  return their >= 0 ? { group: "audience", from: their, to: their + 1 } : undefined;
}

/** The last token before `at` that is not an article or the like. */
function before(tokens: readonly Token[], at: number): number {
  let i = at - 1;
  while (i > 0 && at - i < 4 && is(tokens[i], "before an earner")) i--;
  return i;
}

/** Whether two or more people have to take part: "at least two other people". */
export function isBySeveral(parsed: Parsed): boolean {
  return parsed.thresholds.some(({ to, label }) => {
    const many = Number.parseFloat(label.replace(/[^\d.]/g, "")) >= (label.startsWith(">") ? 1 : 2);
    return many && [0, 1, 2].some((skip) => markAt(parsed, to + skip, "audience"));
  });
}
