import type { Northstar } from "../../../file/northstar.js";
import { named } from "../../../file/northstar.js";
import type { Rule } from "../../rule.js";

export const implicitId: Rule = {
  id: "implicit-id",
  part: "bets",
  severity: "note",
  summary: "Bets call something by an id that is made from its name",
  why: `Without an \`id\`, bets call an Input or a result by its name, in lower case and with hyphens. That is handy
until somebody improves the name: then every bet under it stands under nothing. An \`id\` of its own stays.`,
  question: "Would you like to be free to rename it?",
  chapter: null,
  good: `
inputs:
  - id: broadcasts
    name: Broadcasted Learnings
    definition: Charts and dashboards consumed by two or more people in seven days.
  - name: Activated Organizations
    definition: New organizations in which three people have run a query in their first week.
  - name: Consumption of Learnings
    definition: Times a week that a person opens a learning somebody else has shared.
bets:
  - level: 1
    for: broadcasts
    if: more learnings are consumed by colleagues
    then: weekly learning users rise
`,
  bad: `
inputs:
  - name: Broadcasted Learnings
#         ^^^^^^^^^^^^^^^^^^^^^ bets call this \`broadcasted-learnings\` after its name: would an \`id\` of its own leave you free to rename it?
    definition: Charts and dashboards consumed by two or more people in seven days.
  - name: Activated Organizations
    definition: New organizations in which three people have run a query in their first week.
  - name: Consumption of Learnings
    definition: Times a week that a person opens a learning somebody else has shared.
bets:
  - level: 1
    for: broadcasted-learnings
    if: more learnings are consumed by colleagues
    then: weekly learning users rise
`,
  *check({ star }) {
    const called = firstCallers(star);
    const { results, inputs } = named(star);
    for (const { id, value, path } of [...results, ...inputs]) {
      const caller = value.id === undefined ? called.get(id) : undefined;
      if (caller === undefined) continue;
      yield {
        path: [...path, "name"],
        message: `bets call this \`${id}\` after its name: would an \`id\` of its own leave you free to rename it?`,
        related: [{ path: ["bets", caller, "for"], message: "called here" }],
        fix: {
          title: `give it the id \`${id}\``,
          safe: true,
          changes: [{ set: [...path, "id"], to: id }],
        },
      };
    }
  },
};

/** Of the bets of levels 0 to 2, the first one's index by what they stand under. */
function firstCallers({ bets = [] }: Northstar): Map<string, number> {
  const found = new Map<string, number>();
  for (const [index, bet] of bets.entries())
    if (bet.level < 3 && !found.has(bet.for)) found.set(bet.for, index);
  return found;
}
