import { expect, test } from "vitest";
import { automaticMail } from "./automatic-mail";

test.each<[Record<string, unknown>]>([
  [{ sent: { auto_submitted: "auto-replied" } }],
  [{ sent: { "Auto-Submitted": "AUTO-GENERATED" } }],
  [{ sent: { auto_submitted: true } }],
  [{ sent: { headers: { Precedence: "Bulk" } } }],
  [{ headers: { "X-Auto-Response-Suppress": "All" } }],
  [{ sent: { headers: { "List-Id": "<news.example.org>" } } }],
  [{ sent: { return_path: "<>" } }],
])("%o is from a machine", (metadata) => {
  expect(automaticMail(metadata, ["mina@example.org"])).not.toBeNull();
});

test.each(["mailer-daemon@x.org", "no-reply@x.org", "noreply+1@x.org", "Postmaster@x.org"])(
  "%s is a machine",
  (address) => {
    expect(automaticMail({}, [address])).toContain(address);
  },
);

test.each<[Record<string, unknown>, string]>([
  [{}, "mina@example.org"],
  [{ sent: { auto_submitted: "No" } }, "mina@example.org"],
  [{ sent: { auto_submitted: false } }, "mina@example.org"],
  [{ sent: { domain: "insurance" } }, "bouncer@example.org"],
  [{ sent: "text", headers: [1, 2] }, "autumn@example.org"],
])("%o from %s is a human", (metadata, address) => {
  expect(automaticMail(metadata, [address])).toBeNull();
});
