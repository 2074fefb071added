/** CODEOWNERS of GitHub and GitLab: who is named there, and who in a North Star is called like somebody there. */
import { nearest } from "../file/nearest.js";

/** Who a CODEOWNERS names. */
export interface CodeOwners {
  /** The file as messages call it, or several. */
  file: string;
  /** Each as it is written first: `@org/team`, `@user`, a mail address. */
  owners: readonly string[];
}

/** Where GitHub and GitLab look for the file, from the root of a repository. */
export const codeOwnersPlaces = [
  ".github/CODEOWNERS",
  "CODEOWNERS",
  "docs/CODEOWNERS",
  ".gitlab/CODEOWNERS",
] as const;

/** A team has a slash in its handle, and so has a group below another in GitLab. */
export type HandleKind = "team" | "user" | "mail";

const handle = () => /^@[\p{L}\p{N}_.-]+(?:\/[\p{L}\p{N}_.-]+)*$/u;
const mail = /^[^\s@,;()<>[\]]+@[^\s@,;()<>[\]]+\.[^\s@,;()<>[\]]+$/;

export function handleKind(word: string): HandleKind | undefined {
  if (handle().test(word)) return word.includes("/") ? "team" : "user";
  return mail.test(word) ? "mail" : undefined;
}

/**
 * Everybody whom the text of a CODEOWNERS names: behind a path, and in GitLab behind the head of a section. A path is
 * never an owner, also if it has an `@`; the roles of GitLab (`@@developer`) are nobody's name.
 */
export function codeOwnersIn(text: string): string[] {
  const found = new Map<string, string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const said = line.replace(/^\uFEFF/, "").replace(/(?<!\S)#.*$/, "");
    const section = /^\s*\^?\[[^\]]*\](?:\[\d+\])?/.exec(said);
    const words = (section ? said.slice(section[0].length) : said).match(/(?:\\.|[^\s\\])+/g) ?? [];
    for (const word of section ? words : words.slice(1))
      if (handleKind(word) && !found.has(word.toLowerCase())) found.set(word.toLowerCase(), word);
  }
  return [...found.values()];
}

/** A word of an `owner` that is written like one of a CODEOWNERS, and where it stands, as UTF-16 offsets [from, to). */
export interface Handle {
  word: string;
  kind: HandleKind;
  span: readonly [number, number];
}

/** The handles and mail addresses in an `owner`; most have none. */
export function handlesIn(owner: string): Handle[] {
  if (!owner.includes("@")) return [];
  return [...owner.matchAll(/[^\s,;()<>]+/g)].flatMap(({ 0: word, index }) => {
    const kind = handleKind(word);
    return kind ? [{ word, kind, span: [index, index + word.length] as const }] : [];
  });
}

/**
 * Who was probably meant by a handle that nobody has. Its parts are compared one by one: all teams of an organization
 * have its name in common, which makes none of them the one that was meant.
 */
export function handleMeant(word: string, owners: readonly string[]): string | null {
  const kind = handleKind(word);
  const parts = partsOf(word);
  const alike = owners.filter((owner) => {
    const others = partsOf(owner);
    return (
      handleKind(owner) === kind &&
      others.length === parts.length &&
      parts.every((part, index) => nearest(part, [others[index] ?? ""], mostWrong) !== null)
    );
  });
  return nearest(word, alike);
}

/** How many letters of a part of a handle may be others: two teams that are called alike are two teams. */
const mostWrong = 0.25;

function partsOf(word: string): string[] {
  return word.replace(/^@/, "").split(/[/@]/);
}

/**
 * Whether a text can have an owner with an `@` at all, so that no file need be read for it; what is spelt with escapes
 * may be one.
 */
export function mayHaveHandle(text: string): boolean {
  return (text.includes("@") && text.includes("owner")) || /"[^"\n]*\\(?:x40|u0040|U00000040)/.test(text);
}
