/** Statements that something rises or falls: "revenue goes up". */

const moves =
  /^(.+?)\s+(?:(?:is|are|has|have)\s+)?(?:go(?:es|ne)?|rises?|risen|grows?|grown|increases?|increased|improves?|improved|doubles?|doubled|falls?|fallen|drops?|declines?|shrinks?|climbs?)(?:\s+(?:up|down|by|faster|further|again|every|each|over|this|in)\b.*)?[.!]?$/i;

/** What is said to rise or fall, or the text itself where it says something else. */
export function whatMoves(text: string): string {
  return moves.exec(text.trim())?.[1] ?? text.trim();
}

const falls =
  /\b(?:fewer|less|lower|smaller|shorter|sooner|rarer|faster|quicker|reduc(?:e|es|ed|ing|tion)|decreas(?:e|es|ed|ing)|falls?|fallen|falling|drops?|dropped|dropping|declin(?:e|es|ed|ing)|shrinks?|shrunk|shorten(?:s|ed|ing)?|goes down|go down)\b/i;
const rises =
  /\b(?:more|higher|larger|bigger|longer|ris(?:e|es|en|ing)|gr(?:ow|ows|own|owing)|increas(?:e|es|ed|ing)|improv(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)|goes up|go up)\b/i;

/** Whether a statement says that something becomes less ("new teams see fewer errors"), and not that it becomes more. */
export function saysLess(text: string): boolean {
  return falls.test(text) && !rises.test(text);
}
