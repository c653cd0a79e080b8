import { Fragment, type ReactNode } from "react";
import type { T } from "./catalogue";

type Part = ReactNode | ((inner: ReactNode) => ReactNode);

/** Private-use characters: no text holds them, so that what is filled in is never taken for markup. */
const HOLE = /\uE000(\w+)\uE001/;

/**
 * A sentence with links or bold words inside: `rich(t, "See <a>the log</a> of {{who}}", { a: (inner) =>
 * <Link href="/log">{inner}</Link>, who: <b>Ada</b> })`. Tags are functions, holes are anything React shows.
 */
export function rich(t: T, key: string, parts: Readonly<Record<string, Part>>): ReactNode {
  const marks = Object.keys(parts).map((name) => [name, `\uE000${name}\uE001`] as const);
  const count = typeof parts.count === "number" ? { count: parts.count } : {};
  const said = t(key, { ...Object.fromEntries(marks), ...count });
  return pieces(said, parts);
}

function pieces(text: string, parts: Readonly<Record<string, Part>>): ReactNode {
  const found = text.split(/(<(\w+)>.*?<\/\2>)/s);
  return found.map((piece, at) => {
    if (at % 3 === 2) return null; // the tag's name, caught again
    const tag = at % 3 === 1 ? /^<(\w+)>(.*)<\/\w+>$/s.exec(piece) : null;
    const wrap = tag?.[1] ? parts[tag[1]] : undefined;
    const inner = filled(tag?.[2] ?? piece, parts);
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence keep their places
    return <Fragment key={at}>{typeof wrap === "function" ? wrap(inner) : inner}</Fragment>;
  });
}

function filled(text: string, parts: Readonly<Record<string, Part>>): ReactNode {
  return text.split(HOLE).map((piece, at) => {
    const part = at % 2 === 1 ? parts[piece] : piece;
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    return <Fragment key={at}>{typeof part === "function" ? part(null) : part}</Fragment>;
  });
}
