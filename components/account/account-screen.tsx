"use client";

import { usePeople } from "@/components/desk/queries";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { NoticeSettings } from "@/components/notice/notice-settings";
import { AwayForm } from "@/components/people/away-form";
import { Panel } from "@/components/settings/panel";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { ErrorState } from "@/components/ui/error-state";
import { ListSkeleton } from "@/components/ui/skeleton";
import type { SessionRow } from "@/lib/admin/model";
import { browserWords } from "./browser-words";
import { LanguagePanel } from "./language-panel";
import { useAccount, useEndOtherSessions, useEndOwnSession } from "./queries";

/** One's own absence, and the browsers that one is signed in with. */
export function AccountScreen() {
  const t = useT();
  const { data, error, isPending, refetch } = useAccount();
  const people = usePeople();
  const endOthers = useEndOtherSessions();
  if (isPending) return <ListSkeleton />;
  if (!data) {
    return (
      <ErrorState
        title={t("Your account could not be loaded")}
        message={messageOf(error, t)}
        onRetry={() => void refetch()}
      />
    );
  }
  const others = data.sessions.filter(({ current }) => !current);
  return (
    <>
      <Panel
        title={t("Signed in")}
        says={t(
          "Browsers that are signed in as you. One that you don't know: sign it out, and ask an admin for a new password.",
        )}
        action={
          <Button
            disabled={others.length === 0}
            busy={endOthers.isPending}
            onClick={() => endOthers.mutate(data.person.id)}
          >
            {t("Sign out everywhere else")}
          </Button>
        }
      >
        <ul aria-label={t("Browsers")}>
          {data.sessions.map((session) => (
            <Browser key={session.id} session={session} />
          ))}
        </ul>
      </Panel>
      <Panel
        title={t("Absence")}
        says={t(
          "While you are away, rules give you nothing, and what you have in work goes to others.",
        )}
      >
        <AwayForm person={data.person} people={people ?? []} />
      </Panel>
      <LanguagePanel locale={data.person.locale} />
      <NoticeSettings />
    </>
  );
}

function Browser({ session }: { session: SessionRow }) {
  const t = useT();
  const end = useEndOwnSession();
  const name = browserWords(session.userAgent, t);
  return (
    <li className="flex items-center gap-3 border-t py-2 first:border-t-0">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          {name}
          {session.current ? <Chip>{t("this one")}</Chip> : null}
        </p>
        <p className="text-soft">
          <Time at={session.lastSeenAt ?? session.createdAt} prefix={t("used")} />,{" "}
          <Time at={session.createdAt} prefix={t("signed in")} />
        </p>
      </div>
      {session.current ? null : (
        <Button
          aria-label={t("Sign out of {{name}}", { name })}
          busy={end.isPending}
          onClick={() => end.mutate(session.id)}
        >
          {t("Sign out")}
        </Button>
      )}
    </li>
  );
}
