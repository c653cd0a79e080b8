import { expect, test } from "vitest";
import { languageOf } from "./language";

test.each([
  ["My card is not working", "en"],
  ["how to export", "en"],
  ["app doesnt think its me", "en"],
  ["Wie kann ich die Rechnung ändern?", "de"],
  ["Bonjour, nous avons reçu deux factures", "fr"],
  ["¿Cómo puedo cambiar el NIF de la factura?", "es"],
  ["Non riesco ad accedere e non so come fare", "it"],
  ["Ik kan niet inloggen en weet niet waarom", "nl"],
  ["Não consigo entrar na minha conta e não sei o que fazer", "pt"],
  ["Не могу войти в систему", "ru"],
  ["我无法登录", "zh"],
  ["ログインできません", "ja"],
  ["لا أستطيع تسجيل الدخول", "ar"],
  ["Kan inte logga in sedan i morse, vi behöver hjälp så snart som möjligt med vårt konto", "sv"],
])("%s is %s", (text, language) => {
  expect(languageOf(text)).toBe(language);
});

test.each(["", "8473", "rithika", "no", "im howard", "?!", "RE: 4711"])(
  "%j is too short",
  (text) => {
    expect([null, "en"]).toContain(languageOf(text));
  },
);

test("a product name among English words changes nothing", () => {
  expect(languageOf("How do I connect Zeit und Geld to the workspace?")).toBe("en");
});
