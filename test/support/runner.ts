/** How the runner of GitHub Actions finds commands in what a step prints. */

export interface RunnerCommand {
  name: string;
  properties: Record<string, string>;
  data: string;
}

const registered = [
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
];

/** The commands that a runner would carry out, in their order; those that stop and resume commands are not listed. */
export function commandsIn(output: string): RunnerCommand[] {
  const commands: RunnerCommand[] = [];
  let stop: string | null = null;
  for (const line of output.split(/\r\n|\r|\n/)) {
    const command: RunnerCommand | null = newStyle(line, stop) ?? oldStyle(line, stop);
    if (!command) continue;
    if (stop !== null) {
      if (command.name.toLowerCase() === stop.toLowerCase()) stop = null;
    } else if (command.name === "stop-commands") stop = command.data;
    else commands.push(command);
  }
  return commands;
}

function newStyle(line: string, stop: string | null): RunnerCommand | null {
  const [, info = "", data = ""] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? [];
  return commandOf(info, ",", ["%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%"], data, stop);
}

/** Such a command may stand anywhere in a line. */
function oldStyle(line: string, stop: string | null): RunnerCommand | null {
  const [, info = "", data = ""] = /##\[([^\]]*)\](.*)$/s.exec(line) ?? [];
  return commandOf(info, ";", ["%3B", ";", "%0D", "\r", "%0A", "\n", "%5D", "]", "%25", "%"], data, stop);
}

function commandOf(
  info: string,
  comma: string,
  escapes: string[],
  data: string,
  stop: string | null,
): RunnerCommand | null {
  const [name = ""] = info.split(" ", 1);
  const known = [...registered, ...(stop === null ? [] : [stop])];
  if (!known.some((each) => each.toLowerCase() === name.toLowerCase())) return null;
  const plain = (text: string) =>
    escapes.reduce(
      (done, sign, index) => (index % 2 ? done : done.replaceAll(sign, escapes[index + 1] ?? "")),
      text,
    );
  const pairs = info
    .slice(name.length + 1)
    .split(comma)
    .filter((pair) => pair.includes("="))
    .map((pair) => [pair.slice(0, pair.indexOf("=")), plain(pair.slice(pair.indexOf("=") + 1))]);
  return { name, properties: Object.fromEntries(pairs), data: plain(data) };
}
