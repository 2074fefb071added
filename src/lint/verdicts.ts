/** What becomes of a finding, by what rules and model say together: the one table, of which the first row that fits wins. */
import type { Confidence, Severity } from "../file/problem.js";
import { modelLimits } from "./model-limits.js";

/** What is known of a finding. What takes its time is asked for by a row that needs it. */
export interface Weighing {
  /** Whether the model found it, rather than a rule. */
  byModel: boolean;
  /** Its own, or what the team has set. */
  severity: Severity;
  /** How likely a coach objects; undefined where the model has no opinion of the text. */
  percent: number | undefined;
  /** Below how many percent the model would let the text stand. */
  doubts: number;
  /** Whether it is about a metric or an Input, which are read. */
  isRead: boolean;
  /** Whether its rule reads English, and so may misread it. */
  mayMisread: boolean;
  /** Whether a rule says what is wrong with the same text. */
  isExplained: () => boolean;
  /** Whether the team has turned off a rule about what the model objects to. */
  isTurnedOff: () => boolean;
  /** Whether the team has set another severity than the rule's own. */
  isSetByTeam: () => boolean;
  /** Whether it is about a name that says enough by itself. */
  isClearName: () => boolean;
  /** Whether the model objects, and the reading finds nothing that speaks for the text. */
  isSure: () => boolean;
}

export interface VerdictRow {
  /** For the machine; docs/judgement.md and `explain --why` say {@link says}. */
  name: string;
  says: string;
  when: (found: Weighing) => boolean;
  /** Nothing: it is not reported. Without a severity: as the rule or the team has it. */
  gives: { severity?: Severity; confidence: Confidence } | null;
}

const { agrees } = modelLimits;
const asItIs = { confidence: "high" } as const;
const warning = { severity: "warning", confidence: "medium" } as const;
const question = { severity: "note", confidence: "low" } as const;

export const verdicts: readonly VerdictRow[] = [
  {
    name: "by form",
    says: "a rule goes by the form of the text, or the text is none that the model knows",
    when: ({ byModel, mayMisread, percent }) => (!byModel && !mayMisread) || percent === undefined,
    gives: asItIs,
  },
  {
    name: "explained",
    says: "the model objects, and a rule says what is wrong",
    when: ({ byModel, isExplained }) => byModel && isExplained(),
    gives: null,
  },
  {
    name: "turned off",
    says: "the model objects, and the team has turned off a rule of the same point",
    when: ({ byModel, isTurnedOff }) => byModel && isTurnedOff(),
    gives: null,
  },
  {
    name: "model sure",
    says: "no rule objects, and the model is sure",
    when: ({ byModel, severity, isSure }) => byModel && severity === "warning" && isSure(),
    gives: warning,
  },
  {
    name: "model asks",
    says: "no rule objects, and the model is in doubt; of bets always",
    when: ({ byModel }) => byModel,
    gives: question,
  },
  {
    name: "set by the team",
    says: "a rule objects, and the team has set how grave that is",
    when: ({ isSetByTeam }) => isSetByTeam(),
    gives: asItIs,
  },
  {
    name: "question answered",
    says: "a rule asks of a metric or an Input, and the model is sure",
    when: ({ severity, isRead, isSure }) => severity === "note" && isRead && isSure(),
    gives: warning,
  },
  {
    name: "clear name",
    says: "a rule objects to a name that says enough by itself",
    when: ({ isClearName }) => isClearName(),
    gives: asItIs,
  },
  {
    name: "question",
    says: "a rule asks, and the model is not sure; of bets and answers always",
    when: ({ severity }) => severity === "note",
    gives: asItIs,
  },
  {
    name: "both",
    says: `a rule objects, and so does the model (${agrees} % or more)`,
    when: ({ percent = 0 }) => percent >= agrees,
    gives: asItIs,
  },
  {
    name: "disagree",
    says: `a rule objects, and the model would let it stand (below ${modelLimits.metric.doubts} %, of answers ${modelLimits.answer.doubts} %)`,
    when: ({ percent = 0, doubts }) => percent < doubts,
    gives: question,
  },
  {
    name: "model in doubt",
    says: "a rule objects, and the model is in doubt",
    when: () => true,
    gives: warning,
  },
];

/** The row that fits a finding first. */
export function verdictOn(found: Weighing): VerdictRow | undefined {
  return verdicts.find(({ when }) => when(found));
}

/** What a row says, by its name. */
export function sayingOf(name: string): string | undefined {
  return verdicts.find((each) => each.name === name)?.says;
}
