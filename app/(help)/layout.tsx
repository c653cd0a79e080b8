import type { ReactNode } from "react";

/** Pages for customers: nothing of the desk around them. */
export default function HelpLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center p-4">
      <div className="rounded-xl border bg-panel p-5 shadow-lift">{children}</div>
    </main>
  );
}
