/** The star as an SVG path. */

/** A star with four points around the origin, as the path of an SVG. */
export function starPath(radius: number): string {
  const r = round(radius);
  const waist = round(radius * 0.16);
  return `M0 -${r}Q${waist} -${waist} ${r} 0Q${waist} ${waist} 0 ${r}Q-${waist} ${waist} -${r} 0Q-${waist} -${waist} 0 -${r}Z`;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
