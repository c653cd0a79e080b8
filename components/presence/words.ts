import type { T } from "@/components/i18n/catalogue";
import { formatOf } from "@/components/i18n/format";

/** "Lee", "Lee and Kim", "Lee, Kim and Sara". */
export const namesOf = (people: readonly { name: string }[], t: T): string =>
  formatOf(t).list(people.map(({ name }) => name));
