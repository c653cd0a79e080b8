"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useT } from "@/components/i18n/context";
import { AlertDialog } from "@/components/ui/alert-dialog";

/** Asks before somebody leaves with unsaved changes. They are kept on the device all the same. */
export function LeaveGuard({ active }: { active: boolean }) {
  const t = useT();
  const [to, setTo] = useState<string | null>(null);
  const router = useRouter();
  useEffect(() => {
    if (!active) return;
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
      if (!(link instanceof HTMLAnchorElement) || !plain || link.target === "_blank") return;
      const url = new URL(link.href);
      const away = url.origin === location.origin && url.pathname !== location.pathname;
      if (!away) return;
      event.preventDefault();
      event.stopPropagation();
      setTo(url.pathname + url.search);
    };
    window.addEventListener("beforeunload", unload);
    document.addEventListener("click", click, true);
    return () => {
      window.removeEventListener("beforeunload", unload);
      document.removeEventListener("click", click, true);
    };
  }, [active]);
  return (
    <AlertDialog
      open={to !== null}
      onOpenChange={(open) => !open && setTo(null)}
      title={t("Leave without saving?")}
      description={t(
        "Your changes are not in force. They stay on this device, and are here when you come back.",
      )}
      confirm={t("Leave")}
      onConfirm={() => to && router.push(to)}
    />
  );
}
