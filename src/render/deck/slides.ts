/** The slides that tell a North Star to an audience that has not read the file. */

import { capitalized } from "../../file/message-text.js";
import type { Game } from "../../file/northstar.js";
import type { State } from "../../lint/check.js";
import { checklist as pointTexts } from "../../lint/playbook.js";
import { markdown } from "../../report/escape.js";
import { list } from "../../report/markdown-blocks.js";
import { led, lined } from "../direction.js";
import { fitText } from "../fit-text.js";
import { labelledText } from "../markdown.js";
import { reviewTexts } from "../one-pager.js";
import type { Palette, Theme } from "../theme.js";
import { betSentence } from "../tree-nodes.js";
import { countedMark, formerInputNames, games, type ViewModel } from "../view-model.js";
import { boardSlides } from "./board-slides.js";
import { toneColors } from "./cards.js";
import { columnSlides } from "./columns.js";
import { aboutInput, inputSlides, inputTitle } from "./input-slides.js";
import { betNote } from "./notes.js";
import { canvas, type Shape, type Slide, type TextShape } from "./slide.js";
import { tableSlides } from "./table.js";
import { treeSlide } from "./tree-slide.js";
import { area, type ColumnBlock, columnHeight, slide, stack, textBox } from "./typeset.js";

/** Every slide of a North Star, in order; what the file does not say has none. */
export function slidesOf(view: ViewModel, theme: Theme): Slide[] {
  const slides = [
    cover(view, theme),
    ...why(view),
    ...checklist(view),
    game(view),
    treeSlide(view),
    ...formula(view),
    ...foundation(view),
    ...inputs(view),
    ...misfits(view),
    ...boardSlides(view),
    ...learned(view),
    ...guardrails(view),
    ...answers(view),
    ...history(view),
    ...considered(view),
    ...later(view),
    ...review(view),
  ];
  return finished(slides, view);
}

/** Slides with their feet, in the direction in which they are read. */
export function finished(slides: readonly Slide[], view: ViewModel): Slide[] {
  const footed = slides.map((each, index) =>
    each.ground === "deep" ? each : withFoot(each, index + 1, view),
  );
  return view.direction === "rtl" ? footed.map(mirrored) : footed;
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

function cover(view: ViewModel, theme: Theme): Slide {
  const { name, abbreviation, product, definition, owner, status, game } = view;
  const facts = lined([game && `${game.name} game`, owner, status]);
  const wide = { x: area.x, width: area.width };
  const title = coverTitle(abbreviation ? `${name} (${abbreviation})` : name);
  const titleHeight = columnHeight(title.paragraphs, area.width);
  const below = title.y + titleHeight + 20;
  return {
    title: name,
    ground: "deep",
    shapes: [
      { kind: "star", x: area.x, y: 56, width: 34, height: 34 },
      ...logoOf(theme, 56),
      textBox(
        "Product",
        lined([product, "North Star Metric"]),
        { ...wide, y: 118, height: 24 },
        { sizes: [16, 14], color: "star", bold: true },
      ),
      { ...title, height: titleHeight },
      textBox(
        "Definition",
        definition,
        { ...wide, y: below, height: 444 - below },
        { sizes: [30, 27, 24, 22, 20, 18, 16, 14], color: "onDeep" },
      ),
      textBox(
        "Game and owner",
        facts,
        { ...wide, y: 466, height: 24 },
        { sizes: [14, 12], color: "onDeepMuted" },
      ),
    ],
    markdown: () => [...(product ? [markdown(product)] : []), markdown(definition), markdown(facts)],
    notes: [
      `Our North Star Metric is called ${abbreviation ? `${name} (${abbreviation})` : name}, which we define as: ${definition}`,
      ...(product ? [led("Product: ", product)] : []),
      ...(facts ? [facts] : []),
      ...view.counting.map(({ label, text }) => `${label}: ${text}`),
      ...(view.review ? [] : sourceNotes(view)),
    ],
  };
}

function sourceNotes({ sources }: ViewModel): string[] {
  return sources.map((source) => led("Source: ", source));
}

/** On one line if it can be large there: how many lines it takes at its limits depends on the font. */
function coverTitle(text: string): TextShape {
  const look = { color: "onDeep", bold: true, isTitle: true } as const;
  const box = { x: area.x, y: 150, width: area.width };
  const sizes = [56, 52, 48, 44, 40];
  const fitted = fitText(text, { width: area.width, lines: 1, sizes, bold: true });
  if (!fitted.shortened)
    return textBox("Title", text, { ...box, height: fitted.size * 1.6 }, { ...look, sizes: [fitted.size] });
  return textBox("Title", text, { ...box, height: 156 }, { ...look, sizes: [...sizes, 34, 28, 24, 20] });
}

function logoOf({ logo }: Theme, y: number): Shape[] {
  if (!logo) return [];
  const scale = Math.min(160 / logo.width, 44 / logo.height);
  const [width, height] = [logo.width * scale, logo.height * scale];
  return [{ kind: "picture", x: canvas.width - area.x - width, y, width, height }];
}

/** Vision and strategy on the left, beliefs and exchanges on the right. */
function why({ name, vision, strategy, beliefs, exchanges }: ViewModel): Slide[] {
  const bullets = (label: string, texts: readonly string[]): ColumnBlock[] =>
    texts.map((text, index) => ({ text, bullet: true, ...(index === 0 && { label }) }));
  const moments = exchanges.map(({ text, counted }) => lined([text, counted && countedMark]));
  return columnSlides(led("Why ", name), "Why this metric", [
    [
      ...(vision ? [{ label: "Vision", text: vision }] : []),
      ...(strategy ? [{ label: "Strategy", text: strategy }] : []),
    ],
    [...bullets("What we believe", beliefs), ...bullets("When customers get value", moments)],
  ]);
}

const stateColors: Readonly<Record<State, keyof Palette>> = {
  met: "good",
  open: "muted",
  doubtful: "warn",
  broken: "bad",
};

function checklist({ checklist: { points, summary } }: ViewModel): Slide[] {
  return tableSlides(
    summary,
    "The North Star Checklist",
    [
      { head: "Point", share: 29, bold: true },
      { head: "State", share: 11, bold: true },
      { head: "Why it holds", share: 60 },
    ],
    points.map(({ number, title, state, answer }) => [
      { text: `${number}  ${title}` },
      { text: state, color: stateColors[state] },
      { text: answer ?? "" },
    ]),
    points.map(({ id, number, title, state, answer }) =>
      [`${number} ${title}, ${state}.`, pointTexts[id].meaning, answer].filter(Boolean).join(" "),
    ),
  );
}

function game({ game, counting }: ViewModel): Slide {
  const all = Object.keys(games) as Game[];
  const gap = 20;
  const width = (area.width - gap * (all.length - 1)) / all.length;
  const height = counting.length > 0 ? 170 : 220;
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
      inset: 22,
      fill: chosen ? "deep" : "panel",
      ...(!chosen && { outline: "line" }),
      paragraphs: [
        {
          runs: [
            {
              text: capitalized(each),
              size: 24,
              bold: true,
              color: chosen ? "onDeep" : "muted",
            },
          ],
        },
        { runs: [{ text: games[each], size: 15, color: chosen ? "onDeepMuted" : "muted" }], before: 6 },
      ],
    };
  });
  const stars = all.flatMap((each, index): Shape[] =>
    each === game?.name
      ? [
          {
            kind: "star",
            x: area.x + index * (width + gap) + 22,
            y: area.y - 8,
            width: 32,
            height: 32,
          },
        ]
      : [],
  );
  const factWidth = (area.width - gap * (counting.length - 1)) / Math.max(1, counting.length);
  const facts = counting.map(({ label, text }, index): Shape => {
    const box = {
      x: area.x + index * (factWidth + gap),
      y: area.y + height + 40,
      width: factWidth,
      height: area.height - height - 44,
    };
    const { paragraphs } = stack([{ label, text }], box, [20, 18, 16, 14, 12]);
    return { kind: "text", name: label, ...box, paragraphs };
  });
  return slide(
    game ? `We play the ${game.name} game` : "Which game do we play?",
    "The game",
    [...boxes, ...stars, ...facts],
    () => [
      game ? `**${game.name}**: ${game.about}` : "",
      list(counting.map(({ label, text }) => labelledText(label, text))),
    ],
    [
      game
        ? `A product plays one game, and ours is ${game.name}: ${game.about}.`
        : "A product plays one game, and ours is not chosen yet.",
      ...counting.map(({ label, text }) => `${label}: ${text}`),
    ],
  );
}

/** The sentence that makes an equation of metric and Inputs, as large as it can be said. */
function formula({ formula: sentence }: ViewModel): Slide[] {
  if (!sentence) return [];
  const look = { anchor: "middle", fill: "accentSoft", round: 14, inset: 44, insetY: 28 } as const;
  const box = { ...area, height: area.height - 12 };
  const inner = { width: box.width - 2 * look.inset, height: box.height - 2 * look.insetY };
  const { paragraphs } = stack([{ text: sentence }], inner, [38, 33, 28, 24, 20, 18, 16, 14, 12]);
  const shape: Shape = { kind: "text", name: "Formula", ...box, ...look, paragraphs };
  return [slide("What it is a function of", "The formula", [shape], () => [markdown(sentence)], [sentence])];
}

/** The bets that stay for years and quarters, in one table: the slides of Inputs and the tree shorten them. */
function foundation({ results, inputs }: ViewModel): Slide[] {
  const rows = [...results, ...inputs].flatMap(({ name, bets }) => bets.map((bet) => ({ name, bet })));
  return tableSlides(
    "What we bet on in the long run",
    "North Star bets and Input bets",
    [
      { head: "Bet", share: 20 },
      { head: "For", share: 24, bold: true },
      { head: "We bet", share: 56 },
    ],
    rows.map(({ name, bet }) => [
      { text: `${bet.level}  ${bet.kind}`, color: "muted" },
      { text: name },
      { text: betSentence(bet) },
    ]),
    rows.map(({ name, bet }) => `${name}. ${betNote(bet)}`),
  );
}

/** A slide or more for each Input, or one table of them where there is nothing to say but what they are. */
function inputs(view: ViewModel): Slide[] {
  if (view.inputs.some(({ bets, opportunities }) => bets.length + opportunities.length > 0))
    return view.inputs.flatMap((_, index) => inputSlides(view, index));
  return tableSlides(
    led("What drives ", view.name),
    "The Inputs",
    [
      { head: "Input", share: 28, bold: true },
      { head: "How it is counted", share: 42 },
      { head: "Factor", share: 14 },
      { head: "Owner", share: 16 },
    ],
    view.inputs.map(({ definition, factor, owner, ...input }) => [
      { text: inputTitle(input) },
      { text: definition },
      { text: factor ?? "", color: "muted" },
      { text: owner ?? "", color: "muted" },
    ]),
    view.inputs.map((input) => [inputTitle(input), ...aboutInput(input)].join(". ")),
  );
}

function misfits({ misfits: all }: ViewModel): Slide[] {
  const column = { head: "Under way, and moves none of the Inputs", share: 1 };
  const rows = all.map((text) => [{ text }]);
  return tableSlides("Worth chatting about", "What did not fit", [column], rows, all);
}

const verdictColors = { won: toneColors.good, lost: toneColors.warn, unclear: toneColors.quiet } as const;

function learned({ learned: bets }: ViewModel): Slide[] {
  return tableSlides(
    "What we bet and what we learned",
    "Bets that are closed",
    [
      { head: "Verdict", share: 10, bold: true },
      { head: "We bet", share: 45 },
      { head: "We learned", share: 45, bold: true },
    ],
    bets.map((bet) => [
      { text: bet.outcome.verdict, color: verdictColors[bet.outcome.verdict] },
      { text: betSentence(bet), color: "muted" },
      { text: bet.outcome.learned },
    ]),
    bets.map(
      (bet) => `${bet.outcome.date}, ${bet.outcome.verdict}: ${betSentence(bet)}. ${bet.outcome.learned}`,
    ),
  );
}

function guardrails({ guardrails: all }: ViewModel): Slide[] {
  return tableSlides(
    "What must not get worse",
    "Guardrails",
    [
      { head: "Guardrail", share: 26, bold: true },
      { head: "How it is counted", share: 38 },
      { head: "What it protects", share: 28 },
      { head: "We stop and look at", share: 18 },
      { head: "Owner", share: 20 },
    ],
    all.map(({ name, definition = "", protects = "", breach = "", owner = "" }) => [
      { text: name },
      { text: definition },
      { text: protects },
      { text: String(breach) },
      { text: owner, color: "muted" },
    ]),
    all.map(({ name, definition, protects, breach, owner }) =>
      [
        name,
        definition,
        protects && led("It protects: ", protects),
        breach !== undefined && `We stop and look at ${breach}`,
        owner,
      ]
        .filter(Boolean)
        .join(". "),
    ),
  );
}

function answers({ answers: all, name }: ViewModel): Slide[] {
  return tableSlides(
    led("What reviews said of ", name),
    "What reviews said",
    [
      { head: "We asked ourselves", share: 40, bold: true },
      { head: "We said", share: 47 },
      { head: "On", share: 16 },
    ],
    all.map(({ question, answer, date = "" }) => [
      { text: question },
      { text: answer },
      { text: date, color: "muted" },
    ]),
    all.map(({ question, answer, date }) => [question, answer, date].filter(Boolean).join(" ")),
  );
}

function history({ history: all, name }: ViewModel): Slide[] {
  return tableSlides(
    led("What came before ", name),
    "Earlier metrics",
    [
      { head: "Metric", share: 26, bold: true },
      { head: "Until", share: 16 },
      { head: "How it was counted", share: 28 },
      { head: "Its Inputs", share: 22 },
      { head: "Why it was left", share: 33 },
    ],
    all.map((former) => [
      { text: former.name },
      { text: former.date ?? "", color: "muted" },
      { text: former.definition ?? "", color: "muted" },
      { text: formerInputNames(former), color: "muted" },
      { text: former.reason ?? "" },
    ]),
    all.map((former) =>
      [
        former.date ? `${former.name}, until ${former.date}` : former.name,
        former.definition,
        former.inputs?.length && `Its Inputs: ${formerInputNames(former)}`,
        former.reason,
      ]
        .filter(Boolean)
        .join(". "),
    ),
  );
}

function later({ next, name }: ViewModel): Slide[] {
  const all = next ? [next] : [];
  return tableSlides(
    led("What may come after ", name),
    "In a later phase",
    [
      { head: "Metric", share: 28, bold: true },
      { head: "How it will be counted", share: 36 },
      { head: "Its time has come when", share: 39 },
    ],
    all.map(({ name: metric, definition = "", sign = "" }) => [
      { text: metric },
      { text: definition, color: "muted" },
      { text: sign },
    ]),
    all.map(({ name: metric, definition, sign }) => [metric, definition, sign].filter(Boolean).join(". ")),
  );
}

function considered({ considered: all, name }: ViewModel): Slide[] {
  return tableSlides(
    led("What was weighed against ", name),
    "Considered and left",
    [
      { head: "Candidate", share: 28, bold: true },
      { head: "How it would have been counted", share: 36 },
      { head: "Why it was left", share: 39 },
    ],
    all.map(({ name: candidate, definition = "", reason = "" }) => [
      { text: candidate },
      { text: definition, color: "muted" },
      { text: reason },
    ]),
    all.map(({ name: candidate, definition, reason }) =>
      [candidate, definition, reason].filter(Boolean).join(". "),
    ),
  );
}

function review(view: ViewModel): Slide[] {
  const texts = reviewTexts(view);
  if (!texts) return [];
  const { day, rhythm } = texts;
  const wide = { x: area.x, width: area.width };
  return [
    {
      title: "Next review",
      ground: "deep",
      shapes: [
        { kind: "star", x: area.x, y: 150, width: 34, height: 34 },
        textBox(
          "Title",
          "Next review",
          { ...wide, y: 200, height: 30 },
          { sizes: [20], color: "star", bold: true, isTitle: true },
        ),
        textBox(
          "Day",
          day ?? rhythm,
          { ...wide, y: 232, height: 90 },
          { sizes: [64, 44, 30], color: "onDeep", bold: true },
        ),
        ...(day
          ? [
              textBox(
                "Rhythm",
                rhythm,
                { ...wide, y: 326, height: 26 },
                { sizes: [20], color: "onDeepMuted" },
              ),
            ]
          : []),
      ],
      markdown: () => [day ? `**${day}** (${rhythm})` : rhythm],
      notes: [
        "A North Star is what we believe today; the review asks whether we still do.",
        ...sourceNotes(view),
      ],
    },
  ];
}

function withFoot(each: Slide, number: number, { name, product }: ViewModel): Slide {
  const y = 508;
  const foot: Shape[] = [
    { kind: "star", x: area.x, y: y + 1, width: 12, height: 12 },
    textBox(
      "Metric",
      lined([name, product]),
      { x: area.x + 20, y, width: area.width - 80, height: 14 },
      { sizes: [10], color: "muted" },
    ),
    {
      kind: "text",
      name: "Number of the slide",
      x: area.x + area.width - 50,
      y,
      width: 50,
      height: 14,
      isNumber: true,
      paragraphs: [{ runs: [{ text: String(number), size: 10, color: "muted" }], align: "right" }],
    },
  ];
  return { ...each, shapes: [...each.shapes, ...foot] };
}
