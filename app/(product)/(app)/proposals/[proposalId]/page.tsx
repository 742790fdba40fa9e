import type { Metadata } from "next";
import { cache } from "react";
import { ProposalScreen } from "@/components/proposals/proposal-screen";
import { orNotFound } from "@/lib/adapters/page";
import { requireContext } from "@/lib/auth/session";
import { listFiles } from "@/lib/services/proposal-files";
import { getProposal } from "@/lib/services/proposals";

type Props = PageProps<"/proposals/[proposalId]">;

const proposalOf = cache(async (proposalId: string) =>
  orNotFound(getProposal(await requireContext(), { proposalId })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await proposalOf((await params).proposalId)).content.title };
}

export default async function ProposalPage({ params }: Props) {
  const opened = await proposalOf((await params).proposalId);
  const { id: proposalId, version, planVersion } = opened;
  const of = { version, planVersion };
  const files = await listFiles(await requireContext(), { proposalId, of });
  return <ProposalScreen key={opened.id} opened={opened} files={files} />;
}
