/** Bets as cards on slides. */
import { plain } from "../../report/escape.js";
import { betweenWords } from "../direction.js";
import { fitText } from "../fit-text.js";
import { chipsOf, type Tone } from "../layout.js";
import type { Palette } from "../palette.js";
import type { BetView } from "../view-model.js";
import { around, fill } from "../words/words.js";
import type { ConnectorShape, Paragraph, Run, TextShape } from "./slide.js";
import { below, heightOfText } from "./typeset.js";

/** The colour of a word about a bet. */
export const toneColors: Readonly<Record<Tone, keyof Palette>> = {
  active: "accent",
  accent: "accent",
  good: "good",
  warn: "warn",
  bad: "bad",
  quiet: "muted",
};

const inset = { x: 14, y: 10 };

/** A bet set into a card. */
export interface BetCard {
  bet: BetView;
  paragraphs: Paragraph[];
  width: number;
  height: number;
  /** The change and the effect as the card says them. */
  said: [change: string, effect: string];
  /** Whether it says them in full. */
  isWhole: boolean;
}

/** A card says the change, unless it is to be short the effect, and at its foot where the bet stands and whose it is. */
export function betCard(
  bet: BetView,
  width: number,
  size: number,
  facts: readonly string[] = [],
  isShort = false,
): BetCard {
  const inner = { width: width - 2 * inset.x, lines: 4 };
  const small = below(size);
  const { sentences } = bet.words;
  const change = fitText(around(sentences.change, bet.change), { ...inner, sizes: [size], bold: true });
  const effect = isShort ? null : fitText(around(sentences.effect, bet.effect), { ...inner, sizes: [small] });
  const runs = footOf(bet, small, facts, isShort);
  const foot = fitText(runs.map((run) => run.text).join(""), {
    ...inner,
    lines: isShort ? 1 : 2,
    sizes: [small],
    bold: runs.some((run) => run.bold),
  });
  const [toEffect, toFoot] = [2, 4];
  const text = heightOfText(change) + (effect ? toEffect + heightOfText(effect) : 0);
  return {
    bet,
    width,
    paragraphs: [
      { runs: [{ text: change.text, size, color: "ink", bold: true }] },
      ...(effect
        ? [{ runs: [{ text: effect.text, size: small, color: "muted" } as const], before: toEffect }]
        : []),
      ...(runs.length > 0 ? [{ runs: upTo(foot.text, runs), before: toFoot }] : []),
    ],
    height: 2 * inset.y + text + (runs.length > 0 ? toFoot + heightOfText(foot) : 0),
    said: [change.text, effect?.text ?? ""],
    isWhole: !change.shortened && !effect?.shortened && !change.broken,
  };
}

/** The height of a card that has no more than the change and the effect, in a line each. */
export function leastHeight(size: number): number {
  return 2 * inset.y + 1.25 * (size + below(size));
}

function footOf(bet: BetView, size: number, facts: readonly string[], isShort: boolean): Run[] {
  const words: Run[] = chipsOf(bet).map(({ text, tone }) => ({
    text,
    size,
    color: toneColors[tone],
    bold: true,
  }));
  const rank = bet.rank === null ? [] : [fill(bet.words.labels.rank, { text: bet.rank })];
  const rest: Run[] = [...rank, ...facts, ...(bet.owner && !isShort ? [bet.owner] : [])].map((text) => ({
    text: plain(text),
    size,
    color: "muted",
  }));
  const between = betweenWords([bet.change]);
  return [...words, ...rest].flatMap((run, index) =>
    index === 0 ? [run] : [{ text: between, size, color: "muted" } as const, run],
  );
}

/** As much of the runs as a text that was fitted from them says. */
function upTo(fitted: string, runs: readonly Run[]): Run[] {
  let left = fitted;
  const kept: Run[] = [];
  for (const run of runs) {
    const text = left.slice(0, run.text.length);
    if (text) kept.push({ ...run, text: left.length > run.text.length ? run.text : left });
    left = left.slice(run.text.length);
  }
  return kept;
}

/** A card in its place, which may give it more height than its text needs. */
export function placed(
  name: string,
  { paragraphs, width, height }: BetCard,
  place: { x: number; y: number; height?: number },
  look: Pick<TextShape, "fill" | "outline" | "id">,
): TextShape {
  const box = { width, height, ...place };
  const padding = { inset: inset.x, insetY: inset.y };
  return { kind: "text", name, ...box, paragraphs, round: 10, ...padding, anchor: "middle", ...look };
}

/** A line from the left side of one card to the right side of another. */
export function connect(from: TextShape, to: TextShape): ConnectorShape {
  return {
    kind: "connector",
    from: from.id ?? "",
    to: to.id ?? "",
    start: { x: from.x, y: from.y + from.height / 2 },
    end: { x: to.x + to.width, y: to.y + to.height / 2 },
  };
}
