/** Where the files of semantic layers are, by what is configured. */
import type { Artifacts } from "./config.generated.js";
import { type Layer, layerOf, mergeLayers } from "./layers.js";

/** Paths and the folder that they are seen from. */
interface ArtifactPlace {
  folder: string;
  paths: readonly string[];
}

export type ArtifactPlaces = { readonly [System in keyof Artifacts]?: ArtifactPlace };

/** The places that a configuration names, each as seen from the file that names it; undefined where none does. */
export function artifactPlaces(layers: readonly Layer[]): ArtifactPlaces | undefined {
  const { artifacts } = mergeLayers(layers);
  if (!artifacts) return undefined;
  return Object.fromEntries(
    Object.entries<string | string[]>({ ...artifacts }).map(([system, paths]) => {
      const folder = layerOf(layers, ["artifacts", system])?.folder ?? "";
      return [system, { folder, paths: [paths].flat() }];
    }),
  );
}
