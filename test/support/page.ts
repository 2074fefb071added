/** Pages: Markdown in which commands and what they print can be run. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { northstar } from "./world.js";

/**
 * A fenced block of a page. One whose info has a path after its language (```` ```yaml northstar.yaml ````) is a
 * file. A `console` block holds commands, each after `$ `, and what they print; its info ends with the exit
 * code of each unless all are 0: `exit=0,1`. Commands that are not `northstar` or `cat` are not run.
 */
interface Block {
  fence: string;
  info: string;
  body: string;
}

const blocks = /^(?<fence>`{3,})(?<info>[^`\n]*)\n(?<body>.*?)^\k<fence>$/gms;

/** Runs a page from its top in a folder, and gives it back with what the commands printed now. */
export async function runPage(page: string, folder: string): Promise<string> {
  const pieces: string[] = [];
  let end = 0;
  for (const match of page.matchAll(blocks)) {
    const { fence = "", info = "", body = "" } = match.groups ?? {};
    pieces.push(page.slice(end, match.index), await runBlock({ fence, info, body }, folder));
    end = match.index + match[0].length;
  }
  return [...pieces, page.slice(end)].join("");
}

async function runBlock({ fence, info, body }: Block, folder: string): Promise<string> {
  const [language = "", path = ""] = info.split(" ");
  if (language === "console") return runConsole({ fence, info, body }, folder);
  if (path) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body);
  }
  return written({ fence, info, body });
}

async function runConsole(block: Block, folder: string): Promise<string> {
  const commands = block.body.split("\n").flatMap((line) => (line.startsWith("$ ") ? [line.slice(2)] : []));
  if (
    commands.length === 0 ||
    !commands.every((command) => /^(?:\w+=\S* )*(?:northstar|cat)\b/.test(command))
  )
    return written(block);
  const codes: number[] = [];
  let body = "";
  for (const command of commands) {
    const { screen, code } = await runCommand(command, folder);
    body += `$ ${command}\n${screen}${screen === "" || screen.endsWith("\n") ? "" : "\n"}`;
    codes.push(code);
  }
  const info = codes.some((code) => code !== 0) ? `console exit=${codes.join(",")}` : "console";
  const ticks = body.match(/^`{3,}/gm)?.map((each) => `${each}\``) ?? [];
  const fence = ["```", ...ticks].sort((a, b) => b.length - a.length)[0] ?? "```";
  return written({ fence, info, body });
}

function written({ fence, info, body }: Block): string {
  return `${fence}${info}\n${body}${fence}`;
}

/**
 * A command as a POSIX shell would read it, as far as pages need: settings of the environment, words and quotes, and
 * `cat FILE |` before it.
 */
async function runCommand(line: string, folder: string): Promise<{ screen: string; code: number }> {
  const [, piped, receiver] = /^cat (\S+) \| (.*)$/.exec(line) ?? [];
  if (piped && receiver) return runNorthstar(receiver, folder, readFileSync(join(folder, piped)));
  return runNorthstar(line, folder);
}

async function runNorthstar(
  line: string,
  folder: string,
  input?: Buffer,
): Promise<{ screen: string; code: number }> {
  const words = line.match(/(?:[^\s'"]+|'[^']*'|"[^"]*")+/g) ?? [];
  const plain = words.map((word) => word.replace(/'([^']*)'|"([^"]*)"/g, "$1$2"));
  const start = plain.findIndex((word) => !/^\w+=/.test(word));
  const env = Object.fromEntries(plain.slice(0, start).map((word) => word.split("=", 2)));
  const [program, ...args] = plain.slice(start);
  if (program === "cat") return { screen: readFileSync(join(folder, args[0] ?? ""), "utf8"), code: 0 };
  return northstar(args, { cwd: folder, env, ...(input && { stdin: new PassThrough().end(input) }) });
}
