/** Opens a North Star for commands that look at its value and do not judge it. */
import type { Document } from "../../../file/document.js";
import type { Northstar } from "../../../file/northstar.js";
import { validate } from "../../../file/validate.js";
import type { Judged } from "../../../report/report.js";
import { openDocument } from "../../host/read-file.js";
import type { World } from "../../host/world.js";

/** A North Star and the file that it stands in. */
export interface OpenStar {
  /** As the person would name it. */
  file: string;
  star: Northstar;
  document: Document;
}

/** Reads a file (seen from `world.cwd`), or says what is wrong with it. One that cannot be read is a Failure. */
export function openStar(world: World, file: string): OpenStar | Judged {
  const opened = openDocument(world, file);
  if ("problems" in opened) return opened;
  const { document } = opened;
  const star = validate(document);
  return Array.isArray(star)
    ? { path: file, text: document.text, points: [], problems: star }
    : { file, star, document };
}
