/** Web pages that need nothing but themselves: no network, no foreign script, nothing that their policy does not name. */
import { createHash } from "node:crypto";
import { markup, prose } from "../report/escape.js";
import { directionOf } from "./direction.js";
import { generatedMarker } from "./generated-marker.js";
import { chipsOf, type Tone } from "./layout.js";
import type { Palette } from "./palette.js";
import { starPath } from "./star-path.js";
import { fontFamily, type Logo, type Theme } from "./theme.js";
import type { BetView, OpportunityView } from "./view-model.js";
import { dateText, fill } from "./words/words.js";

export interface Page {
  title: string;
  /** BCP 47 tag of the text. */
  language: string;
  style: string;
  /** HTML. */
  body: string;
  script?: string;
  /** What else its policy allows: directives of a Content Security Policy. */
  allowed?: readonly string[];
}

/** A whole HTML document. */
export function htmlPage({ title, language, style: own, body, script, allowed = [] }: Page): string {
  const direction = directionOf(language);
  const style = direction === "rtl" ? own + rightToLeft : own;
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(script ? [`script-src '${hashOf(script)}'`] : []),
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    ...allowed,
  ].join("; ");
  return `<!doctype html>
<!-- ${generatedMarker} -->
<html lang="${markup(language)}"${direction === "rtl" ? ' dir="rtl"' : ""}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${markup(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
${script ? `<script>${script}</script>\n` : ""}</body>
</html>
`;
}

// Words of ours are read in their own direction, and stand on the side of those around them.
const rightToLeft = `
body,th,td{text-align:right}
:is(p,h1,h2,h3,li,dt,dd,th,td):not([dir]){unicode-bidi:plaintext}
`;

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** An element with prose in it, or nothing where there is no text; its direction follows the text. */
export function textElement(element: string, text: string | null | undefined, style?: string): string {
  const shown = text === null || text === undefined ? "" : prose(text);
  return shown ? `<${element}${style ? ` class="${style}"` : ""} dir="auto">${shown}</${element}>` : "";
}

/** An element around what there is, or nothing around nothing. */
export function element(open: string, parts: readonly (string | null | false)[]): string {
  const inner = parts.filter(Boolean).join("\n");
  const [element = ""] = open.split(" ");
  return inner ? `<${open}>${inner}</${element}>` : "";
}

/** A section with a heading, or nothing where there is nothing to say. */
export function sectionElement(title: string, parts: readonly (string | null | false)[], style = ""): string {
  const inner = parts.filter(Boolean).join("\n");
  return inner ? `<section${style && ` class="${style}"`}><h2>${title}</h2>\n${inner}</section>` : "";
}

export function chip(text: string, tone: Tone): string {
  return `<span class="chip ${tone}">${markup(text)}</span>`;
}

/** An item of a list: an opportunity with what is tried for it below, each as `draw` makes it. */
export function opportunity(each: OpportunityView, draw: (bet: BetView) => string, more = ""): string {
  return element("li", [
    draw(each),
    more,
    element(
      'ul class="bets"',
      each.interventions.map((one) => element("li", [draw(one)])),
    ),
  ]);
}

/** The chips of a bet, and who pursues it. */
export function standing(bet: BetView): string {
  return element('p class="standing"', [
    ...chipsOf(bet).map(({ text, tone }) => chip(text, tone)),
    bet.owner && `<span dir="auto">${markup(bet.owner)}</span>`,
    bet.review &&
      bet.stage?.id !== "closed" &&
      `<span>${fill(bet.words.labels.review, { text: dateText(bet.review.date, bet.words) })}</span>`,
  ]);
}

/** A star, for the eye only. */
export function star(size: number): string {
  const half = size / 2;
  return `<svg class="star" width="${size}" height="${size}" viewBox="-${half} -${half} ${size} ${size}" aria-hidden="true"><path d="${starPath(half)}"/></svg>`;
}

/** The logo of a theme, or nothing. */
export function logo({ logo: picture }: Theme): string {
  if (!picture) return "";
  const { width, height } = picture;
  return `<img class="logo" alt="" width="${width}" height="${height}" src="${dataAddress(picture)}">`;
}

/** A picture as an address that holds it. */
export function dataAddress({ type, bytes }: Logo): string {
  return `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
}

/** What every page looks like: colours by name, type, chips. */
export function pageStyle(theme: Theme): string {
  return `:root{color-scheme:light dark;${variables(theme.light)}}
@media screen and (prefers-color-scheme:dark){:root{${variables(theme.dark)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 ${fontFamily(theme)};overflow-wrap:anywhere;hyphens:auto;hyphenate-limit-chars:16 6 6}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure,blockquote{margin:0;padding:0}
ul,ol{list-style:none}
a{color:var(--accent-text);text-underline-offset:.15em;hyphens:manual}
.star path{fill:var(--star)}
header.branded{background:linear-gradient(var(--accent),var(--accent)) left/10px 100% no-repeat var(--deep)}
[dir=rtl] header.branded{background-position:right}
.logo{display:block;width:auto;height:auto;max-width:160px;max-height:48px}
.chip{display:inline-block;direction:ltr;border-radius:99px;padding:0 .7em;font-size:.75rem;font-weight:700;line-height:1.7;white-space:nowrap;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.active{background:var(--accent);color:var(--on-accent)}
.accent{background:var(--accent-soft);color:var(--accent-text)}
.good{background:var(--good-soft);color:var(--good)}
.warn{background:var(--warn-soft);color:var(--warn)}
.bad{background:var(--bad-soft);color:var(--bad)}
/* A state has an outline: it is told from what a brand is coloured with by its shape as well. */
:is(.good,.warn,.bad).chip{box-shadow:inset 0 0 0 1px}
.quiet{background:var(--quiet-soft);color:var(--muted)}
.standing{display:flex;flex-wrap:wrap;align-items:center;gap:.3em .6em;margin-top:.35em;font-size:.8125rem;color:var(--muted)}
`;
}

function variables(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, color]) => `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}:${color}`)
    .join(";");
}
