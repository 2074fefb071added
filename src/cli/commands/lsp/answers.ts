/** Answers to what an editor asks about a file: from offsets and edits to what the protocol has for them. */
import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CodeLensParams,
  CompletionItem,
  CompletionParams,
  DocumentHighlight,
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRange,
  FoldingRangeParams,
  Hover,
  Location,
  ReferenceParams,
  RenameParams,
  SymbolInformation,
  TextDocumentPositionParams,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import type { Problem } from "../../../file/problem.js";
import { completionsAt } from "../../../language/completion.js";
import { hoverAt, hoverInText, problemBlocks } from "../../../language/hover.js";
import { folds, keyEntries, lenses, type OutlineEntry, treeEntries } from "../../../language/outline.js";
import {
  definitionOf,
  referencesTo,
  renamed,
  renameEdits,
  type Span,
  thingAt,
} from "../../../language/references.js";
import { catalogue } from "../../../lint/catalogue.js";
import { isEnglish } from "../../../lint/lint.js";
import type { Configs } from "../../host/config.js";
import { Failure } from "../../host/exit.js";
import type { World } from "../../host/world.js";
import type { Abilities } from "./abilities.js";
import { actionsFor, editOf } from "./code-actions.js";
import type { Judgement } from "./judge-open.js";
import type { OpenFile } from "./open-file.js";

/** What answers are made from. */
export interface Desk {
  world: World;
  can: Abilities;
  configs: Configs;
  /** An open file that is a North Star or a configuration, with what was found in it. */
  lookUp(named: { uri: string }): Promise<{ file: OpenFile; found: Judgement } | undefined>;
  /** An open file by its path. */
  open(path: string): OpenFile | undefined;
}

type Place = TextDocumentPositionParams;

type Answer<Params, Result> = (desk: Desk, params: Params) => Promise<Result>;

export const hover: Answer<Place, Hover | null> = async ({ lookUp }, { textDocument, position }) => {
  const known = await lookUp(textDocument);
  if (!known) return null;
  const { file, found } = known;
  const offset = file.places.offsetOf(position);
  const star = found.judged?.star;
  const lexicon = star && isEnglish(star) ? found.settings?.judging.lexicon : null;
  const shown = file.document
    ? hoverAt(file.document, offset, found.kind, lexicon)
    : hoverInText(file.text, offset, found.kind);
  const here = problemsAt(file, found, offset, offset);
  const taught = catalogue.filter(({ id }) => here.some(({ rule }) => rule === id));
  const blocks = [...(shown?.blocks ?? []), ...taught.flatMap(problemBlocks)];
  if (blocks.length === 0) return null;
  const range = shown && file.places.rangeOf(shown.from, shown.to);
  return { contents: { kind: "markdown", value: blocks.join("\n\n") }, ...(range && { range }) };
};

export const codeActions: Answer<CodeActionParams, CodeAction[]> = async (
  desk,
  { textDocument, range, context },
) => {
  const known = await desk.lookUp(textDocument);
  if (!known) return [];
  const { places } = known.file;
  const problems = problemsAt(
    known.file,
    known.found,
    places.offsetOf(range.start),
    places.offsetOf(range.end),
  );
  return actionsFor({ ...desk, ...known, problems }, context?.only);
};

export const completion: Answer<CompletionParams, CompletionItem[]> = async (
  desk,
  { textDocument, position },
) => {
  const known = await desk.lookUp(textDocument);
  if (!known) return [];
  const { file, found } = known;
  const offset = file.places.offsetOf(position);
  const isAbove = ({ range }: Problem) => file.lines.offset(range.start) < offset;
  const below = [...found.problems.filter((each) => !isAbove(each)), ...found.problems.filter(isAbove)];
  const all = completionsAt(file.text, offset, {
    file: found.kind,
    value: file.valueAround(offset),
    today: desk.world.today(),
    horizons: found.settings?.judging.horizons,
    found: below.map(({ rule }) => rule),
  });
  return all.map(({ kind, label, text, from, to, detail, help }, index) => ({
    label,
    kind: completionKinds[kind],
    sortText: String(index).padStart(4, "0"),
    filterText: label,
    textEdit: { range: file.places.rangeOf(from, to), newText: text },
    ...(detail && { detail }),
    ...(help && { documentation: { kind: "markdown", value: help } }),
  }));
};

export const definition: Answer<Place, Location | null> = async (desk, params) => {
  const known = await thingIn(desk, params);
  const span = known && definitionOf(known.document, known.thing);
  return span ? locationOf(known.file, span) : null;
};

export const references: Answer<ReferenceParams, Location[]> = async (desk, params) => {
  const known = await thingIn(desk, params);
  if (!known) return [];
  const { file, document, thing } = known;
  const own = params.context?.includeDeclaration ? definitionOf(document, thing) : undefined;
  return [...(own ? [own] : []), ...referencesTo(document, thing)].map((span) => locationOf(file, span));
};

export const highlights: Answer<Place, DocumentHighlight[]> = async (desk, params) => {
  const all = await references(desk, { ...params, context: { includeDeclaration: true } });
  return all.map(({ range }) => ({ range }));
};

export const prepareRename: Answer<Place, { range: Location["range"]; placeholder: string } | null> = async (
  desk,
  { textDocument, position },
) => {
  const { file } = (await desk.lookUp(textDocument)) ?? {};
  const found = file?.document && renamed(file.document, file.places.offsetOf(position));
  return file && found ? { range: file.places.rangeOf(found.from, found.to), placeholder: found.id } : null;
};

/** Throws a {@link Failure} where the id cannot be had. */
export const renameId: Answer<RenameParams, WorkspaceEdit | null> = async (desk, params) => {
  const known = await thingIn(desk, params);
  if (!known) return null;
  const made = renameEdits(known.document, known.thing, String(params.newName));
  if ("reason" in made) throw new Failure(made.reason);
  return editOf(known.file, made.edits, desk.can);
};

export const symbols: Answer<DocumentSymbolParams, (DocumentSymbol | SymbolInformation)[]> = async (
  { lookUp, can },
  { textDocument },
) => {
  const { file, found } = (await lookUp(textDocument)) ?? {};
  if (!file?.document) return [];
  const star = found?.judged?.star;
  const entries = star ? treeEntries(file.document, star) : keyEntries(file.document);
  return can.trees
    ? entries.map((entry) => symbolOf(file, entry))
    : entries.flatMap((entry) => flat(file, entry));
};

export const foldingRanges: Answer<FoldingRangeParams, FoldingRange[]> = async (
  { lookUp },
  { textDocument },
) => {
  const { file } = (await lookUp(textDocument)) ?? {};
  if (!file?.document) return [];
  return folds(file.document).map(({ from, to, isComment }) => ({
    startLine: file.places.positionOf(from).line,
    endLine: file.places.positionOf(to).line,
    ...(isComment && { kind: "comment" }),
  }));
};

export const codeLenses: Answer<CodeLensParams, CodeLens[]> = async ({ lookUp }, { textDocument }) => {
  const { file, found } = (await lookUp(textDocument)) ?? {};
  if (!file?.document || !found?.judged) return [];
  return lenses(file.document, found.judged).map(({ from, to, title }) => ({
    range: file.places.rangeOf(from, to),
    command: { title, command: "" },
  }));
};

/** What the id at a place names. */
async function thingIn({ lookUp }: Desk, { textDocument, position }: Place) {
  const { file } = (await lookUp(textDocument)) ?? {};
  const document = file?.document;
  const thing = document && thingAt(document, file.places.offsetOf(position));
  return thing && { file, document, thing };
}

function problemsAt({ lines }: OpenFile, { problems }: Judgement, from: number, to: number) {
  return problems.filter(({ range }) => lines.offset(range.start) <= to && lines.offset(range.end) >= from);
}

/** What editors draw beside a completion (CompletionItemKind): field, enum member, reference, value, text. */
const completionKinds = { key: 5, choice: 20, id: 18, day: 12, rule: 1 } as const;

/** What editors draw beside a symbol (SymbolKind): class, event, property, method, key. */
const symbolKinds = { metric: 5, result: 24, Input: 7, bet: 6, key: 20 } as const;

function symbolOf(file: OpenFile, { name, detail, kind, span, at, children }: OutlineEntry): DocumentSymbol {
  return {
    // Editors refuse a list in which one has no name.
    name: name || "____",
    detail,
    kind: symbolKinds[kind],
    range: file.places.rangeOf(span.from, span.to),
    selectionRange: file.places.rangeOf(at.from, at.to),
    children: children.map((child) => symbolOf(file, child)),
  };
}

/** For editors that know no trees. */
function flat(file: OpenFile, entry: OutlineEntry, containerName?: string): SymbolInformation[] {
  const name = entry.name || "____";
  const location = locationOf(file, entry.span);
  const own = { name, kind: symbolKinds[entry.kind], location, ...(containerName && { containerName }) };
  return [own, ...entry.children.flatMap((child) => flat(file, child, name))];
}

function locationOf(file: OpenFile, { from, to }: Span): Location {
  return { uri: file.uri, range: file.places.rangeOf(from, to) };
}
