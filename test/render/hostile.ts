/** Texts that mean harm, in every field of a North Star. */
import type { Northstar } from "../../src/file/northstar.js";
import { points } from "../../src/file/problem.js";
import { convergingQuestions } from "../../src/lint/review-questions.js";
import type { RenderData } from "../../src/render/view-model.js";

export const hostileTexts = {
  script: `<script>document.title="owned"</script><img src=x onerror='document.title="owned"'>`,
  link: "[click](javascript:document.title='owned') ![x](http://evil.example/x.png) javascript:alert(1) data:text/html,x",
  closing: `]]></text></svg></style></script>--> *//"'\`\${x}{{x}} %%{init:{}}%% <!-- ]( \\`,
  table: "a | b | c || d \\| e `|` f",
  markdown: "# a *b* _c_ __d__ ~~e~~ `f` $g$ [h][i] [^1] ![j] &amp; &#35; &nbsp; - [ ] k ```mermaid",
  mention: "@octocat (@a-b) x@example.com #12 GH-3 a/b#4 @org/team",
  start: "1. one\n- two\n+ three\n> four\n    five\n=== \n--- \n| x |\n#### six",
  mermaid: `"] --> evil["x"]; click metric callback; end subgraph style a:b#35;c#36; #quot; ﬂ°°60¶ß`,
  rightToLeft: "abc \u202E fed \u2066 x \u0000 \u001B[31m \uD800 \uFFFF y \u061C",
  address:
    "see https://example.com/a_b*c?d=1&amp;e=(f)|g and www.example.com, ftp://x.example. //example.com",
  long: "N".repeat(5000),
  words: "many words ".repeat(450),
  japanese: "日本語".repeat(400),
  emoji: "👨‍👩‍👧‍👦🇩🇪🏳️‍🌈 e\u0301\u0302\u0303 ".repeat(60),
} as const;

/** A whole North Star that says `text` wherever a text may stand; the rest is there to be drawn. */
export function hostile(text: string): RenderData {
  const star: Northstar = JSON.parse(form, (_, value) => (value === "TEXT" ? text : value));
  const states = points.map((id, index) => ({ id, number: index + 1, state: "open" as const }));
  return { star, points: states, today: "2026-10-01" };
}

const input = (id: string) =>
  `{"id": "${id}", "name": "TEXT", "abbreviation": "TEXT", "definition": "TEXT", "how": "TEXT", "moves": "TEXT", "factor": "depth", "owner": "TEXT"}`;
const bet = (level: number, target: string, more = "") =>
  `{"level": ${level}, "for": "${target}", "if": "TEXT", "then": "TEXT", "owner": "TEXT", "problem": "TEXT", "rank": 1, "value": "high", "likelihood": "low", "confidence": "low", "because": "TEXT"${more}}`;

const form = `{
  "product": "TEXT", "parts": ["TEXT"], "name": "TEXT", "abbreviation": "TEXT", "definition": "TEXT", "game": "attention",
  "owner": "TEXT", "unit": "TEXT", "window": "TEXT", "population": "TEXT", "excludes": ["TEXT", "TEXT"],
  "how": "TEXT", "thresholds": [{"says": "TEXT", "because": "TEXT"}],
  "vision": "TEXT", "strategy": "TEXT", "formula": "TEXT", "misfits": ["TEXT"], "beliefs": ["TEXT"], "exchanges": ["TEXT"],
  "inputs": [${["a", "b", "c"].map(input)}],
  "candidates": [{"name": "TEXT", "definition": "TEXT", "factor": "breadth"}, {"name": "TEXT"}],
  "results": [{"id": "r", "name": "TEXT", "definition": "TEXT", "kind": "customer"}],
  "checklist": {${points.map((point) => `"${point}": "TEXT"`)}},
  "bets": [
    ${bet(0, "r")},
    ${bet(1, "a", `, "readout": [{"date": "2026-01-01", "effect": 1, "low": 0, "high": 2, "unit": "TEXT", "says": "TEXT", "link": "TEXT"}]`)},
    ${bet(2, "a", `, "id": "o", "stage": "active", "review": "2026-01-01"`)},
    ${bet(3, "o", `, "stage": "review", "expect": {"direction": "up", "by": "TEXT", "after": "3 weeks"}, "disproof": "TEXT", "links": ["TEXT"]`)},
    ${bet(3, "o", `, "stage": "closed", "outcome": {"date": "2026-01-01", "verdict": "lost", "learned": "TEXT"}`)},
    ${bet(2, "nothing", `, "stage": "next"`)}
  ],
  "guardrails": [{"name": "TEXT", "definition": "TEXT", "protects": "TEXT", "owner": "TEXT", "breach": "TEXT"}],
  "limits": {"active": 1, "opportunities": 1},
  "review": {"last": "2026-01-01", "every": "6 months"},
  "reviews": [
    {"date": "2026-01-01", "question": "TEXT", "answer": "TEXT"},
    {"date": "2026-01-01", "question": "${convergingQuestions[0]?.question}", "answer": "TEXT"}
  ],
  "history": [{"date": "2020-01-01", "name": "TEXT", "definition": "TEXT", "reason": "TEXT", "inputs": [{"name": "TEXT", "definition": "TEXT"}]}],
  "considered": [{"date": "2020-01-01", "name": "TEXT", "definition": "TEXT", "reason": "TEXT"}],
  "next": {"name": "TEXT", "definition": "TEXT", "sign": "TEXT"},
  "sources": ["TEXT"]
}`;
