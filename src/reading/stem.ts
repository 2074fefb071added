/** What the forms of an English word share: the one place that knows its endings. */

/** Forms that no ending explains. */
const irregular = new Map(
  Object.entries({
    ate: "eat",
    eaten: "eat",
    began: "begin",
    begun: "begin",
    bought: "buy",
    brought: "bring",
    built: "build",
    came: "come",
    children: "child",
    chose: "choose",
    chosen: "choose",
    did: "do",
    does: "do",
    done: "do",
    drawn: "draw",
    drew: "draw",
    drove: "drive",
    driven: "drive",
    felt: "feel",
    flew: "fly",
    flown: "fly",
    found: "find",
    gave: "give",
    given: "give",
    goes: "go",
    gone: "go",
    got: "get",
    gotten: "get",
    grew: "grow",
    grown: "grow",
    has: "have",
    had: "have",
    heard: "hear",
    held: "hold",
    kept: "keep",
    knew: "know",
    known: "know",
    learnt: "learn",
    led: "lead",
    left: "leave",
    lent: "lend",
    lives: "life",
    ups: "up",
    ins: "in",
    logins: "login",
    lost: "lose",
    made: "make",
    men: "man",
    met: "meet",
    paid: "pay",
    people: "person",
    persons: "person",
    ran: "run",
    said: "say",
    saw: "see",
    seen: "see",
    sent: "send",
    shown: "show",
    slept: "sleep",
    sold: "sell",
    solved: "solve",
    spent: "spend",
    spoke: "speak",
    spoken: "speak",
    swum: "swim",
    taken: "take",
    took: "take",
    taught: "teach",
    thought: "think",
    told: "tell",
    understood: "understand",
    women: "woman",
    won: "win",
    went: "go",
    wrote: "write",
    written: "write",
  }),
);

/** What the forms of an English word share; not always a word itself. */
export function stemOf(word: string): string {
  const known = irregular.get(word);
  if (known) return stemOf(known);
  if (word.length <= 3 || !/^[a-z]+$/.test(word)) return word;
  // Endings are looked at before patterns are tried: there are thousands of words to stem at start-up.
  let stem = word;
  if (stem.endsWith("s")) stem = singularOf(stem);
  else if (stem.endsWith("ied") && /[^aeiou]ied$/.test(stem)) return `${stem.slice(0, -3)}y`;
  if (stem.endsWith("ing") && /[aeiouy].*ing$/.test(stem)) stem = atLeastThree(stem.slice(0, -3));
  else if (stem.endsWith("ed") && /[aeiouy].*[^e]ed$/.test(stem)) stem = atLeastThree(stem.slice(0, -2));
  if (stem.length > 3 && stem.endsWith("e")) stem = stem.slice(0, -1);
  const doubled = stem.length > 3 && stem.at(-1) === stem.at(-2) && /[^aeiou]$/.test(stem);
  return doubled ? stem.slice(0, -1) : stem;
}

function singularOf(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function atLeastThree(stem: string): string {
  return stem.length < 3 ? `${stem}e` : stem;
}
