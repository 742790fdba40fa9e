import type { StoredPlan } from "@/lib/schemas/stored-plan";

export type CommandHandler = (choice?: string) => unknown;
export type CommandHandlers = Readonly<Record<string, CommandHandler | undefined>>;

const mounted = new Set<CommandHandlers>();
let open: StoredPlan | null = null;

/** What the parts of the screen that are there can do; the one that came last has the word. */
export function addHandlers(handlers: CommandHandlers): () => void {
  mounted.add(handlers);
  return () => {
    mounted.delete(handlers);
  };
}

export function handlerOf(id: string): CommandHandler | undefined {
  return [...mounted].reverse().find((handlers) => handlers[id])?.[id];
}

export const openPlan = (): StoredPlan | null => open;

export function setOpenPlan(stored: StoredPlan): () => void {
  open = stored;
  return () => {
    if (open === stored) open = null;
  };
}
