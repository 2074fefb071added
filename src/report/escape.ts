/** Escapes text from a North Star for Markdown, HTML, Mermaid and other languages. */

/** A piece of prose: plain text, or an address that may become a link. */
type Piece = { text: string } | { url: string };

/**
 * The text on one line, as people see it: white space collapsed, and what would be invisible, reorder the line or
 * break XML (control and direction characters, half surrogates) shown as U+FFFD.
 */
export function plain(text: string): string {
  return isPlain.test(text) ? text : text.replace(/\s+/g, " ").trim().replace(unwanted, "\uFFFD");
}

// Words of letters and signs that most texts consist of, with a space between them: what follows takes its time.
const isPlain =
  /^[!-~\u00A1-\u0600\u2010-\u2026\u3001-\uD7FF]+(?: [!-~\u00A1-\u0600\u2010-\u2026\u3001-\uD7FF]+)*$/;

// A lone surrogate matches \p{Cs} only outside of a pair when the expression is in Unicode mode.
const unwanted = /[\p{Cc}\p{Cs}\u061C\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu;

/** The text in pieces; only http, https and mailto addresses become links. */
function pieces(text: string): Piece[] {
  const line = plain(text);
  const found: Piece[] = [];
  let from = 0;
  for (const match of line.matchAll(address)) {
    const url = match[0].replace(/[.,;:!?*_~]+$/, "");
    if (!isLink(url)) continue;
    if (match.index > from) found.push({ text: line.slice(from, match.index) });
    found.push({ url });
    from = match.index + url.length;
  }
  if (from < line.length) found.push({ text: line.slice(from) });
  return found;
}

const address = /\b(?:https?:\/\/|mailto:)[^\s<>"'`()[\]{}|\\^\uFFFD]+/gi;

function isLink(url: string): boolean {
  return URL.canParse(url) && ["http:", "https:", "mailto:"].includes(new URL(url).protocol);
}

/** An address as people read it: without scheme and closing slash, at most 60 characters. */
function shownAddress(url: string): string {
  const short = url.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/i, "").replace(/\/$/, "");
  return short.length > 60 ? `${short.slice(0, 59)}…` : short;
}

/** GitHub-flavoured Markdown for one line: a paragraph, a list's item, a heading or a table's cell. */
export function markdown(text: string): string {
  return pieces(text)
    .map((piece, index) => {
      if ("url" in piece)
        return `[${markdownText(shownAddress(piece.url), false)}](${linkTarget(piece.url)})`;
      return markdownText(piece.text, index === 0);
    })
    .join("");
}

/** A message of ours as Markdown: what stands in backticks is code, everything else text. */
export function messageMarkdown(message: string): string {
  return plain(message)
    .split(/(`[^`\s](?:[^`]*[^`\s])?`)/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/\S(?:.*\S)?/, markdown)))
    .join("");
}

function linkTarget(url: string): string {
  return url.replace(entityLike, "\\&");
}

const entityLike = /&(?=#?\w+;)/g;

function markdownText(text: string, starts: boolean): string {
  const escaped = text
    .replace(/[\\`*[\]|~$]/g, "\\$&")
    // Inside a word GitHub leaves an underscore alone, and so do people who read the source.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(entityLike, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    // A mention notifies people and a reference writes into other threads, also from behind an entity or a
    // backslash; a space without width between the sign and the name keeps both apart.
    .replace(/#(?=\d)/g, "#&#8203;")
    // Japanese puts no space before it, and a mention begins behind any sign that is no letter of ASCII.
    .replace(/(?<![A-Za-z0-9_])@(?=[\p{L}\p{N}])/gu, "@&#8203;")
    .replace(/\bGH-(?=\d)/gi, "$&&#8203;")
    // Between colons GitHub and Marp read the name of an emoji, 100 among them.
    .replace(/:(?=[\w+-]+:)/g, ":&#8203;")
    .replace(/\b(www)\.(?=\S)/gi, "$1&#8203;.")
    .replace(/\/(?=\/)/g, "/&#8203;");
  return starts ? escaped.replace(/^(\d{1,9})([.)])/, "$1\\$2").replace(/^[#+\-=:]/, "\\$&") : escaped;
}

/** Text, or an attribute's value in quotes, of HTML and of XML. */
export function markup(text: string): string {
  return plain(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** HTML for prose: text and links that open nothing but a page or a message. */
export function prose(text: string): string {
  return pieces(text)
    .map((piece) =>
      "url" in piece
        ? `<a href="${markup(piece.url)}" rel="noopener noreferrer">${markup(shownAddress(piece.url))}</a>`
        : markupPart(piece.text),
    )
    .join("");
}

/** A part of a line for HTML and XML: a space at its ends stays. */
export function markupPart(text: string): string {
  return `${/^\s/.test(text) ? " " : ""}${markup(text)}${/\S\s+$/.test(text) ? " " : ""}`;
}

/** The text of a Mermaid label, to stand in double quotes. */
export function mermaid(text: string): string {
  return (
    plain(text)
      // With these two Mermaid marks where an entity that it has read begins and ends.
      .replaceAll("\uFB02", "fl")
      .replaceAll("¶ß", "¶\u200Bß")
      // Of these it makes icons and formulas, also where entities stand for their signs.
      .replace(/(?<=fa[bklrs]?:)(?=fa-)/g, "\u200B")
      .replace(/(?<=\$)(?=\$)/g, "\u200B")
      .replace(/[^\p{L}\p{N}\p{M}\s,'()\-.!?/\u0080-\u{10FFFF}]/gu, entity)
      .replace(/(?<=\bwww)\./gi, entity)
      // A label that begins like a list would be refused as unsupported Markdown.
      .replace(/^(\d+)([.)])/, (_, number: string, mark: string) => number + entity(mark))
      .replace(/^[-+]/, entity)
  );
}

function entity(character: string): string {
  return `#${character.codePointAt(0)};`;
}
