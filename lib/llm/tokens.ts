/** Letters of alphabets for one token, on the safe side of what tokenisers need for prose. */
const LETTERS_PER_TOKEN = 3.5;
/** From here on (CJK and the like) a character is about a token of its own. */
const WIDE_FROM = 0x2e80;

/** About how many tokens a text is; vendors count differently, so leave some room. */
export function tokensOf(text: string): number {
  let wide = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= WIDE_FROM) wide++;
  return wide + Math.ceil((text.length - wide) / LETTERS_PER_TOKEN);
}
