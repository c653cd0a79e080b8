"use client";

import { MoreHorizontal } from "lucide-react";
import { type FormEvent, useState } from "react";
import { messageOf } from "@/components/desk/request";
import { offerUndo } from "@/components/desk/undo";
import { useT } from "@/components/i18n/context";
import { goTo } from "@/components/queue/place";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { QueueSort } from "@/lib/inbox/model";
import type { View } from "@/lib/view/model";
import { filterFrom } from "./filter-text";
import { joinFilters } from "./join-filters";
import { NameAndShare } from "./name-and-share";
import { useChangeView, useRemoveView, useRestoreView, useViews } from "./queries";

type Props = { queue: string /** JSON, as in the address. */; filter: string; sort: string };

/** What can be done to the saved view that is shown; nothing for other lists. */
export function ViewMenu({ queue, filter, sort }: Props) {
  const view = useViews()?.find(({ id }) => id === queue);
  return view?.mayChange ? <Menu view={view} filter={filter} sort={sort} /> : null;
}

function Menu({ view, filter, sort }: { view: View; filter: string; sort: string }) {
  const t = useT();
  const [naming, setNaming] = useState(false);
  const change = useChangeView();
  const remove = useDelete(view);
  const order = QueueSort.catch("newest").parse(sort);
  const current = filterFrom(filter);
  const whole = joinFilters(view.filter, current);
  const differs = whole !== null && (current !== null || order !== view.sort);
  const told = (text: string) => ({
    onSuccess: () => void toast.success(text),
    onError: (error: Error) => void toast.error(messageOf(error, t)),
  });
  const update = () => {
    if (!whole) return;
    const next = { viewId: view.id, filter: whole, sort: order };
    const done = told(t("The view is updated"));
    change.mutate(next, {
      ...done,
      onSuccess: () => {
        done.onSuccess();
        goTo({ filter: "" }, "replace");
      },
    });
  };
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button kind="quiet" size="icon" aria-label={t("View {{name}}", { name: view.name })}>
            <MoreHorizontal size={15} aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {differs ? (
            <DropdownMenuItem onSelect={update}>
              {t("Update with filter and order")}
            </DropdownMenuItem>
          ) : null}
          <DropdownMenuItem onSelect={() => setNaming(true)}>
            {t("Rename or share…")}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => void remove()} className="text-held">
            {t("Delete")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <Dialog open={naming} onOpenChange={setNaming} title={t("Rename or share")}>
        <NameForm view={view} onClose={() => setNaming(false)} />
      </Dialog>
    </>
  );
}

/** Deletes the view at once, leaves its list, and offers the way back. */
function useDelete(view: View): () => Promise<void> {
  const t = useT();
  const remove = useRemoveView();
  const restore = useRestoreView();
  return async () => {
    try {
      // Not told to callbacks of the menu: it may be gone with its view before the answer is there.
      const removed = await remove.mutateAsync({ viewId: view.id });
      goTo({ queue: "open", ticketId: undefined, filter: "", sort: "newest" });
      offerUndo({
        key: `view ${view.id}`,
        text: t("Deleted the view “{{name}}”", { name: view.name }),
        after: "",
        run: async () => {
          await restore.mutateAsync(removed);
          goTo({ queue: view.id, ticketId: undefined, filter: "", sort: view.sort });
        },
      });
    } catch (error) {
      toast.error(messageOf(error, t));
    }
  };
}

function NameForm({ view, onClose }: { view: View; onClose: () => void }) {
  const t = useT();
  const [name, setName] = useState(view.name);
  const [shared, setShared] = useState(view.shared);
  const change = useChangeView();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "" || change.isPending) return;
    change.mutate({ viewId: view.id, name, shared }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={save} className="flex flex-col gap-3">
      <NameAndShare name={name} shared={shared} onName={setName} onShared={setShared} />
      {view.own ? null : (
        <p className="text-rev">{t("This view is {{name}}’s.", { name: view.owner })}</p>
      )}
      {change.isError ? (
        <p role="alert" className="text-held">
          {messageOf(change.error, t)}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t("Cancel")}</Button>
        <Button type="submit" kind="primary" busy={change.isPending} disabled={name.trim() === ""}>
          {t("Save")}
        </Button>
      </div>
    </form>
  );
}
