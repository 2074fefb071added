/** The parts of a PowerPoint file that are the same for every presentation: master, layouts, notes, theme. */
import { markup } from "../../report/escape.js";
import type { Direction } from "../direction.js";
import type { Theme } from "../theme.js";
import { type Box, bandWidth, canvas } from "./slide.js";
import { area } from "./typeset.js";

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const packages = "http://schemas.openxmlformats.org/package/2006";
export const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The namespaces of every part of a presentation. */
export const namespaces = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;

/** Points in the unit of the format. */
export function emu(points: number): number {
  return Math.round(points * 12_700);
}

/** What every tree of shapes begins with. */
export const emptyGroup =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

const map =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

/** A ground in a colour of the theme. */
export function ground(color: string): string {
  return `<p:bg><p:bgPr><a:solidFill><a:schemeClr val="${color}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`;
}

/** A layout of the master; each slide is on the one that has its placeholders. */
export interface Layout {
  name: string;
  /** What PowerPoint calls it, and by which a layout of another theme takes its place. */
  type: "title" | "titleOnly" | "obj" | "twoObj";
  ground: "bg1" | "tx2";
  /** How many columns stand under the title. */
  columns: 0 | 1 | 2;
}

/** In the order of their files, which are counted from 1. */
export const layouts: readonly Layout[] = [
  { name: "On deep ground", type: "title", ground: "tx2", columns: 1 },
  { name: "Title and content", type: "obj", ground: "bg1", columns: 1 },
  { name: "Two columns", type: "twoObj", ground: "bg1", columns: 2 },
  { name: "Title only", type: "titleOnly", ground: "bg1", columns: 0 },
];

/** What marks the title of a slide: that of a slide of its own stands in the middle. */
export function titleMark({ type }: Pick<Layout, "type">): string {
  return `<p:ph type="${type === "title" ? "ctrTitle" : "title"}"/>`;
}

/** What marks the column of that number, from 1. */
export function columnMark({ type, columns }: Pick<Layout, "type" | "columns">, number: number): string {
  if (type === "title") return '<p:ph type="subTitle" idx="1"/>';
  return `<p:ph${columns === 2 ? ' sz="half"' : ""} idx="${number}"/>`;
}

export const numberMark = '<p:ph type="sldNum" sz="quarter" idx="12"/>';

function placeholder(
  id: number,
  mark: string,
  name: string,
  { x, y, width, height }: Box,
  { text, color = "tx1", anchor = "t" }: { text: string; color?: string; anchor?: "t" | "ctr" },
): string {
  const place = `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;
  const style =
    color === "tx1"
      ? "<a:lstStyle/>"
      : `<a:lstStyle><a:lvl1pPr><a:defRPr><a:solidFill><a:schemeClr val="${color}"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name} ${id}" descr="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${mark}</p:nvPr></p:nvSpPr><p:spPr>${place}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr>${style}<a:p>${text}</a:p></p:txBody></p:sp>`;
}

const said = (text: string) => `<a:r><a:rPr lang="en"/><a:t>${text}</a:t></a:r>`;
const titleBox: Box = { x: area.x, y: 56, width: area.width, height: 60 };
const numberBox: Box = { x: canvas.width - area.x - 90, y: 508, width: 90, height: 18 };
const columnGap = 32;

function titlePlace(mark: string, color: string): string {
  return placeholder(2, mark, "Title", titleBox, { text: said("The title of the slide"), color });
}

function numberPlace(color: string): string {
  const field =
    '<a:pPr algn="r"/><a:fld id="{6D1E3C55-8F3B-4C7A-9B3E-0A5D0E6B2F11}" type="slidenum"><a:rPr lang="en" sz="1200"/><a:t>1</a:t></a:fld>';
  return placeholder(9, numberMark, "Number", numberBox, { text: field, color, anchor: "ctr" });
}

function columnPlaces(layout: Layout, color: string): string[] {
  const { columns } = layout;
  const width = (area.width - columnGap * (columns - 1)) / (columns || 1);
  return Array.from({ length: columns }, (_, index) =>
    placeholder(
      3 + index,
      columnMark(layout, index + 1),
      "Text",
      { ...area, x: area.x + index * (width + columnGap), width },
      { text: said("Text"), color },
    ),
  );
}

export function masterPart(): string {
  const level = (size: number, bold: boolean) =>
    `<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="${size * 100}"${bold ? ' b="1"' : ""}><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="${bold ? "+mj-lt" : "+mn-lt"}"/><a:ea typeface="${bold ? "+mj-ea" : "+mn-ea"}"/><a:cs typeface="${bold ? "+mj-cs" : "+mn-cs"}"/></a:defRPr></a:lvl1pPr>`;
  const body = placeholder(3, '<p:ph type="body" idx="1"/>', "Text", area, { text: said("Text") });
  const ids = layouts.map(
    (_, index) => `<p:sldLayoutId id="${2_147_483_649 + index}" r:id="rId${index + 1}"/>`,
  );
  return `<p:sldMaster ${namespaces}><p:cSld>${ground("bg1")}<p:spTree>${emptyGroup}${titlePlace('<p:ph type="title"/>', "tx1")}${body}${numberPlace("tx1")}</p:spTree></p:cSld>${map}<p:sldLayoutIdLst>${ids.join("")}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${level(30, true)}</p:titleStyle><p:bodyStyle>${level(18, false)}</p:bodyStyle><p:otherStyle>${level(18, false)}</p:otherStyle></p:txStyles></p:sldMaster>`;
}

/** The band of a layout, so that it goes where another theme takes the place of this one. */
function bandPart(direction: Direction): string {
  const x = direction === "rtl" ? canvas.width - bandWidth : 0;
  return `<p:sp><p:nvSpPr><p:cNvPr id="10" name="Band 10" descr=""/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${emu(x)}" y="0"/><a:ext cx="${emu(bandWidth)}" cy="${emu(canvas.height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`;
}

export function layoutPart(layout: Layout, direction: Direction): string {
  const color = layout.ground === "tx2" ? "bg1" : "tx1";
  const places = [titlePlace(titleMark(layout), color), ...columnPlaces(layout, color), numberPlace(color)];
  return `<p:sldLayout ${namespaces} type="${layout.type}" preserve="1"><p:cSld name="${layout.name}">${ground(layout.ground)}<p:spTree>${emptyGroup}${bandPart(direction)}${places.join("")}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

export function notesMasterPart(): string {
  const picture = { width: 5_486_400, height: Math.round((5_486_400 * canvas.height) / canvas.width) };
  return `<p:notesMaster ${namespaces}><p:cSld>${ground("bg1")}<p:spTree>${emptyGroup}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide 2" descr="The slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="685800"/><a:ext cx="${picture.width}" cy="${picture.height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 3" descr="Notes for the speaker"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4114800"/><a:ext cx="5486400" cy="4343400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>${map}<p:notesStyle><a:lvl1pPr algn="l"><a:spcBef><a:spcPts val="600"/></a:spcBef><a:defRPr sz="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>`;
}

export function themePart({ light, font }: Theme): string {
  const colors: [string, string][] = [
    ["dk1", light.ink],
    ["lt1", light.paper],
    ["dk2", light.deep],
    ["lt2", light.panel],
    ["accent1", light.accent],
    ["accent2", light.star],
    ["accent3", light.good],
    ["accent4", light.warn],
    ["accent5", light.bad],
    ["accent6", light.muted],
    ["hlink", light.accentText],
    ["folHlink", light.muted],
  ];
  const scheme = colors.map(
    ([name, value]) => `<a:${name}><a:srgbClr val="${value.slice(1).toUpperCase()}"/></a:${name}>`,
  );
  const face = `<a:latin typeface="${markup(font ?? "Arial")}"/><a:ea typeface=""/><a:cs typeface=""/>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = (width: number) => `<a:ln w="${width}">${fill}<a:prstDash val="solid"/></a:ln>`;
  const effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
  return `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="North Star"><a:themeElements><a:clrScheme name="North Star">${scheme.join("")}</a:clrScheme><a:fontScheme name="North Star"><a:majorFont>${face}</a:majorFont><a:minorFont>${face}</a:minorFont></a:fontScheme><a:fmtScheme name="North Star"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12_700)}${line(19_050)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
