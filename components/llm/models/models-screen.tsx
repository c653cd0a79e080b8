"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Panel } from "@/components/settings/panel";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { HostsSetting } from "../hosts-setting";
import { Calibration } from "./calibration";
import { Calls } from "./calls";
import { Provider } from "./provider";
import { ProviderDialog } from "./provider-dialog";
import { useLlmSettings, useSetLinkHosts } from "./queries";
import { Standing } from "./standing";
import { Today } from "./today";

/** Where models are asked, what that costs, and how often they were right. */
export function ModelsScreen({ linkHosts }: { linkHosts: string[] }) {
  const t = useT();
  const { data, error, isPending, refetch } = useLlmSettings();
  const [adding, setAdding] = useState(false);
  if (isPending) return <Skeleton className="h-60" />;
  if (!data) {
    return (
      <ErrorState
        title={t("Models could not be loaded")}
        message={messageOf(error, t)}
        onRetry={() => void refetch()}
      />
    );
  }
  const { providers } = data;
  const active = providers.find(({ mode }) => mode !== "off") ?? null;
  const add = (
    <Button kind="primary" onClick={() => setAdding(true)}>
      {t("Add a provider")}
    </Button>
  );
  return (
    <>
      {active ? <Standing provider={active} day={data.day} /> : null}
      {providers.length === 0 ? (
        <EmptyState title={t("No model is configured")} action={add}>
          {t(
            "The desk works whole without one: its own core drafts, learns and says how sure it is. A model can draft better where you have one.",
          )}
        </EmptyState>
      ) : (
        <>
          <Panel
            title={t("Providers")}
            says={t("One of them drafts at a time. Keys are sealed and never shown.")}
            action={add}
          >
            <ul aria-label={t("Providers")}>
              {providers.map((provider) => (
                <Provider key={provider.id} provider={provider} />
              ))}
            </ul>
          </Panel>
          <Today settings={data} active={active} />
          <Calibration rows={data.calibration} />
          <Calls calls={data.calls} />
        </>
      )}
      <LinkHosts value={linkHosts} />
      {adding ? <ProviderDialog provider={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function LinkHosts({ value: loaded }: { value: string[] }) {
  const t = useT();
  const save = useSetLinkHosts();
  const value = save.isSuccess ? save.variables : loaded;
  return (
    <HostsSetting
      key={value.join()}
      title={t("Hosts that links may lead to")}
      hint={t(
        "In drafts of a model, links to other hosts are taken out. One host a line, like help.example.com. Empty: no links.",
      )}
      value={value}
      save={save}
    />
  );
}
