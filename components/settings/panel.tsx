import { type ReactNode, useId } from "react";

type Props = { title: string; says?: ReactNode; action?: ReactNode; children: ReactNode };

/** A part of a settings page: its name, what it is, and what can be added to it. */
export function Panel({ title, says, action, children }: Props) {
  const id = useId();
  return (
    <section className="mb-4 rounded-xl border bg-panel p-4" aria-labelledby={id}>
      <div className="flex items-start justify-between gap-3">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {action}
      </div>
      {says ? <p className="mt-0.5 max-w-[70ch] text-soft">{says}</p> : null}
      <div className="mt-3">{children}</div>
    </section>
  );
}
