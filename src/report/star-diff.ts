/** What `northstar diff` prints: for a terminal, as Markdown for a pull request, and for programs. */
import type { StarChange } from "../diff/star-changes.js";
import type { WordPiece } from "../diff/words.js";
import type { Northstar } from "../file/northstar.js";
import { thousands } from "../file/text.js";
import type { PointState, State } from "../lint/check.js";
import { checklist } from "../lint/playbook.js";
import { sentence } from "../reading/sentence.js";
import { type ChangeText, changeParts, changeTexts, titleOfThing, type Versions } from "./change-words.js";
import { markdown, messageMarkdown } from "./escape.js";
import { heading, joined, list, table } from "./markdown-blocks.js";
import { type FileReport, pluralize, scoreOf } from "./report.js";
import { jsonText, wrap } from "./terminal-text.js";
import { type Look, type TerminalTheme, terminalTheme } from "./terminal-theme.js";
import { reasonOf } from "./wording.js";

/** A North Star at one of the two points in time, as it is judged today. */
export type DiffSide = FileReport & { star: Northstar };

/** A North Star then and now. One of both may be missing: where the file was not there, or could not be read. */
export interface DiffOfFile {
  /** As the person would name it; as it was called before, where it is gone. */
  path: string;
  /** What it was called before, where that was another name. */
  formerPath?: string;
  before?: DiffSide;
  after?: DiffSide;
  /** Which version is no North Star, and why: nothing can be compared with it. */
  unread?: { side: "before" | "after"; message: string; line: number };
  changes: readonly StarChange[];
}

/** The two points in time: a revision, a file, or what is here now. */
export interface DiffReport {
  from: string;
  to: string;
  files: readonly DiffOfFile[];
}

/** `new` and `gone` are files; `unread` is one of which a version is no North Star. */
type DiffStatus = "changed" | "same" | "new" | "gone" | "unread";

function statusOf({ before, after, unread, changes }: DiffOfFile): DiffStatus {
  if (unread) return "unread";
  if (!before || !after) return before ? "gone" : "new";
  return changes.length > 0 ? "changed" : "same";
}

function versionsOf({ before, after }: DiffOfFile): Versions {
  return { before: before?.star, after: after?.star };
}

/** A point of the checklist whose state is another now. */
interface PointChange {
  now: PointState;
  was: State;
  event: "won" | "lost" | "other";
}

function changedPoints({ before, after }: DiffOfFile): PointChange[] {
  return (after?.points ?? []).flatMap((now): PointChange[] => {
    const was = before?.points.find(({ id }) => id === now.id)?.state;
    if (was === undefined || was === now.state) return [];
    return [{ now, was, event: now.state === "met" ? "won" : was === "met" ? "lost" : "other" }];
  });
}

/** How a version of the definition reads; null where that is not in English or says nothing that can be counted. */
function readingIn(side: DiffSide | undefined): string | null {
  return side?.reading ? sentence(side.reading) : null;
}

/** The points before and now, or now alone. */
function scoresOf({ before, after }: DiffOfFile): string {
  if (!after) return "";
  const now = scoreOf(after.points);
  const was = before && scoreOf(before.points);
  return was === undefined || was === now ? now : `${now}, before ${was.replace(/ points? met$/, "")}`;
}

/** In words what there is to say of a file besides its changes; its own texts are not in it. */
function noticeOf(file: DiffOfFile): string | null {
  switch (statusOf(file)) {
    case "new":
      return "This North Star is new.";
    case "gone":
      return "This North Star is gone.";
    case "same":
      return "Nothing changed in what it says.";
    case "unread":
      return `${file.unread?.side === "after" ? "This is" : "The earlier version is"} no North Star (line ${file.unread?.line}), so nothing can be compared:`;
    default:
      return null;
  }
}

/** What a person sees in a terminal. Words that are gone stand in [-…-], those that are new in {+…+}. */
export function starDiffPage({ from, to, files }: DiffReport, look: Look): string {
  const theme = terminalTheme(look.color);
  const several = files.length > 1;
  const same = several ? files.filter((file) => statusOf(file) === "same") : [];
  const pages = files.filter((file) => !same.includes(file)).map((file) => fileLines(file, look, theme));
  const rest = same.length > 0 ? [[`${pluralize(same.length, "North Star")} in which nothing changed`]] : [];
  const title = wrap(`From ${from} to ${to}`, look.width).map((line) => theme.faint(line));
  return `${[title, ...pages, ...rest].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function fileLines(file: DiffOfFile, look: Look, theme: TerminalTheme): string[] {
  const { path, formerPath, before, after, unread } = file;
  const { width } = look;
  const lines = (text: string, indent = 0) =>
    wrap(text, width - indent).map((line) => `${" ".repeat(indent)}${line}`);
  const texts = changeTexts(file.changes, versionsOf(file));
  const name = (after ?? before)?.star.name ?? "";
  const notice = noticeOf(file);
  const [was, now] = [readingIn(before), readingIn(after)];
  return [
    ...lines(
      [`${path}${formerPath === undefined ? "" : ` (was ${formerPath})`}`, name].filter(Boolean).join(" · "),
    ).map((line) => theme.bold(line)),
    ...(notice === null ? [] : lines(notice)),
    ...(unread ? lines(unread.message, 2).map((line) => theme.faint(line)) : []),
    ...readingLines(),
    ...changeParts.flatMap((part) => {
      const own = texts.filter((text) => text.part === part);
      return own.length === 0
        ? []
        : ["", theme.bold(part), ...own.flatMap((text) => changeLines(text, width, theme))];
    }),
    ...pointLines(),
  ];

  function readingLines(): string[] {
    if (was === null && now === null) return [];
    const label = (word: string, text: string) =>
      wrap(text, width - 11).map(
        (line, index) => `  ${theme.faint((index === 0 ? word : "").padEnd(7))}  ${line}`,
      );
    const nothing = "nothing that can be counted";
    const both = [
      ...(before && was !== now ? label("before", was ?? nothing) : []),
      ...(after ? label(before && was === now ? "as ever" : "now", now ?? nothing) : []),
    ];
    return ["", theme.bold("Reads as"), ...both];
  }

  function pointLines(): string[] {
    if (!after) return [];
    const points = changedPoints(file).map(({ now, was, event }) => {
      const word = event === "won" ? "won" : event === "lost" ? "lost" : now.state;
      const why = event === "won" ? `was ${was}` : `${now.state}, was ${was}: ${reasonOf(now, after)}`;
      const paint = event === "won" ? theme.met : event === "lost" ? theme.error : theme.plain;
      const [first = "", ...more] = wrap(`${word}  ${checklist[now.id].name} (${why})`, width - 4);
      return [`  ${paint(word)}${first.slice(word.length)}`, ...more.map((line) => `    ${line}`)].join("\n");
    });
    return ["", theme.bold(scoresOf(file)), ...points];
  }
}

/** A change with what was and is said, below its label where there is more than one of it. */
function changeLines({ label, subject, said }: ChangeText, width: number, theme: TerminalTheme): string[] {
  const marked = said.map((each) => ({ label: each.label, text: markedText(each.words) }));
  const [only, ...others] = marked;
  if (subject === undefined && only && others.length === 0)
    return painted(`${label}: ${only.text}`, 2, width, theme);
  return [
    ...painted(subject === undefined ? label : `${label}: ${subject}`, 2, width, theme),
    ...marked.flatMap(({ label, text }) => painted(label ? `${label}: ${text}` : text, 6, width, theme)),
  ];
}

function markedText(words: readonly WordPiece[]): string {
  return words
    .map(({ text, change }) =>
      change === "gone" ? `[-${text}-]` : change === "added" ? `{+${text}+}` : text,
    )
    .join("");
}

/** Breaks a text with marks into lines, the first less far in, and colours what stands between the marks. */
function painted(text: string, indent: number, width: number, theme: TerminalTheme): string[] {
  let paint = theme.plain;
  return wrap(text, width - indent - 2).map((line, index) => {
    const shown = line
      .split(/(?=\[-|\{\+)|(?<=-\]|\+\})/)
      .map((piece) => {
        if (piece.startsWith("[-")) paint = theme.error;
        if (piece.startsWith("{+")) paint = theme.met;
        const done = paint(piece);
        if (piece.endsWith("-]") || piece.endsWith("+}")) paint = theme.plain;
        return done;
      })
      .join("");
    return `${" ".repeat(index === 0 ? indent : indent + 2)}${shown}`;
  });
}

/** How many characters a comment takes on GitHub; GitLab takes more. */
const longestComment = 65_536;

/** The same as Markdown: what a comment on a pull request takes, and a sentence that it was cut where it takes no more. */
export function starDiffMarkdown(report: DiffReport): string {
  const blocks = markdownBlocks(report);
  const whole = joinedBlocks(blocks);
  if (whole.length <= longestComment) return whole;
  const total = blocks.reduce((sum, { changes }) => sum + changes, 0);
  const notice = (left: number) =>
    `**Left out here: ${left === 0 ? "the end" : `${thousands(left)} of ${pluralize(total, "change")}`}, since a comment takes ${thousands(longestComment)} characters; \`northstar diff\` shows everything.**`;
  let room = longestComment - notice(total).length - 3;
  const kept: MarkdownBlock[] = [];
  for (const block of blocks) {
    room -= block.text.length + 2;
    if (room >= 0) kept.push(block);
    else if (kept.length > 0 && block.changes === 0) break;
    else room += block.text.length + 2;
  }
  while (kept.at(-1)?.text.startsWith("#")) kept.pop();
  const left = total - kept.reduce((sum, { changes }) => sum + changes, 0);
  return joinedBlocks([...kept, { text: notice(left), changes: 0 }]);
}

/** Items of a list stand line below line, all else with an empty line between. */
function joinedBlocks(blocks: readonly MarkdownBlock[]): string {
  const gap = ({ changes }: MarkdownBlock, index: number) =>
    index === 0 ? "" : changes > 0 && (blocks[index - 1]?.changes ?? 0) > 0 ? "\n" : "\n\n";
  return `${blocks.map((block, index) => gap(block, index) + block.text).join("")}\n`;
}

/** A part of the document that is not cut, and how many changes are in it. */
interface MarkdownBlock {
  text: string;
  changes: number;
}

function markdownBlocks({ from, to, files }: DiffReport): MarkdownBlock[] {
  const block = (text: string, changes = 0): MarkdownBlock => ({ text, changes });
  const [only, ...others] = files;
  const several = others.length > 0;
  const same = several ? files.filter((file) => statusOf(file) === "same") : [];
  const names = ({ after, before }: DiffOfFile) => (after ?? before)?.star.name ?? "";
  const headOf = (file: DiffOfFile) => [placeOf(file), markdown(names(file))].filter(Boolean).join(" · ");
  const title =
    only && !several ? `What changed: ${names(only) || only.path}` : "What changed in the North Stars";
  const span = `From ${markdown(from)} to ${markdown(to)}`;
  return [
    block(heading(1, title)),
    block(several || !only ? span : `${span} · ${placeOf(only)}`),
    ...files
      .filter((file) => !same.includes(file))
      .flatMap((file) => [
        ...(several ? [block(`## ${headOf(file)}`)] : []),
        ...fileBlocks(file, several ? 3 : 2).map(({ text, changes }) => block(text, changes)),
      ]),
    ...(same.length > 0
      ? [
          block(heading(2, `${pluralize(same.length, "North Star")} in which nothing changed`)),
          block(list(same.map(headOf))),
        ]
      : []),
  ].filter(({ text }) => text !== "");
}

function placeOf({ path, formerPath }: DiffOfFile): string {
  return markdown(path) + (formerPath === undefined ? "" : ` (was ${markdown(formerPath)})`);
}

function fileBlocks(file: DiffOfFile, level: 2 | 3): MarkdownBlock[] {
  const { before, after, unread } = file;
  const notice = noticeOf(file);
  const texts = changeTexts(file.changes, versionsOf(file));
  const [was, now] = [readingIn(before), readingIn(after)];
  const said = (reading: string | null) => markdown(reading ?? "nothing that can be counted");
  const reads =
    was === null && now === null
      ? ""
      : before && after && was !== now
        ? table(["Read before as", "Reads now as"], [[said(was), said(now)]])
        : `Reads ${before && after ? "as before: " : "as: "}${said(now ?? was)}`;
  const blocks = [
    notice ?? "",
    unread ? `> ${messageMarkdown(unread.message)}` : "",
    reads,
    pointsBlock(file),
  ];
  return [
    ...blocks.map((text) => ({ text, changes: 0 })),
    ...changeParts.flatMap((part) => {
      const own = texts.filter((text) => text.part === part);
      return own.length === 0
        ? []
        : [
            { text: heading(level, part), changes: 0 },
            ...own.map((text) => ({ text: list([changeItem(text)]), changes: 1 })),
          ];
    }),
  ];
}

function pointsBlock(file: DiffOfFile): string {
  const { after } = file;
  if (!after) return "";
  const points = changedPoints(file).map(({ now, was, event }) => {
    const name = `**${checklist[now.id].name}**`;
    const reason = markdown(reasonOf(now, after));
    if (event === "won") return `✔ won: ${name}, was ${was}`;
    return `${event === "lost" ? "✖ lost: " : ""}${name}: ${now.state}, was ${was}${reason ? `. ${reason}` : ""}`;
  });
  return joined([`**${scoresOf(file)}**`, list(points)]).trimEnd();
}

function changeItem({ label, subject, said }: ChangeText): string {
  const texts = said.map((each) => ({ label: each.label, text: markedMarkdown(each.words) }));
  const [only, ...others] = texts;
  if (subject === undefined && only && others.length === 0) return `**${markdown(label)}**: ${only.text}`;
  const items = texts.map(({ label, text }) => (label ? `${markdown(label)}: ${text}` : text));
  const head = `**${markdown(label)}**${subject === undefined ? "" : `: ${markdown(subject)}`}`;
  return items.length === 0 ? head : `${head}\n${list(items)}`;
}

/** In tags, since signs of Markdown mark nothing inside a word. */
function markedMarkdown(words: readonly WordPiece[]): string {
  return words
    .map(({ text, change }, index) => {
      const isInPlace = change === "added" && words[index - 1]?.change === "gone";
      const core = text.trim();
      const start = text.slice(0, text.length - text.trimStart().length) && " ";
      const end = core && text.slice(text.trimEnd().length) && " ";
      // No piece stands at the start of a line.
      const inside = markdown(`(${core}`).slice(1);
      if (change === undefined || core === "") return start + inside + end;
      const tag = change === "gone" ? "del" : "ins";
      return `${isInPlace ? " " : start}<${tag}>${inside}</${tag}>${end}`;
    })
    .join("");
}

/** For programs, version 1: schemas/diff.schema.json. */
export function starDiffJson({ from, to, files }: DiffReport): string {
  return jsonText({
    version: 1,
    from,
    to,
    files: files.map((file) => ({
      path: file.path,
      was: file.formerPath ?? null,
      status: statusOf(file),
      unread: file.unread ?? null,
      before: sideFields(file.before),
      after: sideFields(file.after),
      won: changedPoints(file).flatMap(({ now, event }) => (event === "won" ? [now.id] : [])),
      lost: changedPoints(file).flatMap(({ now, event }) => (event === "lost" ? [now.id] : [])),
      changes: file.changes.map(changeFields),
    })),
  });
}

function sideFields(side: DiffSide | undefined): object | null {
  return side ? { name: side.star.name, reads: readingIn(side), points: side.points } : null;
}

function changeFields(change: StarChange): object {
  const { kind, path } = change;
  const single = (value: string | number | undefined) => value ?? null;
  if (!("fields" in change))
    return {
      kind,
      path,
      id: null,
      subject: null,
      before: single(change.before),
      after: single(change.after),
      fields: [],
    };
  return {
    kind,
    path,
    id: change.id === "" ? null : change.id,
    subject: titleOfThing({ ...(change.after ?? change.before) }),
    before: null,
    after: null,
    fields: change.fields.map(({ key, before, after }) => ({
      key,
      before: single(before),
      after: single(after),
    })),
  };
}
