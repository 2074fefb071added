/** How many percent the model has to say for what; docs/judgement.md says how often it is right at which percent. */
export const modelLimits = {
  /** From here on what both say may be an error. */
  agrees: 80,
  /** The same of a name without its definition. */
  objectsToName: 97,
  metric: {
    /** Below: it is against what a rule finds, which becomes a question. */
    doubts: 35,
    /** From here on it asks where no rule speaks. */
    asks: 50,
    /** From here on it objects: what it finds alone is a warning. */
    objects: 70,
    /** The same where the reading finds an act of value, which speaks against it. */
    objectsToValue: 80,
  },
  input: { doubts: 35, asks: 60, objects: 70, objectsToValue: 80 },
  /** What it says of a bet alone is never more than a question. */
  bet: { doubts: 35, asks: 75 },
  answer: {
    doubts: 15,
    asks: 70,
    objects: 80,
    /** The same where it reads a denial, which is harder to tell from an answer. */
    denies: 90,
  },
} as const;
