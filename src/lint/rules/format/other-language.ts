import { languageName, languageOf } from "../../../reading/language.js";
import type { Rule } from "../../rule.js";

export const otherLanguage: Rule = {
  id: "other-language",
  part: "format",
  severity: "note",
  summary: "The file is not in English and does not say so",
  why: `Many rules read English. In another language they would find faults where there are none, so they stay silent
as soon as a text looks like one. With \`language\` in the file nobody has to guess, and documents are set in it, too.`,
  question: null,
  chapter: null,
  good: `
language: de
name: Gemeinsam gelernt
definition: Anzahl der Personen, die in der Woche eine Erkenntnis teilen, die zwei Kollegen lesen.
`,
  bad: `
name: Gemeinsam gelernt
definition: Anzahl der Personen, die in der Woche eine Erkenntnis teilen, die zwei Kollegen lesen.
#^^^^^^^^^ this looks like German, so the rules that read English stay silent: is it? Then add \`language: de\`, else \`language: en\`
`,
  *check({ star }) {
    const language = languageOf(star);
    if (star.language !== undefined || language === "en") return;
    yield {
      path: ["definition"],
      at: "key",
      message: `this looks like ${languageName(language)}, so the rules that read English stay silent: is it? Then add \`language: ${language}\`, else \`language: en\``,
      fix: {
        title: `add \`language: ${language}\``,
        safe: false,
        changes: [{ set: ["language"], to: language }],
      },
    };
  },
};
