import { type ReactNode, useId } from "react";

type Props = { title: string; action?: ReactNode; children: ReactNode };

/** One box of a customer's page. */
export function Box({ title, action, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-xl border bg-panel px-4 py-3.5">
      <div className="mb-2 flex min-h-7.5 items-center justify-between gap-2">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
