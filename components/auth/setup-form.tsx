"use client";

import { type FormEvent, useEffect, useState } from "react";
import { messageOf, RequestError } from "@/components/desk/request";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PASSWORD_MIN } from "@/lib/person/model";
import { useCreateFirstAdmin } from "./queries";
import { trySignIn } from "./sign-in";

/** Makes the first admin with the token that stands after the # of the link. */
export function SetupForm() {
  const [token, setToken] = useState("");
  const create = useCreateFirstAdmin();
  const faults = create.error instanceof RequestError ? create.error.fields : {};
  const inFields = Object.keys(faults).length > 0;
  useEffect(() => setToken(window.location.hash.slice(1)), []);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "");
    const [email, password] = [text("email"), text("password")];
    create.mutate(
      { token: token.trim(), name: text("name"), email, password },
      {
        async onSuccess() {
          await trySignIn(email, password); // if it fails, the next page asks again
          window.location.assign("/");
        },
      },
    );
  }

  return (
    <form method="post" className="flex flex-col gap-3" onSubmit={submit} noValidate>
      <TokenField value={token} onChange={setToken} error={faults.token?.[0]} />
      <TextField label="Name" name="name" autoComplete="name" error={faults.name?.[0]} />
      <TextField label="E-mail" name="email" autoComplete="username" error={faults.email?.[0]} />
      <TextField
        label="Password"
        name="password"
        autoComplete="new-password"
        hint={`At least ${PASSWORD_MIN} characters.`}
        error={faults.password?.[0]}
      />
      <p role="alert" className="text-held empty:hidden">
        {create.error && !inFields ? messageOf(create.error) : null}
      </p>
      <Button
        type="submit"
        kind="primary"
        size="lg"
        busy={create.isPending || create.isSuccess}
        className="justify-center"
      >
        Create admin
      </Button>
    </form>
  );
}

type TokenFieldProps = {
  value: string;
  onChange: (token: string) => void;
  error: string | undefined;
};

function TokenField({ value, onChange, error }: TokenFieldProps) {
  const hint = "From the terminal where Deskhand was started; the link there fills it in.";
  return (
    <Field label="Set-up token" hint={hint} error={error}>
      {(wiring) => (
        <Input
          {...wiring}
          name="token"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type TextFieldProps = {
  label: string;
  name: "name" | "email" | "password";
  autoComplete: string;
  hint?: string;
  error: string | undefined;
};

function TextField({ label, name, autoComplete, hint, error }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <Input
          {...wiring}
          name={name}
          type={name === "name" ? "text" : name}
          autoComplete={autoComplete}
          required
        />
      )}
    </Field>
  );
}
