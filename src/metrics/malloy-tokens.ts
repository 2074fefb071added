/** The words and signs of a Malloy file, without comments; what is quoted stays one of them. */

export interface MalloyToken {
  kind: "word" | "quoted" | "text" | "sign" | "note";
  /** A quoted name without its back-ticks; a note (`# label="…"`, `#" …`) without its line break. */
  text: string;
}

/** What a token may be, the first that fits; as the grammar of Malloy 0.0.431 has it. What is never closed goes to the end. */
const forms: readonly (readonly [MalloyToken["kind"] | "space", RegExp])[] = [
  ["space", /[ \v\t\r\n\u00A0]+|\/\*(?:[\s\S]*?\*\/|[\s\S]*$)|(?:--|\/\/)[^\r\n]*/y],
  ["note", /(##?)\|[^\n]*\n(?:(?![ \t]*\|\1(?!#))[^\n]*\n)*[^\n]*|#[^\r\n]*/y],
  ["text", /(?:[sSfF]\s*)?("""|'''|```)(?:[\s\S]*?\1|[\s\S]*$)/y],
  ["text", /[rR/]'(?:\\[^\n]|[^\\'\n])*'?/y],
  ["text", /(?:[sSfF]\s*)?(?:"(?:\\[^\n]|[^\\"\n])*"?|'(?:\\[^\n]|[^\\'\n])*'?)/y],
  ["quoted", /`(?:\\[^\n]|[^\\`\n])*`?/y],
  ["word", /[\p{Alphabetic}_$@][\p{Alphabetic}_0-9]*/uy],
  ["sign", /::|->|\d[\w.]*|[\s\S]/uy],
];

/** Reads a text once, from its start to its end. */
export function malloyTokens(text: string): MalloyToken[] {
  const tokens: MalloyToken[] = [];
  for (let at = 0; at < text.length; ) {
    for (const [kind, form] of forms) {
      form.lastIndex = at;
      const found = form.exec(text)?.[0];
      if (!found) continue;
      at += found.length;
      if (kind !== "space") tokens.push({ kind, text: kind === "quoted" ? unquoted(found) : found });
      break;
    }
  }
  return tokens;
}

function unquoted(text: string): string {
  return text.replace(/^`|`$/g, "").replace(/\\(.)/g, "$1");
}
