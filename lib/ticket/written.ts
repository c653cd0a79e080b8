import { cleanHtml, isFormatted, textOfHtml } from "../platform/clean-html";
import { parseInput } from "../platform/parse";
import { WrittenText } from "./inputs";

type Written = { text: string; html: string | null };

/**
 * What a person has written, as it is kept: clean HTML where formatting says more than words do,
 * and always its words. They are read from the HTML here, so that both say the same.
 *
 * @throws `invalid` when nothing is left of it
 */
export function written(input: { text: string; html?: string | null | undefined }): Written {
  if (!input.html) return { text: input.text, html: null };
  const html = cleanHtml(input.html);
  return { text: parseInput(WrittenText, textOfHtml(html)), html: isFormatted(html) ? html : null };
}
