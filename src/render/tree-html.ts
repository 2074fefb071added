/** The tree as a web page, and so as a sheet of paper of its own size. */
import { htmlPage, pageStyle } from "./page.js";
import { storyOf, type Told } from "./story.js";
import type { Theme } from "./theme.js";
import { treeStyle, treeSvg } from "./tree-svg.js";

/** A whole document. */
export function treePage(told: Told, theme: Theme): string {
  const story = storyOf(told);
  const svg = treeSvg(story);
  const [, width, height] = svg.match(/ width="(\d+)" height="(\d+)"/) ?? [];
  return htmlPage({
    title: `The tree of ${story.name}`,
    language: story.language,
    style: `${pageStyle(theme)}${treeStyle(theme)}
.tree{overflow-x:auto}
.tree svg{display:block;min-width:900px;margin:0 auto}
@media print{@page{size:${width}px ${height}px;margin:0}.tree{overflow:visible}.tree svg{min-width:0}}
`,
    body: `<main class="tree" tabindex="0" aria-label="The tree, which can be scrolled">${svg}</main>`,
  });
}
