import type { Metadata } from "next";
import type { ReactNode } from "react";
import { sharedTitle } from "@/lib/views/proposal/share-words";

/** Nothing of a shared page goes to another site or into an index, and its tab names no document. */
export const metadata: Metadata = {
  title: { absolute: sharedTitle },
  description: null,
  referrer: "no-referrer",
  robots: { index: false, follow: false, nocache: true },
};

export default function SharedLayout({ children }: { readonly children: ReactNode }) {
  return children;
}
