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
import { useSetToolHosts, useToolSettings } from "./queries";
import { Runs } from "./runs";
import { Tool } from "./tool";
import { ToolDialog } from "./tool-dialog";

/** What models may look up over HTTP, and what they may propose. */
export function ToolsScreen() {
  const t = useT();
  const { data, error, isPending, refetch } = useToolSettings();
  const [adding, setAdding] = useState(false);
  const saveHosts = useSetToolHosts();
  if (isPending) return <Skeleton className="h-60" />;
  if (!data) {
    return (
      <ErrorState
        title={t("Tools could not be loaded")}
        message={messageOf(error, t)}
        onRetry={() => void refetch()}
      />
    );
  }
  const add = (
    <Button kind="primary" onClick={() => setAdding(true)}>
      {t("Add a tool")}
    </Button>
  );
  return (
    <>
      <HostsSetting
        key={data.hosts.join()}
        title={t("Hosts that tools may call")}
        hint={t(
          "Every other host is refused, also when a tool names it. One host a line, like api.example.com.",
        )}
        value={data.hosts}
        save={saveHosts}
      />
      {data.tools.length === 0 ? (
        <EmptyState title={t("No tool yet")} action={add}>
          {t(
            "A look-up lets a model read something of this customer, like the state of an order. An action, like a refund, is only ever proposed: a person confirms it.",
          )}
        </EmptyState>
      ) : (
        <Panel
          title={t("Tools")}
          says={t("Look-ups run while a model drafts. Actions wait for a person.")}
          action={add}
        >
          <ul aria-label={t("Tools")}>
            {data.tools.map((tool) => (
              <Tool key={tool.id} tool={tool} />
            ))}
          </ul>
        </Panel>
      )}
      {data.tools.length > 0 ? <Runs runs={data.runs} /> : null}
      {adding ? <ToolDialog tool={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
