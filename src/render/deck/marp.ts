/** Slides as Marp-flavoured Markdown, with the notes as comments. */
import { markdown, plain } from "../../report/escape.js";
import { isWide, shorten } from "../fit-text.js";
import { generatedMarker } from "../generated-marker.js";
import { lintComment } from "../markdown.js";
import { fontFamily, type Theme } from "../theme.js";
import { type RenderData, type ViewModel, viewModelOf } from "../view-model.js";
import type { Slide } from "./slide.js";
import { slidesOf } from "./slides.js";

/** A whole deck for Marp; in any other Markdown reader it is a document with a rule between its parts. */
export function marpDeck(data: RenderData, theme: Theme): string {
  const view = viewModelOf(data);
  const slides = slidesOf(view, theme);
  // As a comment of YAML: Marp shows a comment of HTML to the presenter as a note.
  const head = [
    "---",
    `# ${generatedMarker}`,
    "marp: true",
    `title: ${titleOf(view)}`,
    "size: 16:9",
    "paginate: true",
    "style: |",
    ...styleOf(theme, view).map((line) => `  ${line}`),
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
  const isDeep = slide.ground === "deep";
  const blocks = slide.markdown();
  return [
    ...(index > 0 ? ["---"] : []),
    ...(isDeep ? ["<!-- _class: deep -->"] : isFull(blocks) ? ["<!-- _class: full -->"] : []),
    `${isDeep ? "#" : "##"} ${markdown(slide.title)}`,
    ...blocks,
    ...(slide.notes.length > 0 ? [`<!--\n${slide.notes.map(note).join("\n\n")}\n-->`] : []),
  ].join("\n\n");
}

/** Whether a slide has more lines, about, than a slide of Marp holds in its usual size. */
function isFull(blocks: readonly string[]): boolean {
  // The padding of a table is for its source only.
  const lines = blocks.flatMap((block) => block.split("\n").map((line) => line.replace(/ +\|/g, " |")));
  const rows = lines.reduce(
    (sum, line) => sum + (line === "" ? 0.6 : Math.ceil(line.length / (line.startsWith("|") ? 130 : 95))),
    0,
  );
  return rows + blocks.length * 0.6 > 15;
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

const rightToLeft = [
  "section { direction: rtl; }",
  "section :is(h1, h2, h3, p, li, th, td) { text-align: right !important; unicode-bidi: plaintext; }",
];

function styleOf(theme: Theme, { direction }: ViewModel): string[] {
  const { paper, ink, muted, accentText, deep, onDeep, onDeepMuted, starText, line, edge } = theme.light;
  return [
    `section { background: ${paper}; color: ${ink}; font-family: ${fontFamily(theme)}; font-size: 22px; padding: 56px 72px; place-content: start stretch; }`,
    `h1, h2, h3, strong { color: ${ink}; }`,
    `section::after, li::marker { color: ${muted}; }`,
    ...(direction === "rtl" ? rightToLeft : []),
    "h1 { font-size: 56px; }",
    "h2 { font-size: 36px; margin-bottom: 24px; }",
    `a, em { color: ${accentText}; }`,
    "table { display: table; width: 100%; font-size: 20px; }",
    `th, td { background: none; border: 0; border-bottom: 1px solid ${line}; text-align: start; vertical-align: top; }`,
    `th { border-color: ${edge}; white-space: nowrap; }`,
    "tr { background: none !important; }",
    "section.full { font-size: 17px; }",
    "section.full table { font-size: 16px; }",
    "section.full h3 { margin: 10px 0 2px; font-size: 15px; }",
    "section.full :is(p, ul) { margin-top: 2px; margin-bottom: 2px; }",
    `section.deep { background: ${deep}; color: ${onDeep}; place-content: center stretch; font-size: 28px; }`,
    `section.deep h1, section.deep strong { color: ${onDeep}; }`,
    `section.deep::after { color: ${onDeepMuted}; }`,
    `section.deep h1::before { content: "✦ "; color: ${starText}; }`,
  ];
}
