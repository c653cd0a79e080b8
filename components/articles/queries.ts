import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import {
  importArticlesAction,
  publishArticleAction,
  retireArticleAction,
  saveArticleAction,
} from "@/app/actions/article";
import { messageOf, unwrap } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { toast } from "@/components/ui/toast";
import type { ArticleInput, ImportOutcome } from "@/lib/knowledge/model";

/** Characters of one request; the server takes about a megabyte. */
const BATCH_CHARACTERS = 300_000;
const BATCH_FILES = 100;

type File = { path: string; text: string };

export function useSaveArticle() {
  return useMutation({ mutationFn: (input: ArticleInput) => unwrap(saveArticleAction(input)) });
}

function useChange(act: typeof retireArticleAction, done: string) {
  const t = useT();
  const router = useRouter();
  return useMutation({
    mutationFn: (articleId: string) => unwrap(act({ articleId })),
    onError: (error) => toast.error(messageOf(error, t)),
    onSuccess() {
      toast.success(t(done));
      router.refresh();
    },
  });
}

export const usePublishArticle = () => useChange(publishArticleAction, says("Published"));
export const useRetireArticle = () => useChange(retireArticleAction, says("Retired"));

/** Imports files in requests that the server takes, one after the other. */
export function useImportArticles() {
  const router = useRouter();
  return useMutation({
    async mutationFn(files: readonly File[]): Promise<ImportOutcome> {
      const all: ImportOutcome = { created: 0, changed: 0, same: 0, refused: [] };
      for (const batch of batchesOf(files)) {
        const one = await unwrap(importArticlesAction({ files: batch }));
        all.created += one.created;
        all.changed += one.changed;
        all.same += one.same;
        all.refused.push(...one.refused);
      }
      return all;
    },
    onSettled: () => router.refresh(),
  });
}

function batchesOf(files: readonly File[]): File[][] {
  const batches: File[][] = [];
  let size = 0;
  for (const file of files) {
    const last = batches.at(-1);
    size += file.text.length;
    if (!last || last.length >= BATCH_FILES || size > BATCH_CHARACTERS) {
      batches.push([file]);
      size = file.text.length;
    } else last.push(file);
  }
  return batches;
}
