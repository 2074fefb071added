/** What a rule is: its documentation, its test and its judgement in one constant. */
import type { Northstar, Tree } from "../file/northstar.js";
import type { Fault, Path, Point, Suggestion } from "../file/problem.js";
import type { Reading } from "../reading/reading.js";

/** What a rule looks at. Rules know the value, never the file, the clock or the world. */
export interface Subject {
  star: Northstar;
  tree: Tree;
  /** What name and definition of the metric say. */
  metric: Reading;
  /** The name of the metric, read as if it were its definition. */
  title: Reading;
  /** What name and definition of each Input say, in the order of the file. */
  inputs: readonly Reading[];
  /** The day of the check, as YYYY-MM-DD. */
  today: string;
}

/** What a rule yields; `lint` adds the file's place, the rule's id and its severity. */
export interface Finding {
  path: Path;
  /** Small at the start, no full stop at the end. */
  message: string;
  /** Points at the key rather than at the value. */
  at?: "key";
  /** Only a part of the text at `path`, as UTF-16 offsets [from, to). */
  span?: readonly [number, number];
  related?: readonly { message: string; path: Path }[];
  /** For rules about the checklist as a whole: which point. */
  point?: Point;
  fix?: Suggestion;
  /** Makes it a problem only where another file, judged together with this one, claims the same. */
  claim?: string;
}

export interface Rule extends Fault {
  /** Reads English: turned off when the file's `language` is another. */
  english?: true;
  check(subject: Subject): Iterable<Finding>;
}
