/** Slides as Marp-flavoured Markdown, with the notes as comments. */
import { markdown, plain } from "../../report/escape.js";
import type { Direction } from "../direction.js";
import { isWide, shorten } from "../fit-text.js";
import { generatedMarker } from "../generated-marker.js";
import { lintComment } from "../markdown.js";
import { dataAddress } from "../page.js";
import type { Palette } from "../palette.js";
import { fontFamily, type Logo, type Theme } from "../theme.js";
import { type RenderData, type ViewModel, viewModelOf } from "../view-model.js";
import { bandWidth, type Slide } from "./slide.js";
import { logoSize, slidesOf } from "./slides.js";
import { cellPadding } from "./table.js";
import { area, below } from "./typeset.js";

/** A whole deck for Marp; in any other Markdown reader it is a document with a rule between its parts. */
export function marpDeck(data: RenderData, theme: Theme): string {
  return marpSlides(slidesOf(data, theme), viewModelOf(data), theme);
}

/** Slides for Marp, named after the metric. */
export function marpSlides(slides: readonly Slide[], view: ViewModel, theme: Theme): string {
  // As a comment of YAML: Marp shows a comment of HTML to the presenter as a note.
  const head = [
    "---",
    `# ${generatedMarker}`,
    "marp: true",
    `title: ${titleOf(view)}`,
    // In quotes, since YAML would read the one of Norwegian as a no.
    `lang: ${JSON.stringify(view.language)}`,
    "size: 16:9",
    "paginate: true",
    "style: |",
    ...styleOf(theme, view, slides).map((line) => `  ${line}`),
    "---",
  ].join("\n");
  const text = slides.map(slideText).join("\n\n");
  return `${[head, lintComment(["MD013", "MD024", "MD025", "MD035"], text), text].join("\n\n")}\n`;
}

/** What a window and a shared link are called: otherwise the first heading with its escapes. Short enough for a line. */
function titleOf({ name }: ViewModel): string {
  const title = plain(shorten(name, isWide(name) ? 30 : 60));
  // In the quotes that Prettier prefers.
  return title.includes('"') && !title.includes("\\")
    ? `'${title.replaceAll("'", "''")}'`
    : JSON.stringify(title);
}

function slideText(slide: Slide, index: number): string {
  const { kicker, ground, title, notes } = slide;
  return [
    ...(index > 0 ? ["---"] : []),
    `<!-- _class: ${classesOf(slide).join(" ")} -->`,
    ...(kicker ? [markdown(kicker)] : []),
    `${ground === "deep" ? "#" : "##"} ${markdown(title)}`,
    ...slide.markdown(),
    ...(notes.length > 0 ? [`<!--\n${notes.map(note).join("\n\n")}\n-->`] : []),
  ].join("\n\n");
}

/** How a slide is arranged, the size of its title and of its text in points, and how many cards stand beside one another. */
function classesOf({ arrangement = "columns", size = 20, across, sideSize, shapes }: Slide): string[] {
  const title = shapes.find((shape) => shape.kind === "text" && shape.isTitle);
  const titleSize = title?.kind === "text" ? title.paragraphs[0]?.runs[0]?.size : undefined;
  const table = shapes.find((shape) => shape.kind === "table");
  const star = arrangement === "poster" && shapes.find((shape) => shape.kind === "star");
  const columns = table?.kind === "table" ? table.columns : [];
  const widths = columns.map(({ width }) => Math.round((width / area.width) * 100));
  return [
    arrangement,
    `title-${titleSize ?? 34}`,
    `text-${size}`,
    ...(across ? [`across-${across}`] : []),
    ...(sideSize ? [`side-${sideSize}`] : []),
    ...(star && star.kind === "star" ? [`star-${star.width}`] : []),
    ...(widths.length > 0 ? [`widths-${widths.join("-")}`] : []),
  ];
}

/** A line of a comment: nothing in it ends the comment, and as an item of a list it is no directive. */
function note(text: string): string {
  const line = plain(text)
    .replace(/-{2,}/g, (dashes) => [...dashes].join("\u200B"))
    .replace(/>/g, "\u203A");
  return isWords.test(line) ? line : `- ${line}`;
}

// Marp reads a comment as YAML, and other tools read some comments as orders: a line that is sure to be neither
// begins with a letter or a digit, and its first word is not followed by a colon.
const isWords = /^(?!(?:prettier|markdownlint)-|lint )[\p{L}\p{N}\u200F](?![\w$-]*\s*:)/u;

/** Points of a slide in the pixels of Marp's. */
function px(points: number): string {
  return `${Math.round((points * 400) / 3) / 100}px`;
}

const rightToLeft = (): string[] => [
  "section { direction: rtl; }",
  "section :is(h1, h2, p, li, th, td) { text-align: right; unicode-bidi: plaintext; }",
  'section.tree > ul > li + li::before { content: "→"; }',
  `section::after { right: auto; left: ${px(56)}; }`,
  "section table :is(th, td) { text-align: right; }",
];

/** A theme of its own: a class for each way to arrange a slide, and one for each size of type. */
function styleOf(theme: Theme, { direction }: ViewModel, slides: readonly Slide[]): string[] {
  const {
    paper,
    ink,
    muted,
    accent,
    onAccent,
    accentText,
    accentSoft,
    quietSoft,
    panel,
    deep,
    onDeep,
    onDeepMuted,
    star,
    starText,
    line,
    edge,
  } = theme.light;
  const used = (prefix: string) => [
    ...new Set(slides.flatMap(classesOf).filter((name) => name.startsWith(prefix))),
  ];
  const sizeIn = (name: string) => Number(name.replace(/.*-/, ""));
  const side = direction === "rtl" ? "right" : "left";
  return [
    `section { background: linear-gradient(${accent}, ${accent}) ${side} / ${px(bandWidth)} 100% no-repeat ${paper}; color: ${ink}; font-family: ${fontFamily(theme)}; font-size: ${px(20)}; line-height: 1.25; overflow-wrap: anywhere; padding: ${px(28)} ${px(56)} ${px(40)}; place-content: start stretch; --text: ${px(20)}; --back: ${px(18)}; --small: ${px(16)}; }`,
    ...used("title-").map((name) => `section.${name} :is(h1, h2) { font-size: ${px(sizeIn(name))}; }`),
    ...used("text-").map(
      (name) =>
        `section.${name} { --text: ${px(sizeIn(name))}; --back: ${px(below(sizeIn(name)))}; --small: ${px(below(below(sizeIn(name))))}; }`,
    ),
    ...used("side-").map((name) => `section.${name} { --side: ${px(sizeIn(name))}; }`),
    `section::before { content: "✦"; position: absolute; inset-inline-start: ${px(56)}; bottom: ${px(13)}; color: ${star}; font-size: ${px(18)}; line-height: 1; }`,
    `section::after { color: ${muted}; font-size: ${px(16)}; right: ${px(56)}; bottom: ${px(14)}; padding: 0; }`,
    `section :is(h1, h2, strong) { color: inherit; }`,
    `section h2 { min-height: ${px(62)}; margin: 0 0 ${px(3)}; line-height: 1.2; }`,
    `section > p:first-child { color: ${accentText}; font-size: ${px(16)}; font-weight: 700; margin: 0 0 ${px(2)}; }`,
    `section a { color: ${accentText}; }`,
    "section ul { list-style: none; margin: 0; padding: 0; }",
    "section :is(li, li + li) { margin: 0; }",
    "section li li { margin-top: 0.35em; }",
    `section > ul ~ p { color: ${muted}; font-size: ${px(16)}; margin: ${px(8)} 0 0; }`,
    ...[
      `ul { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: ${px(16)}; }`,
      `ul > li { background: ${accentSoft}; border-radius: ${px(12)}; padding: ${px(16)} ${px(20)}; grid-column: span 6; font-size: var(--back); }`,
    ].map((rule) => `section:is(.cards, .list, .driven, .columns, .groups, .games) > ${rule}`),
    "section.cards.across-2 > ul > li { grid-column: span 3; }",
    "section:is(.cards.across-3, .games) > ul > li { grid-column: span 2; }",
    "section.cards.across-3 > ul > li:nth-child(4):nth-last-child(2), section.cards.across-3 > ul > li:nth-child(5):last-child { grid-column: span 3; }",
    `section:is(.cards, .list, .driven, .columns) > ul { grid-auto-rows: 1fr; min-height: ${px(287)}; }`,
    "section li > :is(strong, em) { display: block; font-style: normal; }",
    "section li > :is(strong, em) + br { display: none; }",
    "section:is(.cards, .list, .driven) li > strong { font-size: var(--text); }",
    `section:is(.cards, .list, .driven) li > em { color: ${accentText}; font-size: var(--small); font-weight: 700; }`,
    `section:is(.cards, .list, .driven) li li { color: ${muted}; font-size: var(--small); }`,
    `section.list > ul { gap: ${px(10)}; grid-auto-rows: auto; }`,
    // What a card is called stands at the side of what it says, whichever of them is longer.
    `section.list > ul > li { display: flow-root; align-content: center; padding-block: ${px(8)}; padding-inline-start: 38%; }`,
    "section.list > ul > li > :is(em, strong) { float: inline-start; clear: both; width: 55%; margin-inline-start: -58%; }",
    `section.driven { display: grid; grid-template-columns: minmax(0, 1fr) minmax(${px(250)}, min-content); gap: 0 ${px(56)}; }`,
    "section.driven > :is(p:first-child, h2) { grid-column: 1 / -1; }",
    `section.driven > ul > li { background: ${paper}; box-shadow: inset 0 0 0 1.5px ${star}; align-content: center; }`,
    `section.driven > ul + p { position: relative; background: ${deep}; color: ${onDeep}; border-radius: ${px(12)}; padding: ${px(20)}; margin: 0; align-content: center; font-size: var(--side); font-weight: 700; overflow-wrap: break-word; }`,
    `section.driven > ul + p::before { content: "←"; position: absolute; inset-inline-start: -${px(40)}; top: 50%; color: ${edge}; font-size: ${px(24)}; line-height: 0; }`,
    "section.columns > ul > li { grid-column: span 3; font-size: var(--text); }",
    "section.columns > ul > li:only-child { grid-column: span 6; }",
    `section.columns > ul > li + li { background: ${panel}; box-shadow: inset 0 0 0 1px ${line}; }`,
    `section.columns li strong { display: block; color: ${accentText}; font-size: ${px(16)}; }`,
    "section.columns li > :is(p, ul) { margin: 0 0 0.6em; }",
    "section.columns li > p:has(+ ul) { margin: 0; }",
    "section.columns li > p > strong + br { display: none; }",
    `section.columns li li { list-style: disc; margin-inline-start: 1em; }`,
    `section.columns li li::marker { color: ${star}; }`,
    `section.groups > h2 ~ p { margin: 0 0 ${px(8)}; }`,
    `section.groups > h2 + p { font-size: ${px(20)}; }`,
    `section.groups > h2 + p + p { color: ${accentText}; font-size: ${px(16)}; }`,
    `section.groups > ul { grid-auto-rows: 1fr; min-height: ${px(236)}; }`,
    `section.groups > h2 + ul { min-height: ${px(287)}; }`,
    `section.groups > ul > li { background: ${accent}; color: ${onAccent}; align-content: center; }`,
    `section.groups li > em { display: inline; font-weight: 700; }`,
    `section.groups li > ul { display: flex; gap: ${px(10)}; margin-top: ${px(10)}; }`,
    `section.groups li li { flex: 1; color: ${ink}; background: ${paper}; border-radius: ${px(8)}; padding: ${px(8)} ${px(12)}; margin: 0; font-size: var(--small); }`,
    `section.tree > ul { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: ${px(48)}; min-height: ${px(350)}; }`,
    `section.tree > ul > li { position: relative; display: flex; flex-direction: column; color: ${muted}; font-size: ${px(16)}; font-weight: 700; }`,
    `section.tree > ul > li + li::before { content: "←"; position: absolute; inset-inline-start: -${px(36)}; top: 50%; color: ${edge}; font-size: ${px(24)}; }`,
    "section.tree > ul > li > ul { margin: auto 0; }",
    `section.tree li li { background: ${accentSoft}; color: ${ink}; border-radius: ${px(8)}; padding: ${px(8)} ${px(12)}; margin-top: ${px(8)}; font-size: var(--text); }`,
    `section.tree.across-3 > ul > li:first-child li { background: ${paper}; box-shadow: inset 0 0 0 1.5px ${star}; }`,
    `section.tree > ul > li:nth-last-child(2) li { background: ${deep}; color: ${onDeep}; }`,
    `section.tree li li li { background: ${paper}; font-size: ${px(14)}; font-weight: 400; padding: ${px(4)} ${px(8)}; margin-top: ${px(6)}; }`,
    `section.tree:is(.text-20, .text-22) li li li { font-size: ${px(16)}; }`,
    `section.board > p:not(:first-child) { margin: 0 0 ${px(6)}; font-size: ${px(16)}; font-weight: 700; }`,
    `section.board h2 { min-height: ${px(50)}; }`,
    `section.board > ul { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: ${px(12)} ${px(20)}; min-height: ${px(340)}; }`,
    `section.board > ul > li { background: ${quietSoft}; border-radius: ${px(10)}; padding: ${px(8)}; color: ${muted}; font-size: ${px(16)}; font-weight: 700; }`,
    `section.board > ul > li:nth-child(3n + 2) { background: ${accentSoft}; color: ${accentText}; }`,
    `section.board li li { background: ${paper}; color: ${muted}; border-radius: ${px(8)}; padding: ${px(6)} ${px(10)}; font-weight: 400; }`,
    `section.board li li > strong { color: ${ink}; }`,
    `section.games { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 0 ${px(16)}; place-content: start stretch; }`,
    "section.games > :is(p:first-child, h2, ul) { grid-column: span 6; }",
    `section.games > ul > li { background: ${panel}; box-shadow: inset 0 0 0 1px ${line}; color: ${muted}; font-size: ${px(18)}; align-content: center; }`,
    `section.games > ul > li:has(em) { background: ${deep}; color: ${onDeep}; }`,
    `section.games > ul { grid-auto-rows: minmax(${px(170)}, auto); }`,
    `section.games > ul:last-child { grid-auto-rows: ${px(340)}; }`,
    `section.games li strong { display: block; font-size: ${px(26)}; }`,
    ...[
      ":last-child",
      ":nth-last-child(2)",
      ":nth-last-child(2) + p",
      ":nth-last-child(4)",
      ":nth-last-child(4) ~ p",
    ].map((place, index) => `section.games > ul + p${place} { --span: ${index === 0 ? 6 : 3}; }`),
    `section.games > ul ~ p { grid-column: span var(--span, 2); color: ${ink}; background: ${accentSoft}; border-radius: ${px(12)}; padding: ${px(12)} ${px(18)}; margin: ${px(14)} 0 0; font-size: ${px(18)}; }`,
    `section.games > p > strong { color: ${accentText}; font-size: ${px(16)}; }`,
    `section.quote > h2 + p { background: ${accentSoft}; border-radius: ${px(14)}; padding: ${px(24)} ${px(44)}; margin: 0; min-height: ${px(120)}; align-content: center; font-size: var(--back); }`,
    `section.quote > h2 + p:last-child { min-height: ${px(220)}; }`,
    `section.quote > h2 + p ~ p { color: ${accentText}; font-size: ${px(20)}; margin: ${px(10)} 0 0; }`,
    `section :is(table, thead, tbody, tr) { border: 0; }`,
    `section table { display: table; width: 100%; margin: 0; font-size: var(--text); }`,
    "section tr { background: none !important; }",
    `section table :is(th, td) { background: none; border: 0; border-bottom: 1px solid ${line}; padding: ${px(cellPadding.y)} ${px(cellPadding.x)}; text-align: start; vertical-align: top; }`,
    ...used("widths-").flatMap((name) => widthRules(name)),
    `section th { border-color: ${edge}; color: ${muted}; font-size: ${px(16)}; white-space: nowrap; }`,
    `section:is(.poster, .ending) { background-color: ${deep}; color: ${onDeep}; padding-top: ${px(120)}; font-size: ${px(30)}; }`,
    `section:is(.poster, .ending) > p:first-child { color: ${starText}; font-size: ${px(20)}; margin-bottom: ${px(8)}; }`,
    `section.poster h1 { margin: 0 0 ${px(16)}; line-height: 1.2; }`,
    `section:is(.poster, .ending)::before { top: ${px(56)}; bottom: auto; font-size: ${px(44)}; }`,
    ...used("star-").flatMap((name) => starRules(name, sizeIn(name))),
    `section:is(.poster, .ending)::after { display: none; }`,
    `section.poster > p { margin: 0 0 ${px(14)}; }`,
    `section.poster > h1 + p + p { position: absolute; bottom: ${px(40)}; color: ${onDeepMuted}; font-size: ${px(18)}; }`,
    `section.ending h1 { color: ${starText}; margin-bottom: ${px(4)}; }`,
    `section.ending > p { color: ${onDeepMuted}; font-size: ${px(22)}; margin: 0; }`,
    `section.ending > h1 + p { color: ${onDeep}; font-size: ${px(56)}; font-weight: 700; line-height: 1.15; }`,
    ...used("across-").map(
      (name) =>
        `section.ending.${name} > ul { grid-template-columns: repeat(${sizeIn(name)}, minmax(0, 1fr)); }`,
    ),
    `section.ending > ul { display: grid; gap: ${px(14)} ${px(24)}; position: absolute; inset: ${px(320)} ${px(56)} auto; font-size: ${px(16)}; color: ${onDeepMuted}; }`,
    `section.ending li > strong { color: ${onDeep}; font-size: var(--text); }`,
    ...(theme.logo ? logoRules(theme.logo, theme.light, direction) : []),
    ...(direction === "rtl" ? rightToLeft() : []),
  ];
}

/** Each column of a table is as wide as on the other slides. */
function widthRules(name: string): string[] {
  const [, ...widths] = name.split("-");
  return widths.map((width, index) => `section.${name} tr > :nth-child(${index + 1}) { width: ${width}%; }`);
}

/** A large star stands on the side where the words of a cover end. */
function starRules(name: string, size: number): string[] {
  if (size <= 40) return [];
  return [
    `section.${name}::before { inset-inline: auto ${px(56)}; top: ${px(140)}; width: ${px(size)}; text-align: center; font-size: ${px(size)}; }`,
    `section.${name} { padding-top: ${px(96)}; }`,
    `section.${name} > :is(h1, p) { max-width: ${px(area.width - size - 32)}; }`,
  ];
}

/** The logo stands in the place of the star at the foot, and in the far corner of the first slide. */
function logoRules(logo: Logo, { deep, accent }: Palette, direction: Direction): string[] {
  const [near, far] = direction === "rtl" ? ["right", "left"] : ["left", "right"];
  const { width, height } = logoSize(logo, { width: 160, height: 44 });
  return [
    `section { --logo: url("${dataAddress(logo)}"); }`,
    `section:not(.poster, .ending)::before { content: ""; width: ${px(120)}; height: ${px(24)}; background: var(--logo) ${near} / contain no-repeat; }`,
    `section.poster { background: var(--logo) ${far} ${px(56)} top ${px(54)} / ${px(width)} ${px(height)} no-repeat, linear-gradient(${accent}, ${accent}) ${near} / ${px(bandWidth)} 100% no-repeat ${deep}; }`,
  ];
}
