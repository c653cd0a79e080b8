import { useMutation } from "@tanstack/react-query";
import { createFirstAdminAction } from "@/app/actions/auth";
import { unwrap } from "@/components/desk/request";
import type { FirstAdmin } from "@/lib/person/model";

export function useCreateFirstAdmin() {
  return useMutation({
    mutationFn: (input: FirstAdmin) => unwrap(createFirstAdminAction(input)),
  });
}
