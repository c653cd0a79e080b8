import { type Checked, enough, equals, includes, is } from "./checked";
import type { Around, AroundLeaf } from "./model";

/** Tests on what surrounds a request. @param around left out: early versions did not keep it */
export function testAround(leaf: AroundLeaf, around: Around | undefined): Checked {
  if (!around) {
    return { holds: false, why: "what surrounds the request was not kept", unknown: true };
  }
  switch (leaf.field) {
    case "customer":
      return ofCustomer(around.customer.addresses, leaf.contains);
    case "customer_tag":
      return includes("tag of the customer", around.customer.tags, leaf.is);
    case "connection":
      return equals("connection", around.connection ?? "none", leaf.is);
    case "page":
      return onPage(around.page, leaf.contains);
    case "product_area":
      return equals("product area", around.productArea ?? "none", leaf.is);
    case "has_team":
      return equals("team so far", around.team ?? "none", leaf.is);
    case "caller_priority":
      return equals("the sender's priority", around.caller.priority ?? "none", leaf.is);
    case "caller_category":
      return equals("the sender's category", around.caller.category ?? "none", leaf.is);
    case "seats":
      return enough("seats", around.seats, leaf.atLeast);
    case "usage":
      return used(around.usage, leaf);
    case "joined":
      return is("it joined a ticket that was there", around.joined, leaf.is);
  }
}

function ofCustomer(addresses: readonly string[], words: string): Checked {
  const found = addresses.find((one) => one.toLowerCase().includes(words.trim().toLowerCase()));
  const why = found ? `the customer writes from ${found}` : `no address has "${words}"`;
  return { holds: found !== undefined, why };
}

function onPage(page: string | null, words: string): Checked {
  if (page === null) return { holds: false, why: "the page is not known" };
  const holds = page.toLowerCase().includes(words.trim().toLowerCase());
  return { holds, why: `the page is ${page}` };
}

function used(usage: Around["usage"], leaf: Extract<AroundLeaf, { field: "usage" }>): Checked {
  const wanted = leaf.of.trim().toLowerCase();
  const [name, count] = Object.entries(usage).find(([one]) => one.toLowerCase() === wanted) ?? [];
  if (name === undefined || count === undefined) {
    return { holds: false, why: `nothing is known of the usage "${leaf.of}"` };
  }
  return { holds: count >= leaf.atLeast, why: `the usage of ${name} is ${count}` };
}
