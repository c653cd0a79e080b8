import { expect, test } from "vitest";
import { z } from "zod";
import { streamRoute } from "./stream-route";

const Empty = z.object({});

test.each(["cross-site", "same-site"])(
  "refuses what is asked from elsewhere (%s)",
  async (site) => {
    let asked = false;
    const route = streamRoute({ input: Empty, part: Empty }, async () => {
      asked = true;
      return (async function* () {})();
    });
    const request = new Request("http://desk.test/api/x", {
      method: "POST",
      headers: { "sec-fetch-site": site },
      body: "{}",
    });

    const response = await route(request);

    expect(response.status).toBe(403);
    expect(asked).toBe(false);
  },
);
