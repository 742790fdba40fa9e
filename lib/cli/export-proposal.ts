import { fileMakers, type ProposalSource } from "@/lib/exporters/proposal-files";
import { computeDraft } from "@/lib/exporters/proposal-issue";
import { fileSizeText, usualFormats } from "@/lib/format";
import { type HouseStyle, plainHouse } from "@/lib/schemas/house-style";
import type { Plan } from "@/lib/schemas/plan";
import { type Proposal, proposalContent } from "@/lib/schemas/proposal";
import { fileNames } from "@/lib/views/proposal/file-words";
import { newProposalContent } from "@/lib/views/proposal/new-proposal";
import { type ExportCommand, misusedExport, readExportCommand } from "./export-command";
import { openOutput } from "./output-file";
import { readHouseFile } from "./read-house-file";
import { readPlanFile } from "./read-plan-file";
import { Refused } from "./refused";

/** A plan file as a proposal in a file; gives the words that say so. */
export async function exportProposal(args: readonly string[], folder: string): Promise<string> {
  const command = readExportCommand(args);
  const output = openOutput(command.output, folder, command.force);
  const plan = readPlanFile(command.path, folder);
  const source = sourceOf(plan, command, houseOf(command, folder));
  const { make, extension } = fileMakers[command.format];
  const bytes = await make(source);
  output.write(bytes);
  const { name } = fileNames[command.format];
  const zipped =
    extension !== command.format && !command.output.endsWith(`.${extension}`)
      ? ` It is a ${extension.toUpperCase()}: name it .${extension} for programs that go by the name.`
      : "";
  return `${command.output}: ${name} of \u201c${source.document.title}\u201d, a draft, ${fileSizeText(bytes.length)}.${zipped}\n`;
}

function houseOf({ house, organization }: ExportCommand, folder: string): HouseStyle {
  const plain = plainHouse(organization ?? "");
  return house === null ? plain : { ...plain, ...readHouseFile(house, folder) };
}

function sourceOf(plan: Plan, command: ExportCommand, house: HouseStyle): ProposalSource {
  const scenarioId = scenarioOf(plan, command.scenario);
  const proposal: Proposal = {
    ...{ id: "draft", planId: "plan", number: 1, version: 1 },
    ...{ createdByName: null, updatedAt: "" },
    content: contentOf(plan, command, { scenarioId, house }),
  };
  const draft = ended(computeDraft({ proposal, plan, quotes: [], house, nextIssue: 1 }));
  if ("refusal" in draft) throw new Refused(1, `${command.path}: ${draft.refusal}`);
  const { document, material } = draft;
  const { results } = material;
  // It has no number: no organization counts it.
  return {
    document: { ...document, name: plan.name },
    ...{ plan: results.plan, projection: results.projection },
  };
}

type Under = { readonly scenarioId: string | null; readonly house: HouseStyle };

function contentOf(plan: Plan, command: ExportCommand, { scenarioId, house }: Under) {
  const { formats } = command;
  const chosen = { ...(house.formats ?? usualFormats), ...formats };
  const given = {
    ...newProposalContent(plan.name, scenarioId),
    ...(command.title !== null && { title: command.title }),
    ...(command.audience !== null && { audience: command.audience }),
    ...(Object.keys(formats).length > 0 && { formats: chosen }),
  };
  const checked = proposalContent.safeParse(given);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw misusedExport(`--${String(issue?.path[0] ?? "title")}: ${issue?.message ?? ""}`);
}

function scenarioOf(plan: Plan, name: string | null): string | null {
  if (name === null) return null;
  const found = plan.scenarios.find((one) => one.name === name);
  if (found) return found.id;
  const names = plan.scenarios.map((one) => `"${one.name}"`).join(", ");
  throw new Refused(
    2,
    `The plan has no scenario "${name}". ${names ? `It has ${names}.` : "It has none: leave --scenario out."}`,
  );
}

function ended<Result>(steps: Generator<number, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
