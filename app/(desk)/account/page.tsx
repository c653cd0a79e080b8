import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { AccountScreen } from "@/components/account/account-screen";
import { accountQuery } from "@/components/account/queries";
import { NavButton } from "@/components/desk/shell";
import { readAccount } from "@/lib/admin";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Your account") };
}

export default async function AccountPage() {
  const t = await getT();
  const ctx = await signedIn();
  const client = new QueryClient();
  client.setQueryData(accountQuery.queryKey, await readAccount(ctx));
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-3xl p-4">
        <div className="mb-4 flex items-center gap-2">
          <NavButton />
          <h1 className="font-semibold text-lg">{t("Your account")}</h1>
        </div>
        <HydrationBoundary state={dehydrate(client)}>
          <AccountScreen />
        </HydrationBoundary>
      </div>
    </div>
  );
}
