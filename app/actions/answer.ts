"use server";

import {
  AnswerRef,
  EditAnswerInput,
  MergeAnswersInput,
  OwnerArticleInput,
} from "@/lib/knowledge/model";
import {
  editAnswer,
  mergeAnswers,
  releaseAnswer,
  restoreAnswer,
  retireAnswer,
  setOwnerArticle,
  unmergeAnswer,
} from "@/lib/learn";
import { action } from "@/lib/platform/action";

export const releaseAnswerAction = action(AnswerRef, releaseAnswer);
export const retireAnswerAction = action(AnswerRef, retireAnswer);
export const restoreAnswerAction = action(AnswerRef, restoreAnswer);
export const editAnswerAction = action(EditAnswerInput, editAnswer);
export const mergeAnswersAction = action(MergeAnswersInput, mergeAnswers);
export const unmergeAnswerAction = action(AnswerRef, unmergeAnswer);
export const setOwnerArticleAction = action(OwnerArticleInput, setOwnerArticle);
