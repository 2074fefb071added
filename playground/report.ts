/** The report beside the text: the seven points, and each problem with its question and what helps. */
import { make, told } from "./element.js";
import type { Judgement, PointView, ProblemGroup, RuleView, ShownFix, Span } from "./messages.js";

/** What a person can do in a report. */
export interface Actions {
  go(to: Span): void;
  mend(fix: ShownFix): void;
}

const signs = { met: "✔", open: "○", doubtful: "▲", broken: "✖", error: "✖", warning: "▲", note: "●" };

/** Nobody reads more at once, and a browser takes its time to lay them out. */
const mostCards = 100;

/** The rules whose explanation is open, while the text changes. */
const opened = new Set<string>();

/** Shows a report in an element, in the place of the one before. */
export function showReport(place: HTMLElement, judgement: Judgement, actions: Actions): void {
  const { points, groups, rules, readsAs, ignored, isReadable } = judgement;
  const shown = groups.slice(0, mostCards);
  place.replaceChildren(
    ...[
      readsAs && make("p", { class: "muted", dir: "auto" }, readsAs),
      groups.length > 0 && make("h2", {}, isReadable ? "What was found" : "What keeps it from being read"),
      groups.length > 0 &&
        make(
          "ol",
          { class: "problems" },
          ...shown.map((group) => problemCard(group, rules[group.rule], actions)),
        ),
      shown.length < groups.length &&
        make("p", { class: "muted" }, `${groups.length - shown.length} more are underlined in the text.`),
      groups.length === 0 && make("p", { class: "clean" }, "Nothing was found."),
      ignored && make("p", { class: "muted" }, ignored),
      isReadable && make("h2", {}, "North Star Checklist"),
      isReadable && make("ol", { class: "points" }, ...points.map((point) => pointRow(point, actions))),
    ].filter((part) => part instanceof HTMLElement),
  );
}

/** The points at a glance, for the eye only: they are told in words below. */
export function showMeter(place: HTMLElement, { points }: Judgement): void {
  place.replaceChildren(...points.map(({ state }) => make("span", { class: state }, signs[state])));
}

function pointRow({ number, name, state, reason, at }: PointView, { go }: Actions): HTMLElement {
  return make(
    "li",
    { class: state },
    make(
      "button",
      { type: "button", onclick: () => go(at) },
      make("span", { class: "sign", "aria-hidden": "true" }, signs[state]),
      make("span", { class: "point" }, `${number} ${name}`),
      make("span", { class: "state" }, state),
      make("span", { class: "reason", dir: "auto" }, reason),
    ),
  );
}

function problemCard(group: ProblemGroup, about: RuleView | undefined, { go, mend }: Actions): HTMLElement {
  const { rule, severity, confidence, line, at, problems, related } = group;
  const { why = "", question = null, chapter = null } = about ?? {};
  const details = make(
    "details",
    { open: opened.has(rule) },
    make("summary", {}, "Why it matters"),
    make("p", {}, ...told(why)),
    make(
      "p",
      { class: "muted" },
      make("code", {}, `northstar explain ${rule}`),
      chapter !== null && ` · playbook, chapter ${chapter}`,
    ),
  );
  details.addEventListener("toggle", () => {
    if (details.open) opened.add(rule);
    else opened.delete(rule);
  });
  const fixes = problems.flatMap(({ fix }) => fix ?? []);
  return make(
    "li",
    { class: severity },
    make(
      "button",
      { type: "button", class: "place", onclick: () => go(at) },
      make("span", { class: "sign", "aria-hidden": "true" }, signs[severity]),
      " ",
      make("b", {}, severity),
      ` line ${line} `,
      make("code", {}, rule),
      confidence !== "high" && make("span", { class: "muted" }, ` · ${confidence} confidence`),
    ),
    make(
      problems.length === 1 ? "div" : "ul",
      { class: "messages" },
      ...problems.map(({ message }) =>
        make(problems.length === 1 ? "p" : "li", { dir: "auto" }, ...told(message)),
      ),
    ),
    ...related.map(({ message, line, at }) =>
      make(
        "button",
        { type: "button", class: "related", onclick: () => go(at) },
        `line ${line}: `,
        ...told(message),
      ),
    ),
    question !== null && make("p", { class: "question" }, ...told(question)),
    ...fixes.map((fix) =>
      make(
        "p",
        { class: "fix" },
        make("button", { type: "button", class: "strong", onclick: () => mend(fix) }, "Fix"),
        make("span", {}, ...told(fix.title)),
      ),
    ),
    details,
  );
}
