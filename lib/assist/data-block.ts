import { randomToken } from "../platform/secrets";

export type Block = { id: string; kind: string; text: string };

/**
 * Texts of others as data that can't end its own block: each boundary holds a random word that is
 * made for this request alone.
 *
 * @param most characters of all texts together; later blocks are cut first
 */
export function dataBlocks(blocks: readonly Block[], most: number): string {
  const mark = randomToken(9);
  let left = most;
  const shown = blocks.flatMap(({ id, kind, text }) => {
    const part = text.slice(0, Math.max(0, left)).replaceAll(mark, "");
    left -= part.length;
    if (part === "") return [];
    return [`<data id="${id}" kind="${kind}" mark="${mark}">\n${part}\n</data mark="${mark}">`];
  });
  return shown.join("\n");
}
