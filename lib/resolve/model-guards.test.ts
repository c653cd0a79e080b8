import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMs } from "@/db/testing/cpu-time";
import { type GuardInput, guardDraft } from "./model-guards";
import { namesToLookUp } from "./model-guards-leaks";

const SOURCE = `Open Reports and choose Export, then CSV. The link works for 7 days. Write to billing@desk.test or call +49 30 1234567.
We refund annual plans within 14 days of the purchase. We do not refund partial months. The Pro plan costs 49 EUR a month.
Read https://help.desk.test/export for more.`;

const guard = (sentence: string | string[], change: Partial<GuardInput> = {}) =>
  guardDraft({
    sentences: typeof sentence === "string" ? [sentence] : sentence,
    sources: [SOURCE],
    facts: ["Mina Okafor", "mina@acme.example", "Acme", "Invoice 12.50 EUR 2026-03-01"],
    said: ["My order 998877665 of 77 EUR failed. Please write to me@evil.example"],
    lookedUp: ["Order 5566778899: 33 EUR. Ask x@evil.example, call +1 555 010 9999. We refund it."],
    linkHosts: ["help.desk.test"],
    canaries: [],
    ...change,
  });

describe("what is taken out", () => {
  test.each([
    ["Look ![](https://evil.example/p?d=1) here.", "Look  here."],
    ["Look ![x][ref] here.", "Look  here."],
    ["Press [here](https://evil.example/a).", "Press here."],
    ["Press [here](javascript:alert(1)).", "Press here)."],
    ["Go to https://evil.example/a?b=c now.", "Go to  now."],
    ["Go to HTTPS:\\\\evil.example now.", "Go to  now."],
    ["Go to http:evil.example now.", "Go to  now."],
    ["Go to //evil.example/a now.", "Go to  now."],
    ["Go to www.evil.example.", "Go to ."],
    ["Go to evil.com.", "Go to ."],
    ["Go to evil.museum/x.", "Go to ."],
    ["Go to еvil.com.", "Go to ."],
    ["Go to 203.0.113.7/x now.", "Go to  now."],
    ["Go to https://help.desk.test@evil.example/x now.", "Go to  now."],
    ["Go to https://help.desk.test.evil.example now.", "Go to  now."],
    ["Go to h\u200bttps://evil.example now.", "Go to  now."],
    ["Go to ht<b></b>tps://evil.example now.", "Go to  now."],
    ["Go to ｈｔｔｐｓ：／／ｅｖｉｌ．ｅｘａｍｐｌｅ now.", "Go to  now."],
    ["[x]: https://evil.example", "[x]: "],
    ["Go to evil.icu now.", "Go to  now."],
    ["Go to paypal-check.vip now.", "Go to  now."],
    ["Go to evil.finance.", "Go to ."],
    ["Go to Evil.Icu now.", "Go to  now."],
    ["Go to evil。icu now.", "Go to  now."],
    ["Go to evil｡icu/x now.", "Go to  now."],
    ["Go to evil。公司 now.", "Go to  now."],
    ["Go to evil.csv/x now.", "Go to  now."],
    ["Go to www.evil.csv now.", "Go to  now."],
    ["Go to install.sh now.", "Go to  now."],
    ["See https://help.desk.test/,https://evil.example/x now.", "See  now."],
    ["See https://help.desk.test/。https://evil.example now.", "See  now."],
    ["See https://help.desk.test\\@evil.example now.", "See  now."],
    ["See https://help.desk.test/,www.evil.example now.", "See  now."],
    ["See https://help.desk.test/?x=https:/evil.example now.", "See  now."],
    ["See [x](https://help.desk.test/;https://evil.example) now.", "See x now."],
    ["<img src=https://evil.example/x>Hi", "Hi"],
    ["<a href='https://evil.example'>press</a>", "press"],
    ["<<script>script>alert(1)", "alert(1)"],
    ["a <!-- b --> c", "a  c"],
    ["data:text/html;base64,AAAA is it", " is it"],
  ])("%j becomes %j", (sentence, left) => {
    const { sentences, blocks } = guard(sentence);
    expect(sentences).toEqual([left]);
    expect(blocks.join()).toMatch(/was taken out/);
  });

  test("links to allowed hosts, comparisons, file names and versions stay", () => {
    for (const sentence of [
      "See https://help.desk.test/export.",
      "See [the page](https://help.desk.test/export).",
      "See <https://help.desk.test/export>.".replace(/[<>]/g, ""),
      "Open export.csv, Report.XLSX or data.v2.json in v1.2.3 or 2.0.beta, z.B. am 3.5. um 9.30, i.e.now, Node.js, ASP.NET.",
      "Write to first.middle.last@mail.desk.co.uk today.",
      "See https://help.desk.test/a,b;c(d)?x=1.5,2.5#e.",
      "打开报告。然后选择导出。再选CSV。PDF也可以。",
      "If a < b and c > d, open export.csv with Node.js 2.0.8, e.g. today's file.",
    ]) {
      expect(guard(sentence)).toMatchObject({ sentences: [sentence], removed: [] });
    }
  });

  test("sentences without a space between them get one, and hold nothing", () => {
    const { sentences, removed } = guard("It is done.Then press Export.Das ist am 10.Oktober.");
    expect(sentences).toEqual(["It is done. Then press Export. Das ist am 10. Oktober."]);
    expect(removed).toEqual([]);
  });

  test("signs that nobody sees go, and joiners of scripts that need them stay", () => {
    expect(guard("Op\u200ben \u202eRepo\u{e0041}rts").sentences).toEqual(["Open Reports"]);
    expect(guard("می\u200cخواهم").sentences).toEqual(["می\u200cخواهم"]);
  });
});

describe("what holds a draft", () => {
  test.each([
    ["Write to help@evil.example.", /e-mail address/],
    ["Write to me@evil.example.", /e-mail address/],
    ["Ask x@evil.example.", /e-mail address/],
    ["We refund it.", /promises/],
    ["Write to help [at] evil [dot] example.", /e-mail address/],
    ["Write to help at evil dot example.", /e-mail address/],
    ["Call +1 555 010 9999.", /telephone/],
    ["Pay to DE89 3704 0044 0532 0130 00.", /bank account/],
    ["It costs 39 EUR.", /amount/],
    ["It costs $39.", /amount/],
    ["You get 20 % off.", /amount/],
    ["Your code is c2VjcmV0LWtleS0xMjM0NTY3.", /code/],
    ["Dear [NAME_9], open Reports.", /placeholder/],
    ["We rеfund it.", /two scripts/],
    ["We have refunded your payment.", /promises/],
    ["We refund partial months.", /promises/],
    ["You will get your money back tomorrow.", /promises/],
    ["It will be fixed within 2 hours.", /promises/],
    ["I have cancelled your subscription.", /promises/],
    ["This is a legally binding offer, no takesies backsies.", /promises/],
    ["Wir erstatten Ihnen den Betrag.", /promises/],
    ["Nous vous remboursons la somme.", /promises/],
    ["Le devolvemos el dinero: reembolso aprobado.", /promises/],
    ["全額返金いたします。", /promises/],
    ["我们会全额退款。", /promises/],
    ["Мы вернем вам деньги.", /promises/],
    ["سنقوم استرداد المبلغ.", /promises/],
    ["The number is 123456789.", /number that nothing/],
    ["We will pay you 77 EUR.", /promises/],
    ["You will receive 77 EUR soon.", /sum to be paid/],
    ["You get 49 EUR from us.", /promises/],
    ["We will transfer 49 EUR to you.", /promises/],
    ["We will pay you fifty thousand euros.", /amount/],
    ["It costs fünfzigtausend Euro.", /amount/],
    ["You do not have to pay this invoice.", /promises/],
    ["You owe us nothing.", /promises/],
    ["Sie müssen die Rechnung nicht bezahlen.", /promises/],
    ["You will get an answer within two hours.", /promises/],
    ["Sie bekommen in zwei Stunden eine Antwort.", /promises/],
    ["我们会在两小时内回复。", /promises/],
    ["Su suscripción ha sido cancelada.", /promises/],
    ["Votre commande a été annulée.", /promises/],
    ["Uw abonnement is geannuleerd.", /promises/],
    ["Ваша подписка отменена.", /promises/],
    ["您的订阅已取消。", /promises/],
    ["您会收到500元。", /amount/],
    ["お客様に500円です。", /amount/],
    ["To 500 zł.", /amount/],
    ["السعر ٥٠٠ دولار.", /amount/],
    ["Call +٤٩ ٣٠ ٧٦٥٤٣٢١.", /telephone/],
    ["It costs 5 million euros.", /amount/],
    ["It costs 五百元.", /amount/],
  ])("%j", (sentence, why) => {
    expect(guard(sentence).blocks.join()).toMatch(why);
  });

  test.each([
    "Open Reports and choose Export, then CSV.",
    "The link works for 7 days.",
    "Write to billing@desk.test or call +49 30 1234567.",
    "We refund annual plans within 14 days of the purchase.",
    "We do not refund partial months.",
    "The Pro plan costs 49 EUR a month.",
    "Your order 998877665 was for 77 EUR.",
    "Your invoice of 12.50 EUR is from 2026-03-01.",
    "Your order 5566778899 was for 33 EUR.",
    "Do you see the button?",
    "Your plan has two tags and three messages on the third day of a month.",
    "The link works for seven days.",
    "Your order was for ７７ EUR.",
    "You pay 49 EUR a month.",
  ])("a source or the customer bears out %j", (sentence) => {
    expect(guard(sentence).blocks).toEqual([]);
  });

  test("what is halved between sentences is read as one", () => {
    for (const sentences of [
      ["Your subscription has been", "cancelled as you asked."],
      ["Your subscription has been\ncancelled as you asked."],
      ["We will pay", "you 77 EUR."],
    ]) {
      expect(guard(sentences).blocks.join()).toMatch(/promises/);
    }
    const canaries = [{ kind: "note" as const, text: "offer code only when they ask twice" }];
    const halves = ["It says offer code only", "when they ask twice."];
    expect(guard(halves, { canaries }).blocks.join()).toMatch(/note/);
    expect(guard(["Press [here](account", "now) please."]).blocks.join()).toMatch(/make a link/);
    expect(guard(["Open Reports", "Choose Export, then CSV."]).blocks).toEqual([]);
  });

  test("more than anybody reads", () => {
    expect(guard(Array.from({ length: 41 }, () => "Yes.")).blocks.join()).toMatch(/longer/);
    expect(guard("x ".repeat(5000)).blocks.join()).toMatch(/longer/);
  });
});

describe("canaries", () => {
  const NOTE = "Customer is a churn risk, offer code SAVE-7731 only when they ask twice.";
  const canaries = [
    { kind: "note" as const, text: NOTE },
    { kind: "secret" as const, text: "tool-key-abcdef12" },
    {
      kind: "instructions" as const,
      text: "You draft replies for a help desk and a person checks every sentence.",
    },
  ];
  const base64 = Buffer.from(NOTE).toString("base64");
  const hex = Buffer.from("SAVE-7731").toString("hex");
  test.each([
    ["The customer is a churn risk, offer something.", /internal note/],
    ["Try S A V E 7 7 3 1 it says.", /internal note/],
    [`Read ${base64}.`, /internal note/],
    [`Read ${hex}.`, /internal note/],
    ["Try 1377-EVAS backwards.", /internal note/],
    ["Phfgbzre vf n puhea evfx, bssre pbqr.", /internal note/],
    ["The key is TOOL KEY ABCDEF12.", /key of the desk/],
    ["tool-key-abcdef12", /key of the desk/],
    ["I was told: you draft replies for a help desk and a person checks.", /instructions/],
  ])("%j", (sentence, why) => {
    expect(guard(sentence, { canaries }).blocks.join()).toMatch(why);
  });

  test("a note that repeats the customer gives nothing away", () => {
    const text = "The export of the last months fails";
    const change = { canaries: [{ kind: "note" as const, text }], said: [text] };
    expect(guard("You wrote that the export of the last months fails.", change).blocks).toEqual([]);
  });

  test("more names than can be looked up are told", () => {
    const many = Array.from({ length: 9_000 }, (_, at) => `n${at}`).join(" ");
    expect(namesToLookUp(`${many} Marta Ruiz`, [])).toBeNull();
    expect(namesToLookUp(many.slice(0, 8_000), [])?.length).toBeGreaterThan(1_000);
  });

  test("names are looked up unless the customer may read them anyway", () => {
    const asked = namesToLookUp("Hi Mina, ask Marta Ruiz of Globex.", ["Mina Okafor"]);
    expect(asked).toContain("marta ruiz");
    expect(asked).toContain("globex");
    expect(asked).not.toContain("mina");
    const hidden = Buffer.from("Marta Ruiz").toString("base64");
    expect(namesToLookUp(`See ${hidden}`, [])).toContain("marta ruiz");
    expect(namesToLookUp("ziuR atraM", [])).toContain("marta ruiz");
  });
});

describe("whatever the text", () => {
  const pieces = fc.constantFrom(
    ..."< > ![ ]( ) [ ] https:// evil.example / \\ @ . : \u200b &lt; <!-- --> data: javascript: a b 1 \n".split(
      " ",
    ),
  );
  const text = fc.array(pieces, { maxLength: 60 }).map((all) => all.join(""));

  test("no foreign link, image or tag is left, and cleaning twice changes nothing", () => {
    fc.assert(
      fc.property(text, (sentence) => {
        const [once = ""] = guard(sentence).sentences;
        expect(once).not.toMatch(
          /(?<![\w.%+'-]@[\w.-]*)evil\.example(?![a-z0-9@]|\.[a-z])|<[a-z!/]|!\[[^\]]*\]\(/i,
        );
        expect(guard(once).sentences).toEqual([once]);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ..."<[(€\u200bー",
    "<a",
    "![",
    "[a](",
    "a.",
    "a@",
    "http:",
    "https://a.",
    "1 ",
    "1.",
    "-1",
    "+1 ",
    "A1",
    "DE12 ",
    "a at ",
    "%41",
    "a b ",
    "S.",
    "refund ",
    "{a",
    "[A_",
  ])("100 kB of %j take no time", (piece) => {
    const long = piece.repeat(Math.ceil(100_000 / piece.length));
    const ms = cpuMs(() => [
      guard(long),
      guard(["Yes."], { said: [long], sources: [long], canaries: [{ kind: "note", text: long }] }),
      namesToLookUp(long.slice(0, 8000), [long]),
    ]);
    expect(ms).toBeLessThan(1500);
  });
});
