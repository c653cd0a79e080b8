import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { composeMail, htmlOf, isMessageId, type Mail, replySubject } from "./compose-mail";

const MAIL: Mail = {
  from: { name: "Support", address: "desk@desk.test" },
  to: { name: "Mina Okafor", address: "mina@example.org" },
  subject: "Dashboard shows 403",
  text: "Please sign in again.\n\nBest,\nSupport",
  messageId: "<m_1.abc@desk.test>",
  inReplyTo: "<question@example.org>",
  references: ["<first@example.org>", "<question@example.org>"],
  automatic: false,
  date: new Date("2026-11-21T10:00:00Z"),
};

/** Names of the header lines, folded lines left out. */
function headerNames(raw: string): string[] {
  const head = raw.slice(0, raw.indexOf("\r\n\r\n"));
  return head
    .split("\r\n")
    .filter((line) => !/^\s/.test(line))
    .map((line) => line.slice(0, line.indexOf(":")).toLowerCase());
}

describe("composeMail", () => {
  test("makes a mail that another parser reads as it was meant", async () => {
    const raw = await composeMail(MAIL);
    const read = await PostalMime.parse(raw);
    expect(read).toMatchObject({
      from: MAIL.from,
      to: [MAIL.to],
      subject: "Re: Dashboard shows 403",
      messageId: MAIL.messageId,
      inReplyTo: MAIL.inReplyTo,
      references: MAIL.references.join(" "),
    });
    expect(read.text?.replaceAll("\r\n", "\n").trim()).toBe(MAIL.text);
    expect(headerNames(raw)).not.toContain("auto-submitted");
    expect(raw).not.toMatch(/[^\r]\n/);
  });

  test("says when a machine has sent it", async () => {
    expect(await composeMail({ ...MAIL, automatic: true })).toContain(
      "Auto-Submitted: auto-replied",
    );
  });

  test.each(["\r\nBcc: evil@example.net", "\nX-Evil: 1", "\u2028X: 1", "\u0000\r\n\r\nbody"])(
    "lets nobody add a header through subject or names: %j",
    async (attack) => {
      const raw = await composeMail({
        ...MAIL,
        subject: `Hello${attack}`,
        to: { ...MAIL.to, name: `Mina${attack.replace("@", " at ")}` },
        from: { ...MAIL.from, name: `Desk${attack}` },
      });
      expect(headerNames(raw)).toEqual(headerNames(await composeMail(MAIL)));
      const read = await PostalMime.parse(raw);
      expect(read.to).toHaveLength(1);
      expect(read.to?.[0]?.address).toBe(MAIL.to.address);
      expect(read.bcc).toBeUndefined();
    },
  );

  test("writes to one mailbox even when the name holds another", async () => {
    const to = { name: 'Mina <boss@example.net>, "x', address: "mina@example.org" };
    const read = await PostalMime.parse(await composeMail({ ...MAIL, to }));
    expect(read.to).toEqual([{ name: "", address: "mina@example.org" }]);
  });

  test("carries formatting beside the words", async () => {
    const html = "<p>Please <strong>sign in</strong> again.</p>";
    const read = await PostalMime.parse(await composeMail({ ...MAIL, html }));
    expect(read.html?.replaceAll("\r\n", "\n")).toContain(html);
    expect(read.text?.replaceAll("\r\n", "\n").trim()).toBe(MAIL.text);
  });

  test("keeps every character of the text", async () => {
    const text = `Grüße 👋 ${"long ".repeat(400)}\n.\n..dots\n<b>&amp;</b>`;
    const read = await PostalMime.parse(await composeMail({ ...MAIL, text }));
    expect(read.text?.replaceAll("\r\n", "\n").trim()).toBe(text);
  });
});

test("replySubject adds Re: once and is short and one line", () => {
  expect(replySubject("Invoice\r\nBcc: x\u202e")).toBe("Re: Invoice Bcc: x");
  expect(replySubject("RE: Invoice")).toBe("RE: Invoice");
  expect(replySubject("Invoice")).toBe("Re: Invoice");
  expect(replySubject("x".repeat(998)).length).toBeLessThan(210);
});

test("htmlOf shows markup instead of obeying it", () => {
  expect(htmlOf('<img src="x" onerror=alert(1)>\nline')).toContain(
    "<p>&lt;img src=&quot;x&quot; onerror=alert(1)&gt;<br>\nline</p>",
  );
});

test("isMessageId takes mail ids only", () => {
  expect(isMessageId("<a.b@c>")).toBe(true);
  for (const id of [null, "email-msg-7Qd1", "<a@b> <c@d>", "<a@b\r\n>", "<a>"]) {
    expect(isMessageId(id)).toBe(false);
  }
});
