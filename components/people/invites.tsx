"use client";

import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { Panel } from "@/components/settings/panel";
import { When } from "@/components/time/when";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { InviteRow } from "@/lib/admin/model";
import { ROLE_WORDS } from "./people-words";
import { useRevokeInvite } from "./queries";

/** Links that are out and not used yet; nothing while there are none. */
export function Invites({ invites }: { invites: readonly InviteRow[] }) {
  const t = useT();
  const revoke = useRevokeInvite();
  if (invites.length === 0) return null;
  return (
    <Panel title={t("Invited")}>
      <ul aria-label={t("Invitations")}>
        {invites.map((invite) => (
          <li key={invite.id} className="flex items-center gap-3 border-t py-2 first:border-t-0">
            <div className="min-w-0 flex-1">
              <p className="truncate">
                {invite.name} <span className="text-faint">{invite.email}</span>
              </p>
              <p className="text-soft">
                {rich(
                  t,
                  invite.by
                    ? "{{role}}, until {{time}}, invited by {{name}}"
                    : "{{role}}, until {{time}}",
                  {
                    role: t(ROLE_WORDS[invite.role]),
                    time: <When at={invite.expiresAt} />,
                    name: invite.by,
                  },
                )}
              </p>
            </div>
            <Button
              aria-label={t("Withdraw the invitation of {{name}}", { name: invite.name })}
              disabled={revoke.isPending}
              onClick={() =>
                revoke.mutate(
                  { inviteId: invite.id },
                  { onError: (error) => toast.error(messageOf(error, t)) },
                )
              }
            >
              {t("Withdraw")}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
