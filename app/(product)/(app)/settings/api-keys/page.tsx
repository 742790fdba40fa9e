import type { Metadata } from "next";
import Link from "next/link";
import { ApiKeyList } from "@/components/api-keys/api-key-list";
import { NewApiKey } from "@/components/api-keys/new-api-key";
import { SettingsSection } from "@/components/settings/settings-section";
import { can } from "@/lib/auth/permissions";
import { requireSignedIn } from "@/lib/auth/session";
import { listApiKeys } from "@/lib/services/api-keys";
import { apiKeyRows, apiKeysTitle } from "@/lib/views/api-keys";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeysPage() {
  const { ctx, account } = await requireSignedIn();
  const mayManage = can(ctx.role, "key:manage") && !account.isSample;
  const rows = mayManage ? apiKeyRows(await listApiKeys(ctx)) : [];
  const whose = can(ctx.role, "key:manage-all") ? "of all members" : "of yours";
  return (
    <>
      <SettingsSection
        title="New API key"
        description={
          <>
            A script uses it to read and change plans: see the{" "}
            <Link href="/api-docs" className="link">
              API reference
            </Link>
            . It acts for you, and never beyond what you may do at that moment.
          </>
        }
      >
        {mayManage ? (
          <NewApiKey />
        ) : (
          <p className="text-ink-2 text-sm">{whyNot(account.isSample)}</p>
        )}
      </SettingsSection>
      {mayManage && (
        <SettingsSection
          title={apiKeysTitle(rows.length)}
          description={`Every key ${whose} that was not revoked. A key that is revoked opens nothing from its next request on.`}
        >
          <ApiKeyList rows={rows} />
        </SettingsSection>
      )}
    </>
  );
}

const whyNot = (isSample: boolean) =>
  isSample
    ? "Visitors share the sample organization, so it has no API keys. Make one in an organization of your own."
    : "You can view the plans here. Ask an editor to make an API key.";
