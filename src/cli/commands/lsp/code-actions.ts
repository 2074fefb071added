/** What the editor offers to do about problems: fixes, a comment that ignores one, a rule turned off. */
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CodeAction, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver-protocol";
import type { Edit, Problem } from "../../../file/problem.js";
import { decode } from "../../../file/text.js";
import {
  canBeSet,
  fixActions,
  ignoreEdit,
  offEdits,
  reasonWanted,
  withFixes,
} from "../../../language/actions.js";
import { applyFixes } from "../../../lint/apply-fixes.js";
import { type Configs, configName } from "../../host/config.js";
import { shownPath } from "../../host/paths.js";
import { attempt, readNamed } from "../../host/read-file.js";
import { rootOf } from "../../host/repository.js";
import type { World } from "../../host/world.js";
import { lintOptions } from "../shared/judge-file.js";
import type { Abilities } from "./abilities.js";
import { diagnosticsOf } from "./diagnostics.js";
import type { Judgement } from "./judge-open.js";
import { OpenFile } from "./open-file.js";

/** What actions are made from. */
export interface Situation {
  world: World;
  file: OpenFile;
  found: Judgement;
  /** Those that are asked about. */
  problems: readonly Problem[];
  can: Abilities;
  configs: Configs;
  /** A file by its path, if it is open. */
  open(path: string): OpenFile | undefined;
}

const quickfix = "quickfix";
const fixAll = "source.fixAll.northstar";

/** The actions of the kinds that are wanted; where nothing is said, those for problems. */
export function actionsFor(situation: Situation, only: readonly string[] = [quickfix]): CodeAction[] {
  const wants = (kind: string) => only.some((each) => kind === each || kind.startsWith(`${each}.`));
  return [...(wants(quickfix) ? quickFixes(situation) : []), ...(wants(fixAll) ? allFixes(situation) : [])];
}

/** An action that answers problems; without an edit it cannot be had. */
interface Answer {
  problems: readonly Problem[];
  title: string;
  isPreferred?: boolean;
  edit: WorkspaceEdit | undefined;
}

/** What mends problems, then what ignores them, then what turns their rules off: each once, whatever it answers. */
function quickFixes(situation: Situation): CodeAction[] {
  const { file, problems, can } = situation;
  const rules = [...new Set(problems.map(({ rule }) => rule))];
  const answers = [
    ...fixesFor(situation),
    ...problems.flatMap((problem) => ignoreFor(situation, problem)),
    ...rules.filter(canBeSet).map((rule) => turnOff(situation, rule)),
  ];
  const found = new Map<string, Answer>();
  for (const answer of answers) {
    const key = JSON.stringify([answer.title, answer.edit]);
    const same = found.get(key)?.problems ?? [];
    found.set(key, { ...answer, problems: [...same, ...answer.problems] });
  }
  return [...found.values()].flatMap(({ problems, edit, ...action }) =>
    edit ? [{ ...action, kind: quickfix, diagnostics: diagnosticsOf(file, problems, can), edit }] : [],
  );
}

function fixesFor({ file, found, problems, can }: Situation): Answer[] {
  const all = found.kind === "config" ? withFixes(file.text, problems) : problems;
  return [...fixActions(file.text, all)].map(([problem, { title, edits, safe }]) => ({
    problems: [problem],
    title,
    isPreferred: safe,
    edit: editOf(file, edits, can),
  }));
}

function ignoreFor({ file, can }: Situation, problem: Problem): Answer[] {
  const edit = file.document && ignoreEdit(file.document, problem);
  if (!edit) return [];
  const title = `ignore ${problem.rule} here, with a reason`;
  return [{ problems: [problem], title, edit: ignoreOf(file, edit, can) }];
}

function allFixes({ world, file, found, can }: Situation): CodeAction[] {
  if (!found.settings) return [];
  const { edits, mended } = applyFixes(file.text, lintOptions(world, found.settings.judging), "safe");
  if (mended.length === 0) return [];
  return [{ title: "make all safe fixes of northstar", kind: fixAll, edit: editOf(file, edits, can) }];
}

/** Edits of an open file, which an editor refuses once its text is another. */
export function editOf(file: OpenFile, edits: readonly Edit[], { versions }: Abilities): WorkspaceEdit {
  const changes = textEdits(file, edits);
  const textDocument = { uri: file.uri, version: file.version };
  return versions
    ? { documentChanges: [{ textDocument, edits: changes }] }
    : { changes: { [file.uri]: changes } };
}

function textEdits(file: OpenFile, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ start, end, text }) => ({ range: file.places.rangeOf(start, end), newText: text }));
}

/** With the reason to be typed at once, where the editor can do that. */
function ignoreOf(file: OpenFile, edit: Edit, can: Abilities): WorkspaceEdit {
  if (!can.snippets) return editOf(file, [edit], can);
  const [before = "", after = ""] = edit.text.replace(/[\\$}]/g, "\\$&").split(reasonWanted);
  const snippet = { kind: "snippet" as const, value: `${before}\${1:${reasonWanted}}${after}` };
  const textDocument = { uri: file.uri, version: file.version };
  const edits = [{ range: file.places.rangeOf(edit.start, edit.end), snippet }];
  return { documentChanges: [{ textDocument, edits }] };
}

/** Turns a rule off in the configuration that counts for a file, or in a new one. */
function turnOff({ world, file, configs, problems, open, can }: Situation, rule: string): Answer {
  const path = configFor(file, configs);
  const name = path === undefined ? configName : shownPath(path, dirname(file.path ?? path));
  return {
    problems: problems.filter((each) => each.rule === rule),
    title: `turn ${rule} off in ${name}`,
    edit: path === undefined ? undefined : edit(path),
  };

  function edit(path: string): WorkspaceEdit | undefined {
    const there = open(path) ?? onDisk(path);
    if (there) {
      const edits = offEdits(there.text, rule);
      return edits && editOf(there, edits, can);
    }
    if (!can.create) return undefined;
    const uri = pathToFileURL(path).href;
    const start = { line: 0, character: 0 };
    const newText = `rules:\n  ${rule}: off\n`;
    const filled: TextDocumentEdit = {
      textDocument: { uri, version: null },
      edits: [{ range: { start, end: start }, newText }],
    };
    return { documentChanges: [{ kind: "create", uri, options: { ignoreIfExists: true } }, filled] };
  }

  /** A file that is not open has no version. */
  function onDisk(path: string): OpenFile | undefined {
    const bytes = attempt(() => readNamed(world, path));
    const text = "value" in bytes ? decode(bytes.value) : [];
    return typeof text === "string"
      ? new OpenFile(pathToFileURL(path).href, null, text, file.encoding)
      : undefined;
  }
}

function configFor(file: OpenFile, configs: Configs): string | undefined {
  if (file.path === undefined) return undefined;
  const folder = dirname(file.path);
  return configs.nearest(folder) ?? join(rootOf(folder) ?? folder, configName);
}
