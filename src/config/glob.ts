/** The globs of `files`: `*`, `?`, `**` and `{a,b}`, matched in time that no glob can blow up. */

/** How many globs one with braces may stand for. */
const most = 100;

/** Whether a path, with forward slashes, matches a glob. Hidden names match only where the glob names a hidden one. */
export function matcherOf(glob: string): (path: string) => boolean {
  const globs = spread(glob).map((each) => each.split("/"));
  const isHidden = /(?:^|\/)\./;
  return (path) => {
    if (isHidden.test(path) && !isHidden.test(glob)) return false;
    const names = path.split("/");
    return globs.some((each) =>
      fits(each, names, "**", (name, part) => fits([...part], [...name], "*", isSign)),
    );
  };
}

function isSign(sign: string, part: string): boolean {
  return part === "?" || part === sign;
}

/** A glob without braces for each of the choices in them. */
function spread(glob: string): string[] {
  let globs = [glob];
  for (;;) {
    const next = globs.flatMap((each) => {
      const [whole, start = "", list = "", end = ""] = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(each) ?? [];
      return whole === undefined ? [each] : list.split(",").map((choice) => start + choice + end);
    });
    if (next.length === globs.length || next.length > most) return globs;
    globs = next;
  }
}

/** Whether parts fit things one by one, where a part that is `any` stands for however many. */
function fits<T>(
  parts: readonly T[],
  things: readonly T[],
  any: T,
  one: (thing: T, part: T) => boolean,
): boolean {
  let part = 0;
  let thing = 0;
  let last: { part: number; thing: number } | undefined;
  while (thing < things.length) {
    const [here, there] = [parts[part], things[thing]];
    if (here === any) {
      last = { part, thing };
      part += 1;
    } else if (here !== undefined && there !== undefined && one(there, here)) {
      part += 1;
      thing += 1;
    } else if (last) {
      // The last `any` takes one more; the earlier ones could take no more than it does.
      last.thing += 1;
      part = last.part + 1;
      thing = last.thing;
    } else return false;
  }
  return parts.slice(part).every((rest) => rest === any);
}
