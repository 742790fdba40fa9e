const longest = 4000;

export type SafeError = {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly digest?: string;
  readonly stack?: string;
  readonly cause?: SafeError;
};

/** What an error may say in the log: a driver's other fields, such as `detail`, repeat rows of the database. */
export function safeError(thrown: unknown, depth = 0): SafeError {
  if (!(thrown instanceof Error)) return { name: typeof thrown, message: textOf(thrown) };
  const { name, message, stack, cause } = thrown;
  const named = (key: "code" | "digest") =>
    key in thrown && typeof thrown[key as never] === "string"
      ? { [key]: thrown[key as never] }
      : {};
  return {
    name,
    message: message.slice(0, longest),
    ...named("code"),
    ...named("digest"),
    ...(stack ? { stack: stack.slice(0, longest) } : {}),
    ...(cause !== undefined && depth < 3 ? { cause: safeError(cause, depth + 1) } : {}),
  };
}

function textOf(thrown: unknown): string {
  try {
    return String(thrown).slice(0, longest);
  } catch {
    return "something that has no text";
  }
}
