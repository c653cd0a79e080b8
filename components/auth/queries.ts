import { useMutation, useQuery } from "@tanstack/react-query";
import { acceptInviteAction, createFirstAdminAction, readInviteAction } from "@/app/actions/auth";
import { unwrap } from "@/components/desk/request";
import type { AcceptInvite, FirstAdmin } from "@/lib/person/model";

export function useCreateFirstAdmin() {
  return useMutation({
    mutationFn: (input: FirstAdmin) => unwrap(createFirstAdminAction(input)),
  });
}

/** Whose invitation a link is. Asked once: looking again would tell nothing new. */
export function useInvite(token: string | null) {
  return useQuery({
    queryKey: ["invite", token],
    queryFn: () => unwrap(readInviteAction({ token: token ?? "" })),
    enabled: Boolean(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useAcceptInvite() {
  return useMutation({
    mutationFn: (input: AcceptInvite) => unwrap(acceptInviteAction(input)),
  });
}
