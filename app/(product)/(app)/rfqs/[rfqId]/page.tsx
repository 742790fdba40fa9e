import type { Metadata } from "next";
import { cache } from "react";
import { RfqScreen } from "@/components/rfqs/rfq-screen";
import { orNotFound } from "@/lib/adapters/page";
import { requireContext } from "@/lib/auth/session";
import { timeZones } from "@/lib/format";
import { getRfq } from "@/lib/services/rfqs";
import { listSuppliers } from "@/lib/services/suppliers";

type Props = PageProps<"/rfqs/[rfqId]">;

const rfqOf = cache(async (rfqId: string) => orNotFound(getRfq(await requireContext(), { rfqId })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { revisions } = await rfqOf((await params).rfqId);
  return { title: revisions[0]?.title ?? "RFQ" };
}

export default async function RfqPage({ params }: Props) {
  const rfq = await rfqOf((await params).rfqId);
  const suppliers = await listSuppliers(await requireContext());
  return (
    <RfqScreen
      key={rfq.id}
      rfq={rfq}
      zones={timeZones()}
      today={new Date().toISOString().slice(0, 10)}
      suppliers={suppliers.map(({ name }) => name)}
    />
  );
}
