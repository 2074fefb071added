/** Every document that can be made, and in which formats. */

import type { Theme } from "./theme.js";
import type { RenderData } from "./view-model.js";

/** What a document is written in, by the ending of its file. */
export type Format = "md" | "html" | "mmd" | "svg" | "pptx";

export type Render = (data: RenderData, theme: Theme) => string | Uint8Array;

export interface Renderer {
  summary: string;
  /** The first is meant when nothing else is said. Each is loaded only to be drawn. */
  formats: Partial<Record<Format, () => Promise<Render>>>;
  /** Whether words of ours are in English, whatever language the file has. */
  isEnglish?: true;
}

export const rendererNames = [
  "one-pager",
  "board",
  "roadmap",
  "bet",
  "deck",
  "story",
  "tree",
  "badge",
  "context",
] as const;
export type RendererName = (typeof rendererNames)[number];

// Said in full, since the types of the library lead to all that is inferred.
export const renderers: Readonly<Record<RendererName, Renderer>> = {
  "one-pager": {
    summary: "everything on one page",
    formats: {
      md: async () => (await import("./one-pager.js")).onePager,
      html: async () => (await import("./one-pager-html.js")).onePagerPage,
    },
  },
  board: {
    summary: "opportunities and interventions by stage and Input",
    formats: {
      md: async () => (await import("./board.js")).board,
      html: async () => (await import("./board-html.js")).boardPage,
    },
  },
  roadmap: {
    summary: "opportunities now, next and later, with the bets that carry them",
    formats: {
      md: async () => (await import("./roadmap.js")).roadmap,
      html: async () => (await import("./roadmap.js")).roadmapPage,
      pptx: async () => (await import("./deck/roadmap-slides.js")).roadmapSlides,
    },
  },
  bet: {
    summary: "a page for each bet, or with --bet for one",
    formats: {
      md: async () => (await import("./bet.js")).betDocument,
      html: async () => (await import("./bet.js")).betPage,
      pptx: async () => (await import("./deck/bet-slides.js")).betSlides,
    },
  },
  deck: {
    summary: "slides with notes for the speaker",
    formats: {
      md: async () => (await import("./deck/marp.js")).marpDeck,
      html: async () => (await import("./deck/html.js")).htmlDeck,
      pptx: async () => (await import("./deck/pptx.js")).pptxDeck,
    },
  },
  story: {
    summary: "a short deck of how the metric came to be, and what was learned",
    formats: {
      md: async () => (await import("./deck/story.js")).marpStory,
      html: async () => (await import("./deck/story.js")).htmlStory,
      pptx: async () => (await import("./deck/story.js")).pptxStory,
    },
  },
  tree: {
    summary: "results, metric, Inputs, opportunities and interventions",
    formats: {
      md: async () => (await import("./tree.js")).treeDocument,
      mmd: async () => (await import("./tree.js")).treeSource,
      svg: async () => (await import("./tree-svg.js")).treePicture,
      html: async () => (await import("./tree-html.js")).treePage,
    },
  },
  badge: {
    summary: "how many points are met, for a README",
    formats: { svg: async () => (await import("./badge.js")).badge },
  },
  context: {
    summary: "a part of AGENTS.md or CLAUDE.md, under 600 words",
    formats: { md: async () => (await import("./context.js")).context },
    isEnglish: true,
  },
};

export const formatNames: readonly Format[] = ["md", "html", "mmd", "svg", "pptx"];

/** Everything that can be asked for: of one North Star, or of several. */
export type DocumentName = RendererName | "portfolio";
export const documentNames: readonly DocumentName[] = [...rendererNames, "portfolio"];

/** In which formats a document can be made; the first is meant when nothing else is said. */
export function formatsOf(name: RendererName): Partial<Record<Format, () => Promise<Render>>> {
  return renderers[name].formats;
}

/** What a document is drawn from, with the words that it is told in. */
export async function toldIn(to: RendererName, data: RenderData): Promise<RenderData> {
  if (renderers[to].isEnglish) return data;
  const { wordsIn } = await import("./words/words.js");
  return { ...data, words: await wordsIn(data.star.language) };
}

/** What a document of several is drawn from: told in the language that all share, else in English. */
export async function toldTogether<Data extends RenderData>(all: readonly Data[]): Promise<Data[]> {
  const { sharedLanguage, wordsIn } = await import("./words/words.js");
  const language = sharedLanguage(all.map(({ star }) => star.language ?? "en"));
  const words = await wordsIn(language);
  return all.map((each) => ({ ...each, words }));
}
