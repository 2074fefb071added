/** What `northstar evidence` prints: for a terminal, as Markdown, and for programs. */

import type { BetEvidence, StarEvidence, TestedBet } from "../evidence/star-evidence.js";
import { fewestPairs, type Word } from "../evidence/verdict.js";
import { markdown } from "./escape.js";
import {
  asidesOf,
  caution,
  claimTitle,
  countsOf,
  figures,
  finding,
  inputSentences,
  readoutSentences,
  seriesSentences,
} from "./evidence-words.js";
import { lagLegend, lagPicture } from "./lag-picture.js";
import { joined, list, section } from "./markdown-blocks.js";
import { jsonText, wrap } from "./terminal-text.js";
import { type Look, labelledLines, type TerminalTheme, terminalTheme } from "./terminal-theme.js";

/** What was found in the numbers of a North Star. */
export interface EvidenceOfFile {
  /** As the person would name it. */
  path: string;
  name: string;
  evidence: StarEvidence;
}

const explanation =
  "A link is 1 where two things move in step, 0 where they have nothing to do with each other, and −1 where they move in opposite ways. docs/evidence.md says what the words mean, how often they are wrong, and what is out of reach.";

const same = (text: string) => text;

/** Bet by bet, then what the series say of themselves. No word is green: numbers support a bet, and prove none. */
export function starEvidencePage({ name, evidence }: EvidenceOfFile, look: Look): string {
  const theme = terminalTheme(look.color);
  const own = ownSentences(evidence, same);
  const series = own.flatMap((text) => wrap(text, look.width - 2).map((line) => `  ${line}`));
  return `${[
    ...wrap(`Does it move? ${name}`, look.width).map((line) => theme.bold(line)),
    "",
    ...evidence.bets.flatMap((bet) => [...betLines(bet, evidence.checks, look.width, theme), ""]),
    ...(own.length > 0 ? [theme.bold("The series themselves"), ...series, ""] : []),
    ...wrap(summary(evidence), look.width).map((line) => theme.bold(line)),
    ...[...legendOf(evidence), explanation].flatMap((text) =>
      wrap(text, look.width).map((line) => theme.faint(line)),
    ),
  ].join("\n")}\n`;
}

function betLines(bet: BetEvidence, checks: number, width: number, theme: TerminalTheme): string[] {
  const { result } = bet;
  const word = wordOf(bet);
  const [first = "", ...rest] = wrap(`${word} · ${claimTitle(bet, same)}`, width);
  const paint = word === "contradicted" ? theme.warning : word === "not tested" ? theme.faint : theme.bold;
  const title = [paint(word) + theme.bold(first.slice(word.length)), ...rest.map((line) => theme.bold(line))];
  const labelled = (label: string, text: string, look = theme.plain) =>
    labelledLines(label, text, look, width, theme);
  const readouts = readoutSentences(bet, same).flatMap((text) => labelled("trial", text));
  if ("reason" in result) return [...title, ...readouts, ...labelled("why", result.reason)];
  const { n, link } = figures(result, checks);
  return [
    ...title,
    ...readouts,
    ...wrap(finding(result, same), width - 2).map((line) => `  ${line}`),
    ...labelled("n", n),
    ...labelled("link", link),
    ...pictureLines(result, theme),
    ...asidesOf(bet, same).flatMap((text) => labelled("also", text, theme.faint)),
  ];
}

/** Spaces stand for lags here, so no line is wrapped. */
function pictureLines(result: TestedBet, theme: TerminalTheme): string[] {
  const [row, under] = lagPicture(result) ?? [];
  if (row === undefined || under === undefined) return [];
  return [`  ${theme.faint("lags ")} ${row}`, theme.faint(`        ${under}`)];
}

function wordOf({ result }: BetEvidence): Word | "not tested" {
  return "reason" in result ? "not tested" : result.verdict.word;
}

/** What the pictures mean, where there are any. */
function legendOf({ bets }: StarEvidence): string[] {
  return bets.some(({ result }) => !("reason" in result) && lagPicture(result)) ? [lagLegend] : [];
}

function summary(evidence: StarEvidence): string {
  return evidence.bets.length === 0
    ? "There is no bet of level 0 or 1: nothing that numbers could speak for or against"
    : `${countsOf(evidence)}: ${caution}`;
}

function ownSentences(evidence: StarEvidence, say: (text: string) => string): string[] {
  return [
    ...evidence.things.flatMap((thing) => seriesSentences(thing, say)),
    ...inputSentences(evidence, say),
  ];
}

/** The same for a pull request or a page. */
export function starEvidenceMarkdown({ name, evidence }: EvidenceOfFile): string {
  return joined([
    `# ${markdown(`Does it move? ${name}`)}`,
    `**${summary(evidence)}.**`,
    ...evidence.bets.flatMap((bet) => {
      const { result } = bet;
      const title = `## ${claimTitle(bet, markdown)}`;
      const readouts = readoutSentences(bet, markdown).map((text) => `experiment of ${text}`);
      if ("reason" in result)
        return [title, list(readouts), `**${wordOf(bet)}**: ${markdown(result.reason)}.`];
      const { n, link } = figures(result, evidence.checks);
      return [
        title,
        list(readouts),
        `**${wordOf(bet)}**: ${finding(result, markdown)}`,
        list([`n: ${n}`, `link: ${link}`, ...asidesOf(bet, markdown)]),
        ...pictureBlock(result),
      ];
    }),
    ...section(2, "The series themselves", [list(ownSentences(evidence, markdown))]),
    ...legendOf(evidence),
    explanation.replace("docs/evidence.md", "`docs/evidence.md`"),
  ]);
}

function pictureBlock(result: TestedBet): string[] {
  const picture = lagPicture(result);
  return picture ? [`\`\`\`text\n${picture.join("\n")}\n\`\`\``] : [];
}

/** For programs, version 1: schemas/evidence.schema.json. */
export function starEvidenceJson({ path, name, evidence }: EvidenceOfFile): string {
  return jsonText({
    version: 1,
    path,
    name,
    note: caution,
    checks: evidence.checks,
    bets: evidence.bets.map(betFields),
    series: evidence.things.map(({ thing, series, sensitivity, neverFalls }) => ({
      id: thing.id,
      kind: thing.kind,
      name: thing.name,
      grain: series.grain,
      points: series.points.length,
      first: series.points[0]?.t ?? null,
      last: series.points.at(-1)?.t ?? null,
      visible: sensitivity
        ? { days: sensitivity.days, change: sensitivity.change, share: sensitivity.share ?? null }
        : null,
      runningTotal: neverFalls,
    })),
    inputs: evidence.inputs.map(({ id, inflation, closest, isCarried }) => ({
      id,
      inflation,
      closest,
      together: isCarried,
    })),
  });
}

function betFields(bet: BetEvidence): object {
  const { claim, late, result } = bet;
  const { level, id, for: under, expect, readout = [] } = claim.bet;
  return {
    path: claim.path,
    level,
    id: id ?? null,
    for: under,
    readouts: readout.map(({ date, effect, low, high, unit, says, link }) => ({
      date,
      effect,
      low,
      high,
      unit: unit ?? null,
      says: says ?? null,
      link: link ?? null,
    })),
    expect: expect ? { direction: expect.direction, after: expect.after ?? null } : null,
    verdict: "reason" in result ? null : result.verdict.word,
    reason: "reason" in result ? result.reason : null,
    flags: late,
    test: "reason" in result ? null : testFields(result),
  };
}

function testFields(test: TestedBet): object {
  const { cause, effect, sign, pairing, lag, lead, verdict, from, to, clearer, bothWays } = test;
  const { r, low, high, p, pairs } = lead.declared;
  const checked = verdict.word !== "too short";
  const strongest = ({ lag, r, p }: typeof lead.strongest.ahead) => ({ lag, r, p });
  return {
    cause: cause.id,
    effect: effect.id,
    sign,
    grain: pairing.grain,
    stride: pairing.stride,
    lag,
    reach: lead.reach,
    from,
    to,
    n: pairs,
    needed: fewestPairs,
    link: { value: r * sign, low: sign === 1 ? low : -high, high: sign === 1 ? high : -low },
    smallest: verdict.smallest,
    p,
    adjusted: checked ? verdict.p : null,
    against: verdict.against ?? null,
    clearer: clearer ?? null,
    bothWays,
    lags: lead.lags.map(({ lag, r }) => ({ lag, r })),
    band: lead.band,
    ahead: strongest(lead.strongest.ahead),
    behind: strongest(lead.strongest.behind),
    granger: { forward: grangerFields(lead.granger.forward), backward: grangerFields(lead.granger.backward) },
  };
}

function grangerFields({ lags, f, p, degrees }: TestedBet["lead"]["granger"]["forward"]): object | null {
  return Number.isFinite(f) ? { lags, f, p, degrees } : null;
}
