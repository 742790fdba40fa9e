import type { Metadata } from "next";
import { cache } from "react";
import { ProposalScreen } from "@/components/proposals/proposal-screen";
import { orNotFound } from "@/lib/adapters/page";
import { requireContext } from "@/lib/auth/session";
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
  return <ProposalScreen key={opened.id} opened={opened} />;
}
