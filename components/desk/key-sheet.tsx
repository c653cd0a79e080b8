"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { Dialog } from "@/components/ui/dialog";
import { later, useLater } from "@/components/ui/later";
import { useKey } from "./keys";

const LIST = later(() => import("./key-list"));

/** The sheet of keys: what works on this screen, and where each can be changed. */
export function KeySheet() {
  const t = useT();
  const [open, setOpen] = useState(false);
  const list = useLater(LIST, open, {
    failed: () => setOpen(false),
    again: () => setOpen(true),
  });
  useKey("?", () => setOpen(true));
  return (
    <Dialog
      open={list !== null}
      onOpenChange={setOpen}
      title={t("Keys", { context: "key" })}
      description={t(
        "What works on this screen. Press Change and then another key to make it yours.",
      )}
    >
      {list ? <list.KeyList /> : null}
    </Dialog>
  );
}
