/** Documents as PNG pictures, which say who made them. */
import { crc32 } from "node:zlib";
import { generatedMarker } from "../../render/generated-marker.js";
import { type Cut, findChromium, pngOf } from "./chromium.js";
import { Failure } from "./exit.js";
import { hasCode } from "./read-file.js";
import type { World } from "./world.js";

/** How many pixels each length of a picture is drawn with, so that text is sharp on a good screen. */
export const pixelsEach = 2;

/** A web page as a picture, drawn by Chromium. */
export async function pagePicture(
  world: World,
  html: string,
  cut: Cut,
  stop?: AbortSignal,
): Promise<Uint8Array> {
  return marked(await pngOf(world, html, cut, stop));
}

/** A drawing of so many lengths as a picture: by Chromium, or by resvg where there is none. */
export async function svgPicture(
  world: World,
  svg: string,
  { width, height }: { width: number; height: number },
  stop?: AbortSignal,
): Promise<Uint8Array> {
  if (findChromium(world) === undefined) return marked(await byResvg(svg, width * pixelsEach));
  const html = `<!doctype html><meta charset="utf-8"><style>body{margin:0}svg{display:block}</style>${svg}`;
  return await pagePicture(world, html, { width, height, scale: pixelsEach }, stop);
}

/** Draws what stands in no `@` block of the style. The package is optional: it has a file of 4 MB for each machine. */
async function byResvg(svg: string, width: number): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js").catch((error: unknown) => {
    if (!hasCode(error, "MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND")) throw error;
    throw new Failure(
      "a PNG is made by Chromium or Chrome, or a tree by @resvg/resvg-js, and neither was found; install Chromium, name it in NORTHSTAR_CHROMIUM, or npm install @resvg/resvg-js beside northstar",
    );
  });
  const letter = '<svg xmlns="http://www.w3.org/2000/svg"><text y="9">A</text></svg>';
  if (!new Resvg(letter).getBBox())
    throw new Failure("@resvg/resvg-js finds no font to write with; install one, such as Liberation Sans");
  return new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng();
}

/** The signature of a PNG and its first chunk, in bytes. */
const headSize = 33;

/** A PNG with the words by which the next rendering knows that it may be replaced, as its second chunk. */
function marked(png: Uint8Array): Uint8Array {
  const body = Buffer.from(`tEXtComment\0${generatedMarker}`, "latin1");
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([png.subarray(0, headSize), size, body, sum, png.subarray(headSize)]);
}
