/** The tree as a web page, and so as a sheet of paper of its own size. Where a screen is too narrow, it is a list. */
import { markup, prose } from "../report/escape.js";
import { lined } from "./direction.js";
import { element, htmlPage, opportunity, pageStyle, standing, star, textElement } from "./page.js";
import type { Theme } from "./theme.js";
import { betSentence } from "./tree-nodes.js";
import { lineStyle, numberedTreeSvg, treeStyle } from "./tree-svg.js";
import { type BetView, type InputView, type RenderData, type ViewModel, viewModelOf } from "./view-model.js";
import { around, fill } from "./words/words.js";

/** A whole document. */
export function treePage(data: RenderData, theme: Theme): string {
  const view = viewModelOf(data);
  const { page } = view.words;
  const svg = numberedTreeSvg(view);
  const [, width, height] = svg.match(/ width="(\d+)" height="(\d+)"/) ?? [];
  return htmlPage({
    title: fill(page.treeOf, { text: view.name }),
    language: view.language,
    style: `${pageStyle(theme)}${treeStyle(theme)}${lineStyle(view, theme)}${style}
@media print{@page{size:${width}px ${height}px;margin:0}.tree{overflow:visible}.tree svg{min-width:0}}
`,
    body: `<main>
<figure class="tree" tabindex="0" aria-label="${markup(page.treeScrolls)}">${svg}</figure>
${outline(view)}
</main>`,
  });
}

/** The same from top to bottom. */
function outline({
  name,
  definition,
  formula,
  trend,
  results,
  inputs,
  loose,
  words: { page },
}: ViewModel): string {
  return element('div class="outline"', [
    element("header", [
      `<h1 dir="auto">${star(20)} ${markup(name)}</h1>`,
      textElement("p", trend?.told, "name"),
      textElement("p", definition),
      textElement("p", formula),
      results.length > 0 && `<h2>${page.leads}</h2>`,
      element(
        "ul",
        results.map((result) =>
          element("li", [
            textElement("p", result.name, "name"),
            textElement("p", result.trend?.told),
            ...result.bets.map((each) => textElement("p", betSentence(each))),
          ]),
        ),
      ),
    ]),
    `<h2>${page.drives}</h2>`,
    element("ul", inputs.map(input)),
    loose.length > 0 && `<h2>${page.loose}</h2>`,
    element(
      "ul",
      loose.map((each) => element("li", [bet(each)])),
    ),
  ]);
}

function input({ name, factor, owner, trend, bets, opportunities }: InputView): string {
  return element('li class="input"', [
    textElement("h3", name),
    textElement("p", lined([factor, owner]), "byline"),
    textElement("p", trend?.told),
    ...bets.map(bet),
    element(
      "ul",
      opportunities.map((each) => opportunity(each, bet)),
    ),
  ]);
}

function bet(each: BetView): string {
  const { sentences, page } = each.words;
  const said = `<p dir="auto"><strong>${prose(around(sentences.change, each.change))}</strong>${fill(page.rest, { text: prose(each.effect) })}</p>`;
  return said + standing(each);
}

const style = `
.tree{overflow-x:auto}
.tree svg{display:block;min-width:900px;margin:0 auto}
.outline{display:none}
@media screen and (max-width:760px){
.tree{display:none}
.outline{display:block;padding-bottom:32px}
.outline header{background:var(--deep);color:var(--on-deep);padding:24px 20px}
.outline header a{color:inherit}
.outline header h2{margin:16px 0 2px;font-size:.75rem;font-weight:400;color:var(--on-deep-muted)}
.outline header li+li{margin-top:8px}
.outline .name{font-weight:700}
.outline h1{font-size:1.625rem;line-height:1.2;margin-bottom:.4em}
.outline>h2{margin:24px 20px 8px;font-size:1.125rem}
.outline>ul{padding:0 20px}
.outline h3{font-size:1.125rem;line-height:1.3}
.outline .input{padding:14px 0 18px;border-top:2px solid var(--accent)}
.outline .byline{font-size:.8125rem;color:var(--muted)}
.outline .input>p:not(.byline){margin-top:8px}
.outline>ul>li+li:not(.input){margin-top:14px}
.outline li li{margin-top:14px;padding-inline-start:14px;border-inline-start:2px solid var(--line);font-size:.9375rem}
}
`;
