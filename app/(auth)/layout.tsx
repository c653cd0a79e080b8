import type { ReactNode } from "react";

/** Pages for those who are not signed in: one card in the middle. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-4 p-4">
      <p className="flex items-center gap-2 font-semibold text-lg">
        <span aria-hidden className="size-5.5 rounded-md bg-accent" />
        Deskhand
      </p>
      <div className="rounded-xl border bg-panel p-5 shadow-lift">{children}</div>
    </main>
  );
}
