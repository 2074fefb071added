import { dayAfter, dayNumber } from "../../../file/calendar.js";
import { numberInWords } from "../../../file/message-text.js";
import type { Rule } from "../../rule.js";

const fewBets = 3;

export const noLostBets: Rule = {
  id: "no-lost-bets",
  part: "bets",
  severity: "note",
  summary: "Of the bets of a year none was lost",
  why: `A bet is worth making because it can be wrong. Where none is ever lost, the team may bet only on what it
knows already, or a bet that failed is called unclear. Both cost what bets are for: to learn which way to the metric
does not work.`,
  question: "Which bet of this year could have been lost, and would you have seen it?",
  chapter: 6,
  good: `
bets:
  - level: 1
    for: reading-days
    if: subscribers read on more days
    then: more articles are read to the end
    stage: closed
    outcome: { date: 2026-05-04, verdict: lost, learned: They read the same articles on more days. }
`,
  bad: `
bets:
#^^^ three bets were closed within a year, and none of them was lost: which could have been?
  - level: 1
    for: reading-days
    if: subscribers read on more days
    then: more articles are read to the end
    stage: closed
    outcome: { date: 2026-05-04, verdict: won, learned: A second day brings a third article. }
  - level: 1
    for: weekly-readers
    if: more subscribers read at all
    then: more articles are read to the end
    stage: closed
    outcome: { date: 2026-06-01, verdict: won, learned: New readers finish as much as old ones. }
  - level: 1
    for: finished-articles
    if: more of the opened articles are finished
    then: more articles are read to the end
    stage: closed
    outcome: { date: 2026-07-01, verdict: unclear, learned: Two changes came in the same week. }
`,
  *check({ star: { status, bets = [] }, today }) {
    if (status === "retired") return;
    const now = dayNumber(today) ?? 0;
    const outcomes = bets.flatMap(({ outcome }) => outcome ?? []);
    const recent = outcomes.filter(({ date }) => dayNumber(date) !== null && dayAfter(date, "1 year") >= now);
    if (recent.length < fewBets || recent.some(({ verdict }) => verdict === "lost")) return;
    yield {
      path: ["bets"],
      at: "key",
      message: `${numberInWords(recent.length)} bets were closed within a year, and none of them was lost: which could have been?`,
    };
  },
};
