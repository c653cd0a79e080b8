import { expect, test } from "vitest";
import { openPlaceholders } from "./model";

test.each([
  ["Hi {customer.first_name}, {customer.phone}!", ["{customer.first_name}", "{customer.phone}"]],
  [
    "as other desks write it: {{ ticket.title }}, {{contact.name}}",
    ["{{ ticket.title }}", "{{contact.name}}"],
  ],
  ["of an answer: {amount} to {Name}, {amount}", ["{amount}", "{Name}"]],
  ['Call /users/{id} with {"name": 1} and {user.id}', []],
  ["In code: `Hello {name}` and\n```\n{{ticket.id}}\n```", []],
  ["nothing at all, {} and { }", []],
])("in %j stand %j", (text, open) => {
  expect(openPlaceholders(text)).toEqual(open);
});
