/**
 * How a document shows that northstar made it, so that the next rendering may replace it: these words stand in a
 * comment of every document, whatever its language.
 */
export const generatedMarker = "Made with northstar: change the North Star file and render again";
