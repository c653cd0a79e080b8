import { describe, expect, test } from "vitest";
import { Engine } from "./index";

type Article = [answer: string, title: string, body: string];

function deskWith(...articles: Article[]): Engine {
  const engine = new Engine(1);
  for (const [answer, title, body] of articles) {
    engine.learn({ type: "article", id: answer, answer, title, body });
  }
  return engine;
}

const first = (engine: Engine, text: string) => engine.predict(text).candidates[0]?.answer;

describe("articles before the first ticket", () => {
  test("parts of compound words and other endings find an article", () => {
    const desk = deskWith(
      ["refund", "Rückzahlungen", "Den Betrag überweisen wir innerhalb von fünf Werktagen."],
      ["invoice", "Rechnungsanschrift ändern", "Unter Einstellungen, bevor sie erstellt wird."],
      ["seats", "Plätze hinzufügen", "Unter Team können Sie jederzeit einladen."],
    );
    expect(first(desk, "Wo bleibt die Zahlung, die ihr zurückschicken wolltet?")).toBe("refund");
    expect(first(desk, "Auf den Rechnungen steht die alte Anschrift")).toBe("invoice");
    expect(first(desk, "Wie lade ich Kollegen ins Team ein?")).toBe("seats");
  });

  test("scripts without spaces are read in short runs", () => {
    const desk = deskWith(
      ["password", "重置密码", "打开设置，选择安全。"],
      ["invoice", "发票地址", "在账单页面修改。"],
    );
    expect(first(desk, "我忘记了密码怎么办")).toBe("password");
  });

  test("an article that was taken out or rewritten leaves no words behind", () => {
    const desk = deskWith(
      ["a", "Track a parcel", "The tracking number is in the mail."],
      ["b", "Opening hours", "We are here on weekdays."],
    );
    desk.learn({ type: "article", id: "a2", answer: "a", title: "Returns", body: "Send it back." });
    const anew = deskWith(
      ["a", "Returns", "Send it back."],
      ["b", "Opening hours", "We are here on weekdays."],
    );
    expect(first(desk, "How do I return it?")).toBe("a");
    expect(first(desk, "When are you here?")).toBe(first(anew, "When are you here?"));
    desk.learn({ type: "retired", id: "r", answer: "a" });
    expect(desk.predict("Returns").candidates.map(({ answer }) => answer)).not.toContain("a");
  });
});
