/** The 40 articles of Northlane's help centre. */

import type { DemoArticle } from "../types";
import { accessArticles } from "./access";
import { billingArticles } from "./billing";
import { dataArticles } from "./data";
import { generalArticles } from "./general";
import { integrationArticles } from "./integrations";
import { onboardingArticles } from "./onboarding";

export const demoArticles: readonly DemoArticle[] = [
  ...billingArticles,
  ...accessArticles,
  ...dataArticles,
  ...integrationArticles,
  ...onboardingArticles,
  ...generalArticles,
];
