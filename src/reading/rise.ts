/** Statements that something rises or falls: "revenue goes up". */

const moves =
  /^(.+?)\s+(?:(?:is|are|has|have)\s+)?(?:go(?:es|ne)?|rises?|risen|grows?|grown|increases?|increased|improves?|improved|doubles?|doubled|falls?|fallen|drops?|declines?|shrinks?|climbs?)(?:\s+(?:up|down|by|faster|further|again|every|each|over|this|in)\b.*)?[.!]?$/i;

/** What is said to rise or fall, or the text itself where it says something else. */
export function whatMoves(text: string): string {
  return moves.exec(text.trim())?.[1] ?? text.trim();
}
