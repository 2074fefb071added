/** The North Star in few words, for files such as AGENTS.md that are read before each piece of work. */
import { named } from "../file/northstar.js";
import { markdown, plain } from "../report/escape.js";
import { type Block, heading, joined, list, section } from "../report/markdown-blocks.js";
import { generatedMarker, partMarks } from "./generated-marker.js";
import { betSentence } from "./tree-nodes.js";
import { type BetView, type RenderData, type ViewModel, viewModelOf } from "./view-model.js";

/** The text has fewer words than this; with its marks it has some thirty more. */
const mostWords = 565;

/** How much is said: of each text at most so many words, of each list at most so many items. */
interface Room {
  words: number;
  items: number;
}

/** Tried one after another until the text has room. */
const rooms: readonly Room[] = [
  { words: 120, items: 20 },
  { words: 60, items: 12 },
  { words: 45, items: 8 },
  { words: 40, items: 5 },
  { words: 30, items: 4 },
  { words: 25, items: 3 },
  { words: 16, items: 3 },
  { words: 10, items: 2 },
  { words: 6, items: 2 },
  { words: 3, items: 1 },
];

/** The part of a file, between its marks: under 600 words of any North Star. */
export function context(data: RenderData): string {
  return joined([
    [
      partMarks.begin,
      `<!-- ${generatedMarker} -->`,
      "<!-- markdownlint-capture -->",
      // The lines are as long as their text, and the file around it has a title of its own, or none.
      "<!-- markdownlint-disable MD013 MD041 -->",
    ].join("\n"),
    briefing(data).trimEnd(),
    ["<!-- markdownlint-restore -->", partMarks.end].join("\n"),
  ]);
}

/** Metric, Inputs, bets under way, limits and what is out, with how to ask. */
export function briefing(data: RenderData): string {
  const view = viewModelOf(data);
  const ids = named(data.star).inputs.map(({ id }) => id);
  let text = "";
  for (const room of rooms) {
    text = textIn(view, ids, room);
    if (wordsOf(text).length < mostWords) break;
  }
  // What was cut ends its sentence.
  return text.replaceAll("….", "…");
}

function textIn(view: ViewModel, ids: readonly string[], room: Room): string {
  const said = (text: string) => quoted(text, room.words);
  const { name, abbreviation, definition, inputs } = view;
  return joined([
    `## North Star: ${said(name)}${abbreviation ? ` (${said(abbreviation)})` : ""}`,
    `> ${said(definition)}`,
    list(factsOf(view, said)),
    heading(3, "Inputs: what work here has to move"),
    listed(
      inputs.map((input, index) => {
        const { name, abbreviation, definition } = input;
        const names = [...(abbreviation ? [said(abbreviation)] : []), `\`${ids[index]}\``].join(", ");
        return `**${said(name)}** (${names}): ${said(definition)}`;
      }),
      // The playbook has up to five of them.
      { ...room, items: Math.max(room.items, Math.min(room.words, 5)) },
    ),
    ...betBlocks(view, said, room),
    ...section(3, "Limits", [listed(limitsOf(view, said), room)]),
    ...section(3, "What is out", [listed(outOf(view, said), room)]),
    heading(3, "How to ask"),
    list(asking),
  ]);
}

/** What is said of work before it begins. */
const asking = [
  "Before you build, say which Input the work moves and by which bet. Where none fits, say so and ask, instead of taking the nearest.",
  "A bet is lost when what stands behind “lost if” happens. Losing one is a normal result, so do not argue past it.",
  "`northstar mcp` tells agents which Input a piece of work serves, `northstar explain` explains rules and terms, and `northstar lint` judges the North Star file.",
  "People decide on the North Star: propose changes as a diff of its file. This text is made from that file by `northstar render`.",
];

function factsOf({ product, game, counting, results, status, words }: ViewModel, said: Said): string[] {
  const { page, games } = words;
  const labelled = (label: string, text: string | null): string[] =>
    text ? [`**${label}:** ${said(text)}`] : [];
  return [
    ...labelled(page.product, product),
    ...labelled(page.status, status),
    ...labelled(page.game, game && `${games[game.name]}, ${game.about}`),
    ...counting
      .filter(({ label }) => [words.counting.window, words.counting.unit].includes(label))
      .flatMap(({ label, text }) => labelled(label, text)),
    ...labelled(page.leads, results.map(({ name }) => name).join("; ")),
  ];
}

function betBlocks(view: ViewModel, said: Said, room: Room): Block[] {
  const begun = betsOf(view, said, ({ stage }) => stage?.id === "active" || stage?.id === "review");
  if (begun.length > 0) return section(3, "Bets under way", [listed(begun, room)]);
  const open = betsOf(view, said, (bet) => bet.level >= 2 && bet.stage?.id !== "closed" && !bet.outcome);
  return [
    heading(3, "Bets under way"),
    open.length > 0 ? "No bet is marked as under way. These are open:" : "No bet is under way.",
    listed(open, room),
  ];
}

/** Bets in the order of the tree, each with what it is for and what would disprove it. */
function betsOf(
  { inputs, results, loose }: ViewModel,
  said: Said,
  isMeant: (bet: BetView) => boolean,
): string[] {
  const under = (target: string, bets: readonly BetView[]) =>
    bets.filter(isMeant).map((bet) => betText(bet, target, said));
  return [
    ...inputs.flatMap(({ name, bets, opportunities }) => [
      ...opportunities.flatMap((bet) => under(name, [bet, ...bet.interventions])),
      ...under(name, bets),
    ]),
    ...results.flatMap(({ name, bets }) => under(name, bets)),
    ...under("", loose),
  ];
}

function betText(bet: BetView, target: string, said: Said): string {
  const about = [bet.kind, target && `for ${said(target)}`, bet.owner && said(bet.owner)].filter(Boolean);
  const end = bet.disproof
    ? `Lost if ${said(unended(bet.disproof))}.`
    : "What would disprove it is not said.";
  return `${said(betSentence(bet))} (${about.join(", ")}). ${end}`;
}

function limitsOf({ limits, guardrails }: ViewModel, said: Said): string[] {
  return [
    ...limits.map(({ text }) => `${text}.`),
    ...guardrails.map(({ name, definition, breach }) => {
      const counted = definition ? `: ${said(unended(definition))}` : "";
      const stop = breach === undefined ? "" : ` We stop and look at ${said(unended(String(breach)))}.`;
      return `**${said(name)}** must not get worse${counted}.${stop}`;
    }),
  ];
}

function outOf({ counting, misfits, learned, words }: ViewModel, said: Said): string[] {
  return [
    ...counting
      .filter(({ label }) => label === words.counting.excludes)
      .map(({ text }) => `Not counted: ${said(text)}`),
    ...misfits.map((text) => `Moves none of the Inputs: ${said(text)}`),
    ...learned
      .filter(({ outcome }) => outcome.verdict === "lost")
      .map((bet) => `Tried and lost: ${said(betSentence(bet))}. Learned: ${said(bet.outcome.learned)}`),
  ];
}

type Said = (text: string) => string;

/** The items that have room, and how many more there are. */
function listed(items: readonly string[], { items: most }: Room): string {
  const more = items.length - most;
  return list(more > 0 ? [...items.slice(0, most), `${more} more, which the North Star file says`] : items);
}

/** A text without the full stop that the sentence around it has. */
function unended(text: string): string {
  return text.replace(/[.\s]+$/, "");
}

/** A text of the file, cut to so many words; behind an @ agents would look for a file to read. */
function quoted(text: string, most: number): string {
  const line = plain(text);
  const found = wordsOf(line, most + 1);
  const last = found[most - 1];
  const cut = found.length > most && last ? `${line.slice(0, last.index + last[0].length)}…` : line;
  return markdown(cut).replace(/@(?!&#8203;)/g, "@&#8203;");
}

/** The words of a text: what stands between spaces, and of writing without them two signs; a long one counts more. */
function wordsOf(text: string, most = Number.POSITIVE_INFINITY): RegExpExecArray[] {
  const words: RegExpExecArray[] = [];
  for (const match of text.matchAll(word)) if (words.push(match) >= most) break;
  return words;
}

const unspaced = String.raw`\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`;
const word = new RegExp(`[${unspaced}]{1,2}|[^\\s${unspaced}]{1,40}`, "gu");
