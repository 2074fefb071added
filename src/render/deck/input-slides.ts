/** The slides of one Input: its definition, its bets and what they taught. */
import { markdown, plain } from "../../report/escape.js";
import { list } from "../../report/markdown-blocks.js";
import { lined } from "../direction.js";
import { fitText, shorten } from "../fit-text.js";
import { betSentence } from "../tree-nodes.js";
import { type InputView, nameWithAbbreviation, type ViewModel } from "../view-model.js";
import { around, fill, type Wording } from "../words/words.js";
import { groupPages, groupShapes, groupText } from "./groups.js";
import { betNote } from "./notes.js";
import type { Paragraph, Shape, Slide } from "./slide.js";
import { continued } from "./table.js";
import { area, below, columnHeight, sizesFrom, slide } from "./typeset.js";

/** How many Input bets are shown at most; the notes say all of them. */
const shownBets = 3;

/** The slides of the Input at a place: the first defines it, and all show its bets. */
export function inputSlides(view: ViewModel, index: number): Slide[] {
  const input = view.inputs[index];
  if (!input) return [];
  const { words } = view;
  const place = fill(words.kickers.input, { number: index + 1, count: view.inputs.length });
  const kicker = lined([place, input.factor, input.owner]);
  const title = nameWithAbbreviation(input);
  if (input.opportunities.length === 0) {
    const { shape, size, texts } = statement(input);
    return [
      { ...slide(title, kicker, [shape], () => texts, notesOf(input, words)), arrangement: "quote", size },
    ];
  }
  const definition = definitionOf(input);
  const pages = groupPages(
    input.opportunities.map((opportunity) => ({ opportunity })),
    definition.below,
  );
  return pages.map(({ size, groups }, page) => {
    const isFirst = page === 0;
    const isAlone = isFirst && groups.length === 0;
    const single = isAlone ? statement(input) : null;
    const shapes = single
      ? [single.shape]
      : [...(isFirst ? definition.shapes : []), ...groupShapes(groups, isFirst ? definition.below : area.y)];
    return {
      ...slide(
        continued(title, page, pages.length, words),
        kicker,
        shapes,
        () => [...(single ? single.texts : isFirst ? definition.texts : []), list(groups.map(groupText))],
        isFirst ? notesOf(input, words) : [],
      ),
      arrangement: single ? "quote" : "groups",
      size: single?.size ?? size,
    };
  });
}

/** An Input without opportunities: what it is, as large as it can be said. */
function statement(input: InputView): { shape: Shape; size: number; texts: string[] } {
  const { definition } = input;
  const box = { x: area.x, y: area.y, width: area.width, height: area.height - 12 };
  const [inset, insetY] = [44, 28];
  const [width, height] = [box.width - 2 * inset, box.height - 2 * insetY];
  const paragraphsOf = (text: string, size: number): Paragraph[] => [
    { runs: [{ text, size, color: "ink" }] },
    ...reasonParagraphs(reasonsOf(input).slice(0, shownBets), below(below(below(size))), 20),
  ];
  const size = sizesFrom(40).find(
    (each) => columnHeight(paragraphsOf(plain(definition), each), width) <= height,
  );
  const paragraphs = size
    ? paragraphsOf(plain(definition), size)
    : paragraphsOf(fitText(definition, { width, lines: 6, sizes: [16] }).text, 16);
  const look = { anchor: "middle", fill: "accentSoft", round: 14, inset, insetY } as const;
  return {
    shape: { kind: "text", name: "Definition", ...box, paragraphs, ...look },
    size: size ?? 16,
    texts: textsOf(paragraphs),
  };
}

function textsOf(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs.map(({ runs }) => markdown(runs.map((run) => run.text).join("")));
}

/** Why an Input drives the metric, in sentences. */
function reasonsOf({ moves, bets }: InputView): string[] {
  return [...(moves ? [moves] : []), ...bets.map(betSentence)];
}

function reasonParagraphs(reasons: readonly string[], size: number, before: number): Paragraph[] {
  return reasons.map((reason, index) => ({
    runs: [{ text: shorten(reason, 220), size, color: "accent" }],
    before: index === 0 ? before : 4,
  }));
}

/** The head of the first slide: what the Input is, and why it drives the metric. */
function definitionOf(input: InputView): { shapes: Shape[]; below: number; texts: string[] } {
  const y = area.y - 6;
  const fitted = fitText(input.definition, { width: area.width, lines: 2, sizes: sizesFrom(22) });
  const reasons = reasonParagraphs(reasonsOf(input).slice(0, 1), 16, 6);
  const paragraphs: Paragraph[] = [
    { runs: [{ text: fitted.text, size: fitted.size, color: "ink" }] },
    ...reasons,
  ];
  const height = columnHeight(paragraphs, area.width);
  return {
    shapes: [{ kind: "text", name: "Definition", x: area.x, y, width: area.width, height, paragraphs }],
    below: y + height + 14,
    texts: textsOf(paragraphs),
  };
}

/** What the speaker says of an Input itself. */
function aboutInput(
  { definition, moves, how, factor, ideas, owner }: InputView,
  { labels }: Wording,
): string[] {
  const byline = lined([factor, ideas, owner]);
  return [
    definition,
    ...(moves ? [around(labels.moves, moves)] : []),
    ...(how ? [around(labels.observed, how)] : []),
    ...(byline ? [byline] : []),
  ];
}

/** All that the file says of an Input and its bets, for the speaker. */
export function notesOf(input: InputView, words: Wording): string[] {
  return [
    ...aboutInput(input, words),
    ...input.bets.map(betNote),
    ...input.opportunities.flatMap((opportunity) => [
      betNote(opportunity),
      ...opportunity.interventions.map(betNote),
    ]),
  ];
}
