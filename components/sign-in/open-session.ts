export type Credentials = {
  readonly email: string;
  readonly password: string;
  readonly callbackUrl: string;
};

/** Signs in and goes on to the page; says why where it cannot. */
export async function openSession({ callbackUrl, ...credentials }: Credentials) {
  try {
    const { signIn } = await import("next-auth/react");
    const answer = await signIn("credentials", { ...credentials, redirect: false, callbackUrl });
    if (answer?.error) return answer.error;
    if (!answer?.ok) return "Not signed in: the server did not answer as it should. Try again.";
    // Not the router: pages seen before signing in must not come from its memory.
    window.location.assign(callbackUrl);
    return null;
  } catch {
    return "Not signed in: no connection. Try again when it is back.";
  }
}
