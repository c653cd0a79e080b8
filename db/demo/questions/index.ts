/** Every scenario, with its quotes looked up in the articles (throws where one is not there). */

import { demoArticles } from "../articles";
import { prose, sentenceStarting } from "../text";
import type { DemoArticle, DemoQuestion, DemoQuestionText } from "../types";
import { accessQuestions } from "./access";
import { invoiceQuestions } from "./billing-invoices";
import { planQuestions } from "./billing-plans";
import { dataQuestions } from "./data";
import { developerQuestions } from "./developers";
import { generalQuestions } from "./general";
import { integrationQuestions } from "./integrations";
import { onboardingQuestions } from "./onboarding";
import { planningQuestions } from "./planning";

const articles = new Map(demoArticles.map((article) => [article.slug, article]));

export function articleBySlug(slug: string): DemoArticle {
  const article = articles.get(slug);
  if (article === undefined) throw new Error(`There is no demo article "${slug}".`);
  return article;
}

function complete(text: DemoQuestionText): DemoQuestion {
  const { body } = articleBySlug(text.nearest);
  const quotes = text.cites.map((beginning) => sentenceStarting(body, beginning));
  return {
    ...text,
    body: prose(text.body),
    alreadyTried: text.alreadyTried ?? [],
    language: text.language ?? "en",
    articleSlug: text.answers ? text.nearest : null,
    quotes,
    ...(text.answers ? { aiReply: quotes } : {}),
    ...(text.followUp === undefined ? {} : { followUp: prose(text.followUp) }),
    ...(text.agentReply === undefined ? {} : { agentReply: prose(text.agentReply) }),
    ...(text.closingReply === undefined ? {} : { closingReply: prose(text.closingReply) }),
  };
}

export const demoQuestions: readonly DemoQuestion[] = [
  ...invoiceQuestions,
  ...planQuestions,
  ...accessQuestions,
  ...developerQuestions,
  ...dataQuestions,
  ...integrationQuestions,
  ...onboardingQuestions,
  ...planningQuestions,
  ...generalQuestions,
].map(complete);
