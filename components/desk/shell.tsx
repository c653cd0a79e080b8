"use client";

import { Menu } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Palette } from "@/components/search/palette";
import { StatusBanner } from "@/components/status/status-banner";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Dialog } from "@/components/ui/dialog";
import { useAddress } from "./address";
import { GoKeys } from "./go";
import { KeySheet } from "./key-sheet";
import { useKey } from "./keys";
import { LiveUpdates } from "./live-updates";
import { Nav } from "./nav";
import { usePanes } from "./panes";
import { SessionBanner } from "./session-banner";
import { UndoBar } from "./undo-bar";

const OpenNav = createContext<() => void>(() => {});

/** The frame of every page: navigation at the side, or behind a button where there is no room. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { nav, set } = usePanes();
  useKey("[", () => set({ nav: !nav }));
  const openNav = useCallback(() => setOpen(true), []);
  const closeNav = useCallback(() => setOpen(false), []);
  return (
    <OpenNav value={openNav}>
      <OnMove run={closeNav} />
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-accent-ink focus-visible:not-sr-only focus-visible:fixed focus-visible:top-2 focus-visible:left-2"
      >
        {t("Skip to content")}
      </a>
      <LiveUpdates />
      <GoKeys />
      <Palette />
      <div className="grid h-dvh grid-rows-[auto_minmax(0,1fr)_auto]">
        <div>
          <SessionBanner />
        </div>
        <div
          className={cn(
            "row-start-2 grid min-h-0 grid-cols-[minmax(0,1fr)]",
            nav && "lg:grid-cols-[208px_minmax(0,1fr)]",
          )}
        >
          {nav ? (
            <div className="hidden min-h-0 border-r lg:block">
              <Nav />
            </div>
          ) : null}
          <main id="main" tabIndex={-1} className="min-h-0 min-w-0 outline-none">
            {children}
          </main>
        </div>
        {/* It comes by itself: at the head it would move what somebody is about to press. */}
        <div className="row-start-3">
          <StatusBanner />
        </div>
      </div>
      <UndoBar />
      <KeySheet />
      <Dialog open={open} onOpenChange={setOpen} title={t("Go to")} side="left" titleHidden>
        <Nav />
      </Dialog>
    </OpenNav>
  );
}

/** Runs at a new place: apart, so that the frame is not drawn anew for each ticket. */
function OnMove({ run }: { run: () => void }) {
  const { path } = useAddress();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what it is about
  useEffect(run, [path, run]);
  return null;
}

/** Opens the navigation where the screen has no room for it. */
export function NavButton() {
  const t = useT();
  const openNav = useContext(OpenNav);
  const { nav, set } = usePanes();
  const wide = !nav ? (
    <Button
      kind="quiet"
      size="icon"
      aria-label={t("Show navigation")}
      className="max-lg:hidden"
      onClick={() => set({ nav: true })}
    >
      <Menu size={17} aria-hidden />
    </Button>
  ) : null;
  return (
    <>
      {wide}
      <Button
        kind="quiet"
        size="icon"
        aria-label={t("Open navigation")}
        className="lg:hidden"
        onClick={openNav}
      >
        <Menu size={17} aria-hidden />
      </Button>
    </>
  );
}
