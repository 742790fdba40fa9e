// Writes the CSV of the largest proposal in a process of its own, and says what memory it took beyond what was there before.

import { proposalCsv } from "@/lib/exporters/proposal-csv";
import { plainHouse } from "@/lib/schemas/house-style";
import { computedMaterial } from "@/lib/views/proposal/material";
import { newProposalContent } from "@/lib/views/proposal/new-proposal";
import { proposalDocument } from "@/lib/views/proposal/proposal-document";
import { sizedPlan } from "./sized-plan";

const plan = sizedPlan(50, 120);
const content = newProposalContent(plan.name);
const material = computedMaterial({ plan, content, quotes: [] });
if (!material) throw new Error("The plan has no such scenario.");
const house = plainHouse("");
const document = proposalDocument({ content, material, house, name: "Proposal 1", issued: null });

const before = process.memoryUsage().rss;
const from = performance.now();
const { length } = proposalCsv({ document, plan, projection: material.results.projection });
const ms = performance.now() - from;
// Kilobytes; the process's highest so far.
const most = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ bytes: length, ms, memory: most - before }));
