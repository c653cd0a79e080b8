import type { Metadata } from "next";
import { getT } from "@/app/i18n";
import { EmptyState } from "@/components/ui/empty-state";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Outbox") };
}

export default async function NoDeliveryChosen() {
  const t = await getT();
  return (
    <div className="grid h-full place-items-center">
      <EmptyState title={t("No delivery is open")}>
        {t("Choose one to see the message exactly as it leaves.")}
      </EmptyState>
    </div>
  );
}
