import { spawn } from "node:child_process";
import type { Command } from "commander";
import { listeners } from "../../render/deck/parts.js";
import { type RendererName, rendererNames } from "../../render/renderers.js";
import { type ConfigOptions, configFlags } from "../host/config.js";
import { exit, Failure } from "../host/exit.js";
import { printMessage } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { follow, showFile } from "./preview/live-star.js";
import { appearances, previewPage, type Selection, type Tab } from "./preview/page.js";
import { serveStar } from "./preview/server.js";
import { endingsOf } from "./shared/draw-document.js";
import { sayColors } from "./shared/load-theme.js";
import { starsNamed } from "./shared/stars-named.js";

interface Options extends ConfigOptions {
  open?: true;
}

export function define(command: Command): void {
  command
    .argument("[file]", "the North Star to show; northstar.yaml of this folder when left out")
    .option("--open", "open the page in the browser");
  for (const [flags, description] of configFlags) command.option(flags, description);
}

/** Serves documents and report of a North Star to this machine, anew whenever it is saved, until Ctrl-C. */
export async function run(world: World, operands: string[], options: Options): Promise<number> {
  const [file, ...others] = await starsNamed(world, operands);
  if (others.length > 0) throw new Failure(`found ${others.length + 1} North Stars; name the one to show`);
  let shown = await showFile(world, file, options);
  sayColors(world, [shown.theme]);
  const stop = world.interrupted?.() ?? new AbortController().signal;
  const page = () => previewPage(shown.told.name, choices(), selections);
  const server = await serveStar(world, page, () => shown, stop);
  world.stdout.write(`${server.address}\n`);
  printMessage(world, `shows ${file} to this machine alone; Ctrl-C ends`);
  if (options.open) openBrowser(world, server.address);
  const tell = (next: typeof shown) => {
    shown = next;
    server.tell();
  };
  await follow(world, file, options, shown, tell, stop);
  await server.close();
  return exit.stopped;
}

const selections: readonly Selection[] = [
  { name: "for", title: "For", words: listeners, of: "deck" },
  { name: "look", title: "Look", words: appearances },
];

const first: readonly RendererName[] = ["one-pager", "tree", "board", "deck"];

/** Whatever is a page; a badge is none. */
function choices(): Tab[] {
  const documents = [...new Set([...first, ...rendererNames])].filter((name) =>
    endingsOf(name).includes("html"),
  );
  return [
    ...documents.map((name) => ({ name, title: name === "bet" ? "bets" : name, files: endingsOf(name) })),
    { name: "report", title: "report", files: ["png", "pdf"] },
  ];
}

function openBrowser(world: World, address: string): void {
  const [program, ...words] =
    process.platform === "darwin"
      ? ["open"]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", ""]
        : ["xdg-open"];
  const child = spawn(program ?? "", [...words, address], { stdio: "ignore", detached: true });
  const told = () => printMessage(world, `${program} opens no browser; open the address above yourself`);
  child.once("error", told);
  child.once("exit", (code) => {
    if (code) told();
  });
  child.unref();
}
