import { listSome, quoted } from "../../../file/message-text.js";
import { nearest } from "../../../file/nearest.js";
import { isOpen, slug } from "../../../file/northstar.js";
import type { Path, Suggestion } from "../../../file/problem.js";
import { hasBlank } from "../../../reading/blank.js";
import { type BetTarget, betTargets, kindAbove, targetFinder } from "../../bet-targets.js";
import { formerInputs } from "../../former-inputs.js";
import type { Rule } from "../../rule.js";

export const unknownFor: Rule = {
  id: "unknown-for",
  part: "bets",
  severity: "error",
  summary: "A bet stands under something that is not in the file",
  why: `Every bet stands under one thing: a North Star bet under a result, an Input bet and an opportunity under
an Input, an intervention under an opportunity. That line is what lets a team trace this week's work up to the
metric. A bet whose \`for\` names nothing hangs in the air, and no drawing can show it.`,
  question: "Which Input would this move, and how would you tell?",
  chapter: 7,
  good: `
inputs:
  - id: broadcasts
    name: Broadcasted Learnings
    definition: Charts and dashboards consumed by two or more people in seven days.
bets:
  - level: 1
    for: broadcasts
    if: more learnings are consumed by colleagues
    then: weekly learning users rise
`,
  bad: `
inputs:
  - id: broadcasts
    name: Broadcasted Learnings
    definition: Charts and dashboards consumed by two or more people in seven days.
bets:
  - level: 1
    for: brodcasts
#        ^^^^^^^^^ no Input has the id "brodcasts": did you mean \`broadcasts\`?
    if: more learnings are consumed by colleagues
    then: weekly learning users rise
`,
  *check({ star, tree }) {
    if (tree.loose.length === 0) return;
    const all = betTargets(star);
    const find = targetFinder(all);
    const former = formerInputs(star);
    for (const { value: bet, path } of tree.loose) {
      const above = kindAbove[bet.level];
      const found = find(bet.for);
      const meant = found.find(({ kind }) => kind === above);
      // Of an Input that went with an earlier metric another rule speaks.
      if (above === "Input" && former.has(bet.for)) continue;
      if (hasBlank(bet.for) || (found.length > 0 && !meant)) continue;
      const candidates = all.filter(({ kind, id }) => kind === above && id);
      const at = [...path, "for"];
      const near = meant
        ? undefined
        : nearest(
            bet.for,
            candidates.map(({ id }) => id),
          );
      // What a closed bet stood under may be gone; only a slip of the pen can still be mended.
      if (!isOpen(bet) && !meant && !near) continue;
      const fix = meant ? callIt(at, meant) : near && { ...write(at, near), safe: false };
      yield {
        path: at,
        message: meant ? nameForId(meant) : unknown(bet.for, above, candidates),
        ...(fix && { fix }),
      };
    }
  },
};

function write(path: Path, id: string): Suggestion {
  return { title: `write \`${id}\``, safe: true, changes: [{ set: path, to: id }] };
}

/** The id of what is meant; one without an id (an opportunity) gets it first. */
function callIt(path: Path, { id, name, path: place }: BetTarget): Suggestion | undefined {
  if (id) return write(path, id);
  const made = slug(name).split("-").slice(0, 5).join("-");
  if (made === "") return undefined;
  const changes = [
    { set: [...place, "id"], to: made },
    { set: path, to: made },
  ];
  return { title: `give it the id \`${made}\` and write that here`, safe: true, changes };
}

/** The right thing, called by its name or in another spelling. */
function nameForId({ id, kind }: BetTarget): string {
  return id
    ? `a bet names its ${kind} by the id: write \`${id}\``
    : `a bet names its ${kind} by the id: give it an \`id\` and write that here`;
}

function unknown(target: string, above: BetTarget["kind"], candidates: readonly BetTarget[]): string {
  const ids = [...new Set(candidates.map(({ id }) => id))];
  const near = nearest(target, ids);
  const none = `no ${above} has the id ${quoted(target)}`;
  if (near) return `${none}: did you mean \`${near}\`?`;
  if (ids.length > 0)
    return `${none}: there ${ids.length > 1 ? "are" : "is"} ${listSome(ids.map((id) => `\`${id}\``))}`;
  return above === "opportunity"
    ? `${none}: write the level-2 bet that this pursues, and give it that \`id\``
    : none;
}
