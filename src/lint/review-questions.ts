/** What a team asks itself before it settles on a metric, and again once a quarter (chapters 4 and 6); pure data. */

/** A question that has no right answer, and what helps to find one. */
export interface ReviewQuestion {
  /** As it stands in the file. */
  question: string;
  hint: string;
}

/** The eight questions before a team settles on a metric (chapter 4). */
export const convergingQuestions: readonly ReviewQuestion[] = [
  {
    question: "Which decisions will change when the metric changes?",
    hint: "Where there is a history, walk through its rises and falls: what would you have done?",
  },
  {
    question: "What does the metric not tell us?",
    hint: "Is one of those open questions more important than what it does tell?",
  },
  {
    question: "If nobody built anything any more, would the metric still rise?",
    hint: "For how long, and what would carry it?",
  },
  {
    question: "Whose experience is missing from the numbers?",
    hint: "People who gave up leave no trace; those who put up with the product are counted.",
  },
  {
    question: "Will we get it often, and without much effort?",
    hint: "Later is soon enough; it need not be today.",
  },
  {
    question: "What do season, weekday and day of the month do to it?",
    hint: "Which rise or fall would mislead somebody who does not know the calendar?",
  },
  {
    question: "What does it say of groups of customers, side by side?",
    hint: "New and old accounts, say. It should make sense alone, too.",
  },
  {
    question: "What would make us look for another metric?",
    hint: "Name the sign, and what you would test from time to time.",
  },
];

/** The questions that start from where a team is, not from where it wants to be (chapter 6). */
export const presentQuestions: readonly ReviewQuestion[] = [
  {
    question: "Which of our present work could serve an Input better?",
    hint: "What would have to be different in it?",
  },
  {
    question: "Which decisions lie right ahead, and does the North Star help with them?",
    hint: "Where it does not: what about it would have to change?",
  },
  {
    question: "Can each of us trace this week's work to the metric?",
    hint: "Where the line breaks off: what would somebody need to know?",
  },
  {
    question: "Do we trust metric and Inputs more than some weeks ago, or less?",
    hint: "What made the difference?",
  },
  {
    question: "What have we learned, and which belief or value exchange does it touch?",
    hint: "Beliefs and exchanges are in the file: change those that no longer hold.",
  },
];

/** What tells that it may be time for another North Star (chapter 6). */
export const changeSignals: readonly string[] = [
  "The metric rises, and the results do not follow.",
  "Strategy, market or stage of the company have changed since it was chosen.",
  "Nobody can name a decision that went another way because of it.",
  "Metric, Inputs and bets have stayed the same for so long that nobody argues about them.",
];

/** How often the questions are gone through. */
export const questionRhythm = "1 quarter";
