import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { LinesPreview } from "@/lib/schemas/lines-import";
import { templateText } from "@/lib/views/lines-import";

type Props = { readonly preview: LinesPreview; readonly onOther: () => void };

/** An RFQ's own template has a place of its own to come in. */
export function TemplateNotice({ preview, onOther }: Props) {
  return (
    <section aria-label="Template" className="card grid gap-3 p-[18px] panel:col-span-2">
      <p role="status" className="max-w-prose text-sm">
        {templateText(preview)}
      </p>
      <div className="flex flex-wrap gap-2">
        {preview.answersRfq && (
          <ButtonLink href={`/rfqs/${preview.answersRfq.rfqId}`}>Open the RFQ</ButtonLink>
        )}
        <Button onClick={onOther}>Other file</Button>
      </div>
    </section>
  );
}
