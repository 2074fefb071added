/** Phrases that tell the error messages of `yaml` apart. An update that says something else fails test/file/syntax.test.ts. */
import type { ErrorCode } from "yaml";

/** What a parser says: a code, a place as offsets, and its own words. */
export interface ParserError {
  code: ErrorCode;
  message: string;
  pos: readonly [number, number];
}

/** How messages begin or end whose code says too little. No other words of theirs are looked at. */
export const phrases = {
  unclosedQuote: /^Missing closing /,
  afterValue: / at node end$/,
  strayBracket: /^Unexpected flow-seq-end /,
  strayBrace: /^Unexpected flow-map-end /,
  openBracket: /^Flow sequence /,
  openBrace: /^Flow map /,
  noCommaOrColon: /^Missing , or : /,
  noComma: /^Missing , between /,
  strayComma: /^Unexpected , /,
  notToken: /^Not a YAML token/,
  blockHeader: /^Block scalar header /,
  directivesEnd: /^Missing directives-end/,
  listOnKeyLine: /^Unexpected block-seq-ind on same line /,
  keyWithoutValue: / need to be followed by map values$/,
} satisfies Record<string, RegExp>;

export type Phrase = keyof typeof phrases;
