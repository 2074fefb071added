/** What was found in a North Star as a web page. */
import type { Problem, Severity } from "../file/problem.js";
import { helpOf, ruleDocOf } from "../lint/catalogue.js";
import type { PointState } from "../lint/check.js";
import { checklist } from "../lint/playbook.js";
import { splitLines } from "../report/code-frame.js";
import { markup } from "../report/escape.js";
import { type FileReport, grouped } from "../report/report.js";
import { visible } from "../report/terminal-text.js";
import { noScore, readsAs, reasonOf, verdictOf } from "../report/wording.js";
import type { Tone } from "./layout.js";
import { chip, element, htmlPage, pageStyle, sectionElement, textElement } from "./page.js";
import type { Theme } from "./theme.js";

const tones = {
  error: "bad",
  warning: "warn",
  note: "accent",
  met: "good",
  open: "quiet",
  doubtful: "warn",
  broken: "bad",
} as const satisfies Record<Severity | PointState["state"], Tone>;

/** A whole document: the seven points, then each problem with its lines and what helps. */
export function reportPage(file: FileReport, theme: Theme): string {
  const { star, path, points, problems } = file;
  const lines = splitLines(file.text);
  const name = star?.name ?? path;
  return htmlPage({
    title: `What was found in ${name}`,
    language: "en",
    style: pageStyle(theme) + style,
    body: element('main class="report"', [
      element("header", [
        textElement("p", path, "path"),
        textElement("h1", name),
        textElement("p", star ? verdictOf(file) : noScore, "verdict"),
        textElement("p", readsAs(file), "muted"),
      ]),
      sectionElement("North Star Checklist", [
        element(
          'ol class="points"',
          points.map((point) =>
            element("li", [
              chip(point.state, tones[point.state]),
              element("div", [
                textElement("h3", `${point.number} ${checklist[point.id].name}`),
                textElement("p", reasonOf(point, file), "muted"),
              ]),
            ]),
          ),
        ),
      ]),
      sectionElement(
        problems.length > 0 ? "What was found" : "",
        grouped(problems).map((group) => found(group, lines)),
      ),
      problems.length === 0 ? "<p>Nothing was found.</p>" : null,
    ]),
  });
}

function found(group: readonly [Problem, ...Problem[]], lines: readonly string[]): string {
  const [first] = group;
  const { why, question } = ruleDocOf(first.rule);
  return element("article", [
    `<p class="place">${chip(first.severity, tones[first.severity])} <span>line ${first.range.start.line}</span> <code>${markup(first.rule)}</code></p>`,
    ...group.map(({ message }) => textElement("h3", message)),
    code(first, lines),
    textElement("p", why, "muted"),
    textElement("p", question, "question"),
    ...group.map(({ fix }) => textElement("p", fix && `Fix: ${fix.title}`)),
    `<p class="muted"><code>${markup(helpOf(first.rule))}</code></p>`,
  ]);
}

/** More lines of one place than this are left out, and more signs of a line. */
const mostLines = 4;
const mostSigns = 300;

/** The lines of a place, with the line before them, and the place marked. */
function code({ range: { start, end } }: Problem, lines: readonly string[]): string {
  const last = Math.min(end.line, start.line + mostLines - 1);
  const rows: string[] = [];
  for (let number = Math.max(start.line - 1, 1); number <= last; number++) {
    const line = lines[number - 1] ?? "";
    const from = number < start.line ? line.length : number === start.line ? start.column - 1 : 0;
    const to = number < start.line ? line.length : number === end.line ? end.column - 1 : line.length;
    const left = Math.max(0, Math.min(from, line.length) - mostSigns / 4);
    const cut = line.slice(left, left + mostSigns);
    const [a, b] = [from - left, Math.max(from, to) - left];
    const marked = number < start.line ? "" : `<mark>${sign(cut.slice(a, b)) || " "}</mark>`;
    rows.push(
      `<span class="number">${number}</span>${left > 0 ? "…" : ""}${sign(cut.slice(0, a))}${marked}${sign(cut.slice(b))}`,
    );
  }
  return `<pre dir="ltr">${rows.join("\n")}</pre>`;
}

/** Text of a file as it stands there, with its spaces. */
function sign(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
.report{max-width:820px;margin:0 auto;padding:32px 24px 72px}
h1{font-size:2rem;line-height:1.15;letter-spacing:-.01em}
h2{margin:44px 0 14px;font-size:1.5rem;line-height:1.2}
h3{font-size:1.0625rem;line-height:1.35}
.path,.muted,.place span{color:var(--muted)}
.path,.place,.number{font-size:.8125rem}
.verdict{margin:.4em 0;font-size:1.1875rem}
.points li{display:grid;grid-template-columns:6.5em 1fr;padding:10px 0;border-bottom:1px solid var(--line)}
.points .chip{justify-self:start;align-self:start}
article{padding:18px 0 20px;border-top:1px solid var(--line)}
.place{display:flex;flex-wrap:wrap;gap:.3em .8em;align-items:center;margin-bottom:.5em}
.question{margin:.6em 0;padding-inline-start:14px;border-inline-start:3px solid var(--accent)}
pre{margin:.8em 0;padding:12px 14px;background:var(--panel);border:1px solid var(--line);border-radius:8px;white-space:pre-wrap;overflow-wrap:anywhere;font:.875rem/1.6 ui-monospace,Menlo,Consolas,'Liberation Mono',monospace}
code{font:.875em ui-monospace,Menlo,Consolas,'Liberation Mono',monospace}
.number{display:inline-block;min-width:2.6em;color:var(--muted);user-select:none}
mark{background:var(--warn-soft);color:inherit;border-bottom:2px solid var(--warn)}
@media screen and (max-width:640px){.report{padding:20px 16px 48px}.points li{grid-template-columns:5.5em 1fr}}
`;
