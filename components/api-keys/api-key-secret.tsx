"use client";

import { ShownOnce } from "@/components/ui/shown-once";

export type ApiKeySecretProps = {
  readonly name: string;
  readonly token: string;
  readonly onDone: () => void;
};

export function ApiKeySecret({ name, token, onDone }: ApiKeySecretProps) {
  const curl = `curl ${window.location.origin}/api/v1/plans \\\n  -H "Authorization: Bearer ${token}"`;
  return (
    <ShownOnce
      title={
        <>
          <strong className="font-label">The key “{name}” is shown only now.</strong> Keep it where
          the script finds it, and nowhere else: whoever has it may do what it may do.
        </>
      }
      label="Secret of the API key"
      noun="key"
      value={token}
      onDone={onDone}
    >
      <p className="text-ink-2 text-xs">Try it: this lists the plans.</p>
      <pre className="whitespace-pre-wrap break-all rounded-md border border-line bg-surface px-3 py-2 font-mono text-xs">
        {curl}
      </pre>
    </ShownOnce>
  );
}
