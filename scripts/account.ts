import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Role } from "@/lib/auth/context";
import { canonicalEmail } from "@/lib/auth/email";
import { type AddedAccount, addAccount, type WantedAccount } from "./add-account";
import { readAddress } from "./address";
import { dataFolderPath } from "./data-folder";
import { openDatabase } from "./database";
import { runningOwnerUrl } from "./embedded-database";
import { openInstallation } from "./installation";
import { type MadeReset, makeResetLink } from "./reset-password";
import { loadSettings } from "./settings";
import { runCommand, StopError } from "./stop-error";

const help = `Adds an account, for a Loadline that lets in only who was invited, or makes a link by which
somebody who has one sets a new password.

  npm run -s account -- add EMAIL --organization NAME [--role ROLE] [--name "Ana Diaz"]
  npm run -s account -- reset EMAIL

ROLE is owner, admin, editor or viewer: owner of a new organization and editor of one
that is there, unless said. The password is printed once and stored only as a hash.
For an address that has an account already, the organization and the role are added.
A reset link works once and for 24 hours; the password works until it is used.
`;
const roles: readonly Role[] = ["owner", "admin", "editor", "viewer"];
const options = {
  organization: { type: "string" },
  role: { type: "string" },
  name: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

type Command =
  | { readonly kind: "add"; readonly wanted: WantedAccount }
  | { readonly kind: "reset"; readonly email: string };

/** What the command line asks for; null asks for help. */
function readCommand(args: string[]): Command | null {
  const { values, positionals } = parse(args);
  const [command, address, ...rest] = positionals;
  if (values.help || command === undefined) return null;
  const email = canonicalEmail(address ?? "");
  if (command === "reset" && rest.length === 0 && Object.keys(values).length === 0) {
    if (email === null)
      throw new StopError(`"${address ?? ""}" is not an email address.\n\n${help}`);
    return { kind: "reset", email };
  }
  const organization = values.organization?.trim() ?? "";
  const role = roles.find((known) => known === values.role);
  const issue =
    command !== "add" || rest.length > 0
      ? `"${[command, ...rest].at(-1)}" is not understood.`
      : email === null
        ? `"${address ?? ""}" is not an email address.`
        : organization === "" || organization.length > 80
          ? "--organization takes a name of 1 to 80 characters."
          : values.role !== undefined && !role
            ? `The role "${values.role}" is unknown. Use ${roles.join(", ")}.`
            : undefined;
  if (issue !== undefined || email === null) throw new StopError(`${issue}\n\n${help}`);
  const name = values.name?.trim().slice(0, 80) || (email.split("@")[0] ?? email);
  return { kind: "add", wanted: { email, name, organization, role } };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new StopError(`${error instanceof Error ? error.message : error}\n\n${help}`);
  }
}

/** Runs on the database wherever it is: the operator's server, the embedded one at work, or at rest. */
async function onDatabase<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL);
  const folder = dataFolderPath("app");
  const running = existsSync(join(folder, "running.json")) && runningOwnerUrl(folder);
  if (running) return work(running);
  const installation = await openInstallation("app", readAddress(process.env).url);
  try {
    const database = await openDatabase(installation.folder);
    try {
      return await work(database.ownerUrl);
    } finally {
      await database.stop();
    }
  } finally {
    installation.release();
  }
}

function told({ email }: WantedAccount, added: AddedAccount): string {
  const { password, organizationName, isNewOrganization, role } = added;
  const lines = [
    ["Email", email],
    ["Password", password ?? "as before: the address had an account"],
    ["Organization", `${organizationName}${isNewOrganization ? " (new)" : ""}`],
    ["Role", role],
  ];
  const text = lines.map(([label = "", value]) => `  ${label.padEnd(14)}${value}`).join("\n");
  const once = password ? "\n\nThe password is shown this once. Pass it on in private." : "";
  return `Account added.\n\n${text}${once}`;
}

function toldReset(email: string, { token, organizationNames }: MadeReset): string {
  const base = (process.env.NEXTAUTH_URL || readAddress(process.env).url).replace(/\/+$/, "");
  const where = organizationNames.length === 0 ? "no organization" : organizationNames.join(", ");
  return `A new password for ${email}, of ${where}:

  ${base}/reset/${token}

The link works once and for 24 hours, and is shown this once: whoever opens it has the
account. Pass it on in private. When it is used, every session of the account ends.`;
}

const run = async (ownerUrl: string, command: Command): Promise<string> =>
  command.kind === "add"
    ? told(command.wanted, await addAccount(ownerUrl, command.wanted))
    : toldReset(command.email, await makeResetLink(ownerUrl, command.email));

runCommand(async () => {
  loadSettings();
  const command = readCommand(process.argv.slice(2));
  if (!command) console.log(help);
  else console.log(await onDatabase((ownerUrl) => run(ownerUrl, command)));
  return 0;
});
