"use client";

import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import type { Formats } from "@/lib/schemas/formats";
import { maxSections, type ProposalSection } from "@/lib/schemas/proposal";
import type { ProposalMaterial } from "@/lib/views/proposal/material";
import { sectionWriters } from "@/lib/views/proposal/section-kinds";
import { SectionDialog } from "./section-dialog";

/** Which sections there are, and in which order. */
export function SectionList(props: {
  readonly sections: readonly ProposalSection[];
  readonly canEdit: boolean;
  /** What its texts name figures of; null where there is none. */
  readonly material: ProposalMaterial | null;
  readonly formats: Formats | undefined;
  readonly onChange: (sections: ProposalSection[]) => void;
}) {
  const { sections, canEdit, material, formats, onChange } = props;
  const [editedId, setEditedId] = useState<string | null>(null);
  const edited = sections.find(({ id }) => id === editedId);
  const move = (at: number, by: -1 | 1) => {
    const next = [...sections];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + by, 0, moved);
    onChange(next);
  };
  const show = (at: number, isShown: boolean) =>
    onChange(sections.map((section, nth) => (nth === at ? { ...section, isShown } : section)));
  const add = () => {
    const section: ProposalSection = {
      id: `text-${newId().slice(0, 8)}`,
      kind: "text",
      title: null,
      isShown: true,
      body: [],
    };
    onChange([...sections, section]);
    setEditedId(section.id);
  };
  return (
    <>
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
                  {material && (
                    <IconButton
                      label={`Edit ${title}`}
                      icon={<Pencil aria-hidden size={14} />}
                      onClick={() => setEditedId(section.id)}
                    />
                  )}
                  {section.kind === "text" && (
                    <IconButton
                      label={`Remove ${title}`}
                      icon={<Trash2 aria-hidden size={14} />}
                      onClick={() => onChange(sections.filter(({ id }) => id !== section.id))}
                    />
                  )}
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
      {canEdit && material && sections.length < maxSections && (
        <Button
          size="small"
          className="mt-2 self-start"
          icon={<Plus aria-hidden size={14} />}
          onClick={add}
        >
          Own text
        </Button>
      )}
      {edited && material && (
        <SectionDialog
          section={edited}
          material={material}
          formats={formats}
          onChange={(changed) =>
            onChange(sections.map((one) => (one.id === changed.id ? changed : one)))
          }
          onClose={() => setEditedId(null)}
        />
      )}
    </>
  );
}
