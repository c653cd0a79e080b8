import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { postJson } from "./post-json";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** @returns the port of a server that answers so */
async function serve(answer: RequestListener): Promise<number> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

const post = (url: string, timeoutMs = 5_000) =>
  postJson({ url, headers: {}, body: "{}", allowPrivate: ["127.0.0.1", "localhost"], timeoutMs });

test("a host that is allowed by name is called by the address that was looked up", async () => {
  const port = await serve((_request, response) => response.end("ok"));
  expect(await post(`http://localhost:${port}/`)).toEqual({
    kind: "answered",
    status: 200,
    body: "ok",
  });
});

test("allowing one host allows no other that leads to the same place", async () => {
  const port = await serve((_request, response) => response.end("ok"));
  expect(await post(`http://[::ffff:127.0.0.1]:${port}/`)).toMatchObject({ kind: "refused" });
  expect(await post(`http://127.0.0.2:${port}/`)).toMatchObject({ kind: "refused" });
});

test("a server that never answers is given up in time", async () => {
  const port = await serve(() => undefined);
  expect(await post(`http://127.0.0.1:${port}/`, 200)).toEqual({
    kind: "unreachable",
    error: "No answer in time.",
  });
});

test("an answer whose text never ends still counts", async () => {
  const port = await serve((_request, response) => {
    response.writeHead(200);
    response.write("begun");
  });
  expect(await post(`http://127.0.0.1:${port}/`, 200)).toEqual({
    kind: "answered",
    status: 200,
    body: "begun",
  });
});

test("a redirect is an answer", async () => {
  let calls = 0;
  const port = await serve((_request, response) => {
    calls += 1;
    response.writeHead(302, { location: "http://127.0.0.1/elsewhere" }).end();
  });
  expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ kind: "answered", status: 302 });
  expect(calls).toBe(1);
});

test("a name that does not exist can't be reached", async () => {
  expect(await post("http://no-such-host.invalid/")).toMatchObject({ kind: "unreachable" });
});
