"use client";

import { Menu } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { StatusBanner } from "@/components/status/status-banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LiveUpdates } from "./live-updates";
import { Nav } from "./nav";
import { SessionBanner } from "./session-banner";
import { UndoBar } from "./undo-bar";

const OpenNav = createContext<() => void>(() => {});

/** The frame of every page: navigation at the side, or behind a button where there is no room. */
export function Shell({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const place = `${usePathname()}?${useSearchParams()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place closes the sheet
  useEffect(() => setOpen(false), [place]);
  return (
    <OpenNav value={() => setOpen(true)}>
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-accent-ink focus-visible:not-sr-only focus-visible:fixed focus-visible:top-2 focus-visible:left-2"
      >
        Skip to content
      </a>
      <LiveUpdates />
      <div className="grid h-dvh grid-rows-[auto_minmax(0,1fr)]">
        <div>
          <SessionBanner />
          <StatusBanner />
        </div>
        <div className="row-start-2 grid min-h-0 grid-cols-[minmax(0,1fr)] lg:grid-cols-[208px_minmax(0,1fr)]">
          <div className="hidden min-h-0 border-r lg:block">
            <Nav />
          </div>
          <main id="main" tabIndex={-1} className="min-h-0 min-w-0 outline-none">
            {children}
          </main>
        </div>
      </div>
      <UndoBar />
      <Dialog open={open} onOpenChange={setOpen} title="Go to" side="left" titleHidden>
        <Nav />
      </Dialog>
    </OpenNav>
  );
}

/** Opens the navigation where the screen has no room for it. */
export function NavButton() {
  const openNav = useContext(OpenNav);
  return (
    <Button
      kind="quiet"
      size="icon"
      aria-label="Open navigation"
      className="lg:hidden"
      onClick={openNav}
    >
      <Menu size={17} aria-hidden />
    </Button>
  );
}
