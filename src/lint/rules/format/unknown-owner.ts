import { backticked } from "../../../file/message-text.js";
import { isOpen, type Northstar } from "../../../file/northstar.js";
import type { Path } from "../../../file/problem.js";
import { handleKind, handleMeant, handlesIn } from "../../../work/code-owners.js";
import type { Rule } from "../../rule.js";

export const unknownOwner: Rule = {
  id: "unknown-owner",
  part: "format",
  severity: "warning",
  summary: "An owner whom CODEOWNERS does not know",
  why: `An \`owner\` that is written as GitHub and GitLab write it, \`@org/team\`, \`@user\` or a mail address, is held against
the CODEOWNERS of the repository. Teams are renamed and dissolved, and a name that nobody goes by any more asks nobody.
The file is looked for in .github/, in the root, in docs/ and in .gitlab/. Where there is none, and where it has no
names of that kind, nothing is said, and an owner without an \`@\` is never looked up.`,
  question: "What does this team call itself today?",
  chapter: null,
  good: `
owner: "@potluck/planning"
`,
  bad: `
# CODEOWNERS knows @potluck/planning.
owner: "@potluck/planing"
#      ^^^^^^^^^^^^^^^^^^ \`@potluck/planing\` is not in CODEOWNERS; did you mean \`@potluck/planning\`?
`,
  certain: true,
  ownedBy: ["@potluck/planning"],
  *check({ star, codeOwners }) {
    if (!codeOwners) return;
    const known = new Set(codeOwners.owners.map((owner) => owner.toLowerCase()));
    const kinds = new Set(codeOwners.owners.map(handleKind));
    for (const { path, owner } of ownersOf(star))
      for (const { word, kind, span } of handlesIn(owner)) {
        if (!kinds.has(kind) || known.has(word.toLowerCase())) continue;
        const near = handleMeant(word, codeOwners.owners);
        const isWhole = span[0] === 0 && span[1] === owner.length;
        yield {
          path,
          ...(!isWhole && { span }),
          message: `${backticked(word)} is not in ${codeOwners.file}; ${near ? `did you mean ${backticked(near)}?` : "correct the name, or give it a line there"}`,
          ...(near && {
            fix: {
              title: `write ${backticked(near)}`,
              safe: false,
              changes: [{ set: path, to: owner.slice(0, span[0]) + near + owner.slice(span[1]) }],
            },
          }),
        };
      }
  },
};

/** Every owner of something that goes on. */
function ownersOf({ owner, inputs, bets = [], guardrails = [] }: Northstar): { path: Path; owner: string }[] {
  const places: { path: Path; owner: string | undefined }[] = [
    { path: ["owner"], owner },
    ...inputs.map((input, index) => ({ path: ["inputs", index, "owner"], owner: input.owner })),
    ...bets.map((bet, index) => ({
      path: ["bets", index, "owner"],
      owner: isOpen(bet) ? bet.owner : undefined,
    })),
    ...guardrails.map((each, index) => ({ path: ["guardrails", index, "owner"], owner: each.owner })),
  ];
  return places.flatMap(({ path, owner }) => (owner === undefined ? [] : [{ path, owner }]));
}
