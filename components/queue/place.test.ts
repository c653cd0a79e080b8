import { expect, test } from "vitest";
import { hrefOf, placeOf } from "./place";

const back = (href: string) => {
  const url = new URL(href, "http://desk.example");
  return hrefOf(placeOf(url.pathname, url.searchParams));
};

test("an address says which list, order, filter and ticket, and is made of them again", () => {
  const filter = JSON.stringify({ match: "all", tests: [{ field: "tag", in: ["sso & more"] }] });
  const full = `/queue/mine/t_1?${new URLSearchParams({ sort: "sla", f: filter })}`;
  for (const href of [
    "/queue/open",
    "/queue/breaching",
    "/queue/breaching?sort=newest",
    "/queue/team_1?sort=waiting",
    full,
  ]) {
    expect(back(href)).toBe(href);
  }
});

test("what an address does not say is as usual; nonsense is passed over", () => {
  const place = placeOf("/queue/open/", new URLSearchParams("sort=upwards"));
  expect(place).toEqual({ queue: "open", ticketId: undefined, sort: "newest", filter: "" });
});
