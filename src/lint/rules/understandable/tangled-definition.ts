import type { Rule } from "../../rule.js";

export const tangledDefinition: Rule = {
  id: "tangled-definition",
  part: "understandable",
  severity: "warning",
  english: true,
  summary: "A definition too long to say aloud",
  why: `A definition is repeated in meetings, on slides and to new colleagues. When it needs more than about sixty words
or half a dozen clauses, people remember different halves of it. Exclusions and edge cases have keys of their own:
\`excludes\`, \`population\`, \`window\`, \`unit\`.`,
  question: "What would you leave out if you had to say it in one breath?",
  chapter: 2,
  good: `
name: Weekly Trusted Conversations
definition: Number of conversations in a week in which both sides are verified and the other side replies.
excludes: [conversations marked as spam]
`,
  bad: `
name: Weekly Trusted Conversations
definition: >-
  Number of conversations in a week in which both sides are verified, and in which the other side replies within
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 76 words are too many to say aloud: keep the sentence and move exclusions and details to their own keys
  two days, provided that no message was marked as spam by either of them or by a moderator, that neither account
  was opened in the same week, that at least one message is longer than ten words, and that the conversation was
  not opened from a campaign of ours, counted once for each pair of people.
`,
  *check({ metric }) {
    const words = metric.definition.split(/\s+/).length;
    if (words <= 60) return;
    yield {
      path: ["definition"],
      message: `${words} words are too many to say aloud: keep the sentence and move exclusions and details to their own keys`,
    };
  },
};
