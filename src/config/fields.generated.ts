/** Generated from schemas/config.schema.json by `UPDATE=1 npm test`. */
import type { Field } from "../file/field-table.js";

export const fields: Readonly<Record<string, Field>> = {
  "extends": {
    "kind": "text",
    "description": "What the configuration starts from: recommended (every rule as it is), strict (notes become warnings, and warnings fail), or the path of another configuration as seen from this one.",
    "example": "strict"
  },
  "rules": {
    "kind": "map",
    "description": "How grave what a rule finds is for the team; a rule that is off does not run."
  },
  "rules.bare-audience": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Counts an audience without saying what it does.",
    "example": "off"
  },
  "rules.company-activity": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Counts what the company does.",
    "example": "off"
  },
  "rules.counts-beginnings": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Counts what is begun, not what comes of it.",
    "example": "off"
  },
  "rules.counts-trouble": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Counts trouble, which rises when the product fails.",
    "example": "off"
  },
  "rules.exchange-without-value": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A key value exchange in which no customer gets anything.",
    "example": "off"
  },
  "rules.own-funnel": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Counts steps of the company's own selling.",
    "example": "off"
  },
  "rules.too-many-exchanges": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "More than six key value exchanges.",
    "example": "off"
  },
  "rules.generic-metric": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Would fit any company.",
    "example": "off"
  },
  "rules.belief-in-results": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A belief that waits for a result.",
    "example": "off"
  },
  "rules.lagging-metric": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "The metric reports what already happened.",
    "example": "off"
  },
  "rules.many-factors": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Too many conditions in one count.",
    "example": "off"
  },
  "rules.market-condition": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Outside of what the team can influence.",
    "example": "off"
  },
  "rules.composite-score": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A score made of other numbers.",
    "example": "off"
  },
  "rules.statistical-jargon": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Terms that need a statistician, or a glossary.",
    "example": "off"
  },
  "rules.tangled-definition": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A definition too long to say aloud.",
    "example": "off"
  },
  "rules.unexplained-abbreviation": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "An abbreviation that is never explained.",
    "example": "off"
  },
  "rules.goal-as-metric": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A goal in place of a metric.",
    "example": "off"
  },
  "rules.nothing-countable": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A definition that counts nothing.",
    "example": "off"
  },
  "rules.state-of-mind": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A state of mind that nobody can observe.",
    "example": "off"
  },
  "rules.vague-amount": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "An amount without a number.",
    "example": "off"
  },
  "rules.all-time-total": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A total that can only go up.",
    "example": "off"
  },
  "rules.known-vanity-metric": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A known vanity metric.",
    "example": "off"
  },
  "rules.mere-presence": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Counts people for being there.",
    "example": "off"
  },
  "rules.time-in-product": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Counts time in the product, whatever it is spent on.",
    "example": "off"
  },
  "rules.vanity-name": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "The name is that of a vanity metric.",
    "example": "off"
  },
  "rules.duplicate-product": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Two North Stars claim the same product.",
    "example": "off"
  },
  "rules.no-window": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "No time window.",
    "example": "off"
  },
  "rules.broad-input": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "An Input is a state of mind that half the company could be working on.",
    "example": "off"
  },
  "rules.goal-as-input": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "An Input is a goal rather than something to read off.",
    "example": "off"
  },
  "rules.input-as-result": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "An Input is a result of the business.",
    "example": "off"
  },
  "rules.input-as-task": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "An Input is something to do, rather than something that moves.",
    "example": "off"
  },
  "rules.input-repeats-metric": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "An Input is the metric again.",
    "example": "off"
  },
  "rules.input-without-owner": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Nobody owns an Input.",
    "example": "off"
  },
  "rules.narrow-input": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "An Input hangs on a single element or channel.",
    "example": "off"
  },
  "rules.one-factor-for-all": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Every Input drives the same side of the metric.",
    "example": "off"
  },
  "rules.repeated-input": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Two Inputs count the same thing.",
    "example": "off"
  },
  "rules.swapped-input": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "An Input counts value, and the metric a step on the way to it.",
    "example": "off"
  },
  "rules.too-few-inputs": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Fewer than three Inputs.",
    "example": "off"
  },
  "rules.too-many-inputs": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "More than five Inputs.",
    "example": "off"
  },
  "rules.backward-bet": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A bet has cause and effect the wrong way round.",
    "example": "off"
  },
  "rules.bet-at-wrong-level": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A bet stands under something that its level does not belong to.",
    "example": "off"
  },
  "rules.bet-repeats-itself": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "The two halves of a bet say the same thing.",
    "example": "off"
  },
  "rules.closed-without-outcome": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A bet was closed and nobody wrote down what it taught.",
    "example": "off"
  },
  "rules.implicit-id": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Bets call something by an id that is made from its name.",
    "example": "off"
  },
  "rules.input-without-bet": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "No bet stands under an Input.",
    "example": "off"
  },
  "rules.solution-as-opportunity": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A level-2 bet states a solution instead of an opportunity.",
    "example": "off"
  },
  "rules.too-many-active-bets": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "More bets are active than the team's own limit.",
    "example": "off"
  },
  "rules.unknown-for": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A bet stands under something that is not in the file.",
    "example": "off"
  },
  "rules.vague-then": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A bet does not end at what it stands under.",
    "example": "off"
  },
  "rules.wish-as-intervention": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A level-3 bet states a wish instead of something to do.",
    "example": "off"
  },
  "rules.future-date": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Something that has happened is dated in the future.",
    "example": "off"
  },
  "rules.impossible-date": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A date that no calendar has.",
    "example": "off"
  },
  "rules.overdue-review": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "The day of a review has passed.",
    "example": "off"
  },
  "rules.curly-quotes": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Curly quotes around a whole text.",
    "example": "off"
  },
  "rules.denied-point": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "The team's own answer says that a point does not hold.",
    "example": "off"
  },
  "rules.duplicate-id": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "Two things have the same id.",
    "example": "off"
  },
  "rules.other-language": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "The file is not in English and does not say so.",
    "example": "off"
  },
  "rules.unanswered-point": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A point of the checklist has no answer.",
    "example": "off"
  },
  "rules.unfilled-blank": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A blank of the template is not filled in.",
    "example": "off"
  },
  "rules.cut-text": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A `#` or a `&` cuts a text short.",
    "example": "off"
  },
  "rules.malformed-ignore": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "A comment that should ignore something and cannot be read.",
    "example": "off"
  },
  "rules.unknown-ignore": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "An ignore of a rule that cannot be ignored.",
    "example": "off"
  },
  "rules.ignore-without-reason": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "An ignore without a reason.",
    "example": "off"
  },
  "rules.expired-ignore": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "An ignore whose last day has passed.",
    "example": "off"
  },
  "rules.unused-ignore": {
    "kind": "choice",
    "choices": [
      "off",
      "note",
      "warning",
      "error"
    ],
    "description": "An ignore of something that is not found.",
    "example": "off"
  },
  "fail": {
    "kind": "choice",
    "choices": [
      "error",
      "warning",
      "note",
      "never"
    ],
    "description": "What makes lint exit with 1: problems of this severity and graver ones, or a map that also counts warnings.",
    "example": "warning"
  },
  "fail.on": {
    "kind": "choice",
    "choices": [
      "error",
      "warning",
      "note",
      "never"
    ],
    "description": "Problems of this severity and graver ones fail.",
    "example": "warning"
  },
  "fail.max-warnings": {
    "kind": "number",
    "description": "More warnings than this fail, over all files that the configuration counts for.",
    "example": "10"
  },
  "files": {
    "kind": "list",
    "description": "Which files are North Stars, as globs (*, ?, [ab], ** and {a,b}) seen from the configuration's folder; those after a ! are not. Without one that names files, northstar.yaml and every *.northstar.yaml."
  },
  "files.*": {
    "kind": "text",
    "description": ""
  },
  "words": {
    "kind": "map",
    "description": "What words mean in this product. A word counts only as what it is listed under, in all its forms; several words are a phrase."
  },
  "words.value": {
    "kind": "list",
    "description": "Acts in which customers get value from this product."
  },
  "words.value.*": {
    "kind": "text",
    "description": ""
  },
  "words.presence": {
    "kind": "list",
    "description": "Acts that only mean being there."
  },
  "words.presence.*": {
    "kind": "text",
    "description": ""
  },
  "words.vanity": {
    "kind": "list",
    "description": "Things that rise with promotion and say nothing of value."
  },
  "words.vanity.*": {
    "kind": "text",
    "description": ""
  },
  "words.results": {
    "kind": "list",
    "description": "Results of the business, late echoes of value."
  },
  "words.results.*": {
    "kind": "text",
    "description": ""
  },
  "words.audience": {
    "kind": "list",
    "description": "People and organizations who may get value."
  },
  "words.audience.*": {
    "kind": "text",
    "description": ""
  },
  "words.neutral": {
    "kind": "list",
    "description": "Words that speak neither for nor against a metric here."
  },
  "words.neutral.*": {
    "kind": "text",
    "description": ""
  },
  "words.abbreviations": {
    "kind": "list",
    "description": "Abbreviations that everybody in the company knows."
  },
  "words.abbreviations.*": {
    "kind": "text",
    "description": ""
  },
  "render": {
    "kind": "list",
    "description": "Documents that are kept: those of every North Star that the configuration counts for."
  },
  "render.*": {
    "kind": "map",
    "description": "A document that is kept."
  },
  "render.*.to": {
    "kind": "choice",
    "required": true,
    "choices": [
      "one-pager",
      "board",
      "deck",
      "tree",
      "badge",
      "portfolio"
    ],
    "description": "What to make.",
    "example": "one-pager"
  },
  "render.*.out": {
    "kind": "text",
    "required": true,
    "description": "The file to write, as seen from the configuration; its ending decides on the format. {product}, {name}, {folder} and {file} stand for what differs between North Stars.",
    "example": "docs/north-star.md"
  },
  "theme": {
    "kind": "map",
    "description": "The looks of documents."
  },
  "theme.colors": {
    "kind": "map",
    "description": "Colours on a light ground."
  },
  "theme.colors.paper": {
    "kind": "form",
    "description": "The ground of a page.",
    "example": "#ffffff"
  },
  "theme.colors.ink": {
    "kind": "form",
    "description": "Text.",
    "example": "#17203a"
  },
  "theme.colors.accent": {
    "kind": "form",
    "description": "Links, Inputs and what is being worked on.",
    "example": "#2b51c9"
  },
  "theme.colors.deep": {
    "kind": "form",
    "description": "The ground of the metric itself.",
    "example": "#141f45"
  },
  "theme.colors.star": {
    "kind": "form",
    "description": "The star.",
    "example": "#f5b82e"
  },
  "theme.dark": {
    "kind": "map",
    "description": "Colours on a dark ground."
  },
  "theme.dark.paper": {
    "kind": "form",
    "description": "The ground of a page.",
    "example": "#ffffff"
  },
  "theme.dark.ink": {
    "kind": "form",
    "description": "Text.",
    "example": "#17203a"
  },
  "theme.dark.accent": {
    "kind": "form",
    "description": "Links, Inputs and what is being worked on.",
    "example": "#2b51c9"
  },
  "theme.dark.deep": {
    "kind": "form",
    "description": "The ground of the metric itself.",
    "example": "#141f45"
  },
  "theme.dark.star": {
    "kind": "form",
    "description": "The star.",
    "example": "#f5b82e"
  },
  "theme.font": {
    "kind": "form",
    "description": "A font that is on the readers' machines.",
    "example": "Inter"
  },
  "theme.logo": {
    "kind": "text",
    "description": "A PNG or JPEG picture for the corner of documents, as seen from the configuration.",
    "example": "brand/logo.png"
  }
};
