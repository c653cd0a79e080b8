import type { deliveries } from "../schema/deliver";
import { type Cast, idAt, type MessageRow } from "./cast-rows";
import type { DemoTicket } from "./types";

/** Message-ID of a reply; `.example` belongs to nobody. */
export const stableId = (messageId: string) => `<${messageId}@northlane.example>`;

/** A reply that has left: into the outbox page for mail, fetched by the customer's app elsewhere. */
export function deliveryRow(
  message: MessageRow,
  demo: DemoTicket,
  customer: { name: string; email: string },
  cast: Cast,
): typeof deliveries.$inferInsert & { sentAt: Date } {
  const mail = demo.channel === "email" || demo.channel === "manual";
  const sentAt = new Date(message.createdAt.getTime() + 4_000); // ms; a mail takes some seconds
  return {
    id: idAt(sentAt),
    ticketId: message.ticketId,
    messageId: message.id,
    transport: mail ? "outbox" : "pull",
    destination: mail ? customer.email : "",
    stableId: stableId(message.id),
    state: "sent",
    raw: mail ? rawMail(message, demo.subject, customer, cast.company) : null,
    tries: 1,
    createdAt: message.createdAt,
    updatedAt: sentAt,
    sentAt,
  };
}

function rawMail(
  message: MessageRow,
  subject: string,
  customer: { name: string; email: string },
  company: string,
): string {
  const domain = `${company.toLowerCase()}.example`;
  return [
    `From: ${word(`${company} Support`)} <support@${domain}>`,
    `To: ${word(customer.name)} <${customer.email}>`,
    `Subject: ${word(`Re: ${subject}`)}`,
    `Message-ID: ${stableId(message.id)}`,
    `Date: ${message.createdAt.toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    ...message.text.split("\n"),
    "",
  ].join("\r\n");
}

/** A header's words; those beyond ASCII encoded as RFC 2047 says. */
const word = (text: string) =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
