import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { SystemTheme } from "@/components/shared/system-theme";
import { sharedTitle } from "@/lib/views/proposal/share-words";
import { sharedFonts } from "./fonts";
import "./shared.css";

/** Nothing of a shared page goes to another site or into an index, and its tab names no document. */
export const metadata: Metadata = {
  title: { absolute: sharedTitle },
  description: null,
  referrer: "no-referrer",
  robots: { index: false, follow: false, nocache: true },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** A document of its own: nothing of the product's shell comes with what a stranger reads. */
export default async function SharedLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <html lang="en" className={sharedFonts} suppressHydrationWarning>
      <body>
        <SystemTheme nonce={nonce} />
        {children}
      </body>
    </html>
  );
}
