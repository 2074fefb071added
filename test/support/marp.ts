/** Marp, where a test looks at the slides and not at their look. */
import { Marp, type MarpOptions } from "@marp-team/marp-core";

/** Marp without style sheets, which take most of its time. */
class BareMarp extends Marp {
  protected override renderStyle(): string {
    return "";
  }
}

/** What Marp makes of a deck: its slides as HTML, and what stands in their notes. */
export function marpSlides(text: string, options: MarpOptions = {}): { html: string; comments: string[][] } {
  return new BareMarp({ script: false, ...options }).render(text);
}
