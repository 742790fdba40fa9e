import type { FrontRecord } from "@/lib/catalog/throughput-fronts";
import { dateText, numberFull, quantityEnds } from "@/lib/format";

/** A measured front of the catalog as it is offered in a list. */
export function frontOffer(record: FrontRecord) {
  const { points, acceleratorsPerReplica, accelerator, model, precision, servingEngine } = record;
  const rates = points.map((point) => point.outputTokensPerSecond);
  const times = points.map((point) => point.timePerOutputTokenMilliseconds);
  return {
    title: `${model} on ${acceleratorsPerReplica} ${accelerator.replace(/^NVIDIA |^AMD Instinct | SXM$/g, "")}`,
    range: `${quantityEnds(rates)} tok/s`,
    conditions: `${precision}, ${servingEngine}, ${numberFull(record.inputTokens)} tokens in, ${numberFull(record.outputTokens)} out, ${quantityEnds(times)} ms a token`,
    source: `${record.source}, ${dateText(record.date)}`,
  };
}
