/** How closely one thing follows another, at each lag, in signs that any terminal and page has. */
import { longestLag } from "../evidence/lead.js";
import type { TestedBet } from "../evidence/star-evidence.js";

const bars = "▁▂▃▄▅▆▇█";

/** What its signs mean. */
export const lagLegend =
  "Lags: a bar is a link beyond chance, the higher the closer, ▾ one that goes the other way than the bet says, · what chance gives as well; left of 0 the second moves first, and ↑ is the time of the bet.";

/** The links at each lag in a row, and the lags under it; null where there are too few numbers for a picture. */
export function lagPicture({ lead, sign, lag, pairing, verdict }: TestedBet): [string, string] | null {
  if (verdict.word === "too short") return null;
  const { lags, band } = lead;
  const most = Math.max(...lags.map(({ r }) => Math.abs(r)));
  const row = lags.map(({ r }) => {
    if (!(Math.abs(r) > band)) return "·";
    return r * sign < 0 ? "▾" : (bars[Math.ceil((Math.abs(r) / most) * bars.length) - 1] ?? "█");
  });
  const { grain, stride } = pairing;
  const unit = stride === 1 ? `${grain}s` : `times ${stride} ${grain}s`;
  const isSeen = lag <= longestLag;
  const under = Array.from({ length: 2 * longestLag + 1 }, () => " ");
  under.splice(0, 2, "−", String(longestLag));
  under[longestLag] = "0";
  if (lag < longestLag - 1 || !isSeen) under.splice(-2, 2, "+", String(longestLag));
  if (isSeen) under[longestLag + lag] = "↑";
  return [row.join(""), `${under.join("")} ${unit}${isSeen ? "" : `; the bet says ${lag}`}`];
}
