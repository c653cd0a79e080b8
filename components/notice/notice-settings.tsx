"use client";

import { useEffect, useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { Panel } from "@/components/settings/panel";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { NOTICE_KINDS, type NoticeKind, type NoticeWishes, type Wish } from "@/lib/notice/model";
import { useSetWishes, useWishes } from "./queries";

const KIND_WORDS: Record<NoticeKind, string> = says({
  mention: "Somebody names me in a note",
  assigned: "I am given a ticket",
  customer_reply: "A customer answers on my ticket, or one that I follow",
  note: "A note is added to such a ticket",
  follow_up: "A snooze is over",
  sla_warning: "A promised time is near",
  sla_breach: "A promised time was missed",
  second_look: "A second look at a draft is wanted",
  delivery_failed: "A reply on my ticket, or of mine, can't be delivered",
});

/** What one hears of, kind by kind, and whether the browser says it, too. */
export function NoticeSettings() {
  const t = useT();
  const { data, error, refetch } = useWishes();
  const set = useSetWishes();
  return (
    <Panel
      title={t("Notices")}
      says={t(
        "What you hear of at the bell. The browser shows it, too, where you want that, while no tab of the desk is looked at.",
      )}
    >
      <Permission />
      {data ? (
        <Wishes wishes={data} onChange={(kind, wish) => set.mutate({ [kind]: wish })} />
      ) : error ? (
        <ErrorState
          title={t("Your choices could not be loaded")}
          message={messageOf(error, t)}
          onRetry={() => void refetch()}
        />
      ) : (
        <Skeleton className="h-60" />
      )}
    </Panel>
  );
}

type WishesProps = {
  wishes: NoticeWishes;
  onChange: (kind: NoticeKind, wish: Wish) => void;
};

function Wishes({ wishes, onChange }: WishesProps) {
  const t = useT();
  return (
    <table className="w-full max-w-[70ch]">
      <thead>
        <tr className="border-b text-left text-faint">
          <th className="py-1.5 font-normal">{t("When")}</th>
          <th className="w-16 py-1.5 text-center font-normal">{t("List")}</th>
          <th className="w-16 py-1.5 text-center font-normal">{t("Browser")}</th>
        </tr>
      </thead>
      <tbody>
        {NOTICE_KINDS.map((kind) => {
          const wish = wishes[kind];
          return (
            <tr key={kind} className="border-b last:border-b-0">
              <th scope="row" className="py-1.5 text-left font-normal">
                {t(KIND_WORDS[kind])}
              </th>
              <Choice
                label={t("{{kind}}: list", { kind: t(KIND_WORDS[kind]) })}
                checked={wish.list}
                onChange={(list) => onChange(kind, { list, browser: list && wish.browser })}
              />
              <Choice
                label={t("{{kind}}: browser", { kind: t(KIND_WORDS[kind]) })}
                checked={wish.browser}
                disabled={!wish.list}
                onChange={(browser) => onChange(kind, { ...wish, browser })}
              />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type ChoiceProps = {
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
};

function Choice({ label, checked, disabled = false, onChange }: ChoiceProps) {
  return (
    <td className="text-center">
      <label className="inline-grid size-8 place-items-center pointer-coarse:size-11">
        <input
          type="checkbox"
          aria-label={label}
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
          className="size-4 accent-accent disabled:opacity-50"
        />
      </label>
    </td>
  );
}

/** Asks the browser only when the person wants it to. */
function Permission() {
  const t = useT();
  const [state, setState] = useState<NotificationPermission | "missing" | null>(null);
  useEffect(() => {
    setState(typeof Notification === "undefined" ? "missing" : Notification.permission);
  }, []);
  if (state === "granted") return null;
  return (
    <div className="mb-3 flex min-h-8 flex-wrap items-center gap-2 text-soft">
      {state === "missing" ? <p>{t("This browser can't show notices.")}</p> : null}
      {state === "denied" ? (
        <p>{t("This browser has been told not to show them. Allow it in its own settings.")}</p>
      ) : null}
      {state === "default" ? (
        <>
          <p>{t("This browser does not show them yet.")}</p>
          <Button onClick={() => void Notification.requestPermission().then(setState)}>
            {t("Let this browser show notices")}
          </Button>
        </>
      ) : null}
    </div>
  );
}
