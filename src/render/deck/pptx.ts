/** Slides as a PowerPoint file: native shapes that stay editable, made of the parts that ECMA-376 asks for. */
import { markup, markupPart } from "../../report/escape.js";
import { type Direction, directionIn } from "../direction.js";
import { generatedMarker } from "../generated-marker.js";
import { lightness, mixesOf, type Palette, textRole } from "../palette.js";
import type { Theme } from "../theme.js";
import { type RenderData, type ViewModel, viewModelOf } from "../view-model.js";
import { fill, type Wording } from "../words/words.js";
import { chartPart, workbookPart } from "./pptx-chart.js";
import {
  columnMark,
  declaration,
  emptyGroup,
  emu,
  ground,
  type Layout,
  layoutPart,
  layouts,
  masterPart,
  namespaces,
  notesMasterPart,
  numberMark,
  office,
  packages,
  themePart,
  titleMark,
} from "./pptx-parts.js";
import {
  type Box,
  type ChartShape,
  type ConnectorShape,
  canvas,
  type Paragraph,
  type PictureShape,
  type Run,
  type Shape,
  type Slide,
  type StarShape,
  type TableShape,
  type TextShape,
} from "./slide.js";
import { slidesOf } from "./slides.js";
import { cellPadding } from "./table.js";
import { bulletIndent } from "./typeset.js";
import { zip } from "./zip.js";

/** A whole presentation; the same bytes for the same North Star, wherever it is made. */
export function pptxDeck(data: RenderData, theme: Theme): Uint8Array {
  const view = viewModelOf(data);
  return presentationOf(slidesOf(data, theme), { ...view, name: data.deck?.title ?? view.name }, theme);
}

/** Slides as a presentation. */
export function presentationOf(
  slides: readonly Slide[],
  { name: title, words }: Pick<ViewModel, "name" | "words">,
  theme: Theme,
): Uint8Array {
  return zip(Object.entries(partsOf(slides, theme, { title, words })));
}

type Parts = Record<string, string | Uint8Array>;

const presentationType = "application/vnd.openxmlformats-officedocument.presentationml";

function partsOf(
  slides: readonly Slide[],
  theme: Theme,
  { title, words }: { title: string; words: Wording },
): Parts {
  const numbers = slides.map((_, index) => index + 1);
  const colors = colorsOf(theme.light);
  const charts = slides.flatMap(({ shapes }) => shapes.filter((shape) => shape.kind === "chart"));
  const { logo } = theme;
  const picture = logo && {
    path: `ppt/media/logo.${logo.type === "image/png" ? "png" : "jpeg"}`,
    bytes: logo.bytes,
  };
  const overrides: [path: string, type: string][] = [
    ["/ppt/presentation.xml", `${presentationType}.presentation.main+xml`],
    ["/ppt/slideMasters/slideMaster1.xml", `${presentationType}.slideMaster+xml`],
    ...layouts.map((_, index): [string, string] => [
      `/ppt/slideLayouts/slideLayout${index + 1}.xml`,
      `${presentationType}.slideLayout+xml`,
    ]),
    ["/ppt/notesMasters/notesMaster1.xml", `${presentationType}.notesMaster+xml`],
    ["/ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"],
    ["/ppt/theme/theme2.xml", "application/vnd.openxmlformats-officedocument.theme+xml"],
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ["/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
    ...numbers.map((n): [string, string] => [`/ppt/slides/slide${n}.xml`, `${presentationType}.slide+xml`]),
    ...numbers.map((n): [string, string] => [
      `/ppt/notesSlides/notesSlide${n}.xml`,
      `${presentationType}.notesSlide+xml`,
    ]),
    ...charts.map((_, index): [string, string] => [
      `/ppt/charts/chart${index + 1}.xml`,
      "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    ]),
  ];
  const parts: Parts = {
    "[Content_Types].xml": `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${picture && logo ? `<Default Extension="${picture.path.split(".").at(-1)}" ContentType="${logo.type}"/>` : ""}${charts.length > 0 ? '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>' : ""}${overrides.map(([path, type]) => `<Override PartName="${path}" ContentType="${type}"/>`).join("")}</Types>`,
    "_rels/.rels": relationships([
      [`${office}/officeDocument`, "ppt/presentation.xml"],
      [`${packages}/relationships/metadata/core-properties`, "docProps/core.xml"],
      [`${office}/extended-properties`, "docProps/app.xml"],
    ]),
    "docProps/app.xml": `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>northstar</Application><Slides>${slides.length}</Slides></Properties>`,
    "docProps/core.xml": `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${markup(title)}</dc:title><dc:description>${generatedMarker}</dc:description><dc:language>${markup(words.locale)}</dc:language></cp:coreProperties>`,
    "ppt/presentation.xml": presentation(slides.length),
    "ppt/_rels/presentation.xml.rels": relationships([
      [`${office}/slideMaster`, "slideMasters/slideMaster1.xml"],
      [`${office}/notesMaster`, "notesMasters/notesMaster1.xml"],
      [`${office}/theme`, "theme/theme1.xml"],
      ...numbers.map((n): [string, string] => [`${office}/slide`, `slides/slide${n}.xml`]),
    ]),
    "ppt/slideMasters/slideMaster1.xml": declaration + masterPart(),
    "ppt/slideMasters/_rels/slideMaster1.xml.rels": relationships([
      ...layouts.map((_, index): [string, string] => [
        `${office}/slideLayout`,
        `../slideLayouts/slideLayout${index + 1}.xml`,
      ]),
      [`${office}/theme`, "../theme/theme1.xml"],
    ]),
    "ppt/notesMasters/notesMaster1.xml": declaration + notesMasterPart(),
    "ppt/notesMasters/_rels/notesMaster1.xml.rels": relationships([
      [`${office}/theme`, "../theme/theme2.xml"],
    ]),
    "ppt/theme/theme1.xml": declaration + themePart(theme),
    "ppt/theme/theme2.xml": declaration + themePart(theme),
  };
  for (const [index, layout] of layouts.entries()) {
    parts[`ppt/slideLayouts/slideLayout${index + 1}.xml`] =
      declaration + layoutPart(layout, slides[0]?.direction ?? "ltr");
    parts[`ppt/slideLayouts/_rels/slideLayout${index + 1}.xml.rels`] = relationships([
      [`${office}/slideMaster`, "../slideMasters/slideMaster1.xml"],
    ]);
  }
  for (const [index, slide] of slides.entries()) {
    const n = index + 1;
    const hasPicture = slide.shapes.some((shape) => shape.kind === "picture");
    parts[`ppt/slides/slide${n}.xml`] = declaration + slidePart(slide, n, colors, words);
    parts[`ppt/slides/_rels/slide${n}.xml.rels`] = relationships([
      [
        `${office}/slideLayout`,
        `../slideLayouts/slideLayout${layouts.indexOf(layoutFor(slide).layout) + 1}.xml`,
      ],
      [`${office}/notesSlide`, `../notesSlides/notesSlide${n}.xml`],
      ...(hasPicture && picture
        ? [[`${office}/image`, `../${picture.path.slice(4)}`] as [string, string]]
        : []),
      ...slide.shapes.flatMap((shape): [string, string][] =>
        shape.kind === "chart"
          ? [[`${office}/chart`, `../charts/chart${charts.indexOf(shape) + 1}.xml`]]
          : [],
      ),
    ]);
    parts[`ppt/notesSlides/notesSlide${n}.xml`] = declaration + notesPart(slide, words);
    parts[`ppt/notesSlides/_rels/notesSlide${n}.xml.rels`] = relationships([
      [`${office}/notesMaster`, "../notesMasters/notesMaster1.xml"],
      [`${office}/slide`, `../slides/slide${n}.xml`],
    ]);
  }
  for (const [index, chart] of charts.entries()) {
    const n = index + 1;
    parts[`ppt/charts/chart${n}.xml`] = chartPart(chart);
    parts[`ppt/charts/_rels/chart${n}.xml.rels`] = relationships([
      [`${office}/package`, `../embeddings/series${n}.xlsx`],
    ]);
    parts[`ppt/embeddings/series${n}.xlsx`] = workbookPart(chart);
  }
  if (picture) parts[picture.path] = picture.bytes;
  return parts;
}

function relationships(list: readonly (readonly [type: string, target: string])[]): string {
  const rows = list.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${rows.join("")}</Relationships>`;
}

function presentation(count: number): string {
  const ids = Array.from(
    { length: count },
    (_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 4}"/>`,
  );
  return `${declaration}<p:presentation ${namespaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${ids.join("")}</p:sldIdLst><p:sldSz cx="${emu(canvas.width)}" cy="${emu(canvas.height)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`;
}

/** What everything on one slide shares. */
interface Pen {
  /** Each colour as the format writes it. */
  colors: Readonly<Record<keyof Palette, string>>;
  words: Wording;
  direction: Direction;
  /** The number of each shape that connectors are glued to. */
  ids: ReadonlyMap<string, number>;
  /** Which relationship of the slide each of its charts is. */
  charts: ReadonlyMap<Shape, number>;
  /** Which placeholder a shape is. */
  marks: ReadonlyMap<Shape, string>;
  /** What stands in those shapes, to say what a connector joins. */
  names: ReadonlyMap<string, string>;
}

function slidePart(slide: Slide, number: number, colors: Pen["colors"], words: Wording): string {
  const { shapes, direction = "ltr" } = slide;
  const ids = new Map<string, number>();
  const names = new Map<string, string>();
  for (const [index, shape] of shapes.entries())
    if (shape.kind === "text" && shape.id) {
      ids.set(shape.id, index + 2);
      names.set(shape.id, textOf(shape));
    }
  const { layout, columns } = layoutFor(slide);
  const marks = new Map<Shape, string>([
    ...shapes.flatMap((shape): [Shape, string][] =>
      shape.kind !== "text"
        ? []
        : shape.isTitle
          ? [[shape, titleMark(layout)]]
          : shape.isNumber
            ? [[shape, numberMark]]
            : [],
    ),
    ...columns.map((shape, index): [Shape, string] => [shape, columnMark(layout, index + 1)]),
  ]);
  // Behind the layout, the notes and the logo.
  const before = shapes.some((shape) => shape.kind === "picture") ? 4 : 3;
  const charts = new Map(
    shapes.filter((shape) => shape.kind === "chart").map((shape, index) => [shape as Shape, before + index]),
  );
  const pen: Pen = { colors, words, direction, ids, names, marks, charts };
  const drawn = shapes.map((shape, index) => ({ shape, xml: shapePart(shape, index + 2, pen, number) }));
  // Read aloud in this order: what a slide is called comes first.
  const isTitle = ({ shape }: { shape: Shape }) => shape.kind === "text" && shape.isTitle === true;
  const ordered = [...drawn.filter(isTitle), ...drawn.filter((each) => !isTitle(each))].map(({ xml }) => xml);
  // The ground of a slide stays when the layouts of another theme take the place of these.
  return `<p:sld ${namespaces}><p:cSld>${slide.ground === "deep" ? ground("tx2") : ""}<p:spTree>${emptyGroup}${ordered.join("")}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

/** The layout of a slide, and which of its shapes stand in the columns of it: tables, and text that is more than a word. */
function layoutFor({ shapes, ground }: Slide): { layout: Layout; columns: readonly Shape[] } {
  const [deep, one, two, none] = layouts as [Layout, Layout, Layout, Layout];
  const tables = shapes.filter((shape) => shape.kind === "table");
  const texts = shapes
    .filter((shape) => shape.kind === "text")
    .filter(isColumn)
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  const columns = [...tables, ...texts]
    .slice(0, ground === "deep" ? 1 : 2)
    .sort((a, b) => shapes.indexOf(a) - shapes.indexOf(b));
  if (ground === "deep") return { layout: deep, columns };
  return { layout: [none, one, two][columns.length] ?? none, columns };
}

/** Whether a text stands for itself: it is no card unless a large one, no label over others, and nothing is joined to it. */
function isColumn(shape: TextShape): boolean {
  const { isTitle, isNumber, id, fill, outline, height, width } = shape;
  if (isTitle || isNumber || id || height < 40 || width < 200) return false;
  return (!fill && !outline) || sizeOf(shape) > (canvas.width * canvas.height) / 4;
}

function sizeOf({ width, height }: Box): number {
  return width * height;
}

function shapePart(shape: Shape, id: number, pen: Pen, number: number): string {
  switch (shape.kind) {
    case "text":
      return textPart(shape, id, pen, number);
    case "star":
      return starPart(shape, id, pen);
    case "picture":
      return picturePart(shape, id, pen);
    case "table":
      return tablePart(shape, id, pen);
    case "connector":
      return connectorPart(shape, id, pen);
    case "chart":
      return chartFrame(shape, id, pen);
  }
}

function textOf({ paragraphs }: TextShape): string {
  return paragraphs[0]?.runs.map((run) => run.text).join("") ?? "";
}

function placeOf({ x, y, width, height }: Box, flips = ""): string {
  return `<a:xfrm${flips}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;
}

function textPart(shape: TextShape, id: number, pen: Pen, number: number): string {
  const { name, round = 0, inset = 0, insetY = inset, anchor = "top", fill, outline, width, height } = shape;
  const corner = Math.round((round / Math.min(width, height)) * 100_000);
  const geometry = round
    ? `<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val ${Math.min(corner, 50_000)}"/></a:avLst></a:prstGeom>`
    : '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';
  const line = outline ? `<a:ln w="12700">${solid(outline, pen)}</a:ln>` : "<a:ln><a:noFill/></a:ln>";
  const sides = `lIns="${emu(inset)}" tIns="${emu(insetY)}" rIns="${emu(inset)}" bIns="${emu(insetY)}"`;
  const place = { top: "t", middle: "ctr", bottom: "b" }[anchor];
  const mark = pen.marks.get(shape);
  const paragraphs = shape.paragraphs.map((each) =>
    paragraphPart(each, pen, { number: shape.isNumber ? number : undefined, isPlaced: mark !== undefined }),
  );
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${markup(name)} ${id}" descr="${markup(nameOf(name, pen))}"/>${mark ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' : '<p:cNvSpPr txBox="1"/>'}<p:nvPr>${mark ?? ""}</p:nvPr></p:nvSpPr><p:spPr>${placeOf(shape)}${geometry}${fill ? solid(fill, pen) : "<a:noFill/>"}${line}</p:spPr><p:txBody><a:bodyPr wrap="square" ${sides} anchor="${place}"><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs.join("")}</p:txBody></p:sp>`;
}

/** What is not said is as in the master: on the left, one line under the other, no bullet. */
function paragraphPart(
  { runs, align, bullet, before }: Paragraph,
  pen: Pen,
  { number, isPlaced = false }: { number?: number | undefined; isPlaced?: boolean } = {},
): string {
  const size = Math.max(...runs.map((run) => run.size));
  const indent = emu(bulletIndent(size));
  const text = runs.map((run) => run.text).join("");
  const rtl = directionIn(text, pen.direction) === "rtl";
  const sides =
    rtl || pen.direction === "rtl"
      ? { left: "r", center: "ctr", right: "l" }
      : { left: "", center: "ctr", right: "r" };
  const side = sides[align ?? "left"];
  const attributes = [
    // A placeholder of another theme may have bullets: these have their own, or none.
    ...(bullet ? [`marL="${indent}" indent="-${indent}"`] : isPlaced ? ['marL="0" indent="0"'] : []),
    ...(side ? [`algn="${side}"`] : []),
    ...(rtl ? ['rtl="1"'] : []),
  ];
  const inner = [
    ...(before ? [`<a:spcBef><a:spcPts val="${Math.round(before * 100)}"/></a:spcBef>`] : []),
    ...(bullet
      ? [`<a:buClr>${pen.colors.star}</a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>`]
      : isPlaced
        ? ["<a:buNone/>"]
        : []),
  ].join("");
  const open = ["<a:pPr", ...attributes].join(" ");
  const properties = inner ? `${open}>${inner}</a:pPr>` : attributes.length > 0 ? `${open}/>` : "";
  return `<a:p>${properties}${runs.map((run) => runPart(run, pen, number)).join("")}</a:p>`;
}

function runPart({ text, size, color: role, bold }: Run, pen: Pen, number?: number): string {
  const properties = `<a:rPr lang="${markup(pen.words.locale)}" sz="${Math.round(size * 100)}"${bold ? ' b="1"' : ""}>${solid(textRole(role), pen)}</a:rPr>`;
  if (number !== undefined)
    return `<a:fld id="{6D1E3C55-8F3B-4C7A-9B3E-0A5D0E6B2F11}" type="slidenum">${properties}<a:t>${number}</a:t></a:fld>`;
  return `<a:r>${properties}<a:t>${markupPart(text)}</a:t></a:r>`;
}

/** Colours of the theme keep their name, and the rest are so much of one of them, so that all change with it. */
const schemeNames: Partial<Record<keyof Palette, string>> = {
  paper: "bg1",
  ink: "tx1",
  panel: "bg2",
  deep: "tx2",
  accent: "accent1",
  accentText: "hlink",
  star: "accent2",
  good: "accent3",
  warn: "accent4",
  bad: "accent5",
  muted: "accent6",
};

function colorsOf(palette: Palette): Pen["colors"] {
  const mixes = mixesOf(palette);
  const roles = Object.keys(palette) as (keyof Palette)[];
  return Object.fromEntries(
    roles.map((role) => [role, colorIn(palette, role, mixes[role] ?? { of: role, share: 1 })]),
  ) as Record<keyof Palette, string>;
}

function colorIn(
  palette: Palette,
  role: keyof Palette,
  { of, share }: { of: keyof Palette; share: number },
): string {
  const name = schemeNames[of];
  if (!name) return `<a:srgbClr val="${palette[role].slice(1).toUpperCase()}"/>`;
  const all = (part: number) => Math.round(part * 100_000);
  if (share === 1) return `<a:schemeClr val="${name}"/>`;
  // Lines of tables are drawn opaque by some programs, and so lines and greys are ink made lighter.
  const change =
    of === "ink"
      ? `<a:satMod val="40000"/><a:lumMod val="${all(share)}"/><a:lumOff val="${all(lightness(palette[role]) - lightness(palette.ink) * share)}"/>`
      : `<a:alpha val="${all(share)}"/>`;
  return `<a:schemeClr val="${name}">${change}</a:schemeClr>`;
}

/** What a shape is, in the language of the file. */
function nameOf(name: string, { words: { shapes } }: Pen): string {
  return Object.hasOwn(shapes, name) ? shapes[name as keyof typeof shapes] : name;
}

function solid(role: keyof Palette, pen: Pen): string {
  return `<a:solidFill>${pen.colors[role]}</a:solidFill>`;
}

function starPart(shape: StarShape, id: number, pen: Pen): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Star ${id}" descr="${markup(nameOf("Star", pen))}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${placeOf(shape)}<a:prstGeom prst="star4"><a:avLst><a:gd name="adj" fmla="val 14000"/></a:avLst></a:prstGeom>${solid("star", pen)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>`;
}

function picturePart(shape: PictureShape, id: number, pen: Pen): string {
  return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Logo ${id}" descr="${markup(nameOf("Logo", pen))}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId3"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${placeOf(shape)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

/** Glued to the sides of both shapes that are near each other, so that it follows when they move. */
function connectorPart({ from, to, start, end }: ConnectorShape, id: number, pen: Pen): string {
  const box = {
    x: Math.min(start.x, end.x),
    y: Math.min(start.y, end.y),
    width: Math.abs(start.x - end.x),
    height: Math.abs(start.y - end.y),
  };
  const flips = `${start.x > end.x ? ' flipH="1"' : ""}${start.y > end.y ? ' flipV="1"' : ""}`;
  const [out, into] = start.x < end.x ? [3, 1] : [1, 3];
  const { ids, names } = pen;
  const what = fill(pen.words.notes.drives, { from: names.get(from) ?? "", to: names.get(to) ?? "" });
  return `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="Connector ${id}" descr="${markup(what)}"/><p:cNvCxnSpPr><a:stCxn id="${ids.get(from)}" idx="${out}"/><a:endCxn id="${ids.get(to)}" idx="${into}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>${placeOf(box, flips)}<a:prstGeom prst="curvedConnector3"><a:avLst><a:gd name="adj1" fmla="val 50000"/></a:avLst></a:prstGeom><a:ln w="15875">${solid("edge", pen)}<a:tailEnd type="triangle"/></a:ln></p:spPr></p:cxnSp>`;
}

function tablePart(shape: TableShape, id: number, pen: Pen): string {
  const { columns, rows, headSize, headHeight } = shape;
  const grid = columns.map(({ width }) => `<a:gridCol w="${emu(width)}"/>`).join("");
  const heads = columns.map(({ head }) =>
    cellPart({ text: head, size: headSize, bold: true, color: "muted" }, pen, "edge"),
  );
  const body = rows.map(
    ({ height, cells }) =>
      `<a:tr h="${emu(height)}">${cells.map((cell) => cellPart(cell, pen, "line")).join("")}</a:tr>`,
  );
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Table ${id}" descr="${markup(shape.name)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>${pen.marks.get(shape) ?? ""}</p:nvPr></p:nvGraphicFramePr><p:xfrm><a:off x="${emu(shape.x)}" y="${emu(shape.y)}"/><a:ext cx="${emu(shape.width)}" cy="${emu(shape.height)}"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr${pen.direction === "rtl" ? ' rtl="1"' : ""} firstRow="1"/><a:tblGrid>${grid}</a:tblGrid><a:tr h="${emu(headHeight)}">${heads.join("")}</a:tr>${body.join("")}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}

function chartFrame(shape: ChartShape, id: number, { charts }: Pen): string {
  const { x, y, width, height, name, trend } = shape;
  const said = markup(`${name}: ${trend.told}`);
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Chart ${id}" descr="${said}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId${charts.get(shape)}"/></a:graphicData></a:graphic></p:graphicFrame>`;
}

function cellPart(run: Run, pen: Pen, under: keyof Palette): string {
  const none = (side: string) => `<a:${side} w="0"><a:noFill/></a:${side}>`;
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphPart({ runs: [run] }, pen)}</a:txBody><a:tcPr marL="${emu(cellPadding.x)}" marR="${emu(cellPadding.x)}" marT="${emu(cellPadding.y)}" marB="${emu(cellPadding.y)}">${none("lnL")}${none("lnR")}${none("lnT")}<a:lnB w="9525">${solid(under, pen)}</a:lnB><a:noFill/></a:tcPr></a:tc>`;
}

function notesPart({ notes, title, direction }: Slide, { locale, shapes }: Wording): string {
  const lines = (notes.length > 0 ? notes : [title]).map(
    (text) =>
      `<a:p>${directionIn(text, direction) === "rtl" ? '<a:pPr algn="r" rtl="1"/>' : ""}<a:r><a:rPr lang="${markup(locale)}"/><a:t>${markup(text)}</a:t></a:r></a:p>`,
  );
  return `<p:notes ${namespaces}><p:cSld><p:spTree>${emptyGroup}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide 2" descr="${markup(shapes["The slide"])}"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 3" descr="${markup(shapes["Notes for the speaker"])}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${lines.join("")}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}
