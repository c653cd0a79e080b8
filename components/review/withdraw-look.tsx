"use client";

import { useMutation } from "@tanstack/react-query";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import type { ReviewItem } from "@/lib/review/model";
import { useRefreshReview, withdrawSecondLook } from "./queries";

type Props = { item: ReviewItem; look: NonNullable<ReviewItem["look"]> };

/** For whoever asked: the colleague decides, unless they need them no more. */
export function WithdrawLook({ item, look }: Props) {
  const t = useT();
  const refresh = useRefreshReview();
  const withdraw = useMutation({
    mutationFn: () => withdrawSecondLook(item.id),
    onSettled: refresh,
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p>
        {t("You have asked {{name}} to look; their word settles it.", {
          name: look.of?.name ?? t("another reviewer"),
        })}
      </p>
      <Button busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
        {t("Decide myself")}
      </Button>
      {withdraw.isError ? (
        <p role="alert" className="text-held">
          {messageOf(withdraw.error, t)}
        </p>
      ) : null}
    </div>
  );
}
