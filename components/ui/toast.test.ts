import { expect, test } from "vitest";
import { showToasts, toast } from "./toast";

test("what was told before anything could show it is shown, in order", () => {
  toast.success("Saved");
  toast.error("Refused");
  const shown: string[] = [];
  const end = showToasts(({ kind, text }) => shown.push(`${kind} ${text}`));
  expect(shown).toEqual(["success Saved", "error Refused"]);
  toast.success("Sent");
  expect(shown.at(-1)).toBe("success Sent");
  end();
  toast.error("Later");
  expect(shown).toHaveLength(3);
  showToasts(({ text }) => shown.push(text))();
  expect(shown.at(-1)).toBe("Later");
});
