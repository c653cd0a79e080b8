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
            {/* Every page carries this one along: it is not worth the code of a quick link. */}
            <a href="/">{t("Go to the desk")}</a>
          </Button>
        }
      >
        {t("The address may be mistyped, or the ticket is gone.")}
      </EmptyState>
    </main>
  );
}
