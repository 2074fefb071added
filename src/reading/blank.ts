/** Blanks that a template leaves for the team to fill in: three or more underscores. */
const blank = /_{3,}/;

export function hasBlank(text: string): boolean {
  return blank.test(text);
}

/** Where the first blank stands, as UTF-16 offsets [from, to), or null. */
export function blankIn(text: string): [number, number] | null {
  const found = blank.exec(text);
  return found && [found.index, found.index + found[0].length];
}
