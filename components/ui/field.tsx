import { type ReactNode, useId } from "react";
import { Label } from "./label";

type Wiring = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

type Props = {
  label: string;
  hint?: ReactNode;
  /** What is wrong with it, in place. */
  error?: string | undefined;
  children: (wiring: Wiring) => ReactNode;
};

/** A labelled control with its hint and its complaint wired up for screen readers. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className="flex flex-col gap-1">
      <Label htmlFor={id}>{label}</Label>
      {children({
        id,
        ...(note ? { "aria-describedby": `${id}-note` } : {}),
        ...(error ? { "aria-invalid": true } : {}),
      })}
      {note ? (
        <p id={`${id}-note`} className={error ? "text-held" : "text-faint"}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
