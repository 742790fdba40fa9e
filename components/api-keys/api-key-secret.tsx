"use client";

import { Copy } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";

export type ApiKeySecretProps = {
  readonly name: string;
  readonly token: string;
  readonly onDone: () => void;
};

/** The one moment at which a key is seen: what is stored cannot give it again. */
export function ApiKeySecret({ name, token, onDone }: ApiKeySecretProps) {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  useEffect(() => box.current?.focus(), []);
  const curl = `curl ${window.location.origin}/api/v1/plans \\\n  -H "Authorization: Bearer ${token}"`;

  const copy = () =>
    navigator.clipboard
      .writeText(token)
      .then(() => setCopied("yes"))
      .catch(() => setCopied("failed"));

  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby={id}
      className="mt-4 grid gap-2.5 rounded-lg border border-accent bg-accent-soft px-4 py-3 outline-none"
    >
      <p id={id} className="text-sm">
        <strong className="font-label">The key “{name}” is shown only now.</strong> Keep it where
        the script finds it, and nowhere else: whoever has it may do what it may do.
      </p>
      <div className="flex flex-wrap gap-2">
        <div className="min-w-0 flex-1 basis-64">
          <TextInput
            readOnly
            aria-label="Secret of the API key"
            value={token}
            onFocus={(event) => event.target.select()}
          />
        </div>
        <Button variant="primary" icon={<Copy aria-hidden size={14} />} onClick={copy}>
          {copied === "yes" ? "Copied" : "Copy"}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          Done
        </Button>
      </div>
      <p role="status" className="text-ink-2 text-xs empty:hidden">
        {copied === "failed" && "The browser did not let it be copied: select the key and copy it."}
        {copied === "yes" && "The key is on the clipboard."}
      </p>
      <p className="text-ink-2 text-xs">Try it: this lists the plans.</p>
      <pre className="whitespace-pre-wrap break-all rounded-md border border-line bg-surface px-3 py-2 font-mono text-xs">
        {curl}
      </pre>
    </section>
  );
}
