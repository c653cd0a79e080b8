import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, test } from "vitest";
import { Journal, measure } from "./journal";
import { postFile, Unwelcome } from "./post-file";

const SECRET = "whsec_dGVzdHMgc2lnbiB3aXRoIHRoaXMgc2VjcmV0IQ==";
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

type Sent = { external_id: string; conversation_id?: string };

/** A desk that takes what is signed, after a while of its own choosing. */
async function startDesk(answer: (sent: Sent, nth: number) => number = () => 201) {
  const taken: Sent[] = [];
  let calls = 0;
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const headers = request.headers as Record<string, string>; // the signature's are there once
    const sent = new Webhook(SECRET).verify(text, headers) as Sent;
    const status = answer(sent, ++calls);
    await new Promise((resolve) => setImmediate(resolve));
    if (status < 300) taken.push(sent);
    response.writeHead(status, { "deskhand-outcome": "created", "retry-after": "0" });
    response.end(JSON.stringify({ ticket_id: `t_${sent.external_id}`, detail: "refused" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(() => server.close());
  const { port } = server.address() as AddressInfo; // listens on TCP
  return { taken, target: { url: `http://127.0.0.1:${port}`, connection: "test", secret: SECRET } };
}

function makeFile(lines: string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), "deskhand-test-"));
  const file = path.join(folder, "requests.jsonl");
  writeFileSync(file, `${lines.join("\n")}\n`);
  return { folder, file };
}

const chat = (conversation: number, turn: number) =>
  JSON.stringify({
    external_id: `${conversation}-${turn}`,
    conversation_id: `chat-${conversation}`,
  });

describe("posting a file", () => {
  test("keeps the order in each conversation, and counts the lines", async () => {
    const lines = [0, 1, 2, 3, 4].flatMap((turn) => [0, 1, 2].map((one) => chat(one, turn)));
    const { folder, file } = makeFile(lines);
    const desk = await startDesk();
    let ticks = 0;
    const journal = new Journal(folder, ["a"], false);
    const rejected = await postFile(file, desk.target, 8, journal, () => ticks++);

    expect(rejected).toEqual([]);
    expect(ticks).toBe(15);
    expect((await measure(file)).lines).toBe(15);
    for (const one of [0, 1, 2]) {
      const ids = desk.taken.filter((sent) => sent.conversation_id === `chat-${one}`);
      expect(ids.map((sent) => sent.external_id)).toEqual(
        [0, 1, 2, 3, 4].map((turn) => `${one}-${turn}`),
      );
    }
  });

  test("lists what is refused, and tries again what is put off", async () => {
    const { folder, file } = makeFile(["nonsense", "", chat(1, 0), chat(2, 0)]);
    const desk = await startDesk((sent, nth) => {
      if (sent.external_id === "2-0") return 422;
      return nth === 1 ? 503 : 201;
    });
    const journal = new Journal(folder, ["a"], false);
    const rejected = await postFile(file, desk.target, 1, journal, () => undefined);

    expect(rejected).toEqual([
      { line: 1, reason: "not JSON" },
      { line: 4, reason: "422 refused" },
    ]);
    expect(desk.taken).toHaveLength(1);
  });

  test("stops at once where it is not welcome, and goes on later where it was", async () => {
    const { folder, file } = makeFile([0, 1, 2, 3].map((turn) => chat(1, turn)));
    const strict = await startDesk((_, nth) => (nth === 3 ? 401 : 201));
    const journal = new Journal(folder, ["a"], false);
    await expect(postFile(file, strict.target, 2, journal, () => undefined)).rejects.toBeInstanceOf(
      Unwelcome,
    );
    expect(strict.taken).toHaveLength(2);

    const desk = await startDesk();
    const again = new Journal(folder, ["a"], false);
    await postFile(file, desk.target, 2, again, () => undefined);
    expect(desk.taken.map((sent) => sent.external_id)).toEqual(["1-2", "1-3"]);
    expect(again.done.size).toBe(4);
    expect(new Journal(folder, ["a"], true).done.size).toBe(0);
  });
});
