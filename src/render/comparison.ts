/** Candidates for a North Star side by side: how they read, the seven points, what they share and where they differ. */

import { groupBy } from "../file/group-by.js";
import { joinWords } from "../file/message-text.js";
import { type Game, gameOf, type Northstar } from "../file/northstar.js";
import { type Point, type Problem, points as pointIds } from "../file/problem.js";
import { questionOf } from "../lint/catalogue.js";
import type { PointState, State } from "../lint/check.js";
import { checklist } from "../lint/playbook.js";
import { convergingQuestions } from "../lint/review-questions.js";
import { unansweredPoint } from "../lint/rules/format/unanswered-point.js";
import { unfilledBlank } from "../lint/rules/format/unfilled-blank.js";
import { hasBlank } from "../reading/blank.js";
import { type Reading, read } from "../reading/reading.js";
import { countedIn, countTheSame } from "../reading/same-count.js";
import { sentence } from "../reading/sentence.js";
import { scoreOf } from "../report/report.js";
import type { Tone } from "./layout.js";
import type { Cell, OutlinePart } from "./outline.js";
import { latestAnswers } from "./view-model.js";

/** A candidate as it was judged. */
export interface Candidate {
  /** Whose it is, or what its file is called. */
  who: string;
  star: Northstar;
  points: readonly PointState[];
  problems: readonly Problem[];
  /** How it was understood; null where it is not in English, or not finished. */
  reading: Reading | null;
  votes?: number;
  /** How many fingers, from 1 to 5, each person showed for a point. */
  fingers?: Readonly<Partial<Record<Point, readonly number[]>>>;
  /** Made to be bad: judged like the others, but not compared with them. */
  bad?: true;
}

/** The document that shows candidates to a team; with votes, the most wanted comes first. */
export function comparison(candidates: readonly Candidate[]): OutlinePart[] {
  const sorted = candidates.toSorted((a, b) => (b.votes ?? 0) - (a.votes ?? 0));
  const meant = sorted.filter(({ bad }) => !bad);
  const shared = sharedBy(meant);
  const questions = differences(meant);
  return [
    { heading: "North Star candidates", level: 1 },
    {
      text: "Where candidates differ, the strategy is not shared yet: that is worth more talk than the votes are.",
    },
    { heading: "At a glance", level: 2 },
    glance(sorted),
    { heading: "The seven points", level: 2 },
    points(sorted),
    ...fingers(sorted),
    ...against(sorted),
    { heading: "The Inputs", level: 2 },
    inputs(meant),
    ...(shared.length > 0 ? [{ heading: "What they share", level: 2 } as const, { list: shared }] : []),
    ...(questions.length > 0
      ? [{ heading: "Where they differ", level: 2 } as const, { list: questions }]
      : []),
    { heading: "Before you settle on one", level: 2 },
    beforeSettling(meant),
  ];
}

/** The eight questions, beside what those candidates say to them that were asked already. */
function beforeSettling(sorted: readonly Candidate[]): OutlinePart {
  const asked = sorted.filter(({ star }) =>
    latestAnswers(star).some(({ question }) =>
      convergingQuestions.some((each) => each.question === question),
    ),
  );
  if (asked.length === 0)
    return { list: convergingQuestions.map(({ question, hint }) => `${question} ${hint}`) };
  return {
    heads: ["Question", ...asked.map(({ who }) => who)],
    rows: convergingQuestions.map(({ question }) => [
      question,
      ...asked.map(
        ({ star }) => latestAnswers(star).find((each) => each.question === question)?.answer ?? "",
      ),
    ]),
  };
}

function glance(sorted: readonly Candidate[]): OutlinePart {
  const hasVotes = sorted.some(({ votes }) => votes !== undefined);
  return {
    heads: [
      "Candidate",
      "North Star Metric",
      "Definition",
      "Reads as",
      "Game",
      "Checklist",
      ...(hasVotes ? ["Votes"] : []),
    ],
    rows: sorted.map(({ who, star, reading, points, votes }) => {
      const reads = reading ? (sentence(reading) ?? "nothing that can be counted") : "";
      const cells = [who, star.name, star.definition, reads, gameOf(star) ?? "", scoreOf(points)];
      return hasVotes ? [...cells, String(votes ?? 0)] : cells;
    }),
  };
}

const tones: Record<State, Tone> = { met: "good", open: "quiet", doubtful: "warn", broken: "bad" };

function points(sorted: readonly Candidate[]): OutlinePart {
  const [first] = sorted;
  return {
    heads: ["Point", ...sorted.map(({ who }) => who)],
    rows: (first?.points ?? []).map(({ id }): Cell[] => [
      checklist[id].name,
      ...sorted.map(({ points }) => {
        const state = points.find((point) => point.id === id)?.state ?? "open";
        return { mark: state, tone: tones[state] };
      }),
    ]),
  };
}

/**
 * What a group showed for each point: how far its fingers are apart, and all of them. An average would hide the one
 * thing worth talking about.
 */
function fingers(sorted: readonly Candidate[]): OutlinePart[] {
  const shown = sorted.filter((each) => each.fingers);
  const rows = pointIds
    .filter((id) => shown.some((each) => each.fingers?.[id]))
    .map((id): Cell[] => [checklist[id].name, ...shown.map((each) => spread(each.fingers?.[id] ?? []))]);
  if (rows.length === 0) return [];
  return [
    { heading: "Show of fingers, from 1 to 5", level: 2 },
    { text: "Where the fingers are far apart, ask the highest and the lowest for their reasons." },
    { heads: ["Point", ...shown.map(({ who }) => who)], rows },
  ];
}

function spread(fingers: readonly number[]): Cell {
  const all = fingers.toSorted((a, b) => a - b);
  const [least, most] = [all.at(0), all.at(-1)];
  if (least === undefined || most === undefined) return "";
  if (least === most) return `all ${least}`;
  return [`${least} to ${most}${most - least > 2 ? ", far apart" : ""}`, all.join(" · ")];
}

/** What was found in each candidate, but for what is not finished yet. */
function against(sorted: readonly Candidate[]): OutlinePart[] {
  const found = sorted.flatMap(({ who, star, problems, bad }): OutlinePart[] => {
    const blanks = problems
      .filter(({ rule }) => rule === unfilledBlank.id)
      .map(({ path }) => String(path[0]));
    const grave = problems.filter(
      ({ severity, rule, point }) =>
        severity !== "note" && !unfinished.includes(rule) && (point !== null || !bad),
    );
    const items = [
      ...grave.map(({ message, rule, path }) => {
        const question = questionOf(rule);
        const { name = "" } = (path[0] === "inputs" && star.inputs[Number(path[1])]) || {};
        const said = name === "" || hasBlank(name) ? message : `${name}: ${message}`;
        return question ? `${said}${said.endsWith("?") ? "" : "."} ${question}` : said;
      }),
      ...(blanks.length > 0 ? [`not filled in yet: ${joinWords([...new Set(blanks)], "and")}`] : []),
    ];
    return items.length > 0 ? [{ heading: who, level: 3 }, { list: items }] : [];
  });
  return found.length > 0 ? [{ heading: "What to think about", level: 2 }, ...found] : [];
}

const unfinished = [unfilledBlank.id, unansweredPoint.id];

function inputs(sorted: readonly Candidate[]): OutlinePart {
  const named = (things: readonly { name: string; factor?: string }[]) =>
    things
      .filter(({ name }) => !hasBlank(name))
      .map(({ name, factor }) => (factor ? `${name} (${factor})` : name));
  const weighed = sorted.map(({ star }) =>
    named(star.candidates ?? []).map((candidate) => `Candidate: ${candidate}`),
  );
  return {
    heads: sorted.map(({ who }) => who),
    rows: [
      sorted.map(({ star }) => named(star.inputs)),
      ...(weighed.some((texts) => texts.length > 0) ? [weighed] : []),
    ],
  };
}

/** What all of them, or some of them, have in common. */
function sharedBy(sorted: readonly Candidate[]): string[] {
  const games = new Set(sorted.map(({ star }) => gameOf(star)));
  const [game] = games;
  const isShared = game && games.size === 1 && sorted.length > 1;
  const pairs = sorted.flatMap((one, index) => sorted.slice(index + 1).map((other) => [one, other] as const));
  const metrics = pairs
    .filter(([one, other]) => isSame(one.reading, other.reading))
    .map(
      ([one, other]) =>
        `${one.who} and ${other.who} count the same: ${one.star.name} and ${other.star.name}.`,
    );
  const inputs = pairs.flatMap(([one, other]) =>
    one.star.inputs.flatMap((input) =>
      other.star.inputs
        .filter(
          (each) =>
            !hasBlank(input.name + each.name) &&
            isSame(read(input.name, input.definition), read(each.name, each.definition)),
        )
        .map((each) =>
          each.name === input.name
            ? `${one.who} and ${other.who} share the Input ${input.name}.`
            : `${one.who} and ${other.who} share an Input: ${input.name} and ${each.name}.`,
        ),
    ),
  );
  return [...(isShared ? [`All play the ${game} game.`] : []), ...metrics, ...inputs];
}

function isSame(one: Reading | null, other: Reading | null): boolean {
  return one !== null && other !== null && countTheSame(countedIn(one), countedIn(other));
}

/** Where the candidates part, each with the question that it raises. */
function differences(sorted: readonly Candidate[]): string[] {
  return [
    difference(sorted, "The game", "In which event do customers get what they came for?", ({ star }) =>
      gameOf(star),
    ),
    difference(
      sorted,
      "What is counted",
      "What does each of these say about our strategy?",
      ({ reading }) => reading?.counted?.text,
    ),
    difference(
      sorted,
      "The window",
      "How often does a happy customer do this?",
      ({ reading }) => reading?.window?.label,
    ),
    difference(sorted, "The number of Inputs", "Which Input do the others leave out, and why?", ({ star }) =>
      String(star.inputs.length),
    ),
  ].flat();
}

function difference(
  sorted: readonly Candidate[],
  title: string,
  question: string,
  of: (candidate: Candidate) => string | null | undefined,
): string[] {
  const groups = groupBy(sorted, (candidate) => of(candidate)?.toLowerCase() ?? "nothing said");
  if (groups.size < 2) return [];
  const parts = [...groups].map(([value, those]) => `${value} (${those.map(({ who }) => who).join(", ")})`);
  return [`${title}: ${parts.join("; ")}. ${question}`];
}

/** Two deliberately bad candidates, as North Star files: they free the mind and mark the borders. */
export function badCandidates(game: Game): { who: string; text: string }[] {
  const { name, definition } = tellingBad[game];
  const file = (name: string, definition: string) =>
    `name: ${name}\ndefinition: ${definition}\ngame: ${game}\ninputs: []\n`;
  return [
    { who: "a bad one", text: file(name, definition) },
    { who: "another bad one", text: file("Monthly Revenue", "Our revenue in a month.") },
  ];
}

const tellingBad: Readonly<Record<Game, { name: string; definition: string }>> = {
  attention: { name: "App Opens", definition: "The number of times that users open the app on a day." },
  transaction: { name: "Registered Users", definition: "The number of users who have registered so far." },
  productivity: {
    name: "Story Points Delivered",
    definition: "The number of story points that our team delivers in a sprint.",
  },
};
