/** A series as a native chart of PowerPoint: a part with the chart, and the workbook that "edit data" opens. */
import { markup } from "../../report/escape.js";
import { declaration, office, packages } from "./pptx-parts.js";
import type { ChartShape } from "./slide.js";
import { zip } from "./zip.js";

const sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The chart: one line with gaps where nothing was measured, in the colour of the theme's accent. */
export function chartPart({ name, trend: { days, values } }: ChartShape): string {
  const end = days.length + 1;
  const categories = days.map((day, at) => `<c:pt idx="${at}"><c:v>${day}</c:v></c:pt>`).join("");
  const points = values
    .map((value, at) => (value === null ? "" : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`))
    .join("");
  const hidden = '<c:delete val="1"/>';
  return `${declaration}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}"><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${markup(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:ln w="28575" cap="rnd"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:round/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker><c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${end}</c:f><c:strCache><c:ptCount val="${days.length}"/>${categories}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$B$2:$B$${end}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points}</c:numCache></c:numRef></c:val><c:smooth val="0"/></c:ser><c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling>${hidden}<c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>${limits(values)}</c:scaling>${hidden}<c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}

/** From the lowest value to the highest, as the lines on pages are drawn. */
function limits(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return high > low ? `<c:max val="${high}"/><c:min val="${low}"/>` : "";
}

/** The workbook of a chart: days, and what was measured; a gap is a row without a value. */
export function workbookPart({ name, trend: { days, values } }: ChartShape): Uint8Array {
  const text = (each: string) => `<c t="inlineStr"><is><t xml:space="preserve">${markup(each)}</t></is></c>`;
  const rows = days.map(
    (day, at) => `<row>${text(day)}${values[at] === null ? "" : `<c><v>${values[at]}</v></c>`}</row>`,
  );
  return zip([
    [
      "[Content_Types].xml",
      `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${declaration}<workbook xmlns="${sheets}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    [
      "xl/worksheets/sheet1.xml",
      `${declaration}<worksheet xmlns="${sheets}"><sheetData><row>${text("t")}${text(name)}</row>${rows.join("")}</sheetData></worksheet>`,
    ],
  ]);
}
