/** The page around a document: which one, how it looks, what was found in it, and its files. */
import { htmlPage, pageStyle, star } from "../../../render/page.js";
import type { ShownProblem } from "../../../render/shown-problems.js";
import { defaultTheme } from "../../../render/theme.js";

/** What a page is told whenever something has changed; plain data. */
export interface PageState {
  /** Grows with each change. */
  version: number;
  name: string;
  path: string;
  /** "5 of 7 points met, 2 open". */
  verdict: string;
  problems: readonly ShownProblem[];
  /** What keeps the file from being shown as it is now. */
  trouble: string | null;
}

export const appearances = ["auto", "light", "dark"] as const;
export type Appearance = (typeof appearances)[number];

/** A document that can be chosen, and as what files it is made. */
export interface Tab {
  name: string;
  title: string;
  files: readonly string[];
}

/** A choice between words. */
export interface Selection {
  name: string;
  title: string;
  words: readonly string[];
  /** The one document that it is about. */
  of?: string;
}

/** The whole page. */
export function previewPage(
  title: string,
  choices: readonly Tab[],
  selections: readonly Selection[],
): string {
  const tabs = choices.map(
    ({ name, title, files }) => `<a href="#${name}" data-files="${files.join(" ")}">${title}</a>`,
  );
  const selects = selections.map(
    ({ name, title, words, of = "" }) =>
      `<label data-of="${of}">${title} <select name="${name}">${words.map((word) => `<option>${word}</option>`).join("")}</select></label>`,
  );
  const buttons = ["png", "pdf", "pptx"].map(
    (format) => `<button type="button" data-format="${format}">${format.toUpperCase()}</button>`,
  );
  return htmlPage({
    title: `${title} · preview`,
    language: "en",
    style: pageStyle(defaultTheme) + style,
    body: `<header>
<h1>${star(18)} <span id="name" dir="auto"></span></h1>
<p id="verdict" role="status"></p>
<nav aria-label="Documents">${tabs.join("")}</nav>
<div class="tools">${selects.join("")}<span role="group" aria-label="Save as">${buttons.join("")}</span><a id="present" target="_blank" rel="noopener">Present</a></div>
</header>
<p id="trouble" role="alert" hidden></p>
<main>
<div id="frames"></div>
<details id="problems" open><summary></summary><ol></ol></details>
</main>`,
    script,
    allowed: ["connect-src 'self'", "frame-src 'self'"],
  });
}

const style = `
html,body{height:100%}
body{display:flex;flex-direction:column;font-size:14px;background:var(--quiet-soft)}
header{display:flex;flex-wrap:wrap;align-items:center;gap:8px 18px;padding:10px 18px 0;background:var(--paper);border-bottom:1px solid var(--line)}
h1{display:flex;align-items:center;gap:.4em;font-size:1rem;line-height:1.3}
h1 svg{flex:none}
h1 span,#verdict{overflow:hidden;text-overflow:ellipsis}
#verdict{color:var(--muted)}
nav{order:2;flex-basis:100%;display:flex;gap:2px;overflow-x:auto}
nav a{padding:7px 12px 8px;border-bottom:3px solid transparent;color:var(--muted);text-decoration:none;white-space:nowrap}
nav a[aria-current]{border-color:var(--accent);color:var(--ink);font-weight:700}
.tools{display:flex;flex-wrap:wrap;align-items:center;gap:6px 14px;margin-inline-start:auto}
.tools label{color:var(--muted)}
select,button,#present{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--edge);border-radius:7px;padding:3px 9px;cursor:pointer}
#present{text-decoration:none}
[role=group]{display:flex;gap:4px}
[hidden]{display:none !important}
button:disabled{color:var(--muted);cursor:progress}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
#trouble{padding:8px 18px;background:var(--bad-soft);color:var(--bad)}
#trouble.calm{background:var(--accent-soft);color:var(--accent)}
main{--error:#d64035;--warning:#b7791f;--note:#3f68dd;flex:1;display:grid;grid-template-rows:minmax(0,1fr);grid-template-columns:minmax(0,1fr) 304px;min-height:0}
main:has(details:not([open])){grid-template-columns:minmax(0,1fr) 44px}
main.plain{grid-template-columns:minmax(0,1fr)}
main.plain details{display:none}
#frames{position:relative;min-width:0}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0;background:var(--paper)}
iframe.coming{visibility:hidden}
details{position:relative;display:flex;flex-direction:column;min-height:0;overflow:hidden;border-inline-start:1px solid var(--line)}
summary{flex:none;position:relative;z-index:1;padding:9px 14px;background:var(--quiet-soft);color:var(--muted);font-weight:700;cursor:pointer}
details:not([open]) summary{writing-mode:vertical-rl;padding:14px 12px}
ol{position:relative}
li button{display:block;width:100%;padding:10px 12px;border:1px solid var(--line);border-inline-start:4px solid var(--muted);border-radius:8px;background:var(--paper);text-align:start;line-height:1.4}
li span{display:block}
li.error button{border-inline-start-color:var(--error)}
li.warning button{border-inline-start-color:var(--warning)}
li.note button{border-inline-start-color:var(--note)}
li.now button{box-shadow:0 0 0 2px var(--accent)}
.kind{font-size:.75rem;color:var(--muted)}
.kind b{color:var(--ink)}
.question{margin-top:.4em;color:var(--muted)}
@media (min-width:900px){
h1{max-width:46%;white-space:nowrap}
#verdict{flex:1 1 9em;white-space:nowrap}
details[open]::details-content{height:0;overflow:visible}
li{position:absolute;inset-inline:10px}
}
@media (max-width:899px){
header{padding:10px 14px 0;gap:4px 12px}
.tools{margin:4px 0 0}
main,main:has(details:not([open])){grid-template-columns:minmax(0,1fr);grid-template-rows:minmax(0,1fr) auto}
details{border:0;border-top:1px solid var(--line);max-height:42vh;overflow:auto}
details:not([open]) summary{writing-mode:initial;padding:9px 14px}
summary{position:sticky;top:0}
li{padding:0 12px 8px}
}
`;

const script = `"use strict";
const id = (name) => document.getElementById(name);
const tabs = [...document.querySelectorAll("nav a")];
const selects = [...document.querySelectorAll("select")];
const buttons = [...document.querySelectorAll("[data-format]")];
const [main, list, summary] = [document.querySelector("main"), document.querySelector("ol"), document.querySelector("summary")];
const kinds = ["note", "warning", "error"];
const wide = matchMedia("(min-width:900px)");
const dark = matchMedia("(prefers-color-scheme:dark)");
let told = null;
let frame = null;
let shown = "";
let cards = [];

const tab = () => tabs.find((each) => each.hash === location.hash) ?? tabs[0];
const nameOf = (each) => each.hash.slice(1);
const chosen = () => new URLSearchParams(selects.map((each) => [each.name, each.value]));

function say(text, calm = false) {
  const box = id("trouble");
  box.textContent = text ?? "";
  box.hidden = !text;
  box.classList.toggle("calm", calm);
}

function draw() {
  const now = tab();
  const name = nameOf(now);
  for (const each of tabs) each.toggleAttribute("aria-current", each === now);
  now.scrollIntoView({ block: "nearest", inline: "nearest" });
  for (const each of buttons) each.hidden = !now.dataset.files.split(" ").includes(each.dataset.format);
  main.classList.toggle("plain", name === "report" || (told !== null && told.problems.length === 0));
  for (const each of document.querySelectorAll("[data-of]")) each.hidden = ![name, ""].includes(each.dataset.of);
  id("present").hidden = name !== "deck" && name !== "story";
  id("present").href = name + ".html?" + chosen() + "&present";
  for (const each of document.querySelectorAll(".coming")) each.remove();
  const coming = document.createElement("iframe");
  coming.className = "coming";
  coming.title = now.textContent;
  // No script of a document runs here: this page alone may look into it.
  coming.setAttribute("sandbox", "allow-same-origin");
  coming.src = name + ".html?" + chosen();
  const slow = setTimeout(() => say("Drawing …", true), 1000);
  coming.addEventListener("load", () => {
    clearTimeout(slow);
    if (!coming.isConnected) return;
    say(told?.trouble);
    const { scrollX = 0, scrollY = 0 } = (shown === name && frame?.contentWindow) || {};
    frame?.remove();
    [frame, shown] = [coming, name];
    coming.contentWindow.scrollTo(scrollX, scrollY);
    annotate();
    coming.className = "";
  });
  id("frames").append(coming);
}

/** What is read in each part of a document that is seen; of a tree, whole cards. */
function readParts(page) {
  return [...page.body.querySelectorAll(":not(style,script,desc,svg>title)")]
    .map((each) => ({ part: each.closest("g:has(>.card)") ?? each, read: each.textContent.replace(/\\s+/g, " ").trim() }))
    .filter(({ part, read }) => read && read.length < 2000 && part.getClientRects().length > 0);
}

/** The part that shows the first of some texts, as little more as can be. */
function partAbout(texts, parts) {
  for (const text of texts) {
    const whole = parts.find(({ read }) => read === text);
    if (whole) return whole.part;
    const around = text.length > 3 ? parts.filter(({ read }) => read.includes(text)) : [];
    if (around.length > 0) return around.reduce((a, b) => (b.read.length < a.read.length ? b : a)).part;
  }
  return null;
}

function annotate() {
  const { contentDocument: page, contentWindow: view } = frame;
  cards = [];
  list.replaceChildren();
  if (!page?.body || !told || shown === "report") return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(kinds.map((kind) => {
    const color = getComputedStyle(document.querySelector("main")).getPropertyValue("--" + kind);
    return "[data-found=" + kind + "]{outline:2px solid " + color + ";outline-offset:3px;border-radius:3px}" +
      "g[data-found=" + kind + "]{outline:0}g[data-found=" + kind + "]>.card{stroke:" + color + " !important;stroke-width:2.5 !important}";
  }).join("") + "[data-now]{outline-width:4px}g[data-now]>.card{stroke-width:5 !important}");
  page.adoptedStyleSheets = [sheet];
  const parts = readParts(page);
  const asked = new Set();
  for (const problem of told.problems) {
    const part = partAbout(problem.about, parts);
    // The gravest of several decides on the colour.
    if (part && !(kinds.indexOf(part.dataset.found) > kinds.indexOf(problem.severity))) part.dataset.found = problem.severity;
    cards.push({ item: cardOf(problem, part, !asked.has(problem.question)), part });
    asked.add(problem.question);
  }
  const placeOf = ({ part }) => part?.getBoundingClientRect().top ?? 0;
  cards.sort((a, b) => placeOf(a) - placeOf(b));
  list.append(...cards.map(({ item }) => item));
  view.addEventListener("scroll", place, { passive: true });
  page.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    open(link.href, "_blank", "noopener,noreferrer");
  });
  settle();
}

function cardOf({ severity, rule, line, message, question }, part, asks) {
  const item = document.createElement("li");
  item.className = severity;
  const button = item.appendChild(document.createElement("button"));
  button.type = "button";
  const add = (style, text) => {
    const each = button.appendChild(document.createElement("span"));
    each.className = style;
    each.textContent = text;
    return each;
  };
  const kind = add("kind", "");
  kind.append(Object.assign(document.createElement("b"), { textContent: severity }), " · line " + line + " · " + rule);
  add("message", message);
  if (question && asks) add("question", question);
  button.addEventListener("click", () => {
    for (const each of cards) {
      each.item.classList.toggle("now", each.item === item);
      each.part?.toggleAttribute("data-now", each.part === part);
    }
    part?.scrollIntoView({ block: "center" });
  });
  return item;
}

/** Each card stands beside its part, or below the one before it. */
function place() {
  if (!frame?.contentDocument?.body || !wide.matches) return;
  const from = frame.getBoundingClientRect().top - list.getBoundingClientRect().top;
  const { scrollY } = frame.contentWindow;
  let next = 4 - scrollY;
  for (const { item, part } of cards) {
    const top = Math.max(part ? part.getBoundingClientRect().top + from : -scrollY, next);
    item.style.top = top + "px";
    next = top + item.heightPlaced + 8;
  }
}

/** Makes room below, so that the last card can be scrolled to. */
function settle() {
  const count = told?.problems.length ?? 0;
  summary.textContent = count + (count === 1 ? " problem" : " problems");
  for (const { item } of cards) {
    if (!wide.matches) item.style.top = "";
    item.heightPlaced = item.offsetHeight;
  }
  place();
  const body = frame?.contentDocument?.body;
  const last = cards.at(-1)?.item;
  if (body && last) body.style.minHeight = wide.matches ? last.offsetTop + last.offsetHeight + frame.contentWindow.scrollY + 60 + "px" : "";
}

async function save(button) {
  const format = button.dataset.format;
  const asked = chosen();
  if (format === "png") {
    if (asked.get("look") === "auto") asked.set("look", dark.matches ? "dark" : "light");
    asked.set("width", frame.clientWidth);
    const middle = frame.clientHeight / 2;
    const slides = [...frame.contentDocument.querySelectorAll(".slide")];
    const seen = slides.findIndex((each) => each.getBoundingClientRect().bottom > middle);
    if (slides.length > 0) asked.set("slide", seen < 0 ? slides.length : seen + 1);
  }
  const words = button.textContent;
  button.textContent = words + " …";
  for (const each of buttons) each.disabled = true;
  say("Making the " + words + " …", true);
  try {
    const answer = await fetch(shown + "." + format + "?" + asked);
    if (!answer.ok) throw new Error(await answer.text());
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = (document.title.split(" · ")[0].replace(/[^\\p{L}\\p{N}]+/gu, "-") || "northstar") + "-" + shown + "." + format;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    say(told?.trouble);
  } catch (error) {
    say(error.message);
  }
  button.textContent = words;
  for (const each of buttons) each.disabled = false;
}

for (const each of buttons) each.addEventListener("click", () => save(each));
for (const each of selects) each.addEventListener("change", draw);
addEventListener("hashchange", draw);
addEventListener("resize", settle);
id("problems").addEventListener("toggle", settle);
id("problems").addEventListener("wheel", (event) => { if (wide.matches) frame?.contentWindow.scrollBy(0, event.deltaY); }, { passive: true });
if (!wide.matches) id("problems").open = false;

const events = new EventSource("events");
events.addEventListener("message", ({ data }) => {
  told = JSON.parse(data);
  document.title = told.name + " · preview";
  id("name").textContent = told.name;
  id("verdict").textContent = told.path + " · " + told.verdict;
  draw();
});
events.addEventListener("error", () => {
  events.close();
  say("northstar preview has ended; start it again in the terminal");
});`;
