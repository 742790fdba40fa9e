type Serving = {
  /** Whether people reach this Loadline over https. */
  readonly isSecure: boolean;
  readonly isProduction: boolean;
};

type Headers = Readonly<Record<string, string>>;

const fixed: Headers = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** What every response says beside its policy. */
export const securityHeaders = ({ isSecure }: Pick<Serving, "isSecure">): Headers =>
  isSecure ? { ...fixed, "Strict-Transport-Security": "max-age=63072000" } : fixed;

const nonceMark = "{nonce}";

/** The policy of one response: only what carries its nonce runs, and what that loads in turn. */
export function contentSecurityPolicy({
  isSecure,
  isProduction,
}: Serving): (nonce: string) => string {
  const nonce = `'nonce-${nonceMark}'`;
  const policy = [
    "default-src 'self'",
    // React and the development server's reloading need eval; nothing does in production.
    `script-src ${nonce} 'strict-dynamic'${isProduction ? "" : " 'unsafe-eval'"}`,
    "script-src-attr 'none'",
    // The development overlay brings style elements of its own.
    `style-src 'self' ${isProduction ? nonce : "'unsafe-inline'"}`,
    // React writes the style attributes of a page it renders; they run nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
  const parts = policy.split(nonceMark);
  return (value) => parts.join(value);
}
