import { type Named, named } from "../../../file/northstar.js";
import type { Path } from "../../../file/problem.js";
import type { Rule } from "../../rule.js";

export const duplicateId: Rule = {
  id: "duplicate-id",
  part: "format",
  severity: "error",
  summary: "Two things have the same id",
  why: `Bets name what they stand under by id. When two Inputs, two results or two bets share one, nobody can
tell which is meant, and the tree takes the first. The id of an Input or a result is its name in small letters
unless the file gives another.`,
  question: "Are these two things, or the same thing written down twice?",
  chapter: null,
  good: `
bets:
  - level: 2
    id: starting-points
    for: broadcasts
    if: new users did not face an empty page
    then: they would broadcast their first learning in week one
  - level: 3
    id: templates
    for: starting-points
    if: we ship chart templates
    then: newcomers start from one instead of an empty page
`,
  bad: `
bets:
  - level: 2
    id: starting-points
    for: broadcasts
    if: new users did not face an empty page
    then: they would broadcast their first learning in week one
  - level: 3
    id: starting-points
#       ^^^^^^^^^^^^^^^ the id \`starting-points\` is taken: give this bet one of its own
    for: starting-points
    if: we ship chart templates
    then: newcomers start from one instead of an empty page
`,
  *check({ star }) {
    const { results, inputs, bets } = named(star);
    yield* repeatedIn(results, "result");
    yield* repeatedIn(inputs, "Input");
    yield* repeatedIn(bets, "bet");
  },
};

function* repeatedIn(things: readonly Named<{ id?: string }>[], what: string) {
  const first = new Map<string, Path>();
  for (const { id, value, path: at } of things) {
    if (id === "") continue;
    const path = [...at, value.id === undefined ? "name" : "id"];
    const taken = first.get(id);
    if (!taken) first.set(id, path);
    else
      yield {
        path,
        message:
          value.id === undefined
            ? `the id \`${id}\`, made from the name, is taken: give this ${what} another name or an \`id\``
            : `the id \`${id}\` is taken: give this ${what} one of its own`,
        related: [{ path: taken, message: "taken here first" }],
      };
  }
}
