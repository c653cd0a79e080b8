import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { readParts } from "./parts";

const Part = z.object({ text: z.string() });
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A real server that answers as told. @returns its address, and whether the other side has left */
async function serving(answer: (response: ServerResponse) => void) {
  const left = { yes: false };
  const server = createServer((_, response) => {
    response.on("close", () => {
      left.yes = !response.writableFinished;
    });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on a port
  return { url: `http://127.0.0.1:${port}/`, left };
}

async function texts(url: string, signal = new AbortController().signal): Promise<string[]> {
  const found: string[] = [];
  for await (const { text } of readParts(url, {}, Part, signal)) found.push(text);
  return found;
}

test("gives each part, however the bytes arrive; empty lines are none", async () => {
  const bytes = Buffer.from('{"text":"Grüße"}\n\n{"text":"a\\nb"}\n{"text":"last"}');
  const { url } = await serving((response) => {
    const [one, two] = [bytes.subarray(0, 13), bytes.subarray(13)]; // within the ü or beside it
    response.write(one);
    setTimeout(() => response.end(two), 20);
  });
  expect(await texts(url)).toEqual(["Grüße", "a\nb", "last"]);
});

test("what broke after the first part is told in its words", async () => {
  const { url } = await serving((response) => {
    response.write('{"text":"a"}\n');
    response.end('{"problem":{"code":"unavailable","message":"The database is away."}}\n');
  });
  await expect(texts(url)).rejects.toMatchObject({
    code: "unavailable",
    message: "The database is away.",
  });
});

test("a refusal before the first part is told as it is", async () => {
  const { url } = await serving((response) => {
    response.writeHead(409, { "content-type": "application/problem+json" });
    response.end('{"code":"conflict","title":"Nothing to answer."}');
  });
  await expect(texts(url)).rejects.toMatchObject({
    code: "conflict",
    message: "Nothing to answer.",
  });
});

test("stopping leaves the desk alone", async () => {
  const { url, left } = await serving((response) => void response.write('{"text":"a"}\n'));
  const person = new AbortController();
  const reading = (async () => {
    for await (const part of readParts(url, {}, Part, person.signal)) {
      expect(part.text).toBe("a");
      person.abort();
    }
  })();
  await expect(reading).rejects.toThrow();
  await expect.poll(() => left.yes).toBe(true);
});
