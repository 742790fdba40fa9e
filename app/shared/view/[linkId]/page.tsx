import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PasscodeForm } from "@/components/shared/passcode-form";
import { SharedPage } from "@/components/shared/shared-page";
import { currentSharedPage } from "@/lib/adapters/share-visit";
import { isId } from "@/lib/schemas/id";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { passcodeRefusal, untilText } from "@/lib/views/proposal/share-words";
import { sharedDocument } from "@/lib/views/proposal/shared-document";

type Props = PageProps<"/shared/view/[linkId]">;

/** Head and page of one request see the same. */
const sharedPageOf = cache(currentSharedPage);

async function openOrNotFound(params: Props["params"]) {
  const { linkId } = await params;
  if (!isId(linkId)) notFound();
  const opened = await sharedPageOf(linkId.toLowerCase());
  if (opened.state === "ended") notFound();
  return { linkId, opened };
}

const documentOf = cache((text: string) => sharedDocument(JSON.parse(text) as ProposalDocument));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { opened } = await openOrNotFound(params);
  if (opened.state !== "open") return {};
  return { title: { absolute: documentOf(opened.issue.document).title } };
}

export default async function SharedViewPage({ params, searchParams }: Props) {
  const { linkId, opened } = await openOrNotFound(params);
  const { said, type } = await searchParams;
  if (opened.state !== "open")
    return <PasscodeForm linkId={linkId} refusal={passcodeRefusal(said)} />;
  return (
    <SharedPage
      document={documentOf(opened.issue.document)}
      until={untilText(opened.issue.expiresAt)}
      large={type === "large"}
    />
  );
}
