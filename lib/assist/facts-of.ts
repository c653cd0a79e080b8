/** What must not change when words are put differently: links, addresses, numbers. Linear in the text. */
const FACT =
  /https?:\/\/[^\s<>"')\]]{1,500}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}|\d[\d.,:/-]*/gi;

/** Each once, as it reads; signs at the end of a sentence are no part of it. */
function factsOf(text: string): Set<string> {
  const found = text.slice(0, 40_000).matchAll(FACT);
  return new Set([...found].map(([fact]) => fact.replace(/[.,:/-]+$/, "")));
}

/** Numbers, addresses and links that one text holds and the other does not. */
export function changedFacts(before: string, after: string): { added: string[]; lost: string[] } {
  const [had, has] = [factsOf(before), factsOf(after)];
  return {
    added: [...has].filter((fact) => !had.has(fact)),
    lost: [...had].filter((fact) => !has.has(fact)),
  };
}
