/** The one thing that the engine asks of `node:crypto`, for a browser: the policy of a page has hashes of what is in it. */
import { sha256 } from "@noble/hashes/sha2.js";

/** SHA-256 in Base64, and nothing else. */
export function createHash(name: "sha256") {
  if (name !== "sha256") throw new RangeError(`there is no ${name} here`);
  return {
    update: (text: string) => ({
      digest(encoding: "base64"): string {
        if (encoding !== "base64") throw new RangeError(`there is no ${encoding} here`);
        return btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))));
      },
    }),
  };
}
