import MailComposer from "nodemailer/lib/mail-composer";

export type Mailbox = { name: string; address: string };

export type Mail = {
  from: Mailbox;
  to: Mailbox;
  /** Of the ticket. */
  subject: string;
  text: string;
  /** Clean HTML of the same words; null: made from them. */
  html?: string | null;
  messageId: string;
  /** Message-ID of what it answers. */
  inReplyTo: string | null;
  /** Message-IDs of the thread so far, oldest first. */
  references: readonly string[];
  /** Written and sent by a machine (RFC 3834): others must not answer it automatically. */
  automatic: boolean;
  date: Date;
};

/** Longest subject, characters; a header line may have 998 bytes. */
const SUBJECT_MAX = 200;

/** The mail exactly as it leaves: ASCII with CRLF, every header value encoded by the composer. */
export async function composeMail(mail: Mail): Promise<string> {
  const composer = new MailComposer({
    from: { name: headerText(mail.from.name), address: mail.from.address },
    to: { name: headerText(recipientName(mail.to)), address: mail.to.address },
    subject: replySubject(mail.subject),
    messageId: mail.messageId,
    date: mail.date,
    ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo, references: [...mail.references] }),
    headers: mail.automatic
      ? { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" }
      : {},
    text: mail.text,
    html: mail.html ? page(mail.html) : htmlOf(mail.text),
    encoding: "quoted-printable",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (await composer.compile().build()).toString("ascii");
}

/** One line: what could end a header or hide in one becomes a space. */
function headerText(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .trim();
}

export function replySubject(subject: string): string {
  const line = headerText(subject);
  const short = line.length > SUBJECT_MAX ? `${line.slice(0, SUBJECT_MAX - 1)}…` : line;
  return /^re:/i.test(short) ? short.toWellFormed() : `Re: ${short.toWellFormed()}`;
}

/** A name that looks like an address could pass for the recipient; then the address stands alone. */
function recipientName(to: Mailbox): string {
  return to.name.includes("@") ? "" : to.name;
}

/** Paragraphs and line breaks; everything else is text. */
export function htmlOf(text: string): string {
  const escaped = text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
  const paragraphs = escaped
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replaceAll("\n", "<br>\n")}</p>`);
  return page(paragraphs.join("\n"));
}

const page = (body: string) => `<!doctype html>\n<html><body>\n${body}\n</body></html>\n`;

/** True for what may stand in `In-Reply-To`; other systems' ids may not. */
export function isMessageId(id: string | null): id is string {
  return id !== null && /^<[^<>\s@"()\\]{1,200}@[^<>\s@"()\\]{1,200}>$/.test(id);
}
