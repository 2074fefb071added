/** Every rule, in the order of the checklist; test/rules.test.ts holds the list against the folder. */
import type { Rule } from "../rule.js";

export const rules: readonly Rule[] = [];
