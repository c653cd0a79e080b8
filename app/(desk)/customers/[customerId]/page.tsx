import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { CustomerScreen } from "@/components/customer/customer-screen";
import {
  customerNotesQuery,
  customerQuery,
  customerTicketsQuery,
} from "@/components/customer/queries";
import { BackKey } from "@/components/desk/back-key";
import { NavButton } from "@/components/desk/shell";
import { readCustomer, readCustomerNotes, readCustomerTickets } from "@/lib/inbox";
import type { Context } from "@/lib/platform/context";
import { AppError } from "@/lib/platform/errors";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Customer") };
}

type Props = { params: Promise<{ customerId: string }> };

export default async function CustomerPage({ params }: Props) {
  const ctx = await signedIn();
  const t = await getT();
  const { customerId: id } = await params;
  const { customer, notes, tickets } = await readAll(ctx, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  const client = new QueryClient();
  client.setQueryData(customerQuery(id).queryKey, customer);
  client.setQueryData(customerNotesQuery(id).queryKey, notes);
  const first = { pages: [tickets], pageParams: [""] };
  client.setQueryData(customerTicketsQuery(id, "customer").queryKey, first);
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-5xl p-4">
        <div className="mb-4 flex flex-wrap items-center gap-2">
          <NavButton />
          <BackKey to="/customers" />
          <h1 className="flex-1 font-semibold text-lg" dir="auto">
            {customer.name}
          </h1>
          <Link
            href="/customers"
            className="inline-flex min-h-6 items-center text-accent underline underline-offset-2 pointer-coarse:min-h-11"
          >
            {t("All customers")}
          </Link>
        </div>
        <HydrationBoundary state={dehydrate(client)}>
          <CustomerScreen key={id} id={id} />
        </HydrationBoundary>
      </div>
    </div>
  );
}

async function readAll(ctx: Context, id: string) {
  const [customer, notes, tickets] = await Promise.all([
    readCustomer(ctx, { id }),
    readCustomerNotes(ctx, { id }),
    readCustomerTickets(ctx, { id, of: "customer" }),
  ]);
  return { customer, notes, tickets };
}
