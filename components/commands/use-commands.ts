"use client";

import { useEffect } from "react";
import { addHandlers, type CommandHandlers } from "./command-store";

/** Lets palette and keyboard do what this part of the screen can do, while it is there. */
export function useCommands(handlers: CommandHandlers): void {
  useEffect(() => addHandlers(handlers));
}
