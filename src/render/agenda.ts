/** The agenda of a North Star workshop, for whoever leads it (playbook, chapter 3). */
import { gameSigns } from "../lint/game-signs.js";
import { inputCountInWords } from "../lint/playbook.js";
import { changeSignals, convergingQuestions, presentQuestions } from "../lint/review-questions.js";
import type { OutlinePart } from "./outline.js";

/** How long a workshop may be, in minutes. */
export const lengths = [60, 90, 120] as const;
export type Length = (typeof lengths)[number];

interface Activity {
  title: string;
  minutes: Readonly<Record<Length, number>>;
  /** What happens, in a sentence or two. */
  how: string;
  /** What to ask, or what to do in which order. */
  prompts: readonly string[];
}

const activities: readonly Activity[] = [
  {
    title: "Why we are here",
    minutes: { 60: 5, 90: 10, 120: 15 },
    how: "Let everybody say what they hope will be different afterwards. Say aloud that the North Star guides a product and measures nobody: the team answers only for keeping it true.",
    prompts: [
      "Could each of us say our product strategy in one sentence? What keeps us from it?",
      "How does what we build this month lead to results next year?",
      "What would change if we felt the effect of our work more?",
      "Suppose that the product itself made the company grow: what would we do differently from today?",
    ],
  },
  {
    title: "The game we play",
    minutes: { 60: 10, 90: 10, 120: 15 },
    how: "Attention, transaction or productivity: choose one. Several will sound right, so follow the event in which the customer gets what they came for, not the one in which they pay.",
    prompts: [
      "Each person writes down one game and one reason; then all show at once.",
      "If customers spent half the time with us, would that be good or bad news for them?",
      ...Object.entries(gameSigns).map(
        ([game, { says, like }]) => `Is it ${game}? “${says.join("” “")}” Products like ${like} play it.`,
      ),
    ],
  },
  {
    title: "Good and bad North Stars",
    minutes: { 60: 5, 90: 10, 120: 15 },
    how: "Go through the seven points of the checklist, and then look for the worst metric that we could choose. Bad ideas free the mind and mark the borders.",
    prompts: [
      "Which number do we like to show that says nothing about customers?",
      "If this doubled, who would be better off?",
      "northstar explain has each point with an example; northstar explain lagging-metric has the classic mistake.",
    ],
  },
  {
    title: "The metric and its Inputs",
    minutes: { 60: 5, 90: 10, 120: 15 },
    how: `Show a metric with its Inputs: results follow the metric, the metric follows ${inputCountInWords} Inputs, and the work moves the Inputs. Breadth, depth, frequency and efficiency are four places to look for them.`,
    prompts: [
      "Which of these Inputs could a team start to move tomorrow?",
      "Could one of them move while the others stand still?",
    ],
  },
  {
    title: "A North Star for another product",
    minutes: { 60: 0, 90: 10, 120: 15 },
    how: "In groups of two or three, find a metric and Inputs for a product that everybody uses and nobody here works on. It is easier to be clever about somebody else's product.",
    prompts: [
      "For example OpenTable. Diners find a restaurant, read what others say of it and reserve a table; they pay nothing. Restaurants pay a fee for the service and a fixed sum for each reservation.",
      "Which game does it play? What do its customers get, and when?",
      "Which metric would its team follow, and which three to five Inputs lead to it?",
      "Show the results to each other for one minute each.",
    ],
  },
  {
    title: "Candidates, alone",
    minutes: { 60: 10, 90: 10, 120: 10 },
    how: "Everybody fills in a worksheet in silence, so that the loudest idea does not win by being first. Nobody worries yet about whether it can be measured.",
    prompts: [
      "We would be more confident that our strategy works if we saw more of what? How could that be counted?",
      "northstar candidate NAME asks the same questions on a laptop.",
    ],
  },
  {
    title: "Candidates, in pairs",
    minutes: { 60: 5, 90: 5, 120: 10 },
    how: "Explain your candidate to one other person, and improve both.",
    prompts: ["What would somebody do to raise this metric without helping a customer?"],
  },
  {
    title: "Side by side",
    minutes: { 60: 15, 90: 15, 120: 15 },
    how: "Put all candidates next to one another, the bad ones too. Disagreement is the most useful thing in this room: it shows where the strategy is not shared yet.",
    prompts: [
      "northstar compare candidates/ --with-bad shows what they share and where they differ; --with-bad FILE takes a bad one of yours.",
      "Show of fingers, 1 to 5, for a point of the checklist: ask the highest and the lowest why. northstar compare --scores ada.value=4,2,5 keeps them.",
      "What would have to be true about our customers for each of these to be right?",
    ],
  },
  {
    title: "Converge",
    minutes: { 60: 5, 90: 10, 120: 10 },
    how: "Agree on the game, on one or two leading candidates, and on who sharpens the definition by when. The right number in a threshold can wait.",
    prompts: [
      "Which candidates can we put aside, and why? The reasons are worth keeping.",
      "What do we still have to find out, and from whom?",
    ],
  },
];

const guests: readonly (readonly [string, string])[] = [
  ["A facilitator", "leads without a candidate of their own, and has read the playbook"],
  ["Product, design, engineering", "know what can be built, and will work with the result"],
  ["Sales, marketing, support", "talk to customers every week"],
  ["Analytics and finance", "know what is counted today, and what it leads to"],
  ["Somebody who decides", "without whom the result is only a proposal"],
  ["Somebody who thinks in systems", "sees what drives what, and where it comes back"],
];

/** The agenda of a workshop of so many minutes, with the time of each step. */
export function agenda(length: Length): OutlinePart[] {
  const steps = activities.filter((activity) => activity.minutes[length] > 0);
  const starts = steps.map((_, index) => sum(steps.slice(0, index).map((step) => step.minutes[length])));
  const times = steps.map(
    (step, index) => `${clock(starts[index] ?? 0)}–${clock((starts[index] ?? 0) + step.minutes[length])}`,
  );
  return [
    { heading: `North Star workshop, ${length} minutes`, level: 1 },
    {
      text: "At the end there are a few strong candidates for a North Star Metric and its Inputs, and a shared idea of what they have to do with the strategy.",
    },
    { heading: "Before", level: 2 },
    {
      text: "Invite five to nine people: as few as possible, as long as each side of the product is in the room.",
    },
    { heads: ["Who", "Why"], rows: guests },
    {
      text: "Bring stories and research as well as numbers: data shows what customers do with the product today, not what they would like to do.",
    },
    { text: "Print a worksheet for everybody:" },
    { commands: ["northstar workshop --worksheet --out worksheet.html"] },
    { heading: "Agenda", level: 2 },
    {
      heads: ["Time", "Minutes", "Step"],
      rows: steps.map((step, index) => [times[index] ?? "", String(step.minutes[length]), step.title]),
    },
    ...steps.flatMap((step, index): OutlinePart[] => [
      { heading: `${times[index]} ${step.title}`, level: 3 },
      { text: step.how },
      { list: step.prompts },
    ]),
    { heading: "Before you settle on one", level: 2 },
    {
      text: "Whoever sharpens the definition goes through these with the team, in the days after. None has a right answer; one that nobody can answer shows what to find out.",
    },
    { list: convergingQuestions.map(({ question, hint }) => `${question} ${hint}`) },
    { heading: "Afterwards", level: 2 },
    {
      text: "Adopt one candidate while the reasons are fresh; the others stay in its file as considered and left, with the reason. Then show it to colleagues, again and again.",
    },
    { commands: ["northstar adopt candidates/NAME.yaml", "northstar render --out north-star.html"] },
    { text: "Within the week, test the Inputs and place the first bets:" },
    {
      list: [
        "How many ways to move each Input come to mind in two minutes, plans aside? Hardly any: it is too narrow. Dozens of vague ones: it is too broad.",
        "What is under way that moves none of them? It is worth chatting about: an Input may be missing.",
        "Which opportunity comes first, before anybody says what to build for it?",
      ],
    },
    { commands: ["northstar set inputs.0.ideas 7", "northstar add misfit", "northstar add bet"] },
    { heading: "Once a quarter", level: 2 },
    {
      text: "Start from where you are rather than from where you wanted to be. The answers stay in the file, and the next quarter shows what has changed.",
    },
    { list: presentQuestions.map(({ question, hint }) => `${question} ${hint}`) },
    { text: "It may be time for another North Star when one of these holds:" },
    { list: changeSignals },
    { commands: ["northstar review --questions"] },
  ];
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
