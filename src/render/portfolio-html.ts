/** The portfolio as a web page. */
import { markup } from "../report/escape.js";
import { chip, element, htmlPage, logo, pageStyle, sectionElement, star, textElement } from "./page.js";
import { disputes, type Entry, type Row, relationsOf, rowsOf, wordsOf } from "./portfolio.js";
import type { Theme } from "./theme.js";
import { smallTrendPart, trendStyle } from "./trend-html.js";
import { counted } from "./words/words.js";

/** The index as a whole document. */
export function portfolioPage(entries: readonly Entry[], theme: Theme): string {
  const rows = rowsOf(entries);
  const withOverdue = rows.some((each) => each.overdue > 0);
  const withNumbers = rows.some(({ view }) => view.trend);
  const words = wordsOf(entries);
  const { portfolio: texts, page, labels, trend } = words;
  const heads = [
    page.product,
    labels.metric,
    ...(withNumbers ? [trend.last] : []),
    page.game,
    texts.met,
    ...(withOverdue ? [texts.overdue] : []),
  ];
  const body = [
    '<main class="index">',
    logo(theme),
    `<h1>${star(26)} ${texts.title}</h1>`,
    ...disputes(entries).map(
      (dispute) => `<p class="dispute">${chip(texts.oneEachMark, "bad")} <span>${markup(dispute)}</span></p>`,
    ),
    "<table>",
    `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>`,
    element(
      "tbody",
      rows.map((each) => row(each, { withNumbers, withOverdue })),
    ),
    "</table>",
    sectionElement(texts.relate, [
      element(
        'ul class="relations"',
        relationsOf(rows).map(
          (each) =>
            `<li><strong dir="auto">${markup(each.name)}</strong> <span class="muted">${texts[each.kind]}</span>${element(
              "ul",
              each.from.map((name) => textElement("li", name)),
            )}</li>`,
        ),
      ),
    ]),
    "</main>",
  ];
  return htmlPage({
    title: texts.title,
    language: words.tag === "en" ? "en" : words.locale,
    style: pageStyle(theme) + trendStyle() + style,
    body: body.filter(Boolean).join("\n"),
  });
}

function row(
  { view, link, met, isAllMet, overdue }: Row,
  { withNumbers, withOverdue }: { withNumbers: boolean; withOverdue: boolean },
): string {
  const { name, definition, product, game, language, words } = view;
  return `<tr lang="${markup(language)}">
<td class="product" dir="auto">${markup(product ?? "")}</td>
<th scope="row"><a href="${markup(link)}" dir="auto">${markup(name)}</a>${textElement("p", definition)}</th>
${withNumbers ? `<td lang="${words.tag}">${smallTrendPart(view.trend, name)}</td>` : ""}
<td lang="${words.tag}">${game ? words.games[game.name] : ""}</td>
<td lang="${words.tag}">${chip(met, isAllMet ? "good" : "quiet")}</td>
${withOverdue ? `<td lang="${words.tag}">${overdue === 0 ? "" : chip(counted(words, words.portfolio.reviews, overdue), "bad")}</td>` : ""}
</tr>`;
}

const style = `
.index{max-width:1100px;margin:0 auto;padding:56px 32px 72px}
.index .logo{margin-bottom:28px}
h1{display:flex;align-items:center;gap:.4em;margin-bottom:28px;font-size:2.25rem;line-height:1.15;letter-spacing:-.015em}
.dispute{display:flex;flex-wrap:wrap;gap:.5em .8em;align-items:center;margin-bottom:14px}
table{width:100%;margin-top:14px;border-collapse:collapse}
th,td{padding:16px 24px 16px 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;font-weight:400}
thead th{padding-bottom:10px;border-bottom:2px solid var(--edge);font-size:.8125rem;font-weight:700;color:var(--muted)}
tbody th a{font-size:1.1875rem;font-weight:700}
tbody th p{max-width:38em;margin-top:.2em;color:var(--muted);font-size:.9375rem}
thead th,td[lang]{overflow-wrap:normal;white-space:nowrap}
.relations{display:flex;flex-wrap:wrap;gap:24px 48px}
.relations .muted{color:var(--muted)}
.relations ul{margin:.4em 0 0;padding-inline-start:14px;border-inline-start:2px solid var(--line)}
.index section{margin-top:40px}
.product{min-width:8em;font-weight:700}
@media screen and (max-width:720px){
.index{padding:28px 20px 48px}
thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
table,tbody,tr,th,td{display:block}
tr{padding:16px 0;border-bottom:1px solid var(--line)}
tbody th,td{padding:2px 0;border:0}
td[lang]{display:inline-block;margin-right:.8em}
td:empty{display:none}
}
`;
