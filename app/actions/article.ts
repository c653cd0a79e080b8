"use server";

import { importArticles, publishArticle, retireArticle, saveArticle } from "@/lib/knowledge";
import { ArticleInput, ArticleRef, ImportInput } from "@/lib/knowledge/model";
import { action } from "@/lib/platform/action";

export const saveArticleAction = action(ArticleInput, saveArticle);
export const publishArticleAction = action(ArticleRef, publishArticle);
export const retireArticleAction = action(ArticleRef, retireArticle);
export const importArticlesAction = action(ImportInput, importArticles);
