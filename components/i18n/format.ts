import type { Locale } from "@/lib/person/model";

/** Dates and numbers as the reader's language writes them. British English: days before months, 24 hours. */
export type Format = {
  /** 12,000. */
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** `timeZone` left out: the reader's own. */
  date: (at: Date, options: Intl.DateTimeFormatOptions) => string;
  /** "a, b and c". */
  list: (items: readonly string[], type?: "conjunction" | "disjunction") => string;
  /** The day of an ISO time: 2026-03-10; German 10.03.2026. */
  day: (iso: string) => string;
  /** A number that is cut already: 0.93, German 0,93. */
  decimal: (cut: string) => string;
  /** 1st, 2nd. */
  ordinal: (value: number) => string;
};

const TAGS: Record<Locale, string> = { en: "en-GB", de: "de-DE" };
const ENDS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };

/** To make a format takes longer than to draw the row that it is for: each is made once. */
function dates(tag: string) {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const key = JSON.stringify(options);
    const known = made.get(key);
    if (known) return known;
    const fresh = new Intl.DateTimeFormat(tag, options);
    made.set(key, fresh);
    return fresh;
  };
}

function makeFormat(locale: Locale): Format {
  const tag = TAGS[locale];
  const dateFormat = dates(tag);
  const english = new Intl.PluralRules("en", { type: "ordinal" });
  return {
    number: (value, options) => new Intl.NumberFormat(tag, options).format(value),
    date: (at, options) => dateFormat(options).format(at),
    list: (items, type = "conjunction") => new Intl.ListFormat(tag, { type }).format(items),
    day: (iso) =>
      locale === "de" ? iso.slice(0, 10).split("-").reverse().join(".") : iso.slice(0, 10),
    decimal: (cut) => (locale === "de" ? cut.replace(".", ",") : cut),
    ordinal: (value) =>
      locale === "de" ? `${value}.` : `${value}${ENDS[english.select(value)] ?? "th"}`,
  };
}

const FORMATS: Record<Locale, Format> = { en: makeFormat("en"), de: makeFormat("de") };

/** For functions that take `t`. */
export const formatOf = ({ locale }: { locale: Locale }): Format => FORMATS[locale];
