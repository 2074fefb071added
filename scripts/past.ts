/** A repository with a long past, for measuring what reads it. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** How many bets the file keeps: teams tidy up. */
const mostBets = 8;

/**
 * The file as its n-th revision has it. Of each five revisions one opens a bet, one starts it, one corrects a comment,
 * one rewords an Input, and one closes the bet with what it taught.
 */
export function revisionOf(star: string, index: number): string {
  const [head = "", rest = ""] = star.split("\nbets:\n");
  const tail = rest.slice(rest.search(/^(?=checklist:)/m));
  const round = Math.floor(index / 5);
  const step = index % 5;
  const bets = Array.from({ length: Math.min(round + 1, mostBets) }, (_, back) => round - back)
    .reverse()
    .map((bet) => betOf(bet, bet < round ? 4 : step));
  const reworded = head.replace(
    "Total reach of broadcasted learnings",
    `Total reach of all ${step < 3 ? round : round + 1} kinds of broadcasted learnings`,
  );
  return `# Looked at ${step < 2 ? index : index - (index % 5) + 2} times\n${reworded}\nbets:\n${bets.join("")}\n${tail}`;
}

function betOf(bet: number, step: number): string {
  const lines = [
    "  - level: 2",
    `    id: bet-${bet}`,
    "    for: consumption",
    `    if: teams could see which ${bet + 2} charts their colleagues come back to`,
    `    then: they would share more of them, and ${bet + 2} colleagues would find one a week`,
    "    owner: Sharing team",
    `    stage: ${step === 0 ? "next" : step < 4 ? "active" : "closed"}`,
    ...(step < 4
      ? []
      : [
          "    outcome:",
          "      date: 2020-02-01",
          `      verdict: ${bet % 3 === 0 ? "won" : "lost"}`,
          `      learned: Of ${bet + 2} charts they came back to one.`,
        ]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Makes a repository of so many commits, of which every tenth is a revision of a North Star; packed as clones are. */
export function longPast(root: string, star: string, commits: number): string {
  const cwd = join(root, "team");
  if (existsSync(root)) return cwd;
  mkdirSync(root, { recursive: true });
  const parts: string[] = [];
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  for (let index = 0; index < commits; index += 1) {
    const time = 1_400_000_000 + index * 20_000;
    const [path, text] =
      index % 10 === 0
        ? ["team/northstar.yaml", revisionOf(star, index / 10)]
        : [`src/d${index % 37}/e${index % 11}/f${index % 301}.ts`, `export const n = ${index};\n`];
    parts.push(
      `commit refs/heads/main\nauthor Ada <a@example.com> ${time} +0100\ncommitter Ada <a@example.com> ${time} +0100\n`,
      data(`Change ${index}`),
      `M 100644 inline ${path}\n${data(text)}`,
    );
  }
  git(root, ["init", "-q", "-b", "main"]);
  git(root, ["fast-import", "--quiet"], parts.join(""));
  git(root, ["checkout", "-q", "-f", "main"]);
  git(root, ["repack", "-adq"]);
  return cwd;
}

function git(cwd: string, args: readonly string[], input = ""): void {
  const { status, stderr } = spawnSync("git", args, { cwd, input, maxBuffer: 1024 ** 3, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
}
