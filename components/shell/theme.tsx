"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { ThemeProvider } from "next-themes";
import { type ReactNode, useState } from "react";

/** The policy is the document's: a later answer of the server brings a nonce that the document does not know. */
export function Theme({
  nonce,
  children,
}: {
  readonly nonce: string;
  readonly children: ReactNode;
}) {
  const [first] = useState(nonce);
  return (
    <CSPProvider nonce={first}>
      <ThemeProvider attribute="data-theme" enableSystem disableTransitionOnChange nonce={first}>
        {children}
      </ThemeProvider>
    </CSPProvider>
  );
}
