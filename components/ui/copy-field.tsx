"use client";

import { Copy } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { TextInput } from "./text-input";

export type CopyFieldProps = {
  readonly label: string;
  /** What the value is called in a sentence: "link". */
  readonly noun: string;
  readonly value: string;
  readonly primary?: boolean;
  /** Further buttons. */
  readonly children?: ReactNode;
};

/** A text to be taken away, with its button. Where the page came without TLS, browsers have no clipboard. */
export function CopyField({ label, noun, value, primary, children }: CopyFieldProps) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied("yes");
    } catch {
      setCopied("failed");
    }
  };

  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <div className="min-w-0 flex-1 basis-64">
          <TextInput
            readOnly
            aria-label={label}
            value={value}
            onFocus={(event) => event.target.select()}
          />
        </div>
        <Button
          {...(primary && { variant: "primary" })}
          icon={<Copy aria-hidden size={14} />}
          onClick={copy}
        >
          {copied === "yes" ? "Copied" : "Copy"}
        </Button>
        {children}
      </div>
      <p role="status" className="text-ink-2 text-xs empty:hidden">
        {copied === "failed" &&
          `The browser did not let it be copied: select the ${noun} and copy it.`}
        {copied === "yes" && `The ${noun} is on the clipboard.`}
      </p>
    </div>
  );
}
