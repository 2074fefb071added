/** Slides as one web page: arrow keys, notes, print, and nothing from the network. */
import { markup, markupPart } from "../../report/escape.js";
import { type Direction, directionIn } from "../direction.js";
import { dataAddress, htmlPage, pageStyle } from "../page.js";
import { type Palette, textRole } from "../palette.js";
import { sparkline } from "../sparkline.js";
import { starPath, tenths } from "../star-path.js";
import type { Theme } from "../theme.js";
import { type RenderData, type ViewModel, viewModelOf } from "../view-model.js";
import { fill, type Wording } from "../words/words.js";
import {
  type Box,
  bandWidth,
  type ConnectorShape,
  canvas,
  type Paragraph,
  type Shape,
  type Slide,
  type TableShape,
  type TextShape,
} from "./slide.js";
import { slidesOf } from "./slides.js";
import { cellPadding } from "./table.js";
import { bulletIndent } from "./typeset.js";

/** A whole deck; without its script it is a page of slides, one under the other. */
export function htmlDeck(data: RenderData, theme: Theme): string {
  const view = viewModelOf(data);
  return htmlSlides(slidesOf(data, theme), data.deck?.title ?? view.name, view, theme);
}

/** Slides as a page of this title. */
export function htmlSlides(
  slides: readonly Slide[],
  title: string,
  view: Pick<ViewModel, "words" | "language">,
  theme: Theme,
): string {
  const rules = new Set<string>();
  const pen = { rules, words: view.words };
  // Most slides show the logo, so the style has it once.
  if (theme.logo) rules.add(`.logo{background:url(${dataAddress(theme.logo)}) center/contain no-repeat}`);
  const body = slides.map((slide, index) => section(slide, index, slides.length, pen));
  return htmlPage({
    title,
    language: view.language,
    style: pageStyle(theme) + style + [...rules].join("\n"),
    body: `<main id="deck">\n${body.join("\n")}\n</main>\n<p id="help">${markup(view.words.labels.keys)}</p>`,
    script,
  });
}

/** What everything on one slide shares. */
interface Pen {
  direction: Direction;
  rules: Set<string>;
  words: Wording;
}

function section(slide: Slide, index: number, count: number, drawing: Omit<Pen, "direction">): string {
  const { shapes, ground, title, notes, direction = "ltr" } = slide;
  const pen: Pen = { ...drawing, direction };
  const { titles, labels } = pen.words;
  const place = fill(titles.numbered, { number: index + 1, count, title });
  const connectors = shapes.filter((shape) => shape.kind === "connector");
  const drawn = shapes.map((shape, place) => shapePart(shape, `s${index + 1}-${place + 1}`, pen));
  const lines = notes.map((text) => `<p dir="auto">${markup(text)}</p>`);
  return `<section class="slide ${ground}" id="slide-${index + 1}" aria-label="${markup(place)}">
<div class="canvas">
${connectors.length > 0 ? edges(connectors) : ""}
${drawn.filter(Boolean).join("\n")}
</div>
${lines.length > 0 ? `<aside class="notes" aria-label="${markup(labels.notes)}">\n${lines.join("\n")}\n</aside>` : ""}
</section>`;
}

function shapePart(shape: Shape, id: string, pen: Pen): string {
  if (shape.kind === "connector") return "";
  pen.rules.add(`#${id}{${placeOf(shape)}}`);
  if (shape.kind === "star")
    return `<svg class="shape star" id="${id}" viewBox="-10 -10 20 20" aria-hidden="true"><path d="${starPath(10)}"/></svg>`;
  if (shape.kind === "picture") return `<div class="shape logo" id="${id}"></div>`;
  if (shape.kind === "table") return tablePart(shape, id, pen);
  if (shape.kind === "chart")
    return `<div class="shape" id="${id}">${sparkline(shape.trend, shape.name, shape)}</div>`;
  return textPart(shape, id, pen);
}

function placeOf({ x, y, width, height }: Box): string {
  return `left:${u(x)};top:${u(y)};width:${u(width)};height:${u(height)}`;
}

/** Points of the canvas, as the page scales them. */
function u(points: number): string {
  return `calc(${Math.round(points * 100) / 100}*var(--u))`;
}

function textPart(shape: TextShape, id: string, pen: Pen): string {
  const { anchor = "top", fill, outline, round = 0, inset = 0, insetY = inset } = shape;
  const place = { top: "flex-start", middle: "center", bottom: "flex-end" }[anchor];
  pen.rules.add(
    `#${id}{justify-content:${place}${fill ? `;background:${colorOf(fill)}` : ""}${outline ? `;box-shadow:inset 0 0 0 var(--u) ${colorOf(outline)}` : ""}${round ? `;border-radius:${u(round)}` : ""}${inset || insetY ? `;padding:${u(insetY)} ${u(inset)}` : ""}}`,
  );
  const element = shape.isTitle ? "h2" : "div";
  const inner = shape.isTitle
    ? shape.paragraphs.map(
        (each) =>
          `<span class="p ${textClass(each, pen)}" dir="${dirOf(each, pen)}">${runs(each, pen)}</span>`,
      )
    : paragraphs(shape.paragraphs, pen);
  return `<${element} class="shape text" id="${id}">${inner.join("")}</${element}>`;
}

/** Bullets that follow each other are one list. */
function paragraphs(all: readonly Paragraph[], pen: Pen): string[] {
  return all.map((each, index) => {
    const style = textClass(each, pen);
    const inner = runs(each, pen);
    if (!each.bullet) return `<p class="p ${style}" dir="${dirOf(each, pen)}">${inner}</p>`;
    const opens = all[index - 1]?.bullet ? "" : "<ul>";
    const closes = all[index + 1]?.bullet ? "" : "</ul>";
    return `${opens}<li class="p ${style}" dir="${dirOf(each, pen)}">${inner}</li>${closes}`;
  });
}

/** Styles are classes, since the policy of the page allows no style in an element. */
function textClass(
  { before = 0, align = "left", bullet, runs: all }: Paragraph,
  { direction, rules }: Pen,
): string {
  const size = Math.max(...all.map((run) => run.size));
  const indent = bullet ? bulletIndent(size) : 0;
  const name = `p${[before, size, indent].map((each) => Math.round(each * 10)).join("-")}${align.charAt(0)}`;
  const sides =
    direction === "rtl"
      ? { left: "right", center: "center", right: "left" }
      : { left: "start", center: "center", right: "end" };
  const side = sides[align];
  rules.add(
    `.${name}{margin-top:${u(before)};font-size:${u(size)};padding-inline-start:${u(indent)};text-align:${side}}`,
  );
  return name;
}

function runs({ runs: all }: Pick<Paragraph, "runs">, { rules }: Pen): string {
  return all
    .map(({ text, size, color, bold }) => {
      const name = `r${Math.round(size * 10)}${bold ? "b" : ""}-${color}`;
      rules.add(
        `.${name}{font-size:${u(size)};color:${colorOf(textRole(color))}${bold ? ";font-weight:700" : ""}}`,
      );
      return `<span class="${name}">${markupPart(text)}</span>`;
    })
    .join("");
}

/** A text that is alone is read in its own direction; on a slide from right to left it may begin with words of ours. */
function dirOf({ runs: all }: Pick<Paragraph, "runs">, { direction }: Pen): "auto" | Direction {
  return direction === "ltr" ? "auto" : directionIn(all.map(({ text }) => text).join(""), direction);
}

function colorOf(role: keyof Palette): string {
  return `var(--${role.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)})`;
}

function tablePart({ name, columns, rows, headSize, headHeight }: TableShape, id: string, pen: Pen): string {
  const { rules, direction } = pen;
  for (const [index, { width }] of columns.entries())
    rules.add(`#${id} th:nth-child(${index + 1}){width:${u(width)}}`);
  rules.add(`#${id} thead tr{height:${u(headHeight)}}`);
  const cell = (run: { text: string; size: number; color: keyof Palette; bold?: boolean }) =>
    runs({ runs: [run] }, pen);
  const heads = columns.map(
    ({ head }) => `<th scope="col">${cell({ text: head, size: headSize, bold: true, color: "muted" })}</th>`,
  );
  const body = rows.map(({ height, cells }) => {
    const style = `h${Math.round(height * 10)}`;
    rules.add(`.${style}{height:${u(height)}}`);
    return `<tr class="${style}">${cells.map((each) => `<td dir="${dirOf({ runs: [each] }, pen)}">${cell(each)}</td>`).join("")}</tr>`;
  });
  return `<div class="shape" id="${id}"><table aria-label="${markup(name)}"${direction === "rtl" ? ' dir="rtl"' : ""}><thead><tr>${heads.join("")}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}

function edges(connectors: readonly ConnectorShape[]): string {
  const ways = connectors.map(({ start, end }) => {
    const bend = (start.x - end.x) / 2;
    const to = Math.sign(bend);
    return `<path class="edge" d="M${tenths(start.x)} ${tenths(start.y)}C${tenths(start.x - bend)} ${tenths(start.y)} ${tenths(end.x + bend)} ${tenths(end.y)} ${tenths(end.x + 6 * to)} ${tenths(end.y)}"/><path class="tip" d="M${tenths(end.x + 7 * to)} ${tenths(end.y - 3.5)}L${tenths(end.x + to)} ${tenths(end.y)}L${tenths(end.x + 7 * to)} ${tenths(end.y + 3.5)}Z"/>`;
  });
  return `<svg class="edges" viewBox="0 0 ${canvas.width} ${canvas.height}" aria-hidden="true">${ways.join("")}</svg>`;
}

const style = `
body{background:var(--quiet-soft)}
#deck{display:grid;gap:28px;justify-content:center;padding:28px 0}
.slide{container-type:inline-size;width:min(96vw,1280px)}
.canvas{--u:calc(100cqw/${canvas.width});position:relative;width:100%;aspect-ratio:16/9;overflow:hidden;background:var(--paper);-webkit-print-color-adjust:exact;print-color-adjust:exact}
.deep .canvas{background:var(--deep)}
.canvas::before{content:"";position:absolute;inset-block:0;inset-inline-start:0;width:${u(bandWidth)};background:var(--accent)}
.shape{position:absolute;margin:0}
.text{display:flex;flex-direction:column;font-weight:400}
.text .p{line-height:1.25;overflow-wrap:anywhere;hyphens:auto;hyphenate-limit-chars:16 6 6}
.text ul{display:contents}
.text li{position:relative}
.text li::before{content:"";position:absolute;inset-inline-start:0;top:.45em;width:.36em;height:.36em;border-radius:50%;background:var(--star)}
.text span.p{display:block}
.spark{display:block;width:100%;height:100%}
.spark .line{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.spark circle{fill:var(--accent)}
.spark .ticks{stroke:var(--muted);stroke-width:1.5}
.edges{position:absolute;inset:0;width:100%;height:100%}
.edge{fill:none;stroke:var(--edge);stroke-width:1.25}
.tip{fill:var(--edge)}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:calc(9*var(--u))}
th,td{padding:${u(cellPadding.y)} ${u(cellPadding.x)};text-align:start;vertical-align:top;line-height:1.25;font-weight:400;border-bottom:max(1px,calc(.75*var(--u))) solid var(--line)}
th{border-color:var(--edge)}
.shape.logo{max-width:none;max-height:none}
.notes{max-width:60em;padding:12px 4px 0;color:var(--muted);font-size:.9375rem}
.notes p+p{margin-top:.4em}
#help{display:none}
.shown body{overflow:hidden}
.shown #deck{display:block;padding:0}
.shown .slide{display:none}
.shown .slide.now{display:grid;place-content:center;width:100vw;height:100vh;container-type:normal}
.shown .now .canvas{--u:calc(min(100vw,177.78vh)/${canvas.width});width:min(100vw,177.78vh)}
.shown .notes{display:none}
.shown.noted .slide.now{grid-template-rows:auto minmax(0,1fr);place-content:start center;gap:0}
.shown.noted .now .canvas{--u:calc(min(100vw,120vh)/${canvas.width});width:min(100vw,120vh)}
.shown.noted .now .notes{display:block;overflow:auto;width:min(100vw,120vh);max-width:none;padding:14px 24px;font-size:1.0625rem;color:var(--ink)}
.shown #help{display:block;position:fixed;left:0;right:0;top:10px;text-align:center;font-size:.8125rem;color:var(--muted);opacity:0}
.shown #help.seen{opacity:1}
@media (prefers-reduced-motion:no-preference){.shown #help{transition:opacity .6s}}
@media print{
@page{size:13.333in 7.5in;margin:0}
body{background:none}
#deck,.shown #deck{display:block;padding:0}
.slide,.shown .slide,.shown .slide.now{display:block;width:13.333in;height:7.5in;container-type:inline-size;break-after:page;break-inside:avoid}
.slide:last-child{break-after:auto}
.canvas,.shown .now .canvas,.shown.noted .now .canvas{--u:calc(13.333in/${canvas.width});width:13.333in}
.notes,.shown.noted .now .notes,.shown #help{display:none}
}
`;

/** Shows one slide at a time. Without it, every slide and its notes are there to be scrolled. */
const script = `"use strict";
const root = document.documentElement;
const slides = [...document.querySelectorAll(".slide")];
const help = document.getElementById("help");
let now = 0;
const show = (index) => {
  slides[now].classList.remove("now");
  now = Math.min(Math.max(index, 0), slides.length - 1);
  slides[now].classList.add("now");
  history.replaceState(null, "", "#" + (now + 1));
};
const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, Enter: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1 };
addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key in steps) show(now + steps[event.key]);
  else if (event.key === "Home") show(0);
  else if (event.key === "End") show(slides.length - 1);
  else if (event.key === "n") root.classList.toggle("noted");
  else return;
  help.classList.remove("seen");
  event.preventDefault();
});
let touched = null;
addEventListener("touchstart", (event) => { touched = event.changedTouches[0].clientX; }, { passive: true });
addEventListener("touchend", (event) => {
  const way = event.changedTouches[0].clientX - touched;
  if (Math.abs(way) > 40) show(now + (way < 0 ? 1 : -1));
});
addEventListener("hashchange", () => show(Number(location.hash.slice(1)) - 1 || 0));
root.classList.add("shown");
show(Number(location.hash.slice(1)) - 1 || 0);
help.classList.add("seen");
setTimeout(() => help.classList.remove("seen"), 4000);`;
