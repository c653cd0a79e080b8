/**
 * Personal data that has a form. All repetitions are bounded, so that no text takes long. Ids of
 * our own (UUIDs) are matched first and left alone: models cite by them.
 */
const UUID = "[\\da-fA-F]{8}-(?:[\\da-fA-F]{4}-){3}[\\da-fA-F]{12}";
/** Behind an escape of JSON, such as `\n` or `\u003c`, a word begins, though a letter is before it. */
const ESCAPED = "(?<=\\\\(?:[nrtbf]|u[\\da-fA-F]{4}))";
/** Not within a word, nor within an escape. */
const START = `(?:(?<![\\p{L}\\p{N}\\\\])|${ESCAPED})`;
/** The same for words that are known. */
export const BEFORE = `(?:(?<![\\p{L}\\p{N}])|${ESCAPED})`;
const EMAIL = "(?<email>[\\p{L}\\p{N}._%+'-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,6}\\p{L}{2,24})";
const IBAN = "(?<iban>[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?)(?![\\p{L}\\p{N}])";
const DIGITS = "(?<digits>[+(]{0,2}\\d[\\d ()./-]{5,30}\\d)(?![\\p{L}\\p{N}])";

export const PATTERN = new RegExp(`${UUID}|${START}(?:${EMAIL}|${IBAN}|${DIGITS})`, "gu");

/** The check digit of payment cards. @see ISO/IEC 7812-1, annex B */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
