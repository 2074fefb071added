import { hasBlank } from "../../../reading/blank.js";
import type { Rule } from "../../rule.js";

export const duplicateProduct: Rule = {
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
  *check({ star: { product = "", status = "adopted" } }) {
    const claim = comparable(product);
    if (claim === "" || hasBlank(product) || status !== "adopted") return;
    yield {
      path: ["product"],
      message:
        "a product has one North Star; merge the files, or set `status: retired` in the one that is past",
      claim,
    };
  },
};

/** A name without what people write now in one way, now in another. "Disney" and "Disney+" stay two products. */
function comparable(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['‘’"“”]/g, "")
    .replace(/[\s\-\u2010-\u2015\u2212_]+/g, " ")
    .trim();
}
