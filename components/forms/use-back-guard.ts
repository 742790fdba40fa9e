"use client";

import { useEffect, useRef } from "react";
import { useToast } from "@/components/ui/toast";
import { askToStay } from "./use-unsaved-guard";

const isGuard = () => (window.history.state as { unsaved?: boolean } | null)?.unsaved === true;

/** A second entry for the same page, so that the first Back leaves nothing. */
function addGuard() {
  window.history.pushState({ ...window.history.state, unsaved: true }, "", window.location.href);
}

/** Back asks before a page with unsaved entries is left, and goes on at once where there are none. */
export function useBackGuard(unsaved: boolean) {
  const { show } = useToast();
  const armed = useRef(false);
  const held = useRef(unsaved);
  held.current = unsaved;
  useEffect(() => {
    if (!unsaved || armed.current) return;
    armed.current = true;
    addGuard();
  }, [unsaved]);
  useEffect(() => {
    const page = window.location.pathname;
    const back = () => {
      if (!armed.current || isGuard() || window.location.pathname !== page) return;
      armed.current = false;
      if (!held.current) return window.history.back();
      armed.current = true;
      addGuard();
      askToStay(show, () => {
        armed.current = false;
        window.history.go(-2);
      });
    };
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, [show]);
}
