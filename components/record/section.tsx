import type { ReactNode } from "react";

/** One topic of a record. */
export function RecordSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t py-2.5">
      <h4 className="mb-1 font-medium text-faint text-xs">{title}</h4>
      {children}
    </section>
  );
}

/** Short statements, one a line. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="flex flex-col gap-0.5">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a record never changes, and lines may repeat
        <li key={at} className="wrap-anywhere">
          {line}
        </li>
      ))}
    </ul>
  );
}
