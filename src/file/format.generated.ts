/** Generated from schemas/northstar.schema.json by `UPDATE=1 npm test`. */

/**
 * A North Star as code, format 1: one metric, the Inputs that drive it and the bets under them. Terms as in the North Star Playbook.
 */
export interface Northstar {
  /**
   * Version of this format.
   */
  northstar?: 1;
  /**
   * The product that the North Star guides; one North Star per product (chapter 1).
   */
  product?: string;
  /**
   * Products with North Stars of their own that are parts of this one; the portfolio draws them (chapter 1).
   */
  parts?: string[];
  /**
   * The name of the North Star Metric: pithy, what people will say aloud (chapter 4).
   */
  name: string;
  /**
   * How the name is shortened in conversation.
   */
  abbreviation?: string;
  /**
   * Precisely how the metric is counted: what, whose, doing what, how much, in which window (chapter 4).
   */
  definition: string;
  /**
   * Why the thresholds in the definition are what they are (chapter 4).
   */
  thresholds?: Threshold[];
  /**
   * The one game the product plays: attention (time spent), transaction (purchases and exchanges) or productivity (work done well) (chapter 3). A blank (____) until it is chosen.
   */
  game: "attention" | "transaction" | "productivity" | "____";
  /**
   * Where the North Star stands: under discussion, in force, or replaced. Adopted when left out.
   */
  status?: "candidate" | "adopted" | "retired";
  /**
   * Who answers questions about the metric, by name or as in CODEOWNERS (@org/team).
   */
  owner?: string;
  /**
   * Language of the text, as a BCP 47 tag. Documents speak de, es, fr, ja and pt beside English; other than English turns the English text rules off.
   */
  language?: string;
  /**
   * What one unit of the metric is, when the definition does not say it well enough.
   */
  unit?: string;
  /**
   * The period that is counted, when the definition does not say it well enough.
   */
  window?: string;
  /**
   * Who or what can be counted at all.
   */
  population?: string;
  /**
   * Who or what is left out of the count.
   */
  excludes?: string[];
  /**
   * How the metric is, or could be, observed, in a sentence: the source, the event and a caveat (chapter 4).
   */
  how?: string;
  source?: Source;
  /**
   * What the metric was in each period, as a CSV file in this folder or below: `t,value`, then a line for each period. northstar measure reads it.
   */
  series?: string;
  /**
   * The SQL file from which northstar measure --refresh makes the series: one SELECT with the columns `t` and `value`.
   */
  query?: string;
  /**
   * Where the query runs, by name: the address of `warehouse` is in the environment variable NORTHSTAR_CONN_WAREHOUSE and in no file. DuckDB over the files of this repository when left out.
   */
  on?: string;
  /**
   * The product's vision in one sentence; the metric should be readable in it (chapter 5).
   */
  vision?: string;
  /**
   * The product's strategy in one sentence; the metric should be readable in it (chapter 2).
   */
  strategy?: string;
  /**
   * The metric as a function of its Inputs, in one sentence: which factors together bring it about, and that each can move alone (chapters 3 and 4).
   */
  formula?: string;
  /**
   * The three to five Inputs: factors that together produce the metric and that the team can influence (chapters 1 and 4).
   */
  inputs: Input[];
  /**
   * Candidates for Inputs, from which the team chooses; none of them counts as an Input (chapter 3).
   */
  candidates?: CandidateInput[];
  /**
   * What the team bets on, at levels 0 to 3 (chapter 7). May be left out while there are none.
   */
  bets?: Bet[];
  /**
   * Work under way that moves none of the Inputs. Worth chatting about: an Input may be missing (chapter 4).
   */
  misfits?: string[];
  /**
   * What the metric should lead: results of the business and value for customers (chapter 1).
   */
  results?: Result[];
  checklist?: Checklist;
  /**
   * Counter-metrics that must not get worse while the metric gets better.
   */
  guardrails?: Guardrail[];
  /**
   * Beliefs that the North Star rests on (chapter 5).
   */
  beliefs?: string[];
  /**
   * The three to six key value exchanges: moments in which customers get value from the product (chapter 5).
   */
  exchanges?: string[];
  limits?: Limits;
  review?: Review;
  /**
   * What the team answered when it looked at the North Star again: the questions of northstar review --questions, or its own (chapters 4 and 6).
   */
  reviews?: ReviewAnswer[];
  /**
   * Earlier metrics and why they were left (chapter 6).
   */
  history?: FormerMetric[];
  /**
   * Candidates for the metric that were considered and left, and why; they never were the metric (chapter 3).
   */
  considered?: ConsideredMetric[];
  next?: NextMetric;
  /**
   * Links to what this file rests on.
   */
  sources?: string[];
}
/**
 * An amount in the definition, and why it is that much.
 */
export interface Threshold {
  /**
   * What the definition says, word for word.
   */
  says: string;
  /**
   * Why this much, and not more or less. It may be a first guess.
   */
  because: string;
}
/**
 * Where the metric is defined for machines: in a semantic layer by its name there (dbt, Ossie, Cube, Lightdash, Malloy or Rill), or at the address of a page. lint looks it up in the files that `artifacts` in northstar.config.yaml names.
 */
export interface Source {
  /**
   * The name of a metric of dbt, or package.name where two packages have one of that name. Looked up in target/manifest.json.
   */
  dbt?: string;
  /**
   * The name of a metric in a document of Ossie (formerly OSI), or model/name. The format tells neither windows nor kinds.
   */
  ossie?: string;
  /**
   * A measure of Cube as Cube.measure or view.member. Looked up in a saved answer of /v1/meta.
   */
  cube?: string;
  /**
   * A metric of Lightdash by its name, or as model.metric where two models have one of that name. Looked up in dbt's target/manifest.json.
   */
  lightdash?: string;
  /**
   * A measure of Malloy as source.measure. Looked up in .malloy files, by their text.
   */
  malloy?: string;
  /**
   * A measure of Rill as view.measure; a metrics view is called like its file.
   */
  rill?: string;
  /**
   * The address of a page that shows it, such as a dashboard. Nothing is looked up there.
   */
  url?: string;
}
/**
 * One of the factors that produce the metric.
 */
export interface Input {
  /**
   * What bets call the Input. The slug of the name when left out.
   */
  id?: string;
  /**
   * The name of the Input.
   */
  name: string;
  /**
   * How the name is shortened in conversation.
   */
  abbreviation?: string;
  /**
   * Precisely how the Input is counted.
   */
  definition: string;
  /**
   * How the Input is, or could be, observed, in a sentence: the source, the event and a caveat.
   */
  how?: string;
  source?: Source1;
  /**
   * What the Input was in each period, as a CSV file in this folder or below: `t,value`, then a line for each period. northstar measure reads it.
   */
  series?: string;
  /**
   * The SQL file from which northstar measure --refresh makes the series: one SELECT with the columns `t` and `value`.
   */
  query?: string;
  /**
   * Where the query runs, by name: the address of `warehouse` is in the environment variable NORTHSTAR_CONN_WAREHOUSE and in no file. DuckDB over the files of this repository when left out.
   */
  on?: string;
  /**
   * How the Input moves the metric, in a sentence (chapter 4).
   */
  moves?: string;
  /**
   * How many opportunities to move the Input the team found in two minutes, without a look at its plans. Hardly any: it is too narrow. Dozens of vague ones: it is too broad (chapter 4).
   */
  ideas?: number;
  /**
   * Which side of the metric the Input drives: how many, how much, how often, how well, the system's health, or another (chapters 3 and 7).
   */
  factor?: "breadth" | "depth" | "frequency" | "efficiency" | "health" | "other";
  /**
   * The team that works on the Input, by name or as in CODEOWNERS (@org/team).
   */
  owner?: string;
}
/**
 * Where the Input is defined for machines: in a semantic layer by its name there, or at the address of a page.
 */
export interface Source1 {
  /**
   * The name of a metric of dbt, or package.name where two packages have one of that name. Looked up in target/manifest.json.
   */
  dbt?: string;
  /**
   * The name of a metric in a document of Ossie (formerly OSI), or model/name. The format tells neither windows nor kinds.
   */
  ossie?: string;
  /**
   * A measure of Cube as Cube.measure or view.member. Looked up in a saved answer of /v1/meta.
   */
  cube?: string;
  /**
   * A metric of Lightdash by its name, or as model.metric where two models have one of that name. Looked up in dbt's target/manifest.json.
   */
  lightdash?: string;
  /**
   * A measure of Malloy as source.measure. Looked up in .malloy files, by their text.
   */
  malloy?: string;
  /**
   * A measure of Rill as view.measure; a metrics view is called like its file.
   */
  rill?: string;
  /**
   * The address of a page that shows it, such as a dashboard. Nothing is looked up there.
   */
  url?: string;
}
/**
 * Something that may become an Input.
 */
export interface CandidateInput {
  /**
   * The name of the candidate.
   */
  name: string;
  /**
   * How it would be counted.
   */
  definition?: string;
  /**
   * Which side of the metric it would drive.
   */
  factor?: "breadth" | "depth" | "frequency" | "efficiency" | "health" | "other";
}
/**
 * If …, then …: a belief about cause and effect that the team acts on.
 */
export interface Bet {
  /**
   * 0 North Star bet, 1 Input bet, 2 opportunity, 3 intervention.
   */
  level: 0 | 1 | 2 | 3;
  /**
   * What the bets below call this one.
   */
  id?: string;
  /**
   * The one thing the bet stands under: level 0 a result, levels 1 and 2 an Input, level 3 a level-2 bet; by id.
   */
  for: string;
  /**
   * What is hard for customers now, in a sentence.
   */
  problem?: string;
  /**
   * The change that is bet on.
   */
  if: string;
  /**
   * What the change should lead to, one level up.
   */
  then: string;
  /**
   * Who pursues the bet, by name or as in CODEOWNERS (@org/team).
   */
  owner?: string;
  /**
   * Where the bet stands on the board.
   */
  stage?: "next" | "active" | "review" | "closed";
  /**
   * The place of the bet in the queue of its level and stage, from 1; bets without one come last, in the order of the file.
   */
  rank?: number;
  /**
   * The day on which the bet is looked at again.
   */
  review?: string;
  expect?: Expectation;
  /**
   * What would show that the bet is lost.
   */
  disproof?: string;
  /**
   * How much it would be worth to what it stands under if the bet is won.
   */
  value?: "high" | "medium" | "low";
  /**
   * How likely it is to be won.
   */
  likelihood?: "high" | "medium" | "low";
  /**
   * How sure the team is of what it says here.
   */
  confidence?: "high" | "medium" | "low";
  /**
   * What the confidence rests on.
   */
  because?: string;
  /**
   * Where the work is: addresses of GitHub, GitLab, Jira, Linear or Azure DevOps, or label:NAME, epic:NAME or project:NAME for all work that has it; northstar links holds them against an export.
   */
  links?: string[];
  /**
   * What experiments showed of the bet. Each is shown by itself, and none is averaged.
   */
  readout?: Readout[];
  outcome?: Outcome;
}
/**
 * The effect that is expected, and when.
 */
export interface Expectation {
  /**
   * Which way it should go.
   */
  direction: "up" | "down";
  /**
   * How far, in the unit of what the bet stands under.
   */
  by?: string | number;
  /**
   * How long until it shows.
   */
  after?: string;
}
/**
 * What an experiment showed: it changed one thing for some and not for others.
 */
export interface Readout {
  /**
   * The day on which it was read.
   */
  date: string;
  /**
   * The effect that was measured, on what the bet should move; above 0 where that rose.
   */
  effect: number;
  /**
   * The lower end of its interval, usually of 95 %.
   */
  low: number;
  /**
   * The upper end of its interval.
   */
  high: number;
  /**
   * The unit of the three numbers.
   */
  unit?: string;
  /**
   * What it says, in a sentence.
   */
  says?: string;
  /**
   * Where its report is.
   */
  link?: string;
}
/**
 * What the bet taught. A lost bet is a normal, good thing.
 */
export interface Outcome {
  /**
   * The day on which the team called it.
   */
  date: string;
  /**
   * How it went.
   */
  verdict: "won" | "lost" | "unclear";
  /**
   * What the team learned, in a sentence.
   */
  learned: string;
}
/**
 * Something the metric should lead.
 */
export interface Result {
  /**
   * What level-0 bets call the result. The slug of the name when left out.
   */
  id?: string;
  /**
   * The name of the result.
   */
  name: string;
  /**
   * How the result is counted.
   */
  definition?: string;
  /**
   * What the result was in each period, as a CSV file in this folder or below: `t,value`, then a line for each period. northstar measure reads it.
   */
  series?: string;
  /**
   * The SQL file from which northstar measure --refresh makes the series: one SELECT with the columns `t` and `value`.
   */
  query?: string;
  /**
   * Where the query runs, by name: the address of `warehouse` is in the environment variable NORTHSTAR_CONN_WAREHOUSE and in no file. DuckDB over the files of this repository when left out.
   */
  on?: string;
  /**
   * Whose result it is.
   */
  kind?: "business" | "customer";
  source?: Source2;
}
/**
 * Where the result is defined for machines: in a semantic layer by its name there, or at the address of a page.
 */
export interface Source2 {
  /**
   * The name of a metric of dbt, or package.name where two packages have one of that name. Looked up in target/manifest.json.
   */
  dbt?: string;
  /**
   * The name of a metric in a document of Ossie (formerly OSI), or model/name. The format tells neither windows nor kinds.
   */
  ossie?: string;
  /**
   * A measure of Cube as Cube.measure or view.member. Looked up in a saved answer of /v1/meta.
   */
  cube?: string;
  /**
   * A metric of Lightdash by its name, or as model.metric where two models have one of that name. Looked up in dbt's target/manifest.json.
   */
  lightdash?: string;
  /**
   * A measure of Malloy as source.measure. Looked up in .malloy files, by their text.
   */
  malloy?: string;
  /**
   * A measure of Rill as view.measure; a metrics view is called like its file.
   */
  rill?: string;
  /**
   * The address of a page that shows it, such as a dashboard. Nothing is looked up there.
   */
  url?: string;
}
/**
 * The team's answers to the seven points of the checklist, each one sentence of why it holds (chapter 2).
 */
export interface Checklist {
  /**
   * It expresses value: why it matters to customers.
   */
  value?: string;
  /**
   * It represents vision and strategy: what of them can be read in it.
   */
  strategy?: string;
  /**
   * It is a leading indicator: what it predicts.
   */
  leading?: string;
  /**
   * It is actionable: how the team can influence it.
   */
  actionable?: string;
  /**
   * It is understandable: how it is said in plain language.
   */
  understandable?: string;
  /**
   * It is measurable: how it is, or could be, observed.
   */
  measurable?: string;
  /**
   * It is not a vanity metric: why a rise is good news.
   */
  vanity?: string;
}
/**
 * A counter-metric.
 */
export interface Guardrail {
  /**
   * The name of the counter-metric.
   */
  name: string;
  /**
   * How it is counted.
   */
  definition?: string;
  /**
   * What the counter-metric was in each period, as a CSV file in this folder or below: `t,value`, then a line for each period. northstar measure reads it.
   */
  series?: string;
  /**
   * The SQL file from which northstar measure --refresh makes the series: one SELECT with the columns `t` and `value`.
   */
  query?: string;
  /**
   * Where the query runs, by name: the address of `warehouse` is in the environment variable NORTHSTAR_CONN_WAREHOUSE and in no file. DuckDB over the files of this repository when left out.
   */
  on?: string;
  /**
   * What it protects while the metric rises, in a sentence.
   */
  protects?: string;
  /**
   * Who watches it, by name or as in CODEOWNERS (@org/team).
   */
  owner?: string;
  /**
   * The level at which the team stops and looks.
   */
  breach?: string | number;
  source?: Source3;
}
/**
 * Where it is defined for machines: in a semantic layer by its name there, or at the address of a page.
 */
export interface Source3 {
  /**
   * The name of a metric of dbt, or package.name where two packages have one of that name. Looked up in target/manifest.json.
   */
  dbt?: string;
  /**
   * The name of a metric in a document of Ossie (formerly OSI), or model/name. The format tells neither windows nor kinds.
   */
  ossie?: string;
  /**
   * A measure of Cube as Cube.measure or view.member. Looked up in a saved answer of /v1/meta.
   */
  cube?: string;
  /**
   * A metric of Lightdash by its name, or as model.metric where two models have one of that name. Looked up in dbt's target/manifest.json.
   */
  lightdash?: string;
  /**
   * A measure of Malloy as source.measure. Looked up in .malloy files, by their text.
   */
  malloy?: string;
  /**
   * A measure of Rill as view.measure; a metrics view is called like its file.
   */
  rill?: string;
  /**
   * The address of a page that shows it, such as a dashboard. Nothing is looked up there.
   */
  url?: string;
}
/**
 * Limits on work in progress (chapter 7).
 */
export interface Limits {
  /**
   * How many bets may be active at a time, at whatever level.
   */
  active?: number;
  /**
   * How many opportunities (level 2) may be active at a time.
   */
  opportunities?: number;
  /**
   * How many interventions (level 3) may be active at a time.
   */
  interventions?: number;
}
/**
 * When the North Star was last looked at, and how often it is (chapter 6).
 */
export interface Review {
  /**
   * The day of the last review.
   */
  last?: string;
  /**
   * How often it is reviewed.
   */
  every?: string;
}
/**
 * An answer from a review.
 */
export interface ReviewAnswer {
  /**
   * The day on which it was answered.
   */
  date?: string;
  /**
   * What was asked.
   */
  question: string;
  /**
   * What the team said, in a sentence.
   */
  answer: string;
}
/**
 * An earlier metric.
 */
export interface FormerMetric {
  /**
   * The day on which it was left.
   */
  date?: string;
  /**
   * Its name.
   */
  name: string;
  /**
   * How it was counted.
   */
  definition?: string;
  /**
   * Why the thresholds in it were what they were.
   */
  thresholds?: Threshold[];
  /**
   * The game that the product played then, if it was another.
   */
  game?: "attention" | "transaction" | "productivity";
  /**
   * How its name was shortened in conversation.
   */
  abbreviation?: string;
  /**
   * What one unit of it was.
   */
  unit?: string;
  /**
   * The period that was counted.
   */
  window?: string;
  /**
   * Who or what could be counted at all.
   */
  population?: string;
  /**
   * Who or what was left out of the count.
   */
  excludes?: string[];
  /**
   * How it was observed.
   */
  how?: string;
  source?: Source4;
  checklist?: Checklist1;
  /**
   * The Inputs that it had, where some of them went with it.
   */
  inputs?: Input[];
  /**
   * Why it was left.
   */
  reason?: string;
}
/**
 * Where it was defined for machines.
 */
export interface Source4 {
  /**
   * The name of a metric of dbt, or package.name where two packages have one of that name. Looked up in target/manifest.json.
   */
  dbt?: string;
  /**
   * The name of a metric in a document of Ossie (formerly OSI), or model/name. The format tells neither windows nor kinds.
   */
  ossie?: string;
  /**
   * A measure of Cube as Cube.measure or view.member. Looked up in a saved answer of /v1/meta.
   */
  cube?: string;
  /**
   * A metric of Lightdash by its name, or as model.metric where two models have one of that name. Looked up in dbt's target/manifest.json.
   */
  lightdash?: string;
  /**
   * A measure of Malloy as source.measure. Looked up in .malloy files, by their text.
   */
  malloy?: string;
  /**
   * A measure of Rill as view.measure; a metrics view is called like its file.
   */
  rill?: string;
  /**
   * The address of a page that shows it, such as a dashboard. Nothing is looked up there.
   */
  url?: string;
}
/**
 * What the team answered to the seven points then.
 */
export interface Checklist1 {
  /**
   * It expresses value: why it matters to customers.
   */
  value?: string;
  /**
   * It represents vision and strategy: what of them can be read in it.
   */
  strategy?: string;
  /**
   * It is a leading indicator: what it predicts.
   */
  leading?: string;
  /**
   * It is actionable: how the team can influence it.
   */
  actionable?: string;
  /**
   * It is understandable: how it is said in plain language.
   */
  understandable?: string;
  /**
   * It is measurable: how it is, or could be, observed.
   */
  measurable?: string;
  /**
   * It is not a vanity metric: why a rise is good news.
   */
  vanity?: string;
}
/**
 * A candidate for the metric that was not adopted.
 */
export interface ConsideredMetric {
  /**
   * The day on which it was left.
   */
  date?: string;
  /**
   * Its name.
   */
  name: string;
  /**
   * How it would have been counted.
   */
  definition?: string;
  /**
   * Why it was left.
   */
  reason?: string;
}
/**
 * The North Star of a later phase, and the sign that tells that its time has come (chapter 6).
 */
export interface NextMetric {
  /**
   * Its name.
   */
  name: string;
  /**
   * How it will be counted, as far as that is known.
   */
  definition?: string;
  /**
   * What tells that its time has come.
   */
  sign?: string;
}
