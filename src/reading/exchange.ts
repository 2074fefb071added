/** What a metric has to do with the key value exchanges of its product (playbook, chapters 3 and 5). */
import { contentWords, rootsOf, shareRoot } from "./content-words.js";
import type { Reading, TextSpan } from "./reading.js";

/** What is done for the sake of something that comes later. */
const commitments =
  contentWords(`buy bought purchase sell sold sale pay paid subscribe subscription book booking
  reserve reservation order place placed schedule register registration enroll enrol enrolment join sign install
  download start begin trial request apply application activate`);

/** What a metric counts, where it is only a step on the way to an exchange: bought, booked, signed up. */
export function commitmentIn({ acts, counted, qualifiers }: Reading): TextSpan | undefined {
  if (qualifiers.length > 0) return undefined;
  const isStep = ({ text }: TextSpan) => {
    const words = [...contentWords(text)];
    return words.length > 0 && words.every((word) => commitments.has(word));
  };
  if (acts.length > 0) return acts.every(isStep) ? acts[0] : undefined;
  return counted && isStep(counted) ? counted : undefined;
}

/** Whether a text speaks of what is done in an act. */
export function speaksOf(text: string, act: TextSpan): boolean {
  return shareRoot(rootsOf(text), rootsOf(act.text));
}

/** Whether a metric counts an exchange: both speak of the same act, and of somebody or something that it has to do with. */
export function countsExchange({ name, definition, acts }: Reading, exchange: string): boolean {
  const said = rootsOf(`${name} ${definition}`);
  const shared = [...rootsOf(exchange)].filter((root) => said.has(root));
  return shared.length > 1 && (acts.length === 0 || acts.some((act) => speaksOf(exchange, act)));
}
