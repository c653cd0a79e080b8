import Link from "next/link";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { TIER_WORDS } from "@/components/ticket/ticket-words";
import { Time } from "@/components/time/time";
import { Chip } from "@/components/ui/chip";
import type { CustomerRow } from "@/lib/customer/model";

/** One customer of the list: who, of which account, and how much there is of them. */
export function CustomerLine({ customer }: { customer: CustomerRow }) {
  const t = useT();
  const { account, emails, tags } = customer;
  return (
    <li className="border-b last:border-b-0">
      <Link
        href={`/customers/${customer.id}`}
        prefetch={false}
        data-row
        className="block px-4 py-2.5 -outline-offset-2 hover:bg-bg"
      >
        <span className="flex items-baseline justify-between gap-2">
          <span className="min-w-0 truncate font-semibold" dir="auto">
            {customer.name}
          </span>
          <Time at={customer.activeAt} as="ago" className="shrink-0 text-faint text-xs" />
        </span>
        <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-soft">
          <span className="min-w-0 truncate">
            {emailWords(emails, t)} · {account.name} · {t(TIER_WORDS[account.tier])}
          </span>
          <span className="shrink-0">{countWords(customer, t)}</span>
        </span>
        {tags.length > 0 ? (
          <span className="mt-1 flex flex-wrap gap-1">
            {tags.map((tag) => (
              <Chip key={tag}>{tag}</Chip>
            ))}
          </span>
        ) : null}
      </Link>
    </li>
  );
}

function emailWords([first, ...more]: readonly string[], t: T): string {
  if (first === undefined) return t("no address");
  return more.length > 0 ? t("{{first}} and {{n}} more", { first, n: more.length }) : first;
}

function countWords({ tickets: count, open }: CustomerRow, t: T): string {
  return open > 0
    ? t("{{open}} open of {{count}} tickets", { open, count })
    : t("{{count}} tickets", { count });
}
