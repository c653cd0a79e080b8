import { expect, test } from "vitest";
import { clientAddress, networkOf } from "./address";

const headers = (peer: string, forwarded?: string) =>
  new Headers({
    "x-deskhand-peer": peer,
    ...(forwarded !== undefined && { "x-forwarded-for": forwarded }),
  });

test("a client can't name its own address", () => {
  expect(clientAddress(headers("198.51.100.7", "203.0.113.9"), 0)).toBe("198.51.100.7");
});

test("a trusted proxy tells it, and what stands left of its entry is the client's word", () => {
  const sent = headers("10.0.0.1", "192.0.2.66, 203.0.113.9");
  expect(clientAddress(sent, 1)).toBe("203.0.113.9");
  expect(clientAddress(sent, 2)).toBe("192.0.2.66");
});

test("with fewer entries than proxies, or nonsense, the peer counts", () => {
  expect(clientAddress(headers("10.0.0.1", "203.0.113.9"), 2)).toBe("10.0.0.1");
  expect(clientAddress(headers("10.0.0.1", "unknown"), 1)).toBe("10.0.0.1");
  expect(clientAddress(headers("10.0.0.1"), 1)).toBe("10.0.0.1");
});

test("an IPv4 address is the same when it comes over IPv6", () => {
  expect(clientAddress(headers("::ffff:198.51.100.7"), 0)).toBe("198.51.100.7");
});

test("nothing tells it", () => {
  expect(clientAddress(new Headers(), 0)).toBeNull();
});

test("whoever has a network of IPv6 counts as one caller", () => {
  const home = networkOf("2001:db8:1:2::1");
  expect(networkOf("2001:db8:1:2:ffff:abcd:0:9")).toBe(home);
  expect(networkOf("2001:DB8:1:2::7")).toBe(home);
  expect(networkOf("2001:db8:1:3::1")).not.toBe(home);
  expect(networkOf("2001:db8:1:2::7%eth0")).toBe(home);
  expect(networkOf("198.51.100.7")).toBe("198.51.100.7");
  expect(networkOf("198.51.100.8")).not.toBe(networkOf("198.51.100.7"));
});
