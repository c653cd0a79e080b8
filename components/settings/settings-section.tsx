import { type ReactNode, useId } from "react";

/** One panel of the settings page. */
export function SettingsSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="mb-4 rounded-xl border bg-panel px-4 pt-3.5 pb-1" aria-labelledby={id}>
      <h2 id={id} className="mb-2 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
