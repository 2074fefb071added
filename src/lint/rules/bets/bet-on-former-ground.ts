import { quoted } from "../../../file/message-text.js";
import { isOpen } from "../../../file/northstar.js";
import { formerInputs } from "../../former-inputs.js";
import type { Rule } from "../../rule.js";

export const betOnFormerGround: Rule = {
  id: "bet-on-former-ground",
  part: "bets",
  severity: "note",
  summary: "An open bet rests on a metric or an Input that is gone",
  why: `When a North Star changes, work goes on that was begun under the old one. Some of it still holds, and some was
only right for a metric that nobody follows any more. A bet that keeps the old words will be judged by them.`,
  question: "Would you make this bet today, for the metric that you have now?",
  chapter: 6,
  good: `
name: Weekly learning users
bets:
  - { level: 1, for: broadcasts, if: more learnings are consumed by colleagues, then: weekly learning users rise }
inputs:
  - id: broadcasts
    name: Broadcasted learnings
    definition: Charts and dashboards consumed by two or more people in seven days.
history:
  - name: Weekly querying users
    inputs:
      - { id: queries, name: Saved queries, definition: Queries that are saved in a week. }
`,
  bad: `
name: Weekly learning users
bets:
  - { level: 1, for: broadcasts, if: more charts are drawn, then: weekly querying users rise }
#                                                                 ^^^^^^^^^^^^^^^^^^^^^ this metric was left: does the bet hold for "Weekly learning users", too?
  - { level: 2, for: queries, if: a query could be taken up again, then: more of them would be saved }
#                    ^^^^^^^ the Input "Saved queries" went with "Weekly querying users": close this bet, or give it an Input that is there
inputs:
  - id: broadcasts
    name: Broadcasted learnings
    definition: Charts and dashboards consumed by two or more people in seven days.
history:
  - name: Weekly querying users
    inputs:
      - { id: queries, name: Saved queries, definition: Queries that are saved in a week. }
`,
  *check({ star }) {
    const { name, abbreviation, history = [], bets = [] } = star;
    if (history.length === 0) return;
    const gone = formerInputs(star);
    const now = `${name} ${abbreviation ?? ""}`.toLowerCase();
    const words = history
      .flatMap((each) => [each.name, each.abbreviation ?? ""])
      .filter((each) => each.length > 2 && !now.includes(each.toLowerCase()));
    for (const [index, bet] of bets.entries()) {
      if (!isOpen(bet)) continue;
      const former = bet.level === 1 || bet.level === 2 ? gone.get(bet.for) : undefined;
      if (former)
        yield {
          path: ["bets", index, "for"],
          message: `the Input ${quoted(former.name)} went with ${quoted(former.metric)}: close this bet, or give it an Input that is there`,
        };
      for (const key of ["if", "then"] as const) {
        const span = placeOf(words, bet[key]);
        if (span)
          yield {
            path: ["bets", index, key],
            span,
            message: `this metric was left: does the bet hold for ${quoted(name)}, too?`,
          };
      }
    }
  },
};

/** Where a text says one of some names, as words of their own. */
function placeOf(names: readonly string[], text: string): [number, number] | undefined {
  const said = text.toLowerCase();
  for (const name of names) {
    const start = said.indexOf(name.toLowerCase());
    if (start < 0) continue;
    const end = start + name.length;
    const isWhole = !/[\p{L}\p{N}]$/u.test(text.slice(0, start)) && !/^[\p{L}\p{N}]/u.test(text.slice(end));
    // Letters that change their number when they get small would shift the place.
    if (isWhole && said.length === text.length) return [start, end];
  }
  return undefined;
}
