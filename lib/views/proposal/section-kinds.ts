import type { SectionKind } from "@/lib/schemas/proposal";
import type { RichText } from "@/lib/schemas/rich-text";
import {
  breakEvenBlocks,
  projectionBlocks,
  scheduleBlocks,
  sensitivityBlocks,
} from "./answer-sections";
import { assumptionsBlocks } from "./assumptions-section";
import type { DocumentBlock } from "./document";
import { linesBlocks } from "./lines-section";
import type { ProposalMaterial } from "./material";
import { methodText } from "./method-section";
import { needBlocks, needText } from "./need-section";
import { optionsBlocks } from "./options-section";
import type { Figures } from "./prose";
import { recommendationText } from "./recommendation-section";
import { summaryBlocks, summaryText } from "./summary-section";

export type SectionWriter = {
  readonly title: string;
  /** What it is for, where a section is chosen. */
  readonly help: string;
  /** What Loadline writes where nobody wrote anything. */
  readonly text: (material: ProposalMaterial, figures: Figures) => RichText;
  readonly blocks: (material: ProposalMaterial, figures: Figures) => readonly DocumentBlock[];
};

const noText = (): RichText => [];
const noBlocks = (): readonly DocumentBlock[] => [];

export const sectionWriters: Readonly<Record<SectionKind, SectionWriter>> = {
  summary: {
    title: "Executive summary",
    help: "One page: ask, money, when, and what would change our mind",
    text: summaryText,
    blocks: summaryBlocks,
  },
  need: {
    title: "Need and workloads",
    help: "What is asked for, month one to the last",
    text: needText,
    blocks: needBlocks,
  },
  options: {
    title: "Options and quotes",
    help: "What was compared, and the quotes behind it",
    text: noText,
    blocks: optionsBlocks,
  },
  projection: {
    title: "Projection, inference against training",
    help: "Spend by quarter, and the cost of a million tokens",
    text: noText,
    blocks: projectionBlocks,
  },
  "break-even": {
    title: "Break-even",
    help: "When each option passes each other one, and what the money earns",
    text: noText,
    blocks: breakEvenBlocks,
  },
  sensitivity: {
    title: "What would change our mind",
    help: "The nearest values at which another option wins, and what moves the answer",
    text: noText,
    blocks: sensitivityBlocks,
  },
  recommendation: {
    title: "Recommendation",
    help: "What to buy, from whom, and up to which price",
    text: recommendationText,
    blocks: noBlocks,
  },
  schedule: {
    title: "Schedule and cash against budget",
    help: "Cash by fiscal year beside the budget",
    text: noText,
    blocks: scheduleBlocks,
  },
  assumptions: {
    title: "Assumptions and sources",
    help: "Every input with its value, source, date and evidence",
    text: noText,
    blocks: assumptionsBlocks,
  },
  lines: {
    title: "Every cost line",
    help: "What the totals are made of, by option and fiscal year",
    text: noText,
    blocks: linesBlocks,
  },
  method: {
    title: "Method",
    help: "How the numbers were made",
    text: methodText,
    blocks: noBlocks,
  },
  text: {
    title: "Own text",
    help: "Your words, with live figures in them",
    text: noText,
    blocks: noBlocks,
  },
};
