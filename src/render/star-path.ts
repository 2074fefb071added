/** The star as an SVG path, and how numbers stand in one. */

/** A star with four points around the origin, as the path of an SVG. */
export function starPath(radius: number): string {
  const r = tenths(radius);
  const waist = tenths(radius * 0.16);
  return `M0 -${r}Q${waist} -${waist} ${r} 0Q${waist} ${waist} 0 ${r}Q-${waist} ${waist} -${r} 0Q-${waist} -${waist} 0 -${r}Z`;
}

/** A length as pictures have it: with one digit behind the point at most. */
export function tenths(length: number): number {
  return Math.round(length * 10) / 10;
}
