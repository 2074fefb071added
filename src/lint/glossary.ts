/** The playbook's terms in our own words; pure data. */
import { horizonOf, horizonText } from "../config/horizons.js";
import { inputCountInWords } from "./playbook.js";

/** A word of the framework, or of this tool where `chapter` is null. */
export interface Term {
  name: string;
  /** Other words by which people look for it. */
  also: readonly string[];
  meaning: string;
  example: string;
  chapter: number | null;
}

/** How far the bets of a level usually look ahead. */
function horizon(level: number): string {
  return horizonText(horizonOf(level) ?? { least: "" });
}

/** The terms in the order in which a newcomer meets them. */
export const glossary: readonly Term[] = [
  {
    name: "North Star Metric",
    also: ["north star", "metric", "nsm"],
    meaning: `The one rate, count or ratio that shows whether customers get the value your product is there for. It
stands between the team's work and the results of the business: the Inputs move it, and it moves the results. A
product has one.`,
    example:
      "Weekly Learning Users: people whose learning two colleagues took in within seven days (Amplitude).",
    chapter: 1,
  },
  {
    name: "name and definition",
    also: ["name", "definition"],
    meaning: `The two halves of a metric. The name is short enough to be said in a corridor; the definition leaves no
doubt about what is counted: whose doing, doing what, how much of it, in which period.`,
    example:
      "Frequent Content Sharers: subscribers who shared two or more articles a week over twelve weeks.",
    chapter: 4,
  },
  {
    name: "Input",
    also: ["inputs"],
    meaning: `One of ${inputCountInWords} factors that together produce the metric. Teams work on Inputs, not on the metric
itself. Good ones move somewhat independently, are written as carefully as the metric, and leave room for many
ideas.`,
    example: "Orders completed per customer each month, for a metric of items received on time.",
    chapter: 1,
  },
  {
    name: "factor",
    also: ["factors", "breadth", "depth", "frequency", "efficiency"],
    meaning: `The side from which an Input drives the metric: breadth (how many), depth (how much), frequency (how
often), efficiency (how well). Health stands for what customers never see but everything rests on, such as uptime
or the time from idea to release. A pattern to think with, not a form to fill.`,
    example: "Breadth: customers who order. Depth: items in an order. Efficiency: orders on time.",
    chapter: 3,
  },
  {
    name: "results",
    also: ["result", "business results", "impact", "outcomes"],
    meaning: `What the metric should lead to: revenue, renewals and the like for the business, lasting value for
customers. Results come late and have many causes, so they are what the metric predicts and not the metric.`,
    example: "Renewals and account expansion, a few months after learning users rise.",
    chapter: 1,
  },
  {
    name: "game",
    also: [
      "games",
      "attention",
      "transaction",
      "productivity",
      "attention game",
      "transaction game",
      "productivity game",
    ],
    meaning: `What your product competes for. Attention: customers spend their time well. Transaction: they buy, book
or order what suits them. Productivity: they get work done faster or better. Most products could claim two; the game
is where the value is, and choosing one settles a good part of the metric.`,
    example: "A league's app sells season passes, but watching the matches is the value: attention.",
    chapter: 3,
  },
  {
    name: "checklist",
    also: ["North Star Checklist", "points", "seven points"],
    meaning: `Seven points that a North Star Metric is held against. Here each gets a state: met (the team has answered
and nothing speaks against it), open (no answer), doubtful (a warning stands), broken (an error stands).`,
    example: "5 of 7 points met, 1 open, 1 broken",
    chapter: 2,
  },
  {
    name: "leading indicator",
    also: ["lead measure"],
    meaning: `Something that can be seen before the result it announces, early enough to act on.`,
    example:
      "Three titles in a new member's queue after the first session, months before the renewal (Netflix, 2005).",
    chapter: 2,
  },
  {
    name: "lagging indicator",
    also: ["lagging"],
    meaning: `Something that only confirms what has already happened. It keeps the score; by the time it moves, what moved it is long past.`,
    example: "Monthly revenue, churn, average revenue per user.",
    chapter: 2,
  },
  {
    name: "vanity metric",
    also: ["vanity metrics"],
    meaning: `A number that makes a team feel good and tells it nothing about lasting success. What is counted decides,
not the word: an active user is vanity when active means logged in, and is not when it means a job done.`,
    example: "Page views, downloads, registered users, story points delivered.",
    chapter: 2,
  },
  {
    name: "proxy metric",
    also: ["proxy"],
    meaning: `Something you can observe that stands in for something you cannot. Say what it stands for, so that it can
be changed when the two drift apart.`,
    example: "Posts in the discussion after a film, for people who thought about it at home.",
    chapter: 2,
  },
  {
    name: "value exchange",
    also: ["key value exchange", "exchange", "exchanges"],
    meaning: `A moment in which a customer's time, money or effort is paid back with what they came for, in the product
or outside it. Most products have three to six that matter, and a good metric counts one of them.`,
    example: "The concert-goer sits down in the seat that was booked.",
    chapter: 5,
  },
  {
    name: "belief",
    also: ["beliefs", "assumption"],
    meaning: `What the team takes for true about its customers and its market without proof. A North Star rests on
beliefs; written down, they can be questioned before the metric is.`,
    example: "A learning that nobody else sees changes little.",
    chapter: 5,
  },
  {
    name: "product vision",
    also: ["vision"],
    meaning: `Where the product should take its customers, in a sentence. What makes it distinct should show up again
in the metric.`,
    example: "Help companies build better products.",
    chapter: 5,
  },
  {
    name: "product strategy",
    also: [],
    meaning: `What the product does to get there that others do not. When the strategy changes, the metric is likely
to change with it.`,
    example: "From answering one person's question to teams that learn together.",
    chapter: 2,
  },
  {
    name: "bet",
    also: ["bets", "levels", "level", "bet level"],
    meaning: `A belief about cause and effect that the team acts on: if this changes, then that will follow. There are
four levels. 0: the metric moves a result. 1: an Input moves the metric. 2: an opportunity moves an Input. 3: an
intervention makes use of an opportunity. Read together they lead from this week's work to the business.`,
    example: "If more learnings are consumed by colleagues, then weekly learning users rise (level 1).",
    chapter: 7,
  },
  {
    name: "North Star bet",
    also: ["level 0"],
    meaning: `The bet at level 0: when the metric rises, a result follows. It stands for years (${horizon(0)}).`,
    example: "If customers order more through the app, then monthly sales rise (Burger King).",
    chapter: 7,
  },
  {
    name: "Input bet",
    also: ["level 1"],
    meaning: `A bet at level 1: when this Input moves, the metric follows. Worth another look every ${horizon(1)}.`,
    example: "If more newcomers register, then more orders come through the app (Burger King).",
    chapter: 7,
  },
  {
    name: "opportunity",
    also: ["opportunities", "level 2"],
    meaning: `A bet at level 2: a change in the customer's world that would move an Input, without saying yet what to
build. It keeps several solutions possible, and lasts ${horizon(2)}.`,
    example: "If new users did not face an empty page, then they would share something in week one.",
    chapter: 7,
  },
  {
    name: "intervention",
    also: ["interventions", "level 3", "experiment"],
    meaning: `A bet at level 3: what the team ships to make use of an opportunity, within ${horizon(3)}.`,
    example: "If we ship chart templates, then newcomers start from one and not from a blank chart.",
    chapter: 7,
  },
  {
    name: "horizon",
    also: ["horizons", "time horizon", "time horizons"],
    meaning: `After how long a bet shows something, which depends on its level. Level 0: ${horizon(0)}. Level 1:
${horizon(1)}. Level 2: ${horizon(2)}. Level 3: ${horizon(3)}. Short loops at the bottom let a team learn while the long
ones run. \`review\` and \`add\` propose the next day by it, and \`horizons\` in the configuration sets another.`,
    example: "An intervention that takes half a year is several, or an opportunity.",
    chapter: 7,
  },
  {
    name: "stage",
    also: ["stages", "board", "next", "active", "closed"],
    meaning: `Where a bet stands on the board: next, active, review or closed. Review is a stage of its own because a
bet is made to learn something, and shipping does not show whether it was won.`,
    example: "stage: review",
    chapter: 7,
  },
  {
    name: "rank",
    also: ["force-ranked", "queue", "confidence", "likelihood"],
    meaning: `The place of a bet among those of its level and stage: exactly one comes first. What speaks for it is said
in words, its value, its likelihood and the confidence with its reason; a score made of them would look surer than
anybody is. \`northstar rank BET --before OTHER\` moves one, and the board follows.`,
    example: "rank: 1, value: high, likelihood: medium, confidence: low, because: nobody has asked yet",
    chapter: 7,
  },
  {
    name: "outcome",
    also: ["verdict", "won", "lost", "unclear", "disproof", "expect"],
    meaning: `What a closed bet taught: won, lost or unclear, and what the team knows now. Saying beforehand what is
expected, and what would disprove the bet, makes the verdict easy. A lost bet that taught something is a good bet.`,
    example: "verdict: lost, because newcomers looked at the templates and left all the same.",
    chapter: 7,
  },
  {
    name: "limits",
    also: ["limit", "work in progress", "wip"],
    meaning: `How many bets may be active at once: in all, or opportunities and interventions each. A limit shows where
work is stuck, and makes people finish.`,
    example: "limits: { opportunities: 2, interventions: 3 }",
    chapter: 7,
  },
  {
    name: "the work",
    also: ["work"],
    meaning: `Everything the team does from day to day: research, design, code, tests. The point of the framework is that
each piece of it can be traced to an Input.`,
    example: "A test of two layouts, for an intervention, for an opportunity, for an Input.",
    chapter: 1,
  },
  {
    name: "review",
    also: ["reviews", "history", "change"],
    meaning: `A fixed time to ask whether metric and Inputs still say what the team believes, and whether the metric still
foretells results. What was replaced stays in \`history\`.`,
    example: "review: { last: 2026-09-01, every: 6 months }",
    chapter: 6,
  },
  {
    name: "guardrail",
    also: ["guardrails", "counter-metric"],
    meaning: `Something that must not get worse while the metric gets better, with the level at which the team stops
and looks. It is no second North Star: nobody tries to raise it.`,
    example: "Orders that never arrive: no more than one in a thousand.",
    chapter: null,
  },
  {
    name: "reading",
    also: ["reads as", "how a definition is read"],
    meaning: `What \`lint\` understood of a definition, said in one line under the file's name: how single things become
one number (count, share, ratio, sum, average, total time), the thing counted, who does what to it, from how much
on (≥ 2), what it is divided by, and the period. The rules judge the reading, not the words, so a line that is
wrong is worth a look first: often a shorter sentence with the counted thing in front says it better to people as
well. The report for programs (\`--format json\`) has every part with its place. A file in another \`language\` is not
read, and the report says which rules that turns off.`,
    example:
      "Reads as: count of active users who shared a learning that ≥ 2 other people consumed, per 7 days.",
    chapter: null,
  },
];
