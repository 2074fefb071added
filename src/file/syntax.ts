/** Explains errors of the YAML parser to somebody who does not know YAML. */
import * as faults from "./faults.js";
import { keysAt } from "./format-fields.js";
import { isShifted, type Line, levelsAbove, lineAt, opensList, textEnd } from "./indent.js";
import type { Lines } from "./lines.js";
import { backticked } from "./message-text.js";
import { fixOf, type Mistake, problemOf } from "./mistake.js";
import { type ParserError, type Phrase, phrases } from "./parser-messages.js";
import { boldKey, bullet, forgottenDash, type Stumble, untabbed } from "./paste.js";
import type { Edit, Problem, RuleDoc } from "./problem.js";
import { messageForSpace, messageForWideColon, strangeSpace } from "./text.js";

/** Where quotes and brackets open and close; a bracket without `to` is never closed. */
export interface Signs {
  quotes: { from: number; to: number }[];
  brackets: { from: number; to: number | undefined }[];
}

interface Complaint extends Pick<ParserError, "code" | "pos">, Stumble {
  signs: Signs;
  /** Whether the parser's message has one of some phrases. */
  matches(...any: readonly Phrase[]): boolean;
}

/** Names the mistake that a parser stumbled over, where it was made. */
export function explainSyntax(error: ParserError, signs: Signs, text: string, lines: Lines): Problem {
  const { code, pos, message } = error;
  const matches = (...any: readonly Phrase[]) => any.some((phrase) => phrases[phrase].test(message));
  const complaint = { code, pos, matches, at: Math.min(pos[0], text.length), text, lines, signs };
  const mistake = explanations.map((explain) => explain(complaint)).find((each) => each !== undefined);
  return problemOf(mistake ?? unexplained(complaint, message), lines);
}

/** From the most to the least certain; the first that knows the mistake is believed. */
const explanations: readonly ((complaint: Complaint) => Mistake | undefined)[] = [
  mergeConflict,
  fence,
  tab,
  unusualSpace,
  bullet,
  boldKey,
  wideColon,
  unclosedQuote,
  textBehindQuote,
  textBehindBracket,
  bracket,
  unknownTag,
  badEscape,
  blockHeader,
  signAtStart,
  directive,
  missingSpace,
  listOnKeyLine,
  keysOnOneLine,
  colonInText,
  missingColon,
  indentation,
];

function mergeConflict({ text, lines }: Complaint): Mistake | undefined {
  const from = text.search(/^<{7} /m);
  if (from === -1 || !/^={7}\r?$/m.test(text.slice(from))) return undefined;
  const message =
    "git left a conflict here; keep one of the two versions and delete the lines with `<<<`, `===` and `>>>`";
  return { rule: faults.mergeConflict, from, to: lines.lineEnd(from), message };
}

/** A file that was copied from a page together with the lines that fence it in there. */
function fence({ text, lines }: Complaint): Mistake | undefined {
  const from = text.search(/\S/);
  if (!text.startsWith("```", from)) return undefined;
  const edits = [...text.matchAll(/^```.*(?:\n|$)/gm)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
    text: "",
  }));
  const message =
    "three backticks belong to the page that this was copied from; delete this line and the last";
  const fix = { title: "delete both", safe: false, edits };
  return { rule: faults.notYaml, from, to: lines.lineEnd(from), message, fix };
}

function tab({ code, at, pos, text, lines }: Complaint): Mistake | undefined {
  for (const offset of [at, pos[1]]) {
    const start = lines.lineStart(offset);
    const [space = ""] = /^[ \t]*/.exec(text.slice(start, lines.lineEnd(start))) ?? [];
    const from = space.includes("\t") ? start + space.indexOf("\t") : code === "TAB_AS_INDENT" ? at : -1;
    if (from === -1) continue;
    const [tabs = ""] = /^\t*/.exec(text.slice(from, lines.lineEnd(from))) ?? [];
    const to = from + Math.max(1, tabs.length);
    const edits = space.includes("\t") ? untabbed(text, lines) : [{ start: from, end: to, text: "  " }];
    const spaces = edits.find((edit) => edit.start === start)?.text.length ?? 2;
    const message = `a tab stands here; YAML is indented with spaces, so type ${counted(spaces)} instead`;
    const fix = { title: "type spaces for the tabs", safe: false, edits };
    return { rule: faults.tabIndentation, from, to, message, fix };
  }
  return undefined;
}

function unusualSpace({ at, pos, text, lines }: Complaint): Mistake | undefined {
  for (const offset of [at, pos[1]]) {
    const start = lines.lineStart(offset);
    const [written = "", spaces = ""] = strangeSpace.exec(text.slice(start, lines.lineEnd(start))) ?? [];
    if (spaces === "") continue;
    const to = start + written.length;
    const from = to - spaces.length;
    const message = messageForSpace(spaces.charCodeAt(0));
    const fix = fixOf("type a normal space", true, from, to, " ".repeat(spaces.length));
    return { rule: faults.hiddenCharacter, from, to, message, fix };
  }
  return undefined;
}

/** The colon of Chinese and Japanese keyboards. */
function wideColon(complaint: Complaint): Mistake | undefined {
  const sign = /(?<=^ *(?:- +)?[a-z]+ *)：[ \t]*/gm;
  return foreignSign(complaint, sign, faults.missingColon, messageForWideColon, {
    title: "write plain colons",
    text: ": ",
  });
}

/** The first of some signs up to where the parser stumbled; all of them are mended together. */
function foreignSign(
  { text, at, lines }: Complaint,
  sign: RegExp,
  rule: RuleDoc,
  message: string,
  better: { title: string; text: string },
): Mistake | undefined {
  const found = [...text.matchAll(sign)].map(({ index, 0: written }) => ({
    start: index,
    end: index + written.length,
    text: better.text,
  }));
  const [first] = found;
  if (!first || first.start > lines.lineEnd(at)) return undefined;
  const fix = { title: better.title, safe: false, edits: found };
  return { rule, from: first.start, to: first.start + 1, message, fix };
}

function unclosedQuote({ matches, at, text, lines, signs }: Complaint): Mistake | undefined {
  const quote = signs.quotes.findLast(({ from }) => from < at);
  if (!quote) return undefined;
  // A quote that is closed by the next one further down has swallowed keys.
  const swallowed =
    lines.lineEnd(quote.from) < quote.to &&
    /^ *(?:- +)?[\w-]+: /m.test(text.slice(lines.lineEnd(quote.from), quote.to));
  if (!matches("unclosedQuote") && !(swallowed && isBetween(text, quote.to, at))) return undefined;
  const sign = text.charAt(quote.from);
  const to = lines.lineEnd(quote.from);
  const message = `the text that opens with \`${sign}\` is never closed; put a \`${sign}\` at its end`;
  const end = quote.from + text.slice(quote.from, to).trimEnd().length;
  // Between brackets nobody knows where the text ends.
  const inBrackets = signs.brackets.some(
    (open) => open.from < quote.from && (open.to === undefined || open.to > quote.from),
  );
  const fix = inBrackets ? undefined : fixOf(`put a \`${sign}\` at its end`, false, end, end, sign);
  return { rule: faults.unclosedQuote, from: quote.from, to, message, ...(fix && { fix }) };
}

function textBehindQuote(complaint: Complaint): Mistake | undefined {
  const { at, text, signs } = complaint;
  const quote = signs.quotes.findLast(({ to }) => to <= at);
  if (!quote || !isBetween(text, quote.to, at) || !complaint.matches("afterValue")) return undefined;
  const apostrophe = text[quote.from] === "'" && quote.to === at;
  const message = apostrophe
    ? "an apostrophe ends a text in single quotes; put the text in double quotes instead"
    : "there is text behind the closing quote; put the whole text in quotes, with a `\\` before each quote inside";
  return unquoted(complaint, quote.from, message);
}

function textBehindBracket(complaint: Complaint): Mistake | undefined {
  const { at, text, signs, matches } = complaint;
  const closed = signs.brackets.findLast(({ to }) => to !== undefined && to < at);
  if (closed?.to === undefined || !isBetween(text, closed.to + 1, at) || !matches("afterValue"))
    return undefined;
  const sign = text.charAt(closed.from);
  return unquoted(
    complaint,
    closed.from,
    `a text cannot start with ${backticked(sign)}; put the whole text in quotes`,
  );
}

function bracket(complaint: Complaint): Mistake | undefined {
  const { matches, at, text, lines, signs } = complaint;
  if (matches("strayBracket", "strayBrace"))
    return {
      rule: faults.badBrackets,
      from: at,
      to: at + 1,
      message: `this \`${text[at]}\` closes nothing; delete it`,
      fix: fixOf("delete it", false, at, at + 1, ""),
    };
  if (matches("openBracket", "openBrace", "noCommaOrColon")) {
    const open = signs.brackets.findLast(({ from, to }) => to === undefined && from < at);
    if (open) {
      const closing = text[open.from] === "[" ? "]" : "}";
      const message = `\`${text[open.from]}\` opens here and is never closed; put a \`${closing}\` behind what belongs to it`;
      const to = lines.lineEnd(open.from);
      const end = textEnd(text, open.from, lines);
      const goesOn = indentOf(text, lines.nextLine(to), lines) > indentOf(text, lines.lineStart(to), lines);
      const written = text[open.from + 1] === " " ? ` ${closing}` : closing;
      const title = `put a \`${closing}\` at the end of the line`;
      const fix = goesOn ? undefined : fixOf(title, false, end, end, written);
      return { rule: faults.badBrackets, from: open.from, to, message, ...(fix && { fix }) };
    }
  }
  if (matches("openBracket", "openBrace")) {
    const start = lines.lineStart(at);
    const message = "what stands in brackets must be indented further than the key before them";
    return { rule: faults.badIndentation, from: start, to: lines.lineEnd(start), message };
  }
  if (matches("noComma", "noCommaOrColon")) {
    const message = "a comma is missing before this";
    const end = text.slice(0, at).trimEnd().length;
    const fix = fixOf("put a comma before it", false, end, end, ",");
    return { rule: faults.badBrackets, from: at, to: at + 1, message, fix };
  }
  if (matches("strayComma"))
    return {
      rule: faults.badBrackets,
      from: at,
      to: at + 1,
      message: "nothing stands before this comma; delete it",
      fix: fixOf("delete it", false, at, at + (/^, */.exec(text.slice(at))?.[0].length ?? 1), ""),
    };
  return undefined;
}

function unknownTag(complaint: Complaint): Mistake | undefined {
  const { code, at, text } = complaint;
  if (code !== "TAG_RESOLVE_FAILED" || text[at] !== "!") return undefined;
  return unquoted(complaint, at, "a text cannot start with `!`; put it in quotes");
}

function badEscape({ code, at, text }: Complaint): Mistake | undefined {
  if (code !== "BAD_DQ_ESCAPE") return undefined;
  const sign = text.slice(at, at + 2);
  const message = `${backticked(sign)} means nothing in double quotes; use single quotes, or write two backslashes`;
  const fix = fixOf("write two backslashes", false, at, at, "\\");
  return { rule: faults.badEscape, from: at, to: at + sign.length, message, fix };
}

/** `> 5 users`, or the text on the same line as `>-`. */
function blockHeader(complaint: Complaint): Mistake | undefined {
  const { matches, at, text, lines } = complaint;
  if (!matches("notToken", "blockHeader")) return undefined;
  const start = lines.lineStart(at);
  const found = /(?<=^|\s)[|>][-+\d]*(?=\s|\S)/.exec(text.slice(start, at));
  if (!found) return undefined;
  const from = start + found.index;
  const next = lines.nextLine(at);
  const continues = indentOf(text, next, lines) > indentOf(text, start, lines) && next < text.length;
  if (!continues)
    return unquoted(complaint, from, `a text cannot start with \`${found[0]}\`; put it in quotes`);
  const message = `the text starts on the line below \`${found[0]}\`, not beside it`;
  const end = from + found[0].length;
  const [space = ""] = /^[ \t]*/.exec(text.slice(end)) ?? [];
  const below = `\n${" ".repeat(indentOf(text, next, lines))}`;
  const fix = fixOf("put it on the line below", false, end, end + space.length, below);
  return { rule: faults.unquotedText, from, to: textEnd(text, from, lines), message, fix };
}

function signAtStart(complaint: Complaint): Mistake | undefined {
  const { code, at, text, lines, matches } = complaint;
  const sign = text[at] ?? "";
  const alias = matches("afterValue") && /(?<=\s)\*\S*[ \t]+$/.exec(text.slice(lines.lineStart(at), at));
  if (alias)
    return unquoted(complaint, at - alias[0].length, "a text cannot start with `*`; put it in quotes");
  if (code === "BAD_ALIAS" || (code === "BAD_SCALAR_START" && sign !== ""))
    return unquoted(
      complaint,
      at,
      `a text cannot start with ${sign === "`" ? "a backtick" : backticked(sign)}; put it in quotes`,
    );
  if (/^\?\s/.test(text.slice(at, at + 2)) && code === "BLOCK_AS_IMPLICIT_KEY")
    return unquoted(complaint, at, "a text cannot start with `?` and a space; put it in quotes");
  return undefined;
}

function directive({ matches, text, lines }: Complaint): Mistake | undefined {
  const from = text.search(/^%/m);
  if (!matches("directivesEnd") || from === -1) return undefined;
  const message =
    "a line that starts with `%` is an instruction to YAML, which no North Star needs; delete it";
  const fix = fixOf("delete it", false, from, lines.nextLine(from), "");
  return { rule: faults.notYaml, from, to: lines.lineEnd(from), message, fix };
}

function missingSpace({ code, matches, at, text, lines }: Complaint): Mistake | undefined {
  if (!isAboutKeys(code) && code !== "BAD_INDENT" && !matches("afterValue")) return undefined;
  const start = lines.lineStart(at);
  for (const offset of [start, lines.lineBefore(start) ?? start]) {
    const line = text.slice(offset, lines.lineEnd(offset));
    const colon = /^( *(?:- +)?)([a-z]+):(?=[^\s/:])/.exec(line);
    const dash = /^( *)-(?=[a-z]+:\s)/.exec(line);
    if (colon) {
      const [whole, before = "", key = ""] = colon;
      const message = `\`${key}:\` needs a space behind the colon`;
      const to = offset + whole.length;
      const fix = fixOf("put a space behind it", true, to, to, " ");
      return { rule: faults.missingSpace, from: offset + before.length, to, message, fix };
    }
    if (dash) {
      const from = offset + dash[0].length - 1;
      const message = "a list's dash needs a space behind it";
      const fix = fixOf("put a space behind it", true, from + 1, from + 1, " ");
      return { rule: faults.missingSpace, from, to: lines.lineEnd(from), message, fix };
    }
  }
  return undefined;
}

function listOnKeyLine({ matches, at, text, lines }: Complaint): Mistake | undefined {
  if (!matches("listOnKeyLine")) return undefined;
  const message = "a list starts on the line below its key; a text that starts with a dash needs quotes";
  return { rule: faults.badIndentation, from: at, to: textEnd(text, at, lines), message };
}

/** `if: …, then: …` */
function keysOnOneLine({ code, at, text, lines }: Complaint): Mistake | undefined {
  if (code !== "BLOCK_AS_IMPLICIT_KEY") return undefined;
  const start = lines.lineStart(at);
  const line = text.slice(start, lines.lineEnd(start));
  const [, before = "", first = ""] = /^( *(?:- +)?)([a-z]+): /.exec(line) ?? [];
  const next = /,\s+([a-z]+): /.exec(line);
  const key = next?.[1] ?? "";
  if (!next || !itemKeys.has(first) || !itemKeys.has(key)) return undefined;
  const message = `one line holds one key; put \`${key}:\` on a line of its own, below \`${first}:\``;
  const comma = start + next.index;
  const from = comma + next[0].indexOf(key);
  const fix = fixOf("put it on a line of its own", false, comma, from, `\n${" ".repeat(before.length)}`);
  return { rule: faults.badIndentation, from, to: from + key.length, message, fix };
}

const itemKeys: ReadonlySet<string> = new Set([...keysAt(["inputs", 0]), ...keysAt(["bets", 0])]);

function colonInText(complaint: Complaint): Mistake | undefined {
  const { code, at, text, lines } = complaint;
  if (code !== "BLOCK_AS_IMPLICIT_KEY" && code !== "BLOCK_IN_FLOW") return undefined;
  const rest = text.slice(at, textEnd(text, at, lines));
  if (!/:(?:\s|$)/.test(rest) || /^[ -]/.test(rest)) return undefined;
  return unquoted(complaint, at, "a text with a colon and a space in it needs quotes around it");
}

function missingColon({ code, matches, at, text, lines }: Complaint): Mistake | undefined {
  if (text[at] === "-" || (code !== "MULTILINE_IMPLICIT_KEY" && !matches("keyWithoutValue")))
    return undefined;
  const start = lines.lineStart(at);
  const line = text.slice(start, lines.lineEnd(start));
  const [equals, sign = "", space = ""] = /^ *(?:- +)?[a-z]+(\s*=)(\s*)/.exec(line) ?? [];
  if (equals !== undefined) {
    const message = "a key is followed by a colon and a space, not by `=`";
    const end = start + equals.length;
    const to = end - space.length;
    const fix = fixOf("write a colon", false, to - sign.length, end, ": ");
    return { rule: faults.missingColon, from: start, to, message, fix };
  }
  const found = /^( *(?:- +)?)([a-z]+)(?= |$)/.exec(line);
  const isKey = found && (formatKeys.has(found[2] ?? "") || found[0] === line.trimEnd());
  if (!isKey) return undefined;
  const [whole, before = "", key = ""] = found;
  const message = `\`${key}\` needs a colon and a space behind it`;
  const to = start + whole.length;
  const fix = fixOf("put a colon behind it", false, to, to, ":");
  return { rule: faults.missingColon, from: start + before.length, to, message, fix };
}

/** Words that are more likely a key than the start of a sentence. */
const formatKeys: ReadonlySet<string> = new Set([...keysAt([]), "level", "factor", "stage"]);

function indentation({ code, matches, at, text, lines }: Complaint): Mistake | undefined {
  if (!isAboutKeys(code) && code !== "BAD_INDENT" && !matches("afterValue")) return undefined;
  const shifted = [at, lines.nextLine(at)]
    .map((offset) => lineAt(text, offset, lines))
    .find((line) => !opensList(text, line, lines) && isShifted(line, levelsAbove(text, line.start, lines)));
  if (!shifted) return stray(lineAt(text, at, lines), text, lines);
  const forgotten = forgottenDash({ text, lines, at }, shifted, itemKeys);
  if (forgotten) return forgotten;
  const { start, end, indent, kind } = shifted;
  const near = levelsAbove(text, start, lines)
    .filter((level) => level.kind === kind)
    .sort((a, b) => Math.abs(a.column - indent) - Math.abs(b.column - indent))[0];
  const advice = near
    ? `with ${counted(near.column)} it stands beside ${near.name}`
    : kind === "dash"
      ? "a list stands below a key with a colon"
      : "a key cannot follow the items of a list";
  const message = `this ${kind} has ${counted(indent)} before it, which fits nothing above; ${advice}`;
  const edits = near ? moved({ text, lines }, shifted, near.column) : [];
  const fix = near && { title: `put ${counted(near.column)} before it`, safe: false, edits };
  return { rule: faults.badIndentation, from: start + indent, to: end, message, ...(fix && { fix }) };
}

/** Moves a line to another column, with those below that stand beside it or under it. */
function moved({ text, lines }: Pick<Complaint, "text" | "lines">, line: Line, column: number): Edit[] {
  const dashes = /^(?:- +)*/.exec(text.slice(line.start + line.indent, line.end))?.[0].length ?? 0;
  const edits = [shift(line)];
  for (let start = lines.nextLine(line.start); start < text.length; start = lines.nextLine(start)) {
    const below = lineAt(text, start, lines);
    if (below.end === start || text[start] === "#") continue;
    // What stands where it will belong has been right all along.
    const isRight =
      (below.kind === line.kind && below.indent === column) ||
      (dashes > 0 && edits.length === 1 && below.indent === column + dashes);
    if (below.indent < line.indent || isRight) break;
    edits.push(shift(below));
  }
  return edits;

  function shift({ start, indent }: Line): Edit {
    return { start, end: start + indent, text: " ".repeat(indent - line.indent + column) };
  }
}

/** A line that is neither a key with a colon nor indented like the text above it. */
function stray({ start, end, indent }: Line, text: string, lines: Lines): Mistake {
  const previous = lines.lineBefore(start);
  const before = previous === undefined ? undefined : lineAt(text, previous, lines);
  const cut = before && /(?<=\s)#[\p{L}\p{N}].*/u.exec(text.slice(before.start, lines.lineEnd(before.start)));
  if (cut) {
    const from = before.start + cut.index;
    const message = `${backticked(cut[0])} is a comment, and ends the text; put the whole text in quotes`;
    return { rule: faults.unquotedText, from, to: from + cut[0].trimEnd().length, message };
  }
  const needed =
    before && (before.kind ? (levelsAbove(text, start, lines)[0]?.column ?? 0) + 2 : before.indent);
  const advice = needed
    ? `if it continues the text above, indent it by ${counted(needed)}`
    : "write `key: text`";
  const message = `this line has no key; ${advice}`;
  return { rule: faults.badIndentation, from: start + indent, to: end, message };
}

function counted(spaces: number): string {
  return spaces === 0 ? "no spaces" : spaces === 1 ? "1 space" : `${spaces} spaces`;
}

function unexplained({ at, pos, lines, text }: Complaint, said: string): Mistake {
  const says = said.charAt(0).toLowerCase() + said.slice(1).split("\n")[0];
  return {
    rule: faults.notYaml,
    from: at,
    to: Math.min(Math.max(pos[1], at), lines.lineEnd(at), text.length),
    message: `this cannot be read as YAML (${says}); compare its colons, quotes and indentation with the lines around it`,
  };
}

function isAboutKeys(code: string): boolean {
  return code === "MULTILINE_IMPLICIT_KEY" || code === "BLOCK_AS_IMPLICIT_KEY" || code === "MISSING_CHAR";
}

/** A text that is not in quotes and should be. */
function unquoted({ text, lines, signs }: Complaint, from: number, message: string): Mistake {
  const inside = signs.brackets.some((each) => each.from < from && from < (each.to ?? text.length));
  const end = textEnd(text, from, lines);
  const comma = inside ? text.slice(from, end).search(/[,\]}]/) : -1;
  const to = comma > 0 ? from + comma : end;
  const meant = text
    .slice(from, to)
    .trimEnd()
    .replace(/^'(.*)'$/, "$1");
  const fix = fixOf("put it in quotes", true, from, to, JSON.stringify(meant));
  return { rule: faults.unquotedText, from, to, message, fix };
}

function isBetween(text: string, from: number, to: number): boolean {
  return from <= to && /^[ \t]*$/.test(text.slice(from, to));
}

function indentOf(text: string, offset: number, lines: Lines): number {
  return text.slice(lines.lineStart(offset), lines.lineEnd(offset)).search(/\S|$/);
}
