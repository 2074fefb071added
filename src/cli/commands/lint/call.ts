/** What of a call of `lint` is said again where it names the command that mends what it found. */
import { shellWord } from "../../../file/message-text.js";
import type { Call } from "../../../report/report.js";
import type { ConfigOptions } from "../../host/config.js";
import type { KnownOptions } from "./new-only.js";

interface Options extends KnownOptions, ConfigOptions {
  ignores: boolean;
  today?: string;
  stdinName?: string;
}

export function callOf(
  paths: readonly string[],
  { since, baseline, updateBaseline, config, ignores, today, stdinName }: Options,
): Call {
  const options: readonly (readonly [flag: string, value: string | undefined])[] = [
    ["--since", since],
    ["--baseline", updateBaseline ? undefined : baseline],
    ["--config", config === false ? undefined : config],
    ["--today", today],
  ];
  return {
    options: [
      ...options.flatMap(([flag, value]) => (value === undefined ? [] : [`${flag} ${shellWord(value)}`])),
      ...(config === false ? ["--no-config"] : []),
      ...(ignores ? [] : ["--no-ignores"]),
    ],
    paths: paths.map((path) => (path === "-" ? (stdinName ?? path) : path)),
  };
}
