"use client";

import { clsx } from "clsx";
import { FileUp } from "lucide-react";
import { type DragEvent, useState } from "react";
import { FileButton } from "./file-button";

/** A file by choosing or by dropping it. */
export function FileDrop(props: {
  readonly label: string;
  readonly accept: string;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}) {
  const { label, busy, onFile } = props;
  const [over, setOver] = useState(false);
  const accept = (file: File | undefined) => {
    if (file && !busy) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    accept(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={clsx(
        "grid justify-items-center gap-2 rounded-lg border border-control border-dashed px-4 py-7 text-center",
        over ? "bg-accent-soft" : "bg-canvas",
      )}
    >
      <FileUp aria-hidden size={20} className="text-ink-3" />
      <p role="status" className="text-ink-2 text-sm">
        {busy ? "Reading the file" : "Drop the file here, or"}
      </p>
      <FileButton label={label} accept={props.accept} busy={busy} onFile={accept}>
        Choose a file
      </FileButton>
    </div>
  );
}
