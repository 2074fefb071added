/** The engine, which a page runs in a worker: it judges and draws what it is given, and asks nothing of anybody. */
import type { Document } from "../src/file/document.js";
import { fixer } from "../src/file/fix.js";
import { type Lines, linesOf } from "../src/file/lines.js";
import type { Fix, Problem, Range } from "../src/file/problem.js";
import { rereader } from "../src/file/reread.js";
import { decode } from "../src/file/text.js";
import { ruleDocOf } from "../src/lint/catalogue.js";
import { type Checked, checkDocument } from "../src/lint/check.js";
import { checklist } from "../src/lint/playbook.js";
import { rules } from "../src/lint/rules/index.js";
import { htmlDeck } from "../src/render/deck/html.js";
import { markedDraft } from "../src/render/draft.js";
import { onePager } from "../src/render/one-pager.js";
import { onePagerPage } from "../src/render/one-pager-html.js";
import { defaultTheme } from "../src/render/theme.js";
import { treePage } from "../src/render/tree-html.js";
import { treePicture } from "../src/render/tree-svg.js";
import type { RenderData } from "../src/render/view-model.js";
import { wordsIn } from "../src/render/words/words.js";
import { plain } from "../src/report/escape.js";
import { fileReport } from "../src/report/file-report.js";
import { json } from "../src/report/json.js";
import { grouped, type Judged } from "../src/report/report.js";
import { ignoredIn, noScore, readsAs, reasonOf, verdictOf } from "../src/report/wording.js";
import type {
  Answered,
  Answers,
  Asked,
  DrawnName,
  Judgement,
  PointView,
  ProblemGroup,
  Question,
  Ready,
  RuleView,
  ShownFix,
  Span,
} from "./messages.js";

/** The name that the text has in reports. */
const path = "northstar.yaml";

type Draw = (data: RenderData) => string;

const drawings: Readonly<Record<DrawnName, Readonly<Record<string, Draw>>>> = {
  "one-pager": {
    html: (data) => onePagerPage(data, defaultTheme),
    md: onePager,
  },
  tree: {
    html: (data) => treePage(data, defaultTheme),
    svg: (data) => treePicture(data, defaultTheme),
  },
  deck: { html: (data) => htmlDeck(data, defaultTheme) },
};

const reread = rereader();

/** What was judged last, and what could be read last. */
let judged: Judged | null = null;
let readable: RenderData | null = null;

const answers: { [Ask in Question["ask"]]: (question: Extract<Question, { ask: Ask }>) => unknown } = {
  judge: ({ text, today }) => judge(text, today),
  draw: ({ name }) => readable && (drawings[name].html?.(readable) ?? null),
  write: ({ name, format }) =>
    name === "report" ? report() : (readable && drawings[name][format]?.(readable)) || null,
  decode({ bytes }): Answers["decode"] {
    const text = decode(bytes);
    return typeof text === "string" ? { text } : { refused: text.map(({ message }) => message).join("; ") };
  },
};

/** Judges as `northstar lint` does where there is no configuration. */
async function judge(text: string, today: string): Promise<Judgement> {
  const document = reread(text);
  const checked: Checked = Array.isArray(document)
    ? { points: [], problems: document }
    : checkDocument(document, { rules, today });
  judged = { path, text, ...checked };
  const { star } = markedDraft(judged);
  if (star) readable = { star, points: judged.points, today, words: await wordsIn(star.language) };
  return judgementOf(judged, Array.isArray(document) ? null : document);
}

function judgementOf(file: Judged, document: Document | null): Judgement {
  const shown = fileReport(file);
  const { star } = file;
  const lines = linesOf(file.text);
  return {
    isReadable: star !== undefined,
    name: star ? plain(star.name) : null,
    verdict: star ? verdictOf(shown) : noScore,
    readsAs: readsAs(shown),
    ignored: ignoredIn(shown),
    points: star && document ? file.points.map((point) => pointView(point)) : [],
    groups: groupsOf(file),
    rules: Object.fromEntries(file.problems.map(({ rule }) => [rule, ruleView(rule)])),
  };

  function pointView(point: Judged["points"][number]): PointView {
    const at = spanIn(lines, placeOf(point.id));
    return { ...point, name: checklist[point.id].name, reason: plain(reasonOf(point, shown)), at };
  }

  /** An answer, or else the key under which it belongs. */
  function placeOf(point: string): Range {
    const answered = star?.checklist && Object.hasOwn(star.checklist, point);
    const where = answered ? ["checklist", point] : star?.checklist ? ["checklist"] : ["name"];
    const place = document?.locate(where, answered ? {} : { at: "key" });
    return place?.range ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  }
}

function ruleView(rule: string): RuleView {
  const { why, question, chapter } = ruleDocOf(rule);
  return { why: plain(why), question, chapter };
}

function groupsOf({ text, problems }: Judged): ProblemGroup[] {
  const editsOf = fixer(text);
  const lines = linesOf(text);
  return grouped(problems).map((group) => {
    const [first] = group;
    return {
      rule: first.rule,
      severity: first.severity,
      confidence: first.confidence ?? "high",
      at: spanIn(lines, first.range),
      line: first.range.start.line,
      problems: group.map(({ message, fix }: Problem) => ({
        message: plain(message),
        fix: fix ? shownFix(fix) : null,
      })),
      related: first.related.map(({ message, range }) => ({
        message: plain(message),
        line: range.start.line,
        at: spanIn(lines, range),
      })),
    };
  });

  function shownFix(fix: Fix): ShownFix | null {
    const edits = editsOf(fix);
    return edits ? { title: plain(fix.title), safe: fix.safe, edits } : null;
  }
}

function spanIn(lines: Lines, { start, end }: Range): Span {
  return { from: lines.offset(start), to: lines.offset(end) };
}

/** What `northstar lint --format json` prints. */
function report(): string | null {
  const run = { failing: new Set<Problem>(), version: "", folder: "", browse: null };
  return judged && json({ ...run, files: [fileReport(judged)] });
}

/** The part of a worker's world that is used here; the compiler knows only that of pages. */
const worker = globalThis as unknown as {
  onmessage: (event: { data: Asked }) => void;
  postMessage(message: Answered | Ready): void;
};

let last: Promise<void> = Promise.resolve();

worker.onmessage = ({ data }) => {
  // One after the other, so that what is drawn is what was judged before.
  last = last.then(() => reply(data));
};
worker.postMessage({ isReady: true });

async function reply(asked: Asked): Promise<void> {
  const { id } = asked;
  try {
    const answer = answers[asked.ask] as (question: Question) => unknown;
    worker.postMessage({ id, answer: (await answer(asked)) as Answers[keyof Answers] });
  } catch (error) {
    worker.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
}
