import { Pool } from "undici";

/** What a browser that has signed in asks, on one line that stays open, uncompressed. */
export type Client = {
  get: (path: string) => Promise<string>;
  close: () => Promise<void>;
};

/** A refusal of the desk, as `400`. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    path: string,
    body: string,
  ) {
    super(`${path} answers ${status}: ${body.slice(0, 300)}`);
  }
}

export function openClient(url: string, cookie = ""): Client {
  const pool = new Pool(url, { connections: 1 });
  return {
    async get(path) {
      const { statusCode, body } = await pool.request({ method: "GET", path, headers: { cookie } });
      const text = await body.text();
      if (statusCode !== 200) throw new Refused(statusCode, path, text);
      return text;
    },
    close: () => pool.close(),
  };
}

/** The yardstick of every request: a route that does nothing. */
export const EMPTY_ROUTE = "/api/health/live";
