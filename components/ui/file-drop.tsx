"use client";

import { clsx } from "clsx";
import { FileUp } from "lucide-react";
import { type DragEvent, useState } from "react";
import { FileButton } from "./file-button";

type Taken =
  | { readonly onFile: (file: File) => void; readonly onFiles?: never }
  | { readonly onFile?: never; readonly onFiles: (files: readonly File[]) => void };

/** A file, or several, by choosing or by dropping. */
export function FileDrop(
  props: { readonly label: string; readonly accept: string; readonly busy: boolean } & Taken,
) {
  const { label, busy, onFile, onFiles } = props;
  const [over, setOver] = useState(false);
  const accept = (files: readonly File[]) => {
    const [file] = files;
    if (!file || busy) return;
    if (onFiles) onFiles(files);
    else onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    accept([...event.dataTransfer.files]);
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
        {busy ? "Reading" : onFiles ? "Drop the files here, or" : "Drop the file here, or"}
      </p>
      <FileButton
        label={label}
        accept={props.accept}
        busy={busy}
        onFile={(file) => accept([file])}
        {...(onFiles && { onFiles: accept })}
      >
        {onFiles ? "Choose files" : "Choose a file"}
      </FileButton>
    </div>
  );
}
