/** How northstar is started from within an editor. */

export interface Program {
  command: string;
  args: readonly string[];
  env: Record<string, string>;
}

/** A script that the editor's own node runs: nobody needs another one. */
export function asNode(script: string): Program {
  return { command: process.execPath, args: [script], env: { ELECTRON_RUN_AS_NODE: "1" } };
}
