declare const orgIdBrand: unique symbol;

/** Proof that the caller belongs to this organization: minted by the session gate alone. */
export type OrgId = string & { readonly [orgIdBrand]: true };

export type Role = "owner" | "admin" | "editor" | "viewer";

/** Who is asking. */
export type Context = {
  readonly orgId: OrgId;
  readonly userId: string;
  readonly role: Role;
  /** The session a person came in by; the key, where a script came with one. */
  readonly sessionId: string;
  /** The key a script came with; absent for a person on a page. */
  readonly apiKeyId?: string;
};
