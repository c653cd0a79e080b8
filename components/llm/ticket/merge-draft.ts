import { htmlOf, isBlank, joined, type Words } from "@/components/composer/words";

/** Only paragraphs and line breaks: nothing is lost when it becomes plain text. */
const isPlain = ({ html }: Words): boolean => html === null || !/<(?!\/?(?:p|br)\b)/i.test(html);

/**
 * Brings a finished draft together with what stands in the field. Where the field still holds the
 * part that was streamed into it, the draft takes that part's place; else it goes below. What a
 * person typed stays in every case.
 *
 * @param streamed as it was last put into the field; empty: nothing was
 */
export function mergeDraft(now: Words, streamed: string, draft: string): Words {
  const whole: Words = { text: draft, html: null };
  if (isBlank(now)) return whole;
  const part = streamed.trim();
  const at = part === "" ? -1 : now.text.indexOf(part);
  if (at < 0 || !isPlain(now)) return joined(now, whole);
  return {
    text: now.text.slice(0, at) + draft.trim() + now.text.slice(at + part.length),
    html: null,
  };
}

/** The same words, however the field has written them down. */
export const sameWords = (one: Words, other: Words): boolean =>
  one.text.trim() === other.text.trim() || htmlOf(one) === htmlOf(other);
