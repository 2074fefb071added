/** The playground: a text, what northstar finds in it, and what it draws of it. All of it stays in this page. */
import { today } from "../src/cli/host/clock.js";
import { showDocument } from "./documents.js";
import type * as editing from "./editor.js";
import { byId, make, told } from "./element.js";
import { startEngine } from "./engine-client.js";
import { fragmentOf, textIn } from "./link.js";
import { drawnNames, filesOf, type Judgement, type ShownFix, type Span, type TabName } from "./messages.js";
import { showMeter, showReport } from "./report.js";

/** The editor is a script of its own, which comes last. */
declare const editor: typeof editing;

interface Example {
  title: string;
  group: string;
  text: string;
}

const examples: readonly Example[] = JSON.parse(byId("examples-data").textContent ?? "[]");
const kept = "northstar playground";
/** How long one has to pause before the text is judged, in milliseconds. */
const pause = 60;
/** Links that are longer are cut by some mail and chat programs, in characters. */
const safeLink = 8000;

type Tab = TabName | "text";
const tabs = [...document.querySelectorAll<HTMLButtonElement>("[role=tab]")];
const wide = matchMedia("(min-width:900px)");
const picker = byId<HTMLSelectElement>("examples");

let tab: Tab = "report";
/** Grows with each change of the text. */
let version = 0;
let judgedVersion = 0;
let judging: Promise<void> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let judgement: Judgement | null = null;
/** Which document is shown, and of which version of the text. */
let drawn = "";
/** The file ends its lines as it did when it was opened. */
let lineEnd = "\n";
/** Whether the page itself puts a text into the editor. */
let placing = false;

const engine = startEngine(byId("engine").textContent ?? "", (why) =>
  say(`northstar has stopped: ${why}. Your text is still here: save it, then reload the page.`),
);
const firstText = taken(keptText() ?? examples[0]?.text ?? "");
// The engine need not wait until the editor is there.
const firstAnswer = engine.ask({ ask: "judge", text: firstText, today: today() });
let view: editing.Editor;

function say(text: string): void {
  byId("notice").classList.toggle("shown", text !== "");
  byId("said").replaceChildren(...told(text));
}

function changed(): void {
  version += 1;
  pickExample();
  clearTimeout(timer);
  if (placing) return;
  say("");
  // A link in the address is of the text that is shown, or it is not there.
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  timer = setTimeout(judge, pause);
}

/** Shows which example the text is, if it is one as it was. */
function pickExample(): void {
  const text = view.text();
  picker.value = String(examples.findIndex((each) => each.text === text));
}

/** The text as a file has it. */
function saved(): string {
  return lineEnd === "\n" ? view.text() : view.text().replaceAll("\n", lineEnd);
}

/** A text as the editor has it: where all lines end as Windows ends them, they do so again when it is saved. */
function taken(text: string): string {
  const isWindows = text.includes("\r\n") && !/(?<!\r)\n/.test(text);
  lineEnd = isWindows ? "\r\n" : "\n";
  return isWindows ? text.replaceAll("\r\n", "\n") : text;
}

/** Puts a text into the editor, which Undo takes back, and says what it is. */
function place(text: string, what: string): void {
  placing = true;
  view.replace(taken(text));
  placing = false;
  say(what);
  void judge();
}

/** Judges the text as it is; while it changes, only the latest. */
function judge(): Promise<void> {
  judging ??= judgeLatest().finally(() => {
    judging = null;
  });
  return judging;
}

async function judgeLatest(): Promise<void> {
  while (judgedVersion !== version) {
    const now = version;
    judgedVersion = now;
    keep();
    try {
      const answer = await engine.ask({ ask: "judge", text: view.text(), today: today() });
      if (now === version) show(answer);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      say(`northstar failed at this text, which is a fault of ours: ${why}`);
    }
  }
}

function show(answer: Judgement): void {
  judgement = answer;
  view.mark(
    answer.groups.flatMap(({ at, severity, rule, problems }) =>
      problems.map(({ message, fix }) => ({
        ...at,
        severity,
        rule,
        message,
        fix: fix && { title: fix.title, apply: () => mend(fix) },
      })),
    ),
  );
  showReport(byId("report"), answer, { go, mend });
  showMeter(byId("meter"), answer);
  const count = answer.groups.reduce((sum, { problems }) => sum + problems.length, 0);
  byId("count").textContent = count === 0 ? "" : String(count);
  byId("count").setAttribute("aria-label", count === 1 ? "1 problem" : `${count} problems`);
  if (byId("verdict").textContent !== answer.verdict) byId("verdict").textContent = answer.verdict;
  document.title = `${answer.name ?? "northstar.yaml"} · northstar playground`;
  void draw();
}

function go(to: Span): void {
  if (!wide.matches) choose("text");
  view.select(to);
}

function mend(fix: ShownFix): void {
  // It was made for the text that was judged.
  if (judgedVersion !== version || judging) return;
  if (!wide.matches) choose("text");
  view.edit(fix.edits);
  say(`Done: ${fix.title}. Undo takes it back.`);
}

/** Draws the document that is looked at, where it is not what is shown already. */
async function draw(): Promise<void> {
  const name = drawnNames.find((each) => each === tab);
  if (!name || !judgement) return;
  const [first] = judgement.groups;
  const trouble = byId("trouble");
  trouble.hidden = judgement.isReadable;
  if (!judgement.isReadable)
    trouble.textContent = `This cannot be read as a North Star${first ? ` (line ${first.line}: ${first.problems[0]?.message})` : ""}`;
  // What is drawn is the text that was judged, or is being judged.
  const wanted = `${name} ${judgedVersion}`;
  if (drawn === wanted) return;
  drawn = wanted;
  const html = await engine.ask({ ask: "draw", name });
  if (drawn !== wanted) return;
  if (html === null) return;
  if (!judgement.isReadable) trouble.textContent += "; shown is what it said before";
  const title = tabs.find(({ dataset }) => dataset.tab === name)?.textContent ?? name;
  showDocument(byId("documents"), html, name, `${title}: ${judgement.name ?? ""}`);
}

function choose(next: Tab): void {
  tab = next === "text" && wide.matches ? "report" : next;
  document.body.dataset.tab = tab;
  for (const each of tabs) {
    const isChosen = each.dataset.tab === tab;
    each.setAttribute("aria-selected", String(isChosen));
    each.tabIndex = isChosen ? 0 : -1;
  }
  byId("report").hidden = tab !== "report";
  byId("documents").hidden = tab === "report" || tab === "text";
  byId("trouble").hidden = true;
  const formats: readonly string[] = tab === "text" ? [] : filesOf[tab];
  byId("files").replaceChildren(
    ...formats.map((format) =>
      make("button", { type: "button", onclick: () => void write(format) }, format.toUpperCase()),
    ),
  );
  byId("files").hidden = formats.length === 0;
  void draw();
}

/** Saves what is shown as a file. */
async function write(format: string): Promise<void> {
  if (tab === "text") return;
  await judge();
  const text = await engine.ask({ ask: "write", name: tab, format });
  if (text === null) say("There is nothing to save yet: this cannot be read as a North Star");
  else save(`northstar-${tab}.${format}`, text);
}

function save(name: string, text: string): void {
  const link = make("a", { download: name, href: URL.createObjectURL(new Blob([text])) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function copyLink(): Promise<void> {
  const fragment = await fragmentOf(saved());
  history.replaceState(null, "", fragment);
  const length = location.href.length;
  const long =
    length > safeLink ? ` It has ${length} characters, and some programs cut a link that long.` : "";
  try {
    await navigator.clipboard.writeText(location.href);
    say(`The link is copied; the whole text is in it.${long}`);
  } catch {
    say(`The link is in the address bar, with the whole text in it.${long}`);
  }
}

async function openFile(file: File): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await engine.ask({ ask: "decode", bytes });
  if ("refused" in answer) say(`${file.name} was not opened: ${answer.refused}`);
  else place(answer.text, `${file.name} is opened as a copy; Undo brings back what was here.`);
}

/** Opens the text that the address holds, if it holds any. */
async function openLink(): Promise<void> {
  const linked = await textIn(location.hash);
  if (!linked) return;
  if ("refused" in linked) say(linked.refused);
  else if (linked.text !== saved())
    place(linked.text, "This text came with the link; Undo brings back what was here.");
}

/** Keeps the text for when the page is loaded again. */
function keep(): void {
  try {
    sessionStorage.setItem(kept, saved());
  } catch {
    // A browser that keeps nothing for this page still judges and draws.
  }
}

function keptText(): string | null {
  try {
    return sessionStorage.getItem(kept);
  } catch {
    return null;
  }
}

async function start(): Promise<void> {
  view = editor.createEditor(byId("editor"), firstText, changed);
  pickExample();
  choose(wide.matches ? "report" : "text");
  await openLink();
  const answer = await firstAnswer;
  if (version === 0) show(answer);
}

/** Goes from tab to tab as the arrow keys say. */
function step(event: KeyboardEvent): void {
  const shown = tabs.filter((each) => each.offsetParent !== null);
  const now = shown.findIndex((each) => each.dataset.tab === tab);
  const ways: Record<string, number> = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: -1 };
  const way = ways[event.key];
  if (way === undefined) return;
  event.preventDefault();
  const next = shown.at(way % shown.length);
  next?.focus();
  choose(next?.dataset.tab as Tab);
}

for (const each of tabs) each.addEventListener("click", () => choose(each.dataset.tab as Tab));
byId("tabs").addEventListener("keydown", step);
wide.addEventListener("change", () => choose(tab));
picker.addEventListener("change", () => place(examples[Number(picker.value)]?.text ?? "", ""));
byId("alone").addEventListener("click", ({ target }) => {
  const isAlone = document.body.classList.toggle("alone");
  (target as HTMLElement).textContent = isAlone ? "Show text" : "Hide text";
});
byId("open").addEventListener("click", () => byId("file").click());
byId<HTMLInputElement>("file").addEventListener("change", ({ target }) => {
  const input = target as HTMLInputElement;
  const [file] = input.files ?? [];
  if (file) void openFile(file);
  input.value = "";
});
byId("save").addEventListener("click", () => save("northstar.yaml", saved()));
byId("dismiss").addEventListener("click", () => say(""));
byId("link").addEventListener("click", () => void copyLink());
addEventListener("pagehide", keep);
addEventListener("hashchange", () => void openLink());
addEventListener("DOMContentLoaded", () => void start());
