import { groupBy } from "../../../file/group-by.js";
import { listSome } from "../../../file/message-text.js";
import type { Northstar } from "../../../file/northstar.js";
import { hasBlank } from "../../../reading/blank.js";
import type { Beside, SetRule } from "../../rule.js";

export const duplicateProduct: SetRule = {
  id: "duplicate-product",
  part: "statement",
  severity: "error",
  summary: "Two North Stars claim the same product",
  why: `A North Star gives everybody who works on a product one thing to agree on. With two of them each team follows its
own, and which one counts is decided again in every meeting. What another metric adds is often an Input of the
first, a result or a guardrail. A North Star with the \`status\` candidate or retired claims nothing.`,
  question: "Are these two products, or two views of one?",
  chapter: 1,
  good: `
product: The Daily
status: retired
`,
  bad: `
product: The Daily
#        ^^^^^^^^^ claimed in other/northstar.yaml, too: a product has one North Star; merge the files, or set \`status: retired\` in the one that is past
`,
  placeIn: (star) => (claimOf(star) === null ? null : ["product"]),
  *check(files) {
    for (const claiming of byClaim(files)) {
      if (claiming.length < 2) continue;
      // Of very many only a few are named, so only a few are looked at.
      const first = claiming.slice(0, 8);
      for (const file of claiming) {
        const others = first.flatMap((each) => (each === file ? [] : (files[each]?.path ?? [])));
        yield { file, message: `claimed in ${listSome(others, claiming.length - 1)}, too: ${advice}` };
      }
    }
  },
};

const advice =
  "a product has one North Star; merge the files, or set `status: retired` in the one that is past";

/** The files that claim the same product, by their indexes. */
export function byClaim(files: readonly Pick<Beside, "star">[]): number[][] {
  const claims = files.map(({ star }) => claimOf(star));
  const claiming = [...claims.keys()].filter((file) => claims[file] !== null);
  return [...groupBy(claiming, (file) => claims[file]).values()];
}

/** The product that a North Star claims, without what people write now in one way, now in another; or null. */
function claimOf({ product = "", status = "adopted" }: Pick<Northstar, "product" | "status">): string | null {
  const claim = comparable(product);
  return claim === "" || hasBlank(product) || status !== "adopted" ? null : claim;
}

/** "Disney" and "Disney+" stay two products. */
function comparable(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['‘’"“”]/g, "")
    .replace(/[\s\-\u2010-\u2015\u2212_]+/g, " ")
    .trim();
}
