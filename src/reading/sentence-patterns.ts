/**
 * The patterns by which a reading is said in one line, as rows with a name. test/reading/sentence-patterns.json has for
 * each a definition that is said otherwise without it.
 */

export const sentencePatterns = {
  // How it is counted, where that is said in the words of the definition (before the counted phrase)
  "how much": /\bhow (?:often|long|far|quickly|fast|much)\b.*$/i,
  times: /\btimes(?: (?:an?|the|each|every|any|our))?$/i,
  percentile: /\b(?:p\d{2,3}|\d+(?:st|nd|rd|th)[ -]percentile)\b/i,
  extreme: /\b(?:median|typical|peak|highest|lowest|longest|shortest|maximum|minimum)\b/i,
  change:
    /(?:\b\w+-(?:over|on|to)-\w+ )?\b(?:growth|increase|change|rise|decline|reduction|decrease|improvement) (?:in|of)\b/i,
  rate: /\b(?:rate|odds|probability) (?:of|that|at which)\b|\bratio between$/i,

  // Whether "share of" and "ratio of" have to be said
  "share threshold": /\d[\d.,]* ?(?:%|percent) of(?: the)?$/i,
  share: /percent|%|share|proportion|fraction|portion/i,
  ratio: /ratio/i,
  division: /\bdivided by\b/i,

  // What stands right before the counted phrase
  "of the": / of(?: the)?$/,
  number: /(?<![A-Za-z\d\xC0-\u024F])\d[\d.,]*(?: ?%)?$/,
  "how many": /\bhow many\b/i,
  capital: /^[A-ZÀ-ÖØ-Þ](?=[a-zß-öø-ÿ])/,

  // Whether the window can go to the end of the line
  exclusion: /\b(?:exclud|except|not|ignor)/i,
  "how often": /(?:\btimes|\bonce|\btwice|\dx|\b(?:measured|counted|calculated|averaged|reported|tracked))$/i,
  "each of": /\b(?:each|every|any) of\b/i,
  "after a window":
    /^\s*(?:$|[.,;:!?)–—-]|(?!in a row\b)(?:who|that|which|whose|whom|where|when|in|on|at|by|with|without|from|to|through|across|within|as|after|before|per|because|if|unless|including|excluding|divided)\b)/i,

  // What follows the counted phrase
  "no verb":
    /^(?:$|[^a-z\xC0-\u024F]|(?:of|in|on|at|by|with|from|to|for|per|within|who|that|which|whose|where|when|as)\b|\S+(?:ed|ing)\b|active|inactive|still)/i,
  "end of a sentence": /[!?;](?:\s|$)|\.(?:\s+["“(]?[A-ZÀ-ÖØ-Þ]|\s*$)/,

  // What is left around a part that was taken out
  "empty brackets": /\(\s*\)/g,
  "space before a sign": /\s+(?=[,)])/g,
  "comma before a bracket": /,(?=\))/g,
  "signs after a comma": /,(?:\s*[,–—-])+/g,
  "dash before a comma": / ?[–—-] ?(?=,)/g,
};

/** The name of a row. */
export type SentencePattern = keyof typeof sentencePatterns;
