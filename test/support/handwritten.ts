/** North Stars as people write them: with comments in all places, in any order, quoted, folded and in braces. */
import fc from "fast-check";

/** How one part of a file is written. */
interface Hand {
  above: number;
  beside: boolean;
  gap: boolean;
  style: number;
}

const hand: fc.Arbitrary<Hand> = fc.record({
  above: fc.nat(2),
  beside: fc.boolean(),
  gap: fc.boolean(),
  style: fc.nat(4),
});

interface Page {
  hands: Hand[];
  order: number[];
  head: boolean;
  foot: boolean;
  windows: boolean;
  isOpen: boolean;
  indent: number;
}

const page: fc.Arbitrary<Page> = fc.record({
  hands: fc.array(hand, { minLength: 40, maxLength: 40 }),
  order: fc.shuffledSubarray([...Array(9).keys()], { minLength: 9 }),
  head: fc.boolean(),
  foot: fc.boolean(),
  windows: fc.boolean(),
  isOpen: fc.boolean(),
  indent: fc.constantFrom(0, 2, 4),
});

/** A text by hand; `open` are the blanks that may stand in it and the keys that may be missing. */
export function handwritten({ open }: { open: boolean }): fc.Arbitrary<string> {
  return fc
    .tuple(page, fc.array(fc.nat(9), { minLength: 30, maxLength: 30 }))
    .map(([page, holes]) => write(page, open ? holes : []));
}

function write(page: Page, holes: readonly number[]): string {
  let hands = 0;
  let comments = 0;
  let texts = 0;
  const parts = page.order.map((index) => sections()[index]?.() ?? []);
  const lines = [
    ...(page.head ? [comment(), ""] : []),
    ...parts.filter((_, index) => (holes[index] ?? 9) > 0).flat(),
    ...(page.foot ? [comment()] : []),
  ];
  const whole = lines.join("\n") + (page.isOpen ? "" : "\n");
  return page.windows ? whole.replaceAll("\n", "\r\n") : whole;

  function sections(): (() => string[])[] {
    return [
      () => section("name", text("Articles Read To The End")),
      () => section("definition", long("The number of articles that subscribers read to the end in a week.")),
      () => section("game", ["attention"]),
      () => section("status", [quoted("candidate")]),
      () => section("owner", text("Ada")),
      () => section("inputs", list(input)),
      () => section("history", list(former)),
      () => section("vision", long("Everybody finds an article that is worth their evening.")),
      () => section("x-team", ["[a, 'b'] "]),
    ];
  }

  function section(key: string, [first = "", ...rest]: string[]): string[] {
    const { above, beside, gap } = next();
    return [
      ...(gap ? [""] : []),
      ...Array.from({ length: above }, comment),
      // A comment cannot stand beside the end of a text in several lines.
      `${key}:${first && ` ${first}`}${beside && !first.startsWith("[") ? `  ${comment()}` : ""}`,
      ...rest,
    ];
  }

  function list(item: (indent: string) => string[]): string[] {
    const indent = " ".repeat(page.indent);
    return ["", ...[0, 1, 2].flatMap(() => item(indent))];
  }

  function input(indent: string): string[] {
    const { above, beside, style } = next();
    texts += 1;
    const name = hole(`Input ${texts}`);
    const definition = hole(`The number of readers in a week, ${texts}.`);
    const notes = Array.from({ length: above }, () => indent + comment());
    const end = beside ? ` ${comment()}` : "";
    if (style === 0) return [...notes, `${indent}- { name: ${name}, definition: "${definition}" }${end}`];
    if (style === 1)
      return [...notes, `${indent}- {name: ${name},${end}`, `${indent}    definition: '${definition}'}`];
    return [
      ...notes,
      `${indent}-   name: ${name}${end}`,
      ...(style === 2 ? [`${indent}    ${comment()}`] : []),
      `${indent}    definition: ${definition}`,
      `${indent}    factor: breadth`,
    ];
  }

  function former(indent: string): string[] {
    const { beside, style } = next();
    texts += 1;
    const end = beside ? ` ${comment()}` : "";
    return style < 2
      ? [`${indent}- { name: Former ${texts} }${end}`]
      : [`${indent}- name: "Former ${texts}"${end}`, `${indent}  reason: It was left.`];
  }

  function text(words: string): string[] {
    return [quoted(words)];
  }

  function long(words: string): string[] {
    const { style } = next();
    const half = words.indexOf(" ", 20);
    const lines = [words.slice(0, half), words.slice(half + 1)].map((line) => `   ${line}`);
    if (style === 0) return [">-", ...lines];
    if (style === 1) return [">", ...lines, ""];
    return [quoted(words)];
  }

  function quoted(words: string): string {
    const { style } = next();
    return style === 0 ? `'${words}'` : style === 1 ? `"${words}"` : hole(words);
  }

  function hole(words: string): string {
    texts += 1;
    return holes.length > 0 && (holes[texts % holes.length] ?? 9) < 3 ? "____" : words;
  }

  function comment(): string {
    comments += 1;
    return `# note ${comments} of ours: "quoted", it's [so] {too}`;
  }

  function next(): Hand {
    hands += 1;
    return page.hands[hands % page.hands.length] as Hand;
  }
}
