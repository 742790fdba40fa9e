/** What a new plan may start from. Light enough for the browser: the figures are elsewhere. */
export const templates = [
  {
    id: "support-chatbot",
    name: "Support chatbot",
    description: "Conversations in working hours with a 70-billion-parameter model.",
  },
  {
    id: "code-assistant",
    name: "Code assistant",
    description: "Long input, much of it cached, with a sharp peak in the working day.",
  },
  {
    id: "rag-search",
    name: "RAG search",
    description: "Questions answered from passages found in your own documents.",
  },
  {
    id: "document-batch",
    name: "Document batch",
    description: "Summaries of many documents with a small model, in hours that you choose.",
  },
  {
    id: "agent",
    name: "Agent",
    description: "Tasks that think long: eight tokens generated for each token of the answer.",
  },
  {
    id: "fine-tuning",
    name: "Fine-tuning",
    description: "A model tuned every month, and the assistant that it serves.",
  },
  {
    id: "pre-training",
    name: "Pre-training",
    description: "A 70-billion-parameter model trained from nothing in 90 days, then served.",
  },
  {
    id: "blank",
    name: "Blank",
    description: "Default assumptions, no workloads and no options.",
  },
] as const;

/** Of the amounts in every template but the blank one. */
export const templateCurrency = "USD";

export type TemplateId = (typeof templates)[number]["id"];

export const templateIds = templates.map(({ id }) => id);
