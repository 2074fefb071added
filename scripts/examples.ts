/** The pages of examples/, made from the published North Stars there. */
import { readFileSync } from "node:fs";
import { checkSource } from "../src/lint/check.js";
import { rules } from "../src/lint/rules/index.js";
import { alignedTable } from "../src/render/markdown.js";
import { onePager } from "../src/render/one-pager.js";
import { defaultTheme } from "../src/render/theme.js";
import { treePicture } from "../src/render/tree-svg.js";
import type { RenderData } from "../src/render/view-model.js";
import { exampleNames } from "./published.js";

/** The day on which the examples are judged. */
const today = "2026-11-22";

/** How to make each page, by its path. */
export const examplePages: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(
    exampleNames.map((name) => [`examples/${name}/one-pager.md`, () => onePager(exampleOf(name))]),
  ),
  "examples/README.md": indexPage,
};

/** The picture in the README that is text; scripts/pictures.ts makes the others. */
export const picturePages: Readonly<Record<string, () => string>> = {
  "docs/pictures/tree.svg": () => treePicture(toldIn("docs/pictures"), defaultTheme),
};

/** A published North Star, judged. */
function exampleOf(name: string): RenderData {
  return toldIn(`examples/${name}`);
}

function toldIn(folder: string): RenderData {
  const { star, points } = checkSource(readFileSync(`${folder}/northstar.yaml`, "utf8"), { rules, today });
  if (!star) throw new Error(`${folder}/northstar.yaml cannot be read as a North Star`);
  return { star, points, today: null };
}

function indexPage(): string {
  const rows = exampleNames.map((name) => {
    const { star } = exampleOf(name);
    const levels = new Set((star.bets ?? []).map((bet) => bet.level));
    const bets = [...levels].sort().join(", ");
    return [
      star.product ?? "",
      `[${star.name}](${name}/northstar.yaml)`,
      star.game,
      bets,
      `[one-pager](${name}/one-pager.md)`,
    ];
  });
  return `<!-- Made from the examples by \`UPDATE=1 npm test\`: change them, not this page. -->

# Published North Stars

Thirteen North Stars that companies or their people have written about, to read, to compare with and to copy from. Each file names its sources, and says in a comment what is derived rather than published. None of them is a document of the company.

${alignedTable(["product", "North Star Metric", "game", "bets at levels", ""], rows)}

To start from one of them, copy its \`northstar.yaml\`, change what is not true of your product, and run \`northstar lint\`.
`;
}
