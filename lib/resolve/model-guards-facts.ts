import { inWords, numberOf, plainDigits } from "./model-guards-numbers";
import { folded, wordsOf } from "./model-guards-words";

const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}.-]{1,190}/gu;
const HIDDEN_AT =
  /\s{0,3}[[({]\s{0,2}(?:at|@)\s{0,2}[\])}]\s{0,3}|\s{1,3}at\s{1,3}(?=[a-z0-9-]{1,63}\s{1,3}dot\s)/gi;
const HIDDEN_DOT =
  /\s{0,3}[[({]\s{0,2}(?:dot|\.)\s{0,2}[\])}]\s{0,3}|(?<=@\S{1,190})\s{1,3}dot\s{1,3}/gi;
const TELEPHONE = /(?<![\p{L}\p{N}])(?:\+|00|\(?0)[\d\s()./-]{5,24}\d/gu;
const LONG_NUMBER = /(?<![\p{L}\p{N}])\d[\d\s()./-]{5,40}\d(?!\p{L})/gu;
const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})$/;
const IBAN =
  /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g;
const MONEY =
  "usd|eur|gbp|chf|cad|aud|nzd|jpy|cny|rmb|inr|pln|sek|nok|dkk|isk|czk|huf|ron|bgn|brl|mxn|krw|rub|uah|zar|aed|sar|ils|thb|vnd|idr|myr|sgd|hkd|btc|eth|dollars?|dollar[io]?|dolar\\p{L}{0,3}|bucks|euros?|pounds?|pfund|francs?|franken|rupees?|yen|yuan|zł|zl|zlot\\p{L}{1,3}|kr|kron\\p{L}{1,3}|kč|kc|korun\\p{L}?|forint|lei|lev\\p{L}?|lira|reais|pesos?|rubles?|roubles?|bitcoins?|руб\\p{L}{0,4}|евро|доллар\\p{L}{0,3}|грн|гривен|دولار|يورو|ريال|درهم|جنيه|שקל|שקלים|रुपये|रुपए|dong|rupiah|บาท|ευρω|ευρώ";
const WIDE_MONEY = "[元円圆圓원块]|人民[币幣]|欧元|歐元|美元|日元|ユーロ|ドル|유로|달러|đồng";
const PERCENT =
  "%|٪|per ?cent|prozent|pour ?cent|por ?cent\\p{L}{0,2}|per cento|procent|процент\\p{L}{0,3}|パーセント|퍼센트";
/** "5k", "5 million", "5万". */
const TIMES =
  "(?:\\s{0,2}(?:(?:k|thousand|million|mio\\.?|mrd\\.?|tausend|millionen|mille?|mil|mila|millones|тыс\\.?|млн)(?!\\p{L})|[百千万萬億亿만억]))?";
const AMOUNT = new RegExp(
  `(?:\\p{Sc}|(?<!\\p{L})(?:${MONEY}))\\s{0,2}\\d[\\d.,' ]{0,14}|\\d[\\d.,' ]{0,14}${TIMES}\\s{0,2}(?:\\p{Sc}|${WIDE_MONEY}|(?:${MONEY})(?!\\p{L})|${PERCENT})`,
  "giu",
);
const WIDE_AMOUNT = new RegExp(
  `[〇零一二两兩三四五六七八九十百千万萬億亿]{1,12}\\s?(?:${WIDE_MONEY})|[일이삼사오육칠팔구십백천만억]{1,12}\\s?(?:원|유로|달러)`,
  "gu",
);
const IS_PERCENT = new RegExp(`(?:${PERCENT})$`, "iu");
const IS_UNIT = new RegExp(
  `^(?:${MONEY}|percent|prozent|procent|ciento|процент\\p{L}{0,3})$`,
  "iu",
);
const OPAQUE = /[A-Za-z0-9+/_=-]{20,4000}/g;
const UNFILLED = /\[[A-Z]{2,14}_\d{1,4}\]|\{[a-z][a-z0-9_.]{0,60}\}/g;
const TWO_SCRIPTS = /[\p{L}\p{M}]{2,60}/gu;

/** What a draft states that must rest on something: each as it is written, and as it is compared. */
export type Stated = { words: string; key: string };

const digits = (text: string): string => text.replace(/\D/g, "");
const plainAt = (text: string): string => text.replace(HIDDEN_AT, "@").replace(HIDDEN_DOT, ".");

const all = (text: string, pattern: RegExp, key: (found: string) => string): Stated[] =>
  [...plainDigits(text).matchAll(pattern)].map(([words]) => ({
    words: words.trim(),
    key: key(words),
  }));

export const emailsIn = (text: string): Stated[] =>
  all(plainAt(text), EMAIL, (found) => folded(found).replace(/[.-]+$/, ""));

/** National and international forms end alike. */
export const telephonesIn = (text: string): Stated[] =>
  all(text, TELEPHONE, (found) => digits(found).slice(-8)).filter(
    ({ words }) => digits(words).length >= 7,
  );

export const longNumbersIn = (text: string): Stated[] =>
  all(text, LONG_NUMBER, digits).filter(
    ({ words, key }) => key.length >= 7 && !DATE.test(words.replace(/\s/g, "")),
  );

export const ibansIn = (text: string): Stated[] =>
  all(text, IBAN, (found) => found.replace(/\s/g, ""));

export const amountsIn = (text: string): Stated[] => [
  ...all(text, AMOUNT, (found) => {
    const times = /\d[^\p{L}]*(k|th|mi|mr|ta|т|м|[百千万萬億亿만억])/iu.exec(found)?.[1] ?? "";
    return `${IS_PERCENT.test(found.trim()) ? "%" : ""}${value(found)}${times.toLowerCase()}`;
  }),
  ...all(text, WIDE_AMOUNT, (found) => found.replace(/\s/g, "")),
  ...inWords(wordsOf(text), (word) => IS_UNIT.test(word)).map((words) => ({ words, key: words })),
];

/** "1.234,50" and "1234.5" are the same number. */
function value(amount: string): string {
  const number = amount.replace(/[^\d.,]/g, "").replace(/[.,]+$/, "");
  const cents = /[.,](\d{1,2})$/.exec(number)?.[1];
  const whole = digits(cents === undefined ? number : number.slice(0, -(cents.length + 1)));
  return `${Number(whole)}.${(cents ?? "").padEnd(2, "0")}`;
}

/** Codes that no word looks like: keys, tokens, texts in another alphabet of signs. */
export const opaqueIn = (text: string): Stated[] =>
  all(text, OPAQUE, (found) => found).filter(
    ({ words }) => /\d/.test(words) && /[a-z]/i.test(words) && !/^[a-z]+(?:-[a-z]+)+$/i.test(words),
  );

export const unfilledIn = (text: string): Stated[] => all(text, UNFILLED, (found) => found);

/** Words that mix Latin letters with such as look like them. */
export const mixedIn = (text: string): Stated[] =>
  all(text, TWO_SCRIPTS, (found) => found).filter(
    ({ words }) =>
      /\p{Script=Latin}/u.test(words) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(words),
  );

const UNITS: readonly [string, RegExp][] = [
  ["minute", /^(?:min$|mins$|minut|мин)/],
  [
    "hour",
    /^(?:hours?$|hrs?$|stunde|heures?$|horas?$|ora$|ore$|uur$|uren$|godzin|час(?:а|ов|ы)?$|timm|timer$|saat)/,
  ],
  [
    "day",
    /^(?:days?$|tage?n?$|jours?$|dias?$|giorn[io]$|dag(?:en|ar|e)?$|dni$|dzien$|дн|ден|werktag|gun$|business$|working$)/,
  ],
  ["week", /^(?:weeks?$|woche|semain|seman|settiman|weken$|tydzien|tygodni|недел|veck|uge|hafta)/],
  ["month", /^(?:months?$|monat|mois$|mes(?:es)?$|mesi$|maand|miesi|месяц|manad|maned)/],
  ["year", /^(?:years?$|jahr|ans?$|anos?$|ann[io]$|jaar$|jaren$|roku?$|lat$|лет$|год)/],
];
const WIDE_SPAN =
  /(\d{1,4})\s?(分|小时|小時|時間|시간|天|日|일|周|週|주|个月|個月|ヶ月|か月|개월|年|년)|([一二两兩三四五六七八九十百]{1,4}|[두세네]|다섯)\s?(小时|小時|時間|시간|分钟|分鐘|天|日間|週間|个月|個月|ヶ月|か月|달|年間)/gu;

/** Spans of time, as "3 day". */
export function spansIn(text: string): Stated[] {
  const words = wordsOf(text);
  const spans = words.flatMap((word, at) => {
    const number = numberOf(word);
    if (number === null) return [];
    for (const next of words.slice(at + 1, at + 3)) {
      const unit = UNITS.find(([, pattern]) => pattern.test(next))?.[0];
      if (unit) return [{ words: `${word} ${next}`, key: `${number} ${unit}` }];
    }
    return [];
  });
  const wide = [...folded(text).matchAll(WIDE_SPAN)].map(([found]) => ({
    words: found,
    key: found.replace(/\s/g, ""),
  }));
  return [...spans, ...wide];
}
