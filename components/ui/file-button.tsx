"use client";

import { type ComponentProps, useRef } from "react";
import { Button } from "./button";

export type FileButtonProps = Omit<ComponentProps<typeof Button>, "onClick"> & {
  /** Names the choice of a file. */
  readonly label: string;
  /** Which files can be chosen. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
};

/** A button that lets a file be chosen. */
export function FileButton({ label, accept, onFile, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        aria-label={label}
        accept={accept}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          // The same file, mended, must count as a new choice.
          event.target.value = "";
        }}
      />
      <Button {...button} onClick={() => input.current?.click()} />
    </>
  );
}
