"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Panel } from "@/components/settings/panel";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { ListSkeleton } from "@/components/ui/skeleton";
import { Connection } from "./connection";
import { NewConnectionDialog } from "./new-connection-dialog";
import { useConnections } from "./queries";

/** Other systems that send requests in, each with its keys. */
export function ConnectionsScreen() {
  const t = useT();
  const { data, error, isPending, refetch } = useConnections();
  const [making, setMaking] = useState(false);
  if (isPending) return <ListSkeleton />;
  if (!data) {
    return (
      <ErrorState
        title={t("Connections could not be loaded")}
        message={`${messageOf(error, t)} ${t("They go on meanwhile.")}`}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      <Panel
        title={t("Where requests go")}
        says={t(
          "Other systems post their requests here, signed with the connection's secret or with one of its keys.",
        )}
        action={
          <Button kind="primary" onClick={() => setMaking(true)}>
            {t("New connection")}
          </Button>
        }
      >
        <p className="font-mono text-xs wrap-anywhere">{data.ingestUrl}</p>
      </Panel>
      {data.connections.length === 0 ? (
        <EmptyState title={t("No system is connected yet")}>
          {t("Make a connection for each system that sends requests in.")}
        </EmptyState>
      ) : (
        data.connections.map((connection) => (
          <Connection key={connection.id} connection={connection} />
        ))
      )}
      <NewConnectionDialog open={making} onOpenChange={setMaking} />
    </>
  );
}
