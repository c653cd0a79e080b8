/**
 * What customers write whatever they want: read before the first ticket, so that these words are
 * known to tell little from the beginning. In the languages that the desk reads.
 */
export const BACKGROUND = [
  "Hello, I have a question about this and I would like to know if you can help me, please.",
  "Hi, is it possible to do that? How do I do it and where can I find it?",
  "Please let me know what I need to do. Thank you for your help.",
  "Why is it not working for me? I do not know what to do now.",
  "I want to know when it will be there and how long it will take.",
  "What should I do if it was not me, and why has it not been done yet?",
  "We would like to have this for our team. Could you tell us how we can get it?",
  "It was there yesterday but today I can't see it any more, and I am not sure why.",
  "Thanks in advance, best regards",
  "Hallo, ich habe eine Frage zu dem und würde gerne wissen, ob Sie mir bitte helfen können.",
  "Wie kann ich das machen und wo finde ich es? Vielen Dank für die Hilfe.",
  "Warum geht das bei mir nicht? Ich weiß nicht, was ich jetzt tun soll.",
  "Bonjour, j'ai une question sur ce que je peux faire. Pouvez-vous m'aider, s'il vous plaît ?",
  "Comment est-ce que je peux le faire et pourquoi cela ne marche pas pour moi ? Merci.",
  "Hola, tengo una pregunta sobre esto y quiero saber si me puede ayudar, por favor.",
  "¿Cómo puedo hacerlo y por qué no funciona para mí? Muchas gracias por la ayuda.",
] as const;
