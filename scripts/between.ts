/** A page with a text between two of its marks, `<!-- name -->` and `<!-- /name -->`. */
export function between(page: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  return page.replace(new RegExp(`${start}[\\s\\S]*${end}`), () => `${start}\n\n${text}\n\n${end}`);
}
