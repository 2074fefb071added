/** Blanks that a template leaves for the team to fill in: three or more underscores. */
const blank = /_{3,}/;

export function hasBlank(text: string): boolean {
  return blank.test(text);
}
