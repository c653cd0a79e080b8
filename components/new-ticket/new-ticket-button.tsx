"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "@/components/desk/commands";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { laterPart } from "@/components/ui/later";
import type { NewTicket } from "./new-ticket-form";

const NewTicketForm = laterPart(async () => (await import("./new-ticket-form")).NewTicketForm);

/** Opens the form for a call, and then the ticket that it has become. */
export function NewTicketButton() {
  const t = useT();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState<NewTicket | null>(null);
  const show = () => setOpen(true);
  useCommand({ id: "ticket.new", title: t("New ticket"), group: "Desk", run: show });
  return (
    <>
      <Button kind="quiet" onClick={show}>
        <Plus size={15} aria-hidden />
        {/* Between a phone and a desk the list is too narrow for the words. */}
        <span className="sm:max-lg:sr-only">{t("New ticket")}</span>
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        side="wide"
        title={t("New ticket")}
        description={t("For what a customer has told you: a call, a talk, a letter.")}
      >
        <NewTicketForm
          form={form}
          onForm={setForm}
          onCancel={() => setOpen(false)}
          onOpened={(ticketId) => {
            setOpen(false);
            setForm(null);
            router.push(`/queue/open/${ticketId}`);
          }}
        />
      </Dialog>
    </>
  );
}
