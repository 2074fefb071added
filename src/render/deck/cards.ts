/** Bets as cards on slides. */
import { betweenWords, led } from "../direction.js";
import { fitText } from "../fit.js";
import { chipsOf, type Tone } from "../layout.js";
import type { BetTold } from "../story.js";
import type { Palette } from "../theme.js";
import { heightOf } from "./set.js";
import type { ConnectorShape, Paragraph, Run, TextShape } from "./slide.js";

/** The colour of a word about a bet. */
export const toneColors: Readonly<Record<Tone, keyof Palette>> = {
  active: "accent",
  accent: "accent",
  good: "good",
  warn: "warn",
  bad: "bad",
  quiet: "muted",
};

const cardInset = 10;

/** A bet set into a card. */
export interface BetCard {
  bet: BetTold;
  paragraphs: Paragraph[];
  width: number;
  height: number;
}

/** A card says the change, the effect, and in one line where the bet stands and whose it is. */
export function betCard(bet: BetTold, width: number, size: number, facts: readonly string[] = []): BetCard {
  const paragraphs = paragraphsOf(bet, width, size, facts);
  return { bet, paragraphs, width, height: heightOf(paragraphs, width - 2 * cardInset) + 2 * cardInset };
}

function paragraphsOf(bet: BetTold, width: number, size: number, facts: readonly string[]): Paragraph[] {
  const inner = width - 2 * cardInset;
  const short = (text: string, bold: boolean) =>
    fitText(text, { width: inner, lines: 4, sizes: [size], bold }).text;
  const words: Run[] = chipsOf(bet).map(({ text, tone }) => ({
    text,
    size: size - 2,
    color: toneColors[tone],
    bold: true,
  }));
  const rest: Run[] = [...facts, ...(bet.owner ? [bet.owner] : [])].map((text) => ({
    text,
    size: size - 2,
    color: "muted",
  }));
  const between = betweenWords([bet.change]);
  const row = [...words, ...rest].flatMap((run, index) =>
    index === 0 ? [run] : [{ text: between, size: size - 2, color: "muted" } as const, run],
  );
  return [
    { runs: [{ text: short(led("If ", bet.change), true), size, color: "ink", bold: true }] },
    { runs: [{ text: short(led("then ", bet.effect), false), size: size - 1, color: "muted" }], before: 2 },
    ...(row.length > 0 ? [{ runs: shortRow(row, inner), before: 4 }] : []),
  ];
}

/** A few lines at the foot of a card. */
function shortRow(runs: readonly Run[], width: number): Run[] {
  const size = runs[0]?.size ?? 11;
  const whole = runs.map((run) => run.text).join("");
  let left = fitText(whole, { width, lines: 3, sizes: [size], bold: true }).text;
  const kept: Run[] = [];
  for (const run of runs) {
    const text = left.slice(0, run.text.length);
    if (text) kept.push({ ...run, text: left.length > run.text.length ? run.text : left });
    left = left.slice(run.text.length);
  }
  return kept;
}

/** A card in its place. */
export function placed(
  name: string,
  { paragraphs, width, height }: BetCard,
  place: { x: number; y: number },
  look: Pick<TextShape, "fill" | "outline" | "id">,
): TextShape {
  const box = { ...place, width, height };
  return { kind: "text", name, ...box, paragraphs, round: 8, inset: cardInset, anchor: "middle", ...look };
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
