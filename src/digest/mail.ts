/** The post as a mail in HTML: tables and styles in attributes alone, since that is what mail programs keep. */
import type { Direction } from "../render/direction.js";
import type { Theme } from "../render/theme.js";
import { markup } from "../report/escape.js";
import { listedIn, type Post, type PostSection } from "./post.js";

/** What a mail is told in. */
export interface MailLook {
  /** BCP 47 tag. */
  language: string;
  direction: Direction;
  theme: Pick<Theme, "light" | "font">;
}

/**
 * A whole page. No colour of text or ground is set: by day and by night a mail program has its own, which go together,
 * and one of two that is set would be read on what the other was meant for.
 */
export function postMail(
  { title, name, days, note, gap, sections }: Post,
  { language, direction, theme }: MailLook,
): string {
  const font = [...(theme.font === null ? [] : [`'${theme.font}'`]), "Helvetica", "Arial", "sans-serif"].join(
    ",",
  );
  const start = direction === "rtl" ? "right" : "left";
  const cell = (style: string, inner: string) =>
    `<tr><td dir="auto" style="font-family:${font};text-align:${start};${style}">${inner}</td></tr>`;
  const accent = theme.light.accent;
  const rows = [
    cell(
      `padding:0 0 12px;border-bottom:3px solid ${accent};font-size:15px;line-height:22px`,
      `<h1 style="margin:0 0 2px;font-size:22px;line-height:28px">${markup(name)}</h1>${markup(days)}`,
    ),
    ...(note === null ? [] : [cell("padding:16px 0 0;font-size:16px;line-height:24px", markup(note))]),
    ...sections.map((section) =>
      cell("padding:20px 0 0;font-size:16px;line-height:24px", sectionIn(section, gap)),
    ),
  ];
  return `<!DOCTYPE html>
<html lang="${markup(language)}" dir="${direction}" style="color-scheme:light dark">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${markup(title)}</title>
</head>
<body style="margin:0;padding:0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse">
<tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;border-collapse:collapse">
${rows.join("\n")}
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function sectionIn(section: PostSection, gap: string): string {
  const rows = listedIn(section).map(({ lead, text }) => {
    const start = lead === null ? "" : `<strong>${markup(lead)}</strong>${gap}`;
    return (
      `<tr><td valign="top" style="padding:6px 0 0;width:20px;font-size:16px;line-height:24px">•</td>` +
      `<td dir="auto" style="padding:6px 0 0;font-size:16px;line-height:24px;word-break:break-word">${start}${markup(text)}</td></tr>`
    );
  });
  return (
    `<h2 style="margin:0;font-size:16px;line-height:24px">${markup(section.title)}</h2>` +
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse">${rows.join("")}</table>`
  );
}
