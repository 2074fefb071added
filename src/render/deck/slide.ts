/** A slide as data: what stands where, for every format that slides are written in. */
import type { Direction } from "../direction.js";
import type { Palette } from "../palette.js";
import type { TrendView } from "../trend.js";

/** The canvas of a slide, 16 to 9, in points. */
export const canvas = { width: 960, height: 540 } as const;

/** How wide the band in the colour of the brand is, which runs down the side on which each slide begins to be read. */
export const bandWidth = 12;

/** How the text of a slide is arranged: what Marp draws it by. */
type Arrangement =
  | "poster"
  | "ending"
  | "cards"
  | "list"
  | "driven"
  | "columns"
  | "table"
  | "tree"
  | "groups"
  | "games"
  | "board"
  | "quote";

export interface Slide {
  /** What lists of slides, outlines and screen readers call it. */
  title: string;
  /** What stands in small letters above the title. */
  kicker?: string;
  arrangement?: Arrangement;
  /** Size of its text, in points. */
  size?: number;
  /** How many cards stand beside one another. */
  across?: number;
  /** Size of the text that stands at the side of cards, in points. */
  sideSize?: number;
  /** The colour of its ground. */
  ground: "paper" | "deep";
  /** In which direction it is read, and so on which side its text stands. Left to right where it says nothing. */
  direction?: Direction;
  /** Painted in this order. */
  shapes: Shape[];
  /** What it says in Markdown, block by block: most formats never ask. */
  markdown(): string[];
  /** What the speaker says, in paragraphs; holds in full what the slide shortens. */
  notes: string[];
}

export type Shape = TextShape | StarShape | TableShape | ConnectorShape | PictureShape | ChartShape;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Text in a box that may have a ground and an outline. */
export interface TextShape extends Box {
  kind: "text";
  /** What the shape is, for those who cannot see it. */
  name: string;
  /** The slide's own title; each slide has one. */
  isTitle?: boolean;
  paragraphs: Paragraph[];
  anchor?: "top" | "middle" | "bottom";
  fill?: keyof Palette;
  outline?: keyof Palette;
  /** Radius of the corners. */
  round?: number;
  /** Room between the sides of the box and its text, and above and below it. */
  inset?: number;
  insetY?: number;
  /** It shows the number of the slide, which follows when slides are moved. */
  isNumber?: boolean;
  /** Lets connectors be glued to it. */
  id?: string;
}

export interface Paragraph {
  runs: Run[];
  /** Where the slide is read from left to right; in the other direction it is the other side. */
  align?: "left" | "center" | "right";
  bullet?: boolean;
  /** Room before it. */
  before?: number;
}

export interface Run {
  text: string;
  size: number;
  color: keyof Palette;
  bold?: boolean;
}

export interface StarShape extends Box {
  kind: "star";
}

export interface PictureShape extends Box {
  kind: "picture";
}

/** The line of a series. */
export interface ChartShape extends Box {
  kind: "chart";
  /** What it is a series of. */
  name: string;
  trend: TrendView;
}

export interface TableShape extends Box {
  kind: "table";
  name: string;
  columns: { head: string; width: number }[];
  rows: { height: number; cells: SlideCell[] }[];
  /** Size of the heads' text. */
  headSize: number;
  headHeight: number;
}

export interface SlideCell {
  text: string;
  size: number;
  bold?: boolean;
  color: keyof Palette;
}

/** A line from a side of one shape to the near side of another, with its tip there. */
export interface ConnectorShape {
  kind: "connector";
  from: string;
  to: string;
  /** Where it runs: from the left side of `from` to the right side of `to`, or from right to left on a mirrored slide. */
  start: { x: number; y: number };
  end: { x: number; y: number };
}
