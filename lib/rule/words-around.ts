import type { AroundLeaf } from "./model";

export function aroundWords(leaf: AroundLeaf): string {
  switch (leaf.field) {
    case "customer":
      return `customer's address has “${leaf.contains}”`;
    case "customer_tag":
      return `customer has the tag ${leaf.is}`;
    case "connection":
      return `connection is ${leaf.is}`;
    case "page":
      return `page has “${leaf.contains}”`;
    case "product_area":
      return `product area is ${leaf.is}`;
    case "has_team":
      return `team so far is ${leaf.is}`;
    case "caller_priority":
      return `sender's priority is ${leaf.is}`;
    case "caller_category":
      return `sender's category is ${leaf.is}`;
    case "seats":
      return `at least ${leaf.atLeast} seats`;
    case "usage":
      return `usage of ${leaf.of} of at least ${leaf.atLeast}`;
    case "joined":
      return leaf.is ? "it joins a ticket that was there" : "it begins a ticket";
  }
}
