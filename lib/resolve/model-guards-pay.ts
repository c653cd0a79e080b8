/** Verbs of money that changes hands, folded. */
const VERBS =
  /\b(?:pays?|paid|paying|payments?|payouts?|transfer|wire|owe[sd]?|charg(?:e[sd]?|ing)|bill(?:ed|ing)?|gets?|receiv|credit|deposit|remit|send|grant|give|award|entitled|zahl|bezahl|auszahl|uberweis|bekomm|erhalt|schuld|berechn|schick|pay(?:er|on|ez|e\b)|vers(?:er|on|ez|e\b|ement)|recev|rece(?:voir|vr)|toucher|virement|doi[ts]\b|pag(?:ar|a|o|u|h|an|am)|recib|receb|abon(?:ar|a|o)|ingres|deb(?:e|i)|riceve|bonific|versa|betal|ontvang|krijg|overma|overschrijv|verschuldigd|wyplac|zaplac|otrzym|przele|nalez|betala|utbetal|far\b|modtag|motta|maks|saa(?:t|da)|ode|alacaksin|gonder|primi|plati|zaplat|dostan|fizet|kap)/u;
const OTHER_VERBS =
  /заплат|выплат|получ|перевед|перечисл|оплат|сплат|отрима|支付|付给|付給|收到|获得|獲得|得到|转账|轉帳|转给|汇款|匯款|赔|給您|给您|支払|受け取|振り?込|送金|お渡し|지급|받(?:으|게|을)|송금|입금|드리|دفع|ستحصل|تستلم|تحويل|سنحول|تتلق|نرسل|לשלם|נשלם|תקבל|נעביר|भुगतान|मिलेंगे|मिलेगा|देंगे|tra cho|nhan (?:duoc )?\d|chuyen|bayar|terima|จ่าย|ได้รับ|πληρω|λαβετε/u;

/** The company gives money, whatever the sum. */
const WE_PAY =
  /\b(?:we|i|our (?:team|company)|the company)\b(?:'ll| will| shall| can| would|'d| are| am| have|'ve| has)?[^.]{0,30}\b(?:pay(?:ing)?|paid|owe|remit|wire[sd]?|wiring|deposit(?:ed|ing)?)\b|\b(?:we|i)\b[^.]{0,20}\b(?:transfer|send|give|grant|award)(?:red|ring|s|ed)?\b[^.]{0,40}\b(?:money|sum|funds|cash)\b|\byou(?:'ll| will| shall)? (?:be|get|are) paid\b|\bwir\b[^.]{0,60}\b(?:zahlen|bezahlen|uberweisen|uberwiesen|auszahlen|ausgezahlt|gezahlt)\b|\b(?:zahlen|bezahlen|uberweisen) wir\b|\b(?:nous|on|je)\b[^.]{0,40}\b(?:payons|payerons|paierons|versons|verserons|verser|virons|virerons|vous payer)\b|\b(?:le|les|te|os) (?:pag(?:are|amos|aremos)|abon(?:amos|aremos)|transfer(?:imos|iremos)|ingres(?:amos|aremos))\b|\b(?:pagaremos|abonaremos|transferiremos|ingresaremos|pagheremo|verseremo|bonificheremo|depositaremos)\b|\b(?:wij|we|ik)\b[^.]{0,30}\b(?:betalen u|u betalen|betalen je|je betalen|overmaken|uitbetalen)\b|\b(?:zaplacimy|wyplacimy|przelejemy)\b|\bvi (?:kommer att )?(?:betala|utbetala|betaler|udbetaler)/u;
const WE_PAY_ELSEWHERE =
  /(?:за|вы)платим|(?:мы|я) (?:вам )?(?:перевед|перечисл)|我们[^。]{0,12}(?:支付|付给|转|汇|赔)|支払いいたします|支払いします|お支払いたします|お振り?込み(?:いた)?します|送金(?:いた)?します|지급(?:해|하|됩)|송금(?:해|하|됩)|입금(?:해|하|됩)|سندفع|سنحول|נשלם|נעביר ל|हम[^।]{0,20}भुगतान कर|chung toi se (?:tra|chuyen)|kami akan (?:membayar|mentransfer)|size odeyece/u;

/** With a sum in the sentence: the customer gets it. */
const YOU_GET =
  /\b(?:we|i)\b[^.]{0,30}\b(?:transfer|send|give|grant|award|credit|pay|add)|\byou(?:'ll| will| shall| can| are)?\b[^.]{0,15}\b(?:gets?|receive|entitled|owed|given)\b|\b(?:sie|du|ihr)\b[^.]{0,30}\b(?:bekomm|erhalt|zusteh)|\b(?:bekomm|erhalt)\w{0,3} (?:sie|du)\b|\bwir\b[^.]{0,40}\b(?:geb|send|schick|schenk|uberweis)|\bvous (?:recev|toucher|aurez)|\brecib(?:ira|iras|e)|\breceber|\bricever|\b(?:u|je) (?:krijgt?|ontvangt?)\b|\botrzyma|\bdostanie|вы (?:\S{1,20} )?получ|[您你][^。]{0,8}(?:收到|获得|獲得|得到)|[给給][您你]|受け取|お渡し|받(?:으|게|을)|드리|ستحصل|تستلم|ستتلقى|תקבל|मिलेंगे|मिलेगा|nhan|terima|ได้รับ/u;

/** The customer owes less than before. */
const NOTHING_DUE =
  /\b(?:not|n't|never|no longer|no need to|needn't|without|stop)\b[^.]{0,30}\b(?:pay(?:ing)?|paid|charged?|charging|billed?|billing|owed?|owing|invoiced?)\b|\b(?:owe|pay|due|charge[ds]?)\b[^.]{0,15}\b(?:nothing|zero|no money)\b|\bnothing (?:is |more |else |left )*(?:to pay|due|owed)|\bignore (?:this|the|that|your) (?:invoice|bill)|\b(?:invoice|bill|debt|fee)s?\b[^.]{0,20}\b(?:is|are|has been|was|will be) (?:void|settled|dropped|written off|forgiven)|\b(?:nicht|nichts|kein\w{0,2})\b[^.]{0,40}\b(?:be)?zahl(?:en|t)\b|\bberechnen wir (?:ihnen )?(?:nicht|kein)|\b(?:pas|rien|plus)\b[^.]{0,40}\b(?:pay(?:er|ez|e)\b|regler|facture[rz]?\b)|\bno\b[^.]{0,40}\b(?:pagar|pague|cobrar|cobraremos|paguen)\b|\bnon\b[^.]{0,40}\b(?:pagare|paghi|addebit)|\bnao\b[^.]{0,40}\b(?:pagar|pague|cobrar)|\b(?:hoeft|hoef|hoeven)\b[^.]{0,40}\bbetalen\b|\bnie (?:musi\w*|trzeba)[^.]{0,30}\b(?:za)?plac|\bbehover (?:inte|ikke)[^.]{0,30}\bbetal|не (?:нужно|надо|придется|должны)[^.]{0,30}платить|(?:不用|无需|無需|不必|不需要)[^。]{0,12}(?:付|支付|缴)|支払(?:い|う)(?:は|の|必要)[^。]{0,8}(?:不要|ありません|なし)|(?:지불|결제|납부)[^.]{0,12}(?:않|필요 없)|(?:لا|لن)[^.]{0,30}(?:دفع|تدفع)|לא[^.]{0,20}לשלם/u;

/** What was, or who has paid: nobody owes less for it. */
const NOTHING_PROMISED =
  /\b(?:was|were|has|have|had)(?:n't| not| never)(?: yet)?(?: been)?(?: yet)? (?:charged|billed|invoiced|debited)(?! (?:again|for|any))\b|\bwithout (?:an? )?paid (?:seat|plan|account|subscription|licen[cs]e)s?\b|\b(?:not|n't) pay (?:it|(?:the|this|that|an?|your) [\p{L}-]{1,30}) (?:twice|again)\b/gu;

/** True when money changes hands in a sentence: a sum in it must come from the desk. @param words folded */
export const speaksOfPaying = (words: string): boolean =>
  VERBS.test(words) || OTHER_VERBS.test(words);

/**
 * True when the company gives money, or does without.
 *
 * @param words folded
 * @param sums of the sentence
 */
export const givesMoney = (words: string, sums: number): boolean =>
  WE_PAY.test(words) ||
  WE_PAY_ELSEWHERE.test(words) ||
  NOTHING_DUE.test(words.replace(NOTHING_PROMISED, " ")) ||
  (sums > 0 && YOU_GET.test(words));
