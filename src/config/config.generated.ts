/** Generated from schemas/config.schema.json by `UPDATE=1 npm test`. */

/**
 * How grave what a rule finds is; off means that it does not run.
 */
export type Setting = "off" | "note" | "warning" | "error";

/**
 * northstar.config.yaml: how a team wants the North Stars in its folder, and below, judged and drawn. Every key may be left out.
 */
export interface Config {
  /**
   * What the configuration starts from: recommended (every rule as it is), strict (notes become warnings, and warnings fail), or the path of another configuration as seen from this one.
   */
  extends?: string;
  /**
   * How grave what a rule finds is for the team; a rule that is off does not run.
   */
  rules?: {
    [k: string]: Setting;
  };
  /**
   * What makes lint exit with 1: problems of this severity and graver ones, or a map that also counts warnings.
   */
  fail?: ("error" | "warning" | "note" | "never") | Failing;
  /**
   * Which files are North Stars, as globs (*, ?, [ab], ** and {a,b}) seen from the configuration's folder; those after a ! are not. Without one that names files, northstar.yaml and every *.northstar.yaml.
   */
  files?: string[];
  words?: Words;
  /**
   * Documents that are kept: those of every North Star that the configuration counts for.
   */
  render?: Rendering[];
  artifacts?: Artifacts;
  horizons?: Horizons;
  /**
   * How documents show the numbers of series: as they are (values), or as an index that calls the first of each 100 (index), for teams that may not show them.
   */
  numbers?: "values" | "index";
  /**
   * What one-pagers are printed on, where neither `--paper` nor the document that is kept says it.
   */
  paper?: "a4" | "letter";
  /**
   * On how many pages one-pagers have to fit, where neither `--pages` nor the document that is kept says it.
   */
  pages?: 1 | 2;
  theme?: ThemeConfig;
}
/**
 * What fails a run.
 */
export interface Failing {
  /**
   * Problems of this severity and graver ones fail.
   */
  on?: "error" | "warning" | "note" | "never";
  /**
   * More warnings than this fail, over all files that the configuration counts for.
   */
  "max-warnings"?: number;
}
/**
 * Words of the team's own.
 */
export interface Words {
  /**
   * Acts in which customers get value from this product.
   */
  value?: string[];
  /**
   * Acts that only mean being there.
   */
  presence?: string[];
  /**
   * Things that rise with promotion and say nothing of value.
   */
  vanity?: string[];
  /**
   * Results of the business, late echoes of value.
   */
  results?: string[];
  /**
   * People and organizations who may get value.
   */
  audience?: string[];
  /**
   * Words that speak neither for nor against a metric here.
   */
  neutral?: string[];
  /**
   * Abbreviations that everybody in the company knows.
   */
  abbreviations?: string[];
}
/**
 * A document that is kept.
 */
export interface Rendering {
  /**
   * What to make.
   */
  to: "one-pager" | "board" | "roadmap" | "bet" | "deck" | "story" | "tree" | "badge" | "context" | "portfolio";
  /**
   * The file to write, as seen from the configuration; its ending decides on the format. {product}, {name}, {folder} and {file} stand for what differs between North Stars.
   */
  out: string;
  /**
   * Of a document to bet: the one bet that it is about, by its id, or by a part of what it says. Every bet that is open when left out.
   */
  bet?: string;
  /**
   * Of a one-pager as html or pdf: what it is printed on.
   */
  paper?: "a4" | "letter";
  /**
   * Of a one-pager as html or pdf: on how many pages it has to fit.
   */
  pages?: 1 | 2;
}
/**
 * Where the files are that semantic layers write, as seen from the configuration; lint looks up in them what `source` says in a North Star. Each is a path, or a list of paths.
 */
export interface Artifacts {
  /**
   * The manifest.json of dbt, or its semantic_manifest.json. target/manifest.json when left out.
   */
  dbt?: string | string[];
  /**
   * Documents of Ossie (formerly OSI). ossie.yaml, ossie.json or target/osi_document.json when left out.
   */
  ossie?: string | string[];
  /**
   * A saved answer of Cube to GET /cubejs-api/v1/meta. cube-meta.json when left out.
   */
  cube?: string | string[];
  /**
   * The manifest.json of dbt, or models of Lightdash in YAML. target/manifest.json when left out.
   */
  lightdash?: string | string[];
  /**
   * Files of Malloy, or folders with them. The folder itself and models/ when left out.
   */
  malloy?: string | string[];
  /**
   * Metrics views of Rill, or folders with them. metrics/ when left out.
   */
  rill?: string | string[];
}
/**
 * How far bets look ahead, where a level has not the usual horizon (chapter 7).
 */
export interface Horizons {
  "north-star-bets"?: Horizon;
  "input-bets"?: Horizon1;
  opportunities?: Horizon2;
  interventions?: Horizon3;
}
/**
 * Level 0; usually years.
 */
export interface Horizon {
  /**
   * After how long there is something to see at the soonest.
   */
  least: string;
  /**
   * After how long there should be something to see at the latest; open when left out.
   */
  most?: string;
}
/**
 * Level 1; usually one to three quarters.
 */
export interface Horizon1 {
  /**
   * After how long there is something to see at the soonest.
   */
  least: string;
  /**
   * After how long there should be something to see at the latest; open when left out.
   */
  most?: string;
}
/**
 * Level 2; usually one to three months.
 */
export interface Horizon2 {
  /**
   * After how long there is something to see at the soonest.
   */
  least: string;
  /**
   * After how long there should be something to see at the latest; open when left out.
   */
  most?: string;
}
/**
 * Level 3; usually one to three weeks.
 */
export interface Horizon3 {
  /**
   * After how long there is something to see at the soonest.
   */
  least: string;
  /**
   * After how long there should be something to see at the latest; open when left out.
   */
  most?: string;
}
/**
 * Colours, a font and a logo; the rest follows.
 */
export interface ThemeConfig {
  colors?: Colors;
  dark?: Colors;
  /**
   * A font that is on the readers' machines.
   */
  font?: string;
  /**
   * A PNG or JPEG picture for the corner of documents, as seen from the configuration.
   */
  logo?: string;
}
/**
 * Colours that a team may choose; the others follow from them.
 */
export interface Colors {
  /**
   * The ground of a page.
   */
  paper?: string;
  /**
   * Text, drawn as it is: it needs a contrast of 4.5 to 1 on paper.
   */
  ink?: string;
  /**
   * Links, Inputs and what is being worked on: your brand's colour. It is darkened or lightened by itself where it carries text.
   */
  accent?: string;
  /**
   * The ground of the metric itself.
   */
  deep?: string;
  /**
   * The star.
   */
  star?: string;
}
