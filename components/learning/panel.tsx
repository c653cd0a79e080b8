import { type ReactNode, useId } from "react";

type Props = { title: string; hint: ReactNode; children: ReactNode };

/** One panel of the learning page. */
export function Panel({ title, hint, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-4 rounded-xl border bg-panel px-4 py-3.5">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      <p className="mb-3 text-soft">{hint}</p>
      {children}
    </section>
  );
}
