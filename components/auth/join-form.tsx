"use client";

import { type FormEvent, useEffect, useState } from "react";
import { messageOf, RequestError } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { Button } from "@/components/ui/button";
import { PASSWORD_MIN } from "@/lib/person/model";
import { useAcceptInvite, useInvite } from "./queries";
import { trySignIn } from "./sign-in";
import { TextField } from "./text-field";

/** Somebody who was invited chooses a password. The token stands after the # of the link. */
export function JoinForm() {
  const t = useT();
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => setToken(window.location.hash.slice(1).trim()), []);
  const invite = useInvite(token);
  const accept = useAcceptInvite();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "");
    const password = text("password");
    accept.mutate(
      { token: token ?? "", name: text("name"), password },
      {
        async onSuccess({ email }) {
          await trySignIn(email, password, t); // if it fails, the next page asks again
          window.location.assign("/");
        },
      },
    );
  }

  if (token === "")
    return <Refused why={t("The link is not whole. Copy all of it, and try again.")} />;
  if (invite.error) return <Refused why={messageOf(invite.error, t)} />;
  if (!invite.data) return <p role="status">{t("Looking at your invitation…")}</p>;
  return (
    <Joining
      invited={invite.data}
      error={accept.error}
      busy={accept.isPending || accept.isSuccess}
      onSubmit={submit}
    />
  );
}

type JoiningProps = {
  invited: { name: string; email: string };
  error: Error | null;
  busy: boolean;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/** What an invited person fills in. */
function Joining({ invited: { name, email }, error, busy, onSubmit }: JoiningProps) {
  const t = useT();
  const faults = error instanceof RequestError ? error.fields : {};
  const inFields = Object.keys(faults).length > 0;
  return (
    <form method="post" className="flex flex-col gap-3" onSubmit={onSubmit} noValidate>
      <p className="text-soft">
        {rich(t, "You sign in as {{email}}.", {
          email: <strong className="font-medium text-ink">{email}</strong>,
        })}
      </p>
      <TextField
        label={t("Name")}
        name="name"
        autoComplete="name"
        defaultValue={name}
        error={faults.name?.[0]}
      />
      <TextField
        label={t("Password")}
        name="password"
        autoComplete="new-password"
        hint={t("At least {{n}} characters.", { n: PASSWORD_MIN })}
        error={faults.password?.[0]}
      />
      <p role="alert" className="text-held empty:hidden">
        {error && !inFields ? messageOf(error, t) : null}
      </p>
      <Button type="submit" kind="primary" size="lg" busy={busy} className="justify-center">
        {t("Join the desk")}
      </Button>
    </form>
  );
}

function Refused({ why }: { why: string }) {
  return (
    <p role="alert" className="text-held">
      {why}
    </p>
  );
}
