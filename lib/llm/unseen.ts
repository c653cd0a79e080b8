/** Joiners stand in words of many scripts; people would see them missing. */
const UNSEEN = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;
/** Next to a Latin letter or a digit a joiner does nothing but hide. */
const JOINER =
  /(?<=[\p{Script=Latin}\p{N}])[\u200c\u200d]|[\u200c\u200d](?=[\p{Script=Latin}\p{N}])/gu;

/**
 * A model's words without the signs that people do not see: controls, zero-width and bidirectional
 * ones. They could turn what a colleague reads around, or carry words past them into a mail.
 */
export const withoutUnseen = (text: string): string =>
  text.toWellFormed().replace(UNSEEN, "").replace(JOINER, "");
