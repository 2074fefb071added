/** Reads the exports of trackers, piece by piece: they may be large, cut off, or something else. */
import { realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { backticked } from "../../../file/message-text.js";
import { thousands } from "../../../file/text.js";
import { type JsonMember, jsonMembers, NotJson } from "../../../metrics/json-members.js";
import type { WorkExport } from "../../../work/compare-work.js";
import { itemFromJson, itemSections, NotWork } from "../../../work/export-json.js";
import { delimiters, knownColumns, tableReader } from "../../../work/export-table.js";
import type { WorkItem } from "../../../work/work-item.js";
import { Failure, failureAt } from "../../host/exit.js";
import { attempt, readPieces } from "../../host/read-file.js";
import type { World } from "../../host/world.js";

/** How large an export may be, and how much it may hold. */
const mostBytes = 2 ** 30;
const mostItems = 500_000;

/** The work in an export; `-` is standard input. What it is not is a {@link Failure} that says what to do. */
export async function readExport(world: World, name: string): Promise<WorkExport> {
  const path = name === "-" ? "standard input" : name;
  const pieces = name === "-" ? await inputPieces(world) : filePieces(world, name);
  try {
    return { path, ...(await workIn(pieces)) };
  } catch (error) {
    if (error instanceof NotJson || error instanceof NotWork) {
      const found = error instanceof NotJson ? error.found : error.message;
      throw failureAt(path, `${path} is ${found}${found.includes(";") ? "" : `; ${howToExport}`}`);
    }
    throw error;
  }
}

const howToExport = "docs/links.md says how each tool exports its work";

function* filePieces(world: World, name: string): Generator<Uint8Array> {
  const real = attempt(() => realpathSync.native(resolve(world.cwd, name)));
  if ("reason" in real) throw failureAt(name, `cannot read ${name}: ${real.reason}`);
  const stats = attempt(() => statSync(real.value));
  if ("value" in stats && stats.value.isDirectory())
    throw failureAt(name, `cannot read ${name}: it is a folder; name the files in it`);
  if ("value" in stats && stats.value.size > mostBytes)
    throw failureAt(name, `${name} is larger than 1 GiB; leave descriptions and comments out of the export`);
  try {
    yield* readPieces(real.value);
  } catch (error) {
    const failed = attempt(() => {
      throw error;
    });
    throw failureAt(name, `cannot read ${name}: ${"reason" in failed ? failed.reason : ""}`);
  }
}

async function inputPieces({ stdin }: World): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const piece = Buffer.from(chunk);
    pieces.push(piece);
    size += piece.length;
    if (size > mostBytes / 4)
      throw new Failure("standard input has more than 256 MiB; write the export into a file, and name that");
  }
  return pieces;
}

type Work = Pick<WorkExport, "items" | "partial">;

async function workIn(pieces: Iterable<Uint8Array>): Promise<Work> {
  const texts = decoded(pieces);
  let start = "";
  while (start.trim() === "") {
    const { value, done } = texts.next();
    if (done) throw new NotWork("empty");
    start = value;
  }
  const sign = start.trimStart()[0];
  if (sign === "<") throw new NotWork("a web page, and no export: log in, or ask the tool for JSON or CSV");
  if (sign === "[" || sign === "{") return fromJson(start.trimStart(), texts);
  const { tableRows } = await import("./table-rows.js");
  return await fromTable(start, texts, tableRows);
}

/** Pieces as text; UTF-16 is what PowerShell writes behind `>`. */
function* decoded(pieces: Iterable<Uint8Array>): Generator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for (const piece of pieces) {
      decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
      const text = decoder.decode(piece, { stream: true });
      if (text !== "") yield text;
    }
    const rest = decoder?.decode() ?? "";
    if (rest !== "") yield rest;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new NotWork("not written in UTF-8; save it as UTF-8");
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function fromJson(start: string, others: Iterable<string>): Work {
  const isList = start[0] === "[";
  const items: WorkItem[] = [];
  const about = new Map<string, unknown>();
  let hasList = false;
  let seen = 0;
  for (const { section, key, value } of jsonMembers(encoded(start, others, isList), (name) =>
    isWanted(name, isList),
  )) {
    if (!isItem(section)) about.set(section, value ?? about.get(section));
    else if (key === null) hasList = true;
    else for (const each of Array.isArray(value) ? value : [value]) add(each);
  }
  if (seen === 0) refuseAnswer(hasList, about);
  return { items, partial: partOf(seen, about) };

  function add(value: unknown): void {
    if (seen === mostItems) throw tooMany();
    seen += 1;
    const item = itemFromJson(value);
    if (item) items.push(item);
  }
}

/** A list is walked through as what stands in an object under a key without a name. */
function* encoded(start: string, others: Iterable<string>, isList: boolean): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  if (isList) yield encoder.encode('{"":');
  yield encoder.encode(start);
  for (const text of others) yield encoder.encode(text);
  if (isList) yield encoder.encode("}");
}

const aboutSections = ["total", "totalCount", "isLast", "nextPageToken", "message", "errorMessages"];

function isWanted(section: string, isList: boolean): boolean {
  return isList ? section === "" : isItem(section) || aboutSections.includes(section);
}

function isItem(section: JsonMember["section"]): boolean {
  return (itemSections as readonly string[]).includes(section);
}

/** An export without work is fine; an answer that says no is none. */
function refuseAnswer(hasList: boolean, about: ReadonlyMap<string, unknown>): void {
  const said = about.get("message") ?? about.get("errorMessages");
  if (typeof said === "string") throw new NotWork(`an answer that says ${backticked(said)}, and no export`);
  if (!hasList) throw new NotWork("JSON that is not one of gh, glab, Jira or az");
}

/** What tells that there is more. */
function partOf(count: number, about: ReadonlyMap<string, unknown>): string | null {
  const total = Number(about.get("total") ?? about.get("totalCount"));
  if (total > count) return `it has ${thousands(count)} of ${thousands(total)}`;
  const isPage = about.get("isLast") === false || typeof about.get("nextPageToken") === "string";
  return isPage ? "it is one page of several" : null;
}

/** How far the end of the first line is looked for. */
const longestHeader = 100_000;

async function fromTable(
  start: string,
  others: Generator<string>,
  tableRows: (texts: Iterable<string>, delimiter: string) => AsyncIterable<string[]>,
): Promise<Work> {
  let head = start;
  for (let next = others.next(); !next.done; next = others.next()) {
    head += next.value;
    if (head.length > longestHeader || /[\r\n]/.test(head.trimStart())) break;
  }
  const delimiter = delimiterOf(head);
  const items: WorkItem[] = [];
  let reader: ReturnType<typeof tableReader> | undefined;
  for await (const cells of tableRows(chained(head, others), delimiter)) {
    if (!reader) {
      reader = tableReader(cells);
      continue;
    }
    if (items.length === mostItems) throw tooMany();
    const item = reader.item(cells);
    if (item) items.push(item);
  }
  return { items: reader?.end(items) ?? items, partial: null };
}

function* chained(start: string, others: Iterable<string>): Generator<string> {
  yield start;
  yield* others;
}

/** The sign by which most columns are known. */
function delimiterOf(start: string): string {
  const [line = ""] = start.trimStart().split(/\r?\n|\r/, 1);
  const known = (sign: string) =>
    knownColumns(
      line
        .slice(0, longestHeader)
        .split(sign)
        .map((name) => name.replace(/^\s*"|"\s*$/g, "")),
    );
  return delimiters.toSorted((a, b) => known(b) - known(a))[0] ?? ",";
}

function tooMany(): NotWork {
  return new NotWork(`an export of more than ${thousands(mostItems)} issues; export a part of them`);
}
