/** The agenda of a review meeting in words: for a terminal, and in Markdown. */
import { capitalized } from "../file/message-text.js";
import { points } from "../file/problem.js";
import { markdownOf, type OutlinePart } from "../render/outline.js";
import { betSentence } from "../render/tree-nodes.js";
import { expectedIn, limitTold } from "../render/view-model.js";
import { around, aside, counted, dayInYear, dayText, fill, type Wording } from "../render/words/words.js";
import { wrap } from "../report/terminal-text.js";
import { type Look, terminalTheme } from "../report/terminal-theme.js";
import { cutTo } from "./cut.js";
import type { Meeting, Topic } from "./meeting.js";
import { movedText, periodText } from "./moved-text.js";
import { dayTold } from "./post.js";

/** A topic as it is told: when, who brings it, what helps to decide, and the commands that note what was decided. */
interface ToldTopic {
  /** "0:05–0:10" */
  time: string;
  who: string;
  title: string;
  details: readonly string[];
  commands: readonly string[];
}

export interface ToldMeeting {
  title: string;
  /** "35 minutes", or that there is nothing to decide. */
  note: string;
  topics: readonly ToldTopic[];
  /** What has to wait: titles with their minutes. */
  left: readonly string[];
}

/** Tells a meeting. `commands` has those of each topic, in their order. */
export function toldMeeting(
  meeting: Meeting,
  commands: readonly (readonly string[])[],
  words: Wording,
  isIndex: boolean,
): ToldMeeting {
  const { agenda, digest } = words;
  const day = dayText(meeting.day, words);
  const length = (minutes: number) => counted(words, agenda.minutes, minutes);
  let start = 0;
  const topics = meeting.topics.map((topic, index): ToldTopic => {
    const end = start + topic.minutes;
    const time = `${clockOf(start)}–${clockOf(end)}`;
    start = end;
    return {
      time,
      who: whoOf(topic, words),
      title: titleOf(topic, meeting, words),
      details: detailsOf(topic, meeting, words, isIndex),
      commands: commands[index] ?? [],
    };
  });
  const { next } = meeting;
  const then =
    next === null ? digest.never : fill(digest.until, { text: dayInYear(next, meeting.day, words) });
  return {
    title: fill(agenda.title, { name: short(meeting.name), text: day }),
    note:
      topics.length > 0
        ? length(meeting.minutes)
        : fill(digest.both, { text: fill(agenda.nothing, { text: day }), next: then }),
    topics,
    left: meeting.left.map((topic) => aside(titleOf(topic, meeting, words), length(topic.minutes), words)),
  };
}

/** Somebody reads a text of the team's aloud: at most so many words of it. */
const mostWords = 30;
const short = (text: string) => cutTo(text, mostWords);

function clockOf(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function whoOf({ kind, owner }: Topic, { agenda, digest }: Wording): string {
  if (owner !== null) return cutTo(owner, 5);
  return kind === "verdict" || kind === "look" ? digest.nobody : agenda.everybody;
}

function titleOf(topic: Topic, { name }: Pick<Meeting, "name">, words: Wording): string {
  const { agenda, digest } = words;
  const bet = (text: string, change: string) =>
    capitalized(fill(text, { text: fill(digest.quoted, { text: short(change) }) }));
  switch (topic.kind) {
    case "verdict":
      return bet(digest.verdict, topic.bet.if);
    case "look":
      return bet(digest.look, topic.bet.if);
    case "limit":
      return fill(digest.over, { text: limitTold(topic.limit, words).text });
    case "holds":
      return capitalized(fill(digest.holds, { name: short(name) }));
    case "adopt":
      return fill(agenda.adopt, { name: short(name) });
    case "questions":
      return capitalized(counted(words, agenda.questions, topic.count));
    default:
      return agenda[topic.kind];
  }
}

function detailsOf(topic: Topic, { day: today }: Meeting, words: Wording, isIndex: boolean): string[] {
  const { agenda, digest, labels, trend, states } = words;
  const labelled = (label: string, text: string) => fill(labels.labelled, { label, text });
  const day = (date: string) => dayInYear(date, today, words);
  switch (topic.kind) {
    case "numbers":
      return [
        ...topic.moved.map((movement) => {
          const text = aside(movedText(movement, words, isIndex), periodText(movement, today, words), words);
          return labelled(short(movement.thing.name), text);
        }),
        ...topic.late.map(({ name, last }) =>
          capitalized(fill(digest.stale, { name: short(name), text: fill(trend.day, { text: day(last) }) })),
        ),
      ];
    case "verdict":
    case "look": {
      const { bet } = topic;
      return [
        betSentence({ change: short(bet.if), effect: short(bet.then), words }),
        ...(bet.expect
          ? [capitalized(fill(labels.expected, { text: short(expectedIn(bet.expect, words)) }))]
          : []),
        ...(bet.disproof ? [capitalized(around(labels.lostIf, short(bet.disproof)))] : []),
        ...(topic.day === null ? [] : [capitalized(dayTold(topic.day, today, words))]),
      ];
    }
    case "limit":
      return topic.limit.active.map(({ value }) => fill(digest.quoted, { text: short(value.if) }));
    case "holds":
      return [capitalized(dayTold(topic.day, today, words))];
    case "checklist":
      return topic.points.map(({ id, state, isStale }) =>
        labelled(
          `${points.indexOf(id) + 1} ${words.points[id]}`,
          [...(state === "met" ? [] : [states[state]]), ...(isStale ? [agenda.older] : [])].join(
            labels.comma,
          ),
        ),
      );
    case "inputs":
      return topic.names.map(short);
    case "questions":
      // The questions are written in English, and so they stand in the file.
      return words.tag === "en" ? [...topic.first] : [];
    default:
      return [];
  }
}

/** The agenda in lines as wide as the terminal. */
export function meetingText({ title, note, topics, left }: ToldMeeting, words: Wording, look: Look): string {
  const theme = terminalTheme(look.color);
  const { width } = look;
  const indented = (text: string, first: string) =>
    wrap(text, width - first.length).map(
      (line, index) => `${index === 0 ? first : " ".repeat(first.length)}${line}`,
    );
  const blocks = [
    [...wrap(title, width).map((line) => theme.bold(line)), ...wrap(note, width)],
    ...topics.map(({ time, who, title, details, commands }) => [
      ...indented(fill(words.labels.labelled, { label: who, text: title }), `${time}  `).map((line) =>
        theme.bold(line),
      ),
      ...details.flatMap((text) => indented(text, "  • ")),
      ...commands.map((command) => theme.faint(`    ${command}`)),
    ]),
    ...(left.length > 0
      ? [[theme.bold(words.agenda.left), ...left.flatMap((text) => indented(text, "  • "))]]
      : []),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The agenda as a document for the team's page. */
export function meetingMarkdown({ title, note, topics, left }: ToldMeeting, { agenda }: Wording): string {
  const parts: OutlinePart[] = [{ heading: title, level: 1 }, { text: note }];
  if (topics.length > 0)
    parts.push({
      heads: [agenda.time, agenda.who, agenda.what],
      rows: topics.map(({ time, who, title }) => [time, who, title]),
    });
  for (const { time, title, details, commands } of topics) {
    if (details.length + commands.length === 0) continue;
    parts.push({ heading: `${time} ${title}`, level: 2 });
    if (details.length > 0) parts.push({ list: details });
    if (commands.length > 0) parts.push({ commands });
  }
  if (left.length > 0) parts.push({ heading: agenda.left, level: 2 }, { list: left });
  return markdownOf(parts);
}
