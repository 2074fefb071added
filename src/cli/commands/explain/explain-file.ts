/** `explain --why`: what speaks for and against each statement of a file. */
import { checkDocument } from "../../../lint/check.js";
import { evidenceIn } from "../../../lint/evidence.js";
import { isEnglish, subjectOf } from "../../../lint/lint.js";
import { evidencePage } from "../../../report/evidence.js";
import { type ConfigOptions, configsOf } from "../../host/config.js";
import { exit, Failure } from "../../host/exit.js";
import { openDocument } from "../../host/read-file.js";
import { lookOf } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import { lintOptions, withSources } from "../shared/judge-file.js";
import type { CommonOptions } from "../shared/options.js";

/** Shows how likely a coach objects to each statement of a file, and which words say so. */
export async function explainFile(
  world: World,
  name: string,
  options: CommonOptions & ConfigOptions,
): Promise<number> {
  const { judging } = await configsOf(world, options).settingsFor(name);
  const opened = openDocument(world, name);
  const checked =
    "problems" in opened
      ? opened
      : checkDocument(
          opened.document,
          lintOptions(world, await withSources(world, name, opened.document.text, judging)),
        );
  if (!checked.star)
    throw new Failure(
      `cannot explain ${name} before it can be read; northstar lint ${name} says what is wrong`,
    );
  if (!isEnglish(checked.star))
    throw new Failure(`cannot explain ${name}: only English is read, and it is written in another language`);
  const subject = subjectOf(checked.star, world.today(), judging.lexicon);
  world.stdout.write(
    evidencePage(evidenceIn(subject, judging.lexicon), checked.problems, lookOf(world, options.color)),
  );
  return exit.done;
}
