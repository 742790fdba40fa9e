"use client";

import { useState } from "react";
import { copyProposalTemplateAction } from "@/app/(product)/(app)/proposals/actions";
import { CopyDialog } from "@/components/templates/copy-dialog";
import { Checkbox } from "@/components/ui/checkbox";
import { hasWords, type ProposalTemplate } from "@/lib/schemas/proposal-template";
import type { TemplateTarget } from "@/lib/schemas/template";
import { templateWords } from "@/lib/views/proposal/template-words";

type CopyProps = {
  readonly template: ProposalTemplate;
  readonly targets: readonly TemplateTarget[];
  readonly onClose: () => void;
};

/** Shows all that was typed, of which nothing goes along before it is chosen. */
export function CopyTemplateDialog({ template, targets, onClose }: CopyProps) {
  const [withWordsOf, setWithWordsOf] = useState<readonly string[]>([]);
  const choose = (sectionId: string, goes: boolean) =>
    setWithWordsOf((now) => {
      const others = now.filter((one) => one !== sectionId);
      return goes ? [...others, sectionId] : others;
    });
  return (
    <CopyDialog
      {...{ template, targets, onClose }}
      description="Which sections there are, their order and which are shown go along. No plan, figure, quote, name or hash does. Of what was typed here, only what you tick goes: read it, it may name a client."
      onCopy={(copy) =>
        copyProposalTemplateAction({
          ...{ ...copy, templateId: template.id, withWordsOf: [...withWordsOf] },
        })
      }
    >
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-label text-sm">What was typed</legend>
        {template.sections.filter(hasWords).map((section) => {
          const { title, text } = templateWords(section);
          return (
            <Checkbox
              key={section.id}
              label={title}
              help={<span className="block whitespace-pre-line break-words">{text}</span>}
              checked={withWordsOf.includes(section.id)}
              onCheckedChange={(goes) => choose(section.id, goes)}
            />
          );
        })}
        {!template.sections.some(hasWords) && (
          <p className="text-ink-2 text-sm">Nothing: every section is as Loadline writes it.</p>
        )}
      </fieldset>
    </CopyDialog>
  );
}
