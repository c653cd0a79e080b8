import { createInstance } from "i18next";
import type { Locale } from "@/lib/person/model";
import { compileStored } from "./stored";

/** English keys with their words in one language. */
export type Catalogue = Readonly<Record<string, string>>;

/** What stands for `{{name}}`. `count` chooses the plural, `context` one of several meanings of a word. */
type Values = Readonly<Record<string, string | number | null | undefined>>;

/**
 * Says an English text in the reader's language. The English text is the key, so that what lacks
 * a translation is shown in English.
 */
export type T = {
  (key: string, values?: Values): string;
  locale: Locale;
  /** A sentence that the desk has stored in English; one that is not known stays as it is. */
  stored: (text: string) => string;
};

/** A list says the same few words for each of its rows: to look one up takes longer than to draw it. */
const KEPT = 4_000;
/** What holds more is somebody's own text, and not said again. Characters. */
const KEPT_LENGTH = 160;
const NOTHING: Values = {};

/**
 * Keys are written in the plural; English needs an entry only where one is said otherwise.
 *
 * @param storedWords templates of what is stored in English; null: it is shown as it is
 */
export function makeT(locale: Locale, words: Catalogue, storedWords: Catalogue | null): T {
  const instance = createInstance({
    lng: locale,
    resources: { [locale]: { translation: words } },
    initAsync: false,
    showSupportNotice: false,
    keySeparator: false,
    nsSeparator: false,
    // React escapes; and what customers wrote is never a template.
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  void instance.init();
  const look = (key: string, values: Values): string =>
    instance.t(key, {
      replace: values,
      nest: false,
      ...(typeof values.count === "number" && { count: values.count }),
      ...(typeof values.context === "string" && { context: values.context }),
    });
  const said = new Map<string, string>();
  const say = (key: string, values: Values = NOTHING): string => {
    if (!key) return "";
    const asked = values === NOTHING ? key : JSON.stringify([key, values]);
    const known = said.get(asked);
    if (known !== undefined) return known;
    const words = look(key, values);
    if (asked.length <= KEPT_LENGTH) {
      if (said.size >= KEPT) said.clear();
      said.set(asked, words);
    }
    return words;
  };
  return Object.assign(say, {
    locale,
    stored: storedWords ? compileStored(storedWords, words) : (text) => text,
  });
}
