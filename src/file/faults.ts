/** What can be wrong with a file before any rule looks at it: its text, its YAML and its shape. */
import type { RuleDoc } from "./problem.js";

function fault(id: string, words: Pick<RuleDoc, "summary" | "why" | "good" | "bad">): RuleDoc {
  return { id, part: "format", severity: "error", question: null, chapter: null, ...words };
}

export const tooLarge = fault("too-large", {
  summary: "The file is too large",
  why: "A North Star fits on a few pages, because people read it aloud to each other. More than a million characters, or 100,000 words and signs of YAML, is another file that was named by mistake, or one that is meant to keep machines busy.",
  good: "",
  bad: "",
});

export const notText = fault("not-text", {
  summary: "The file is not text",
  why: "A picture, an archive or a spreadsheet has nothing that could be read here. Old editors, too, save letters such as é in a form of their own: let the editor save the file as UTF-8.",
  good: "",
  bad: "",
});

export const hiddenCharacter = fault("hidden-character", {
  summary: "A character that nobody can see",
  why: "Control characters and those that turn the direction of reading can make a text say something else than it shows, so a reviewer would approve what is not there. Mostly they came along when something was copied from a web page or a chat. That goes for codes such as `\\u202E` in double quotes as well.",
  good: `
name: Weekly Learning Users
`,
  bad: String.raw`
name: "Weekly \u202ELearning Users"
#             ^^^^^^ a character that turns the direction of reading (U+202E) hides here; delete it, since nobody who reviews the file can see it
`,
});

export const emptyFile = fault("empty-file", {
  summary: "The file is empty",
  why: "A file that is empty, or that holds only comments, says nothing yet. The first two lines are the hardest; `northstar init` asks for them.",
  good: `
name: Weekly Learning Users
`,
  bad: "",
});

export const mergeConflict = fault("merge-conflict", {
  summary: "Git left a conflict in the file",
  why: "Two people changed the same lines, and git could not tell which version counts. Somebody who knows both decides, and deletes the three lines that git wrote.",
  good: `
name: Weekly Learning Users
`,
  bad: `
<<<<<<< HEAD
#^^^^^^^^^^^ git left a conflict here; keep one of the two versions and delete the lines with \`<<<\`, \`===\` and \`>>>\`
name: Weekly Learning Users
=======
name: Weekly Querying Users
>>>>>>> new-name
`,
});

export const severalDocuments = fault("several-documents", {
  summary: "The file holds more than one document",
  why: "A line of three dashes starts a new document. One file holds one North Star: a product has only one, and a second product keeps its own file.",
  good: `
---
name: Weekly Learning Users
`,
  bad: `
name: Weekly Learning Users
---
#^^ a second document starts here; keep one North Star per file, and take this line out if there is only one
name: Monthly Ordering Guests
`,
});

export const tabIndentation = fault("tab-indentation", {
  summary: "A line is indented with a tab",
  why: "What belongs together in YAML is shown by the spaces before a line. A tab has no fixed width, so YAML forbids it there.",
  good: `
limits:
  active: 3
`,
  bad: `
limits:
  	active: 3
# ^ a tab stands here; YAML is indented with spaces, so type 2 spaces instead
`,
});

export const badIndentation = fault("bad-indentation", {
  summary: "A line starts in the wrong column",
  why: "What belongs together starts in the same column: the keys of an Input under each other, the dashes of a list under each other. A long text may go on in the next line when that is indented further than its key.",
  good: `
inputs:
  - name: Broadcasted Learnings
    owner: Sharing pod
`,
  bad: `
inputs:
  - name: Broadcasted Learnings
   owner: Sharing pod
#  ^^^^^^^^^^^^^^^^^^ this key has 3 spaces before it, which fits nothing above; with 4 spaces it stands beside \`name\`
`,
});

export const missingColon = fault("missing-colon", {
  summary: "A key has no colon",
  why: "A key and what it holds are separated by a colon and a space: `owner: Sharing pod`.",
  good: `
owner: Sharing pod
`,
  bad: `
definition: Users who have shared a learning in the previous seven days.
owner Sharing pod
#^^^^ \`owner\` needs a colon and a space behind it
`,
});

export const missingSpace = fault("missing-space", {
  summary: "A space is missing behind a colon or a dash",
  why: "Only a colon with a space behind it ends a key, since a text may hold colons too, as in `https://example.com`. The dash of a list needs its space for the same reason.",
  good: `
owner: Sharing pod
`,
  bad: `
definition: Users who have shared a learning in the previous seven days.
owner:Sharing pod
#^^^^^ \`owner:\` needs a space behind the colon
`,
});

export const unquotedText = fault("unquoted-text", {
  summary: "A text needs quotes around it",
  why: "Most texts need no quotes. Some signs have a meaning of their own in YAML: a colon with a space behind it, a `#` with a space before it, and any of ``@ ` % & * ! | > [ ] { }`` at the start. In double quotes all of them are text.",
  good: `
name: "Learning: Weekly Users"
owner: "@sam"
`,
  bad: `
name: Learning: Weekly Users
#     ^^^^^^^^^^^^^^^^^^^^^^ a text with a colon and a space in it needs quotes around it
`,
});

export const unclosedQuote = fault("unclosed-quote", {
  summary: "A quote is opened and never closed",
  why: "A text that starts with a quote goes on to the next quote of the same kind, over many lines if need be. Without it, the rest of the file is read as text. Most texts need no quotes at all.",
  good: `
name: "Weekly Learning Users"
`,
  bad: `
name: "Weekly Learning Users
#     ^^^^^^^^^^^^^^^^^^^^^^ the text that opens with \`"\` is never closed; put a \`"\` at its end
owner: Sharing pod
`,
});

export const badEscape = fault("bad-escape", {
  summary: "A backslash that means nothing",
  why: "In double quotes a backslash starts a code, such as `\\n` for a new line. In single quotes, and without quotes, it is a sign like any other.",
  good: `
owner: 'sharing\\pod'
`,
  bad: `
owner: "sharing\\pod"
#              ^^ \`\\p\` means nothing in double quotes; use single quotes, or write two backslashes
`,
});

export const badBrackets = fault("bad-brackets", {
  summary: "Brackets or commas do not fit together",
  why: "A list in `[ ]` and a map in `{ }` hold items with a comma between them. A list with a dash on each line says the same and has fewer signs to forget.",
  good: `
links: [https://example.com/1, https://example.com/2]
`,
  bad: `
excludes: [employees, test accounts
#         ^^^^^^^^^^^^^^^^^^^^^^^^^ \`[\` opens here and is never closed; put a \`]\` behind what belongs to it
owner: Sharing pod
`,
});

export const unquotedComma = fault("unquoted-comma", {
  summary: "A comma ends a text too early",
  why: "In `{ }` a comma starts the next key, so what stands behind it would be a key without a value. Quotes keep the comma in the text, and so does a map with one key on each line.",
  good: `
bets:
  - level: 3
    for: starting-points
    if: we ship chart templates
    then: newcomers start from one
    outcome: { date: 2026-11-02, verdict: won, learned: "Used by many, and liked." }
`,
  bad: `
bets:
  - level: 3
    for: starting-points
    if: we ship chart templates
    then: newcomers start from one
    outcome: { date: 2026-11-02, verdict: won, learned: Used by many, and liked. }
#                                                       ^^^^^^^^^^^^^^^^^^^^^^^^ a comma in \`{ }\` ends a text; put the whole text in quotes
`,
});

export const undefinedAlias = fault("undefined-alias", {
  summary: "A `*` refers to nothing",
  why: "`&pod` gives a value a name, and `*pod` further down stands for that value. Few North Stars need this; more often a text was meant to start with an asterisk, and then it needs quotes.",
  good: `
inputs:
  - name: Broadcasted Learnings
    definition: Charts consumed by two or more people in seven days.
    owner: &pod Sharing pod
  - name: Activated Organizations
    definition: Organizations in which three people have run a query in seven days.
    owner: *pod
`,
  bad: `
inputs:
  - name: Broadcasted Learnings
    definition: Charts consumed by two or more people in seven days.
    owner: &sharing Sharing pod
  - name: Activated Organizations
    definition: Organizations in which three people have run a query in seven days.
    owner: *shareing
#          ^^^^^^^^^ nothing above is called \`&shareing\`; did you mean \`*sharing\`?
`,
});

export const aliasLoop = fault("alias-loop", {
  summary: "A value that contains itself",
  why: "An alias inside the very value that it refers to would have to be written out without end.",
  good: `
x-pods: &pods [sharing, onboarding]
x-teams: *pods
`,
  bad: `
x-pods: &pods [sharing, *pods]
#                       ^^^^^ this alias stands inside what it refers to, so there is no end to it; write out what is meant
`,
});

export const aliasBomb = fault("alias-bomb", {
  summary: "Aliases repeat too much",
  why: "Aliases that refer to aliases multiply: nine lines can stand for a billion values, which would fill the memory of whoever opens the file. No North Star needs more than ten thousand repeated values.",
  good: `
x-pods: &pods [sharing, onboarding]
x-teams: *pods
`,
  bad: `
x-a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
x-b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
x-c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
x-d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
#                                    ^^ aliases repeat more than 10,000 values; write out what is meant where it is used
x-e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
`,
});

export const badMerge = fault("bad-merge", {
  summary: "`<<` takes over something that has no keys",
  why: "`<<: *other` copies the keys of another map to this place. A text or a number has no keys to copy.",
  good: `
x-defaults: &defaults { owner: Sharing pod }
inputs:
  - <<: *defaults
    name: Broadcasted Learnings
    definition: Charts consumed by two or more people in seven days.
`,
  bad: `
x-owner: &owner Sharing pod
inputs:
  - <<: *owner
#       ^^^^^^ \`<<\` takes over the keys of a map, such as \`<<: *other\`, and this is none
    name: Broadcasted Learnings
    definition: Charts consumed by two or more people in seven days.
`,
});

export const duplicateKey = fault("duplicate-key", {
  summary: "A key stands twice in the same place",
  why: "Only one of the two could count, and nobody who reads the file can tell which. This happens when a line is copied and the old one stays, or when a list's item lacks its dash.",
  good: `
owner: Sharing pod
`,
  bad: `
owner: Sharing pod
owner: Onboarding pod
#^^^^ \`owner\` stands here a second time; keep one of the two
`,
});

export const missingDash = fault("missing-dash", {
  summary: "The items of a list have no dashes",
  why: "A dash says where an item of a list starts. Without dashes all lines belong to one item, and only one name could count.",
  good: `
inputs:
  - name: Broadcasted Learnings
    definition: Charts consumed by two or more people in seven days.
  - name: Active Experts
    definition: Colleagues who answer a question in seven days.
`,
  bad: `
inputs:
  name: Broadcasted Learnings
# ^^^^ \`inputs\` is a list: put a dash and a space before each \`name:\` that starts an item, and two spaces before the lines below it
  definition: Charts consumed by two or more people in seven days.
  name: Active Experts
  definition: Colleagues who answer a question in seven days.
`,
});

export const badKey = fault("bad-key", {
  summary: "Something that cannot be a key",
  why: "A key is a word with a colon behind it. A list or a map in its place, or nothing at all, is mostly a text that needs quotes.",
  good: `
name: "[Draft]: Weekly Learning Users"
`,
  bad: `
[Draft]: Weekly Learning Users
#^^^^^^ a key must be a word; put this text in quotes
`,
});

export const forbiddenKey = fault("forbidden-key", {
  summary: "A key that has a meaning of its own in programs",
  why: "`__proto__` changes how programs see every other value, so files with it are used for attacks. A key of your own, which starts with `x-`, can have any other name.",
  good: `
x-prototype: https://example.com/p/7
`,
  bad: `
x-notes:
  __proto__: anything
# ^^^^^^^^^ \`__proto__\` has a meaning of its own in programs; choose another key
`,
});

export const tooDeep = fault("too-deep", {
  summary: "Lists and maps stand too deep inside one another",
  why: "The format itself needs five levels. Hundreds of them are a mistake, or are meant to bring programs down.",
  good: `
x-pods: [[sharing, onboarding]]
`,
  bad: `
x-pods: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ sharing ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
#                                              ^ more than 40 lists and maps stand inside one another here; a North Star needs five at most
`,
});

export const notYaml = fault("not-yaml", {
  summary: "The file cannot be read as YAML",
  why: "YAML is text with keys, colons and indentation. Where it breaks, nothing below can be relied upon, so no rule looks at the file before this is mended.",
  good: `
name: Weekly Learning Users
`,
  bad: `
name: Weekly Learning Users
owner: &sharing &pod Sharing pod
#               ^^^^ this cannot be read as YAML (a node can have at most one anchor); compare its colons, quotes and indentation with the lines around it
`,
});

export const noKeys = fault("no-keys", {
  summary: "The file does not start with keys",
  why: "A North Star is told in keys and what they hold, starting with `name:` and `definition:`. `northstar init` writes a file to begin with.",
  good: `
name: Weekly Learning Users
`,
  bad: `
- Weekly Learning Users
#^^^^^^^^^^^^^^^^^^^^^^ the file is a list; it should start with a key, such as \`name:\`
- Monthly Ordering Guests
`,
});

export const missingField = fault("missing-field", {
  summary: "Something that is needed is missing",
  why: "Four keys make a North Star: `name`, `definition`, `game` and `inputs`. An Input needs a name and a definition; a bet its level, what it is for, and its if and then. Nearly everything else may be left out.",
  good: `
name: Weekly Learning Users
definition: Users who have shared a learning in the previous seven days.
game: productivity
inputs:
  - name: Broadcasted Learnings
    definition: Charts consumed by two or more people in seven days.
`,
  bad: `
name: Weekly Learning Users
#^^^ \`game\` is missing; write for example \`game: productivity\`
definition: Users who have shared a learning in the previous seven days.
inputs:
  - name: Broadcasted Learnings
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ this Input has no \`definition\`; write for example \`definition: Charts and dashboards consumed by two or more people in seven days.\`
    owner: Sharing pod
`,
});

export const unknownKey = fault("unknown-key", {
  summary: "A key that the format does not have",
  why: "A misspelt key would be passed over in silence, and what it says with it. Keys are single lower-case words; a key of your own starts with `x-`, and is kept and ignored.",
  good: `
owner: Sharing pod
x-dashboard: https://example.com/d/7
`,
  bad: `
onwer: Sharing pod
#^^^^ \`onwer\` is not a key of the format; did you mean \`owner\`?
`,
});

export const severalSources = fault("several-sources", {
  summary: "Something is defined in two places",
  why: "`source` says whose definition counts when a number is asked for. Two places will differ one day, and then nobody can tell which number was meant. Other places can be linked under `sources`.",
  good: `
source: { dbt: weekly_learning_users }
`,
  bad: `
source: { dbt: weekly_learning_users, cube: Learnings.weekly_users }
#^^^^^ \`source\` names one place, and here are \`dbt\` and \`cube\`; keep the one whose definition counts
`,
});

export const badAddress = fault("bad-address", {
  summary: "Something that is not the address of a page",
  why: "An address starts with `https://` or `http://`, so that whoever reads it can go there. What a semantic layer calls a metric has keys of its own: `dbt`, `ossie`, `cube`, `lightdash`, `malloy` and `rill`.",
  good: `
source: { url: https://example.com/d/7 }
`,
  bad: `
source: { url: weekly_learning_users }
#              ^^^^^^^^^^^^^^^^^^^^^ \`weekly_learning_users\` is not the address of a page; write it like https://example.com/d/7
`,
});

export const emptyValue = fault("empty-value", {
  summary: "A key without anything behind it",
  why: "An empty key says that somebody meant to write something. Fill it in, or take the line out: everything but `name`, `definition`, `game` and `inputs` may be missing.",
  good: `
owner: "#1 team"
`,
  bad: `
vision:
#^^^^^ \`vision\` is empty; write for example \`vision: Help companies build better products.\`
owner: #1 team
#^^^^ \`owner\` is empty, because a text cannot start with \`#\`; put it in quotes
`,
});

export const wrongType = fault("wrong-type", {
  summary: "A list, a number or a map where something else is meant",
  why: "YAML reads `2026` as a number, `true` as a truth value and a line with a dash as a list. Quotes make a text of anything.",
  good: `
product: "2026"
excludes:
  - employees
`,
  bad: `
product: 2026
#        ^^^^ \`product\` is a text, and this reads as a number; put it in quotes: "2026"
excludes: employees
#         ^^^^^^^^^ \`excludes\` is a list, and this is a text; start each item on a line of its own with a dash
`,
});

export const unknownValue = fault("unknown-value", {
  summary: "A value that is none of those to choose from",
  why: "Some keys take one of a few words, so that everybody means the same by them and the board, the tree and the slides can be drawn.",
  good: `
status: candidate
`,
  bad: `
status: canditate
#       ^^^^^^^^^ \`status\` is candidate, adopted or retired; did you mean \`candidate\`?
`,
});

export const badNumber = fault("bad-number", {
  summary: "A number that makes no sense here",
  why: "What may be counted has a least value: less than one active bet would forbid all work, and there are never fewer warnings than none.",
  good: `
limits: { active: 3 }
`,
  bad: `
limits: { active: 0 }
#                 ^ \`active\` is at least 1, not 0
`,
});

export const badDate = fault("bad-date", {
  summary: "A day that is not written as year, month and day",
  why: "`2026-12-15` reads the same everywhere, while 12/11/2026 is a day in November to some and in December to others.",
  good: `
review: { last: 2026-09-01 }
`,
  bad: `
review: { last: 1.9.2026 }
#               ^^^^^^^^ \`1.9.2026\` is not a day as year, month and day; write 2026-09-01
`,
});

export const badDuration = fault("bad-duration", {
  summary: "A duration that is not a number and a unit",
  why: "From `6 months` it can be reckoned when the next review is due. The units are day, week, month, quarter and year.",
  good: `
review: { every: 6 months }
`,
  bad: `
review: { every: half a year }
#                ^^^^^^^^^^^ \`half a year\` is not a number and a unit; write 6 months
`,
});

export const badId = fault("bad-id", {
  summary: "An id that others could not refer to",
  why: "Bets name what they stand under by its id, so an id is one word: letters and digits, joined by hyphens. An Input or a result without an id goes by its name.",
  good: `
results:
  - id: net-retention
    name: Net retention
`,
  bad: `
results:
  - id: Net retention (%)
#       ^^^^^^^^^^^^^^^^^ \`Net retention (%)\` cannot be an id, which has letters, digits and hyphens; write \`net-retention\`
    name: Net retention
`,
});

export const badLanguage = fault("bad-language", {
  summary: "A language that has no such short name",
  why: "The language decides whether the English text rules look at the file, so it is written in the short form that every program knows: `en`, `de`, `pt-BR`.",
  good: `
language: de
`,
  bad: `
language: Deutsch (Schweiz)
#         ^^^^^^^^^^^^^^^^^ \`Deutsch (Schweiz)\` is not the short name of a language; write for example en, de or pt-BR
`,
});

export const badPath = fault("bad-path", {
  summary: "A path that leads out of the folder of the file",
  why: "A series and its query are reviewed beside the North Star, so they stand in its folder or below. A path that starts at the root of the machine, or that climbs with `..`, would mean another file on every machine.",
  good: `
series: data/weekly-learning-users.csv
`,
  bad: `
series: ../data/weekly-learning-users.csv
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`../data/weekly-learning-users.csv\` leads out of the folder of this file; keep the file in it or below, and write for example data/weekly-learning-users.csv
`,
});

export const badConnection = fault("bad-connection", {
  summary: "Something that is not the name of a connection",
  why: "Whoever can read the file would know the address, and often the password in it. So the file has a name only, and the address stands in an environment variable of those who may ask: that of `warehouse` in `NORTHSTAR_CONN_WAREHOUSE`.",
  good: `
on: warehouse
`,
  bad: `
on: postgres://db.example.org/shop
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a connection is named here, and its address kept in the environment; write for example \`on: warehouse\`, and put the address into NORTHSTAR_CONN_WAREHOUSE
`,
});

export const passwordInFile = fault("password-in-file", {
  summary: "An address with a password in it",
  why: "Git keeps what it once had, so a password in a file is known to everybody who may read the repository, also after it was taken out. Change it, and keep the new one where only the program that needs it can read it: an environment variable, or the secrets of the pipeline.",
  good: `
sources: ["https://example.com/dashboard"]
`,
  bad: `
sources: ["https://ada:lovelace@example.com/dashboard"]
#                      ^^^^^^^^ this is a password, and whoever reads the file has it; take it out, and change it where it counts
`,
});

export const badSeries = fault("bad-series", {
  summary: "A series that cannot be read",
  why: "A series is a small file that people review: the line `t,value`, then one line for each period with its first day as year, month and day, a comma and the number. A period without a number has no line, and is a gap. There are no other columns, so that no file holds people. Nothing is guessed, because programs that guess read `05/01/26` as a day in 2005 and `1,300` as two columns.",
  good: "",
  bad: "",
});

export const badQuery = fault("bad-query", {
  summary: "A query that is not one SELECT",
  why: "A query only reads, and gives one day and one value for each period. So its file holds one SELECT, which may have a WITH before it, and nothing that writes or that begins a second statement. Which rows it gives is the engine's to say.",
  good: "",
  bad: "",
});

export const badLock = fault("bad-lock", {
  summary: "A lock that cannot be read",
  why: "`northstar.lock` stands beside a North Star and is written by northstar alone: which definitions the team accepted, how its series were measured, and what its bets expected when their evidence was first looked at. It is kept in git, so that a change of any of these is seen in review.",
  good: "",
  bad: "",
});
