/** The North Star that an agent asks about, as its file is at the moment. */
import { realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Northstar } from "../../../file/northstar.js";
import type { PointState } from "../../../lint/check.js";
import type { RenderData } from "../../../render/view-model.js";
import { type ConfigOptions, configsOf } from "../../host/config.js";
import { Failure } from "../../host/exit.js";
import type { Settings } from "../../host/load-config.js";
import { isInside } from "../../host/repository.js";
import type { World } from "../../host/world.js";
import { judgeFile } from "../shared/judge-file.js";
import { starsNamed } from "../shared/stars-named.js";

/** What the server was started with. */
export interface Asked extends ConfigOptions {
  world: World;
  /** The words that name the file. */
  operands: readonly string[];
  /** Whether a bet may be written. */
  write: boolean;
}

/** The file that is asked about, and what counts for it. */
export async function askedFile({ world, operands, ...options }: Asked): Promise<{
  file: string;
  settings: Settings;
}> {
  const [file, ...others] = await starsNamed(world, operands);
  if (others.length > 0)
    throw new Failure(`found ${others.length + 1} North Stars; start northstar mcp with the name of one`);
  keepInside(world, file);
  return { file, settings: await configsOf(world, options).settingsFor(file) };
}

/** A link in a folder that somebody else made leads to no file outside of it: what is read goes to an agent. */
function keepInside({ cwd }: World, file: string): void {
  const path = resolve(cwd, file);
  const folder = isInside(path, cwd) ? cwd : dirname(path);
  if (!isInside(realpathSync(path), realpathSync(folder)))
    throw new Failure(
      `${file} leads out of the folder through a symbolic link; put a copy of the file there`,
    );
}

/** The North Star in it with what documents are drawn from. One that cannot be read is a {@link Failure} that says why. */
export async function askedStar(asked: Asked): Promise<{
  file: string;
  star: Northstar;
  points: readonly PointState[];
  data: RenderData;
  settings: Settings;
}> {
  const { file, settings } = await askedFile(asked);
  const today = asked.world.today();
  const { star, points, problems } = await judgeFile(asked.world, file, { today, ...settings.judging });
  if (star)
    return {
      file,
      star,
      points,
      settings,
      data: { star, points, today, horizons: settings.config.horizons },
    };
  const [first] = problems;
  throw new Failure(
    `${file} cannot be read as a North Star: line ${first?.range.start.line}, ${first?.message}; the tool check says more`,
  );
}
