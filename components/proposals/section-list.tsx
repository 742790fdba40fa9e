"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import type { ProposalSection } from "@/lib/schemas/proposal";
import { sectionWriters } from "@/lib/views/proposal/section-kinds";

/** Which sections there are, and in which order. */
export function SectionList(props: {
  readonly sections: readonly ProposalSection[];
  readonly canEdit: boolean;
  readonly onChange: (sections: ProposalSection[]) => void;
}) {
  const { sections, canEdit, onChange } = props;
  const move = (at: number, by: -1 | 1) => {
    const next = [...sections];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + by, 0, moved);
    onChange(next);
  };
  const show = (at: number, isShown: boolean) =>
    onChange(sections.map((section, nth) => (nth === at ? { ...section, isShown } : section)));
  return (
    <ol aria-label="Sections" className="divide-y divide-line">
      {sections.map((section, at) => {
        const writer = sectionWriters[section.kind];
        const title = section.title ?? writer.title;
        return (
          <li key={section.id} className="flex items-start gap-1 py-1.5">
            <Checkbox
              className="min-w-0 flex-1"
              label={title}
              help={writer.help}
              checked={section.isShown}
              disabled={!canEdit}
              onCheckedChange={(checked) => show(at, checked)}
            />
            {canEdit && (
              <>
                <IconButton
                  label={`Move ${title} up`}
                  icon={<ArrowUp aria-hidden size={14} />}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                />
                <IconButton
                  label={`Move ${title} down`}
                  icon={<ArrowDown aria-hidden size={14} />}
                  disabled={at === sections.length - 1}
                  onClick={() => move(at, 1)}
                />
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
