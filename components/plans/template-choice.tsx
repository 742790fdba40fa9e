"use client";

import { clsx } from "clsx";
import { Copy, Trash2 } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { templates } from "@/lib/catalog/templates";
import { dateText } from "@/lib/format";
import type { PlanTemplate } from "@/lib/schemas/template";

export type TemplateChoiceProps = {
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** Those the organization keeps. */
  readonly own: readonly PlanTemplate[];
  readonly onRemove: (template: PlanTemplate) => void;
  /** Null where there is no other organization to copy one to. */
  readonly onCopy: ((template: PlanTemplate) => void) | null;
};

/** What a plan starts from: the product's templates, and the organization's own. */
export function TemplateChoice(props: TemplateChoiceProps) {
  const { value, onChange, own, onRemove, onCopy } = props;
  return (
    <>
      <fieldset>
        <legend className="mb-1.5 font-label text-sm">Start from</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {templates.map((template) => (
            <Card
              key={template.id}
              {...template}
              checked={value === template.id}
              onChange={onChange}
            />
          ))}
        </div>
      </fieldset>
      {own.length > 0 && (
        <fieldset>
          <legend className="mb-1.5 font-label text-sm">Your organization’s</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {own.map((template) => (
              <div key={template.id} className="relative grid">
                <Card
                  {...template}
                  note={keptBy(template)}
                  actions={onCopy ? 2 : 1}
                  checked={value === template.id}
                  onChange={onChange}
                />
                {onCopy && (
                  <IconButton
                    label={`Copy template ${template.name} to another organization`}
                    icon={<Copy aria-hidden size={14} />}
                    onClick={() => onCopy(template)}
                    className="absolute! top-1 right-9 pointer-coarse:right-12"
                  />
                )}
                <IconButton
                  label={`Delete template ${template.name}`}
                  icon={<Trash2 aria-hidden size={14} />}
                  onClick={() => onRemove(template)}
                  className="absolute! top-1 right-1"
                />
              </div>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}

const keptBy = ({ savedBy, savedAt }: PlanTemplate) =>
  `${savedBy ?? "A former member"}, ${dateText(savedAt)}`;

type CardProps = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Who kept it, and when. */
  readonly note?: string;
  /** Buttons over its corner. */
  readonly actions?: 1 | 2;
  readonly checked: boolean;
  readonly onChange: (id: string) => void;
};

function Card({ id, name, description, note, actions, checked, onChange }: CardProps) {
  return (
    <label
      className={clsx(
        "flex items-start gap-2.5 rounded-md border border-control px-3 py-2",
        actions === 1 && "pr-10 pointer-coarse:pr-13",
        actions === 2 && "pr-18 pointer-coarse:pr-25",
        "has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent has-checked:ring-inset",
        "has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
      )}
    >
      <input
        type="radio"
        name="template"
        value={id}
        checked={checked}
        onChange={() => onChange(id)}
        className="mt-px size-4 shrink-0 accent-accent outline-none"
      />
      <span className="min-w-0">
        <span className="block font-label text-sm">{name}</span>
        {description && <span className="block text-ink-3 text-xs">{description}</span>}
        {note && <span className="mt-0.5 block text-ink-3 text-xs">{note}</span>}
      </span>
    </label>
  );
}
