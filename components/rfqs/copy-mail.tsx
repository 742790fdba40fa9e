"use client";

import { useToast } from "@/components/ui/toast";

/** The words of a mail, for whatever program sends it. */
export function CopyMail({ text, name }: { readonly text: string; readonly name: string }) {
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast.show({ text: `The mail to ${name} is on the clipboard. Add its two files.` });
    } catch {
      toast.show({ text: "The browser did not let it be copied.", tone: "failure" });
    }
  };
  return (
    <button
      type="button"
      aria-label={`Copy the mail to ${name}`}
      className="link inline-flex min-h-6 items-center"
      onClick={() => void copy()}
    >
      Copy the mail
    </button>
  );
}
