/** The life of a North Star as a picture: a line with a dot for each day, in light and dark. */
import { markup } from "../report/escape.js";
import { directionOf } from "./direction.js";
import { type Fitted, fitText } from "./fit-text.js";
import { generatedMarker } from "./generated-marker.js";
import { textHeight } from "./layout.js";
import { eventsOf, said, type ToldChapter, type ToldLife } from "./life.js";
import type { Palette } from "./palette.js";
import { starPath, tenths } from "./star-path.js";
import { fontFamily, type Theme } from "./theme.js";
import { svgText } from "./tree-svg.js";
import type { Wording } from "./words/words.js";

const width = 760;
const margin = 28;
const inner = width - 2 * margin;
/** Where the line is, and where the text beside it begins. */
const lineAt = 8;
const textAt = 32;

/** Something on the picture, from above: as high as it is, it is drawn at its top. */
interface Part {
  height: number;
  draw(top: number): string;
}

/** An SVG file of its own. Long texts are shortened: the page has them in full. */
export function lifePicture(life: ToldLife, words: Wording, theme: Theme): string {
  const direction = directionOf(words.locale);
  const pen = { direction, width: inner };
  const parts = [
    textPart("title", life.title, { size: 24, lines: 3, x: 0, bold: true }),
    textPart("muted", life.summary, { size: 13, lines: 3, x: 0 }),
    ...life.chapters.flatMap(chapterParts),
  ];
  let top = margin;
  const drawn = parts.map((part) => {
    const text = part.draw(top - margin);
    top += part.height;
    return text;
  });
  const height = Math.ceil(top + margin);
  const sentences = life.chapters.flatMap((chapter) => [
    [chapter.title, chapter.span].filter(Boolean).join(words.labels.comma),
    ...eventsOf(chapter).flatMap(({ day, told }) =>
      told.map(({ label, text }) => [day, said(label, text, words)].filter(Boolean).join(" ")),
    ),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${generatedMarker} -->
<svg class="northstar-life" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="life-title life-description">
<style>${styleOf(theme)}</style>
<title id="life-title">${markup(life.title)}</title>
<desc id="life-description">${markup(sentences.join("; "))}</desc>
<rect class="paper" width="${width}" height="${height}" rx="12"/>
<g transform="translate(${margin} ${margin})">
${drawn.filter(Boolean).join("\n")}
</g>
</svg>
`;

  function textPart(
    style: string,
    text: string,
    { size, lines, x, bold = false }: { size: number; lines: number; x: number; bold?: boolean },
  ): Part {
    const fitted: Fitted = fitText(text, { width: inner - x, lines, sizes: [size], bold });
    return {
      height: textHeight(fitted) + size * 0.3,
      draw: (top) => svgText(style, fitted, x, top, pen),
    };
  }

  function chapterParts(chapter: ToldChapter): Part[] {
    const { title, span, definition, reason } = chapter;
    const head = [title, span].filter(Boolean).join(words.labels.comma);
    return [
      space(22),
      beside(textPart("title", head, { size: 16, lines: 2, x: textAt, bold: true }), "star"),
      ...(definition ? [beside(textPart("text", definition, { size: 14, lines: 4, x: textAt }))] : []),
      ...(reason
        ? [beside(textPart("muted", said(words.page.left, reason, words), { size: 13, lines: 4, x: textAt }))]
        : []),
      ...eventsOf(chapter).flatMap(({ day, author, told }) => [
        beside(space(10)),
        ...([day, author].filter(Boolean).length > 0
          ? [
              beside(
                textPart("muted", [day, author].filter(Boolean).join(" · "), {
                  size: 12,
                  lines: 1,
                  x: textAt,
                }),
                told.find(({ verdict }) => verdict)?.verdict ?? "dot",
              ),
            ]
          : []),
        ...told.flatMap(({ label, text, more, verdict }) => [
          beside(textPart("text", said(label, text, words), { size: 14, lines: 3, x: textAt })),
          ...(verdict ? more : []).map((each) =>
            beside(textPart("muted", each, { size: 13, lines: 3, x: textAt })),
          ),
        ]),
      ]),
    ];
  }

  function space(height: number): Part {
    return { height, draw: () => "" };
  }

  /** What stands beside the line, with a mark on it. */
  function beside(part: Part, mark?: string): Part {
    const x = direction === "rtl" ? inner - lineAt : lineAt;
    return {
      height: part.height,
      draw: (top) =>
        [
          `<line class="way" x1="${x}" x2="${x}" y1="${tenths(top)}" y2="${tenths(top + part.height)}"/>`,
          part.draw(top),
          mark === "star"
            ? `<path class="star" transform="translate(${x} ${tenths(top + 10)})" d="${starPath(11)}"/>`
            : mark && `<circle class="mark ${mark}" cx="${x}" cy="${tenths(top + 8)}" r="5"/>`,
        ]
          .filter(Boolean)
          .join("\n"),
    };
  }
}

function styleOf(theme: Theme): string {
  return [
    `.northstar-life{font-family:${fontFamily(theme)};max-width:100%;height:auto;direction:ltr}`,
    ".northstar-life .title{font-weight:700}",
    ".northstar-life .way{stroke-width:2}",
    ".northstar-life .mark{stroke-width:2}",
    ".northstar-life .star{stroke-width:3;paint-order:stroke}",
    colors(theme.light),
    `@media screen and (prefers-color-scheme:dark){${colors(theme.dark)}}`,
  ].join("\n");
}

function colors({ paper, ink, muted, line, accent, star, good, warn }: Palette): string {
  const rule = (selector: string, fill: string, stroke?: string) =>
    `.northstar-life ${selector}{fill:${fill}${stroke ? `;stroke:${stroke}` : ""}}`;
  return [
    rule(".paper", paper),
    rule(".title", ink),
    rule(".text", ink),
    rule(".muted", muted),
    `.northstar-life .way{stroke:${line}}`,
    rule(".star", star, paper),
    rule(".dot", paper, accent),
    rule(".won", good, good),
    rule(".lost", warn, warn),
    rule(".unclear", paper, muted),
  ].join("");
}
