/** The board beside the North Star as a web page. */

import { markup, prose } from "../report/escape.js";
import { type Board, boardOf, columnHead, columns, type Lane } from "./board.js";
import { chip, element, htmlPage, logo, pageStyle, sectionElement, star, textElement } from "./page.js";
import type { Theme } from "./theme.js";
import { smallTrendPart, trendPart, trendStyle } from "./trend-html.js";
import { type BetView, type RenderData, type ViewModel, viewModelOf } from "./view-model.js";
import { around, dateText, fill, type Wording } from "./words/words.js";

/** A whole document: the North Star on the left, what is done about it on the right, by Input. */
export function boardPage(data: RenderData, theme: Theme): string {
  const view = viewModelOf(data);
  const board = boardOf(view);
  const texts = view.words.board;
  const body = [
    '<main class="wall">',
    northStar(view, theme),
    element('div class="board"', [
      element(
        'p class="limit"',
        view.limits.map(({ text, broken }) => chip(text, broken ? "bad" : "quiet")),
      ),
      board.rows.length > 0 ? grid(board, view) : null,
      sectionElement(
        texts.unplaced,
        board.waiting.length > 0 ? [`<p>${texts.toPlace}</p>`, waiting(board, view.words)] : [],
      ),
      board.rows.length + board.waiting.length === 0 && `<p>${texts.none}</p>`,
    ]),
    "</main>",
  ];
  return htmlPage({
    title: around(texts.of, view.name),
    language: view.language,
    style: pageStyle(theme) + trendStyle(".north-star") + style,
    body: body.join("\n"),
  });
}

function northStar(
  { name, abbreviation, definition, trend, results, words }: ViewModel,
  theme: Theme,
): string {
  return element('header class="north-star branded"', [
    logo(theme),
    `<p class="kicker">${star(16)} ${words.labels.metric}</p>`,
    `<h1 dir="auto">${markup(name)}${abbreviation ? ` <span>${markup(abbreviation)}</span>` : ""}</h1>`,
    textElement("p", definition),
    trendPart(trend, name),
    results.length > 0 && `<h2 class="leads">${words.page.leads}</h2>`,
    element(
      "ul",
      results.map((result) =>
        element('li dir="auto"', [prose(result.name), smallTrendPart(result.trend, result.name)]),
      ),
    ),
  ]);
}

function grid({ rows }: Board, { horizons, words }: ViewModel): string {
  const names = words.columns;
  const count = (lane: "opportunities" | "interventions", column: keyof Lane) =>
    rows.reduce((sum, row) => sum + row[lane][column].length, 0);
  const heads = (level: 2 | 3, lane: "opportunities" | "interventions") =>
    columns.map(
      (column) =>
        `<th scope="col" class="${styleOf(level, column)}">${columnHead(level, column, words)} <span class="count">${count(lane, column)}</span></th>`,
    );
  const ahead = (level: 2 | 3) => ` <span class="count">${horizons[level]}</span>`;
  return [
    "<table>",
    "<thead>",
    `<tr><td></td><th scope="colgroup" colspan="3">${names.opportunity}${ahead(2)}</th><th scope="colgroup" colspan="3" class="second">${names.intervention}${ahead(3)}</th></tr>`,
    `<tr><th scope="col">${words.shapes.Input}</th>${heads(2, "opportunities").join("")}${heads(3, "interventions").join("")}</tr>`,
    "</thead>",
    ...rows.map(
      (row) =>
        `<tbody><tr><th scope="row" dir="auto">${markup(row.input)}${smallTrendPart(row.trend, row.input)}</th>${cells(2, row.opportunities, words)}${cells(3, row.interventions, words)}</tr></tbody>`,
    ),
    "</table>",
  ].join("\n");
}

function waiting({ waiting: rows }: Board, { columns: names, shapes }: Wording): string {
  const cell = (head: string, bets: readonly BetView[]) =>
    bets.length > 0
      ? `<td><span class="stage">${head}</span><ul>${bets.map(card).join("")}</ul></td>`
      : '<td class="empty"></td>';
  return [
    '<table class="waiting">',
    `<thead><tr>${[shapes.Input, names.opportunity, names.intervention].map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>`,
    ...rows.map(
      ({ input, trend, opportunities, interventions }) =>
        `<tbody><tr><th scope="row" dir="auto">${markup(input)}${smallTrendPart(trend, input)}</th>${cell(names.opportunity, opportunities)}${cell(names.intervention, interventions)}</tr></tbody>`,
    ),
    "</table>",
  ].join("\n");
}

/** A line parts interventions from opportunities. */
function styleOf(level: 2 | 3, column: keyof Lane): string {
  return level === 3 && column === "next" ? "next second" : column;
}

function cells(level: 2 | 3, lane: Lane, words: Wording): string {
  return columns
    .map((column) => {
      const bets = lane[column];
      const head = `<span class="stage">${columnHead(level, column, words)}</span>`;
      return bets.length > 0
        ? `<td class="${styleOf(level, column)}">${head}<ul>${bets.map(card).join("")}</ul></td>`
        : `<td class="empty ${styleOf(level, column)}"></td>`;
    })
    .join("");
}

function card(bet: BetView): string {
  const { labels, sentences, page, verdicts, board } = bet.words;
  const foot = [
    bet.rank !== null && `<span>${fill(labels.rank, { text: bet.rank })}</span>`,
    bet.owner && `<span dir="auto">${markup(bet.owner)}</span>`,
    bet.review?.overdue ? chip(labels.overdue, "bad") : null,
    bet.review &&
      `<span>${fill(bet.review.overdue ? board.since : labels.review, { text: dateText(bet.review.date, bet.words) })}</span>`,
    bet.outcome && chip(verdicts[bet.outcome.verdict], bet.outcome.verdict === "won" ? "good" : "quiet"),
  ];
  return element(`li class="card level-${bet.level}"`, [
    `<p dir="auto"><strong>${prose(around(sentences.change, bet.change))}</strong>${fill(page.rest, { text: prose(bet.effect) })}</p>`,
    element('p class="standing"', foot),
  ]);
}

const style = `
body{background:var(--paper)}
.wall{display:grid;grid-template-columns:260px minmax(0,1fr);gap:28px;max-width:1760px;hyphenate-limit-chars:10 4 4;margin:0 auto;padding:28px}
.north-star{align-self:start;position:sticky;top:28px;background:var(--deep);color:var(--on-deep);border-radius:16px;padding:26px 24px 28px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.north-star .logo{margin-bottom:18px}
.kicker{display:flex;align-items:center;gap:.5em;font-size:.8125rem;font-weight:700;letter-spacing:.03em;color:var(--star-text)}
h1{margin:.45em 0 .5em;font-size:1.625rem;line-height:1.15;letter-spacing:-.01em}
h1 span{font-weight:400;color:var(--on-deep-muted)}
.north-star p{font-size:.9375rem}
.north-star a{color:inherit}
.leads{margin:22px 0 4px;padding-top:16px;border-top:1px solid color-mix(in srgb,var(--on-deep) 22%,transparent);font-size:.75rem;font-weight:400;color:var(--on-deep-muted)}
.north-star li{font-weight:700;font-size:.9375rem}
.limit{margin-bottom:14px}
.limit .chip{font-size:.875rem;white-space:normal}
table{width:100%;border-collapse:separate;border-spacing:0;table-layout:fixed}
th{text-align:start;vertical-align:top;font-size:.875rem}
thead th{padding:6px 8px}
thead th:first-child{padding-inline-start:0}
thead tr:first-child th{font-size:1.125rem;padding-bottom:10px}
thead tr+tr th{border-bottom:2px solid var(--line);color:var(--muted)}
thead tr+tr .active{border-bottom-color:var(--accent);background:none;color:var(--accent-text)}
thead tr:first-child td,thead tr+tr th:first-child{width:11%}
.count{font-weight:400;color:var(--muted)}
thead .second,tbody .second{padding-inline-start:14px;border-inline-start:1px solid var(--line)}
tbody th{padding-block:16px;padding-inline:0 10px}
tbody td{padding:12px 6px;vertical-align:top}
tbody th,tbody td{border-bottom:1px solid var(--line)}
tbody td.active{background:none;color:inherit}
.stage{display:none}
.card{background:var(--panel);border:1px solid var(--line);border-radius:10px;padding:10px 12px;font-size:.8125rem;line-height:1.4}
.card+.card{margin-top:8px}
.active .card{border-color:var(--accent);background:var(--accent-soft)}
.card .standing{font-size:.75rem}
h2{margin:28px 0 12px;font-size:1.125rem}
h2+p{margin-bottom:10px;color:var(--muted);font-size:.875rem}
.waiting thead th{border-bottom:2px solid var(--line)}
.waiting thead th:first-child{width:20%}
.waiting .card{font-size:.875rem}
@media (max-width:1480px){
.wall{grid-template-columns:minmax(0,1fr)}
.north-star{position:static;display:grid;grid-template-columns:minmax(0,1fr) minmax(0,.42fr);gap:0 48px}
.north-star>*{grid-column:1}
.north-star .leads{grid-column:2;grid-row:1/span 2;align-self:end;margin:0 0 6px;padding:0;border:0}
.north-star ul{grid-column:2;grid-row:3/span 3}
h1{font-size:2rem}
}
@media screen and (max-width:860px){
.wall{padding:0 0 32px;gap:20px}
.north-star{display:block;border-radius:0;padding:24px 20px}
h1{font-size:1.5rem}
.north-star .leads{margin:22px 0 4px;padding-top:16px;border-top:1px solid color-mix(in srgb,var(--on-deep) 22%,transparent)}
.board{padding:0 20px}
table,thead,tbody,tr,th,td{display:block;width:auto}
tbody .second{padding-inline-start:0;border-inline-start:0}
thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
tbody{border-top:2px solid var(--line);padding:14px 0}
tbody th,tbody td{border:0;padding:0}
tbody th{font-size:1.0625rem}
td.empty{display:none}
.stage{display:block;margin:12px 0 6px;font-size:.8125rem;font-weight:700;color:var(--muted)}
.active .stage{color:var(--accent-text)}
.card{font-size:.9375rem}
}
@media print{
@page{size:landscape;margin:8mm}
html{font-size:9px}
.wall{gap:12px;padding:0;max-width:none}
.north-star{position:static;padding:12px}
.card{break-inside:avoid;padding:5px 7px}
tbody td{padding:5px 3px}
}
`;
