/** What a rule is: its documentation, its test and its judgement in one constant. */
import type { Horizons } from "../config/config.generated.js";
import type { StarChange } from "../diff/star-changes.js";
import type { Northstar, Tree } from "../file/northstar.js";
import type { Path, Point, RuleDoc, Suggestion } from "../file/problem.js";
import type { MetricFacts, SourceFacts } from "../metrics/source.js";
import type { Reading } from "../reading/reading.js";
import type { CodeOwners } from "../work/code-owners.js";
import type { Opinions } from "./opinions.js";
import type { Text } from "./texts.js";

/** What a rule looks at. Rules know the value, never the file, the clock or the world. */
export interface Subject {
  star: Northstar;
  tree: Tree;
  /** Every text with its place, but for those under a team's own keys. */
  texts: readonly Text[];
  /** What name and definition of the metric say. */
  metric: Reading;
  /** The name of the metric, read as if it were its definition. */
  title: Reading;
  /** What name and definition of each Input say, in the order of the file. */
  inputs: readonly Reading[];
  /** How likely a coach objects to what is said, by the model. */
  opinions: Opinions;
  /** The day of the check, as YYYY-MM-DD. */
  today: string;
  /** How far the bets of some levels look ahead, where it is not as usual. */
  horizons: Horizons | undefined;
  /** What is known of the metrics of semantic layers that the file names; none where nobody has looked them up. */
  sources: readonly SourceFacts[];
  /** The North Star as it was at the revision that the run compares with; undefined where there is none. */
  before: Northstar | undefined;
  /** What changed in meaning since then. */
  changes: readonly StarChange[];
  /** Why the lock beside the file cannot be read, where that is so. */
  lockFault: string | null;
  /** Whom the CODEOWNERS of the repository names; null where nobody has looked, or there is none. */
  codeOwners: CodeOwners | null;
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
  /** Which point of the checklist it is about, where that is not the part of the rule. */
  point?: Point | null;
  fix?: Suggestion;
}

interface Judging extends RuleDoc {
  /** Reads English: turned off when the file's `language` is another. */
  english?: true;
  /** Goes by the form of a text, which is hard to misread, rather than by its sense: the model does not weigh it. */
  certain?: true;
  /** What the file of its examples said before, for a rule about changes: such a rule runs only where that is known. */
  before?: string;
  /** What artefacts say of the metrics that its examples name, beside what is usual: that they are found. */
  lookedUp?: Readonly<Record<string, Partial<MetricFacts> & { accepted?: string }>>;
  /** Whom the CODEOWNERS names that its examples are held against. */
  ownedBy?: readonly string[];
}

/** A rule about one North Star. */
export interface Rule extends Judging {
  check(subject: Subject): Iterable<Finding>;
}

/** A North Star beside others, as far as rules over several files look at it. */
export interface Beside {
  /** As the person would name it. */
  path: string;
  star: Pick<Northstar, "product" | "status" | "owner" | "parts"> & { inputs?: readonly { name: string }[] };
}

/** A rule about several North Stars that are judged together. */
export interface SetRule extends Judging {
  /** Where a North Star would have the problem, or null where it cannot have it, whatever the others say. */
  placeIn(star: Northstar): Path | null;
  /** What each of some files, all of which may have the problem, has; by its index. */
  check(files: readonly Beside[]): Iterable<{ file: number; message: string }>;
}

export type AnyRule = Rule | SetRule;

export function isSetRule(rule: AnyRule): rule is SetRule {
  return "placeIn" in rule;
}
