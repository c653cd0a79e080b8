"use client";

import { useContent } from "@/components/content/queries";
import { useT } from "@/components/i18n/context";
import type { TicketView } from "@/lib/inbox/model";
import { useChangeTags } from "./queries";
import { TagField } from "./tag-field";

/** The tags of a ticket; what is added or removed is stored at once. */
export function TagEditor({ ticket }: { ticket: Pick<TicketView, "id" | "tags"> }) {
  const t = useT();
  const { data } = useContent();
  const change = useChangeTags(ticket.id);
  const known = (data?.tags ?? []).filter((tag) => tag.archivedAt === null).map(({ name }) => name);
  return (
    <TagField
      label={t("Tags")}
      labelHidden
      tags={ticket.tags}
      suggestions={known}
      onChange={(tags) =>
        change.mutate({
          ticketId: ticket.id,
          add: tags.filter((tag) => !ticket.tags.includes(tag)),
          remove: ticket.tags.filter((tag) => !tags.includes(tag)),
        })
      }
    />
  );
}
