import { CSPProvider } from "@base-ui/react/csp-provider";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toast";
import { fontVariables } from "./fonts";
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
        <CSPProvider nonce={nonce}>
          <ThemeProvider
            attribute="data-theme"
            enableSystem
            disableTransitionOnChange
            nonce={nonce}
          >
            {children}
            <Toaster />
          </ThemeProvider>
        </CSPProvider>
      </body>
    </html>
  );
}
