"use client";

import { signOut } from "next-auth/react";
import { Avatar } from "@/components/ui/avatar";
import {
  DropdownMenu,
  DropdownMenuCheck,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { useKeysOn } from "./keys";
import { useViewer } from "./viewer";

const ROLE_WORDS = { agent: "Agent", reviewer: "Reviewer", admin: "Admin" } as const;

export function AccountMenu() {
  const viewer = useViewer();
  const [keysOn, setKeysOn] = useKeysOn();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-1.5 text-left hover:bg-sel pointer-coarse:min-h-11">
        <Avatar name={viewer.name} />
        <span className="min-w-0 leading-tight">
          <span className="block truncate font-medium">{viewer.name}</span>
          <span className="block text-2xs text-faint">{ROLE_WORDS[viewer.role]}</span>
        </span>
        <span className="sr-only">: account</span>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" side="top">
        <p className="truncate px-2 py-1 text-faint">{viewer.email}</p>
        <DropdownMenuSeparator />
        <DropdownMenuCheck checked={keysOn} onCheckedChange={setKeysOn}>
          Single-key shortcuts
        </DropdownMenuCheck>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => void signOut({ callbackUrl: "/sign-in" })}>
          Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
