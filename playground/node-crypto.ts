/** What the engine asks of `node:crypto`, for a browser: SHA-256 of a text. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

type Encoding = "hex" | "base64";

/** The hash of a text in UTF-8. Throws a RangeError for another hash or encoding. */
export function hash(name: "sha256", text: string, encoding: Encoding): string {
  if (name !== "sha256") throw new RangeError(`there is no ${name} here`);
  const bytes = sha256(new TextEncoder().encode(text));
  if (encoding === "hex") return bytesToHex(bytes);
  if (encoding === "base64") return btoa(String.fromCharCode(...bytes));
  throw new RangeError(`there is no ${encoding} here`);
}

/** The same in the steps of Node; the text is given at once. */
export function createHash(name: "sha256") {
  return { update: (text: string) => ({ digest: (encoding: Encoding) => hash(name, text, encoding) }) };
}
