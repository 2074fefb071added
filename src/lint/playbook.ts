/** The playbook's seven points and its terms, in our own words; pure data. */
import type { Part, Point } from "../file/problem.js";

export interface PointText {
  /** The point's name, as it stands in a scorecard. */
  name: string;
  /** What holds when the point is met. */
  meaning: string;
  /** What a team asks itself to answer the point. */
  question: string;
}

/** The North Star Checklist (chapter 2). */
export const checklist: Record<Point, PointText> = {
  value: {
    name: "Expresses value",
    meaning: "When the metric rises, customers have got more of what they come for.",
    question: "What does a customer gain each time the metric counts one more?",
  },
  strategy: {
    name: "Vision and strategy",
    meaning: "Somebody who sees only the metric could tell what your product is betting on.",
    question: "Which part of your vision and strategy can be read in the metric?",
  },
  leading: {
    name: "Leading indicator",
    meaning: "It moves before the results of the business do, so there is still time to act.",
    question: "Which result does it predict, and how long before?",
  },
  actionable: {
    name: "Actionable",
    meaning: "What the team does through the product can move it, mostly by way of the Inputs.",
    question: "What could the team do this quarter that would move it?",
  },
  understandable: {
    name: "Understandable",
    meaning: "A colleague without technical knowledge can repeat it after hearing it once.",
    question: "How would somebody in sales explain it to a customer?",
  },
  measurable: {
    name: "Measurable",
    meaning: "It can be observed, today or with instrumentation that you could add.",
    question: "How is it counted, or how could it be?",
  },
  vanity: {
    name: "Not a vanity metric",
    meaning: "A rise is good news that lasts, and not only a number to be proud of.",
    question: "Could it rise while customers are no better off?",
  },
};

/** What checklist points and parts of the file are called. */
export const partNames: Readonly<Record<Part, string>> = {
  value: checklist.value.name,
  strategy: checklist.strategy.name,
  leading: checklist.leading.name,
  actionable: checklist.actionable.name,
  understandable: checklist.understandable.name,
  measurable: checklist.measurable.name,
  vanity: checklist.vanity.name,
  inputs: "Inputs",
  bets: "Bets",
  review: "Review",
  format: "The file",
};
