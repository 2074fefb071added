/** What the page asks the engine, and what it is told: plain data, so that it can go to a worker and back. */
import type { Edit, Severity } from "../src/file/problem.js";
import type { PointState } from "../src/lint/check.js";

/** The documents that can be looked at. */
export const drawnNames = ["one-pager", "tree", "deck"] as const;
export type DrawnName = (typeof drawnNames)[number];

/** The files that can be saved of what is shown, by the tab on which they are. */
export const filesOf = {
  report: ["json"],
  "one-pager": ["html", "md"],
  tree: ["html", "svg"],
  deck: ["html"],
} as const satisfies Record<"report" | DrawnName, readonly string[]>;
export type TabName = keyof typeof filesOf;

export type Question =
  /** `today` is YYYY-MM-DD: which reviews are overdue. */
  | { ask: "judge"; text: string; today: string }
  /** Draws what could be read last; `null` where nothing could be. */
  | { ask: "draw"; name: DrawnName }
  /** Writes a file of what was judged last. */
  | { ask: "write"; name: TabName; format: string }
  /** The text in the bytes of a file, or what keeps them from being one. */
  | { ask: "decode"; bytes: Uint8Array };

/** What answers each question. */
export interface Answers {
  judge: Judgement;
  draw: string | null;
  write: string | null;
  decode: { text: string } | { refused: string };
}

/** Comes first, when the engine can be asked. */
export interface Ready {
  isReady: true;
}

/** A question with its number, and the answer of that number, or why there is none. */
export type Asked = Question & { id: number };
export type Answered = { id: number } & ({ answer: Answers[keyof Answers] } | { failed: string });

/** UTF-16 offsets in the text that was judged, [from, to). */
export interface Span {
  from: number;
  to: number;
}

export interface Judgement {
  isReadable: boolean;
  /** Null where the text cannot be read. */
  name: string | null;
  /** "5 of 7 points met, 2 open". */
  verdict: string;
  readsAs: string | null;
  ignored: string | null;
  points: readonly PointView[];
  /** Problems of one rule at one place are together; the gravest come first. */
  groups: readonly ProblemGroup[];
  /** What is true of every problem of a rule, by its id. */
  rules: Readonly<Record<string, RuleView>>;
}

export interface RuleView {
  why: string;
  question: string | null;
  chapter: number | null;
}

export interface PointView extends PointState {
  name: string;
  reason: string;
  /** Where it is answered, or where an answer belongs. */
  at: Span;
}

export interface ProblemGroup {
  rule: string;
  severity: Severity;
  confidence: "high" | "medium" | "low";
  at: Span;
  line: number;
  problems: readonly { message: string; fix: ShownFix | null }[];
  related: readonly { message: string; line: number; at: Span }[];
}

/** A fix, and the edits that it makes in the text that was judged. */
export interface ShownFix {
  title: string;
  /** It keeps what is said. */
  safe: boolean;
  edits: readonly Edit[];
}
