export type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** Written by the schema's library for programs, not for people. */
const isRaw = (message: string) => /^(Invalid|Too|Expected)/.test(message);

/** What is wrong by path, the first of each: "lines.0.unitPrice", "title". */
export function errorsByPath(
  issues: readonly Issue[],
  { before = "", unreadable }: { readonly before?: string; readonly unreadable: string },
): Readonly<Record<string, string>> {
  const errors = issues
    .toReversed()
    .map(({ path, message }) => [
      `${before}${path.join(".")}`,
      isRaw(message) ? unreadable : message,
    ]);
  return Object.fromEntries(errors);
}
