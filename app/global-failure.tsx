"use client";

import { Failure } from "@/components/shell/failure";
import "./global-failure.css";

/** In the system's own type: a font or a sheet of the product would be fetched with every page. */
export function GlobalFailure(props: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <html lang="en" style={{ fontFamily: "system-ui, sans-serif" }}>
      <body>
        <title>This page did not load · Loadline</title>
        <Failure {...props} />
      </body>
    </html>
  );
}
