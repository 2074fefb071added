/** Globs, on the command line as in `files`: `*`, `?`, `[ab]`, `**`, `{a,b}` and `{1..3}`. None takes long to match. */
import picomatch from "picomatch";

/** How many globs one with braces may stand for. */
const mostGlobs = 100;

/** Whether a name has signs that stand for others. */
export function isGlob(name: string): boolean {
  return /[*?[{]/.test(name);
}

/** Whether a path, with forward slashes, matches a glob. Hidden names match only where the glob names a hidden one. */
export function matcherOf(glob: string): (path: string) => boolean {
  const globs = spread(glob).map((each) =>
    each.split("/").map((name) => (name === "**" ? null : signsOf(name))),
  );
  const isHidden = /(?:^|\/)\./;
  return (path) => {
    if (isHidden.test(path) && !isHidden.test(glob)) return false;
    const names = path.split("/");
    return globs.some((each) =>
      fits(each, names, (name, signs) => fits(signs, [...name], (sign, isSign) => isSign(sign))),
    );
  };
}

/** Whether a path matches a glob, or is somewhere in a folder that matches it, as git has it. */
export function coverOf(glob: string): (path: string) => boolean {
  const plain = glob.trim().replace(/^\.?\/|\/$/g, "");
  const [itself, inside] = [matcherOf(plain), matcherOf(`${plain}/**`)];
  return (path) => itself(path) || inside(path);
}

type Sign = (sign: string) => boolean;

/** The signs that a name may have one after another; null stands for however many. */
function signsOf(name: string): (Sign | null)[] {
  const signs = name.match(/\\.|\[[!^]?\]?(?:\[:\w+:\]|[^\]])*\]|./gsu) ?? [];
  return signs.map((sign) => {
    if (sign === "*") return null;
    if (sign === "?") return () => true;
    if (sign.length > 2 && sign.startsWith("[")) return picomatch(sign, { posix: true, dot: true });
    const plain = /^\\./su.test(sign) ? sign.slice(1) : sign;
    return (other) => other === plain;
  });
}

/** A glob without braces for each of the choices in them. */
function spread(glob: string): string[] {
  let globs = [glob];
  for (;;) {
    const next = globs.flatMap((each) => {
      const [whole, start = "", list = "", end = ""] =
        /^(.*?)\{([^{}]*,[^{}]*|-?\d{1,9}\.\.-?\d{1,9})\}(.*)$/s.exec(each) ?? [];
      return whole === undefined ? [each] : choicesOf(list).map((choice) => start + choice + end);
    });
    if (next.length > mostGlobs || next.every((each, index) => each === globs[index])) return globs;
    globs = next;
  }
}

function choicesOf(list: string): string[] {
  const [from, to] = list.includes(",") ? [] : list.split("..").map(Number);
  if (from === undefined || to === undefined) return list.split(",");
  const step = from < to ? 1 : -1;
  const length = Math.min(Math.abs(to - from), mostGlobs) + 1;
  return Array.from({ length }, (_, index) => String(from + step * index));
}

/** Whether parts fit things one by one, where null stands for however many. */
function fits<P extends object, T>(
  parts: readonly (P | null)[],
  things: readonly T[],
  one: (thing: T, part: P) => boolean,
): boolean {
  let part = 0;
  let thing = 0;
  let last: { part: number; thing: number } | undefined;
  while (thing < things.length) {
    const [here, there] = [parts[part], things[thing]];
    if (here === null) {
      last = { part, thing };
      part += 1;
    } else if (here !== undefined && there !== undefined && one(there, here)) {
      part += 1;
      thing += 1;
    } else if (last) {
      // The last null takes one more; the earlier ones could take no more than it does.
      last.thing += 1;
      part = last.part + 1;
      thing = last.thing;
    } else return false;
  }
  return parts.slice(part).every((rest) => rest === null);
}
