"use client";

import { Toast } from "@base-ui/react/toast";
import { clsx } from "clsx";
import { TriangleAlert, X } from "lucide-react";
import { useEffect } from "react";
import { IconButton } from "./icon-button";
import { receiveToasts, type ToastMessage } from "./toast-store";

const shownForMs = 8000;
const untilActedOn = 0;

export function ToastViewport() {
  return (
    <Toast.Provider limit={1} timeout={shownForMs}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label="Notices"
          className="fixed inset-x-4 bottom-4 z-60 mx-auto max-w-md outline-none"
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts, add } = Toast.useToastManager<ToastMessage>();
  useEffect(
    () =>
      receiveToasts((message) => {
        const failed = message.tone === "failure";
        add({
          description: message.text,
          type: message.tone ?? "plain",
          priority: failed ? "high" : "low",
          data: message,
          ...(failed && { timeout: untilActedOn }),
        });
      }),
    [add],
  );
  return toasts.map((toast) => <ToastCard key={toast.id} toast={toast} />);
}

function ToastCard({ toast }: { toast: Toast.Root.ToastObject<ToastMessage> }) {
  const { close } = Toast.useToastManager();
  const failed = toast.type === "failure";
  const message = toast.data;
  const action = message?.action ?? (message?.undo && { label: "Undo", onPress: message.undo });
  return (
    <Toast.Root
      toast={toast}
      aria-label={failed ? "Error" : "Notice"}
      // A failure's words are announced beside it; its buttons must be found all the same.
      aria-hidden={undefined}
      swipeDirection={["down", "left", "right"]}
      className={clsx(
        "absolute inset-x-0 bottom-0 rounded-lg border shadow-2 transition-[opacity,translate] duration-140 ease-move",
        "data-ending-style:translate-y-1 data-limited:invisible data-starting-style:translate-y-1 data-ending-style:opacity-0 data-limited:opacity-0 data-starting-style:opacity-0",
        failed ? "border-bad bg-raised text-ink" : "border-ink bg-ink text-on-ink",
      )}
    >
      <Toast.Content className="flex min-h-11 items-center gap-2.5 py-1 pr-1 pl-3.5 text-sm">
        {failed && <TriangleAlert aria-hidden size={16} className="shrink-0 text-bad" />}
        <Toast.Description className="min-w-0 flex-1 py-1" />
        {action && (
          <button
            type="button"
            className="toast-action min-h-8 rounded-md px-2 font-title pointer-coarse:min-h-11"
            onClick={() => {
              close(toast.id);
              action.onPress();
            }}
          >
            {action.label}
          </button>
        )}
        <Toast.Close
          render={
            <IconButton
              label="Dismiss"
              icon={<X aria-hidden size={14} />}
              className="toast-action text-inherit! hover:bg-transparent!"
            />
          }
        />
      </Toast.Content>
    </Toast.Root>
  );
}
