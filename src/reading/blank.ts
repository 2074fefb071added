/** Blanks that a template leaves for the team to fill in: three or more underscores. */
/** A blank as templates write it. */
export const blank = "____";

const pattern = /_{3,}/;

export function hasBlank(text: string): boolean {
  return pattern.test(text);
}

/** Where the first blank stands, as UTF-16 offsets [from, to), or null. */
export function blankIn(text: string): [number, number] | null {
  const found = pattern.exec(text);
  return found && [found.index, found.index + found[0].length];
}
