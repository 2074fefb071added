import { type Document, readDocument } from "../../src/file/document.js";

/** A text as a document; throws for one that is none. */
export function documentIn(text: string): Document {
  const document = readDocument(text);
  if (Array.isArray(document)) throw new Error(`${document[0]?.message}\n${text}`);
  return document;
}
