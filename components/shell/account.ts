/** Who is signed in, and where, in the words the shell shows. */
export type ShellAccount = {
  readonly name: string;
  readonly roleText: string;
  readonly organizationName: string;
  /** A visitor of the sample organization may want an account of their own. */
  readonly canSignUp: boolean;
  /** Whether plans may be made here. */
  readonly canCreate: boolean;
};

export type ShellPlans = {
  readonly count: number;
  readonly recent: readonly { readonly id: string; readonly name: string }[];
};
