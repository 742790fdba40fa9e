import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { EarlyPress } from "@/components/shell/early-press";
import { Theme } from "@/components/shell/theme";
import { Toaster } from "@/components/ui/toast";
import { fontVariables } from "../fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Loadline", template: "%s · Loadline" },
  description: "Plan what AI infrastructure costs, per token, and how to buy it.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <body>
        <EarlyPress nonce={nonce} />
        <Theme nonce={nonce}>
          {children}
          <Toaster />
        </Theme>
      </body>
    </html>
  );
}
