/** What a document shows the findings of: the rules of the points; and of blanks, with which there is none. */
import { pointOf } from "../../../file/problem.js";
import { unfilledBlank } from "../../../lint/rules/format/unfilled-blank.js";
import { rules } from "../../../lint/rules/index.js";

export const documentRules = rules.filter(
  (rule) => pointOf(rule.part) !== null || rule.id === unfilledBlank.id,
);
