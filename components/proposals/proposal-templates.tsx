"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { removeProposalTemplateAction } from "@/app/(product)/(app)/proposals/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { counted } from "@/lib/format";
import type { ProposalTemplate } from "@/lib/schemas/proposal-template";
import type { TemplateTarget } from "@/lib/schemas/template";
import { issuedText } from "@/lib/views/proposal/proposal-names";
import { CopyTemplateDialog } from "./copy-template-dialog";

/** What proposals may begin with, and their way to another organization. */
export function ProposalTemplates(props: {
  readonly templates: readonly ProposalTemplate[];
  readonly targets: readonly TemplateTarget[];
  readonly canEdit: boolean;
}) {
  const { templates, targets, canEdit } = props;
  const router = useRouter();
  const toast = useToast();
  const [copying, setCopying] = useState<ProposalTemplate | null>(null);
  const remove = async ({ id: templateId, name }: ProposalTemplate) => {
    const outcome = await attempt(
      () => removeProposalTemplateAction({ templateId }),
      `${name} was not deleted`,
    );
    toast.show(
      outcome.ok ? { text: `${name} deleted` } : { text: outcome.message, tone: "failure" },
    );
    router.refresh();
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
              {counted(template.sections.length, "section")}, kept by{" "}
              {template.savedBy ?? "a former member"}, {issuedText(template.savedAt)}
            </span>
            {targets.length > 0 && (
              <Button
                size="small"
                aria-label={`Copy ${template.name} to another organization`}
                onClick={() => setCopying(template)}
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
