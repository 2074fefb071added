/**
 * How a document shows that northstar made it, so that the next rendering may replace it: these words stand in a
 * comment of every document, whatever its language.
 */
export const generatedMarker = "Made with northstar: change the North Star file and render again";

/**
 * Between these lines stands a document that is a part of a file: what is around them is the team's own and stays as it is.
 */
export const partMarks = { begin: "<!-- northstar -->", end: "<!-- /northstar -->" } as const;
