"use client";

import { Copy } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { instantText } from "@/lib/format";
import type { InvitationLink } from "@/lib/schemas/member";

/** The one moment at which a link is seen: what is stored cannot give it again. */
export function InvitationLinkBox({
  link: { token, email, expiresAt },
  onDone,
}: {
  readonly link: InvitationLink;
  readonly onDone: () => void;
}) {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  useEffect(() => box.current?.focus(), []);
  const address = `${window.location.origin}/invite/${token}`;

  const copy = () =>
    navigator.clipboard
      .writeText(address)
      .then(() => setCopied("yes"))
      .catch(() => setCopied("failed"));

  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby={id}
      className="mt-4 grid gap-2 rounded-lg border border-accent bg-accent-soft px-4 py-3 outline-none"
    >
      <p id={id} className="text-sm">
        <strong className="font-label">The link for {email} is shown only now.</strong> Send it to
        them: it works once, for that address, until {instantText(expiresAt)}.
      </p>
      <div className="flex flex-wrap gap-2">
        <div className="min-w-0 flex-1 basis-64">
          <TextInput
            readOnly
            aria-label="Link of the invitation"
            value={address}
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
        {copied === "failed" &&
          "The browser did not let it be copied: select the link and copy it."}
        {copied === "yes" && "The link is on the clipboard."}
      </p>
    </section>
  );
}
