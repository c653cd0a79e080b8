import { describe, expect, test } from "vitest";
import { CHANNELS } from "../ticket/model";
import { chooseDestination, type DestinationFacts } from "./destination";

const FACTS: DestinationFacts = {
  channel: "email",
  participants: ["mina@example.org", "zoe@example.org"],
  replyUrl: "https://crm.example.org/replies",
  demo: false,
  smtp: true,
};

describe("chooseDestination", () => {
  test.each([
    ["email", "smtp", "mina@example.org"],
    ["api", "smtp", "mina@example.org"],
    ["manual", "smtp", "mina@example.org"],
    ["webhook", "webhook", "https://crm.example.org/replies"],
    ["in_app", "pull", ""],
    ["chat", "pull", ""],
  ] as const)("a reply on %s goes by %s", (channel, transport, address) => {
    expect(chooseDestination({ ...FACTS, channel })).toEqual({ transport, address });
  });

  test("mail is kept where no server is set", () => {
    expect(chooseDestination({ ...FACTS, smtp: false })).toMatchObject({ transport: "outbox" });
  });

  test.each(CHANNELS)("a demo ticket on %s never leaves", (channel) => {
    const destination = chooseDestination({ ...FACTS, channel, demo: true });
    expect(["outbox", "pull"]).toContain("transport" in destination && destination.transport);
  });

  test("says why there is none", () => {
    expect(chooseDestination({ ...FACTS, channel: "webhook", replyUrl: null })).toEqual({
      none: "This connection has no reply URL.",
    });
    expect(chooseDestination({ ...FACTS, channel: "api", participants: [] })).toEqual({
      none: "This ticket has no e-mail address to reply to.",
    });
  });
});
