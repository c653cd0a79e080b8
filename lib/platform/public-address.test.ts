import { expect, test } from "vitest";
import { isPublicAddress } from "./public-address";

test.each([
  "127.0.0.1",
  "0.0.0.0",
  "10.1.2.3",
  "172.16.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "192.0.2.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::127.0.0.1", // IPv4-compatible: ipaddr.js calls it unicast
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "64:ff9b::7f00:1", // NAT64
  "64:ff9b:1::7f00:1",
  "2002:7f00:1::", // 6to4
  "2001:0:7f00:1::", // Teredo
  "fe80::1",
  "fec0::1",
  "fd00::1",
  "ff02::1",
  "2001:db8::1",
  "100::1",
  "localhost",
  "",
])("%s is not public", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["8.8.8.8", "93.184.215.14", "2606:4700:4700::1111"])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
