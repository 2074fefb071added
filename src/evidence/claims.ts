/** What level-0 and level-1 bets claim: this moves before that (playbook, chapter 7). */
import { type Bet, type Named, type Northstar, named } from "../file/northstar.js";
import { saysLess } from "../reading/rise.js";
import { type Thing, thingsOf } from "../series/things.js";

/** One claim: that a change of one thing comes before a change of another. */
export interface Claim {
  bet: Bet & { level: 0 | 1 };
  path: Named<Bet>["path"];
  /** What the lock calls the bet: its id, or else its level and what it stands under. */
  key: string;
  /** What moves first, and which way; undefined where `for` names nothing. */
  cause?: Thing | undefined;
  causeFalls: boolean;
  /** What moves then; which way `expect` says. */
  effect?: Thing | undefined;
}

/** The claims of a North Star in the order of its file. */
export function claimsOf(star: Northstar): Claim[] {
  const things = thingsOf(star);
  const metric = things.find(({ kind }) => kind === "metric");
  const keys = new Map<string, number>();
  return named(star).bets.flatMap(({ id, value, path }) => {
    if (!isClaim(value)) return [];
    const under = things.find(
      ({ kind, id }) => id === value.for && kind === (value.level === 0 ? "result" : "Input"),
    );
    const own = id || `${value.level === 0 ? "result" : "input"}:${value.for}`;
    const count = (keys.get(own) ?? 0) + 1;
    keys.set(own, count);
    return [
      {
        bet: value,
        path,
        key: count === 1 ? own : `${own}:${count}`,
        ...(value.level === 0 ? { cause: metric, effect: under } : { cause: under, effect: metric }),
        causeFalls: (star.language ?? "en") === "en" && saysLess(value.if),
      },
    ];
  });
}

function isClaim(bet: Bet): bet is Claim["bet"] {
  return bet.level === 0 || bet.level === 1;
}
