import { getT } from "@/app/i18n";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default async function DeskNotFound() {
  const t = await getT();
  return (
    <div className="grid h-full place-items-center">
      <EmptyState
        title={t("There is nothing here")}
        action={
          <Button asChild>
            {/* Every page carries this one along: it is not worth the code of a quick link. */}
            <a href="/">{t("Go to the desk")}</a>
          </Button>
        }
      >
        {t("The address may be mistyped, or what was here is gone.")}
      </EmptyState>
    </div>
  );
}
