import { expect, test } from "vitest";

const sources: Record<string, string> = import.meta.glob("/{app,components,db,lib}/**/*.{ts,tsx}", {
  eager: true,
  query: "?raw",
  import: "default",
});

/** Who may name the table: where it is, who writes it, who shows it to people at the desk. */
const MAY = [
  "/db/schema/customer.ts",
  "/lib/customer/note-store.ts",
  "/lib/inbox/customer-store.ts",
];

test("notes on customers are read by the screens of people, and by nothing that drafts or learns", () => {
  const naming = Object.entries(sources)
    .filter(
      ([path, text]) => !path.includes(".test.") && /customerNotes\b|customer_notes/.test(text),
    )
    .map(([path]) => path);
  expect(naming.sort()).toEqual(MAY);
});
