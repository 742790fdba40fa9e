"use client";

import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import type { FieldDifference, PartDifference, ValueText } from "@/lib/views/plan-difference";

const shownFields = 5;
const verbs = { added: "added", removed: "deleted", changed: "" };

/** What one change did to one part: a line for each field, many of them folded. */
export function PartLines({ part }: { readonly part: PartDifference }) {
  const [all, setAll] = useState(false);
  const fields = all ? part.fields : part.fields.slice(0, shownFields);
  const hidden = part.fields.length - fields.length;
  return (
    <div className="grid gap-1">
      <p className="font-label text-sm">
        {part.name} {verbs[part.kind]}
      </p>
      {fields.length > 0 && (
        <ul className="grid gap-0.5">
          {fields.map((field) => (
            <FieldLine key={`${field.path} ${field.label}`} field={field} />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <Button size="small" className="justify-self-start" onClick={() => setAll(true)}>
          {hidden} more
        </Button>
      )}
    </div>
  );
}

function FieldLine({ field }: { readonly field: FieldDifference }) {
  return (
    <li className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-sm">
      <span className="text-ink-2">{field.label}</span>
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
        <span className="sr-only">from</span>
        <Value value={field.before} className="text-ink-3" />
        <ArrowRight aria-hidden size={12} className="self-center text-ink-3" />
        <span className="sr-only">to</span>
        <Value value={field.after} className="font-label" />
      </span>
    </li>
  );
}

export function Value(props: { readonly value: ValueText; readonly className?: string }) {
  const { value, className } = props;
  return (
    <span className={`min-w-0 whitespace-pre-line break-words ${className ?? ""}`}>
      {value.text}
      {value.evidence && <EvidenceMark evidence={value.evidence} className="ml-1" />}
    </span>
  );
}
