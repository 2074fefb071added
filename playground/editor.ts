/** The editor of the page: northstar.yaml with what was found in it underlined. */
import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState, RangeSetBuilder } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  ViewPlugin,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Edit, Severity } from "../src/file/problem.js";
import { make, told } from "./element.js";
import type { Span } from "./messages.js";

/** A place that is underlined, and what can be done about it. */
export interface Mark extends Span {
  severity: Severity;
  rule: string;
  message: string;
  fix: { title: string; apply(): void } | null;
}

export interface Editor {
  /** As it stands in the editor, from which all offsets count. */
  text(): string;
  /** Puts another text in its place, which Undo takes back. */
  replace(text: string): void;
  edit(edits: readonly Edit[]): void;
  mark(marks: readonly Mark[]): void;
  /** Selects a place and goes there. */
  select(place: Span): void;
}

const severities = { error: "error", warning: "warning", note: "info" } as const;

/** Makes an editor in an element; `changed` is told whenever there is another text. */
export function createEditor(parent: Element, text: string, changed: () => void): Editor {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        // Every other sign stays in the text: offsets are those of the text itself, and a lone \r is seen and judged.
        EditorState.lineSeparator.of("\n"),
        EditorView.clipboardInputFilter.of((pasted) => pasted.replace(/\r\n?/g, "\n")),
        EditorView.contentAttributes.of({ "aria-label": "northstar.yaml" }),
        EditorView.lineWrapping,
        hanging,
        EditorState.tabSize.of(2),
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        highlightSpecialChars(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        indentOnInput(),
        yaml(),
        syntaxHighlighting(colors),
        look,
        // Tab goes on to what comes next on the page; Ctrl-] indents.
        keymap.of([...lintKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed();
        }),
      ],
    }),
  });
  const clipped = (offset: number) => Math.min(Math.max(offset, 0), view.state.doc.length);

  return {
    text: () => view.state.doc.toString(),
    replace(next) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        selection: { anchor: 0 },
        annotations: isolateHistory.of("full"),
        scrollIntoView: true,
      });
    },
    edit(edits) {
      const changes = edits.map(({ start, end, text: insert }) => ({
        from: clipped(start),
        to: clipped(end),
        insert,
      }));
      view.dispatch({ changes, annotations: isolateHistory.of("full") });
      const at = Math.min(...changes.map(({ from }) => from));
      view.dispatch({ selection: { anchor: clipped(at) }, scrollIntoView: true });
      view.focus();
    },
    mark(marks) {
      const diagnostics = marks.map(({ from, to, severity, rule, message, fix }): Diagnostic => {
        const actions = fix ? [{ name: fix.title.replaceAll("`", ""), apply: () => fix.apply() }] : [];
        return {
          from: clipped(from),
          to: clipped(to),
          severity: severities[severity],
          source: `${severity} · ${rule}`,
          message,
          renderMessage: () => make("span", { dir: "auto" }, ...told(message)),
          actions,
        };
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    select({ from, to }) {
      const selection = { anchor: clipped(from), head: clipped(to) };
      view.dispatch({
        selection,
        effects: EditorView.scrollIntoView(clipped(from), { y: "center" }),
      });
      view.focus();
    },
  };
}

/** Where a line is wrapped, it goes on below what it says, and not at the edge. */
const hanging = ViewPlugin.define(
  (view) => {
    let decorations = indented(view);
    return {
      get decorations() {
        return decorations;
      },
      update({ docChanged, viewportChanged }) {
        if (docChanged || viewportChanged) decorations = indented(view);
      },
    };
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Deeper than this, in characters, there would be no room for the text. */
const mostIndent = 24;

function indented(view: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges)
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      const [before = ""] = /^ *(?:- +)*/.exec(line.text) ?? [];
      const depth = Math.min(before.length, mostIndent) + 2;
      const style = `padding-inline-start:calc(6px + ${depth}ch);text-indent:-${depth}ch`;
      lines.add(line.from, line.from, Decoration.line({ attributes: { style } }));
      at = line.to + 1;
    }
  return lines.finish();
}

const colors = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: "var(--accent-text)" },
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
  { tag: [tags.keyword, tags.labelName, tags.typeName, tags.meta], color: "var(--warn)" },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: "var(--muted)" },
]);

const wavy = (color: string) => ({
  backgroundImage: "none",
  textDecoration: `underline wavy var(${color}) 1.5px`,
  textUnderlineOffset: "3px",
  textDecorationSkipInk: "none",
});
const sign = (content: string, color: string) => ({ content: `"${content}"`, color: `var(${color})` });

const look = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "13px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "ui-monospace, Menlo, Consolas, 'Liberation Mono', monospace",
    lineHeight: "1.6",
  },
  ".cm-content": { padding: "12px 0 40px", caretColor: "var(--accent-text)" },
  ".cm-line": { padding: "0 14px 0 6px" },
  ".cm-cursor": { borderLeftColor: "var(--accent-text)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--selected)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter": { backgroundColor: "var(--panel)" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--muted)", border: "0" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 4px 0 10px", minWidth: "34px" },
  ".cm-gutter-lint": { width: "20px" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0", textAlign: "center" },
  ".cm-lint-marker": {
    content: "normal",
    width: "auto",
    height: "auto",
    fontSize: "11px",
    cursor: "default",
  },
  ".cm-lint-marker-error::before": sign("✖", "--bad"),
  ".cm-lint-marker-warning::before": sign("▲", "--warn"),
  ".cm-lint-marker-info::before": sign("●", "--accent-text"),
  ".cm-lintRange-error": wavy("--bad"),
  ".cm-lintRange-warning": wavy("--warn"),
  ".cm-lintRange-info": wavy("--accent-text"),
  ".cm-lintRange-active": { backgroundColor: "var(--accent-soft)" },
  ".cm-specialChar": { color: "var(--bad)" },
  ".cm-tooltip": {
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "1px solid var(--edge)",
    borderRadius: "8px",
    boxShadow: "0 6px 24px rgb(0 0 0 / .18)",
    maxWidth: "min(460px, 90vw)",
    overflow: "hidden",
  },
  ".cm-tooltip-lint": { padding: "0" },
  ".cm-tooltip .cm-diagnostic, .cm-panel.cm-panel-lint .cm-diagnostic": {
    padding: "8px 12px",
    margin: "0",
    borderLeft: "4px solid var(--accent)",
    fontFamily: "var(--font)",
    whiteSpace: "normal",
  },
  ".cm-diagnostic.cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-diagnostic.cm-diagnostic-warning": { borderLeftColor: "var(--warn)" },
  ".cm-diagnosticSource": { fontSize: "12px", color: "var(--muted)", opacity: "1" },
  ".cm-diagnosticAction": {
    display: "block",
    margin: "8px 0 4px",
    padding: "3px 10px",
    font: "inherit",
    color: "var(--on-accent)",
    backgroundColor: "var(--accent)",
    borderRadius: "6px",
    textAlign: "start",
    cursor: "pointer",
  },
  ".cm-panels": { backgroundColor: "var(--panel)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-panel.cm-panel-lint ul [aria-selected]": { backgroundColor: "var(--accent-soft)" },
});
