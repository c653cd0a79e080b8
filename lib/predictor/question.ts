/** Longest question that is read and kept, UTF-16 units. */
const MAX_QUESTION = 20_000;

/**
 * What a customer asks, as predictions and signals both read it: the messages that nobody had
 * answered, under the subject where that says more.
 *
 * @param subject empty when it says nothing
 * @param texts plain text of the messages, oldest first
 */
export function questionText(subject: string, texts: readonly string[]): string {
  const asked = texts.join("\n");
  const heading = subject.replace(/…$/, "").trim();
  const repeated = asked.toLowerCase().includes(heading.toLowerCase());
  return `${repeated ? "" : `${heading}\n`}${asked}`.slice(0, MAX_QUESTION).trim();
}
