/** The example that a part of a schema has in its comment: text as it is, and everything else as JSON. */
export function exampleOf({ $comment = "" }: { $comment?: string }): unknown {
  const [, example] = /^Example: (.+)$/.exec($comment) ?? [];
  if (example === undefined) throw new Error(`no example: ${JSON.stringify($comment)}`);
  try {
    return JSON.parse(example);
  } catch {
    return example;
  }
}
