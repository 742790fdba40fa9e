import type { ActionResult } from "@/lib/adapters/action-result";

type Sent = { readonly file: File; readonly input: object; readonly signal?: AbortSignal };

/** A file with what is said of it, to a door that answers as an action does. */
export async function sendFile<Data>(
  path: string,
  { file, input, signal }: Sent,
): Promise<ActionResult<Data>> {
  const headers = {
    "content-type": "application/octet-stream",
    "x-loadline-input": encodeURIComponent(JSON.stringify(input)),
    "x-loadline-file-name": encodeURIComponent(JSON.stringify(file.name)),
  };
  const answer = await fetch(path, {
    method: "POST",
    body: file,
    headers,
    ...(signal && { signal }),
  });
  return (await answer.json()) as ActionResult<Data>;
}
