"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Panel } from "@/components/settings/panel";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { ListSkeleton } from "@/components/ui/skeleton";
import { InviteDialog } from "./invite-dialog";
import { Invites } from "./invites";
import { PersonDialog } from "./person-dialog";
import { PersonList } from "./person-list";
import { usePeopleView } from "./queries";
import { Teams } from "./teams";

/** Who works here, who is invited, and the teams. */
export function PeopleScreen() {
  const t = useT();
  const { data, error, isPending, refetch } = usePeopleView();
  const [inviting, setInviting] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  if (isPending) return <ListSkeleton />;
  if (!data) {
    return (
      <ErrorState
        title={t("People could not be loaded")}
        message={messageOf(error, t)}
        onRetry={() => void refetch()}
      />
    );
  }
  const person = data.people.find(({ id }) => id === chosen);
  return (
    <>
      <Panel
        title={t("People")}
        says={t("A change of role or teams counts from their next click on.")}
        action={
          <Button kind="primary" onClick={() => setInviting(true)}>
            {t("Invite")}
          </Button>
        }
      >
        <PersonList people={data.people} teams={data.teams} onChoose={setChosen} />
      </Panel>
      <Invites invites={data.invites} />
      <Teams teams={data.teams} />
      <InviteDialog open={inviting} onOpenChange={setInviting} teams={data.teams} />
      {person ? (
        <PersonDialog
          key={person.id}
          person={person}
          people={data.people}
          teams={data.teams}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </>
  );
}
