/** What can be wrong with a northstar.config.yaml besides its YAML and its keys. */
import type { RuleDoc } from "../file/problem.js";

function fault(id: string, words: Pick<RuleDoc, "summary" | "why" | "good" | "bad">): RuleDoc {
  return { id, part: "format", severity: "error", question: null, chapter: null, ...words };
}

export const badExtends = fault("bad-extends", {
  summary: "A configuration that cannot be built upon",
  why: "`extends` names a preset, `recommended` or `strict`, or another configuration by its path as seen from this one. That has to lie in the same repository, since a verdict follows from what is reviewed there, and it must not lead back to this file.",
  good: `
extends: strict
`,
  bad: `
extends: strickt
#        ^^^^^^^ there is no preset \`strickt\`; did you mean \`strict\`? The path of a file has a slash or ends in .yaml
`,
});

export const badColor = fault("bad-color", {
  summary: "A colour that is not written as `#rrggbb`",
  why: "Six hexadecimal digits say the same in every document that is made, while names and short forms do not exist in all of them. The quotes are needed, since `#` starts a comment.",
  good: `
theme:
  colors:
    accent: "#2b51c9"
`,
  bad: `
theme:
  colors:
    accent: royalblue
#           ^^^^^^^^^ \`royalblue\` is not a colour with six digits; write it like "#2b51c9"
`,
});

export const badFont = fault("bad-font", {
  summary: "Something that is not the name of a font",
  why: "The name goes into documents as it is: letters, digits, spaces and hyphens, at most 60. Fonts that stand in for it are added by themselves.",
  good: `
theme:
  font: Source Sans 3
`,
  bad: `
theme:
  font: Inter, sans-serif
#       ^^^^^^^^^^^^^^^^^ \`Inter, sans-serif\` is not the name of one font; write letters, digits, spaces and hyphens
`,
});

export const badBet = fault("bad-bet", {
  summary: "A bet that is named for another document than that of a bet",
  why: "`bet` says which bet a document `to: bet` is about. Every other document shows all bets, so it has none of its own.",
  good: `
render:
  - to: bet
    out: docs/templates.md
    bet: templates
`,
  bad: `
render:
  - to: board
    out: docs/templates.md
    bet: templates
#        ^^^^^^^^^ a board shows every bet; leave \`bet\` out, or write \`to: bet\`
`,
});

export const badSheet = fault("bad-sheet", {
  summary: "Paper, or a number of pages, for a document that is not fitted to paper",
  why: "`paper` and `pages` say what a one-pager is printed on and on how many pages it has to fit, as a web page or a PDF. Markdown and other documents take the room that they need.",
  good: `
render:
  - to: one-pager
    out: docs/one-pager.html
    paper: letter
`,
  bad: `
render:
  - to: one-pager
    out: docs/one-pager.md
    paper: letter
#          ^^^^^^ only a one-pager as html or pdf is fitted to paper; leave \`paper\` out, or end \`out\` with .html or .pdf
`,
});

export const badOut = fault("bad-out", {
  summary: "A document that is kept under a name with an unknown placeholder",
  why: "Where a configuration counts for several North Stars, `{product}`, `{name}`, `{folder}` and `{file}` in `out` give each of them a document of its own. A portfolio is one document of all, so its name has none of them.",
  good: `
render:
  - to: one-pager
    out: docs/{product}.md
`,
  bad: `
render:
  - to: one-pager
    out: docs/{produkt}.md
#        ^^^^^^^^^^^^^^^^^ there is no placeholder \`{produkt}\`; did you mean \`{product}\`?
`,
});

export const badArtifact = fault("bad-artifact", {
  summary: "A file of a semantic layer that is named in a way that nobody else can follow",
  why: "`artifacts` says where files of semantic layers are, as seen from the configuration. A path that starts at the root of a machine is another one elsewhere, and nothing is asked for on the web: a verdict follows from files that lie in the repository, or that a build puts there.",
  good: `
artifacts:
  dbt: warehouse/target/manifest.json
`,
  bad: `
artifacts:
  cube: https://example.com/cubejs-api/v1/meta
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing is asked for on the web; save the answer as a file, and write its path as seen from this file
`,
});

export const badHorizon = fault("bad-horizon", {
  summary: "A horizon whose ends are swapped",
  why: "A horizon says after how long a bet shows something at the soonest (`least`) and at the latest (`most`). Without `most` it is open.",
  good: `
horizons:
  interventions: { least: 2 weeks, most: 6 weeks }
`,
  bad: `
horizons:
  interventions: { least: 6 weeks, most: 2 weeks }
#                                        ^^^^^^^ \`2 weeks\` is shorter than \`6 weeks\`; write the shorter time as \`least\`
`,
});

export const wordTwice = fault("word-twice", {
  summary: "A word that is listed under two meanings",
  why: "A word of the team's own counts only as what it is listed under, so it can be listed once. Where it means one thing in one place and another elsewhere, list the phrases: `open a parcel`, `open the app`.",
  good: `
words:
  value: [open a parcel]
  presence: [open the app]
`,
  bad: `
words:
  value: [open]
  presence: [open]
#            ^^^^ \`open\` is listed under \`value\` already; keep one of the two
`,
});
