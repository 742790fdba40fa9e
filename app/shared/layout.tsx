import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
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

/** Each answer brings a nonce of its own. */
export const dynamic = "force-dynamic";

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/**
 * A document of its own: nothing of the product's shell comes with what a stranger reads. Light or dark is the
 * system's, by the style sheet: a script that chose it would hold up the words until the sheet has come.
 */
export default function SharedLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" className={sharedFonts}>
      <body>{children}</body>
    </html>
  );
}
