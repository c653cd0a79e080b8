import { expect, test } from "vitest";
import { readMarkdown } from "./read-markdown";

test.each([
  [
    "help/set-up-saml.md",
    "---\ntitle: 'Set up SAML'\ncategory: technical\ntags: [sso, login]\n---\n\n# Ignored?\nOpen it.",
    {
      slug: "set-up-saml",
      title: "Set up SAML",
      category: "technical",
      tags: ["sso", "login"],
      body: "Open it.",
    },
  ],
  [
    "Invite team.md",
    "# Invite your team\n\nOpen Members.",
    { slug: "invite-team", title: "Invite your team", body: "Open Members." },
  ],
  [
    "vat_number.md",
    "Open Billing.",
    { slug: "vat-number", title: "vat number", body: "Open Billing." },
  ],
  ["a.md", "\uFEFF# A\r\n\r\nOne.\r\nTwo.", { title: "A", body: "One.\nTwo." }],
])("%s", (path, text, read) => {
  expect(readMarkdown(path, text)).toMatchObject(read);
});

test("a heading without an end costs no more than its length", () => {
  const { title } = readMarkdown("long.md", `# a${" ".repeat(200_000)}b`);
  expect(title).toBe("long");
});
