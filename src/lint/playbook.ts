/** The playbook's seven points in our own words; pure data. */
import { numberInWords } from "../file/message-text.js";
import type { Part, Point } from "../file/problem.js";

/** How many Inputs a North Star has (chapter 4). Templates and schema say it in words of their own. */
export const inputCount = { least: 3, most: 5 } as const;

/** "three to five" */
export const inputCountInWords = `${numberInWords(inputCount.least)} to ${numberInWords(inputCount.most)}`;

export interface PointText {
  /** The point's name, as it stands in a scorecard. */
  name: string;
  /** What holds when the point is met. */
  meaning: string;
  /** What a team asks itself to answer the point. */
  question: string;
  /** An answer as a team might give it. */
  answer: string;
}

/** The North Star Checklist (chapter 2). */
export const checklist: Record<Point, PointText> = {
  value: {
    name: "Expresses value",
    meaning: `When the metric rises, customers have got more of what they come for. A count of people, or of
what your own company does, says nothing about that; the thing they did that was worth their while does.`,
    question: "What does a customer gain each time the metric counts one more?",
    answer: "A learning counts only when two colleagues have taken it in.",
  },
  strategy: {
    name: "Vision and strategy",
    meaning: `Somebody who is shown only the metric could guess what your product bets on and what it leaves to
others. A metric that would suit any company in your market carries no strategy, unless doing the common thing
better than anybody else is the strategy.`,
    question: "Which part of your vision and strategy can be read in the metric?",
    answer: "We bet on teams that learn together, so it counts sharing and not asking.",
  },
  leading: {
    name: "Leading indicator",
    meaning: `It moves before the results of the business do, while there is still time to act. Revenue, renewals
and churn confirm afterwards what customers decided long before.`,
    question: "Which result does it predict, and how long before?",
    answer: "Organizations that share learnings this quarter renew and expand next year.",
  },
  actionable: {
    name: "Actionable",
    meaning: `What the team does through the product can move it, mostly by way of the Inputs. What the market, the
season or the economy decides may be worth watching, but nobody can work on it.`,
    question: "What could the team do this quarter that would move it?",
    answer: "Templates and notebooks make a learning easier to share.",
  },
  understandable: {
    name: "Understandable",
    meaning: `A colleague who has no technical knowledge can repeat it after hearing it once, and can tell whether
a change is large or small. Scores mixed from several numbers fail here.`,
    question: "How would somebody in sales explain it to a customer?",
    answer: "People whose findings are read by colleagues in the same week.",
  },
  measurable: {
    name: "Measurable",
    meaning: `It can be observed, today or with instrumentation that you could add. It need not be measured yet. What
happens in people's heads cannot be seen; what they do because of it can.`,
    question: "How is it counted, or how could it be?",
    answer: "Share and view events carry user ids; the count is a weekly query.",
  },
  vanity: {
    name: "Not a vanity metric",
    meaning: `A rise is good news that lasts, and not only a number to be proud of. If it can go up while customers
are no better off, it will mislead the team just when things look best.`,
    question: "Could it rise while customers are no better off?",
    answer: "It cannot rise unless two more people get something out of a learning.",
  },
};

/** One thing that is said of each point. */
function ofPoints(key: "name" | "meaning"): Record<Point, string> {
  const { value, strategy, leading, actionable, understandable, measurable, vanity } = checklist;
  return {
    value: value[key],
    strategy: strategy[key],
    leading: leading[key],
    actionable: actionable[key],
    understandable: understandable[key],
    measurable: measurable[key],
    vanity: vanity[key],
  };
}

export const pointNames: Readonly<Record<Point, string>> = ofPoints("name");

/** What holds when a point is met. */
export const pointMeanings: Readonly<Record<Point, string>> = ofPoints("meaning");

/** What checklist points and parts of the file are called. */
export const partNames: Readonly<Record<Part, string>> = {
  ...pointNames,
  statement: "Name and definition",
  inputs: "Inputs",
  bets: "Bets",
  review: "Review",
  format: "The file",
};
