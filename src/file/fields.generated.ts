/** Generated from schemas/northstar.schema.json by `UPDATE=1 npm test`. */
import type { Field } from "./field-table.js";

export const fields: Readonly<Record<string, Field>> = {
  "northstar": {
    "kind": "number",
    "description": "Version of this format.",
    "example": "1"
  },
  "product": {
    "kind": "text",
    "description": "The product that the North Star guides; one North Star per product (chapter 1).",
    "example": "Amplitude Analytics"
  },
  "name": {
    "kind": "text",
    "required": true,
    "description": "The name of the North Star Metric: pithy, what people will say aloud (chapter 4).",
    "example": "Weekly Learning Users"
  },
  "abbreviation": {
    "kind": "text",
    "description": "How the name is shortened in conversation.",
    "example": "WLU"
  },
  "definition": {
    "kind": "text",
    "required": true,
    "description": "Precisely how the metric is counted: what, whose, doing what, how much, in which window (chapter 4).",
    "example": "The number of subscribers who read more than seven articles in a month."
  },
  "game": {
    "kind": "choice",
    "required": true,
    "choices": [
      "attention",
      "transaction",
      "productivity"
    ],
    "blank": true,
    "description": "The one game the product plays: attention (time spent), transaction (purchases and exchanges) or productivity (work done well) (chapter 3). A blank (____) until it is chosen.",
    "example": "productivity"
  },
  "status": {
    "kind": "choice",
    "choices": [
      "candidate",
      "adopted",
      "retired"
    ],
    "description": "Where the North Star stands: under discussion, in force, or replaced. Adopted when left out.",
    "example": "adopted"
  },
  "owner": {
    "kind": "text",
    "description": "Who answers questions about the metric.",
    "example": "Head of Product"
  },
  "language": {
    "kind": "form",
    "description": "Language of the text, as a BCP 47 tag. Other than English turns the English text rules off.",
    "example": "en"
  },
  "unit": {
    "kind": "text",
    "description": "What one unit of the metric is, when the definition does not say it well enough.",
    "example": "users"
  },
  "window": {
    "kind": "text",
    "description": "The period that is counted, when the definition does not say it well enough.",
    "example": "previous seven days"
  },
  "population": {
    "kind": "text",
    "description": "Who or what can be counted at all.",
    "example": "users of paying organizations"
  },
  "excludes": {
    "kind": "list",
    "description": "Who or what is left out of the count."
  },
  "excludes.*": {
    "kind": "text",
    "description": ""
  },
  "vision": {
    "kind": "text",
    "description": "The product's vision in one sentence; the metric should be readable in it (chapter 5).",
    "example": "Help companies build better products."
  },
  "strategy": {
    "kind": "text",
    "description": "The product's strategy in one sentence; the metric should be readable in it (chapter 2).",
    "example": "Learning is a team sport: spread what one person finds to the people who decide."
  },
  "inputs": {
    "kind": "list",
    "required": true,
    "description": "The three to five Inputs: factors that together produce the metric and that the team can influence (chapters 1 and 4)."
  },
  "inputs.*": {
    "kind": "map",
    "description": "One of the factors that produce the metric."
  },
  "inputs.*.id": {
    "kind": "form",
    "description": "What bets call the Input. The slug of the name when left out.",
    "example": "broadcasts"
  },
  "inputs.*.name": {
    "kind": "text",
    "required": true,
    "description": "The name of the Input.",
    "example": "Broadcasted Learnings"
  },
  "inputs.*.abbreviation": {
    "kind": "text",
    "description": "How the name is shortened in conversation.",
    "example": "BL"
  },
  "inputs.*.definition": {
    "kind": "text",
    "required": true,
    "description": "Precisely how the Input is counted.",
    "example": "Charts and dashboards consumed by two or more people in seven days."
  },
  "inputs.*.factor": {
    "kind": "choice",
    "choices": [
      "breadth",
      "depth",
      "frequency",
      "efficiency",
      "health",
      "other"
    ],
    "description": "Which side of the metric the Input drives: how many, how much, how often, how well, the system's health, or another (chapters 3 and 7).",
    "example": "depth"
  },
  "inputs.*.owner": {
    "kind": "text",
    "description": "The team that works on the Input.",
    "example": "Sharing pod"
  },
  "bets": {
    "kind": "list",
    "description": "What the team bets on, at levels 0 to 3 (chapter 7). May be left out while there are none."
  },
  "bets.*": {
    "kind": "map",
    "description": "If …, then …: a belief about cause and effect that the team acts on."
  },
  "bets.*.level": {
    "kind": "number",
    "required": true,
    "choices": [
      "0",
      "1",
      "2",
      "3"
    ],
    "description": "0 North Star bet, 1 Input bet, 2 opportunity, 3 intervention.",
    "example": "2"
  },
  "bets.*.id": {
    "kind": "form",
    "description": "What the bets below call this one.",
    "example": "starting-points"
  },
  "bets.*.for": {
    "kind": "text",
    "required": true,
    "description": "The one thing the bet stands under: level 0 a result, levels 1 and 2 an Input, level 3 a level-2 bet; by id.",
    "example": "broadcasts"
  },
  "bets.*.if": {
    "kind": "text",
    "required": true,
    "description": "The change that is bet on.",
    "example": "new users did not face an empty page"
  },
  "bets.*.then": {
    "kind": "text",
    "required": true,
    "description": "What the change should lead to, one level up.",
    "example": "they would broadcast their first learning in week one"
  },
  "bets.*.owner": {
    "kind": "text",
    "description": "Who pursues the bet.",
    "example": "Sharing pod"
  },
  "bets.*.stage": {
    "kind": "choice",
    "choices": [
      "next",
      "active",
      "review",
      "closed"
    ],
    "description": "Where the bet stands on the board.",
    "example": "active"
  },
  "bets.*.review": {
    "kind": "form",
    "description": "The day on which the bet is looked at again.",
    "example": "2026-12-15"
  },
  "bets.*.expect": {
    "kind": "map",
    "description": "The effect that is expected, and when."
  },
  "bets.*.expect.direction": {
    "kind": "choice",
    "required": true,
    "choices": [
      "up",
      "down"
    ],
    "description": "Which way it should go.",
    "example": "up"
  },
  "bets.*.expect.by": {
    "kind": "text",
    "description": "How far, in the unit of what the bet stands under.",
    "example": "10 %"
  },
  "bets.*.expect.after": {
    "kind": "form",
    "description": "How long until it shows.",
    "example": "3 weeks"
  },
  "bets.*.disproof": {
    "kind": "text",
    "description": "What would show that the bet is lost.",
    "example": "fewer than one in ten newcomers opens a template"
  },
  "bets.*.links": {
    "kind": "list",
    "description": "Where the work is."
  },
  "bets.*.links.*": {
    "kind": "text",
    "description": ""
  },
  "bets.*.outcome": {
    "kind": "map",
    "description": "What the bet taught. A lost bet is a normal, good thing."
  },
  "bets.*.outcome.date": {
    "kind": "form",
    "required": true,
    "description": "The day on which the team called it.",
    "example": "2026-11-02"
  },
  "bets.*.outcome.verdict": {
    "kind": "choice",
    "required": true,
    "choices": [
      "won",
      "lost",
      "unclear"
    ],
    "description": "How it went.",
    "example": "won"
  },
  "bets.*.outcome.learned": {
    "kind": "text",
    "required": true,
    "description": "What the team learned, in a sentence.",
    "example": "Templates are used by 4 in 10 newcomers."
  },
  "results": {
    "kind": "list",
    "description": "What the metric should lead: results of the business and value for customers (chapter 1)."
  },
  "results.*": {
    "kind": "map",
    "description": "Something the metric should lead."
  },
  "results.*.id": {
    "kind": "form",
    "description": "What level-0 bets call the result. The slug of the name when left out.",
    "example": "renewals"
  },
  "results.*.name": {
    "kind": "text",
    "required": true,
    "description": "The name of the result.",
    "example": "Renewals"
  },
  "results.*.definition": {
    "kind": "text",
    "description": "How the result is counted.",
    "example": "Share of contracts renewed at the end of their term."
  },
  "results.*.kind": {
    "kind": "choice",
    "choices": [
      "business",
      "customer"
    ],
    "description": "Whose result it is.",
    "example": "business"
  },
  "checklist": {
    "kind": "map",
    "description": "The team's answers to the seven points of the checklist, each one sentence of why it holds (chapter 2)."
  },
  "checklist.value": {
    "kind": "text",
    "description": "It expresses value: why it matters to customers.",
    "example": "A learning counts only when colleagues take it in."
  },
  "checklist.strategy": {
    "kind": "text",
    "description": "It represents vision and strategy: what of them can be read in it.",
    "example": "We bet on teams that learn together, and the metric counts sharing."
  },
  "checklist.leading": {
    "kind": "text",
    "description": "It is a leading indicator: what it predicts.",
    "example": "Organizations that learn together renew a year later."
  },
  "checklist.actionable": {
    "kind": "text",
    "description": "It is actionable: how the team can influence it.",
    "example": "Templates and notebooks make sharing easier."
  },
  "checklist.understandable": {
    "kind": "text",
    "description": "It is understandable: how it is said in plain language.",
    "example": "Sales says: people whose findings are read by colleagues."
  },
  "checklist.measurable": {
    "kind": "text",
    "description": "It is measurable: how it is, or could be, observed.",
    "example": "Share and view events carry user ids."
  },
  "checklist.vanity": {
    "kind": "text",
    "description": "It is not a vanity metric: why a rise is good news.",
    "example": "It cannot rise unless two more people get something out of it."
  },
  "guardrails": {
    "kind": "list",
    "description": "Counter-metrics that must not get worse while the metric gets better."
  },
  "guardrails.*": {
    "kind": "map",
    "description": "A counter-metric."
  },
  "guardrails.*.name": {
    "kind": "text",
    "required": true,
    "description": "The name of the counter-metric.",
    "example": "Never Delivered"
  },
  "guardrails.*.definition": {
    "kind": "text",
    "description": "How it is counted.",
    "example": "Share of orders that never arrive."
  },
  "guardrails.*.owner": {
    "kind": "text",
    "description": "Who watches it.",
    "example": "Logistics"
  },
  "guardrails.*.breach": {
    "kind": "text",
    "description": "The level at which the team stops and looks.",
    "example": "more than 1 in 1,000"
  },
  "beliefs": {
    "kind": "list",
    "description": "Beliefs that the North Star rests on (chapter 5)."
  },
  "beliefs.*": {
    "kind": "text",
    "description": ""
  },
  "exchanges": {
    "kind": "list",
    "description": "The three to six key value exchanges: moments in which customers get value from the product (chapter 5)."
  },
  "exchanges.*": {
    "kind": "text",
    "description": ""
  },
  "limits": {
    "kind": "map",
    "description": "Limits on work in progress (chapter 7)."
  },
  "limits.active": {
    "kind": "number",
    "description": "How many bets may be active at a time.",
    "example": "3"
  },
  "review": {
    "kind": "map",
    "description": "When the North Star was last looked at, and how often it is (chapter 6)."
  },
  "review.last": {
    "kind": "form",
    "description": "The day of the last review.",
    "example": "2026-09-01"
  },
  "review.every": {
    "kind": "form",
    "description": "How often it is reviewed.",
    "example": "6 months"
  },
  "history": {
    "kind": "list",
    "description": "Earlier metrics and why they were left (chapter 6)."
  },
  "history.*": {
    "kind": "map",
    "description": "An earlier metric."
  },
  "history.*.date": {
    "kind": "form",
    "description": "The day on which it was left.",
    "example": "2017-12-31"
  },
  "history.*.name": {
    "kind": "text",
    "required": true,
    "description": "Its name.",
    "example": "Weekly Querying Users"
  },
  "history.*.definition": {
    "kind": "text",
    "description": "How it was counted.",
    "example": "Users who run at least one query in a week."
  },
  "history.*.game": {
    "kind": "choice",
    "choices": [
      "attention",
      "transaction",
      "productivity"
    ],
    "description": "The game that the product played then, if it was another.",
    "example": "attention"
  },
  "history.*.abbreviation": {
    "kind": "text",
    "description": "How its name was shortened in conversation.",
    "example": "WQU"
  },
  "history.*.unit": {
    "kind": "text",
    "description": "What one unit of it was.",
    "example": "users"
  },
  "history.*.window": {
    "kind": "text",
    "description": "The period that was counted.",
    "example": "a week"
  },
  "history.*.population": {
    "kind": "text",
    "description": "Who or what could be counted at all.",
    "example": "users of paying organizations"
  },
  "history.*.excludes": {
    "kind": "list",
    "description": "Who or what was left out of the count."
  },
  "history.*.excludes.*": {
    "kind": "text",
    "description": ""
  },
  "history.*.checklist": {
    "kind": "map",
    "description": "What the team answered to the seven points then."
  },
  "history.*.checklist.value": {
    "kind": "text",
    "description": "It expresses value: why it matters to customers.",
    "example": "A learning counts only when colleagues take it in."
  },
  "history.*.checklist.strategy": {
    "kind": "text",
    "description": "It represents vision and strategy: what of them can be read in it.",
    "example": "We bet on teams that learn together, and the metric counts sharing."
  },
  "history.*.checklist.leading": {
    "kind": "text",
    "description": "It is a leading indicator: what it predicts.",
    "example": "Organizations that learn together renew a year later."
  },
  "history.*.checklist.actionable": {
    "kind": "text",
    "description": "It is actionable: how the team can influence it.",
    "example": "Templates and notebooks make sharing easier."
  },
  "history.*.checklist.understandable": {
    "kind": "text",
    "description": "It is understandable: how it is said in plain language.",
    "example": "Sales says: people whose findings are read by colleagues."
  },
  "history.*.checklist.measurable": {
    "kind": "text",
    "description": "It is measurable: how it is, or could be, observed.",
    "example": "Share and view events carry user ids."
  },
  "history.*.checklist.vanity": {
    "kind": "text",
    "description": "It is not a vanity metric: why a rise is good news.",
    "example": "It cannot rise unless two more people get something out of it."
  },
  "history.*.reason": {
    "kind": "text",
    "description": "Why it was left.",
    "example": "It measured one person asking; the strategy moved on to teams."
  },
  "considered": {
    "kind": "list",
    "description": "Candidates for the metric that were considered and left, and why; they never were the metric (chapter 3)."
  },
  "considered.*": {
    "kind": "map",
    "description": "A candidate for the metric that was not adopted."
  },
  "considered.*.date": {
    "kind": "form",
    "description": "The day on which it was left.",
    "example": "2026-11-02"
  },
  "considered.*.name": {
    "kind": "text",
    "required": true,
    "description": "Its name.",
    "example": "Weekly Shared Charts"
  },
  "considered.*.definition": {
    "kind": "text",
    "description": "How it would have been counted.",
    "example": "The number of charts that are shared in a week."
  },
  "considered.*.reason": {
    "kind": "text",
    "description": "Why it was left.",
    "example": "A chart that nobody looks at helps nobody."
  },
  "sources": {
    "kind": "list",
    "description": "Links to what this file rests on."
  },
  "sources.*": {
    "kind": "text",
    "description": ""
  }
};
