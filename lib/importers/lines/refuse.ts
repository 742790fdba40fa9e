import { AppError } from "@/lib/errors";

/** The whole file: nothing of it is read, and these words say what to do instead. */
export const refuse = (message: string): never => {
  throw new AppError("INVALID", message);
};
