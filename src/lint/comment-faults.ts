/** The rules about comments: those that cut a text by accident, and those that ignore a rule. */
import type { RuleDoc, Severity } from "../file/problem.js";

function fault(
  id: string,
  severity: Severity,
  words: Pick<RuleDoc, "summary" | "why" | "question" | "good" | "bad">,
): RuleDoc {
  return { id, severity, part: "format", chapter: null, ...words };
}

export const cutText = fault("cut-text", "warning", {
  summary: "A `#` or a `&` cuts a text short",
  why: "A `#` with a space before it starts a comment, so what stands behind it never reaches a slide or a tree, and nobody sees it go. A word that starts with `&` at the beginning of a text names the place for YAML, and is lost, too. In double quotes both are a part of the text. A comment that is meant as one has a space behind its `#`.",
  question: null,
  good: `
owner: "Team #1" # until spring
`,
  bad: `
owner: Team #1
#           ^^ \`#1\` is a comment, and the text ends at \`Team\`; put the whole text in quotes, or a space behind the \`#\` if a comment is meant
`,
});

export const malformedIgnore = fault("malformed-ignore", "error", {
  summary: "A comment that should ignore something and cannot be read",
  why: "An ignore names its rules, perhaps a last day, and behind a colon the reason: `# northstar-ignore lagging-metric until 2027-01-31: the shops' revenue, until visits are counted`. What is written in another way would be passed over in silence.",
  question: null,
  good: `
# northstar-ignore lagging-metric until 2099-12-31: the shops' revenue, until visits are counted
name: Monthly Shop Revenue
`,
  bad: `
# northstar-disable lagging-metric
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`northstar-disable\` is no ignore; write \`# northstar-ignore rule-id: why it is fine here\`
name: Monthly Shop Revenue
`,
});

export const unknownIgnore = fault("unknown-ignore", "error", {
  summary: "An ignore of a rule that cannot be ignored",
  why: "A misspelt rule would be ignored nowhere, and nobody would notice. What keeps a file from being read, and what is wrong with ignores themselves, can only be mended.",
  question: null,
  good: `
# northstar-ignore lagging-metric: revenue of the shops that we serve, not ours
name: Monthly Shop Revenue
`,
  bad: `
# northstar-ignore laging-metric: revenue of the shops that we serve, not ours
#                  ^^^^^^^^^^^^^ there is no rule \`laging-metric\`; did you mean \`lagging-metric\`?
name: Monthly Shop Revenue
`,
});

export const ignoreWithoutReason = fault("ignore-without-reason", "error", {
  summary: "An ignore without a reason",
  why: "An ignore is an answer to a question that the rule asks. Without the reason, the next reader has to ask again, and nobody can tell later whether it still holds.",
  question: "What would you say to a colleague who asks why the rule is wrong here?",
  good: `
# northstar-ignore lagging-metric: revenue of the shops that we serve, not ours
name: Monthly Shop Revenue
`,
  bad: `
# northstar-ignore lagging-metric
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the reason is missing; say behind a colon why the rule is wrong here
name: Monthly Shop Revenue
`,
});

export const expiredIgnore = fault("expired-ignore", "warning", {
  summary: "An ignore whose last day has passed",
  why: "With `until` a team says that it will look again. From the day after, the rule speaks again, so that looking again is not forgotten.",
  question: "Does the reason still hold?",
  good: `
# northstar-ignore lagging-metric until 2099-12-31: the shops' revenue, until visits are counted
name: Monthly Shop Revenue
`,
  bad: `
# northstar-ignore lagging-metric until 2025-12-31: the shops' revenue, until visits are counted
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this counted until 2025-12-31; take it out, or decide again and give it a new day
name: Monthly Shop Revenue
`,
});

export const unusedIgnore = fault("unused-ignore", "warning", {
  summary: "An ignore of something that is not found",
  why: "The text has changed, or the rule has: nothing is left to be ignored. If the comment stayed, it would hide the fault when it comes back for another reason.",
  question: null,
  good: `
name: Weekly Learning Users
`,
  bad: `
# northstar-ignore lagging-metric: revenue of the shops that we serve, not ours
#                  ^^^^^^^^^^^^^^ \`lagging-metric\` finds nothing here; take it out of the comment
name: Weekly Learning Users
`,
});
