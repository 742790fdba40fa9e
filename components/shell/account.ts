/** Who is signed in, and where, in the words the shell shows. */
export type ShellAccount = {
  readonly name: string;
  readonly roleText: string;
  readonly organizationId: string;
  readonly organizationName: string;
  /** All that the user belongs to, this one among them. */
  readonly organizations: readonly {
    readonly id: string;
    readonly name: string;
    readonly roleName: string;
  }[];
  readonly canCreateOrganization: boolean;
  /** A visitor of the sample organization may want an account of their own. */
  readonly canSignUp: boolean;
  /** Whether plans may be made here. */
  readonly canCreate: boolean;
};

export type ShellPlans = {
  readonly count: number;
  readonly recent: readonly { readonly id: string; readonly name: string }[];
};
