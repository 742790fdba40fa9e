"use client";

import { Download, Eye, Paperclip, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import {
  removeAttachmentAction,
  restoreAttachmentAction,
} from "@/app/(product)/(app)/quotes/actions";
import { sendFile } from "@/components/lines-import/send-file";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button, buttonClass } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { FileButton } from "@/components/ui/file-button";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { type Attachment, attachmentAccept } from "@/lib/schemas/attachment";
import type { StoredQuote } from "@/lib/schemas/quote";
import { attachmentText, importedFromText } from "@/lib/views/attachments";
import { attachmentAddress, canBeShown } from "./document-pane";

export type QuoteAttachmentsProps = {
  readonly quote: StoredQuote;
  readonly shownId: string | null;
  readonly onShow: (id: string | null) => void;
};

/** The quote as it came: files of each revision, the newest first. */
export function QuoteAttachments({ quote, shownId, onShow }: QuoteAttachmentsProps) {
  const { attach, remove, busy, refusal } = useAttachments(quote, onShow);
  const { attachments } = quote;
  return (
    <section aria-labelledby="attachments" className="card grid gap-3 p-[18px]">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="attachments" className="mr-auto text-lg">
          Attachments
        </h2>
        {quote.canEdit && (
          <FileButton
            label="A file to attach"
            accept={attachmentAccept}
            busy={busy}
            icon={<Paperclip aria-hidden size={14} />}
            onFile={(file) => void attach(file)}
          >
            Attach a file
          </FileButton>
        )}
      </div>
      {refusal && <FieldError>{refusal}</FieldError>}
      {attachments.length === 0 ? (
        <p className="text-ink-3 text-sm">
          The quote as it came: a PDF, a picture, a workbook or an e-mail, at most 16 MB each.
        </p>
      ) : (
        <ul className="grid gap-2">
          {attachments.map((one) => (
            <AttachmentItem
              key={one.id}
              attachment={one}
              quote={quote}
              isShown={one.id === shownId}
              onShow={onShow}
              onRemove={() => void remove(one)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

type ItemProps = {
  readonly attachment: Attachment;
  readonly quote: StoredQuote;
  readonly isShown: boolean;
  readonly onShow: (id: string | null) => void;
  readonly onRemove: () => void;
};

function AttachmentItem({ attachment, quote, isShown, onShow, onRemove }: ItemProps) {
  const { id, name, isKept } = attachment;
  const imported = importedFromText(attachment);
  return (
    <li className="flex flex-wrap items-center gap-2 text-sm">
      <span className="mr-auto min-w-0">
        <span className="block truncate font-label">{name}</span>
        <span className="block text-ink-3 text-xs">{attachmentText(attachment)}</span>
        {imported && <span className="block text-ink-3 text-xs">{imported}</span>}
      </span>
      {canBeShown(attachment) && (
        <Button
          size="small"
          icon={<Eye aria-hidden size={14} />}
          aria-pressed={isShown}
          onClick={() => onShow(isShown ? null : id)}
        >
          {isShown ? "Hide" : "Show"}
        </Button>
      )}
      <a
        href={attachmentAddress(quote.id, id)}
        download
        aria-label={`Download ${name}`}
        className={buttonClass({ size: "small" })}
      >
        <Download aria-hidden size={14} />
      </a>
      {quote.canEdit && !isKept && (
        <IconButton
          label={`Remove ${name}`}
          icon={<Trash2 aria-hidden size={14} />}
          onClick={onRemove}
        />
      )}
    </li>
  );
}

function useAttachments(quote: StoredQuote, onShow: (id: string | null) => void) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const attach = async (file: File) => {
    setBusy(true);
    setRefusal(null);
    const id = newId();
    const outcome = await attempt(
      () => sendFile(`/quotes/${quote.id}/attachments`, { file, input: { quoteId: quote.id, id } }),
      "Not attached",
    );
    setBusy(false);
    if (!outcome.ok) return setRefusal(outcome.message);
    toast.show({ text: `${file.name} attached` });
    if (/\.(pdf|png|jpe?g|webp)$/i.test(file.name)) onShow(id);
    router.refresh();
  };
  const remove = async ({ id, name }: Attachment) => {
    const named = { quoteId: quote.id, attachmentId: id };
    const outcome = await attempt(() => removeAttachmentAction(named), "Not removed");
    if (!outcome.ok) return setRefusal(outcome.message);
    onShow(null);
    router.refresh();
    toast.show({
      text: `${name} removed`,
      undo: async () => {
        const back = await attempt(() => restoreAttachmentAction(named), "Not put back");
        if (!back.ok) return setRefusal(back.message);
        router.refresh();
      },
    });
  };
  return { attach, remove, busy, refusal };
}
