import { expect, test } from "vitest";
import { NO_WORDS } from "@/components/composer/words";
import { mergeDraft } from "./merge-draft";

const words = (text: string, html: string | null = null) => ({ text, html });

test("an empty field takes the draft", () => {
  expect(mergeDraft(NO_WORDS, "", "Hello.")).toEqual(words("Hello."));
});

test("what was there before stays above it", () => {
  expect(mergeDraft(words("Mine."), "", "Hello.")).toEqual(words("Mine.\n\nHello."));
});

test("what was typed around the streamed part stays, and the draft takes its place", () => {
  const now = words("Dear Ann,\n\nYou can exp PS: call me");
  expect(mergeDraft(now, "You can exp", "You can export it.").text).toBe(
    "Dear Ann,\n\nYou can export it. PS: call me",
  );
});

test("a streamed part that was changed, or formatted, is left as it is", () => {
  const changed = mergeDraft(words("You may exp"), "You can exp", "You can export it.");
  expect(changed.text).toBe("You may exp\n\nYou can export it.");
  const bold = words("You can exp", "<p>You <strong>can</strong> exp</p>");
  expect(mergeDraft(bold, "You can exp", "You can export it.").html).toContain(
    "<strong>can</strong>",
  );
});
