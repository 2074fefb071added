/** The slides that tell a North Star to people who have not read the file. */

import { capitalized } from "../../file/message-text.js";
import type { Game } from "../../file/northstar.js";
import type { State } from "../../lint/check.js";
import { markdown, plain } from "../../report/escape.js";
import { list } from "../../report/markdown-blocks.js";
import { lined, markFor } from "../direction.js";
import { type Fitted, fitText, widthOfWords } from "../fit-text.js";
import { reviewTexts } from "../one-pager.js";
import type { Palette } from "../palette.js";
import { defaultTheme, type Logo, type Theme } from "../theme.js";
import { betSentence } from "../tree-nodes.js";
import {
  type BetView,
  countedMark,
  type Fact,
  formerInputNames,
  type InputView,
  nameWithAbbreviation,
  type OpportunityView,
  type OutcomeView,
  type RenderData,
  type ViewModel,
  viewModelOf,
} from "../view-model.js";
import { around, counted, dateText, dayText, fill, inSentences, type Wording } from "../words/words.js";
import { boardSlides } from "./board-slides.js";
import { toneColors } from "./cards.js";
import { changesOf } from "./changes.js";
import { bullets, columnSlides } from "./columns.js";
import { type Brief, drivenSlide, type GridCard, gridSlides } from "./grid.js";
import { firstGroups, groupPages, groupShapes, groupText } from "./groups.js";
import { inputSlides, notesOf } from "./input-slides.js";
import { movedSlides } from "./moved-slides.js";
import { betNote } from "./notes.js";
import { type DeckOptions, type DeckPart, homes, partsFor } from "./parts.js";
import { type Box, canvas, type Paragraph, type Shape, type Slide, type TextShape } from "./slide.js";
import { continued, tableSlides } from "./table.js";
import { treeSlide } from "./tree-slide.js";
import {
  area,
  columnHeight,
  heightOfText,
  moreOf,
  moreShape,
  sizesFrom,
  slide,
  spareLines,
  stack,
  textBox,
} from "./typeset.js";

/** What everything in a deck is drawn from. */
interface Deck {
  data: RenderData;
  view: ViewModel;
  theme: Theme;
  options: DeckOptions;
}

function deckOf(data: RenderData, theme: Theme): Deck {
  const { deck: options = {} } = data;
  return { data, view: viewIn(data, options), theme, options };
}

/** Every slide of a deck, in order; what the file does not say has none. */
export function slidesOf(data: RenderData, theme: Theme): Slide[] {
  const deck = deckOf(data, theme);
  const { options } = deck;
  const told = partsFor(options);
  const slides = new Map(told.map((part) => [part, makers[part](deck)]));
  if (!options.only) {
    const skipped = new Set(options.skip ?? []);
    for (const [part, home] of Object.entries(homes) as [DeckPart, DeckPart][]) {
      if (told.includes(part) || skipped.has(part)) continue;
      const host = slides.get(home)?.at(-1) ?? slides.get("metric")?.at(-1);
      host?.notes.push(...makers[part](deck).flatMap(({ notes }) => notes));
    }
  }
  return finished([...slides.values()].flat(), theme, deck.view);
}

/** The slides of one part, without their feet. */
export function partSlides(part: DeckPart, data: RenderData, theme: Theme): Slide[] {
  return makers[part](deckOf(data, theme));
}

/** The parts that are asked for, and those among them of which the file says nothing. */
export function emptyParts(data: RenderData): { asked: DeckPart[]; empty: DeckPart[] } {
  const deck = deckOf(data, defaultTheme);
  const asked = partsFor(deck.options);
  return { asked, empty: asked.filter((part) => makers[part](deck).length === 0) };
}

/** Whether a part has one slide, and leaves what has no room there to the notes. */
function isBrief({ full, only, for: whom }: DeckOptions): boolean {
  return !full && !only && whom !== "team";
}

function briefOf(options: DeckOptions, matters: "all" | "whole"): Brief {
  return isBrief(options) ? matters : null;
}

/** What a deck shows: whose review is late and which limit is broken is the team's own affair. */
function viewIn(data: RenderData, { for: whom }: DeckOptions): ViewModel {
  if (whom === "team") return viewModelOf(data);
  return { ...viewModelOf({ ...data, today: null }), limits: [] };
}

const makers: Readonly<Record<DeckPart, (deck: Deck) => Slide[]>> = {
  metric: (deck) => [cover(deck)],
  why,
  game: ({ view }) => [game(view)],
  results,
  tree: ({ view }) => [treeSlide(view)],
  formula,
  inputs,
  input: (deck) => newsIn(deck).flatMap((index) => inputSlides(deck.view, index)),
  moved: ({ view }) => movedSlides(view),
  misfits,
  bets: foundation,
  focus,
  board: ({ view, options }) => boardSlides(view, options.full !== true && !options.only),
  learned,
  changed,
  guardrails,
  checklist,
  reviews,
  history,
  considered,
  later,
  next,
};

/** Slides with their feet, in the direction in which they are read. */
export function finished(
  slides: readonly Slide[],
  theme: Theme,
  { direction }: Pick<ViewModel, "direction">,
): Slide[] {
  const footed = slides.map((each, index) =>
    each.ground === "deep" ? each : withFoot(each, index + 1, theme),
  );
  return direction === "rtl" ? footed.map(mirrored) : footed;
}

/** A slide that is read from right to left. */
function mirrored(slide: Slide): Slide {
  const other = (x: number) => canvas.width - x;
  return {
    ...slide,
    direction: "rtl",
    shapes: slide.shapes.map((shape) => {
      if (shape.kind !== "connector") return { ...shape, x: other(shape.x + shape.width) };
      const { start, end } = shape;
      return { ...shape, start: { ...start, x: other(start.x) }, end: { ...end, x: other(end.x) } };
    }),
  };
}

function cover({ view, theme, options }: Deck): Slide {
  const { name, product, definition, owner, status, game, words } = view;
  const { games, labels } = words;
  const title = nameWithAbbreviation(view);
  const facts = lined([game && fill(games.played, { game: games[game.name] }), owner, status]);
  const day = options.date ? dayText(options.date, words) : "";
  return {
    ...poster(
      {
        kicker: lined([options.title ?? product, labels.metric]),
        title,
        text: definition,
        foot: lined([facts, day]),
      },
      theme,
    ),
    title: name,
    notes: [
      fill(words.notes.metric, { name: title, text: definition }),
      ...(product ? [around(labels.product, product)] : []),
      ...(facts ? [facts] : []),
      ...view.counting.map(({ label, text }) => fill(labels.labelled, { label, text })),
      ...view.sources.map((source) => around(labels.source, source)),
    ],
  };
}

/** What the slide that a talk begins with says. */
interface PosterTexts {
  kicker: string;
  title: string;
  text: string;
  foot: string;
}

/** The slide that a talk begins with: a title as large as it can be and a text below it, beside a large star, or where they have no room there below a small one. */
export function poster(texts: PosterTexts, theme: Theme): Slide {
  const { kicker, title, text, foot } = texts;
  const largeTitle = coverTitle(title, { width: besideStar, top: 132, sizes: sizesFrom(60, 40), lines: 3 });
  const beside = largeTitle ? posterTexts(texts, largeTitle, sizesFrom(34, 20)) : [];
  const isBeside = beside.length > 0 && beside.every(isWhole);
  return {
    title,
    kicker,
    ground: "deep",
    arrangement: "poster",
    shapes: [
      { kind: "star", ...(isBeside ? largeStar : smallStar) },
      ...logoOf(theme, { x: canvas.width - area.x - 160, y: 54, width: 160, height: 44 }, "end"),
      ...(isBeside ? beside : posterTexts(texts, wideTitle(title), sizesFrom(34))).map(({ shape }) => shape),
    ],
    markdown: () => [markdown(text), ...(foot ? [markdown(foot)] : [])],
    notes: [],
  };
}

const smallStar: Box = { x: area.x, y: 56, width: 40, height: 40 };
const largeStar: Box = { x: area.x + area.width - 240, y: 140, width: 240, height: 240 };
const besideStar = largeStar.x - area.x - 32;

/** A text in a place, and what it says in full. */
interface PosterText {
  shape: TextShape;
  full: string;
}

function isWhole({ shape: { paragraphs }, full }: PosterText): boolean {
  return textOf({ paragraphs }) === plain(full);
}

/** What stands under each other on a poster, as wide as its title may be. */
function posterTexts(
  { kicker, title: name, text, foot }: PosterTexts,
  title: TextShape,
  sizes: readonly number[],
): PosterText[] {
  const { width } = title;
  const wide = { x: area.x, width };
  const textAt = title.y + title.height + 22;
  const small = { ...wide, y: title.y - 32, height: 28 };
  const definition = { ...wide, y: textAt, height: Math.max(0, 450 - textAt) };
  const facts = { ...wide, y: 466, height: 26 };
  return [
    {
      shape: textBox("Product", kicker, small, { sizes: sizesFrom(20), color: "star", bold: true }),
      full: kicker,
    },
    { shape: title, full: name },
    { shape: textBox("Definition", text, definition, { sizes, color: "onDeep" }), full: text },
    {
      shape: textBox("Game and owner", foot, facts, { sizes: [18, 16], color: "onDeepMuted" }),
      full: foot,
    },
  ];
}

/** How high the title of a cover may be. */
const highestTitle = 200;

const titleLook = { color: "onDeep", bold: true, isTitle: true } as const;

/** As large as it can be in two lines, or else as it can be in more. */
function wideTitle(text: string): TextShape {
  const box = { x: area.x, y: 158, width: area.width, height: 150 };
  return (
    coverTitle(text, { width: area.width, top: 158, sizes: sizesFrom(72, 40), lines: 2 }) ??
    textBox("Title", text, box, { ...titleLook, sizes: sizesFrom(60, 20) })
  );
}

/** A title in the largest of `sizes` in which so many lines hold it; null where none does. */
function coverTitle(
  text: string,
  { width, top, sizes, lines }: { width: number; top: number; sizes: readonly number[]; lines: number },
): TextShape | null {
  let first: TextShape | null = null;
  for (const size of sizes) {
    const setIn = (room: number) => fitText(text, { width: room, lines, sizes: [size], bold: true });
    const fitted = setIn(width);
    if (fitted.shortened || fitted.broken) continue;
    const height = heightOfText(fitted) + spareLines(text, width * 0.85, { size, bold: true }) * size * 1.25;
    if (height > highestTitle) continue;
    const shape = titleIn({ x: area.x, y: top, width, height }, fitted);
    // Where a program sets type a little narrower and needs a line less, there would be a gap below.
    const isSteady = [1.05, 0.97].every((share) => setIn(width * share).lines.length === fitted.lines.length);
    if (isSteady) return shape;
    first ??= shape;
  }
  return first;
}

function titleIn(box: Box, { text, size }: { text: string; size: number }): TextShape {
  const { color, bold, isTitle } = titleLook;
  return {
    kind: "text",
    name: "Title",
    ...box,
    isTitle,
    paragraphs: [{ runs: [{ text, size, color, bold }] }],
  };
}

/** As large as a logo can be in some room, in its own proportions. */
export function logoSize(
  logo: Pick<Logo, "width" | "height">,
  room: { width: number; height: number },
): { width: number; height: number } {
  const scale = Math.min(room.width / logo.width, room.height / logo.height);
  return { width: logo.width * scale, height: logo.height * scale };
}

function logoOf(
  { logo }: Theme,
  box: { x: number; y: number; width: number; height: number },
  side: "start" | "end",
): Shape[] {
  if (!logo) return [];
  const { width, height } = logoSize(logo, box);
  const x = side === "end" ? box.x + box.width - width : box.x;
  return [{ kind: "picture", x, y: box.y + (box.height - height) / 2, width, height }];
}

/** Title and kicker of a slide that is about the metric; a long name stands in the kicker. */
function headOf(
  part: keyof Wording["lead"] & keyof Wording["kickers"],
  { name, words: { lead, kickers, shortTitles } }: ViewModel,
): [title: string, kicker: string] {
  const title = around(lead[part], name);
  const { shortened } = fitText(title, { width: area.width, lines: 1, sizes: [26], bold: true });
  return shortened ? [shortTitles[part], name] : [title, kickers[part]];
}

/** The same where the title says how many results or Inputs there are. */
function countingHead(
  part: "results" | "inputs",
  count: number,
  { name, words }: ViewModel,
): [title: string, kicker: string] {
  const { says, kickers } = words;
  const mark = markFor([name]);
  // In a title from right to left a number would leave its words, if nothing of their direction stood before it.
  const title = (mark && `${mark}\u200E`) + counted(words, says[part], count, { text: name });
  const { shortened } = fitText(title, { width: area.width, lines: 1, sizes: [26], bold: true });
  return shortened ? [counted(words, says[`${part}OfIt`], count), name] : [title, kickers[part]];
}

/** When customers get value on the left, or the vision where nothing is said of that; the rest on the right. */
function why({ view, options }: Deck): Slide[] {
  const { vision, strategy, beliefs, exchanges, words } = view;
  const { labels } = words;
  const moments = exchanges.map(({ text, counted }) => lined([text, counted && countedMark]));
  const aims = [
    ...(vision ? [{ label: labels.vision, text: vision }] : []),
    ...(strategy ? [{ label: labels.strategy, text: strategy }] : []),
  ];
  const reasons = bullets(labels.beliefs, beliefs);
  const values = bullets(labels.exchanges, moments);
  const columns =
    values.length > 0 && reasons.length + values.length > 5
      ? [values, [...aims, ...reasons]]
      : [aims, [...values, ...reasons]];
  return columnSlides(...headOf("why", view), columns, words, sizesFrom(30), isBrief(options));
}

const stateColors: Readonly<Record<State, keyof Palette>> = {
  met: "good",
  open: "muted",
  doubtful: "warn",
  broken: "bad",
};

/** The points that are met, with their reasons; the team sees all of them, and how they stand. */
function checklist({ view, options }: Deck): Slide[] {
  const { points, summary } = view.checklist;
  const { states, meanings, titles, kickers, labels } = view.words;
  const notes = points.map(({ id, number, title, state, answer }) =>
    [`${number} ${title}${labels.comma}${states[state]}.`, meanings[id], answer].filter(Boolean).join(" "),
  );
  const isTeam = options.for === "team";
  const areAllMet = points.every(({ state }) => state === "met");
  const shown = isTeam ? points : points.filter(({ state, answer }) => state === "met" && answer);
  return tableSlides(
    isTeam || areAllMet ? summary : titles.checklist,
    kickers.checklist,
    [
      { head: labels.point, share: 29, bold: true },
      ...(isTeam ? [{ head: labels.state, share: 13, bold: true }] : []),
      { head: labels.answer, share: 60 },
    ],
    shown.map(({ number, title, state, answer }) => [
      { text: isTeam ? `${number}  ${title}` : title },
      ...(isTeam ? [{ text: states[state], color: stateColors[state] }] : []),
      { text: answer ?? "" },
    ]),
    notes,
    view.words,
  );
}

function game({ game, counting, words }: ViewModel): Slide {
  const { aboutGames, games, kickers, labels, notes, titles } = words;
  const all = Object.keys(aboutGames) as Game[];
  const gap = 20;
  const width = (area.width - gap * (all.length - 1)) / all.length;
  const { shapes: facts, height: factsHeight } = factCards(counting);
  const small = factsHeight > 0 ? 18 : 22;
  const large = sizesFrom(factsHeight > 0 ? 26 : 30).find((size) =>
    all.every((each) => widthOfWords(capitalized(games[each]), { size, bold: true }) <= width - 40),
  );
  const height = Math.min(
    factsHeight > 0 ? 250 : area.height - 8,
    area.height - 8 - (factsHeight > 0 ? factsHeight + 24 : 0),
  );
  const boxes = all.map((each, index): Shape => {
    const chosen = each === game?.name;
    return {
      kind: "text",
      name: chosen ? "The game we play" : "Another game",
      x: area.x + index * (width + gap),
      y: area.y + 8,
      width,
      height,
      anchor: "middle",
      round: 12,
      inset: 20,
      fill: chosen ? "deep" : "panel",
      ...(!chosen && { outline: "line" }),
      paragraphs: [
        {
          runs: [
            {
              text: capitalized(games[each]),
              size: large ?? 16,
              bold: true,
              color: chosen ? "onDeep" : "muted",
            },
          ],
        },
        {
          runs: [{ text: aboutGames[each], size: small, color: chosen ? "onDeepMuted" : "muted" }],
          before: 6,
        },
      ],
    };
  });
  const stars = all.flatMap((each, index): Shape[] =>
    each === game?.name
      ? [{ kind: "star", x: area.x + index * (width + gap) + 22, y: area.y - 8, width: 32, height: 32 }]
      : [],
  );
  return {
    ...slide(
      game ? fill(titles.game, { game: games[game.name] }) : titles.noGame,
      kickers.game,
      [...boxes, ...stars, ...facts(area.y + 8 + height + 24)],
      () => [
        list(
          all.map((each) => {
            const name = `**${capitalized(games[each])}**`;
            return `${each === game?.name ? `_${name}_` : name}\\\n${aboutGames[each]}`;
          }),
        ),
        counting.map(({ label, text }) => `**${label}**\\\n${markdown(text)}`).join("\n\n"),
      ],
      [
        game ? fill(notes.game, { game: games[game.name], about: game.about }) : notes.noGame,
        ...counting.map(({ label, text }) => fill(labels.labelled, { label, text })),
      ],
    ),
    arrangement: "games",
  };
}

const leastGame = 130;

/** How exactly the metric is counted, on cards of one size. */
function factCards(facts: readonly Fact[]): { shapes: (top: number) => Shape[]; height: number } {
  if (facts.length === 0) return { shapes: () => [], height: 0 };
  const gap = 16;
  const across = facts.length === 4 ? 2 : Math.min(3, facts.length);
  const rows = Math.ceil(facts.length / across);
  const [inset, insetY] = [18, rows > 1 ? 9 : 14];
  const width = (area.width - gap * (across - 1)) / across;
  const most = (area.height - leastGame - 32 - gap * (rows - 1)) / rows;
  const inner = { width: width - 2 * inset, height: most - 2 * insetY };
  const isWhole = (size: number) =>
    facts.every(({ label, text }) => textOf(stack([{ label, text }], inner, [size])) === plain(text));
  const size = sizesFrom(26).find(isWhole) ?? 16;
  const set = facts.map(({ label, text }) => stack([{ label, text }], inner, [size]).paragraphs);
  const height = Math.max(...set.map((paragraphs) => columnHeight(paragraphs, inner.width))) + 2 * insetY;
  const shapes = (top: number) =>
    set.map(
      (paragraphs, index): Shape => ({
        kind: "text",
        name: facts[index]?.label ?? "",
        x: area.x + (index % across) * (width + gap),
        y: top + Math.floor(index / across) * (height + gap),
        width,
        height,
        round: 12,
        inset,
        insetY,
        fill: "accentSoft",
        paragraphs,
      }),
    );
  return { shapes, height: height * rows + gap * (rows - 1) };
}

function textOf({ paragraphs }: { paragraphs: readonly Paragraph[] }): string {
  return plain(
    paragraphs
      .at(-1)
      ?.runs.map((run) => run.text)
      .join("") ?? "",
  );
}

/** What the metric leads, with the bets that it does. */
function results({ view, options }: Deck): Slide[] {
  const cards = view.results.map(
    ({ name, kind, definition, bets }): GridCard => ({
      title: name,
      kicker: kind ? { text: capitalized(kind), color: "accent" } : undefined,
      texts: [
        ...bets.slice(0, 2).map((bet) => ({ text: betSentence(bet) })),
        ...(definition ? [{ text: definition, color: "muted" } as const] : []),
      ],
    }),
  );
  const notes = view.results.flatMap(({ name, kind, definition, bets }) => [
    inSentences([name, kind, definition], view.words),
    ...bets.map(betNote),
  ]);
  const head = countingHead("results", cards.length, view);
  const driven = drivenSlide(...head, cards, view.name, notes);
  return driven ? [driven] : gridSlides(...head, cards, notes, view.words, briefOf(options, "all"));
}

/** The sentence that makes an equation of metric and Inputs, as large as it can be said. */
function formula({ view: { formula: sentence, words } }: Deck): Slide[] {
  if (!sentence) return [];
  const look = { anchor: "middle", fill: "accentSoft", round: 14, inset: 44, insetY: 28 } as const;
  const box = { ...area, height: area.height - 12 };
  const inner = { width: box.width - 2 * look.inset, height: box.height - 2 * look.insetY };
  const { paragraphs } = stack([{ text: sentence }], inner, sizesFrom(40));
  const shape: Shape = { kind: "text", name: "Formula", ...box, ...look, paragraphs };
  const size = paragraphs[0]?.runs[0]?.size ?? 16;
  const made = slide(words.titles.formula, words.kickers.formula, [shape], () => [markdown(sentence)], [
    sentence,
  ]);
  return [{ ...made, arrangement: "quote", size }];
}

/** The bets that stay for years and quarters, in one table: the slides of Inputs and the tree shorten them. */
function foundation({ view: { results, inputs, words } }: Deck): Slide[] {
  const { titles, kickers, labels } = words;
  const rows = [...results, ...inputs].flatMap(({ name, bets }) => bets.map((bet) => ({ name, bet })));
  return tableSlides(
    titles.bets,
    kickers.bets,
    [
      { head: labels.bet, share: 22 },
      { head: labels.for, share: 24, bold: true },
      { head: labels.weBet, share: 54 },
    ],
    rows.map(({ name, bet }) => [
      { text: capitalized(bet.kind), color: "muted" },
      { text: name },
      { text: betSentence(bet) },
    ]),
    rows.map(({ name, bet }) => inSentences([name, betNote(bet)], words)),
    words,
  );
}

/** All Inputs beside one another. */
function inputs(deck: Deck): Slide[] {
  const { view, options } = deck;
  const shown = new Set(partsFor(options).includes("input") ? newsIn(deck) : []);
  return gridSlides(
    ...countingHead("inputs", view.inputs.length, view),
    view.inputs.map((input) => ({
      title: nameWithAbbreviation(input),
      kicker: input.factor ? { text: capitalized(input.factor), color: "accent", isMinor: true } : undefined,
      texts: [
        { text: input.definition },
        ...(input.moves ? [{ text: input.moves, color: "muted" } as const] : []),
      ],
      foot: input.owner ?? undefined,
    })),
    view.inputs.flatMap((input, index) =>
      shown.has(index)
        ? [nameWithAbbreviation(input)]
        : [nameWithAbbreviation(input), ...notesOf(input, view.words)],
    ),
    view.words,
    briefOf(options, "all"),
  );
}

/** The places of the Inputs that have slides of their own: in full all, else where a bet was closed since the day that is asked for. */
function newsIn({ view, options }: Deck): number[] {
  const all = view.inputs.map((_, index) => index);
  const { full, only, since } = options;
  if (full || only) return all;
  return all.filter((index) => {
    const opportunities = view.inputs[index]?.opportunities ?? [];
    const bets = opportunities.flatMap((each) => [each, ...each.interventions]);
    return since !== undefined && bets.some(({ outcome }) => outcome && outcome.date >= since);
  });
}

function misfits({ view: { misfits: all, words } }: Deck): Slide[] {
  const { titles, kickers, labels } = words;
  return gridSlides(
    titles.misfits,
    kickers.misfits,
    all.map((text) => ({ texts: [{ text }] })),
    all.length > 0 ? [labels.misfit, ...all] : [],
    words,
  );
}

/** What is worked on, or where nothing is yet, what comes next, or else what is bet on. */
function focus({ view, options }: Deck): Slide[] {
  const { says, kickers } = view.words;
  const all = view.inputs.flatMap((input) =>
    input.opportunities.map((opportunity) => ({ opportunity, input: input.name })),
  );
  const open = all.filter(({ opportunity }) => opportunity.stage?.id !== "closed");
  const inStage = (stage: string) => open.filter(({ opportunity }) => isIn(opportunity, stage));
  const active = inStage("active");
  const shown = [active, inStage("next"), open].find(({ length }) => length > 0) ?? [];
  const told = shown.map(({ opportunity, input }) => ({
    input,
    opportunity: { ...opportunity, interventions: underWay(opportunity.interventions) },
  }));
  if (told.length === 0) return [];
  const first = isBrief(options) ? firstGroups(told) : undefined;
  const pages = first ? [first] : groupPages(told, area.y);
  const more = first?.more ?? 0;
  const title = counted(view.words, active.length > 0 ? says.focus : says.planned, told.length);
  return pages.map(({ size, groups }, index) => ({
    ...slide(
      continued(title, index, pages.length, view.words),
      kickers.focus,
      [...groupShapes(groups, area.y, more), ...moreShape(more, view.words)],
      () => [list(groups.map(groupText)), ...(more > 0 ? [moreOf(more, view.words)] : [])],
      index === 0
        ? told.flatMap(({ input, opportunity }) => [
            inSentences([input, betNote(opportunity)], view.words),
            ...opportunity.interventions.map(betNote),
          ])
        : [],
    ),
    arrangement: "groups",
    size,
  }));
}

/** What is tried or looked at now, or all that is open where nothing is. */
function underWay(bets: readonly BetView[]): readonly BetView[] {
  const open = bets.filter(({ stage }) => stage?.id !== "closed");
  const now = open.filter(({ stage }) => stage?.id === "active" || stage?.id === "review");
  return now.length > 0 ? now : open;
}

function isIn(opportunity: OpportunityView, stage: string): boolean {
  return [opportunity, ...opportunity.interventions].some((bet) => bet.stage?.id === stage);
}

const verdictColors = { won: toneColors.good, lost: toneColors.warn, unclear: toneColors.quiet } as const;

/** What bets taught, in the team's words; the latest first. */
function learned({ view: { learned: bets, words }, options }: Deck): Slide[] {
  const closed = bets.map((bet) => ({ outcome: bet.outcome, sentence: betSentence(bet) }));
  return learnedSlides(closed, words, briefOf(options, "whole"));
}

/** A card for each closed bet. */
export function learnedSlides(
  bets: readonly { outcome: OutcomeView; sentence: string }[],
  words: Wording,
  brief: Brief,
): Slide[] {
  const { says, kickers, labels, verdicts } = words;
  return gridSlides(
    counted(words, says.learned, bets.length),
    kickers.learned,
    bets.map(({ outcome, sentence }) => ({
      kicker: { text: capitalized(verdicts[outcome.verdict]), color: verdictColors[outcome.verdict] },
      title: outcome.learned,
      texts: [{ text: sentence, color: "muted" }],
    })),
    bets.map(({ outcome, sentence }) => {
      const label = [dateText(outcome.date, words), verdicts[outcome.verdict]].join(labels.comma);
      return inSentences([fill(labels.labelled, { label, text: sentence }), outcome.learned], words);
    }),
    words,
    brief,
  );
}

function guardrails({ view: { guardrails: all, words }, options }: Deck): Slide[] {
  const { says, kickers, labels } = words;
  return gridSlides(
    counted(words, says.guardrails, all.length),
    kickers.guardrails,
    all.map(({ name, definition, protects, breach, owner }) => ({
      title: name,
      texts: [
        ...(definition ? [{ text: definition }] : []),
        ...(protects ? [{ text: around(labels.protects, protects), color: "muted" } as const] : []),
        ...(breach === undefined
          ? []
          : [{ text: around(labels.stopAt, String(breach)), color: "warn" } as const]),
      ],
      foot: owner,
    })),
    all.map(({ name, definition, protects, breach, owner }) =>
      inSentences(
        [
          name,
          definition,
          protects && around(labels.itProtects, protects),
          breach !== undefined && fill(labels.stopAt, { text: breach }),
          owner,
        ],
        words,
      ),
    ),
    words,
    briefOf(options, "all"),
  );
}

function reviews({ view }: Deck): Slide[] {
  const { answers: all, words } = view;
  return gridSlides(
    ...headOf("reviews", view),
    all.map(({ question, answer, date }) => ({
      title: answer,
      texts: [{ text: question, color: "muted" }],
      foot: date && dayText(date, words),
    })),
    all.map(({ question, answer, date }) =>
      [question, answer, date && dateText(date, words)].filter(Boolean).join(" "),
    ),
    words,
  );
}

function history({ view }: Deck): Slide[] {
  const { history: all, words } = view;
  const { labels } = words;
  return gridSlides(
    ...headOf("history", view),
    all.map((former) => ({
      kicker: former.date
        ? { text: capitalized(fill(labels.until, { text: dayText(former.date, words) })), color: "muted" }
        : undefined,
      title: former.name,
      texts: [
        ...(former.reason ? [{ text: former.reason }] : []),
        ...(former.definition ? [{ text: former.definition, color: "muted" } as const] : []),
        ...(former.inputs?.length
          ? [{ text: fill(labels.itsInputs, { text: formerInputNames(former) }), color: "muted" } as const]
          : []),
      ],
    })),
    all.map((former) =>
      inSentences(
        [
          former.date
            ? [former.name, fill(labels.until, { text: dateText(former.date, words) })].join(labels.comma)
            : former.name,
          former.definition,
          former.inputs?.length ? fill(labels.itsInputs, { text: formerInputNames(former) }) : null,
          former.reason,
        ],
        words,
      ),
    ),
    words,
  );
}

function considered({ view }: Deck): Slide[] {
  const { considered: all } = view;
  return gridSlides(
    ...headOf("considered", view),
    all.map(({ name: candidate, definition, reason }) => ({
      title: candidate,
      texts: [
        ...(reason ? [{ text: reason }] : []),
        ...(definition ? [{ text: definition, color: "muted" } as const] : []),
      ],
    })),
    all.map(({ name: candidate, definition, reason }) =>
      inSentences([candidate, definition, reason], view.words),
    ),
    view.words,
  );
}

function later({ view }: Deck): Slide[] {
  const { next: metric, words } = view;
  if (!metric) return [];
  const { name: title, definition, sign } = metric;
  return gridSlides(
    ...headOf("later", view),
    [
      {
        title,
        texts: [
          ...(definition ? [{ text: definition }] : []),
          ...(sign ? [{ text: around(words.labels.sign, sign), color: "muted" } as const] : []),
        ],
      },
    ],
    [inSentences([title, definition, sign], words)],
    words,
  );
}

/** What is new, what is gone and what was learned since a day. */
function changed({ data, view, options }: Deck): Slide[] {
  const { since } = options;
  const cards = changesOf(data, view);
  if (since === undefined || cards.length === 0) return [];
  const { lead, kickers } = view.words;
  const title = fill(lead.changed, { text: dayText(since, view.words) });
  const notes = cards.map(({ kicker, title: what, texts }) =>
    inSentences([kicker?.text, what, ...texts.map(({ text }) => text)], view.words),
  );
  return gridSlides(title, kickers.changed, cards, notes, view.words, briefOf(options, "whole"));
}

/** The day of the next review, and what everybody can move until then. */
function next({ view, options }: Deck): Slide[] {
  const { name, words, review } = view;
  const { titles, labels, notes } = words;
  const texts = reviewTexts(view);
  // A day that the talk comes after is no news to an audience.
  const isPast = options.for !== "team" && (texts?.day ?? "") < (options.date ?? "");
  const day = texts?.day && !isPast ? dayText(texts.day, words) : null;
  const isLate = options.for === "team" && review?.overdue;
  const title = texts ? titles.review : titles.help;
  const { across, size } = footRow(view.inputs);
  const large = day ?? texts?.rhythm ?? name;
  const under = day && texts ? lined([texts.rhythm, isLate && labels.overdue]) : "";
  const wide = { x: area.x, width: area.width };
  return [
    {
      title,
      ground: "deep",
      arrangement: "ending",
      across,
      size,
      shapes: [
        { kind: "star", ...smallStar },
        textBox(
          "Title",
          title,
          { ...wide, y: 120, height: 34 },
          { sizes: [26], color: "star", bold: true, isTitle: true },
        ),
        textBox(
          "Day",
          large,
          { ...wide, y: 158, height: 130 },
          { sizes: sizesFrom(60, 26), color: "onDeep", bold: true },
        ),
        ...(under
          ? [textBox("Rhythm", under, { ...wide, y: 234, height: 30 }, { sizes: [22], color: "onDeepMuted" })]
          : []),
        ...inputsAtFoot(view.inputs),
      ],
      markdown: () => [
        markdown(large),
        ...(under ? [markdown(under)] : []),
        list(
          view.inputs
            .slice(0, mostAtFoot)
            .map(({ name: input, owner }) =>
              owner ? `**${markdown(input)}**\\\n${markdown(owner)}` : `**${markdown(input)}**`,
            ),
        ),
      ],
      notes: [notes.next, ...(texts ? [lined([texts.day && dateText(texts.day, words), texts.rhythm])] : [])],
    },
  ];
}

const mostAtFoot = 6;

/** How Inputs stand at the foot of the last slide. */
interface FootRows {
  across: number;
  top: number;
  height: number;
  /** Of a name; of whose it is, one less. */
  lines: number;
  size: number;
  width: number;
}

/** In one row, or where their words are long in two; the largest first. */
function footRows(count: number): FootRows[] {
  const gapped = (across: number) => ({ across, width: (area.width - footGap * (across - 1)) / across });
  const one = { ...gapped(count), top: 330, height: 160, lines: 3 };
  const two = { ...gapped(Math.ceil(count / 2)), top: 314, height: 84, lines: 2 };
  return sizesFrom(26).flatMap((size) => [{ ...one, size }, ...(size <= 20 ? [{ ...two, size }] : [])]);
}

const footGap = 24;

function nameIn(name: string, { width, lines, size }: FootRows): Fitted {
  return fitText(name, { width, lines, sizes: [size], bold: true });
}

/** The largest in which all names have room. */
function footRow(all: readonly InputView[]): FootRows {
  const shown = all.slice(0, mostAtFoot);
  const ways = footRows(shown.length);
  const isWhole = (way: FootRows) =>
    shown.map(({ name }) => nameIn(name, way)).every(({ shortened, broken }) => !shortened && !broken);
  return ways.find(isWhole) ?? (ways.at(-1) as FootRows);
}

/** The Inputs and who works on them, at the foot of the last slide. */
function inputsAtFoot(all: readonly InputView[]): Shape[] {
  const shown = all.slice(0, mostAtFoot);
  const way = footRow(all);
  const { across, top, height, lines, width } = way;
  return shown.map(({ name, owner }, index) => {
    const title = nameIn(name, way);
    const foot = owner ? fitText(owner, { width, lines: lines - 1, sizes: [16] }) : null;
    return {
      kind: "text",
      name: "Input",
      x: area.x + (index % across) * (width + footGap),
      y: top + Math.floor(index / across) * (height + 8),
      width,
      height,
      paragraphs: [
        { runs: [{ text: title.text, size: title.size, color: "onDeep", bold: true }] },
        ...(foot
          ? [{ runs: [{ text: foot.text, size: foot.size, color: "onDeepMuted" } as const], before: 4 }]
          : []),
      ],
    };
  });
}

function withFoot(each: Slide, number: number, theme: Theme): Slide {
  const y = 506;
  const logo = logoOf(theme, { x: area.x, y: y - 1, width: 120, height: 24 }, "start");
  const foot: Shape[] = [
    ...(logo.length > 0 ? logo : [{ kind: "star", x: area.x, y: y + 3, width: 16, height: 16 } as const]),
    {
      kind: "text",
      name: "Number of the slide",
      x: area.x + area.width - 60,
      y,
      width: 60,
      height: 22,
      isNumber: true,
      paragraphs: [{ runs: [{ text: String(number), size: 16, color: "muted" }], align: "right" }],
    },
  ];
  return { ...each, shapes: [...each.shapes, ...foot] };
}
