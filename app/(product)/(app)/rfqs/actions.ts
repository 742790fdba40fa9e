"use server";

import { action } from "@/lib/adapters/action";
import {
  chooseAnswerInput,
  createRfqInput,
  declineInput,
  endRfqInput,
  enterAnswerInput,
  openEarlyInput,
  requestAnswerInput,
  rfqAtVersionInput,
  saveQuestionInput,
  saveRfqInput,
} from "@/lib/schemas/rfq";
import { enterRfqAnswer, openRfqAnswers, openRfqAnswersEarly } from "@/lib/services/rfq-answers";
import { declineRfq, endRfq, saveRfqQuestion, sendRfq } from "@/lib/services/rfq-changes";
import { chooseRfqAnswer, requestRfqAnswer } from "@/lib/services/rfq-imports";
import { createRfq, saveRfq } from "@/lib/services/rfqs";

const rfqs = { revalidate: "/rfqs" } as const;

export const createRfqAction = action(createRfqInput, createRfq, rfqs);
export const saveRfqAction = action(saveRfqInput, saveRfq, rfqs);
export const sendRfqAction = action(rfqAtVersionInput, sendRfq, rfqs);
export const endRfqAction = action(endRfqInput, endRfq, rfqs);
export const saveRfqQuestionAction = action(saveQuestionInput, saveRfqQuestion, rfqs);
export const declineRfqAction = action(declineInput, declineRfq, rfqs);
export const enterRfqAnswerAction = action(enterAnswerInput, enterRfqAnswer, {
  revalidate: "/quotes",
});
export const requestRfqAnswerAction = action(requestAnswerInput, requestRfqAnswer, rfqs);
export const chooseRfqAnswerAction = action(chooseAnswerInput, chooseRfqAnswer, rfqs);
export const openRfqAnswersAction = action(rfqAtVersionInput, openRfqAnswers, rfqs);
export const openRfqAnswersEarlyAction = action(openEarlyInput, openRfqAnswersEarly, rfqs);
