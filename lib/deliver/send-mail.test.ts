import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MailServer, mailServer } from "@/db/testing/mail-server";
import { sendMail } from "./send-mail";

const MAIL = {
  from: "desk@desk.test",
  to: "mina@example.org",
  raw: "Subject: Re: 403\r\n\r\nHello\r\n.\r\n..dots\r\n",
};

let server: MailServer;
beforeEach(async () => {
  server = await mailServer();
});
afterEach(() => server.close());

const yes = async () => true;

describe("sendMail", () => {
  test("hands over exactly the bytes", async () => {
    expect(await sendMail(server.url, MAIL, yes)).toMatchObject({ kind: "sent" });
    expect(server.accepted).toEqual([MAIL.raw]);
    expect(server.recipients).toEqual(["mina@example.org"]);
  });

  test("hands over nothing when somebody else has taken it", async () => {
    expect(await sendMail(server.url, MAIL, async () => false)).toEqual({ kind: "taken" });
    expect(server.read).toEqual([]);
  });

  test("asks only after the server is ready for the message", async () => {
    server.answer({ rcpt: 550 });
    let asked = false;
    const result = await sendMail(server.url, MAIL, async () => {
      asked = true;
      return true;
    });
    expect(result).toMatchObject({
      kind: "refused",
      error: expect.stringContaining("No such user"),
    });
    expect(asked).toBe(false);
  });

  test.each([
    [{ rcpt: 450 }, "later"],
    [{ data: 451 }, "later"],
    [{ data: 554 }, "refused"],
    [{ drop: "data" as const }, "unknown"],
    [{ drop: "early" as const }, "later"],
  ])("%j means %s", async (answers, kind) => {
    server.answer(answers);
    expect(await sendMail(server.url, MAIL, yes)).toMatchObject({ kind });
    expect(server.accepted).toEqual([]);
  });

  test("a connection that breaks while it asks has taken nothing", async () => {
    const result = await sendMail(server.url, MAIL, async () => {
      await server.drop();
      return true;
    });
    expect(result).toMatchObject({ kind: "later" });
    expect(server.read).toEqual([]);
  });

  test("a server that is down or breaks off at once is tried later", async () => {
    const rude = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => rude.listen(0, "127.0.0.1", resolve));
    const address = rude.address();
    const url = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
    expect(await sendMail(url, MAIL, yes)).toMatchObject({ kind: "later" });
    await new Promise((resolve) => rude.close(resolve));
    expect(await sendMail(url, MAIL, yes)).toMatchObject({ kind: "later" });
  });

  test("a password that is refused is a matter of settings: tried later", async () => {
    const url = server.url.replace("smtp://", "smtp://desk:wrong@");
    expect(await sendMail(url, MAIL, yes)).toMatchObject({ kind: "later" });
  });
});
