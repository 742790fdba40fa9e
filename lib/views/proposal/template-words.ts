import type { ProposalSection } from "@/lib/schemas/proposal";
import { sectionWriters } from "./section-kinds";

/** All that was typed into a section: its title, and its text with each figure by its name. */
export const templateWords = ({
  kind,
  title,
  body,
}: ProposalSection): { readonly title: string; readonly text: string } => ({
  title: title ?? sectionWriters[kind].title,
  text: body
    ? body
        .map(({ runs }) =>
          runs.map((run) => (run.kind === "figure" ? `[${run.label}]` : run.text)).join(""),
        )
        .join("\n")
    : "Its title alone",
});
