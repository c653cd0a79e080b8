import { amountsIn, type Stated, spansIn } from "./model-guards-facts";
import { givesMoney } from "./model-guards-pay";
import { folded, sentencesOf, squashed, wordsOf } from "./model-guards-words";

/** Word beginnings, without marks, of what costs the company money when it is said. */
const MONEY =
  /refund|reimburs|money[ -]?back|(?<!out )credit(?! cards?\b)|charge ?back|compensat|voucher|gift card|goodwill|waiv(?:e|ing)|free of charge|for free|free (?:year|month|week|upgrade|plan|seat)|at no (?:extra |additional )?(?:cost|charge)|discount(?! codes? (?:field|box|input)\b)|\d ?% off|half[ -]price|price cut|erstatt|ruckzahl|zuruckzahl|zuruckuberw|geld zuruck|gutschr|gutschein|rabatt|nachlass|kostenlos|kostenfrei|gratis|kulanz|entschadig|rembours|\bavoir\b|\bremise\b|gratuit|dedommag|reembols|devoluc|devolver|descuento|compensac|rimbors|sconto|gratuito|risarc|terugbeta|vergoed|korting|restitu|desconto|zwrot|zwroc|znizk|odszkodowan|aterbeta|ersattning|tilbagebetal|refusjon|hyvit|palaut|\biade\b|indirim|возвра|вернем|компенс|скидк|бесплат|повернен|знижк|退款|返金|返品|割引|折扣|优惠|免费|赔偿|환불|환급|할인|보상|무료|استرداد|تعويض|خصم|مجان|החזר|זיכוי|הנחה|धनवाप|रिफंड|रिफ़ंड|छूट|मुफ्त|hoan tien|giam gia|mien phi|pengembalian dana|diskon|คืนเงิน|ส่วนลด|επιστροφ|εκπτωσ|rambursa|visszaterit|kedvezmeny|vracen|\bslev/u;
const BINDING =
  /guarant|\b(?:i|we) promise|warrant(?:y|ies)|legally binding|binding offer|\b(?:it'?s|that'?s) a deal|garanti|verspr[ei]ch|zugesagt|zusicher|rechtsverbindlich|\bpromet|\bpromess|zarucz|гарант|обеща|保证|保証|約束|보장|약속|ضمان|مضمون|גרנטי|מתחייב|गारंटी|वादा/u;
/** Deeds that only people and their tools do. */
const DONE =
  /\b(?:i|we|our team|has|have|had|was|were|been|is|are)\b[^.]{0,40}\b(?:cancell?ed|deleted|closed|upgraded|downgraded|extended|granted|approved|processed|issued|transferred|unlocked|reactivated|reset|wired|paid out|terminated|waived|escalated to the (?:ceo|legal))\b|^(?:done|ok|all set)?\W{0,3}(?:cancell?ed|deleted|terminated|approved|refunded)\b|\b(?:storniert|gekundigt|geloscht|genehmigt|uberwiesen|freigeschaltet|aufgehoben|beendet|verlangert|annulee?s?|approuvee?s?|viree?s?|supprimee?s?|resiliee?s?|prolongee?s?|cancelad[oa]s?|aprobad[oa]s?|anulad[oa]s?|eliminad[oa]s?|ampliad[oa]s?|annullat[oaie]|cancellat[oaie]|approvat[oaie]|eliminat[oaie]|disdett[oaie]|aprovad[oa]s?|excluid[oa]s?|encerrad[oa]s?|geannuleerde?|opgezegde?|goedgekeurde?|stopgezet|overgemaakt|anulowan\w{1,3}|usuniet\w{1,3}|zatwierdzon\w{1,3}|avbokad|uppsagd|annullerad|godkand|raderad|annulleret|opsagt|godkendt|slettet|kansellert|peruutettu|hyvaksytty|iptal edil|onayland|anulat[a]?|zrusen[oa]?|torolt)\b/u;
/** What a sentence only speaks of: "once the import was processed", "tickets that are closed". */
const SUPPOSED =
  /\b(?:if|when|once|as soon as|unless|until|whenever|in case|after|before) (?:your|the|a|an|it|they|this|you|any|all|no|each|every|somebody|someone|its|their)(?: (?!(?:we|i|our|your|the|a|an|this|it|they|you)\b)[\p{L}\p{N}-]{1,30}){0,4} (?:is|are|was|were|has been|have been|had been|gets?|got) (?:not |already |just |fully )?(?:cancell?ed|deleted|closed|upgraded|downgraded|extended|approved|processed|issued|transferred|unlocked|reactivated|reset)\b|\b[\p{L}-]{2,30}s (?:that|which|who) (?:are|were|have been) (?:not |already |just )?(?:cancell?ed|deleted|closed|upgraded|downgraded|extended|approved|processed|issued|transferred|unlocked|reactivated|reset)\b/gu;
/** What happens to things of which the customer has none of their own: no deed was done for them. */
const USUAL = /\b(?:is|are) (?:processed|reset|closed)\b/gu;
const THEIRS =
  /\b(?:you|yours?|i|we|our|us|it|this|that|these|those|(?:order|subscription|account|contract|invoice|payment|request|claim|plan|trial|booking|membership|licen[cs]e|ticket|case)s?)\b/u;
const DONE_ELSEWHERE =
  /отменен|аннулирован|удален|одобрен|расторгнут|скасован|已(?:经|經)?(?:为您|被)?(?:取消|删除|刪除|批准|关闭|關閉|发放|转|延长)|(?:キャンセル|解約|取り消し|承認|削除)(?:いた|が|は)?(?:しました|しまし|され|済|完了)|(?:취소|해지|승인|삭제)(?:가 )?(?:되었|했|됐|하였|완료)|تم(?:ت)? (?:الغاء|حذف|الموافق|تحويل|الغاو)|בוטל|אושר|נמחק|रद्द कर|स्वीकृत|(?:da|đa) (?:đuoc |bi )?(?:huy|xoa)|telah dibatalkan|ยกเลิกแล้ว|ακυρωθ/u;
const SOON =
  /\b(?:tomorrow|tonight|by (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|the end of|noon|midnight)|within (?:the |an? |one |hours\b|minutes\b|a few |a couple of )(?:next )?(?:few )?(?:hours?|minutes?|days?|weeks?|months?)|within (?:hours|minutes|days)|half an hour|a couple of (?:hours|days)|(?:innerhalb|binnen) (?:einer|eines|weniger)|next (?:week|month)|morgen|ubermorgen|bis (?:montag|dienstag|mittwoch|donnerstag|freitag)|heute noch|demain|manana|domani|amanha|jutro)\b|завтра|明天|明日|내일|غدا|ساعتين|يومين|اسبوعين|שעתיים|יומיים|מחר|\byarin\b/u;

const NO =
  /\b(?:not|no|never|cannot|can't|won't|don't|doesn't|didn't|isn't|aren't|without|unless|except|only|nicht|nie|kein\w{0,4}|ohne|nur|ne|pas|jamais|sans|no|nunca|sin|non|niet|geen|nie|не|нет)\b|n't\b|不|没|ない|않|안 |لا|לא|नहीं/u;

/** A sentence that promises rests on one sentence of a source when it holds so much of its words. */
const COVERED = 0.8;
/** Characters of a word that must be alike; endings differ. */
const STEM = 6;

/** Sentences that bind the company and that no source bears out, cut for people to read. */
export function promisesIn(text: string, sources: readonly string[]): string[] {
  const known = sources.flatMap(sentencesOf).map(readyToCompare);
  const spans = new Set(sources.flatMap((source) => spansIn(source).map(({ key }) => key)));
  return sentencesOf(text)
    .filter((sentence) => binds(sentence, spans))
    .filter((sentence) => !known.some((source) => bears(source, readyToCompare(sentence))))
    .map((sentence) =>
      sentence.length > 80 ? `${sentence.slice(0, 79).toWellFormed()}…` : sentence,
    );
}

function binds(sentence: string, spans: ReadonlySet<string>): boolean {
  const words = exactly(folded(sentence));
  if (MONEY.test(words) || givesMoney(words, amountsIn(sentence).length)) return true;
  if (BINDING.test(words) || SOON.test(words)) return true;
  if (DONE.test(words) || DONE_ELSEWHERE.test(words)) return true;
  return spansIn(sentence).some(({ key }: Stated) => !spans.has(key));
}

/** Without what only sounds like a deed. @param words folded */
function exactly(words: string): string {
  const said = words.replace(SUPPOSED, " ");
  return THEIRS.test(said) ? said : said.replace(USUAL, " ");
}

type Ready = {
  squash: string;
  stems: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  no: boolean;
};

function readyToCompare(sentence: string): Ready {
  const words = wordsOf(sentence);
  return {
    squash: squashed(sentence),
    stems: new Set(words.filter((word) => word.length > 3).map((word) => word.slice(0, STEM))),
    numbers: new Set(words.filter((word) => /\d/.test(word))),
    no: NO.test(folded(sentence)),
  };
}

/** The source says it, and does not say the contrary. */
function bears(source: Ready, said: Ready): boolean {
  if (said.squash.length > 0 && said.squash === source.squash) return true;
  if (source.no !== said.no) return false;
  if ([...said.numbers].some((number) => !source.numbers.has(number))) return false;
  const stems = [...said.stems];
  // Scripts without spaces make one word of a sentence: there only the very words count.
  if (stems.length < 3) return false;
  return stems.filter((stem) => source.stems.has(stem)).length / stems.length >= COVERED;
}
