"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import {
  getProposalTemplateAction,
  removeProposalTemplateAction,
  restoreProposalTemplateAction,
} from "@/app/(product)/(app)/proposals/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { counted } from "@/lib/format";
import type {
  ListedProposalTemplate,
  ProposalTemplate,
  RestoreProposalTemplate,
} from "@/lib/schemas/proposal-template";
import type { TemplateTarget } from "@/lib/schemas/template";
import { issuedText } from "@/lib/views/proposal/proposal-names";
import { CopyTemplateDialog } from "./copy-template-dialog";

/** What proposals may begin with, and their way to another organization. */
export function ProposalTemplates(props: {
  readonly templates: readonly ListedProposalTemplate[];
  readonly targets: readonly TemplateTarget[];
  readonly canEdit: boolean;
}) {
  const { templates, targets, canEdit } = props;
  const router = useRouter();
  const toast = useToast();
  const [copying, setCopying] = useState<ProposalTemplate | null>(null);
  const refuse = (text: string) => toast.show({ text, tone: "failure" });
  const remove = async ({ id: templateId, name }: ListedProposalTemplate) => {
    const outcome = await attempt(
      () => removeProposalTemplateAction({ templateId }),
      `${name} was not deleted`,
    );
    if (outcome.ok) toast.show({ text: `${name} deleted`, undo: () => void restore(outcome.data) });
    else refuse(outcome.message);
    router.refresh();
  };
  const restore = async (template: RestoreProposalTemplate) => {
    const outcome = await attempt(
      () => restoreProposalTemplateAction(template),
      `${template.name} was not brought back`,
    );
    if (!outcome.ok) refuse(outcome.message);
    router.refresh();
  };
  const copy = async ({ id: templateId }: ListedProposalTemplate) => {
    const outcome = await attempt(
      () => getProposalTemplateAction({ templateId }),
      "Nothing was copied",
    );
    if (outcome.ok) setCopying(outcome.data);
    else refuse(outcome.message);
  };
  if (templates.length === 0) return null;
  return (
    <section aria-labelledby="templates" className="card">
      <h2 id="templates" className="px-[18px] pt-3 pb-1 text-base">
        Templates of proposals
      </h2>
      <ul className="divide-y divide-line">
        {templates.map((template) => (
          <li
            key={template.id}
            className="flex flex-wrap items-center gap-x-6 gap-y-1 px-[18px] py-2 text-sm"
          >
            <span className="font-label">{template.name}</span>
            <span className="mr-auto text-ink-2">
              {counted(template.sectionCount, "section")}, kept by{" "}
              {template.savedBy ?? "a former member"}, {issuedText(template.savedAt)}
            </span>
            {targets.length > 0 && (
              <Button
                size="small"
                aria-label={`Copy ${template.name} to another organization`}
                onClick={() => void copy(template)}
              >
                Copy to another organization
              </Button>
            )}
            {canEdit && (
              <Button
                size="small"
                variant="quiet"
                aria-label={`Delete template ${template.name}`}
                onClick={() => void remove(template)}
              >
                Delete
              </Button>
            )}
          </li>
        ))}
      </ul>
      {copying && (
        <CopyTemplateDialog template={copying} targets={targets} onClose={() => setCopying(null)} />
      )}
    </section>
  );
}
