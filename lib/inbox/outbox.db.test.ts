import { describe, expect, test } from "vitest";
import { deliveries } from "@/db/schema/deliver";
import { messages } from "@/db/schema/ticket";
import { as } from "@/db/testing/context";
import { approvedReply, worker } from "@/db/testing/deliveries";
import { OUTBOX_PAGE, OutboxItem, OutboxPage } from "../channel/model";
import { ratingUrl } from "../csat";
import { writeSetting } from "../desk";
import { newId, toPublicId } from "../platform/ids";
import { readOutbox, readOutboxItem } from "./outbox";

describe("readOutbox", () => {
  test("lists every reply once, newest first, page by page", async () => {
    const ctx = await worker();
    const { ticket, reply, customer, send } = await approvedReply(ctx);
    await send();
    const later = Array.from({ length: OUTBOX_PAGE }, () => ({ id: newId(), messageId: newId() }));
    const { ticketId, author } = reply;
    const createdAt = new Date(ctx.now().getTime() + 1000); // the same for all: ids decide
    await ctx.db
      .insert(messages)
      .values(
        later.map((one) => ({ id: one.messageId, ticketId, author, public: true, text: "Later" })),
      );
    await ctx.db.insert(deliveries).values(
      later.map((one) => ({
        ...one,
        ticketId,
        transport: "pull" as const,
        destination: "",
        stableId: one.messageId,
        createdAt,
      })),
    );
    const agent = await as(ctx, { role: "agent" });

    const first = OutboxPage.parse(await readOutbox(agent, {}));
    expect(first.rows.map((row) => row.id)).toEqual(later.map((one) => one.id).reverse());
    const second = OutboxPage.parse(await readOutbox(agent, { before: first.next ?? "" }));
    expect(second).toMatchObject({
      next: null,
      rows: [
        {
          ticket: { id: toPublicId("t", ticket.id), number: ticket.number, demo: false },
          to: customer.email,
          transport: "outbox",
          state: "sent",
          tries: 1,
          lastError: null,
        },
      ],
    });
  });

  test("shows one as it leaves, and refuses what it does not know", async () => {
    const ctx = await worker();
    await (await approvedReply(ctx, { text: "Grüße" })).send();
    const agent = await as(ctx, { role: "agent" });
    const [row] = (await readOutbox(agent, {})).rows;
    const item = OutboxItem.parse(await readOutboxItem(agent, { id: row?.id ?? "" }));
    expect(item).toMatchObject({ text: "Grüße", response: { kept: "outbox" } });
    expect(item.raw).toContain(`Message-ID: ${item.stableId}\r\n`);
    await expect(readOutboxItem(agent, { id: newId() })).rejects.toMatchObject({
      code: "not_found",
    });
    for (const before of ["", "x", `1_${"x".repeat(36)}`, `99999999999999_${newId()}`]) {
      await expect(readOutbox(agent, { before })).rejects.toMatchObject({ code: "invalid" });
    }
    const machine = await as(ctx, { connection: ["ingest"] });
    await expect(readOutbox(machine, {})).rejects.toMatchObject({ code: "forbidden" });
  });

  test("lets nobody rate their own reply by the link in it", async () => {
    const ctx = await worker();
    await writeSetting(ctx.db, "csat.ask", true, ctx.now());
    const reply = await approvedReply(ctx);
    await reply.send();
    const url = ratingUrl(ctx.env, { ticketId: reply.ticket.id, messageId: reply.reply.id });
    const [path, token] = url.split("?t=");
    const rawFor = async (role: "agent" | "admin") => {
      const who = await as(ctx, { role });
      const [row] = (await readOutbox(who, {})).rows;
      const { raw } = await readOutboxItem(who, { id: row?.id ?? "" });
      return raw?.replace(/=\r\n/g, "") ?? "";
    };
    expect(await rawFor("admin")).toContain(`${path}?t=3D${token}`);
    const seen = await rawFor("agent");
    expect(seen).toContain(`${path}?t=3D[hidden]`);
    expect(seen).not.toContain(token);
  });
});
