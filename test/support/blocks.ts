/** Files that a page shows: fenced blocks with a path after their language. */
export function filesOn(page: string): Record<string, string> {
  const blocks = page.matchAll(/^(?<fence>`{3,})\w+ (?<path>[^\s`=]+)\n(?<body>.*?)^\k<fence>$/gms);
  return Object.fromEntries([...blocks].map(({ groups }) => [groups?.path ?? "", groups?.body ?? ""]));
}
