"use client";

import { Failure } from "@/components/shell/failure";
import { fontVariables } from "./fonts";
import "./globals.css";

/** In place of the root layout, so it brings its own page. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <title>This page did not load · Loadline</title>
        <Failure {...props} />
      </body>
    </html>
  );
}
