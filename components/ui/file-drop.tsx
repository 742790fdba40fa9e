"use client";

import { clsx } from "clsx";
import { FileUp } from "lucide-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { Button } from "./button";

/** A file by choosing or by dropping it. */
export function FileDrop(props: {
  readonly label: string;
  readonly accept: string;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}) {
  const { label, busy, onFile } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const accept = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file && !busy) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    accept(event.dataTransfer.files);
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
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept={props.accept}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          accept(event.target.files);
          // The same file, mended, must count as a new choice.
          event.target.value = "";
        }}
      />
      <Button busy={busy} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
    </div>
  );
}
