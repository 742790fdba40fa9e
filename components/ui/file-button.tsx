"use client";

import { type ComponentProps, useRef } from "react";
import { Button } from "./button";

export type FileButtonProps = Omit<ComponentProps<typeof Button>, "onClick"> & {
  /** Names the choice of a file. */
  readonly label: string;
  /** Which files can be chosen. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  /** Where several may be chosen at once: all of them, in the place of `onFile`. */
  readonly onFiles?: (files: readonly File[]) => void;
};

/** A button that lets a file be chosen. */
export function FileButton({ label, accept, onFile, onFiles, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        aria-label={label}
        accept={accept}
        multiple={onFiles !== undefined}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          const [file] = files;
          if (file && onFiles) onFiles(files);
          else if (file) onFile(file);
          // The same file, mended, must count as a new choice.
          event.target.value = "";
        }}
      />
      <Button {...button} onClick={() => input.current?.click()} />
    </>
  );
}
