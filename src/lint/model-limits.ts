/** How many percent the model has to say for what; docs/judgement.md says how often it is right at which percent. */
export const modelLimits = {
  /** Below: it is against what a rule finds, which becomes a question. */
  doubts: 35,
  /** From here on it asks where no rule speaks. */
  asks: 55,
  /** From here on it objects: what a rule finds stays as grave, and what it finds alone is a warning. */
  objects: 70,
  /** The same where the reading finds an act of value, which speaks against it. */
  objectsToValue: 90,
  /** The same of a name without its definition. */
  objectsToName: 97,
} as const;
