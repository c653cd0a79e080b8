import Link from "next/link";
import { getT } from "@/app/i18n";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default async function NotFound() {
  const t = await getT();
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        as="h1"
        title={t("There is nothing here")}
        action={
          <Button asChild>
            <Link href="/">{t("Go to the desk")}</Link>
          </Button>
        }
      >
        {t("The address may be mistyped, or the ticket is gone.")}
      </EmptyState>
    </main>
  );
}
