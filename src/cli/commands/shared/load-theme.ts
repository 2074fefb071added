/** The theme that a configuration sets, with its logo read from the disk. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { layerOf } from "../../../config/layers.js";
import { adjustedColors, defaultTheme, type Logo, type Theme, themeOf } from "../../../render/theme.js";
import { configName } from "../../host/config.js";
import { Failure } from "../../host/exit.js";
import type { Settings } from "../../host/load-config.js";
import { attempt, readBytes } from "../../host/read-file.js";
import { printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";

/** The largest logo, in bytes: it stands in every page. */
const largestLogo = 500_000;

/** What documents look like; a theme that cannot be used is a {@link Failure} that says why. */
export function loadTheme({ config, layers }: Settings): Theme {
  if (!config.theme) return defaultTheme;
  const { logo: name, ...rest } = config.theme;
  const folder = layerOf(layers, ["theme", "logo"])?.folder;
  const logo = name !== undefined && folder !== undefined ? logoOf(folder, name) : undefined;
  const theme = themeOf({ ...rest, ...(logo && { logo }) });
  if (Array.isArray(theme)) throw new Failure(`${configName}: ${theme.join("; ")}`);
  return theme;
}

/** One line for each theme of which a colour is drawn otherwise where it carries text. */
export function sayColors(world: World, themes: readonly Theme[]): void {
  for (const line of new Set(themes.flatMap((theme) => adjustedColors(theme) ?? [])))
    printMessage(world, line);
}

function logoOf(folder: string, name: string): Logo {
  const refuse = (reason: string): never => {
    throw new Failure(`${configName}: theme.logo ${name} ${reason}`);
  };
  const path = resolve(folder, name);
  const bytes = attempt(() => readBytes(path, { within: folder, most: largestLogo + 1 }));
  if ("reason" in bytes) return refuse(`cannot be read: ${bytes.reason}`);
  if (bytes.value.length > largestLogo)
    return refuse(
      `has ${Math.ceil(statSync(path).size / 1000)} kB and at most ${largestLogo / 1000} kB are taken; make it smaller`,
    );
  const picture = pictureOf(bytes.value);
  return picture ?? refuse("is no PNG or JPEG picture, which every document can show");
}

/** What a picture is and how large, by its own first bytes; its name may say anything. */
function pictureOf(bytes: Buffer): Logo | null {
  if (bytes.length > 24 && bytes.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex")))
    return sized("image/png", bytes, bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  // A JPEG is a row of segments; the one that starts a frame has the size.
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return sized("image/jpeg", bytes, bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
  }
  return null;
}

function sized(type: Logo["type"], bytes: Buffer, width: number, height: number): Logo | null {
  return width > 0 && height > 0 && width < 20_000 && height < 20_000 ? { type, bytes, width, height } : null;
}
