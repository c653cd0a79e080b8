"use client";

import { Ellipsis } from "lucide-react";
import { useT } from "@/components/i18n/context";
import { MoveDialog } from "@/components/lifecycle/move-dialog";
import { SplitDialog } from "@/components/lifecycle/split-dialog";
import { useAsked } from "@/components/lifecycle/use-asked";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { MessageView, TicketView } from "@/lib/inbox/model";

type Props = { ticket: TicketView; message: MessageView; queue: string };

type Window = "move" | "split" | "why";

/** What can be done with one message of the customer. */
export function MessageMenu({ ticket, message, queue }: Props) {
  const t = useT();
  const { trigger, window, open, ask, onOpenChange } = useAsked<Window>();
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button
            ref={trigger}
            kind="quiet"
            size="icon"
            aria-label={t("Message of {{name}}: more", { name: message.name })}
            className="-my-1 size-6"
          >
            <Ellipsis size={14} aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start">
          <DropdownMenuItem onSelect={() => ask("why")}>
            {t("Why did this land here")}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => ask("move")}>{t("Move to ticket…")}</DropdownMenuItem>
          <DropdownMenuItem onSelect={() => ask("split")}>
            {t("Split into a new ticket…")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {window === null ? null : (
        <Asked {...{ window, ticket, message, queue, open, onOpenChange }} />
      )}
    </>
  );
}

type AskedProps = Props & {
  window: Window;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The window that was asked for last: a thread has many messages, and few are asked about. */
function Asked({ window, queue, ...props }: AskedProps) {
  const t = useT();
  if (window === "move") return <MoveDialog {...props} />;
  if (window === "split") return <SplitDialog {...props} queue={queue} />;
  const { message, open, onOpenChange } = props;
  return (
    <Dialog title={t("Why this landed here")} {...{ open, onOpenChange }}>
      <p className="wrap-anywhere">
        {message.landedBecause
          ? t.stored(message.landedBecause)
          : t("It is part of the conversation that began this ticket.")}
      </p>
    </Dialog>
  );
}
