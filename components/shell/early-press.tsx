"use client";

import { useEffect } from "react";

/**
 * A button on the screen answers nothing until the page's scripts have come and React has taken it over.
 * What is pressed before is kept, the last one, and done as soon as it can be.
 */
export function EarlyPress({ nonce }: { readonly nonce: string }) {
  useEffect(() => {
    document.dispatchEvent(new Event("react-listens"));
  }, []);
  return (
    // The browser hides the nonce from the document, where React would look for it.
    <script nonce={typeof window === "undefined" ? nonce : ""} suppressHydrationWarning>
      {`(${keepEarlyPress})()`}
    </script>
  );
}

/** Runs as text at the top of the document: it knows nothing outside itself. */
function keepEarlyPress() {
  let reactListens = false;
  let kept: HTMLButtonElement | undefined;

  // React stops an event on its way to what it has not taken over yet. No button answers this one.
  const isTaken = (button: HTMLButtonElement) => {
    let arrives = false;
    button.addEventListener("auxclick", () => (arrives = true), { once: true });
    button.dispatchEvent(new Event("auxclick", { bubbles: true }));
    return reactListens && arrives;
  };
  const keep = (event: Event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button || isTaken(button)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!kept) setTimeout(press, 25);
    kept = button;
  };
  const press = () => {
    if (kept && !isTaken(kept)) return setTimeout(press, 25);
    kept?.click();
    kept = undefined;
  };

  document.addEventListener("react-listens", () => (reactListens = true), { once: true });
  window.addEventListener("click", keep, true);
}
