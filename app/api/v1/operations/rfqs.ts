import { operation } from "@/lib/adapters/rest/operation";
import { noQuery } from "@/lib/schemas/rest";
import { rfqList, rfqResource } from "@/lib/schemas/rest-rfq";
import type { ListedRfq, StoredRfq } from "@/lib/schemas/rfq";
import { getRfq, listRfqs } from "@/lib/services/rfqs";

const group = "RFQs";

export const rfqOperations = [
  operation({
    id: "listRfqs",
    method: "GET",
    path: "/rfqs",
    group,
    summary: "List the RFQs",
    description: "All of them, the last changed first, each with how many suppliers have answered.",
    access: "read",
    query: noQuery,
    answer: { status: 200, description: "The RFQs.", schema: rfqList },
    problems: [],
    run: async (ctx) => ({ body: { items: (await listRfqs(ctx)).map(summaryOf) } }),
  }),
  operation({
    id: "getRfq",
    method: "GET",
    path: "/rfqs/{rfqId}",
    group,
    summary: "Read an RFQ",
    description:
      "Every revision with its items, whom it asks with what came from them, and questions with their answers. An answer that is sealed has no quote.",
    access: "read",
    query: noQuery,
    answer: { status: 200, description: "The RFQ.", schema: rfqResource, hasVersion: true },
    problems: ["not-found"],
    run: async (ctx, { params: { rfqId = "" } }) => {
      const rfq = await getRfq(ctx, { rfqId });
      return { body: resourceOf(rfq), version: rfq.version };
    },
  }),
];

const summaryOf = ({ newest, asked, answered, openedReason: _, ...head }: ListedRfq) => ({
  ...head,
  ...{ title: newest.title, revision: newest.revision, items: newest.items.length },
  ...{ suppliersAsked: asked, suppliersAnswered: answered },
});

/** What is of the page alone stays there: who may do what, files on their way, and the history. */
function resourceOf(rfq: StoredRfq) {
  const { isOver: _, canEdit: __, canOpenEarly: ___, imports: ____, events: _____, ...held } = rfq;
  return { ...held, suppliers: held.suppliers.map(({ email: ______, ...one }) => one) };
}
