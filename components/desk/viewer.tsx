"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Viewer } from "@/lib/inbox/model";

const ViewerContext = createContext<Viewer | null>(null);

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** Who looks at the screen. Only inside the desk. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error("useViewer outside the desk");
  return viewer;
}
