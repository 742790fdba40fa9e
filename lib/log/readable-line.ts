type Line = Readonly<Record<string, unknown>> & {
  readonly err?: { readonly stack?: string; readonly message?: string };
};

const text = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? value : "";

/** A JSON line of the log as a person reads it on a terminal. */
export function readableLine(json: string): string {
  const line: Line = JSON.parse(json);
  const time = text(line.time).toString().slice(11, 19);
  const level = line.level === "info" ? "" : `${text(line.level)} `;
  const request = line.method
    ? `${text(line.method)} ${text(line.route)} ${text(line.status)} in ${text(line.ms)} ms`
    : text(line.msg);
  const reference = line.requestId ? ` (${text(line.requestId)})` : "";
  const stack = line.err ? `\n${line.err.stack ?? line.err.message ?? ""}` : "";
  return `${time} ${level}${request}${reference}${stack}\n`;
}
