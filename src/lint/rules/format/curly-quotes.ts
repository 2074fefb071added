import type { Rule } from "../../rule.js";

export const curlyQuotes: Rule = {
  id: "curly-quotes",
  part: "format",
  severity: "warning",
  summary: "Curly quotes around a whole text",
  why: `Word processors and chats bend quotes. Bent ones are letters to YAML, so the name keeps them on every slide,
and what stands between them is not protected: a colon or a \`#\` still ends the text. Most texts need no quotes.`,
  question: null,
  chapter: null,
  good: `
name: Weekly Learning Users
product: "Learning: The App"
`,
  bad: `
name: “Weekly Learning Users”
#     ^^^^^^^^^^^^^^^^^^^^^^^ these quotes are a part of the text; take them away, or type straight ones
`,
  *check({ texts }) {
    for (const { path, text } of texts) {
      const said = isSpoken.has(String(path[0])) ? undefined : between(text);
      if (said === undefined) continue;
      yield {
        path,
        message: "these quotes are a part of the text; take them away, or type straight ones",
        fix: { title: "take them away", safe: true, changes: [{ set: path, to: said }] },
      };
    }
  },
};

/** What people say aloud may well stand in quotes. */
const isSpoken: ReadonlySet<string> = new Set(["checklist", "beliefs", "exchanges"]);

/** The text between the only two quotes, at its start and at its end. */
function between(text: string): string | undefined {
  return /^\s*(?:“([^“”„]+)”|„([^“”„]+)[“”]|‘([^‘’‚]+)’|«([^«»]+)»)\s*$/u
    .exec(text)
    ?.slice(1)
    .find((said) => said?.trim())
    ?.trim();
}
