"use client";

import { useRouter } from "next/navigation";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
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

const ROLE_WORDS = says({ agent: "Agent", reviewer: "Reviewer", admin: "Admin" } as const);

/** Its code is fetched when it is needed: few sign out. */
async function signOut(): Promise<void> {
  const { signOut: leave } = await import("next-auth/react");
  await leave({ callbackUrl: "/sign-in" });
}

export function AccountMenu() {
  const t = useT();
  const viewer = useViewer();
  const router = useRouter();
  const [keysOn, setKeysOn] = useKeysOn();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-1.5 text-left hover:bg-sel pointer-coarse:min-h-11">
        <Avatar name={viewer.name} />
        <span className="line-clamp-2 min-w-0 font-medium leading-tight wrap-anywhere">
          {viewer.name}
        </span>
        <span className="sr-only">: {t("account")}</span>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" side="top">
        <p className="truncate px-2 py-1 text-faint">
          {viewer.email}
          <span className="block">{t(ROLE_WORDS[viewer.role])}</span>
        </p>
        <DropdownMenuSeparator />
        <DropdownMenuCheck checked={keysOn} onCheckedChange={setKeysOn}>
          {t("Single-key shortcuts")}
        </DropdownMenuCheck>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => router.push("/account")}>
          {t("Your account")}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void signOut()}>{t("Sign out")}</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
