import { listSome, quoted } from "../../../file/message-text.js";
import { slug } from "../../../file/northstar.js";
import { hasBlank } from "../../../reading/blank.js";
import type { Beside, SetRule } from "../../rule.js";

export const overlappingStars: SetRule = {
  id: "overlapping-stars",
  part: "statement",
  severity: "note",
  summary: "Two North Stars of one owner share an Input",
  why: `Customers often see one product where a company sees several. Where the same person answers for two North Stars, and
the same work moves both, they may be two views of one. Two are worth their price where customers, needs and
strategies differ, and a product that is made of others says so under \`parts\`.`,
  question: "Would a customer say that these are two products?",
  chapter: 5,
  good: `
owner: Ada
inputs:
  - name: Broadcasted Learnings
    definition: Charts, dashboards and notebooks consumed by two or more people in seven days.
status: retired
`,
  bad: `
owner: Ada
#      ^^^ also owns other/northstar.yaml, which has the Input "Broadcasted Learnings", too: are these two North Stars, or one?
inputs:
  - name: Broadcasted Learnings
    definition: Charts, dashboards and notebooks consumed by two or more people in seven days.
`,
  placeIn: (star) => (claimsOf(star).length === 0 ? null : ["owner"]),
  *check(files) {
    const sharing = new Map<string, { file: number; input: string }[]>();
    for (const [file, { star }] of files.entries())
      for (const { key, input } of claimsOf(star)) {
        const those = sharing.get(key) ?? [];
        if (those.at(-1)?.file !== file) those.push({ file, input });
        sharing.set(key, those);
      }
    const told = new Set<number>();
    for (const those of sharing.values())
      for (const { file, input } of those) {
        // Of very many only a few are named, so only a few are looked at.
        const others = those.slice(0, 9).filter((each) => !isAnswered(files[each.file], files[file]));
        if (others.length === 0 || told.has(file)) continue;
        told.add(file);
        const paths = others.flatMap((each) => files[each.file]?.path ?? []);
        const many = those.length > 9 ? those.length - 1 : others.length;
        const have = many === 1 ? "has" : "have";
        yield {
          file,
          message: `also owns ${listSome(paths, many)}, which ${have} the Input ${quoted(input)}, too: are these two North Stars, or one?`,
        };
      }
  },
};

/** A file itself; one that claims the same product, which duplicate-product is about; and a whole with its part. */
function isAnswered(one: Beside | undefined, other: Beside | undefined): boolean {
  if (!one || !other || one === other) return true;
  const [product, another] = [slug(one.star.product ?? ""), slug(other.star.product ?? "")];
  const has = ({ star }: Beside, part: string) => star.parts?.some((each) => slug(each) === part) ?? false;
  return (product !== "" && product === another) || has(one, another) || has(other, product);
}

/** Each Input of a North Star in force with its owner, in words that can be compared. */
function claimsOf(star: Beside["star"]): { key: string; input: string }[] {
  const { owner = "", status = "adopted", inputs = [] } = star;
  if (owner.trim() === "" || hasBlank(owner) || status !== "adopted") return [];
  return inputs.flatMap(({ name }) =>
    hasBlank(name) || slug(name) === ""
      ? []
      : [{ key: `${slug(owner) || owner.trim()}\n${slug(name)}`, input: name }],
  );
}
