/** A place in the value: `["inputs", 0, "name"]`. */
export type Path = readonly (string | number)[];
