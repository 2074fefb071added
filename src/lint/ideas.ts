/** Ideas of the playbook that are no key of the file, in our own words and by chapter; pure data. */
import type { Term } from "./glossary.js";

export const ideas: readonly Term[] = [
  {
    name: "three purposes",
    also: ["purpose", "purposes", "why a north star"],
    meaning: `What a North Star is for. Teams can decide on their own and still in the same direction; people from all
parts of the company talk about the same thing; and effort goes to what changes something for customers, so that
the business grows by its product.`,
    example: "Asked for one more feature, a team answers: which Input would it move?",
    chapter: 1,
  },
  {
    name: "product-led",
    also: ["product led growth"],
    meaning: `A company that expects to grow by solving its customers' problems with its product, and arranges teams,
money and meetings for that. The word is not about who leads: no department of that name has to be in charge.
Needs come before requirements, missions and bets before specifications, and what people experience before
clicks.`,
    example: "What does it mean to be product-led? Ask it when a workshop opens.",
    chapter: 1,
  },
  {
    name: "one North Star",
    also: ["several north stars", "multiple north stars", "portfolio"],
    meaning: `One metric with its Inputs for each group of customers that one product, or one family of products, serves.
Divisions that serve other people may have their own. Two metrics in one team decide nothing: the choice between
them is made again in every meeting.`,
    example: "A savings and a checking account are two products to the bank and one to its customer.",
    chapter: 1,
  },
  {
    name: "what a North Star is not",
    also: ["not a north star", "is not"],
    meaning: `No roadmap, no way to develop software, no formula to rank ideas, no set of goals and no means to manage
people by objectives. It works beside all of these, and goals can be built on it. Nor is it perfect: who does well
with something else should keep it.`,
    example: "Weekly Learning Users says what counts; how many by June is a goal, and stands elsewhere.",
    chapter: 2,
  },
  {
    name: "workshop",
    also: ["facilitator", "north star workshop"],
    meaning: `An hour or two in which few people from different parts of the company find candidates for metric and
Inputs, led by somebody who takes no side. Five to nine people who know customers, numbers, design, code and money
are enough. It ends with one or two candidates, and with what has to be found out.`,
    example: "northstar workshop",
    chapter: 3,
  },
  {
    name: "safety",
    also: ["psychological safety", "performance review"],
    meaning: `A North Star guides a product and rates no person. Where people fear that they will be measured by it, they
stop saying what they think, so say it first: the team answers for one thing only, for keeping the model true.`,
    example: "We will change an Input that turns out wrong, and nobody will be blamed for it.",
    chapter: 3,
  },
  {
    name: "anti-example",
    also: ["bad north star", "anti examples"],
    meaning: `A metric that would be a very bad North Star for your own product. A few minutes of collecting them loosens
tongues, and shows where the limits are.`,
    example: "For a dating app: messages that are never answered.",
    chapter: 3,
  },
  {
    name: "formula",
    also: ["product formula", "equation", "is a function of", "function"],
    meaning: `The thought that metric and Inputs are like an equation: the Inputs are the causes, the metric is what they
bring about. Hardly any North Star can be computed like that. The sentence "the metric is a function of these
Inputs" still shows which cause is missing.`,
    example: "Items received on time are a function of customers, items, orders and punctuality.",
    chapter: 3,
  },
  {
    name: "practice product",
    also: ["another product", "warm up"],
    meaning: `A product that everybody in the room has used and nobody works on. A team that finds a game, a metric and
Inputs for it first has practised without defending anything.`,
    example: "The app that found you a table for dinner.",
    chapter: 3,
  },
  {
    name: "silent brainstorming",
    also: ["silent brainstorm", "brainstorm", "pair and share"],
    meaning: `Everybody fills in a sheet alone for five to ten minutes, then compares it with one other person, and only
then do all talk. Quick talkers do not set the course, and different thoughts survive for long enough to be heard.`,
    example: "Six sheets, three pairs, one wall of candidates.",
    chapter: 3,
  },
  {
    name: "confidence sentence",
    also: ["more confident", "fill in the blank"],
    meaning: `A blank to fill when no metric comes to mind: which change in what customers do would make us believe that
our strategy works, and how would we count it?`,
    example: "We would believe it if more viewers thought about a film; we could count what they post on it.",
    chapter: 3,
  },
  {
    name: "converge",
    also: ["converging", "converging questions", "dance of uncertainty"],
    meaning: `To come from many candidates to one, by eight questions. Which decisions would it change? What does it not
tell? Would it rise if all work stopped? Whom does it miss? Can it be had often and cheaply? What does the calendar do
to it? Can groups be compared? What would make us look at it again? Going back and forth between idea and definition
is part of it.`,
    example: "Work stops today: the count of accounts goes on rising for a year. Not this one.",
    chapter: 4,
  },
  {
    name: "threshold",
    also: ["thresholds", "magic number"],
    meaning: `The amount from which on a definition counts. No number is right by itself; it should ask for something and
be within reach. Say what speaks for it and how sure you are, and do not let it hold up the idea.`,
    example: "Two colleagues: one is better than none, three are better still, two is where we start.",
    chapter: 4,
  },
  {
    name: "seasonality",
    also: ["season", "seasonal", "day of the week"],
    meaning: `What the calendar does to a metric: weekends, the end of a month, holidays. Know it before you read a rise,
or compare with the same week of last year.`,
    example: "Reports run peak on the first Monday of a month, whatever we ship.",
    chapter: 4,
  },
  {
    name: "cohorts",
    also: ["cohort", "segment", "segments"],
    meaning: `Groups of users or accounts who have something in common, such as the month in which they came. A metric that
can be read for each of them shows where a change happens; best if it means something both as a whole and by group.`,
    example: "Learning users rise only in organizations that joined this year.",
    chapter: 4,
  },
  {
    name: "independence",
    also: ["independent inputs"],
    meaning: `Inputs need not be strangers to one another, but a change in one should not at once be a change in all.
Otherwise the team has one Input under several names.`,
    example: "More customers do not yet put more items into each order.",
    chapter: 4,
  },
  {
    name: "mind map",
    also: ["mind mapping", "mindmap"],
    meaning: `A way to find Inputs together. Write the metric in the middle of a wall and around it all that has to do with
it; join what belongs together, take away what does not help, and name what is left: three to five factors that
lead to the metric.`,
    example: "Thirty notes become trust, funding, insight and use in daily life: then we are their bank.",
    chapter: 4,
  },
  {
    name: "greenfield test",
    also: ["greenfield", "two minutes"],
    meaning: `How many opportunities to move this Input does the team find in two minutes, if it forgets all plans? Few:
the Input is too narrow, go a step higher. Very many, and most of them vague: it is too broad.`,
    example: "Positive reviews on one site: two ideas, then silence. Too narrow.",
    chapter: 4,
  },
  {
    name: "roadmap check",
    also: ["fit with the roadmap"],
    meaning: `Which Input would each thing that is under way move? Where the answer takes long, the assumptions in it are
worth talking about. Where there is none, either the Inputs lack a factor or the work lacks a reason.`,
    example: "Single sign-on moves none of our Inputs: do we miss one, or is it for a contract?",
    chapter: 4,
  },
  {
    name: "celebrate",
    also: ["celebration", "share", "sharing"],
    meaning: `When metric and Inputs stand, thank those who found them, in public, and tell everybody in the company what
they are: once in a large meeting, and then again and again in small ones.`,
    example: "A toast, and the one-pager beside the coffee machine.",
    chapter: 4,
  },
  {
    name: "how often it changes",
    also: ["evolve", "evolution", "lifetime"],
    meaning: `A North Star that points in the right direction is enough, since it will change. Young companies and those new
to the framework change it about every six to twelve months, settled ones every one to three years.`,
    example: "review: { last: 2026-09-01, every: 6 months }",
    chapter: 4,
  },
  {
    name: "kinds of beliefs",
    also: ["bias", "biases", "belief mapping"],
    meaning: `Beliefs are about what customers value, about causes and effects, about the market, technology, competitors,
or what you give your market. Each colleague who writes down one of each kind shows the others where they differ.
None is wrong at that point.`,
    example: "Competitors: whoever is first to read invoices from a photo wins the small shops.",
    chapter: 5,
  },
  {
    name: "vision sentence",
    also: ["vision statement", "vision template"],
    meaning: `Who the product is for, what they need, what it is, what it does for them, and what it does that the
alternatives do not, in a sentence or two. Look in it for what is distinct: that belongs in the metric.`,
    example: "northstar init --template vision",
    chapter: 5,
  },
  {
    name: "manufactured certainty",
    also: ["certainty", "false certainty"],
    meaning: `Strong words that a team puts over its open questions because it is expected to be sure. A North Star holds
what the team thinks now, its questions included; an assumption that is written down can be tested.`,
    example: "We guess that people want it personal; we do not know how personal.",
    chapter: 5,
  },
  {
    name: "traps",
    also: ["trap", "common traps"],
    meaning: `Four that stop teams: asking at once whether something can be measured, looking at the metric and not at the
Inputs, wanting more than one North Star, and letting all that is wrong today decide what is possible.`,
    example: "We talked for an hour about the query, and not yet about what it should count.",
    chapter: 5,
  },
  {
    name: "can we measure that",
    also: ["measuring too early", "uncertainty"],
    meaning: `The question that ends good ideas when it comes first. Decide what is worth knowing, then find a rough way to
know it: who knows almost nothing learns much from little data.`,
    example: "Nobody measures the health of a project yet. Ask ten customers about theirs.",
    chapter: 5,
  },
  {
    name: "metric without Inputs",
    also: ["only the metric", "driving the metric"],
    meaning: `A trap: the team tries to raise the metric itself. By design there is nothing to be done to it directly; the
work belongs to the Inputs. Ask for breadth, depth, frequency and efficiency when none comes to mind.`,
    example: "Raise learning users is no plan; a learning that is easier to share is the start of one.",
    chapter: 5,
  },
  {
    name: "small start",
    also: ["start small", "start where you are", "dysfunction"],
    meaning: `No company has to be put right before it can have a North Star. Say what is so today, and begin with a part
that you can change, however small: metric, Inputs and results for that part alone.`,
    example: "One team, one screen of the product, one quarter.",
    chapter: 5,
  },
  {
    name: "signals that it works",
    also: ["signals", "signal", "signs"],
    meaning: `What shows before the results do. People can say how their day's work reaches the metric, a no comes easier and
with reasons, ideas are argued by what they would change, and others than the product's teams use the words.`,
    example: "Someone in sales asks which Input a wish of a customer would move.",
    chapter: 6,
  },
  {
    name: "changing the North Star",
    also: ["change of the north star", "new north star"],
    meaning: `Due when the metric no longer foretells what it should: the market, the phase of the company or the strategy is
another. Start from the strategy, find what the best customers do, hold the new metric against results, and find its
Inputs anew. The old one stays in \`history\`, with the reason.`,
    example: "From users who ask to users whose findings others take in (Amplitude).",
    chapter: 6,
  },
  {
    name: "present thinking",
    also: ["gap thinking", "momentum"],
    meaning: `To ask where we are, what we need now and what we can do better, again and again. Its opposite is to plan for a
fixed end that never comes, which costs a team its breath. Nobody is ever done with a North Star.`,
    example: "What did we learn in the last two weeks, and are we surer of our Inputs for it?",
    chapter: 6,
  },
  {
    name: "bets and experiments",
    also: ["bets versus experiments", "experiments", "bet or experiment"],
    meaning: `Both mean to try and to learn. Bet is the word that people outside of the team understand as well: it has a
stake and a chance, may be large or small, safe or risky, and a good one can be lost.`,
    example: "A small bet: three days of work for a chance that newcomers stay.",
    chapter: 7,
  },
  {
    name: "OKRs",
    also: ["okr", "objectives and key results", "goals", "goal"],
    meaning: `Goals for a point in time, where a North Star has no end. They fit together when a key result is what a bet at
level 2 should do to an Input. Beware of a quarter that is filled with things to deliver, and of a goal that
outlived its reason. Some teams that set goals on Inputs can do without.`,
    example: "Objective: newcomers do not face an empty page. Key result: an Input, before and after.",
    chapter: 7,
  },
  {
    name: "roadmap",
    also: ["roadmaps", "one pagers of bets"],
    meaning: `Best made of themes and opportunities whose dates grow vaguer with distance, each with the Input that it should
move. Look back at what was shipped and whether it did. A page for each bet says more than the name of a feature.`,
    example:
      "Now: no empty page. Next: findings that reach other teams. Later: charts that explain themselves.",
    chapter: 7,
  },
  {
    name: "prioritisation",
    also: ["prioritization", "priorities", "expected value"],
    meaning: `Weigh how much an Input moves the metric and how likely an opportunity moves the Input. Value, and how well
something can be tried, count for more than how long it takes or how much gets done. Several small bets beat one
large one, also on the same opportunity.`,
    example: "Two cheap tries at the empty page come before the rebuilt editor.",
    chapter: 7,
  },
  {
    name: "system health",
    also: ["health", "non feature work", "technical debt"],
    meaning: `What customers do not see and everything rests on: uptime, time from idea to release, tools, how fast a new
colleague can help. An Input for it keeps such work on the board. It is a balance of quality, steadiness and what can
be kept up, not of speed alone.`,
    example: "Changes that reach customers within a day and need no repair.",
    chapter: 7,
  },
  {
    name: "organisation design",
    also: ["organization design", "organisational design", "organizational design", "pods", "pod"],
    meaning: `Leave the chart of the company alone at first. When the North Star has proved itself for some months, let a
team, or a few, keep one Input for a long time, hand over little, and form around what is valuable rather than around
features or technology.`,
    example: "owner: Sharing pod, for years and not for a project.",
    chapter: 7,
  },
];
