"use server";

import { action } from "@/lib/adapters/action";
import {
  createProposalInput,
  deleteProposalInput,
  requestIssueInput,
  requestPdfInput,
  saveProposalInput,
} from "@/lib/schemas/proposal";
import { requestIssue } from "@/lib/services/proposal-issues";
import { requestProposalPdf } from "@/lib/services/proposal-papers";
import { createProposal, deleteProposal, saveProposal } from "@/lib/services/proposals";

const proposals = { revalidate: "/proposals" } as const;

export const createProposalAction = action(createProposalInput, createProposal, proposals);
export const saveProposalAction = action(saveProposalInput, saveProposal, proposals);
export const deleteProposalAction = action(deleteProposalInput, deleteProposal, proposals);
export const requestPdfAction = action(requestPdfInput, requestProposalPdf, proposals);
export const requestIssueAction = action(requestIssueInput, requestIssue, proposals);
