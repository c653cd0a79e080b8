"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useSetOwnerArticle } from "@/components/answers/queries";
import { messageOf } from "@/components/desk/request";
import { useBackKey } from "@/components/desk/row-keys";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { useLinkArticle } from "@/components/learning/queries";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { ArticleView } from "@/lib/insights/model";
import { Markdown } from "./markdown";
import { usePublishArticle, useRetireArticle, useSaveArticle } from "./queries";

type Props = {
  /** Null: a new one. */
  article: ArticleView | null;
  mayWrite: boolean;
  /** What a new one begins with. */
  start?: Start | undefined;
};

type Start = {
  title?: string;
  body?: string;
  /** The answer that it is made of; it then belongs to the article. */
  answerId?: string;
  /** The unknown questions that it is written for. */
  groupId?: string;
};

const SAVED = says({ draft: "Saved", published: "Published: drafts use it from now on" });

type Written = { title: string; category: string; body: string };

const beginning = (article: Props["article"], start: Start | undefined): Written => ({
  title: article?.title ?? start?.title ?? "",
  category: article?.category ?? "",
  body: article?.body ?? start?.body ?? "",
});

/** Writes an article in Markdown, shows what it looks like, and publishes or retires it. */
export function ArticleEditor({ article, mayWrite, start }: Props) {
  const t = useT();
  const [before] = useState(() => beginning(article, start));
  const [written, setWritten] = useState(before);
  // Not over words that nobody has saved.
  useBackKey("/articles", written === before);
  const save = useSaveArticle();
  const belong = useSetOwnerArticle();
  const link = useLinkArticle();
  const router = useRouter();

  function submit(state: "draft" | "published") {
    save.mutate(
      {
        ...(article && { articleId: article.id, slug: article.slug, tags: article.tags }),
        ...written,
        category: written.category.trim() || null,
        state,
      },
      {
        onSuccess({ articleId }) {
          toast.success(t(SAVED[state]));
          if (start?.answerId) belong.mutate({ answerId: start.answerId, articleId });
          if (start?.groupId) link.mutate({ groupId: start.groupId, articleId });
          // A new one gets its own page; read anew, the page that is left would be in its way.
          if (article) router.refresh();
          else router.replace(`/articles/${articleId}`);
        },
        onError: (error) => toast.error(messageOf(error, t)),
      },
    );
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    submit("published");
  }

  const empty = written.title.trim() === "" || written.body.trim() === "";
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3 rounded-xl border bg-panel p-4">
      <Fields written={written} onChange={setWritten} readOnly={!mayWrite} />
      {mayWrite ? (
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" type="submit" busy={save.isPending} disabled={empty}>
            {article?.state === "published" ? t("Save and publish") : t("Publish")}
          </Button>
          <Button busy={save.isPending} disabled={empty} onClick={() => submit("draft")}>
            {t("Save as draft")}
          </Button>
          {article ? <StateButton article={article} /> : null}
        </div>
      ) : (
        <p className="text-faint">{t("Reviewers and admins can change articles.")}</p>
      )}
    </form>
  );
}

type FieldsProps = {
  written: Written;
  onChange: (written: Written) => void;
  readOnly: boolean;
};

function Fields({ written, onChange, readOnly }: FieldsProps) {
  const t = useT();
  return (
    <>
      <Field label={t("Title")} hint={t("As a customer would ask, or call it")}>
        {(wiring) => (
          <Input
            {...wiring}
            value={written.title}
            maxLength={200}
            readOnly={readOnly}
            onChange={(event) => onChange({ ...written, title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("Category")} hint={t("billing, technical, onboarding, general, or none")}>
        {(wiring) => (
          <Input
            {...wiring}
            value={written.category}
            maxLength={64}
            readOnly={readOnly}
            onChange={(event) => onChange({ ...written, category: event.target.value })}
          />
        )}
      </Field>
      <Tabs defaultValue="write">
        <TabsList aria-label={t("Article")}>
          <TabsTrigger value="write">{t("Write")}</TabsTrigger>
          <TabsTrigger value="preview">{t("Preview")}</TabsTrigger>
        </TabsList>
        <TabsContent value="write" className="mt-2">
          <Field label={t("Text")} hint={t("Markdown: # headings, lists, **bold**, `code`, links")}>
            {(wiring) => (
              <Textarea
                {...wiring}
                value={written.body}
                rows={16}
                readOnly={readOnly}
                className="min-h-72 font-mono text-xs"
                onChange={(event) => onChange({ ...written, body: event.target.value })}
              />
            )}
          </Field>
        </TabsContent>
        <TabsContent value="preview" className="mt-2 min-h-72 rounded-md border p-3">
          {written.body.trim() === "" ? (
            <p className="text-faint">{t("There is nothing to show yet.")}</p>
          ) : null}
          <Markdown text={written.body} />
        </TabsContent>
      </Tabs>
    </>
  );
}

function StateButton({ article }: { article: ArticleView }) {
  const t = useT();
  const retire = useRetireArticle();
  const publish = usePublishArticle();
  if (article.state === "retired") {
    return (
      <Button busy={publish.isPending} onClick={() => publish.mutate(article.id)}>
        {t("Publish again as it was")}
      </Button>
    );
  }
  return (
    <Button kind="danger" busy={retire.isPending} onClick={() => retire.mutate(article.id)}>
      {t("Retire")}
    </Button>
  );
}
