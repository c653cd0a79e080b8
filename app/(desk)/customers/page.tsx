import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { CustomersScreen } from "@/components/customer/customers-screen";
import { customersQuery } from "@/components/customer/queries";
import { NavButton } from "@/components/desk/shell";
import { CustomersQuery } from "@/lib/customer/model";
import { listCustomers } from "@/lib/inbox";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Customers") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CustomersPage({ searchParams }: Props) {
  const ctx = await signedIn();
  const t = await getT();
  const { q = "" } = CustomersQuery.pick({ q: true }).safeParse(await searchParams).data ?? {};
  const client = new QueryClient();
  const page = await listCustomers(ctx, { q });
  client.setQueryData(customersQuery(q).queryKey, { pages: [page], pageParams: [""] });
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-3xl p-4">
        <div className="mb-3 flex items-center gap-2">
          <NavButton />
          <h1 className="font-semibold text-lg">{t("Customers")}</h1>
        </div>
        <HydrationBoundary state={dehydrate(client)}>
          <CustomersScreen />
        </HydrationBoundary>
      </div>
    </div>
  );
}
