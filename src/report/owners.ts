/** What `northstar owners` prints: for a terminal, as Markdown, and for programs. */
import type { Owned, OwnerShare } from "../work/owners.js";
import { markdown } from "./escape.js";
import { heading, joined, section, table } from "./markdown-blocks.js";
import { jsonText, pad, wrap } from "./terminal-text.js";
import { type Look, type TerminalTheme, terminalTheme } from "./terminal-theme.js";

/** Who has what of a North Star. */
export interface OwnersOfFile {
  /** As the person would name it. */
  path: string;
  name: string;
  shares: readonly OwnerShare[];
}

const nobody = "Nobody yet";

/** Owner by owner: what it is, what it says, and when somebody looks at it again. */
export function ownersPage({ name, shares }: OwnersOfFile, look: Look): string {
  const theme = terminalTheme(look.color);
  return `${[
    ...wrap(`Who has what: ${name}`, look.width).map((line) => theme.bold(line)),
    ...shares.flatMap(({ owner, things }) => [
      "",
      ...wrap(owner ?? nobody, look.width).map((line) =>
        owner === null ? theme.warning(line) : theme.bold(line),
      ),
      ...things.flatMap((thing) => thingLines(thing, look.width, theme)),
    ]),
  ].join("\n")}\n`;
}

const kindWidth = "North Star bet".length;

function thingLines(thing: Owned, width: number, theme: TerminalTheme): string[] {
  const indent = kindWidth + 4;
  const [first = "", ...rest] = wrap(thing.name, width - indent);
  const more = wrap(asideOf(thing), width - indent).filter(Boolean);
  const paint = thing.isDue ? theme.warning : theme.faint;
  return [
    `  ${theme.faint(pad(thing.kind, kindWidth))}  ${first}`,
    ...rest.map((line) => " ".repeat(indent) + line),
    ...more.map((line) => " ".repeat(indent) + paint(line)),
  ];
}

/** `active, due since 2026-10-12, through Complete shopping` */
function asideOf({ stage = "", review, isDue, through }: Owned): string {
  return [
    stageText(stage),
    review === undefined ? "" : `${isDue ? "due since" : "due on"} ${review}`,
    through === undefined ? "" : `through ${throughText(through)}`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** What people say of the stage of a bet. */
export function stageText(stage: string): string {
  return stage === "review" ? "in review" : stage;
}

/** What a bet changes is quoted: it is no name. */
function throughText({ name, isBet }: NonNullable<Owned["through"]>): string {
  return isBet ? `“${name}”` : name;
}

/** The same for a page or a post. */
export function ownersMarkdown({ name, shares }: OwnersOfFile): string {
  return joined([
    heading(1, `Who has what: ${name}`),
    ...shares.flatMap(({ owner, things }) =>
      section(2, owner ?? nobody, [
        table(
          ["what", "name", "stage", "due", "through"],
          things.map(({ kind, name, stage = "", review = "", isDue, through }) => [
            kind,
            markdown(name),
            stageText(stage),
            isDue ? `**since ${review}**` : review,
            through ? markdown(throughText(through)) : "",
          ]),
        ),
      ]),
    ),
  ]);
}

/** For programs, version 1: schemas/owners.schema.json. */
export function ownersJson({ path, name, shares }: OwnersOfFile): string {
  return jsonText({
    version: 1,
    path,
    name,
    owners: shares.map(({ owner, things }) => ({
      owner,
      things: things.map(({ kind, name, path, stage, review, isDue, through }) => ({
        kind: kind.toLowerCase().replaceAll(" ", "-"),
        name,
        path,
        stage: stage ?? null,
        review: review ?? null,
        due: isDue,
        through: through?.name ?? null,
      })),
    })),
  });
}
