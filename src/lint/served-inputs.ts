/** Which Input a piece of work serves, as far as words tell (playbook, chapter 4: what a request is worth to the Inputs). */
import {
  type Bet,
  type InputNode,
  isOpen,
  type Named,
  type Northstar,
  type OpportunityNode,
  treeOf,
} from "../file/northstar.js";
import { contentWords, saidWords } from "../reading/content-words.js";
import { englishLexicon, type Lexicon } from "../reading/lexicon.js";
import type { GroupName } from "../reading/words.js";

/** likely: several telling words of one Input; doubtful: few words, or those of several Inputs; none: no telling word. */
type InputFit = "likely" | "doubtful" | "none";

/** What the words of a piece of work have in common with a North Star. */
export interface Serving {
  fit: InputFit;
  /** Inputs with words in common, the likeliest first; none where nothing fits. */
  candidates: readonly ServedInput[];
  /** What was tried and lost, or moves no Input, and speaks of the same; the most alike first. */
  warnings: readonly { kind: "lost" | "misfit"; text: string; learned?: string; words: readonly string[] }[];
}

export interface ServedInput {
  input: InputNode;
  /** How much the words tell, in quarters of a word: 4 for one that only this Input has. */
  score: number;
  /** The words in common, as the description of the work has them, the most telling first. */
  words: readonly string[];
  /** Its open opportunities, those with words in common first. */
  opportunities: readonly ServedBet[];
}

interface ServedBet {
  bet: OpportunityNode;
  score: number;
  words: readonly string[];
  /** What is tried for it and is still open. */
  interventions: readonly Named<Bet>[];
}

/** Of a description so many words are looked at. */
const mostTokens = 2_000;

/** From so much on an Input is likely: two words that no other Input has. */
const likely = 8;

/**
 * Finds the Inputs that a described piece of work may serve, by the words that it shares with each Input and the bets
 * under it. A word that all Inputs have tells nothing, and one that would fit any company little.
 */
export function servedInputs(star: Northstar, work: string, lexicon: Lexicon = englishLexicon()): Serving {
  const said = saidWords(work, mostTokens);
  const { inputs } = treeOf(star);
  const bags = inputs.map((input) => wordsAbout(input));
  const candidates = inputs
    .map((input, index) => {
      const { score, words } = compared(bags[index] ?? none);
      return { input, score, words, opportunities: opportunitiesOf(input) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return { fit: fitOf(candidates), candidates, warnings: warningsOf() };

  /** How much of what is said is in a bag of words, and which words. */
  function compared(bag: ReadonlySet<string>): { score: number; words: string[] } {
    const found = [...said]
      .map(([stem, word]) => ({ word, weight: likenessIn(bag, stem) * telling(stem) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight);
    const score = found.reduce((sum, { weight }) => sum + weight, 0);
    return { score: Math.round(score), words: found.map(({ word }) => word) };
  }

  /** How much a word tells one Input from others, in quarters. */
  function telling(stem: string): number {
    const holders = bags.filter((bag) => likenessIn(bag, stem) > 0).length;
    const rare = bags.length < 2 ? 4 : Math.min(4, (4 * (bags.length - holders)) / (bags.length - 1));
    return isCommon(stem, lexicon) ? rare / 4 : rare;
  }

  function opportunitiesOf({ opportunities }: InputNode): ServedBet[] {
    return opportunities
      .filter(({ value }) => isOpen(value))
      .map((bet) => ({
        bet,
        ...compared(wordsOf([bet, ...bet.interventions])),
        interventions: bet.interventions.filter(({ value }) => isOpen(value)),
      }))
      .sort((a, b) => b.score - a.score);
  }

  function warningsOf(): Serving["warnings"] {
    const lost = (star.bets ?? []).filter(({ outcome }) => outcome?.verdict === "lost");
    return [
      ...lost.map((bet) => ({
        kind: "lost" as const,
        text: `If ${bet.if}, then ${bet.then}`,
        learned: bet.outcome?.learned ?? "",
        ...alike(contentWords(bet.if)),
      })),
      ...(star.misfits ?? []).map((text) => ({
        kind: "misfit" as const,
        text,
        ...alike(contentWords(text)),
      })),
    ]
      .filter(({ score, words }) => score >= 4 && words.length > 1)
      .sort((a, b) => b.score - a.score)
      .map(({ score: _, ...warning }) => warning);
  }

  /** How much of what is said is in a text that no Input has. */
  function alike(bag: ReadonlySet<string>): { score: number; words: string[] } {
    const words = [...said].filter(([stem]) => likenessIn(bag, stem) > 0 && !isCommon(stem, lexicon));
    return { score: 4 * words.length, words: words.map(([, word]) => word) };
  }
}

const none: ReadonlySet<string> = new Set();

function fitOf([first, second]: readonly ServedInput[]): InputFit {
  if (!first || first.score < 2) return "none";
  return first.score >= likely && first.score >= 2 * (second?.score ?? 0) ? "likely" : "doubtful";
}

/** What an Input speaks of, and what is bet on under it. */
function wordsAbout({ value, bets, opportunities }: InputNode): ReadonlySet<string> {
  const { name, definition, moves = "", how = "" } = value;
  const own = contentWords([name, definition, moves, how].join("\n"));
  const below = wordsOf([...bets, ...opportunities.flatMap((each) => [each, ...each.interventions])]);
  return new Set([...own, ...below]);
}

function wordsOf(bets: readonly Named<Bet>[]): ReadonlySet<string> {
  return contentWords(bets.map(({ value }) => [value.if, value.then, value.problem].join("\n")).join("\n"));
}

/** 1 for a word that is there in any of its forms, a half for one that begins alike, 0 for others. */
function likenessIn(bag: ReadonlySet<string>, stem: string): number {
  if (bag.has(stem)) return 1;
  if (stem.length < 6) return 0;
  for (const word of bag) if (word.length >= 6 && word.slice(0, 6) === stem.slice(0, 6)) return 0.5;
  return 0;
}

/** Groups of words that work at any company is described with. */
const common: ReadonlySet<GroupName> = new Set(["building", "bettering", "company", "generic", "ownPlace"]);

function isCommon(stem: string, lexicon: Lexicon): boolean {
  return lexicon.phrasesFrom(stem).some(({ group, stems }) => stems.length === 1 && common.has(group));
}
