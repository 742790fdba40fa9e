export type ToastMessage = {
  readonly text: string;
  /** A failure stays until acted on. */
  readonly tone?: "plain" | "failure";
  readonly undo?: () => unknown;
  readonly action?: { readonly label: string; readonly onPress: () => unknown };
};

type Listener = (message: ToastMessage) => void;

const waiting: ToastMessage[] = [];
const arrivals = new Set<() => void>();
let listener: Listener | null = null;

export function showToast(message: ToastMessage) {
  if (listener) {
    listener(message);
    return;
  }
  waiting.push(message);
  for (const notify of arrivals) notify();
}

export function onFirstToast(notify: () => void) {
  arrivals.add(notify);
  return () => {
    arrivals.delete(notify);
  };
}

export const hasWaitingToasts = () => waiting.length > 0;

/** From here on every message goes to this listener, those that came before it first. */
export function receiveToasts(receive: Listener) {
  listener = receive;
  for (const message of waiting.splice(0)) receive(message);
  return () => {
    if (listener === receive) listener = null;
  };
}
