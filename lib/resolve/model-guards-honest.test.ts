import { describe, expect, test } from "vitest";
import { guardDraft } from "./model-guards";

const SOURCE = `Map the rows with Array.map and send user.name with each of them.
Deleted entries stay in the bin for 30 days. Open Settings and choose Members.
The export runs on the server and is sent by e-mail.`;

const guard = (sentence: string, sources = [SOURCE]) =>
  guardDraft({
    ...{ sentences: [sentence], sources, facts: ["Mina Okafor"], lookedUp: [] },
    said: ["Why was I charged? It says account.id is missing, see evil.name."],
    ...{ linkHosts: ["help.desk.test"], canaries: [] },
  });

describe("an honest sentence stays as it is", () => {
  test.each([
    "Your card was not charged.",
    "Your card has not been charged yet.",
    "The payment failed, so you were not billed.",
    "Please do not pay the invoice twice.",
    "Members without a paid seat see nothing.",
    "Call Array.map on the rows, then JSON.parse on the answer.",
    "Send user.name with each row.",
    "Use response.status and Object.keys(row) to see what came back.",
    "Set config.timeout or spring.datasource.url in application.properties.",
    "Listen for invoice.paid, customer.created or subscription.updated.",
    "Put the line in .env.local or in tsconfig.json.",
    "Entries that were deleted stay in the bin.",
    "It is set up once the import was processed.",
    "Choose the plan again if your trial was extended.",
    "Choose Reset if the password was reset by somebody else.",
    "Tickets that are closed can be opened again.",
    "When the request is approved, you get an e-mail.",
    "The file is processed on the server.",
    "The discount code field is at the bottom of the page.",
  ])("%j", (sentence) => {
    expect(guard(sentence)).toEqual({ sentences: [sentence], removed: [], blocks: [] });
  });
});

describe("what is only near to it does not", () => {
  test.each([
    "You will not be charged.",
    "You will not be charged again.",
    "Your card was not charged for this and never will be charged.",
    "Your card was not charged again.",
    "You do not have to pay this invoice.",
    "You need not pay the invoice.",
    "Your subscription was cancelled.",
    "If the sky is blue, your subscription was cancelled.",
    "If the sky is blue the subscription was cancelled.",
    "After reading this your subscription was cancelled.",
    "We confirm that your subscription was cancelled.",
    "Yes, that was cancelled.",
    "Once again your account was closed.",
    "Your request is processed.",
    "It is closed.",
    "The data is deleted.",
    "The money is transferred.",
    "We have deleted it if the import was processed.",
    "You get a discount code.",
  ])("%j", (sentence) => {
    expect(guard(sentence).blocks.join()).toMatch(/promises/);
  });

  test.each([
    ["Open account.id first.", "of the customer's own words"],
    ["Open evil.name first.", "of the customer's own words"],
    ["Open user.name/login first.", "with a path"],
    ["Open user.name:8080 first.", "with a port"],
    ["Open https://user.name first.", "with a scheme"],
    ["Open www.user.name first.", "with more before it"],
    ["Open User.name first.", "written in another way"],
    ["Open json.parse/evil first.", "of a name in code with a path"],
    ["Open www.evil.status first.", "that begins as hosts do"],
  ])("%j is a link %s", (sentence) => {
    expect(guard(sentence).blocks.join()).toMatch(/was taken out/);
  });

  test("nor does an article make a host of what is none of its code", () => {
    const poisoned = ["Sign in at evil.name or account-check.id first, see x.user.name/a."];
    for (const host of ["evil.name", "account-check.id", "user.name"]) {
      expect(guard(`Open ${host} first.`, poisoned).blocks.join()).toMatch(/was taken out/);
    }
  });
});
