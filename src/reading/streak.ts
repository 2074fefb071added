/** Streaks: coming back day after day, which says nothing until it is said for what. */
import { isBoundary } from "./grammar.js";
import { marksWithin, type Parsed } from "./parse.js";
import { is, type Token } from "./token.js";

/** Whether tokens [from, to) hold a streak of nothing in particular: "a daily streak", but not "a streak of lessons". */
export function hasBareStreak(parsed: Parsed, from: number, to: number): boolean {
  const { tokens } = parsed;
  return marksWithin(parsed, from, to, "streak").some(({ from: at, to: end }) => {
    const login = marksWithin(parsed, at - 1, at, "presence", "exposure").length > 0;
    if (at > from && !login && !isEmpty(tokens[at - 1])) return false;
    if (tokens[end]?.word !== "of") return true;
    let next = end + 1;
    while (tokens[next] && isEmpty(tokens[next])) next++;
    // Words for a length of time end the phrase: "of seven days", but not "of seven daily lessons".
    return tokens[next - 1]?.unit !== undefined && isBoundary(tokens[next]);
  });
}

/** Whether a word beside a streak only says how long or whose it is. */
function isEmpty(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (is(token, "beside a streak") || token.unit !== undefined || token.number !== undefined)
  );
}
