"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import { TextInput } from "@/components/ui/text-input";
import { withFormats } from "@/lib/format";
import type { Formats } from "@/lib/schemas/formats";
import type { ProposalSection } from "@/lib/schemas/proposal";
import { proposalFigures } from "@/lib/views/proposal/figures";
import type { ProposalMaterial } from "@/lib/views/proposal/material";
import { sectionWriters } from "@/lib/views/proposal/section-kinds";

const RichTextEditor = dynamic(() => import("./rich-text-editor"), {
  ssr: false,
  loading: () => <Skeleton className="h-52" />,
});

/** Title and words of a section; what Loadline wrote is where they begin. */
export function SectionDialog(props: {
  readonly section: ProposalSection;
  readonly material: ProposalMaterial;
  readonly formats: Formats | undefined;
  readonly onChange: (section: ProposalSection) => void;
  readonly onClose: () => void;
}) {
  const { section, material, formats, onChange, onClose } = props;
  const writer = sectionWriters[section.kind];
  const [figures] = useState(() => withFormats(formats, () => proposalFigures(material)));
  const writtenText = withFormats(formats, () => writer.text(material, figures));
  const [title, setTitle] = useState(section.title ?? writer.title);
  const [body, setBody] = useState(section.body);
  const [begun, setBegun] = useState(0);
  const keep = () => {
    const named = title.trim();
    onChange({ ...section, title: named === "" || named === writer.title ? null : named, body });
    onClose();
  };
  const isOwn = body !== null && section.kind !== "text";
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={writer.title}
      description="A number among the words is a figure: it follows the plan until the proposal is issued."
      footer={
        <>
          {isOwn && (
            <Button
              variant="quiet"
              className="mr-auto"
              onClick={() => {
                setBody(null);
                setBegun(begun + 1);
              }}
            >
              Back to the written text
            </Button>
          )}
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" onClick={keep}>
            Use this text
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field label="Title">
          {(control) => (
            <TextInput
              {...control}
              value={title}
              maxLength={120}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <RichTextEditor
          key={begun}
          label={`Text of ${writer.title}`}
          text={body ?? writtenText}
          figures={figures}
          onChange={setBody}
        />
      </div>
    </Dialog>
  );
}
