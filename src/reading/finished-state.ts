/** "Online booking is live", "SSO shipped": a piece of work that is said to be done. */
import { hasOne, patternOf, setOf, wordSetOf } from "./pattern.js";

/** What a piece of work is when it is done. */
const done =
  "live|done|ready|launched|available|completed?|finished|shipped|released|rolled out|in place|deployed|migrated|improved|redesigned|documented|translated|implemented|in production|set up|built|tested|replaced|renewed|hired|rebuilt|automated|introduced|integrated|updated|up and running";
/** The same of words that say so without "is", and that nobody counts: orders are shipped, an order form is. */
const made =
  "launched|shipped|released|redesigned|improved|documented|migrated|implemented|rolled out|built|deployed|hired|automated|integrated|introduced|updated|renewed|rebuilt|in place";
/** How a definition begins that counts, and words that only limit what is counted. */
const counting =
  /^(?:#|no\.|numbers?\b|counts?\b|shares?\b|percent|%|ratio|rate|average|avg|median|mean|sum|total|how many|days|hours|minutes|weeks|time|\d)/;
const limiting = /\b(?:who|that|which|whose|where|when|if|with|whom|per|until|before|after|within)\b|[/÷]/;
const rest = "(?=\\s*(?:$|[.,;(]|\\b(?:for|in|on|at|to|by|everywhere|across)\\b))";

/** WordSet of which every such text has one: most texts have none, and patterns take their time when they are first used. */
const signs =
  "live done ready launched available complete completed finished shipped released rolled place deployed migrated improved redesigned documented translated implemented production set built tested replaced renewed hired rebuilt automated introduced integrated updated running";

const said = () =>
  patternOf(
    `^[^.;:]*?\\b(?:is|are|has been|have been|was|were) (?:now |fully |finally |all )?(?:${done})${rest}`,
  );
const shortly = () => patternOf(`^(?:[\\w'’-]+ ){0,4}?([\\w'’-]+) (?:${made})${rest}`);

/** Where a text says of a piece of work that it is done, as UTF-16 offsets [start, end); null where it does not. */
export function finishedStateIn(text: string): { start: number; end: number } | null {
  const small = text.toLowerCase().slice(0, 120);
  if (!hasOne(setOf(signs), wordSetOf(small)) || counting.test(small)) return null;
  const short = shortly().exec(small);
  const isOne = short && !/[^s]s$|people|children/.test(short[1] ?? "");
  const found = said().exec(small) ?? (isOne ? short : null);
  return found && !limiting.test(found[0]) && !small.includes("%")
    ? { start: 0, end: found[0].length }
    : null;
}
