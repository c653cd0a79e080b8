import { expect, test } from "vitest";
import { nearEnough } from "./near-enough";

const SENT =
  "Hi Mina,\n\nOpen Reports and choose the months that you need. Choose Export, then CSV; the link works for 7 days.";

test.each([
  ["the same", SENT, true],
  [
    "the same in other words",
    "Hello Mina,\n\nPlease open Reports, choose the months you need, choose Export and then CSV. The link works for 7 days.\n\nIf this does not help, just reply and we will look into it.",
    true,
  ],
  [
    "another number",
    "Hi Mina,\n\nOpen Reports and choose the months that you need. Choose Export, then CSV; the link works for 30 days.",
    false,
  ],
  ["something else", "Hi Mina,\n\nPlease enter the VAT number under Billing.", false],
  ["nothing", "", false],
])("%s", (_, draft, same) => expect(nearEnough(draft, SENT)).toBe(same));
