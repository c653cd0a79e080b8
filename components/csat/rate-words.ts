type Words = {
  question: string;
  /** What 1 to 5 mean. */
  scores: readonly [string, string, string, string, string];
  comment: string;
  send: string;
  change: string;
  saved: string;
  until: string;
  ended: string;
  yours: string;
  unknown: string;
  unknownMore: string;
  refused: { choose: string; often: string; other: string };
};

const ENGLISH: Words = {
  question: "How was this answer?",
  scores: ["Very bad", "Bad", "In between", "Good", "Very good"],
  comment: "What should we know? (optional)",
  send: "Send",
  change: "Change",
  saved: "Thank you. Your rating is stored.",
  until: "You can change it for 14 days after we sent the answer.",
  ended: "The 14 days in which this answer could be rated are over.",
  yours: "Your rating",
  unknown: "This link opens nothing",
  unknownMore: "It is incomplete, or the conversation has been deleted.",
  refused: {
    choose: "Choose one of the five, and write at most 2,000 characters.",
    often: "This answer was rated too often. Your last rating is kept.",
    other: "That did not work, and nothing was stored. Please try again.",
  },
};

/** What customers read, by language (two letters). */
const WORDS: Readonly<Record<string, Words>> = {
  en: ENGLISH,
  de: {
    question: "Wie war diese Antwort?",
    scores: ["Sehr schlecht", "Schlecht", "Mittel", "Gut", "Sehr gut"],
    comment: "Was sollten wir wissen? (freiwillig)",
    send: "Senden",
    change: "Ändern",
    saved: "Danke. Ihre Bewertung ist gespeichert.",
    until: "Sie können sie 14 Tage lang ändern, nachdem wir geantwortet haben.",
    ended: "Die 14 Tage, in denen diese Antwort bewertet werden konnte, sind vorbei.",
    yours: "Ihre Bewertung",
    unknown: "Dieser Link öffnet nichts",
    unknownMore: "Er ist unvollständig, oder das Gespräch wurde gelöscht.",
    refused: {
      choose: "Wählen Sie eine der fünf Stufen und schreiben Sie höchstens 2.000 Zeichen.",
      often: "Diese Antwort wurde zu oft bewertet. Ihre letzte Bewertung bleibt.",
      other:
        "Das hat nicht geklappt, und nichts wurde gespeichert. Bitte versuchen Sie es noch einmal.",
    },
  },
  fr: {
    question: "Que pensez-vous de cette réponse ?",
    scores: ["Très mauvaise", "Mauvaise", "Moyenne", "Bonne", "Très bonne"],
    comment: "Que devrions-nous savoir ? (facultatif)",
    send: "Envoyer",
    change: "Modifier",
    saved: "Merci. Votre note est enregistrée.",
    until: "Vous pouvez la modifier pendant 14 jours après notre réponse.",
    ended: "Les 14 jours pendant lesquels cette réponse pouvait être notée sont passés.",
    yours: "Votre note",
    unknown: "Ce lien n'ouvre rien",
    unknownMore: "Il est incomplet, ou la conversation a été supprimée.",
    refused: {
      choose: "Choisissez une des cinq notes et écrivez au plus 2 000 caractères.",
      often: "Cette réponse a été notée trop souvent. Votre dernière note est conservée.",
      other: "Cela n'a pas fonctionné et rien n'a été enregistré. Veuillez réessayer.",
    },
  },
  es: {
    question: "¿Qué le pareció esta respuesta?",
    scores: ["Muy mala", "Mala", "Regular", "Buena", "Muy buena"],
    comment: "¿Qué deberíamos saber? (opcional)",
    send: "Enviar",
    change: "Cambiar",
    saved: "Gracias. Su valoración está guardada.",
    until: "Puede cambiarla durante 14 días después de nuestra respuesta.",
    ended: "Los 14 días en que se podía valorar esta respuesta han terminado.",
    yours: "Su valoración",
    unknown: "Este enlace no abre nada",
    unknownMore: "Está incompleto, o la conversación fue eliminada.",
    refused: {
      choose: "Elija una de las cinco notas y escriba como máximo 2.000 caracteres.",
      often: "Esta respuesta se valoró demasiadas veces. Se conserva su última valoración.",
      other: "No funcionó y no se guardó nada. Inténtelo de nuevo.",
    },
  },
};

export type RateWords = Words & { language: string };

/** In the customer's language where there are words for it, else in English. */
export function rateWords(language: string | null): RateWords {
  const known = language !== null && Object.hasOwn(WORDS, language) ? language : "en";
  return { ...(WORDS[known] ?? ENGLISH), language: known };
}

/** Why nothing was stored, by the code that the form came back with. */
export function refusalWords(words: RateWords, code: string): string {
  if (code === "invalid") return words.refused.choose;
  return code === "rate_limited" ? words.refused.often : words.refused.other;
}
