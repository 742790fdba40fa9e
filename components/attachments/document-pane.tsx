"use client";

import { Download, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Attachment } from "@/lib/schemas/attachment";

const PdfPages = dynamic(() => import("./pdf-pages").then((module) => module.PdfPages), {
  ssr: false,
});

export const attachmentAddress = (quoteId: string, id: string) =>
  `/quotes/${quoteId}/attachments/${id}`;

export const canBeShown = ({ mediaType }: Attachment) =>
  mediaType === "application/pdf" || mediaType.startsWith("image/");

export type DocumentPaneProps = {
  readonly quoteId: string;
  readonly attachment: Attachment;
  readonly onClose: () => void;
};

/** A file as it came, to enter it by. */
export function DocumentPane({ quoteId, attachment, onClose }: DocumentPaneProps) {
  const { id, name, mediaType } = attachment;
  const address = attachmentAddress(quoteId, id);
  const data = useBytes(address);
  return (
    <section aria-label={name} className="card flex h-full min-h-0 flex-col overflow-hidden">
      <div className="flex items-center gap-2 border-line border-b px-3 py-1.5">
        <h2 className="mr-auto truncate text-sm">{name}</h2>
        <a href={address} download className={buttonClass({ size: "small" })}>
          <Download aria-hidden size={14} />
          Download
        </a>
        <IconButton label="Close the file" icon={<X aria-hidden size={16} />} onClick={onClose} />
      </div>
      <ScrollRegion label={`${name}, scrolling`} className="min-h-0 flex-1 overflow-auto bg-sunken">
        {data === "refused" ? (
          <p className="p-4 text-ink-2 text-sm">The file could not be read. Try again later.</p>
        ) : data === null ? (
          <p className="p-4 text-ink-3 text-sm">Reading the file</p>
        ) : mediaType === "application/pdf" ? (
          <PdfPages data={data} name={name} />
        ) : (
          <Picture data={data} mediaType={mediaType} name={name} />
        )}
      </ScrollRegion>
    </section>
  );
}

function useBytes(address: string): Uint8Array<ArrayBuffer> | "refused" | null {
  const [data, setData] = useState<Uint8Array<ArrayBuffer> | "refused" | null>(null);
  useEffect(() => {
    const given = new AbortController();
    setData(null);
    fetch(address, { signal: given.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error("refused");
        setData(new Uint8Array(await response.arrayBuffer()));
      })
      .catch(() => {
        if (!given.signal.aborted) setData("refused");
      });
    return () => given.abort();
  }, [address]);
  return data;
}

type PictureProps = {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly name: string;
};

function Picture({ data, mediaType, name }: PictureProps) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([data], { type: mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data, mediaType]);
  // biome-ignore lint/performance/noImgElement: made in the browser, so there is nothing to optimize
  return address && <img src={address} alt={name} className="w-full" />;
}
