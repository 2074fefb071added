/** The one-pager as a web page that also prints on one page. */

import type { State } from "../lint/check.js";
import { markup, prose } from "../report/escape.js";
import { lined } from "./direction.js";
import type { Tone } from "./layout.js";
import { factsOf, reviewTexts } from "./one-pager.js";
import { defaultSheet, footOf, listLengths, sheetScript, sheetStyle } from "./one-pager-sheet.js";
import {
  chip,
  element,
  htmlPage,
  logo,
  opportunity,
  pageStyle,
  sectionElement,
  standing,
  star,
  textElement,
} from "./page.js";
import type { Theme } from "./theme.js";
import { betSentence } from "./tree-nodes.js";
import { shortTreeSvg, treeStyle, treeSvg } from "./tree-svg.js";
import { trendPart, trendStyle } from "./trend-html.js";
import {
  type BetView,
  countedMark,
  formerInputNames,
  type InputView,
  nameWithAbbreviation,
  type OpportunityView,
  type RenderData,
  type ViewModel,
  viewModelOf,
} from "./view-model.js";
import { around, counted, dateText, fill, type Wording } from "./words/words.js";

/** A whole document; sections of which the file says nothing are not there. */
export function onePagerPage(data: RenderData, theme: Theme): string {
  const view = viewModelOf(data);
  const { sheet = defaultSheet } = data;
  const { words } = view;
  const { page, kickers, titles, columns } = words;
  const body = [
    '<main class="sheet">',
    hero(view, theme),
    sectionElement(kickers.why, [element('div class="columns"', [reasons(view), checklist(view)])]),
    sectionElement(kickers.tree, trees(view), "tree-section"),
    sectionElement(columns.result, [element('ul class="cards"', view.results.map(result))], "results"),
    sectionElement(columns.input, [
      textElement("p", view.formula, "statement"),
      ...view.inputs.map((each) => input(each, words)),
    ]),
    sectionElement(
      titles.misfits,
      [
        view.misfits.length > 0 && `<p class="muted">${page.misfit}</p>`,
        element(
          'ul class="bullets"',
          view.misfits.map((each) => textElement("li", each)),
        ),
      ],
      "misfits",
    ),
    sectionElement(page.loose, [
      element(
        'ul class="cards"',
        view.loose.map((each) =>
          element('li class="card"', [textElement("p", each.kind, "byline"), bet(each)]),
        ),
      ),
    ]),
    sectionElement(page.learned, [element('ul class="cards learned"', view.learned.map(learned))], "lessons"),
    sectionElement(
      kickers.reviews,
      [
        element(
          'ul class="cards"',
          view.answers.map((each) => answer(each, words)),
        ),
      ],
      "said",
    ),
    element('div class="closing"', [
      sectionElement(
        kickers.guardrails,
        [
          element(
            "ul",
            view.guardrails.map((each) => guardrail(each, words)),
          ),
        ],
        "guards",
      ),
      sectionElement(
        kickers.history,
        [
          element(
            "ul",
            view.history.map((each) => earlier(each, words)),
          ),
        ],
        "former",
      ),
      sectionElement(kickers.considered, [element("ul", view.considered.map(considered))], "considered"),
      sectionElement(kickers.later, [later(view)], "later"),
      sectionElement(titles.review, [review(view)]),
    ]),
    sectionElement(
      page.sources,
      [
        element(
          'ul class="plain"',
          view.sources.map((source) => textElement("li", source)),
        ),
      ],
      "sources",
    ),
    footOf(sheet, words),
    "</main>",
  ];
  return htmlPage({
    title: view.name,
    language: view.language,
    style: pageStyle(theme) + treeStyle(theme) + trendStyle(".hero") + style + sheetStyle(sheet),
    body: body.filter(Boolean).join("\n"),
    script: sheetScript(sheet),
  });
}

/** The whole tree for a screen, and where paper is too small for it the short one. */
function trees(view: ViewModel): string[] {
  const short = shortTreeSvg(view);
  const { page } = view.words;
  return [
    `<figure class="tree whole" tabindex="0" aria-label="${markup(page.treeScrolls)}">${treeSvg(view)}</figure>`,
    ...(short ? [`<figure class="tree short">${short}</figure>`] : []),
    `<p class="hint">${page.treeGoesOn}</p>`,
  ];
}

function hero(view: ViewModel, theme: Theme): string {
  const { name, abbreviation, definition, words } = view;
  const isLong = name.length > 60 || name.split(/[\s-]+/).some((word) => word.length > 16);
  const size = name.length > 300 ? ' class="vast"' : isLong ? ' class="long"' : "";
  return element('header class="hero branded"', [
    logo(theme),
    `<p class="kicker">${star(18)} ${words.labels.metric}</p>`,
    `<h1${size} dir="auto">${markup(name)}${abbreviation ? ` <span class="abbreviation">${markup(abbreviation)}</span>` : ""}</h1>`,
    textElement("p", definition, "definition"),
    trendPart(view.trend, name),
    element(
      "dl",
      factsOf(view).map(({ label, text }) => `<div><dt>${label}</dt>${textElement("dd", text)}</div>`),
    ),
  ]);
}

function reasons({ vision, strategy, beliefs, exchanges, words: { labels } }: ViewModel): string {
  const labelled = (label: string, inner: string) => inner && `<h3>${label}</h3>${inner}`;
  const background = [
    labelled(labels.strategy, textElement("p", strategy, "statement")),
    labelled(
      labels.beliefs,
      element(
        'ul class="bullets"',
        beliefs.map((each) => textElement("li", each)),
      ),
    ),
    labelled(
      labels.exchanges,
      element(
        'ul class="bullets"',
        exchanges.map(
          ({ text, counted }) =>
            `<li dir="auto">${prose(text)}${counted ? ` ${chip(countedMark, "accent")}` : ""}</li>`,
        ),
      ),
    ),
  ];
  return element("div", [
    labelled(labels.vision, textElement("p", vision, "statement")),
    element('div class="background"', background),
  ]);
}

const stateTones: Readonly<Record<State, Tone>> = {
  met: "good",
  open: "quiet",
  doubtful: "warn",
  broken: "bad",
};

function checklist({ checklist: { points, summary }, words: { page, states } }: ViewModel): string {
  return element('div class="checklist"', [
    `<h3>${fill(page.checklistOf, { text: summary })}</h3>`,
    element(
      "ol",
      points.map(
        ({ number, title, state, answer }) =>
          `<li><span class="number">${number}</span><div><strong>${title}</strong> ${chip(states[state], stateTones[state])}${textElement("p", answer)}</div></li>`,
      ),
    ),
  ]);
}

function result({ name, kind, definition, trend, bets }: ViewModel["results"][number]): string {
  return element('li class="card result"', [
    textElement("h3", name),
    textElement("p", kind, "byline"),
    trendPart(trend, name),
    textElement("p", definition),
    ...bets.map((each) => bet(each)),
  ]);
}

/** What it is, and beside it what is done about it. An Input without opportunities has room there for its definition. */
function input(
  { name, abbreviation, definition, trend, how, moves, ideas, factor, owner, bets, opportunities }: InputView,
  words: Wording,
): string {
  const { labels, page } = words;
  const head = [
    textElement("h3", nameWithAbbreviation({ name, abbreviation })),
    textElement("p", lined([factor, ideas, owner]), "byline"),
    trendPart(trend, name),
  ];
  const about = [
    textElement("p", definition),
    textElement("p", moves && around(page.movesIs, moves), "muted"),
    textElement("p", how && around(labels.observed, how), "muted how"),
    ...bets.map((each) => bet(each)),
  ];
  if (opportunities.length === 0)
    return element('article class="input"', [element("div", head), element('div class="about"', about)]);
  const one = opportunities.length === 1 ? " one" : "";
  return element('article class="input"', [
    element("div", [...head, ...about]),
    element(`ul class="opportunities${one}"`, [
      ...opportunities.map((each) => opportunity(each, bet, countOf(each))),
      ...restOf(opportunities.length, words),
    ]),
  ]);
}

/** How many interventions there are, for where they have no room. */
function countOf({ interventions: { length }, words }: OpportunityView): string {
  const text = counted(words, words.counts.allInterventions, length);
  return length > 0 ? `<p class="count">${text}</p>` : "";
}

/** How many opportunities there are beyond those that have room. */
function restOf(count: number, words: Wording): string[] {
  return listLengths.flatMap((length) =>
    count > length
      ? [`<li class="rest rest${length}">${counted(words, words.counts.more, count - length)}</li>`]
      : [],
  );
}

function bet(each: BetView): string {
  const { labels, sentences, page } = each.words;
  const more = lined([
    each.expect && fill(labels.expected, { text: each.expect }),
    each.rank !== null && fill(labels.rank, { text: each.rank }),
    each.problem && around(labels.problem, each.problem),
    ...each.weights,
    each.disproof && around(labels.lostIf, each.disproof),
    ...each.readouts,
    ...each.links,
  ]);
  return element('div class="bet"', [
    `<p dir="auto"><strong>${prose(around(sentences.change, each.change))}</strong><span class="then">${fill(page.rest, { text: prose(each.effect) })}</span></p>`,
    standing(each),
    textElement("p", more, "more"),
  ]);
}

const verdictTones = { won: "good", lost: "warn", unclear: "quiet" } as const;

function learned(each: ViewModel["learned"][number]): string {
  const { verdict, date, learned: text } = each.outcome;
  return element('li class="card"', [
    `<p class="byline">${chip(each.words.verdicts[verdict], verdictTones[verdict])} ${dateText(date, each.words)}</p>`,
    textElement("p", text, "statement"),
    textElement("p", betSentence(each), "muted"),
  ]);
}

function guardrail(
  { name, definition, protects, owner, breach }: ViewModel["guardrails"][number],
  { labels }: Wording,
): string {
  return element('li class="card"', [
    textElement("h3", name),
    textElement("p", owner, "byline"),
    textElement("p", definition),
    textElement("p", protects ? around(labels.protects, protects) : null, "muted"),
    breach === undefined ? null : textElement("p", around(labels.stopAt, String(breach)), "muted"),
  ]);
}

function review(view: ViewModel): string {
  const texts = reviewTexts(view);
  const { words } = view;
  return texts
    ? element('div class="card"', [
        textElement("p", texts.day && dateText(texts.day, words), "day"),
        view.review?.overdue ? chip(words.labels.overdue, "bad") : null,
        textElement("p", texts.rhythm, "muted"),
      ])
    : "";
}

function answer({ question, answer, date }: ViewModel["answers"][number], words: Wording): string {
  return element('li class="card"', [
    textElement("h3", question),
    textElement("p", answer),
    textElement("p", date ? dateText(date, words) : null, "byline"),
  ]);
}

function earlier(former: ViewModel["history"][number], words: Wording): string {
  const { labels, page } = words;
  const { name, date, definition, reason } = former;
  const inputs = formerInputNames(former);
  return element('li class="card"', [
    textElement("h3", name),
    textElement("p", date ? fill(labels.until, { text: dateText(date, words) }) : null, "byline"),
    textElement("p", definition),
    textElement("p", inputs ? around(page.inputs, inputs) : null),
    textElement("p", reason, "muted"),
  ]);
}

function later({ next, words: { page } }: ViewModel): string {
  if (!next) return "";
  return element('div class="card"', [
    textElement("h3", next.name),
    textElement("p", next.definition ?? null),
    textElement("p", next.sign ? around(page.signIs, next.sign) : null, "muted"),
  ]);
}

function considered({ name, definition, reason }: ViewModel["considered"][number]): string {
  return element('li class="card"', [
    textElement("h3", name),
    textElement("p", definition),
    textElement("p", reason, "muted"),
  ]);
}

const style = `
.sheet{max-width:1180px;margin:0 auto;padding:32px 32px 72px}
.hero{position:relative;background:var(--deep);color:var(--on-deep);border-radius:20px;padding:48px 56px 44px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.hero .logo{position:absolute;top:44px;inset-inline-end:56px}
.kicker{display:flex;align-items:center;gap:.5em;font-size:.875rem;font-weight:700;letter-spacing:.04em;color:var(--star-text)}
h1{margin:.3em 0 .35em;font-size:clamp(2rem,5.2vw,3.5rem);line-height:1.08;letter-spacing:-.02em;text-wrap:balance}
h1.long{font-size:clamp(1.5rem,3.6vw,2.5rem)}
h1.vast{font-size:1.125rem;letter-spacing:0}
.abbreviation{font-weight:400;color:var(--on-deep-muted)}
.definition{max-width:46em;font-size:1.1875rem;line-height:1.5}
.hero a{color:inherit}
.hero dl{display:flex;flex-wrap:wrap;gap:18px 40px;margin-top:32px;padding-top:22px;border-top:1px solid color-mix(in srgb,var(--on-deep) 22%,transparent)}
.hero dl div{flex:0 1 auto;max-width:22em}
dt{font-size:.75rem;color:var(--on-deep-muted)}
dd{font-size:.9375rem}
.hero .trend{margin-top:20px}
section{margin-top:52px}
h2{margin-bottom:18px;font-size:1.5rem;line-height:1.2;letter-spacing:-.01em}
h3{font-size:1.0625rem;line-height:1.3}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));gap:32px 48px}
.columns h3{margin:22px 0 6px;font-size:.8125rem;font-weight:700;color:var(--muted)}
.columns>div>h3:first-child,.background:first-child>h3:first-child{margin-top:0}
.statement{font-size:1.1875rem;line-height:1.45}
.bullets li{position:relative;padding-inline-start:1.1em;margin-top:.35em}
.bullets li::before{content:"";position:absolute;inset-inline-start:0;top:.62em;width:.4em;height:.4em;border-radius:50%;background:var(--star)}
.checklist ol{border-top:1px solid var(--line)}
.checklist li{display:flex;gap:14px;padding:10px 0;border-bottom:1px solid var(--line)}
.checklist .number{flex:none;width:1.2em;font-variant-numeric:tabular-nums;color:var(--muted)}
.checklist li div{flex:1}
.checklist .chip{float:inline-end;margin-inline-start:12px}
.checklist p{color:var(--muted);font-size:.9375rem}
.tree{overflow-x:auto;border:1px solid var(--line);border-radius:14px}
.tree svg{display:block;min-width:900px;margin:0 auto}
.hint{display:none}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,330px),1fr));gap:18px}
.card{background:var(--panel);border:1px solid var(--line);border-radius:14px;padding:20px 22px}
.input{display:grid;grid-template-columns:1fr 2fr;gap:20px 40px;padding:24px 0 28px;border-top:3px solid var(--accent)}
.input+.input{border-top:1px solid var(--line)}
.input>div>h3{font-size:1.25rem}
.about{max-width:46em;font-size:1.0625rem}
.opportunities{columns:2 280px;column-gap:40px}
.opportunities.one{columns:auto}
.opportunities>li{break-inside:avoid}
.opportunities>li+li{padding-top:18px}
.opportunities>li>.bet{margin-top:0}
.one>li{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,280px),1fr));gap:14px 40px}
.one .bets{margin-top:0}
.closing{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));gap:0 32px}
.closing li+li{margin-top:14px}
.closing section{min-width:0}
.day{font-size:2rem;font-weight:700;letter-spacing:-.01em;font-variant-numeric:tabular-nums}
.byline{margin:.15em 0 .5em;font-size:.8125rem;color:var(--muted)}
.card>p+p{margin-top:.5em}
.muted,.more{color:var(--muted);font-size:.9375rem}
.more{margin-top:.25em;font-size:.8125rem}
.bet{margin-top:14px;font-size:.9375rem}
.bets{margin-top:14px;padding-inline-start:14px;border-inline-start:2px solid var(--line)}
.bets>li+li{margin-top:12px}
.bets .bet{margin-top:0}
.sources{font-size:.875rem;color:var(--muted)}
.sources li+li{margin-top:.25em}
@media screen and (max-width:640px){
.sheet{padding:0 0 48px}
.hero{border-radius:0;padding:28px 20px 26px}
.hero .logo{position:static;margin-bottom:20px}
.hero dl{display:grid;grid-template-columns:1fr 1fr;gap:14px 18px}
.definition{font-size:1.0625rem}
section{margin:40px 20px 0}
.tree{margin:0 -20px;border-radius:0;border-width:1px 0}
.whole:has(+.short){display:none}
.tree.short{display:block}
.tree.short svg{min-width:640px}
.hint{display:block;margin-top:6px;font-size:.8125rem;color:var(--muted)}
.card{padding:16px 18px}
}
@media screen and (max-width:820px){
.input{grid-template-columns:minmax(0,1fr)}
}
`;
