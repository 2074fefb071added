/** What an editor says that it can do. */
import type { ClientCapabilities } from "vscode-languageserver-protocol";
import type { Encoding } from "./places.js";

export interface Abilities {
  /** Shows other places that belong to a diagnostic. */
  related: boolean;
  /** Shows what is needless. */
  tags: boolean;
  /** Shows texts that only the server has. */
  pages: boolean;
  /** Takes edits of a certain version of a text. */
  versions: boolean;
  /** Takes edits with places to type into. */
  snippets: boolean;
  /** Asks first what would be renamed. */
  prepareRename: boolean;
  /** Shows symbols as a tree. */
  trees: boolean;
  /** Makes files. */
  create: boolean;
  /** Tells of files that changed on the disk. */
  watch: boolean;
}

export function abilitiesOf({ textDocument, workspace }: ClientCapabilities): Abilities {
  const edits = workspace?.workspaceEdit;
  return {
    related: textDocument?.publishDiagnostics?.relatedInformation === true,
    tags: textDocument?.publishDiagnostics?.tagSupport !== undefined,
    pages: workspace?.textDocumentContent !== undefined,
    versions: edits?.documentChanges === true,
    snippets: edits?.documentChanges === true && edits.snippetEditSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    trees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    create: edits?.documentChanges === true && (edits.resourceOperations?.includes("create") ?? false),
    watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  };
}

/** How positions are counted: what the editor likes best of what is known here. */
export function encodingOf({ general }: ClientCapabilities): Encoding {
  const wanted = general?.positionEncodings?.find((each) => each === "utf-8" || each === "utf-16");
  return wanted === "utf-8" ? "utf-8" : "utf-16";
}
