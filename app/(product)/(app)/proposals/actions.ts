"use server";

import { action } from "@/lib/adapters/action";
import {
  answerApprovalInput,
  askApprovalInput,
  withdrawApprovalInput,
} from "@/lib/schemas/approval";
import { nothingInput } from "@/lib/schemas/inputs";
import {
  createProposalInput,
  deleteProposalInput,
  issueNamed,
  requestIssueInput,
  saveProposalInput,
} from "@/lib/schemas/proposal";
import { requestFileInput } from "@/lib/schemas/proposal-file";
import {
  copyProposalTemplateInput,
  proposalTemplateNamed,
  restoreProposalTemplateInput,
  saveProposalTemplateInput,
} from "@/lib/schemas/proposal-template";
import { createShareLinkInput, shareLinkNamed, shareLinksOf } from "@/lib/schemas/share-link";
import { answerApproval, askApproval, withdrawApproval } from "@/lib/services/approvals";
import { checkIssue } from "@/lib/services/issue-check";
import { requestProposalFile } from "@/lib/services/proposal-files";
import { requestIssue } from "@/lib/services/proposal-issues";
import {
  copyProposalTemplate,
  getProposalTemplate,
  listProposalTemplates,
  removeProposalTemplate,
  restoreProposalTemplate,
  saveProposalTemplate,
} from "@/lib/services/proposal-templates";
import { createProposal, deleteProposal, saveProposal } from "@/lib/services/proposals";
import { createShareLink, listShareLinks, revokeShareLink } from "@/lib/services/share-links";

const proposals = { revalidate: "/proposals" } as const;

export const createProposalAction = action(createProposalInput, createProposal, proposals);
export const saveProposalAction = action(saveProposalInput, saveProposal, proposals);
export const deleteProposalAction = action(deleteProposalInput, deleteProposal, proposals);
export const requestFileAction = action(requestFileInput, requestProposalFile, proposals);
export const requestIssueAction = action(requestIssueInput, requestIssue, proposals);
export const askApprovalAction = action(askApprovalInput, askApproval, proposals);
export const withdrawApprovalAction = action(withdrawApprovalInput, withdrawApproval, proposals);
export const answerApprovalAction = action(answerApprovalInput, answerApproval, proposals);
export const checkIssueAction = action(issueNamed, checkIssue);
export const listShareLinksAction = action(shareLinksOf, listShareLinks);
export const createShareLinkAction = action(createShareLinkInput, createShareLink, proposals);
export const revokeShareLinkAction = action(shareLinkNamed, revokeShareLink, proposals);
export const listProposalTemplatesAction = action(nothingInput, listProposalTemplates);
export const getProposalTemplateAction = action(proposalTemplateNamed, getProposalTemplate);
export const saveProposalTemplateAction = action(
  saveProposalTemplateInput,
  saveProposalTemplate,
  proposals,
);
export const removeProposalTemplateAction = action(
  proposalTemplateNamed,
  removeProposalTemplate,
  proposals,
);
export const restoreProposalTemplateAction = action(
  restoreProposalTemplateInput,
  restoreProposalTemplate,
  proposals,
);
export const copyProposalTemplateAction = action(
  copyProposalTemplateInput,
  copyProposalTemplate,
  proposals,
);
