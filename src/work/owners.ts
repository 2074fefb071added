/** Who has what of a North Star: the metric, Inputs, open bets and guardrails, by owner. */
import { dayNumber } from "../file/calendar.js";
import { betLevels, isOpen, type Northstar, named, slug } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { hasBlank } from "../reading/blank.js";

/** Something that somebody has. */
export interface Owned {
  kind: "metric" | "Input" | "guardrail" | (typeof betLevels)[number];
  /** The name, or what a bet changes. */
  name: string;
  path: Path;
  stage?: string;
  /** The day on which a bet is looked at again, and whether it has come. */
  review?: string;
  isDue: boolean;
  /** The Input or the bet above that says whose it is, where it does not say so itself. */
  through?: { name: string; isBet: boolean };
}

/** What one owner has. */
export interface OwnerShare {
  /** As it is written first; null for what nobody has. */
  owner: string | null;
  things: Owned[];
}

/** All owners in the order of the file; what nobody has comes last. Closed bets are nobody's any more. */
export function ownersIn(star: Northstar, today: string): OwnerShare[] {
  const shares = new Map<string, OwnerShare>();
  for (const { owner, thing } of thingsOwned(star, today)) {
    const key = owner === undefined ? "" : keyOf(owner);
    const share = shares.get(key) ?? { owner: owner?.trim() ?? null, things: [] };
    share.things.push(thing);
    shares.set(key, share);
  }
  const all = [...shares.values()];
  return [...all.filter(({ owner }) => owner !== null), ...all.filter(({ owner }) => owner === null)];
}

/** Spelling and case do not make another owner; a handle with a slash is not the same as one without. */
function keyOf(owner: string): string {
  const text = owner.trim().toLowerCase();
  return text.includes("@") ? text : slug(text) || text;
}

interface OwnedBy {
  owner: string | undefined;
  thing: Owned;
}

function thingsOwned(star: Northstar, today: string): OwnedBy[] {
  const { inputs, bets } = named(star);
  return [
    { owner: written(star.owner), thing: { kind: "metric", name: star.name, path: [], isDue: false } },
    ...inputs.map(({ value, path }) => ({
      owner: written(value.owner),
      thing: { kind: "Input" as const, name: value.name, path, isDue: false },
    })),
    ...bets
      .filter(({ value }) => isOpen(value))
      .map(({ value, path }) => ({ ...ownerOf(value), value, path }))
      .map(({ owner, through, value: { level, if: change, stage, review }, path }) => ({
        owner,
        thing: {
          kind: betLevels[level],
          name: change,
          path,
          ...(stage && { stage }),
          ...(review && { review }),
          isDue: review !== undefined && isPast(review, today),
          ...(through !== undefined && { through }),
        },
      })),
    ...(star.guardrails ?? []).map(({ name, owner }, index) => ({
      owner: written(owner),
      thing: { kind: "guardrail" as const, name, path: ["guardrails", index], isDue: false },
    })),
  ];

  /** A bet without an owner is with whoever has what it stands under. */
  function ownerOf(bet: { level: number; for: string; owner?: string }): {
    owner?: string;
    through?: Owned["through"];
  } {
    const own = written(bet.owner);
    if (own !== undefined) return { owner: own };
    const above = bet.level === 3 ? bets.find(({ id }) => id === bet.for)?.value : undefined;
    if (above && above.level < 3) {
      const { owner, through = { name: above.if, isBet: true } } = ownerOf(above);
      return owner === undefined ? {} : { owner, through };
    }
    const input = inputs.find(({ id }) => id === bet.for)?.value;
    const owner = bet.level === 0 ? undefined : written(input?.owner);
    return owner === undefined || !input ? {} : { owner, through: { name: input.name, isBet: false } };
  }
}

function written(owner: string | undefined): string | undefined {
  return owner === undefined || owner.trim() === "" || hasBlank(owner) ? undefined : owner;
}

function isPast(day: string, today: string): boolean {
  const number = dayNumber(day);
  return number !== null && number <= (dayNumber(today) ?? 0);
}
